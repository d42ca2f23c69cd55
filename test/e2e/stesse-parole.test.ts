import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calcolaDati, calcolaTrimestre } from '../../src/contributi/calcola.ts';
import type { Calcolo } from '../../src/contributi/calcolo.ts';
import { type CampiCalcolo, parseDatiCalcolo } from '../../src/contributi/parse-dati.ts';
import { parseStraordinari } from '../../src/contributi/parse-straordinari.ts';
import { parseSituazione } from '../../src/contributi/situazione/schema.ts';
import { lottoCalcola } from '../../src/lotti/calcola/lotto-calcola.ts';
import { norme } from '../../src/norme/norme.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { formatEuro } from '../../src/valori/denaro.ts';
import { formatGiornoItaliano } from '../../src/valori/giorno.ts';
import { trimestre as programma } from '../cli/esegui.ts';
import { Cartella } from '../lotti/cartella.ts';
import { type PortaleDiProva, startPortaleDiProva } from '../portale/portale-di-prova.ts';
import { ALTRI, type Caso, CASI, NOTI } from './casi-di-parole.ts';

const COLONNE = {
  trimestre: 'trimestre',
  oreSettimanali: 'ore_settimanali',
  pagaOraria: 'paga_oraria',
  pagaMensile: 'paga_mensile',
  vittoAlloggioGiorni: 'vitto_alloggio_giorni',
  assunzione: 'assunzione',
  cessazione: 'cessazione',
  associazione: 'associazione',
  oreInParti: 'ore_in_parti',
  settimaneIncomplete: 'settimane_incomplete',
  inizioF2: 'inizio_f2',
  importoE1: 'importo_e1',
  territorio: 'territorio',
  livello: 'livello',
  indennita: 'indennita',
  scatti: 'scatti',
  nottiPresenza: 'notti_presenza',
  nottiAssistenza: 'notti_assistenza',
  straordinari: 'straordinari',
  assistenzaInPiu: 'assistenza_in_piu',
  tempoDeterminato: 'tempo_determinato',
  sostituzione: 'sostituzione',
  soloAssistenza: 'solo_assistenza',
} as const;

type Campo = keyof typeof COLONNE;

/** What a road answers: amount, last day, and what it says. */
interface Risposta {
  readonly totale: string;
  readonly scadenza: string;
  readonly frasi: readonly string[];
}

const diCalcolo = (calcoli: readonly Calcolo[]): Risposta[] =>
  calcoli.map(({ totale, scadenza, avvertenze }) => {
    return { totale: formatEuro(totale), scadenza: scadenza.scadenza, frasi: avvertenze };
  });
const diJson = (calcoli: readonly { totale: string; scadenza: string; avvertenze: readonly string[] }[]): Risposta[] =>
  calcoli.map(({ totale, scadenza, avvertenze }) => ({ totale, scadenza, frasi: avvertenze }));

const attesa = (campi: CampiCalcolo) => diCalcolo(calcolaDati(parseDatiCalcolo(campi), norme()));

const opzioniDi = (campi: CampiCalcolo): string[] =>
  Object.entries(COLONNE).flatMap(([campo, colonna]) => {
    const valore = campi[campo as Campo];
    const opzione = `--${colonna.replaceAll('_', '-')}`;
    return valore === undefined ? [] : typeof valore === 'string' ? [opzione, valore] : [opzione];
  });

/** As a form and a file have it: a tick is `si`. */
const asWritten = (campi: CampiCalcolo): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(campi).map(([campo, valore]) => [campo, valore === true ? 'si' : String(valore)]));

/** What a person reads of a page. */
const testoDi = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', '’')
    .replace(/[\s ]+/g, ' ');

let portale: PortaleDiProva;
const cartella = new Cartella();
beforeAll(async () => {
  portale = await startPortaleDiProva();
});
afterAll(async () => {
  await portale.close();
  cartella.remove();
});

describe('the same situation has the same cents, days and sentences by every road', () => {
  it('are seventy-five, each another', () => {
    expect([CASI.length, new Set(CASI.map(({ nome }) => nome)).size]).toEqual([75, 75]);
  });

  it.each(CASI.filter(({ dice }) => dice !== undefined))('$nome: it is said', ({ campi, dice }) => {
    expect(attesa(campi)[0]?.frasi.some((frase) => dice?.test(frase))).toBe(true);
  });

  it.each(CASI)('$nome: API', async ({ campi }) => {
    const risposta = await portale.browser().agent.post('/api/v1/calcoli').send(campi);
    expect(diJson((risposta.body as { calcoli: [] }).calcoli)).toEqual(attesa(campi));
  });

  it.each(CASI)('$nome: the quarter told as it was', ({ campi }) => {
    const { oreSettimanali, pagaOraria, pagaMensile, vittoAlloggioGiorni, livello, indennita, scatti, ...resto } =
      campi;
    const { nottiPresenza, nottiAssistenza, straordinari, tempoDeterminato, sostituzione, ...altri } = resto;
    const aTermine = { ...(tempoDeterminato && { tempoDeterminato }), ...(sostituzione && { sostituzione }) };
    const quante = nottiPresenza ?? nottiAssistenza;
    const notti =
      quante === undefined
        ? {}
        : { notti: { tipo: nottiPresenza === undefined ? 'assistenza' : 'presenza', quante: Number(quante) } };
    const oltre =
      straordinari === undefined
        ? {}
        : {
            straordinari: parseStraordinari(straordinari).map(({ ore, ...quando }) => ({
              ...quando,
              ore: ore.toFixed(),
            })),
          };
    const importo = pagaOraria ?? pagaMensile;
    const paga =
      importo === undefined ? {} : { paga: { tipo: pagaOraria === undefined ? 'mensile' : 'oraria', importo } };
    const vitto = vittoAlloggioGiorni === undefined ? {} : { vittoAlloggioGiorni };
    const minimo =
      livello === undefined
        ? {}
        : {
            minimo: {
              livello,
              forma: pagaOraria === undefined ? 'convivente' : 'oraria',
              indennita: indennita?.split(','),
              scatti,
            },
          };
    const situazione = {
      ...altri,
      ...notti,
      ...oltre,
      ...minimo,
      condizioni: [{ oreSettimanali, ...paga, ...vitto, ...aTermine }],
    };
    expect(diCalcolo(calcolaTrimestre(parseSituazione(situazione), norme()))).toEqual(attesa(campi));
  });

  it.each(CASI)('$nome: page', async ({ campi: { trimestre = '', ...campi } }) => {
    const [numero = '', anno = ''] = trimestre.split('/');
    const pagina = testoDi(
      (await portale.browser().post(percorsi.calcolo, { numero, anno, ...asWritten(campi) })).text,
    );
    for (const { totale, scadenza, frasi } of attesa({ trimestre, ...campi })) {
      for (const parte of [`${totale.replace('.', ',')} €`, formatGiornoItaliano(scadenza as never), ...frasi]) {
        expect(pagina).toContain(testoDi(parte));
      }
    }
  });

  it('a file', async () => {
    const intestazione = ['id', ...Object.values(COLONNE)].join(';');
    const righe = CASI.map(({ campi }, n) =>
      [n, ...Object.keys(COLONNE).map((c) => asWritten(campi)[c] ?? '')].join(';'),
    );
    const input = cartella.write('casi.csv', [intestazione, ...righe, ''].join('\n'));
    const out = cartella.file('importi.csv');
    const opzioni = { input, out, formato: 'iso' as const, oggi: '2026-01-01' as never };
    expect(await lottoCalcola(opzioni)).toMatchObject({ codice: 0 });
    const scritte = cartella.rows('importi.csv');
    const linee = cartella.read('importi.csv').split('\n').slice(1);
    for (const [n, { campi, dice }] of CASI.entries()) {
      const sue = scritte.flatMap((riga, posto) => (riga['id'] === String(n) ? [{ riga, linea: linee[posto] }] : []));
      expect(sue.map(({ riga: { totale, scadenza } }) => ({ totale, scadenza }))).toEqual(
        attesa(campi).map(({ totale, scadenza }) => ({ totale, scadenza })),
      );
      for (const { linea } of sue) if (dice !== undefined) expect(linea).toMatch(dice);
    }
  });

  it('the command line', async () => {
    const casi = [
      ...NOTI,
      ...ALTRI.filter(({ campi }) => campi.sostituzione === true || campi.soloAssistenza === true),
    ];
    const risposte = await Promise.all(casi.map(({ campi }) => programma(['calcola', ...opzioniDi(campi), '--json'])));
    for (const [n, { stdout, stderr }] of risposte.entries()) {
      expect(stderr).toBe('');
      expect(diJson([JSON.parse(stdout) as never])).toEqual(attesa((casi[n] as Caso).campi));
    }
  });
});

describe('a place that nobody knows is refused with those known, by every road', () => {
  const frase = /«atlantide» non è una sospensione nota; si conoscono .*ciclone-harry-2026 \(Ciclone Harry\)/;
  const campi = { trimestre: '1/2026', oreSettimanali: '25', territorio: 'atlantide' };

  it('API and page', async () => {
    const risposta = await portale.browser().agent.post('/api/v1/calcoli').send(campi);
    expect([risposta.status, (risposta.body as { campo: string }).campo]).toEqual([422, 'territorio']);
    expect((risposta.body as { detail: string }).detail).toMatch(frase);
    const scadenza = await portale.browser().get('/api/v1/scadenze/1-2026?territorio=atlantide');
    expect([scadenza.status, (scadenza.body as { campo: string }).campo]).toEqual([422, 'territorio']);
    const { oreSettimanali, territorio } = campi;
    const pagina = await portale
      .browser()
      .post(percorsi.calcolo, { numero: '1', anno: '2026', oreSettimanali, territorio });
    expect([pagina.status, /id="territorio-errore"/.test(pagina.text)]).toEqual([422, true]);
    const strumento = { contributi: '403', trimestre: '1/2026', territorio };
    const ritardo = await portale.browser().post(percorsi.strumento('sanzioni'), strumento);
    expect([ritardo.status, /id="territorio-errore"/.test(ritardo.text)]).toEqual([422, true]);
  });

  it('files: the row is refused, its column named', async () => {
    const input = cartella.write(
      'altrove.csv',
      'trimestre;ore_settimanali;territorio\n1/2026;25;atlantide\n1/2026;25 25 25 25 25 25 25 25 25 25 25 25 20;atlantide\n',
    );
    expect((await lottoCalcola({ input, out: cartella.file('altrove-importi.csv') })).codice).toBe(2);
    const errori = cartella.read('altrove-importi.errori.csv').trimEnd().split('\n').slice(1);
    expect(errori).toHaveLength(2);
    for (const riga of errori) expect(riga).toMatch(/;territorio;atlantide;/);
    for (const riga of errori) expect(riga).toMatch(frase);
  });

  it('the command line, with the name of the option', async () => {
    const { stderr, codice } = await programma(['scadenza', '1/2026', '--territorio', 'atlantide']);
    expect([codice, stderr]).toEqual([2, expect.stringMatching(/--territorio: «atlantide»/)]);
  });
});
