import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createApplicazione } from '../../src/applicazione/crea-applicazione.ts';
import { loadImpostazioni } from '../../src/impostazioni/impostazioni.ts';
import { trimestre } from './esegui.ts';

const dati = { TRIMESTRE_DATI: mkdtempSync(join(tmpdir(), 'trimestre-operatori-')), TRIMESTRE_DEMO: 'no' };

it('trimestre anomalie --json gives amounts in euro, as every command does', async () => {
  const app = await createApplicazione(loadImpostazioni(dati), { clock: { now: () => new Date() } });
  await app.migrate();
  await app.archivio.letture.anomalie.apri(
    { tipo: 'rt-incoerente', chiave: 'prova', dettaglio: { esito: '0', importoRicevuto: 50_600, importoAtteso: null } },
    '2026-11-20T10:00:00.000Z',
  );
  await app.close();
  const { stdout, codice } = await trimestre(['anomalie', '--json'], dati);
  expect(codice).toBe(0);
  const [anomalia] = JSON.parse(stdout) as { dettaglio: unknown }[];
  expect(anomalia?.dettaglio).toEqual({ esito: '0', importoRicevuto: '506.00', importoAtteso: null });
});

it('trimestre pagamento mostra --json gives a payment with its receipts, no amount in cents', async () => {
  const demo = { TRIMESTRE_DATI: mkdtempSync(join(tmpdir(), 'trimestre-pagamento-')) };
  const elenco = await trimestre(['pagamento', 'elenco', '--datore', 'FRRGNN49B27D620F', '--json'], demo);
  const [primo] = JSON.parse(elenco.stdout) as { id: string; importo: string }[];
  const { stdout } = await trimestre(['pagamento', 'mostra', primo?.id ?? '', '--json'], demo);
  const mostrato = JSON.parse(stdout) as { importo: string; rendicontato: unknown; ricevute: object[] };
  expect([mostrato.importo, mostrato.rendicontato]).toEqual([primo?.importo, null]);
  expect(mostrato.ricevute.map((ricevuta) => Object.keys(ricevuta))).toEqual([['esito', 'coerente', 'xml']]);
});
