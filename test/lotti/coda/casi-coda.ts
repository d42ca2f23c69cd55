import { giornoInItalia } from '../../../src/valori/giorno.ts';
import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PICCOLO, startRunnerLotti } from '../../../src/lotti/coda/runner-lotti.ts';
import { createServizioLotti, INGRESSO_MAX_BYTES, PENDENTI_MASSIMI } from '../../../src/lotti/coda/servizio-lotti.ts';
import { INTESTAZIONE_AVVISI, righeAvvisi } from '../avvisi-generati.ts';
import { lottoCalcola } from '../../../src/lotti/calcola/lotto-calcola.ts';
import { Cartella } from '../cartella.ts';
import { INTESTAZIONE, righeGenerate } from '../righe-generate.ts';
import { download, IO, type MondoCoda, noErrors, untilOver, upload } from './mondo-coda.ts';

/** The cases that hold on both databases. */
export function casiCoda(mondo: () => MondoCoda): void {
  const csv = [INTESTAZIONE, ...[...righeGenerate(800, 100)].map(({ linea }) => linea), ''].join('\n');
  const avvisi = [INTESTAZIONE_AVVISI, ...righeAvvisi(60), ''].join('\n');

  it('takes a file, calculates it and gives back the bytes that the command line gives', async () => {
    const [app] = mondo().apps;
    const servizio = createServizioLotti(app);
    const lotto = await servizio.crea(IO, { tipo: 'calcola', nomeFile: '../../rapporti.csv' }, upload(csv));
    expect(lotto).toMatchObject({ stato: 'in-coda', nomeFile: 'rapporti.csv', file: [] });
    const runner = startRunnerLotti(app, noErrors);
    await untilOver(app, [lotto.id]);
    await runner.stop();
    const fine = await servizio.mostra(IO.proprietario, lotto.id);
    expect(fine).toMatchObject({
      stato: 'finito',
      righe: 800,
      rifiutate: 8,
      esito: { codice: 1, riepilogo: { righeRifiutate: 8 } },
    });
    expect(fine.file.map(({ nome }) => nome)).toEqual(['da-correggere.csv', 'errori.csv', 'importi.csv']);
    const cartella = new Cartella();
    const input = cartella.write('rapporti.csv', csv);
    const oggi = giornoInItalia(new Date(lotto.creatoIl));
    await lottoCalcola({ input, out: cartella.file('importi.csv'), oggi });
    expect((await download(app, lotto.id, 'importi.csv')).toString()).toBe(cartella.read('importi.csv'));
    expect((await download(app, lotto.id, 'errori.csv')).toString()).toBe(cartella.read('importi.errori.csv'));
    cartella.remove();
  });

  it('keeps no input of a batch that is over, and nothing of one that failed or was cancelled', async () => {
    const [app] = mondo().apps;
    const servizio = createServizioLotti(app);
    const crea = (testo: string) => servizio.crea(IO, { tipo: 'calcola', nomeFile: 'a.csv' }, upload(testo));
    const buono = await crea(csv);
    const fallito = await crea('questo;non\nè;un file di rapporti\n');
    const runner = startRunnerLotti(app, noErrors);
    await untilOver(app, [buono.id, fallito.id]);
    await runner.stop();
    expect((await servizio.mostra(IO.proprietario, fallito.id)).stato).toBe('fallito');
    const annullato = await crea(csv);
    await servizio.annulla(IO.proprietario, annullato.id);
    const rimasti = await app.knex('lotti_file').distinct<{ lotto_id: string; nome: string }[]>('lotto_id', 'nome');
    expect(rimasti.map(({ lotto_id, nome }) => [lotto_id === buono.id, nome]).sort()).toEqual([
      [true, 'da-correggere.csv'],
      [true, 'errori.csv'],
      [true, 'importi.csv'],
    ]);
  });

  it('takes no more bytes than an owner, or all, may keep', async () => {
    const [app] = mondo().apps;
    const crea = (chi: string, quota: { proprietario: number; tutti: number }) =>
      createServizioLotti(app, quota).crea(
        { ...IO, proprietario: chi },
        { tipo: 'calcola', nomeFile: 'a.csv' },
        upload(csv),
      );
    const quota = { proprietario: Buffer.byteLength(csv) + 10, tutti: 2 * Buffer.byteLength(csv) + 20 };
    await crea('uno', quota);
    await expect(crea('uno', quota)).rejects.toMatchObject({ codice: 'spazio-esaurito', statoHttp: 413 });
    await crea('due', quota);
    await expect(crea('tre', quota)).rejects.toMatchObject({ codice: 'spazio-esaurito' });
    const righe = await app.knex('lotti_file').countDistinct<{ n: number | string }[]>({ n: 'lotto_id' });
    expect(Number(righe[0]?.n)).toBe(2);
  });

  it('gives each batch to one of two processes, and issues nothing twice', async () => {
    const [una, altra] = mondo().apps;
    const servizio = createServizioLotti(una);
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) {
      const { id } = await servizio.crea(IO, { tipo: 'avvisi', nomeFile: 'a.csv' }, upload(avvisi));
      ids.push(id);
    }
    const runners = [una, altra].map((app) => startRunnerLotti(app, noErrors));
    await untilOver(una, ids);
    await Promise.all(runners.map((runner) => runner.stop()));
    const lotti = await Promise.all(ids.map((id) => servizio.mostra(IO.proprietario, id)));
    for (const lotto of lotti) {
      expect(lotto).toMatchObject({ stato: 'finito', prese: 1, esito: { codice: 0, riepilogo: { avvisi: 60 } } });
    }
    const righe = await una.knex('bollettini').count<{ n: number | string }[]>({ n: '*' });
    expect(Number(righe[0]?.n)).toBe(60);
    const manifesti = await Promise.all(ids.map((id) => download(una, id, 'manifesto.csv')));
    for (const manifesto of manifesti) expect(manifesto.equals(manifesti[0] ?? Buffer.alloc(0))).toBe(true);
  });

  it('goes on with a batch that another process left, and gives the same bytes', async () => {
    const [una, altra] = mondo().apps;
    const servizio = createServizioLotti(una);
    const { id } = await servizio.crea(
      IO,
      { tipo: 'avvisi', nomeFile: 'a.csv', opzioni: { copertina: true } },
      upload(avvisi),
    );
    const primo = startRunnerLotti(una, noErrors);
    while (((await una.archivio.letture.lotti.trova(id))?.righe ?? 0) === 0) await new Promise(setImmediate);
    await primo.stop();
    const lasciato = await una.archivio.letture.lotti.trova(id);
    expect(lasciato?.stato === 'in-coda' || lasciato?.stato === 'finito').toBe(true);
    const secondo = startRunnerLotti(altra, noErrors);
    await untilOver(una, [id]);
    await secondo.stop();
    const intero = await servizio.crea(
      IO,
      { tipo: 'avvisi', nomeFile: 'a.csv', opzioni: { copertina: true } },
      upload(avvisi),
    );
    const terzo = startRunnerLotti(una, noErrors);
    await untilOver(una, [intero.id]);
    await terzo.stop();
    for (const nome of ['avvisi.pdf', 'manifesto.csv', 'errori.csv']) {
      expect((await download(una, id, nome)).equals(await download(una, intero.id, nome))).toBe(true);
    }
  });

  it('takes over from a process that died, once it has been silent, and lets the dead one write nothing more', async () => {
    const [una] = mondo().apps;
    const { lotti } = una.archivio.letture;
    const servizio = createServizioLotti(una);
    const { id } = await servizio.crea(IO, { tipo: 'calcola', nomeFile: 'a.csv' }, upload(csv));
    const alle = (secondi: number) => new Date(Date.parse('2026-04-03T08:00:00Z') + secondi * 1000).toISOString();
    expect(await lotti.prendi('morto', alle(0), alle(-30))).toMatchObject({ id, prese: 1 });
    expect(await lotti.prendi('altro', alle(20), alle(-10))).toBeUndefined();
    expect(await lotti.prendi('altro', alle(40), alle(10))).toMatchObject({ id, prese: 2 });
    expect(await lotti.batti(id, 'morto', alle(41))).toBe(false);
    expect(await lotti.segnaPunto(id, 'morto', {})).toBe(false);
    expect(await lotti.chiudi(id, 'morto', { stato: 'finito', il: alle(41) })).toBe(false);
    expect(await lotti.rilascia(id, 'altro')).toBe(true);
  });

  it('lets owners take turns, and a small batch not wait for a large one', async () => {
    const [una] = mondo().apps;
    const { lotti, lottiFile } = una.archivio.letture;
    const alle = (secondi: number) => new Date(Date.parse('2026-04-03T08:00:00Z') + secondi * 1000).toISOString();
    const arriva = async (id: string, proprietario: string, byte: number, secondi: number) => {
      const nuovo = { id, tipo: 'calcola', proprietario, attore: IO.attore, nomeFile: id, opzioni: {} } as const;
      await lotti.crea({ ...nuovo, creatoIl: alle(secondi) }, 'in-arrivo');
      await lottiFile.scrivi(id, 'ingresso', 0, Buffer.alloc(byte));
      await lotti.accoda(id);
    };
    for (const [i, id] of ['a1', 'a2', 'a3'].entries()) await arriva(id, 'a', 2 * PICCOLO.byte, i);
    await arriva('b1', 'b', 2 * PICCOLO.byte, 10);
    await arriva('c1', 'c', PICCOLO.byte, 20);
    const prende = async (presa: string, entro?: typeof PICCOLO) =>
      (await lotti.prendi(presa, alle(30), alle(0), entro))?.id;
    expect(await prende('grande', undefined)).toBe('a1');
    expect(await prende('svelta', PICCOLO)).toBe('c1');
    expect(await prende('svelta', PICCOLO)).toBeUndefined();
    // Whoever has one at work waits for whoever has none.
    expect(await prende('altra')).toBe('b1');
    expect(await prende('altra')).toBe('a2');
  });

  it('keeps out of the quick lane a batch that has shown more rows than its bytes promised', async () => {
    const [una] = mondo().apps;
    const { lotti, lottiFile } = una.archivio.letture;
    const il = '2026-04-03T08:00:00Z';
    for (const tipo of ['avvisi', 'calcola'] as const) {
      const nuovo = { id: tipo, tipo, proprietario: 'a', attore: IO.attore, nomeFile: tipo, opzioni: {} } as const;
      await lotti.crea({ ...nuovo, creatoIl: il }, 'in-arrivo');
      await lottiFile.scrivi(tipo, 'ingresso', 0, Buffer.alloc(1000));
      await lotti.accoda(tipo);
    }
    const prende = async (entro?: typeof PICCOLO) => (await lotti.prendi('presa', il, il, entro))?.id;
    for (const tipo of ['avvisi', 'calcola'] as const) {
      expect(await prende(PICCOLO)).toBe(tipo);
      // Six hundred rows are many notices, and few amounts.
      await lotti.batti(tipo, 'presa', il, { fase: '', fatti: 0, totali: 0, righe: 600, rifiutate: 0 });
    }
    for (const tipo of ['avvisi', 'calcola'] as const) await lotti.rilascia(tipo, 'presa');
    expect(await prende(PICCOLO)).toBe('calcola');
    expect(await prende(PICCOLO)).toBeUndefined();
    expect(await prende()).toBe('avvisi');
  });

  it('shows a batch to its owner alone, and stops it at their word', async () => {
    const [app] = mondo().apps;
    const servizio = createServizioLotti(app);
    const { id } = await servizio.crea(IO, { tipo: 'calcola', nomeFile: 'a.csv' }, upload(csv));
    for (const fai of [
      () => servizio.mostra('altri', id),
      () => servizio.annulla('altri', id),
      () => servizio.file('altri', id, 'importi.csv'),
      () => servizio.file(IO.proprietario, id, 'ingresso'),
    ]) {
      await expect(fai()).rejects.toMatchObject({ statoHttp: 404 });
    }
    expect(await servizio.annulla(IO.proprietario, id)).toMatchObject({ stato: 'annullato' });
    const runner = startRunnerLotti(app, noErrors);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await runner.stop();
    expect(await servizio.mostra(IO.proprietario, id)).toMatchObject({ stato: 'annullato', prese: 0 });
    expect((await servizio.elenco(IO.proprietario)).map((lotto) => lotto.id)).toEqual([id]);
    expect(await servizio.elenco('altri')).toEqual([]);
  });

  it('a cancelled batch says what it issued, lists it, and takes it back', async () => {
    const [app] = mondo().apps;
    const servizio = createServizioLotti(app);
    const molti = [INTESTAZIONE_AVVISI, ...righeAvvisi(600), ''].join('\n');
    const { id } = await servizio.crea(IO, { tipo: 'avvisi', nomeFile: 'a.csv' }, upload(molti));
    const runner = startRunnerLotti(app, noErrors);
    while (((await app.archivio.letture.lotti.trova(id))?.righe ?? 0) < 100) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await servizio.annulla(IO.proprietario, id);
    await runner.stop();
    const fermo = await servizio.mostra(IO.proprietario, id);
    const righe = await app.knex('bollettini').where({ stato: 'nel-carrello' }).select<{ iuv: string }[]>('iuv');
    expect(righe.length).toBeGreaterThanOrEqual(100);
    expect(fermo).toMatchObject({ stato: 'annullato', emessi: { quanti: righe.length, daPagare: righe.length } });
    const manifesto = (await servizio.file(IO.proprietario, id, 'manifesto.csv')).contenuto;
    const parti: Buffer[] = [];
    for await (const parte of manifesto) parti.push(parte);
    const testo = Buffer.concat(parti).toString('utf8');
    for (const { iuv } of righe) expect(testo).toContain(iuv);
    await expect(servizio.ritira('altri', id)).rejects.toMatchObject({ statoHttp: 404 });
    // One that somebody is paying stays theirs.
    const [primo] = righe;
    await app
      .knex('bollettini')
      .where({ iuv: primo?.iuv ?? '' })
      .update({ stato: 'in-pagamento' });
    const { ritirati, lotto } = await servizio.ritira(IO.proprietario, id);
    expect(ritirati).toBe(righe.length - 1);
    expect(lotto.emessi).toEqual({ quanti: righe.length, daPagare: 0 });
    expect(await app.knex('settimane_coperte').distinct('bollettino_id')).toHaveLength(1);
  });

  it('closes with a sentence a batch whose file it cannot understand', async () => {
    const [app] = mondo().apps;
    const servizio = createServizioLotti(app);
    const { id } = await servizio.crea(IO, { tipo: 'calcola', nomeFile: 'a.csv' }, upload('nome,orario\n'));
    const runner = startRunnerLotti(app, noErrors);
    await untilOver(app, [id]);
    await runner.stop();
    expect(await servizio.mostra(IO.proprietario, id)).toMatchObject({
      stato: 'fallito',
      errore: expect.stringContaining('manca la colonna «trimestre»') as string,
    });
    expect(readdirSync(app.impostazioni.cartellaDati + '/lotti')).toEqual([]);
  });

  it('sets aside a batch whose worker died twice, and goes on with the others', async () => {
    const [una] = mondo().apps;
    const { lotti } = una.archivio.letture;
    const servizio = createServizioLotti(una);
    const cattivo = await servizio.crea(IO, { tipo: 'calcola', nomeFile: 'cattivo.csv' }, upload(csv));
    const adesso = una.clock.now().getTime();
    const fa = (secondi: number) => new Date(adesso - secondi * 1000).toISOString();
    // Once silent for too long, as after the end of a whole process; once ended by who watched it.
    await lotti.prendi('primo', fa(200), fa(230));
    expect(await lotti.prendi('secondo', fa(100), fa(130))).toMatchObject({ id: cattivo.id, cadute: 1 });
    expect(await lotti.rilasciaCaduto(cattivo.id, 'primo')).toBe(false);
    expect(await lotti.rilasciaCaduto(cattivo.id, 'secondo')).toBe(true);
    const buono = await servizio.crea(IO, { tipo: 'calcola', nomeFile: 'buono.csv' }, upload(csv));
    const runner = startRunnerLotti(una, noErrors);
    await untilOver(una, [cattivo.id, buono.id]);
    await runner.stop();
    expect(await servizio.mostra(IO.proprietario, cattivo.id)).toMatchObject({
      stato: 'fallito',
      errore: expect.stringContaining('messo da parte') as string,
    });
    expect(await servizio.mostra(IO.proprietario, buono.id)).toMatchObject({ stato: 'finito', cadute: 0 });
  });

  it('does not count against a batch that it was put back in good order', async () => {
    const [una] = mondo().apps;
    const { lotti } = una.archivio.letture;
    const { id } = await createServizioLotti(una).crea(IO, { tipo: 'calcola', nomeFile: 'a.csv' }, upload(csv));
    for (const presa of ['a', 'b', 'c', 'd']) {
      await lotti.prendi(presa, una.clock.now().toISOString(), '2000-01-01T00:00:00Z');
      await lotti.rilascia(id, presa);
    }
    expect(await lotti.trova(id)).toMatchObject({ stato: 'in-coda', prese: 4, cadute: 0 });
  });

  it('refuses options it does not know, files too large, and a queue of one owner alone', async () => {
    const [app] = mondo().apps;
    const servizio = createServizioLotti(app);
    const crea = (contenuto: AsyncIterable<Uint8Array>, opzioni?: unknown) =>
      servizio.crea(IO, { tipo: 'calcola', nomeFile: 'a.csv', opzioni }, contenuto);
    await expect(crea(upload(csv), { uscita: 'pdf' })).rejects.toMatchObject({ codice: 'opzioni-non-valide' });
    await expect(crea(upload(csv), { altro: 1 })).rejects.toMatchObject({ codice: 'opzioni-non-valide' });
    const mega = Buffer.alloc(1024 * 1024);
    async function* huge(): AsyncGenerator<Uint8Array> {
      for (let i = 0; i <= INGRESSO_MAX_BYTES / mega.length; i++) yield await Promise.resolve(mega);
    }
    await expect(crea(huge())).rejects.toMatchObject({ statoHttp: 413 });
    for (let i = 0; i < PENDENTI_MASSIMI; i++) await crea(upload(csv));
    await expect(crea(upload(csv))).rejects.toMatchObject({ statoHttp: 429 });
  });

  it('forgets batches and files that are over, after a week', async () => {
    const [app] = mondo().apps;
    const servizio = createServizioLotti(app);
    const { id } = await servizio.crea(IO, { tipo: 'avvisi', nomeFile: 'a.csv' }, upload(avvisi));
    const runner = startRunnerLotti(app, noErrors);
    await untilOver(app, [id]);
    await runner.stop();
    (app.clock as unknown as { set(istante: string): void }).set('2026-04-11T08:00:00Z');
    const secondo = startRunnerLotti(app, noErrors);
    while ((await app.archivio.letture.lotti.trova(id)) !== undefined) await new Promise(setImmediate);
    await secondo.stop();
    expect(await app.knex('lotti_file')).toEqual([]);
    expect((await app.knex('bollettini')).length).toBe(60);
  });
}
