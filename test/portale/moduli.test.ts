import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { percorsi } from '../../src/portale/percorsi.ts';
import { gruppiCalcolo } from '../../src/portale/strumenti/gruppi-calcolo.ts';
import { campiModulo } from '../../src/portale/viste/modulo-calcolo.ts';
import { codiceFiscaleDi, startPortaleDiProva, type Agente, type PortaleDiProva } from './portale-di-prova.ts';

let prova: PortaleDiProva;
beforeAll(async () => {
  prova = await startPortaleDiProva();
});
afterAll(() => prova.close());

/** Who has only the letter's two codes. */
async function conDueCodici(cognome: string, codiceRapporto: string): Promise<Agente> {
  const io = prova.browser();
  await io.post(percorsi.accessoCodiceRapporto, { codiceFiscale: codiceFiscaleDi(prova.app, cognome), codiceRapporto });
  return io;
}

/** What the summary says, and the field each line leads to. */
function riepilogo(html: string): Record<string, string> {
  const elenco = /messaggio-errore[\s\S]*?<ul>([\s\S]*?)<\/ul>/.exec(html)?.[1] ?? '';
  return Object.fromEntries(
    [...elenco.matchAll(/<li>(?:<a href="#([^"]*)">)?([^<]*)/g)].map(([, campo, testo]) => [campo ?? '', testo ?? '']),
  );
}

const titolo = (html: string) => /<title>([^<]*)/.exec(html)?.[1]?.replaceAll('\u00a0', ' ') ?? '';

/** The fields of the form with this name, as a browser would send them. */
function campiDi(html: string, nome: string): Record<string, string> {
  const modulo = new RegExp(`<form[^>]*aria-label="${nome}"[\\s\\S]*?</form>`).exec(html)?.[0] ?? '';
  // As a browser sends it: a box that is not ticked is not there.
  const pieno = modulo.replace(/<input type="checkbox"[^>]*>/g, (casella) =>
    casella.includes(' checked') ? casella : '',
  );
  const testi = [...pieno.matchAll(/name="(\w+)"(?: type="text")? value="([^"]*)"/g)];
  const scelte = [...modulo.matchAll(/<select[^>]*name="(\w+)"[\s\S]*?value="([^"]*)" selected/g)];
  const voci = [...testi, ...scelte].map(([, campo = '', valore = '']): [string, string] => [campo, valore]);
  return Object.fromEntries(voci.filter(([campo]) => campo !== '_csrf'));
}

describe('with codice fiscale and codice rapporto alone', () => {
  it('hours are changed and the bollettino is issued, printed and changed again; names stay short', async () => {
    const io = await conDueCodici('Ferrari', '2100005123');
    const pagina = (await io.get(`${percorsi.calcolo}?numero=4&anno=2025`)).text;
    const campi = campiDi(pagina, 'Dati del calcolo');
    const calcolo = await io.post(percorsi.calcolo, { ...campi, ore: '100', azione: 'calcola' }, percorsi.calcolo);
    expect(calcolo.status).toBe(200);
    const emissione = campiDi(calcolo.text, 'Aggiungi ai bollettini');
    expect(emissione).toMatchObject({ ore: '100', numero: '4', anno: '2025' });
    const fatto = await io.post(percorsi.calcolo, { ...emissione, azione: 'emetti' }, percorsi.calcolo);
    expect([fatto.status, fatto.headers['location']]).toEqual([303, percorsi.bollettini]);
    const elenco = await io.get(percorsi.bollettini);
    expect(elenco.text).toContain('4/2025');
    const id = /href="\/bollettini\/([\w-]{36})"[^>]*>[^<]*<\/a><\/td>\s*<td[^>]*>4\/2025/.exec(elenco.text)?.[1] ?? '';
    const modifica = await io.get(percorsi.modifica(id));
    const cambiati = { ...campiDi(modifica.text, 'Ore, settimane e paga'), ore: '120', azione: 'salva' };
    expect((await io.post(percorsi.modifica(id), cambiati, percorsi.modifica(id))).status).toBe(303);
    const settimane = await io.get(`${percorsi.dettaglio}?rapporto=${campi['rapporto']}&numero=3&anno=2025`);
    expect(settimane.status).toBe(200);
    for (const { text } of [elenco, modifica, settimane, calcolo]) expect(text).not.toMatch(/Ferrari|Shevchenko/);
  });

  it('what needs an identity is said once, plainly, and is not offered', async () => {
    const io = await conDueCodici('Ferrari', '2100005123');
    const { text } = await io.get(percorsi.bollettini);
    expect(text.match(/identità digitale/g)).toHaveLength(1);
    expect(text).not.toContain(`href="${percorsi.calendario}"`);
    expect((await io.get(percorsi.calendario)).status).toBe(403);
  });
});

describe('an answer is where the eyes are', () => {
  it('a calculation: amount in the title, above the form, at the address the form was sent to', async () => {
    const io = prova.browser();
    const vuota = await io.get(percorsi.calcolo);
    expect(vuota.text).toContain(`action="${percorsi.calcolo}#esito"`);
    const { text } = await io.post(percorsi.calcolo, { numero: '4', anno: '2020', oreSettimanali: '25' });
    expect(titolo(text)).toMatch(/^Importo: 338,00 € – Calcolo contributi/);
    expect(text.indexOf('id="esito"')).toBeGreaterThan(0);
    expect(text.indexOf('338,00')).toBeLessThan(text.indexOf('aria-label="Dati del calcolo"'));
    expect(text.indexOf('class="passi"')).toBeGreaterThan(text.indexOf('aria-label="Dati del calcolo"'));
  });

  it('what is sent to be issued is what was computed, not what is being typed', async () => {
    const io = await prova.browser().enter(prova.app, 'Bianchi');
    const pagina = (await io.get(`${percorsi.calcolo}?numero=3&anno=2025`)).text;
    const campi = campiDi(pagina, 'Dati del calcolo');
    const { text } = await io.post(percorsi.calcolo, { ...campi, oreSettimanali: '10' }, percorsi.calcolo);
    expect(campiDi(text, '(?:Aggiungi ai bollettini|Sostituisci il bollettino)')).toMatchObject({
      oreSettimanali: '10',
    });
  });

  it('hours that changed on a day: said in the form of one’s own rapporto, and kept with it', async () => {
    const io = await prova.browser().enter(prova.app, 'Bianchi');
    const pagina = (await io.get(`${percorsi.calcolo}?numero=2&anno=2025`)).text;
    const campi = campiDi(pagina, 'Dati del calcolo');
    const prova1 = { ...campi, cambioDal: '12/05/2025' };
    expect(riepilogo((await io.post(percorsi.calcolo, prova1, percorsi.calcolo)).text)).toEqual({
      cambioOre: 'Nuove ore a settimana: Scrivere che cosa è cambiato: le ore, la paga o tutte e due.',
    });
    const fuori = { ...campi, cambioDal: '12/07/2025', cambioOre: '30' };
    expect(riepilogo((await io.post(percorsi.calcolo, fuori, percorsi.calcolo)).text)['cambioDal']).toContain(
      'viene dopo il trimestre 2/2025',
    );
    const { text } = await io.post(percorsi.calcolo, { ...prova1, cambioOre: '30' }, percorsi.calcolo);
    expect(text).not.toContain('Le condizioni del rapporto sono cambiate nel trimestre');
    const emissione = campiDi(text, 'Aggiungi ai bollettini');
    expect(emissione).toMatchObject({ cambioDal: '12/05/2025', cambioOre: '30' });
    const fatto = await io.post(percorsi.calcolo, { ...emissione, azione: 'emetti' }, percorsi.calcolo);
    expect(fatto.headers['location']).toBe(percorsi.bollettini);
    expect((await io.get(percorsi.bollettini)).text).toContain('Le nuove condizioni valgono dal 12/05/2025');
    const dopo = campiDi((await io.get(`${percorsi.calcolo}?numero=3&anno=2025`)).text, 'Dati del calcolo');
    expect(dopo['oreSettimanali']).toBe('30');
  });

  it('what two bollettini have in common is said once', async () => {
    const io = prova.browser();
    const campi = { numero: '4', anno: '2020', oreSettimanali: '25', 'sabato-2020-10-10': '20', pagaOraria: '9,00' };
    const { text } = await io.post(percorsi.strumento('trimestre'), campi);
    const frasi = [...text.matchAll(/<li>([^<]{30,})<\/li>/g)].map(([, frase]) => frase);
    expect(frasi.length).toBeGreaterThan(0);
    expect(new Set(frasi).size).toBe(frasi.length);
  });
});

describe('all that is wrong is said at once, in the words of the labels', () => {
  it('in the short calculation', async () => {
    const campi = { numero: '4', anno: '2020', oreSettimanali: 'x', pagaOraria: 'y', vittoAlloggioGiorni: '9' };
    const { status, text } = await prova.browser().post(percorsi.calcolo, { ...campi, cessazione: '99/99/2020' });
    expect(status).toBe(422);
    expect(titolo(text)).toMatch(/^Errore: /);
    expect(text).toContain('Ci sono 4 dati da correggere');
    expect(riepilogo(text)).toEqual({
      oreSettimanali: expect.stringMatching(/^Ore retribuite a settimana: /) as string,
      pagaOraria: expect.stringMatching(/^Paga oraria in euro: /) as string,
      vittoAlloggioGiorni: expect.stringMatching(/^Giorni a settimana con vitto e alloggio: /) as string,
      cessazione: expect.stringMatching(/^Data di cessazione: /) as string,
    });
    for (const campo of Object.keys(riepilogo(text))) expect(text).toContain(`id="${campo}-errore"`);
  });

  it('two pays are named as the page names them', async () => {
    const campi = { numero: '4', anno: '2020', oreSettimanali: '20', pagaOraria: '8', pagaMensile: '900' };
    const { text } = await prova.browser().post(percorsi.calcolo, campi);
    expect(riepilogo(text)).toEqual({
      pagaMensile: 'Paga mensile in euro: «Paga oraria in euro» e «Paga mensile in euro»: darne una sola.',
    });
  });

  it('week by week, with the terms: each at its own field, a wrong paga mensile at its own', async () => {
    const campi = {
      ...{ numero: '4', anno: '2025', oreSettimanali: '25', pagaMensile: 'tanta' },
      ...{ 'sabato-2025-10-11': 'x', 'sabato-2025-12-06': 'y' },
      ...{ assenza2Tipo: 'ferie', assenza2Dal: 'mai', assenza3Dal: '01/12/2025' },
      ...{ cambioOre: '30' },
    };
    const { text } = await prova.browser().post(percorsi.strumento('trimestre'), campi);
    expect(Object.keys(riepilogo(text)).sort()).toEqual(
      ['assenza2Dal', 'assenza3Tipo', 'cambioDal', 'pagaMensile', 'sabato-2025-10-11', 'sabato-2025-12-06'].sort(),
    );
  });

  it.each([
    ['trimestre', { numero: '4', anno: '2025' }],
    ['verifica', {}],
    ['sanzioni', {}],
    ['costo-annuo', {}],
    ['fine-rapporto', {}],
    ['proiezione', {}],
  ])(
    'of %s, every field filled with nonsense: no name of a program, no link that leads nowhere',
    async (nome, base) => {
      const vuota = await prova.browser().get(`${percorsi.strumento(nome)}?numero=4&anno=2025`);
      const nomi = [...vuota.text.matchAll(/<input class="form-control[^>]* name="([^"]+)"/g)].map(
        ([, campo]) => campo ?? '',
      );
      const campi = Object.fromEntries(nomi.map((campo) => [campo, 'bah']));
      const { text, status } = await prova.browser().post(percorsi.strumento(nome), { ...campi, ...base });
      expect(status).toBe(422);
      const detti = riepilogo(text);
      expect(Object.keys(detti).length).toBeGreaterThan(0);
      for (const [campo, frase] of Object.entries(detti)) {
        expect(text, frase).toContain(`id="${campo}"`);
        expect(frase).not.toMatch(/[a-z][A-Z]|\w\.\d|undefined/);
      }
    },
  );
});

describe('the one list of the fields of a quarter told in short', () => {
  it('is what the form reads and what the page shows', () => {
    const mostrati = gruppiCalcolo().flatMap(({ campi }) => campi.map(({ nome }) => nome));
    expect(mostrati.sort()).toEqual(Object.keys(campiModulo).sort());
  });
});

describe('the list of due dates', () => {
  it('says what there is to know of them once', async () => {
    const io = await prova.browser().enter(prova.app, 'Ferrari');
    const { text } = await io.get(percorsi.calendario);
    const frasi = [...text.matchAll(/<p class="regola-validita">([^<]*\.)<\/p>/g)].map(([, frase]) => frase);
    expect(frasi.length).toBeGreaterThan(0);
    expect(new Set(frasi).size).toBe(frasi.length);
  });
});
