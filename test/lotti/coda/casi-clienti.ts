import { expect, it } from 'vitest';
import type { Applicazione } from '../../../src/applicazione/applicazione.ts';
import { createServizioClienti } from '../../../src/clienti/servizio-clienti.ts';
import { startRunnerLotti } from '../../../src/lotti/coda/runner-lotti.ts';
import { createServizioLotti } from '../../../src/lotti/coda/servizio-lotti.ts';
import { INTESTAZIONE_AVVISI, righeAvvisi } from '../avvisi-generati.ts';
import { download, IO, type MondoCoda, noErrors, untilOver, upload } from './mondo-coda.ts';

const QUANTE = 400;
/** Every hundredth row names a rapporto that the register does not know and nothing more. */
const righe = righeAvvisi(QUANTE).map((riga, i) => (i % 100 === 50 ? `;;;${80_000_000_000 + i};;;;25;8;` : riga));
const RIFIUTATE = 4;
const ELENCO = [INTESTAZIONE_AVVISI, ...righe, ''].join('\n');

/** Long enough to be stopped half-way. */
const MOLTE = 1200;
const LUNGO = [INTESTAZIONE_AVVISI, ...righeAvvisi(MOLTE), ''].join('\n');

/** What lists of clients do in the queue, on both databases. */
export function casiClienti(mondo: () => MondoCoda): void {
  const clientiDi = (app: Applicazione) => createServizioClienti(app).elenco(IO.proprietario);

  async function started(app: Applicazione, elenco: string): Promise<{ id: string; stop: () => Promise<void> }> {
    const lotto = { tipo: 'clienti', nomeFile: 'elenco.csv' } as const;
    const { id } = await createServizioLotti(app).crea(IO, lotto, upload(elenco));
    const runner = startRunnerLotti(app, noErrors);
    while (((await app.archivio.letture.lotti.trova(id))?.righe ?? 0) === 0) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return { id, stop: () => runner.stop() };
  }

  it('go on where another process left them: each row is taken and counted once', async () => {
    const [una, altra] = mondo().apps;
    const { id, stop } = await started(una, ELENCO);
    await stop();
    const secondo = startRunnerLotti(altra, noErrors);
    await untilOver(una, [id]);
    await secondo.stop();
    const fine = await createServizioLotti(una).mostra(IO.proprietario, id);
    const aggiunti = QUANTE - RIFIUTATE;
    expect(fine).toMatchObject({
      stato: 'finito',
      righe: QUANTE,
      rifiutate: RIFIUTATE,
      esito: { codice: 1, riepilogo: { righe: QUANTE, righeRifiutate: RIFIUTATE, aggiunti, registrati: aggiunti } },
    });
    expect(await clientiDi(una)).toHaveLength(aggiunti);
    const daCorreggere = (await download(una, id, 'da-correggere.csv')).toString().trimEnd().split('\r\n');
    expect(daCorreggere).toHaveLength(1 + RIFIUTATE);
    expect(daCorreggere[1]).toMatch(/^;;;80000000050;.*assunzione: Manca assunzione/);
    const errori = (await download(una, id, 'errori.csv')).toString().trimEnd().split('\r\n');
    expect(errori).toHaveLength(1 + RIFIUTATE * 5);
  });

  it('that are cancelled say how many they had taken; sent again they add the rest', async () => {
    const [app] = mondo().apps;
    const servizio = createServizioLotti(app);
    const { id, stop } = await started(app, LUNGO);
    const annullato = await servizio.annulla(IO.proprietario, id);
    await stop();
    expect(annullato.stato).toBe('annullato');
    const rimasti = await clientiDi(app);
    const { importati, file } = await servizio.mostra(IO.proprietario, id);
    expect(importati).toMatchObject({ aggiunti: rimasti.length, registrati: rimasti.length });
    expect(importati?.righe).toBeGreaterThanOrEqual(rimasti.length);
    expect([file, rimasti.length < MOLTE]).toEqual([[], true]);
    const ancora = await servizio.crea(IO, { tipo: 'clienti', nomeFile: 'elenco.csv' }, upload(LUNGO));
    const runner = startRunnerLotti(app, noErrors);
    await untilOver(app, [ancora.id]);
    await runner.stop();
    expect(await servizio.mostra(IO.proprietario, ancora.id)).toMatchObject({
      esito: { riepilogo: { aggiunti: MOLTE - rimasti.length } },
    });
  });

  it('that are too long, or no list, add nothing and say so', async () => {
    const [app] = mondo().apps;
    const servizio = createServizioLotti(app);
    const crea = (testo: string) => servizio.crea(IO, { tipo: 'clienti', nomeFile: 'a.csv' }, upload(testo));
    const lungo = await crea(`rapporto\n${'90000000000\n'.repeat(20_001)}`);
    const altro = await crea('che;cosa\n1;2\n');
    const runner = startRunnerLotti(app, noErrors);
    await untilOver(app, [lungo.id, altro.id]);
    await runner.stop();
    const mostra = (id: string) => servizio.mostra(IO.proprietario, id);
    const niente = { stato: 'fallito', importati: { righe: 0, aggiunti: 0, registrati: 0 } };
    expect(await mostra(lungo.id)).toMatchObject({
      ...niente,
      errore: expect.stringContaining('al più 20000 righe') as string,
    });
    expect(await mostra(altro.id)).toMatchObject({ ...niente, errore: expect.stringContaining('rapporto') as string });
    expect(await clientiDi(app)).toEqual([]);
  });
}
