import { norme } from '../../norme/norme.ts';
import { SCELTE_INDENNITA, SCELTE_LIVELLO } from '../viste/minimo.ts';
import { scelteTerritorio } from '../viste/territori.ts';
import type { CampoModulo } from './strumento.ts';

/** Fields that more than one tool asks, with the same words everywhere. */
export const oreSettimanali: CampoModulo = {
  tipo: 'testo',
  nome: 'oreSettimanali',
  etichetta: 'Ore retribuite a settimana',
  aiuto: 'Per esempio 25 oppure 24,5',
  modo: 'decimal',
  esempio: '25',
};
export const pagaOraria: CampoModulo = {
  tipo: 'testo',
  nome: 'pagaOraria',
  etichetta: 'Paga oraria in euro',
  aiuto: 'Concordata, senza tredicesima: per esempio 8,00',
  modo: 'decimal',
  esempio: '8,00',
};
export const pagaMensile: CampoModulo = {
  tipo: 'testo',
  nome: 'pagaMensile',
  etichetta: 'Paga mensile in euro',
  aiuto: 'Per esempio 1.000,00',
  modo: 'decimal',
};
export const vittoAlloggioGiorni: CampoModulo = {
  tipo: 'testo',
  nome: 'vittoAlloggioGiorni',
  etichetta: 'Giorni a settimana con vitto e alloggio',
  aiuto: 'Da 0 a 7',
  modo: 'numeric',
};
export const associazione: CampoModulo = {
  tipo: 'scelta',
  nome: 'associazione',
  etichetta: 'Contributo di assistenza contrattuale',
  aiuto: 'Obbligatorio per chi applica il contratto collettivo',
  scelte: [
    { valore: '', testo: 'Nessuno' },
    { valore: 'F2', testo: 'F2 – CAS.SA.COLF' },
    { valore: 'E1', testo: 'E1 – EBILCOBA' },
  ],
};
export const senzaCuaf: CampoModulo = {
  tipo: 'spunta',
  nome: 'senzaCuaf',
  etichetta: 'Senza quota CUAF',
  aiuto: 'Se il lavoratore è il coniuge, o un parente o affine entro il terzo grado che convive con il datore',
};
export const tempoDeterminato: CampoModulo = {
  tipo: 'spunta',
  nome: 'tempoDeterminato',
  etichetta: 'Contratto a tempo determinato',
  aiuto: 'Non per la sostituzione di un lavoratore assente',
};

/** A choice among some, each with the value that is sent and its words. */
export function scelta(
  nome: string,
  etichetta: string,
  scelte: readonly (readonly [valore: string, testo: string])[],
): CampoModulo {
  return { tipo: 'scelta', nome, etichetta, scelte: scelte.map(([valore, testo]) => ({ valore, testo })) };
}

export const sostituzione: CampoModulo = {
  tipo: 'spunta',
  nome: 'sostituzione',
  etichetta: 'Sostituisce un lavoratore assente',
  aiuto: 'A termine: non si paga l’1,40%',
};

/** Overtime, nights, and what is paid to a fund beyond its hours. */
export const oltreLOrario: readonly CampoModulo[] = [
  {
    tipo: 'testo',
    nome: 'straordinari',
    etichetta: 'Ore di straordinario',
    aiuto: 'Del trimestre (6), o giorno per giorno: 12/11/2026 3; 19/11/2026 2,5',
  },
  {
    tipo: 'testo',
    nome: 'nottiPresenza',
    etichetta: 'Notti di presenza',
    aiuto: 'Per la cassa 5 ore l’una',
    modo: 'numeric',
  },
  {
    tipo: 'testo',
    nome: 'nottiAssistenza',
    etichetta: 'Notti di assistenza',
    aiuto: 'Per la cassa 8 ore l’una',
    modo: 'numeric',
  },
  {
    tipo: 'testo',
    nome: 'assistenzaInPiu',
    etichetta: 'Assistenza contrattuale in più, in euro',
    aiuto: 'Per arrivare a 25 euro l’anno',
    modo: 'decimal',
  },
];

/** A day as people write it. */
export function giorno(nome: string, etichetta: string, aiuto = ''): CampoModulo {
  return { tipo: 'testo', nome, etichetta, aiuto: aiuto === '' ? 'gg/mm/aaaa' : `gg/mm/aaaa, ${aiuto}` };
}

export const trimestre: CampoModulo = {
  tipo: 'testo',
  nome: 'trimestre',
  etichetta: 'Trimestre',
  aiuto: 'Numero e anno, per esempio 4/2020',
  esempio: '4/2020',
};

/** Where the employer is, when a suspension of due dates holds there. */
export function territorio(): CampoModulo {
  return {
    tipo: 'scelta',
    nome: 'territorio',
    etichetta: 'Sospensione dei termini',
    aiuto: 'Solo se vale dove sta il datore',
    scelte: scelteTerritorio(norme()),
  };
}

/** What checks the pay against the contract's minimum. */
export const minimo: readonly CampoModulo[] = [
  { tipo: 'scelta', nome: 'livello', etichetta: 'Livello', scelte: SCELTE_LIVELLO },
  {
    tipo: 'scelta',
    nome: 'indennita',
    etichetta: 'Indennità dovute in più',
    aiuto: 'Tabelle H, I e L del contratto',
    scelte: SCELTE_INDENNITA,
  },
  {
    tipo: 'testo',
    nome: 'scatti',
    etichetta: 'Scatti di anzianità',
    aiuto: 'Da 0 a 7; se mancano si contano dall’assunzione',
    modo: 'numeric',
  },
];
