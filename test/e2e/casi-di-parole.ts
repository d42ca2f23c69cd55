import type { CampiCalcolo } from '../../src/contributi/parse-dati.ts';

/** What people ask, and the sentence that no road may lack. */
export interface Caso {
  readonly nome: string;
  readonly campi: CampiCalcolo;
  /** What every road must say, the rows of a file included. */
  readonly dice?: RegExp;
}

const HARRY = { territorio: 'ciclone-harry-2026' };

/** Ends, hires and places: what people ask, with the sentence that no road may lack. */
export const NOTI: readonly Caso[] = [
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
export const ALTRI: readonly Caso[] = [
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
  // In the place of who is absent: none of the 1.40%, the fund as it is.
  ...[
    { trimestre: '3/2026', pagaOraria: '9' },
    { trimestre: '1/2024', oreSettimanali: '20', pagaOraria: '8,20', associazione: 'F2' },
  ].map((campi) => caso({ ...campi, tempoDeterminato: true, sostituzione: true })),
  caso({ trimestre: '3/2026', pagaOraria: '9', tempoDeterminato: true }),
  ...['F2', 'E1'].map((associazione) => caso({ trimestre: '3/2026', associazione, soloAssistenza: true })),
];

export const CASI = [...NOTI, ...ALTRI];

function caso(campi: CampiCalcolo): Caso {
  const tutti = { oreSettimanali: '25', ...campi };
  const nome = Object.entries(tutti).map(([campo, valore]) =>
    campo.startsWith('notti') ? `${campo} ${valore}` : valore === true ? campo : valore,
  );
  return { nome: nome.join(' '), campi: tutti };
}
