import type { FineLotto } from '../../lotti/coda/lavoro.ts';
import type { LottoVisto } from '../../lotti/coda/servizio-lotti.ts';
import { formatEuro } from '../../valori/denaro.ts';

/** A batch as the API tells it: money as text. */
export function lottoToJson(lotto: LottoVisto) {
  const { fase, fatti, totali, righe, rifiutate } = lotto;
  const fine = lotto.esito as FineLotto | undefined;
  return {
    ...lotto,
    avanzamento: { fase, fatti, totali, righe, rifiutate },
    esito: fine && { ...fine, riepilogo: riepilogoToJson(fine.riepilogo) },
  };
}

function riepilogoToJson(riepilogo: FineLotto['riepilogo']) {
  if ('aggiunti' in riepilogo) return riepilogo;
  const totale = formatEuro(riepilogo.totale);
  if ('avvisi' in riepilogo) return { ...riepilogo, totale };
  return {
    ...riepilogo,
    totale,
    quotaLavoratore: formatEuro(riepilogo.quotaLavoratore),
    quotaDatore: formatEuro(riepilogo.quotaDatore),
    contributoAssociazione: formatEuro(riepilogo.contributoAssociazione),
    perTrimestre: riepilogo.perTrimestre.map((voce) => ({ ...voce, totale: formatEuro(voce.totale) })),
  };
}
