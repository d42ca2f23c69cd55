import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Applicazione } from '../../src/applicazione/applicazione.ts';
import { createApplicazione } from '../../src/applicazione/crea-applicazione.ts';
import { loadImpostazioni } from '../../src/impostazioni/impostazioni.ts';
import { parseTrimestre } from '../../src/scadenze/trimestre.ts';
import { nuovoRapporto } from '../archivio/archivio-di-prova.ts';
import { contestoIdentita } from '../bollettini/ambiente.ts';
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

/** Confirms a bollettino, puts its payment in verifica, and opens the anomaly. */
async function inVerifica(app: Applicazione): Promise<void> {
  const il = '2026-11-20T10:00:00.000Z';
  const rapporto = await app.registro.registra(nuovoRapporto());
  const datore = contestoIdentita(rapporto.datoreId);
  const {
    emessi: [bollettino],
  } = await app.bollettini.emetti(datore, rapporto.id, parseTrimestre('2/2026'));
  const [consegna] = await app.pagamenti.conferma(datore, bollettino === undefined ? [] : [bollettino]);
  const { tentativi, anomalie } = app.archivio.letture;
  const [tentativo] = await tentativi.dellaConsegna(consegna?.id ?? '');
  if (tentativo === undefined) throw new Error('no attempt');
  await tentativi.cambiaStato(tentativo.id, 'da-inviare', 'anomalo', il);
  const { id: tentativoId, bollettinoId } = tentativo;
  await anomalie.apri({ tipo: 'rt-incoerente', chiave: 'prova', tentativoId, bollettinoId, dettaglio: {} }, il);
}

it('trimestre anomalie --chiudi --restituito gives the bollettino back, and only with an anomaly to close', async () => {
  const vuoti = { TRIMESTRE_DATI: mkdtempSync(join(tmpdir(), 'trimestre-restituito-')), TRIMESTRE_DEMO: 'no' };
  const app = await createApplicazione(loadImpostazioni(vuoti), { clock: { now: () => new Date() } });
  await app.migrate();
  await inVerifica(app);
  const [anomalia] = await app.operatori.anomalie();
  const sola = await trimestre(['anomalie', '--restituito'], vuoti);
  expect(sola).toMatchObject({
    codice: 2,
    stderr: 'trimestre: --restituito: dire anche quale anomalia si chiude, con --chiudi.\n',
  });
  expect((await trimestre(['anomalie'], vuoti)).stdout).toContain('pagamento in verifica');
  const chiudi = ['anomalie', '--chiudi', anomalia?.id ?? '', '--nota', 'Reso dal PSP', '--restituito'];
  expect(await trimestre(chiudi, vuoti)).toMatchObject({ codice: 0, stdout: 'Nessuna anomalia.\n' });
  expect(await app.knex('bollettini').pluck('stato')).toEqual(['nel-carrello']);
  expect(await app.knex('tentativi').pluck('stato')).toEqual(['non-eseguito']);
  expect(await trimestre(chiudi, vuoti)).toMatchObject({
    codice: 2,
    stderr: 'trimestre: L’anomalia è già stata chiusa.\n',
  });
  await app.close();
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
