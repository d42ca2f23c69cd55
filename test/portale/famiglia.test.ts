import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { percorsi } from '../../src/portale/percorsi.ts';
import { percorsiReali } from '../../src/portale/percorsi-reali.ts';
import { rotteDi } from '../ostili/rotte.ts';
import { avvisoDellInps } from './avviso-dell-inps.ts';
import {
  addRapporto,
  begin,
  CODICE_INIZIO,
  DATORE,
  type FamigliaDiProva,
  FRASE,
  RAPPORTO,
  startFamigliaDiProva,
} from './famiglia-di-prova.ts';
import type { Agente } from './portale-di-prova.ts';

let famiglia: FamigliaDiProva;
let io: Agente;
beforeAll(async () => {
  famiglia = await startFamigliaDiProva();
});
afterAll(() => famiglia.close());

/** A bollettino of 3/2026, 403,00 (325 hours × 1,24). */
async function prepare(trimestre = { numero: '3', anno: '2026' }): Promise<string> {
  const [rapporto] = await famiglia.app.bollettini.rapporti(await contesto());
  const campi = { ...trimestre, rapporto: rapporto?.id ?? '', oreSettimanali: '25', pagaOraria: '8,00' };
  await io.post(percorsi.calcolo, { ...campi, azione: 'emetti' }, percorsi.calcolo);
  const pagina = await io.get(percorsi.bollettini);
  return /href="\/bollettini\/([\w-]{36})"/.exec(pagina.text)?.[1] ?? '';
}

const contesto = () => famiglia.app.famiglia.entra(FRASE, '127.0.0.1');

async function send(percorso: string, da: string, campi: Record<string, string>, file?: [string, Uint8Array]) {
  const richiesta = io.agent.post(percorso).field('_csrf', await io.token(da));
  for (const [nome, valore] of Object.entries(campi)) void richiesta.field(nome, valore);
  if (file !== undefined) void richiesta.attach(file[0], Buffer.from(file[1]), 'avviso.pdf');
  return richiesta;
}

describe('before a family has begun', () => {
  it('every way leads to beginning, which asks for the code that only who started the program has seen', async () => {
    const altri = famiglia.browser();
    for (const pagina of [percorsi.home, percorsi.accesso]) {
      expect((await altri.get(pagina)).headers['location']).toBe(percorsiReali.inizio);
    }
    const campi = { ...DATORE, frase: FRASE, ripetuta: FRASE };
    const senza = await altri.post(percorsiReali.inizio, { ...campi, codice: 'un altro' }, percorsiReali.inizio);
    expect([senza.status, senza.text]).toEqual([422, expect.stringContaining('Aprire l’indirizzo intero')]);
    const corta = { ...campi, codice: CODICE_INIZIO, frase: 'breve', ripetuta: 'breve' };
    expect((await altri.post(percorsiReali.inizio, corta, percorsiReali.inizio)).text).toContain('almeno 10 caratteri');
    const diverse = { ...campi, codice: CODICE_INIZIO, ripetuta: 'tre gatti sul letto' };
    const detto = await altri.post(percorsiReali.inizio, diverse, percorsiReali.inizio);
    expect(detto.text).toContain('Le due frasi non sono uguali');
    expect(await famiglia.app.famiglia.iniziata()).toBe(false);
    io = await begin(famiglia.browser());
  });

  it('nobody begins twice, and nobody takes a copy over it', async () => {
    const altri = famiglia.browser();
    expect((await altri.get(percorsiReali.inizio)).headers['location']).toBe(percorsi.accesso);
    expect((await altri.get(percorsiReali.ripristina)).headers['location']).toBe(percorsi.accesso);
    const nessuno = { ...DATORE, frase: 'un’altra frase', ripetuta: 'un’altra frase', codice: CODICE_INIZIO };
    const risposta = await altri.post(percorsiReali.inizio, nessuno, percorsi.accesso);
    expect(risposta.headers['location']).toBe(percorsi.accesso);
    await expect(contesto()).resolves.toBeDefined();
  });
});

describe('the family’s way in', () => {
  it('is one passphrase, and guessing is slowed down', async () => {
    const altri = famiglia.browser();
    const stati: number[] = [];
    for (let volta = 0; volta < 6; volta += 1) {
      stati.push((await altri.post(percorsiReali.entra, { frase: `tentativo ${volta}` })).status);
    }
    expect(stati).toEqual([401, 401, 401, 401, 401, 429]);
    await famiglia.app.archivio.letture.limiti.azzera(['']);
    expect((await altri.post(percorsiReali.entra, { frase: FRASE })).headers['location']).toBe(percorsi.daFare);
  });

  it('a new passphrase takes the code too', async () => {
    const altri = famiglia.browser();
    const nuova = { frase: 'quattro cani nel cortile', ripetuta: 'quattro cani nel cortile' };
    const rifiuto = await altri.post(percorsiReali.nuovaFrase, { ...nuova, codice: '' });
    expect(rifiuto.status).toBe(422);
    const codice = CODICE_INIZIO;
    expect((await altri.post(percorsiReali.nuovaFrase, { ...nuova, codice })).status).toBe(303);
    await expect(contesto()).rejects.toMatchObject({ codice: 'frase-sbagliata' });
    await altri.post(percorsiReali.nuovaFrase, { frase: FRASE, ripetuta: FRASE, codice });
    await expect(contesto()).resolves.toBeDefined();
  });
});

describe('a rapporto', () => {
  it('says all that is wrong at once, in the words of its labels', async () => {
    const campi = { ...RAPPORTO, codice: '12', assunzione: 'ieri', oreSettimanali: '' };
    const { status, text } = await io.post(percorsiReali.nuovoRapporto, campi, percorsiReali.nuovoRapporto);
    expect(status).toBe(422);
    expect(text).toContain('Ci sono 3 dati da correggere');
    for (const etichetta of ['Codice del rapporto di lavoro: ', 'Assunzione: ', 'Ore retribuite a settimana: ']) {
      expect(text).toContain(`>${etichetta}`);
    }
  });

  it('is written once, changed from a day on, and its quarters are there to be prepared', async () => {
    await addRapporto(io);
    const ancora = await io.post(percorsiReali.nuovoRapporto, RAPPORTO, percorsiReali.nuovoRapporto);
    expect([ancora.status, ancora.text]).toEqual([409, expect.stringContaining('è già scritto')]);
    const [rapporto] = await famiglia.app.bollettini.rapporti(await contesto());
    const cambia = percorsiReali.cambiaRapporto(rapporto?.id ?? '');
    const da = percorsiReali.rapporto(rapporto?.id ?? '');
    expect((await io.post(cambia, { dal: '01/10/2026', pagaOraria: '8,50' }, da)).status).toBe(303);
    expect((await io.get(da)).text).toContain('8,50 € l’ora');
    expect((await io.get(percorsi.daFare)).text).toContain('Prepara il bollettino');
  });

  it('is there to be ended, and to be looked at whole, before anything was paid', async () => {
    const [rapporto] = await famiglia.app.bollettini.rapporti(await contesto());
    const fine = percorsi.fineRapporto(rapporto?.id ?? '');
    for (const pagina of [percorsi.pagamenti, percorsiReali.rapporto(rapporto?.id ?? '')]) {
      const { text } = await io.get(pagina);
      for (const dove of [fine, percorsi.scoperti(rapporto?.id ?? ''), percorsi.estratto(rapporto?.id ?? '')]) {
        expect(text, `${pagina} leads to ${dove}`).toContain(`href="${dove}"`);
      }
    }
    const conto = { cessazione: '15/11/2026', motivo: 'licenziamento', azione: 'calcola' };
    const { status, text } = await io.post(fine, conto, fine);
    expect([status, text.includes('Passo 4')]).toEqual([200, true]);
  });
});

describe('a bollettino', () => {
  it('goes from INPS’s form to paid and back, and never says a code of ours', async () => {
    const id = await prepare();
    const pagina = percorsiReali.pratica(id);
    const { bollettino } = await famiglia.app.famiglia.pratica(await contesto(), id);
    expect(bollettino.importo).toBe(40_300);
    for (const dove of [percorsi.bollettini, pagina, percorsi.daFare, percorsi.elimina(id), percorsi.modifica(id)]) {
      const { text } = await io.get(dove);
      expect(text).not.toContain(bollettino.iuv);
      expect(text).not.toContain(bollettino.codiceInps);
    }
    const letto = await send(percorsiReali.avvisoInps(id), pagina, {}, ['file', avvisoDellInps(39_000)]);
    expect(letto.headers['location']).toBe(`${pagina}#esito`);
    const diverso = (await io.get(pagina)).text;
    expect(diverso).toContain('Chiede 390,00 €, qui ne risultano 403,00 €: 13,00 € in meno.');
    expect(diverso).toContain('Di quali ore può essere l’avviso?');

    const futuro = await send(percorsiReali.pagato(id), pagina, { pagatoIl: '01/12/2026', importo: '390,00' });
    expect([futuro.status, futuro.text]).toEqual([422, expect.stringContaining('deve ancora venire')]);
    const rubbish = await send(percorsiReali.pagato(id), pagina, { pagatoIl: '28/11/2026', importo: '390,00' }, [
      'ricevuta',
      Buffer.from('non è un PDF'),
    ]);
    expect(rubbish.status).toBe(422);
    expect((await famiglia.app.famiglia.pratica(await contesto(), id)).bollettino.stato).toBe('nel-carrello');

    await send(percorsiReali.pagato(id), pagina, { pagatoIl: '28/11/2026', importo: '390,00' });
    const { text } = await io.get(percorsi.attestazione('2026'));
    expect(text).toContain('390,00');
    expect(text).not.toMatch(/simulazion/i);
    const ora = await famiglia.app.famiglia.pratica(await contesto(), id);
    expect([ora.bollettino.stato, ora.bollettino.versato]).toEqual(['pagato', 39_000]);
    // What was paid is what counts: the quarter told anew asks for the rest, 403,00 − 390,00.
    const [rapporto] = await famiglia.app.bollettini.rapporti(await contesto());
    const previsto = await famiglia.app.bollettini.prevedi(await contesto(), rapporto?.id ?? '', {
      anno: 2026,
      numero: 3,
    });
    expect(previsto[0]?.integrazione?.importo).toBe(1_300);

    expect((await io.post(percorsiReali.nonPagato(id), {}, pagina)).status).toBe(303);
    const dopo = await famiglia.app.famiglia.pratica(await contesto(), id);
    expect([dopo.bollettino.stato, dopo.bollettino.versato, dopo.pagamento]).toEqual([
      'nel-carrello',
      undefined,
      undefined,
    ]);
  });

  it('does not take the notice of another, nor a file without a notice', async () => {
    const altro = await prepare({ numero: '2', anno: '2026' });
    const pratiche = await famiglia.app.famiglia.pratiche(await contesto());
    const id = pratiche.find(({ avviso }) => avviso === undefined)?.bollettino.id ?? altro;
    const pagina = percorsiReali.pratica(id);
    const suo = await send(percorsiReali.avvisoInps(id), pagina, {}, ['file', avvisoDellInps(39_000)]);
    expect([suo.status, suo.text]).toEqual([
      409,
      expect.stringContaining('già stato preso per il bollettino del 3/2026'),
    ]);
    const niente = await send(percorsiReali.avvisoInps(id), pagina, {});
    expect([niente.status, niente.text]).toEqual([422, expect.stringContaining('Scegliere un file')]);
  });

  it('is not integrated and un-paid at once', async () => {
    const [prima] = (await famiglia.app.famiglia.pratiche(await contesto())).filter(
      ({ avviso }) => avviso !== undefined,
    );
    const id = prima?.bollettino.id ?? '';
    const chi = await contesto();
    await famiglia.app.famiglia.segnaPagato(chi, id, { pagatoIl: '2026-11-28' as never, importo: 39_000 as never });
    await famiglia.app.bollettini.emetti(
      chi,
      prima?.rapporto.id ?? '',
      { anno: 2026, numero: 3 },
      {},
      { integra: true },
    );
    await expect(famiglia.app.famiglia.ritiraPagamento(chi, id)).rejects.toMatchObject({
      codice: 'bollettino-integrato',
    });
    await expect(
      famiglia.app.famiglia.segnaPagato(chi, id, { pagatoIl: '2026-11-28' as never, importo: 39_000 as never }),
    ).rejects.toMatchObject({ codice: 'bollettino-cambiato' });
  });
});

/** What belongs to the simulation, to notices of ours, to pagoPA's node, to programs and to who runs a service. */
const DEL_SERVIZIO = [
  /^\/pagopa\//,
  /^\/pagamento-online/,
  /^\/api\//,
  /^\/operatori/,
  /^\/lotti/,
  /^\/clienti/,
  /^\/accesso\//,
  /^\/bollettini\/(riepilogo|conferma|avvisi\.pdf)/,
  /^\/bollettini\/[^/]+\/(avviso($|[./])|atto-interruttivo)/,
  /^\/pagamenti\/(rimborso|[^/]+\/ricevuta)/,
];

describe('what a family’s portal has not', () => {
  it('no route of the simulation or of paying on pagoPA is there', () => {
    const rotte = rotteDi(famiglia.portale).map(({ percorso }) => percorso);
    expect(rotte.length).toBeGreaterThan(50);
    expect(rotte.filter((rotta) => DEL_SERVIZIO.some((sua) => sua.test(rotta)))).toEqual([]);
    expect(rotte).toEqual(expect.arrayContaining([percorsi.bollettini, percorsiReali.copia, percorsiReali.inizio]));
  });

  it('every link of every page leads to a page, and none speaks of a simulation', async () => {
    const visti = new Set<string>();
    const daVedere: string[] = [percorsi.daFare, percorsi.strumenti, percorsi.privacy, percorsi.uscita];
    for (let qui = daVedere.pop(); qui !== undefined; qui = daVedere.pop()) {
      if (visti.has(qui)) continue;
      visti.add(qui);
      const { status, headers, text } = await io.get(qui);
      expect([qui, status < 400], String(status)).toEqual([qui, true]);
      if (status >= 300 || !String(headers['content-type']).startsWith('text/html')) continue;
      const corpo = text.replace(/<head>[\s\S]*?<\/head>/, '');
      expect([qui, /AMBIENTE SIMULATO|FAC-SIMILE|Conferma e Paga/.exec(corpo)?.[0]]).toEqual([qui, undefined]);
      const trovati = [...corpo.matchAll(/(?:href|action)="(\/[^"#]*)[^"]*"/g)].map(
        (uno) => uno[1]?.replaceAll('&amp;', '&') ?? '',
      );
      for (const nuovo of trovati) {
        const azione = corpo.includes(`action="${nuovo}`) && !corpo.includes(`href="${nuovo}`);
        // From year to year there is no end.
        const altroAnno = /\/attestazione\/(?!2026)/.test(nuovo);
        if (!azione && !altroAnno && !nuovo.startsWith('/statici')) daVedere.push(nuovo);
      }
    }
    expect(visti.size).toBeGreaterThan(40);
  }, 120_000);
});
