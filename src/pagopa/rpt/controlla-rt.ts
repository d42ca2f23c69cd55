import { somma } from '../../valori/denaro.ts';
import type { Rpt } from './rpt.ts';
import type { Rt } from './rt.ts';

/** What is wrong with an RT, one rule a code; the text names the two values that disagree. */
export interface DifettoRt {
  readonly codice:
    | 'chiave'
    | 'riferimento'
    | 'somma'
    | 'esito-negativo-con-importo'
    | 'esito-senza-descrizione'
    | 'numero-pagamenti'
    | 'importo-diverso';
  readonly descrizione: string;
}

/**
 * The node's rules on an RT (elenco controlli del Nodo): total = sum of the parts; outcome 1 or 3 means zero everywhere and a
 * reason in words; as many payments as the RPT had versamenti for 0, 1 and 2. The last rule, that an executed payment paid
 * what was asked, is the creditor's own.
 * @returns the rules broken; empty when the RT is coherent
 */
export function controllaRt(rt: Rt, rpt: Rpt): readonly DifettoRt[] {
  return [...difettiDiChiave(rt, rpt), ...difettiDiImporto(rt), ...difettiRispettoAllaRpt(rt, rpt)];
}

function difettiDiChiave(rt: Rt, rpt: Rpt): readonly DifettoRt[] {
  const difetti: DifettoRt[] = [];
  if (rt.dominio !== rpt.dominio || rt.iuv !== rpt.iuv || rt.ccp !== rpt.ccp) {
    difetti.push({ codice: 'chiave', descrizione: `${rt.dominio}/${rt.iuv}/${rt.ccp} is not the key of the RPT` });
  }
  if (rt.riferimentoMessaggio !== rpt.idMessaggio) {
    const descrizione = `RT answers ${rt.riferimentoMessaggio}, the RPT is ${rpt.idMessaggio}`;
    difetti.push({ codice: 'riferimento', descrizione });
  }
  return difetti;
}

function difettiDiImporto(rt: Rt): readonly DifettoRt[] {
  const difetti: DifettoRt[] = [];
  const totale = somma(rt.pagamenti.map((singolo) => singolo.importo));
  if (totale !== rt.importoTotale) {
    difetti.push({ codice: 'somma', descrizione: `parts add up to ${totale} cents, total is ${rt.importoTotale}` });
  }
  if ((rt.esito === '1' || rt.esito === '3') && (rt.importoTotale !== 0 || totale !== 0)) {
    difetti.push({ codice: 'esito-negativo-con-importo', descrizione: `outcome ${rt.esito} with ${totale} cents` });
  }
  if (rt.pagamenti.some((singolo) => singolo.importo === 0 && singolo.esito === undefined)) {
    difetti.push({ codice: 'esito-senza-descrizione', descrizione: 'a zero payment lacks esitoSingoloPagamento' });
  }
  return difetti;
}

function difettiRispettoAllaRpt(rt: Rt, rpt: Rpt): readonly DifettoRt[] {
  const difetti: DifettoRt[] = [];
  const attesi = rpt.versamenti.length;
  if (['0', '1', '2'].includes(rt.esito) && rt.pagamenti.length !== attesi) {
    difetti.push({
      codice: 'numero-pagamenti',
      descrizione: `${rt.pagamenti.length} payments for ${attesi} versamenti`,
    });
  }
  if (rt.esito === '0' && rt.importoTotale !== rpt.importoTotale) {
    const descrizione = `paid ${rt.importoTotale} cents, asked ${rpt.importoTotale}`;
    difetti.push({ codice: 'importo-diverso', descrizione });
  }
  return difetti;
}
