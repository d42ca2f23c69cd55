import { centesimi } from '../../valori/denaro.ts';
import { dividiMezzoInSu } from '../../valori/arrotondamento.ts';
import { italiano } from '../../valori/italiano.ts';
import type { Conto, OreDelFondo } from '../conto/gruppo.ts';
import type { ImportiGruppo } from '../conto/importi.ts';
import { euro } from '../testo.ts';

/** Weeks of a year, by which a quarter's contribution is that of a year. */
const SETTIMANE_DI_UN_ANNO = 52;

/** A fund that gives nothing below a yearly minimum: what a year like this quarter comes to, and what is missing. */
export function avvertenzeFondo(
  frasi: string[],
  { gruppi, situazione }: Conto,
  importi: readonly ImportiGruppo[],
): void {
  const { associazione } = situazione;
  if (associazione === undefined) return;
  if (situazione.soloAssistenza === true) {
    frasi.push(
      `È il solo contributo ${associazione}: quelli dell’INPS di queste ore si pagano con un altro bollettino. Nel pagamento indicare ` +
        'il codice dell’organizzazione e il suo importo.',
    );
  }
  const minimo = (gruppi[0]?.fondo?.[0] as OreDelFondo).tariffa.minimoAnnuo;
  if (minimo === undefined) return;
  let totale = 0;
  let settimane = 0;
  for (const [n, gruppo] of gruppi.entries()) {
    totale += importi[n]?.associazione?.totale ?? 0;
    settimane += gruppo.settimane;
  }
  const inPiu = situazione.assistenzaInPiu ?? 0;
  const anno = dividiMezzoInSu((totale - inPiu) * SETTIMANE_DI_UN_ANNO, Math.max(settimane, 1)) + inPiu;
  if (anno >= minimo) return;
  frasi.push(
    italiano`Con queste ore l’${associazione} di un anno è ${euro(centesimi(anno))}: le prestazioni del fondo ne chiedono almeno ${euro(minimo)}. ` +
      `Per averle si versano ${euro(centesimi(minimo - anno))} in più nell’anno («assistenza in più»).`,
  );
}
