import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Response } from 'supertest';
import { guastoArchivio } from '../../src/archivio/guasto-archivio.ts';
import { startRunnerLotti, type RunnerLotti } from '../../src/lotti/coda/runner-lotti.ts';
import { INGRESSO_MAX_BYTES } from '../../src/lotti/coda/servizio-lotti.ts';
import { modelloCsv } from '../../src/lotti/modello/lotto-modello.ts';
import * as schemi from '../../src/portale/api/schemi/lotti.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { type Agente, startPortaleDiProva, type PortaleDiProva } from './portale-di-prova.ts';

let prova: PortaleDiProva;
let runner: RunnerLotti;
const guasti: unknown[] = [];

beforeAll(async () => {
  prova = await startPortaleDiProva();
  runner = startRunnerLotti(prova.app, (errore) => guasti.push(errore));
});
afterAll(async () => {
  await runner.stop();
  await prova.close();
  // Another process that wrote at that moment is none: the queue is looked at again a second later.
  expect(guasti.filter((errore) => guastoArchivio(errore) !== 'occupato')).toEqual([]);
});

/** The template, and two rows of it spoiled. */
function righeBuoneEGuaste(): Buffer {
  const righe = modelloCsv().trimEnd().split('\r\n');
  const guaste = [righe[1]?.replace('2025-T4', '2025-T9'), righe[2]?.replace(';54;', ';540;')];
  return Buffer.from([...righe, ...guaste].join('\r\n'));
}

interface Operatore {
  readonly io: Agente;
  readonly segreto: string;
}

async function enter(nome: string, dove = prova): Promise<Operatore> {
  const { segreto } = await dove.app.accesso.creaToken(nome);
  const io = dove.browser();
  const accesso = `${percorsi.operatoriAccesso}?verso=lotti`;
  const dentro = await io.post(percorsi.operatoriAccesso, { token: segreto, verso: 'lotti' }, accesso);
  expect(dentro.headers['location']).toBe(percorsi.lotti);
  return { io, segreto };
}

async function upload(
  io: Agente,
  tipo: 'calcola' | 'avvisi',
  campi: Record<string, string>,
  file?: { readonly contenuto: Buffer; readonly nome: string },
): Promise<Response> {
  const pagina = percorsi.nuovoLotto(tipo);
  const richiesta = io.agent.post(pagina).field({ _csrf: await io.token(pagina), ...campi });
  return file === undefined ? richiesta : richiesta.attach('file', file.contenuto, file.nome);
}

/** The page of the batch, once it is over. */
async function over(io: Agente, percorso: string): Promise<Response> {
  for (let giro = 0; giro < 600; giro++) {
    const pagina = await io.get(percorso);
    if (!pagina.text.includes('data-vivo')) return pagina;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the batch did not end');
}

async function download(io: Agente, percorso: string): Promise<Buffer> {
  const risposta = await io.agent.get(percorso).responseType('blob');
  expect(risposta.headers['content-disposition']).toMatch(/^attachment/);
  return risposta.body as Buffer;
}

describe('pages of batches', () => {
  it('are for operators; the file to fill in is for everybody', async () => {
    const datore = await prova.browser().enter(prova.app, 'Ferrari');
    for (const pagina of [percorsi.lotti, percorsi.nuovoLotto('calcola'), percorsi.lotto('x'.repeat(36))]) {
      expect((await datore.get(pagina)).headers['location']).toBe(`${percorsi.operatoriAccesso}?verso=lotti`);
    }
    const csv = await prova.browser().get(percorsi.modelloCsv);
    expect([csv.text, csv.headers['content-type']]).toEqual([modelloCsv(), 'text/csv; charset=utf-8']);
    const xlsx = await download(prova.browser(), percorsi.modelloXlsx);
    expect(xlsx.subarray(0, 2).toString()).toBe('PK');
  });

  it('amounts: the file comes back with them, and the rows refused are named', async () => {
    const { io } = await enter('studio');
    const nome = 'rapporti <b> di novembre.csv';
    const inviato = await upload(io, 'calcola', { formato: 'iso' }, { contenuto: righeBuoneEGuaste(), nome });
    const dove = String(inviato.headers['location']);
    expect([inviato.status, dove]).toEqual([303, expect.stringMatching(/^\/lotti\/[\w-]{36}$/)]);
    const pagina = await over(io, dove);
    expect(pagina.text).toContain('Finito, con righe rifiutate');
    expect(pagina.text).toContain('rapporti &lt;b&gt; di novembre.csv');
    expect(pagina.text).toContain('«2025-T9» non è un trimestre');
    const importi = (await download(io, `${dove}/file/importi.csv`)).toString();
    expect(importi.split('\r\n').filter((riga) => riga.includes(';396.50;'))).toHaveLength(1);
    expect((await download(io, `${dove}/file/errori.csv`)).toString().trimEnd().split('\r\n')).toHaveLength(3);
    expect((await io.get(`${dove}/file/ingresso`)).status).toBe(404);
    expect((await io.get(percorsi.lotti)).text).toContain('Finito, con righe rifiutate');
  });

  it('notices: the same file sent again gives the same codici avviso', async () => {
    const { io } = await enter('patronato');
    const manifesti: string[] = [];
    for (const copertina of ['si', 'no']) {
      const file = { contenuto: Buffer.from(modelloCsv()), nome: 'rapporti.csv' };
      const dove = String((await upload(io, 'avvisi', { copertina }, file)).headers['location']);
      expect((await over(io, dove)).text).toContain('Avvisi stampati');
      const pdf = await download(io, `${dove}/file/avvisi.pdf`);
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      manifesti.push((await download(io, `${dove}/file/manifesto.csv`)).toString());
    }
    const codici = manifesti.map((manifesto) => [...manifesto.matchAll(/;(\d{18});/g)].map(([, codice]) => codice));
    expect(codici[0]).toHaveLength(4);
    expect(codici[1]).toEqual(codici[0]);
  });

  it('a form without a file, with a choice that is not there, or from elsewhere', async () => {
    const { io } = await enter('ufficio');
    const vuoto = await upload(io, 'avvisi', { copertina: 'si', forma: 'zip' });
    expect(vuoto.status).toBe(422);
    expect(vuoto.text).toContain('Scegliere un file.');
    expect(vuoto.text).toMatch(/<option value="zip" selected>/);
    expect(vuoto.text).toMatch(/name="copertina" value="si" checked/);
    const file = { contenuto: Buffer.from(modelloCsv()), nome: 'rapporti.csv' };
    expect((await upload(io, 'calcola', { uscita: 'exe' }, file)).status).toBe(422);
    expect((await upload(io, 'calcola', { copertina: 'si' }, file)).status).toBe(422);
    const altrove = await io.agent.post(percorsi.nuovoLotto('avvisi')).attach('file', file.contenuto, file.nome);
    expect(altrove.status).toBe(403);
    expect((await io.get(percorsi.lotti)).text).toContain('Nessun lotto');
  });

  it('what nobody can read ends with a reason', async () => {
    const { io } = await enter('distratto');
    const file = { contenuto: Buffer.from('ciao\r\nmondo\r\n'), nome: 'lettera.csv' };
    const dove = String((await upload(io, 'calcola', {}, file)).headers['location']);
    const pagina = await over(io, dove);
    expect(pagina.text).toContain('Non riuscito');
    expect(pagina.text).toMatch(/messaggio-titolo">Non riuscito<\/p>\s*<p>.{20,}<\/p>/);
    expect(pagina.text).not.toContain('Da scaricare');
  });

  it('somebody else’s are not there', async () => {
    const { io } = await enter('primo');
    const file = { contenuto: Buffer.from(modelloCsv()), nome: 'rapporti.csv' };
    const dove = String((await upload(io, 'calcola', {}, file)).headers['location']);
    await over(io, dove);
    const altro = await enter('secondo');
    expect((await altro.io.get(percorsi.lotti)).text).not.toContain(dove);
    for (const percorso of [dove, `${dove}/file/importi.csv`]) {
      expect((await altro.io.get(percorso)).status, percorso).toBe(404);
    }
    expect((await altro.io.post(`${dove}/annulla`, {}, percorsi.nuovoLotto('calcola'))).status).toBe(404);
    const tardi = await io.post(`${dove}/annulla`, {}, percorsi.nuovoLotto('calcola'));
    expect(tardi.headers['location']).toBe(dove);
    expect((await io.get(dove)).text).toContain('Il lotto era già finito.');
  });
});

describe('a batch not yet begun', () => {
  it('says so, and can be cancelled; no more than five wait', async () => {
    const ferma = await startPortaleDiProva();
    try {
      const { io } = await enter('ripensamento', ferma);
      const file = { contenuto: Buffer.from(modelloCsv()), nome: 'rapporti.csv' };
      const dove = String((await upload(io, 'avvisi', {}, file)).headers['location']);
      const inCoda = await io.get(dove);
      expect(inCoda.text).toMatch(/data-vivo="si" data-stato="In coda"/);
      expect(inCoda.text).toContain('/statici/lotto.js');
      for (let altri = 0; altri < 4; altri++) expect((await upload(io, 'avvisi', {}, file)).status).toBe(303);
      const troppi = await upload(io, 'avvisi', {}, file);
      expect([troppi.status, troppi.text.includes('aspettare che ne finisca uno')]).toEqual([429, true]);
      expect((await io.post(`${dove}/annulla`, {}, dove)).headers['location']).toBe(dove);
      const annullato = await io.get(dove);
      expect(annullato.text).toMatch(/<div id="lotto" data-stato="Annullato">/);
      expect(annullato.text).not.toContain('Annulla il lotto');
    } finally {
      await ferma.close();
    }
  });
});

describe('batches by program', () => {
  const api = `${percorsi.api}/lotti`;
  const mostra = async (io: Agente, segreto: string, percorso: string) =>
    io.agent.get(percorso).set('Authorization', `Bearer ${segreto}`);

  function send(segreto: string, percorso: string, contenuto: Buffer | string, intestazioni: Record<string, string>) {
    return prova
      .browser()
      .agent.post(api + percorso)
      .set({ Authorization: `Bearer ${segreto}`, ...intestazioni })
      .send(contenuto);
  }

  it('sent, followed and taken back; the pages show the same', async () => {
    const { io, segreto } = await enter('programma');
    const csv = { 'Content-Type': 'text/csv' };
    const creato = await send(segreto, '/importi?nomeFile=rapporti.csv&dettaglio=si', righeBuoneEGuaste(), csv);
    expect([creato.status, creato.body]).toEqual([201, schemi.lotto.parse(creato.body)]);
    const { id } = schemi.lotto.parse(creato.body);
    await over(io, percorsi.lotto(id));
    const finito = schemi.lotto.parse((await mostra(io, segreto, `${api}/${id}`)).body);
    expect(finito).toMatchObject({
      stato: 'finito',
      esito: { codice: 1, riepilogo: { righe: 6, righeRifiutate: 2, totale: '1716.61' } },
    });
    expect(finito.file.map(({ nome }) => nome)).toEqual(['da-correggere.csv', 'errori.csv', 'importi.csv']);
    const importi = await mostra(io, segreto, `${api}/${id}/file/importi.csv`);
    expect([importi.status, importi.text.includes(';396,50;')]).toEqual([200, true]);
    const elenco = schemi.lotti.parse((await mostra(io, segreto, api)).body);
    expect(elenco.lotti.map((lotto) => lotto.id)).toEqual([id]);
    const estraneo = await enter('estraneo');
    expect((await mostra(io, estraneo.segreto, `${api}/${id}`)).status).toBe(404);
  });

  it('a token of one employer computes, and issues nothing from a file', async () => {
    const [primo] = await prova.app.knex('datori').select<{ id: string }[]>('id');
    const { segreto } = await prova.app.accesso.creaToken('di uno', primo?.id);
    const csv = { 'Content-Type': 'text/csv' };
    expect((await send(segreto, '/importi?nomeFile=a.csv', modelloCsv(), csv)).status).toBe(201);
    const rifiuto = await send(segreto, '/avvisi?nomeFile=a.csv', modelloCsv(), csv);
    expect([rifiuto.status, rifiuto.body]).toEqual([403, expect.objectContaining({ codice: 'token-di-un-datore' })]);
  });

  it('refuses what is no file of rapporti, is packed, or is too big', async () => {
    const { segreto } = await prova.app.accesso.creaToken('maldestro');
    const csv = { 'Content-Type': 'text/csv' };
    expect((await send(segreto, '/importi?nomeFile=a.csv', '{}', { 'Content-Type': 'application/json' })).status).toBe(
      415,
    );
    expect((await send(segreto, '/importi?nomeFile=a.csv', 'x', { ...csv, 'Content-Encoding': 'gzip' })).status).toBe(
      415,
    );
    expect((await send(segreto, '/importi', modelloCsv(), csv)).status).toBe(422);
    expect((await send(segreto, '/importi?nomeFile=a.csv&uscita=exe', modelloCsv(), csv)).status).toBe(422);
    const grande = await send(segreto, '/importi?nomeFile=a.csv', Buffer.alloc(INGRESSO_MAX_BYTES + 1, 'a'), csv);
    expect([grande.status, grande.body]).toEqual([413, expect.objectContaining({ codice: 'file-troppo-grande' })]);
    const rimasti = await prova.app
      .knex('lotti_file')
      .whereIn('lotto_id', prova.app.knex('lotti').where('stato', 'annullato').select('id'));
    expect(rimasti).toEqual([]);
  });
});
