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

interface Caso {
  readonly nome: string;
  readonly campi: CampiCalcolo;
  /** What every road must say, the rows of a file included. */
  readonly dice?: RegExp;
}

const HARRY = { territorio: 'ciclone-harry-2026' };

/** Ends, hires and places: what people ask, with the sentence that no road may lack. */
const NOTI: readonly Caso[] = [
  { nome: 'plain', campi: { trimestre: '4/2020', oreSettimanali: '25' } },
  {
    nome: 'an end whose week is of the next quarter',
    campi: { trimestre: '4/2026', oreSettimanali: '20', pagaOraria: '8', cessazione: '31/12/2026' },
    dice: /settimana che comincia il 27\/12\/2026 è del trimestre 1\/2027/,
  },
  {
    nome: 'a place whose due dates are suspended',
    campi: { trimestre: '1/2026', oreSettimanali: '25', pagaOraria: '8', ...HARRY },
    dice: /«Ciclone Harry» vale solo per chi è nei comuni/,
  },
  {
    nome: 'the same, where the suspension leaves the due date alone',
    campi: { trimestre: '2/2026', oreSettimanali: '25', pagaOraria: '8', ...HARRY },
    dice: /questa, del 10\/07\/2026, non è fra quelle/,
  },
  {
    nome: 'an end inside the quarter, in a suspended place',
    campi: { trimestre: '1/2026', oreSettimanali: '25', pagaOraria: '8', cessazione: '14/03/2026', ...HARRY },
    dice: /«Ciclone Harry» vale solo per chi è nei comuni/,
  },
  {
    nome: 'an hourly pay that no level may have',
    campi: { trimestre: '3/2026', oreSettimanali: '20', pagaOraria: '4,00' },
    dice: /La paga oraria è sotto il più basso minimo contrattuale del 2026, 6,51 €/,
  },
  {
    nome: 'a monthly one',
    campi: { trimestre: '3/2026', oreSettimanali: '30', pagaMensile: '300' },
    dice: /La paga mensile è sotto il più basso minimo contrattuale del 2026, 811,09 € al mese per 54 ore/,
  },
  {
    nome: 'a level with its allowance',
    campi: {
      trimestre: '3/2026',
      oreSettimanali: '20',
      pagaOraria: '7,45',
      livello: 'BS',
      indennita: 'bambino-sotto-sei-anni',
    },
    dice: /sotto il minimo contrattuale 2026 del livello BS \(oraria\), 8,29 €/,
  },
  {
    nome: 'seniority rises told, and counted from the hiring',
    campi: {
      trimestre: '3/2026',
      oreSettimanali: '20',
      pagaOraria: '7,50',
      livello: 'B',
      scatti: '2',
      assunzione: '01/02/2020',
    },
    dice: /7,01 € \+ 0,56 € di 2 scatti di anzianità/,
  },
];

/** With those above: every end of a quarter, hirings on each day of a week, part hours, places, funds, nights, overtime. */
const ALTRI: readonly Caso[] = [
  ...['31/03', '30/06', '30/09', '31/12'].flatMap((fine, n) =>
    ['2024', '2025'].map((anno) =>
      caso({ trimestre: `${n + 1}/${anno}`, cessazione: `${fine}/${anno}`, pagaOraria: '8,20' }),
    ),
  ),
  ...['2', '3', '4', '5', '6', '7', '8'].map((giorno) =>
    caso({
      trimestre: '1/2026',
      assunzione: `0${giorno}/02/2026`,
      pagaOraria: '8,20',
      settimaneIncomplete: 'a-giorni',
    }),
  ),
  ...['12,5', '20,25', '24,5', '23,75'].flatMap((oreSettimanali) =>
    ([undefined, 'esatte'] as const).map((oreInParti) =>
      caso({
        trimestre: '3/2025',
        oreSettimanali,
        pagaOraria: '9',
        ...(oreInParti === undefined ? {} : { oreInParti }),
      }),
    ),
  ),
  ...(
    [
      ['sisma-centro-italia-2016', '4/2016'],
      ['ischia-2018', '1/2020'],
      ['alluvione-maggio-2023', '2/2023'],
      ['campi-flegrei-2025', '1/2025'],
      ['niscemi-2026', '1/2026'],
    ] as const
  ).flatMap(([territorio, trimestre]) => [caso({ trimestre, territorio }), caso({ trimestre: '4/2024', territorio })]),
  ...['1/2007', '2/2010', '1/2021', '3/2025'].flatMap((trimestre) =>
    [{}, { inizioF2: 'dal-3-2007' }].map((altro) => caso({ trimestre, associazione: 'F2', ...altro })),
  ),
  ...['4/2008', '4/2022', '1/2023', '3/2025'].map((trimestre) => caso({ trimestre, associazione: 'E1' })),
  caso({ trimestre: '3/2025', associazione: 'E1', importoE1: 'precedente' }),
  caso({ trimestre: '2/2008', oreSettimanali: '40', pagaOraria: '5,45', vittoAlloggioGiorni: '5' }),
  caso({
    trimestre: '2/2026',
    oreSettimanali: '54',
    pagaMensile: '1200',
    livello: 'CS',
    indennita: 'piu-persone,certificazione-uni',
  }),
  caso({ trimestre: '2/2006', oreSettimanali: '10', pagaOraria: '4', livello: '2' }),
  caso({ trimestre: '4/2026', oreSettimanali: '40', pagaMensile: '900', cessazione: '31/12/2026', ...HARRY }),
  caso({ trimestre: '3/2024', oreSettimanali: '61', pagaOraria: '8' }),
  ...['nottiPresenza', 'nottiAssistenza'].flatMap((notti) =>
    ['F2', 'E1'].map((associazione) => caso({ trimestre: '3/2026', [notti]: '20', pagaMensile: '1200', associazione })),
  ),
  ...['1/2026', '3/2025'].flatMap((trimestre) =>
    ['6', '4,5'].map((straordinari) => caso({ trimestre, straordinari, pagaOraria: '9', oreSettimanali: '20' })),
  ),
  caso({ trimestre: '1/2026', straordinari: '12/02/2026 3 | 19/02/2026 2,5', pagaOraria: '9' }),
  caso({ trimestre: '3/2026', associazione: 'F2', assistenzaInPiu: '0,50', oreSettimanali: '8', pagaOraria: '9' }),
];

const CASI = [...NOTI, ...ALTRI];

function caso(campi: CampiCalcolo): Caso {
  const tutti = { oreSettimanali: '25', ...campi };
  const nome = Object.entries(tutti).map(([campo, valore]) =>
    campo.startsWith('notti') ? `${campo} ${valore}` : valore,
  );
  return { nome: nome.join(' '), campi: tutti };
}

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
    return valore === undefined ? [] : [`--${colonna.replaceAll('_', '-')}`, valore];
  });

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
  it('are seventy, each another', () => {
    expect([CASI.length, new Set(CASI.map(({ nome }) => nome)).size]).toEqual([70, 70]);
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
    const { nottiPresenza, nottiAssistenza, straordinari, ...altri } = resto;
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
    const situazione = { ...altri, ...notti, ...oltre, ...minimo, condizioni: [{ oreSettimanali, ...paga, ...vitto }] };
    expect(diCalcolo(calcolaTrimestre(parseSituazione(situazione), norme()))).toEqual(attesa(campi));
  });

  it.each(CASI)('$nome: page', async ({ campi: { trimestre = '', ...campi } }) => {
    const [numero = '', anno = ''] = trimestre.split('/');
    const pagina = testoDi(
      (await portale.browser().post(percorsi.calcolo, { numero, anno, ...(campi as object) })).text,
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
      [n, ...Object.keys(COLONNE).map((c) => campi[c as Campo] ?? '')].join(';'),
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
    const risposte = await Promise.all(NOTI.map(({ campi }) => programma(['calcola', ...opzioniDi(campi), '--json'])));
    for (const [n, { stdout, stderr }] of risposte.entries()) {
      expect(stderr).toBe('');
      expect(diJson([JSON.parse(stdout) as never])).toEqual(attesa((NOTI[n] as Caso).campi));
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
