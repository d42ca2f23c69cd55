import * as campi from './campi-comuni.ts';
import type { CampoModulo, GruppoCampi } from './strumento.ts';

/** The fields of a quarter as it was, besides its weeks and absences. */
export const condizioni: readonly CampoModulo[] = [
  { ...campi.oreSettimanali, obbligatorio: true } as CampoModulo,
  campi.pagaOraria,
  campi.pagaMensile,
  campi.vittoAlloggioGiorni,
  campi.associazione,
  campi.senzaCuaf,
  campi.tempoDeterminato,
  campi.sostituzione,
];

export const inizioEFine: readonly CampoModulo[] = [
  campi.giorno('assunzione', 'Assunzione', 'se cade nel trimestre'),
  campi.giorno('cessazione', 'Cessazione', 'l’ultimo giorno del rapporto'),
  campi.giorno('preavvisoFinoAl', 'Preavviso non lavorato fino al', 'se pagato alla fine'),
  {
    tipo: 'testo',
    nome: 'ferieNonGodute',
    etichetta: 'Ferie non godute, in ore',
    aiuto: 'Pagate alla fine del rapporto',
    modo: 'decimal',
  },
  {
    tipo: 'testo',
    nome: 'giorniFerieNonGodute',
    etichetta: 'Ferie non godute, in giorni',
    aiuto: 'Lavorativi, da lunedì a sabato: ognuno un sesto dell’orario settimanale',
    modo: 'numeric',
  },
];

/** The questions of the over-80 relief, which is taken off only when all its requirements are met. */
export const over80: GruppoCampi = {
  legenda: 'Esonero per chi assiste un ottantenne',
  aiuto: 'Si toglie solo se tutti i requisiti ci sono; finché l’INPS non conferma, versare l’importo intero.',
  campi: [
    campi.giorno('over80Dal', 'Assunzione o trasformazione', 'dall’1/4/2024 al 31/12/2025'),
    {
      tipo: 'testo',
      nome: 'over80Isee',
      etichetta: 'ISEE sociosanitario in euro',
      aiuto: 'Al massimo 6.000,00',
      modo: 'decimal',
    },
    { tipo: 'spunta', nome: 'over80Ottantenne', etichetta: 'L’assistito ha almeno 80 anni' },
    { tipo: 'spunta', nome: 'over80Accompagnamento', etichetta: 'L’assistito ha l’indennità di accompagnamento' },
    { tipo: 'spunta', nome: 'over80Assistenza', etichetta: 'Le mansioni sono di assistenza all’anziano' },
    {
      tipo: 'spunta',
      nome: 'over80SeiMesi',
      etichetta: 'Nei sei mesi prima c’è stato un rapporto fra le stesse persone',
    },
    { tipo: 'spunta', nome: 'over80Parente', etichetta: 'Il lavoratore è parente o affine del datore' },
    {
      tipo: 'spunta',
      nome: 'over80Mansioni',
      etichetta: 'Se parente: le mansioni sono fra quelle ammesse',
      aiuto: 'DPR 1403/1971, art. 1 comma 3',
    },
  ],
};

export const letture: readonly CampoModulo[] = [
  {
    tipo: 'scelta',
    nome: 'lettura',
    etichetta: 'Oltre le 24 ore',
    aiuto: 'Le fonti non concordano',
    scelte: [
      { valore: 'settimana-per-settimana', testo: 'Ogni settimana per sé (legge)' },
      { valore: 'orario-unico', testo: 'Un solo orario (simulatore INPS)' },
    ],
  },
  {
    tipo: 'scelta',
    nome: 'festivita',
    etichetta: 'Festività',
    scelte: [
      { valore: 'comprese', testo: 'Già comprese nelle ore' },
      { valore: 'un-sesto', testo: 'Un sesto dell’orario l’una' },
    ],
  },
  {
    tipo: 'testo',
    nome: 'patrono',
    etichetta: 'Santo patrono del luogo',
    aiuto: 'gg/mm, per esempio 29/06: è festività, quando si contano a parte',
  },
  {
    tipo: 'scelta',
    nome: 'oreInParti',
    etichetta: 'Frazioni di ora',
    scelte: [
      { valore: '', testo: 'Totale arrotondato per eccesso (circ. 19/2006)' },
      { valore: 'esatte', testo: 'Ore esatte' },
    ],
  },
  {
    tipo: 'scelta',
    nome: 'settimaneIncomplete',
    etichetta: 'Settimana di inizio o di fine',
    scelte: [
      { valore: '', testo: 'Intera, come propone l’INPS' },
      { valore: 'a-giorni', testo: 'Solo i giorni del rapporto' },
    ],
  },
  {
    tipo: 'scelta',
    nome: 'quartaFascia',
    etichetta: 'Fra 24 e 25 ore a settimana',
    scelte: [
      { valore: '', testo: 'La più prudente che si può calcolare' },
      { valore: 'dalle-25', testo: '4ª fascia dalle 25 ore' },
      { valore: 'oltre-24', testo: '4ª fascia oltre 24 ore' },
    ],
  },
  {
    tipo: 'scelta',
    nome: 'contoAssistenza',
    etichetta: 'F2 o E1 che cambia nel trimestre',
    scelte: [
      { valore: '', testo: 'Importo di fine trimestre' },
      { valore: 'a-giorni', testo: 'Ogni giorno il suo' },
    ],
  },
  {
    tipo: 'scelta',
    nome: 'inizioF2',
    etichetta: 'F2, da quando',
    aiuto: 'Conta fino al 2° trimestre 2010',
    scelte: [
      { valore: '', testo: '1/3/2007 (CCNL)' },
      { valore: 'dal-7-2007', testo: '1/7/2007 (art. 53)' },
      { valore: 'dal-7-2010', testo: '1/7/2010 (primi versamenti)' },
    ],
  },
  {
    tipo: 'scelta',
    nome: 'importoE1',
    etichetta: 'E1 dal 2023',
    scelte: [
      { valore: '', testo: '0,06 € l’ora (CCNL 2023)' },
      { valore: 'precedente', testo: '0,03 € l’ora, come prima' },
    ],
  },
];
