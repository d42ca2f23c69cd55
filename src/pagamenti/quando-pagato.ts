import type { RicevutaAvviso } from '../pagopa/avvisi/pa-send-rt.ts';
import { giornoXsd, inOraItaliana } from '../pagopa/data-ora.ts';
import type { Rt } from '../pagopa/rpt/rt.ts';
import { type Giorno, giornoInItalia } from '../valori/giorno.ts';

/**
 * When somebody paid, as far as a message tells, on Italian clocks. This day frees the payer: it is the day of the tax return
 * and of lateness, whatever day the PSP books the money (art. 10 c. 2 TUIR: what was paid in the year).
 */
export interface QuandoPagato {
  readonly dataEsito: Giorno;
  /** `15:00:00`; absent where the message has the day alone. */
  readonly oraEsito?: string;
}

/**
 * An RT has the day of each payment (dataEsitoSingoloPagamento); one that tells of none has its own hour alone.
 * @param il when it arrived, for one whose days no calendar knows
 */
export function giornoPagatoRt(dataEsito: string | undefined, { dataOraMessaggio }: Rt, il: string): Giorno {
  const delMessaggio = inOraItaliana(dataOraMessaggio)?.slice(0, 10) as Giorno | undefined;
  return giornoXsd(dataEsito ?? '') ?? delMessaggio ?? giornoInItalia(new Date(il));
}

/**
 * The receipt of a notice has the hour of the payment (paymentDateTime), or else the day the PSP books it (applicationDate).
 * @param il when it arrived, for one that has neither
 */
export function quandoPagatoAvviso(
  { dataOra, dataApplicazione }: Pick<RicevutaAvviso, 'dataOra' | 'dataApplicazione'>,
  il: string,
): QuandoPagato {
  const operazione = inOraItaliana(dataOra ?? '');
  if (operazione === undefined) {
    return { dataEsito: giornoXsd(dataApplicazione ?? '') ?? giornoInItalia(new Date(il)) };
  }
  return { dataEsito: operazione.slice(0, 10) as Giorno, oraEsito: operazione.slice(11) };
}
