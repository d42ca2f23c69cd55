import * as campi from './campi-comuni.ts';
import type { CampoModulo, GruppoCampi } from './strumento.ts';

const ORE: GruppoCampi = {
  legenda: 'Ore e settimane',
  aiuto: 'Bastano le ore a settimana; il resto si compila quando serve.',
  campi: [
    campi.oreSettimanali,
    {
      tipo: 'testo',
      nome: 'ore',
      etichetta: 'Ore retribuite nel trimestre',
      aiuto: 'Se mancano: ore a settimana per le settimane',
      modo: 'decimal',
      esempio: '100',
    },
    {
      tipo: 'testo',
      nome: 'settimane',
      etichetta: 'Settimane da pagare',
      aiuto: 'Da 0 a 14; se mancano: i sabati del trimestre',
      modo: 'numeric',
    },
  ],
};

const RETRIBUZIONE: GruppoCampi = {
  legenda: 'Retribuzione',
  aiuto: 'Compilare una sola delle due paghe. Oltre le 24 ore a settimana l’importo non dipende dalla paga.',
  campi: [campi.pagaOraria, campi.pagaMensile, campi.vittoAlloggioGiorni],
};

const LETTURE: GruppoCampi = {
  legenda: 'Come leggere le norme, dove le fonti non concordano',
  richiusa: true,
  campi: [
    campi.scelta('oreInParti', 'Frazioni di ora', [
      ['', 'Totale arrotondato per eccesso (circ. 19/2006)'],
      ['intere', 'Sempre arrotondato per eccesso'],
      ['esatte', 'Ore esatte'],
    ]),
    campi.scelta('settimaneIncomplete', 'Settimana di inizio o di fine', [
      ['', 'Intera, come propone l’INPS'],
      ['intere', 'Sempre intera'],
      ['a-giorni', 'Solo i giorni del rapporto'],
    ]),
    campi.scelta('quartaFascia', 'Fra 24 e 25 ore a settimana', [
      ['', 'La più prudente che si può calcolare'],
      ['dalle-25', '4ª fascia dalle 25 ore'],
      ['oltre-24', '4ª fascia oltre 24 ore'],
    ]),
    campi.scelta('contoAssistenza', 'F2 o E1 che cambia nel trimestre', [
      ['', 'Importo di fine trimestre'],
      ['del-trimestre', 'Sempre di fine trimestre'],
      ['a-giorni', 'Ogni giorno il suo'],
    ]),
    {
      ...campi.scelta('inizioF2', 'F2, da quando', [
        ['', '1/3/2007 (CCNL)'],
        ['dal-3-2007', 'Sempre 1/3/2007'],
        ['dal-7-2007', '1/7/2007 (art. 53)'],
        ['dal-7-2010', '1/7/2010 (primi versamenti)'],
      ]),
      aiuto: 'Conta fino al 2° trimestre 2010',
    },
    campi.scelta('importoE1', 'E1 dal 2023', [
      ['', '0,06 € l’ora (CCNL 2023)'],
      ['ccnl-2023', 'Sempre 0,06 €'],
      ['precedente', '0,03 € l’ora, come prima'],
    ]),
  ],
};

const SOLO_ASSISTENZA: CampoModulo = {
  tipo: 'spunta',
  nome: 'soloAssistenza',
  etichetta: 'Solo il contributo di assistenza',
  aiuto: 'Quelli dell’INPS si pagano, o sono già pagati, a parte',
};

const MINIMO: GruppoCampi = {
  legenda: 'Controllo della paga minima del contratto',
  richiusa: true,
  campi: campi.minimo,
};

/**
 * The fields of one quarter told in short, as every page asks them.
 * @param con `assunzione`: for who has no rapporto that says it; `soloAssistenza`: where a bollettino is not there yet
 */
export function gruppiCalcolo(
  con: { readonly assunzione: boolean; readonly soloAssistenza: boolean } = {
    assunzione: false,
    soloAssistenza: false,
  },
): readonly GruppoCampi[] {
  const rapporto: readonly CampoModulo[] = [
    ...(con.assunzione ? [campi.giorno('assunzione', 'Data di assunzione', 'se cade nel trimestre')] : []),
    campi.giorno('cessazione', 'Data di cessazione', 'se il rapporto è finito'),
    campi.associazione,
    campi.territorio(),
    campi.senzaCuaf,
    campi.tempoDeterminato,
    campi.sostituzione,
  ];
  const oltre: GruppoCampi = {
    legenda: 'Straordinari, notti e altro per la cassa (F2, E1)',
    richiusa: true,
    campi: con.soloAssistenza ? [...campi.oltreLOrario, SOLO_ASSISTENZA] : campi.oltreLOrario,
  };
  return [ORE, RETRIBUZIONE, { legenda: 'Rapporto di lavoro', campi: rapporto }, oltre, MINIMO, LETTURE];
}
