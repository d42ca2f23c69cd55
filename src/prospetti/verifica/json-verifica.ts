import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { formatEuro } from '../../valori/denaro.ts';
import type { ImportoVicino } from './importi-vicini.ts';
import type { Ipotesi } from './ipotesi.ts';
import type { Scostamento } from './scostamento.ts';
import { seguitoDi } from './seguito.ts';
import type { TariffaPossibile } from './tariffe-possibili.ts';
import type { EsitoVerifica } from './verifica.ts';

/**
 * The form for CLI `--json` and the API: money `"338.00"`, hours as numbers, `cuaf` true when
 * the contribution is con CUAF, `contributoOrario` without the association's, `totale` with it.
 */
export function verificaToJson(esito: EsitoVerifica) {
  return {
    trimestre: formatTrimestre(esito.dati.trimestre),
    importo: formatEuro(esito.dati.importo),
    sintesi: esito.sintesi,
    ipotesi: esito.ipotesi.map(hypothesisToJson),
    importiVicini: esito.vicini.map(nearToJson),
    scostamento: esito.scostamento === null ? null : offsetToJson(esito.scostamento),
  };
}

function hypothesisToJson({ calcolo, distribuzione, tariffa, plausibilita, motivi }: Ipotesi) {
  return {
    ore: calcolo.ore.toNumber(),
    ...rateToJson(tariffa),
    totale: formatEuro(calcolo.totale),
    settimane: distribuzione.settimane,
    oreSettimanali: distribuzione.oreSettimanali.toDecimalPlaces(6).toNumber(),
    quotaLavoratore: formatEuro(calcolo.quotaLavoratore),
    quotaDatore: formatEuro(calcolo.quotaDatore),
    plausibilita,
    motivi,
  };
}

function nearToJson({ importo, differenza, ore, tariffa }: ImportoVicino) {
  return {
    importo: formatEuro(importo),
    differenza: formatEuro(differenza),
    ore: ore.toNumber(),
    ...rateToJson(tariffa),
  };
}

/** `dovuto`, `differenza` and `passi` where the band is known; else null, and `secondoLaFascia` says each. */
function offsetToJson(scostamento: Scostamento) {
  const { oreVere, settimane, dovuti, frase, avvertenze } = scostamento;
  const [unico, ...altri] = dovuti.map(({ calcolo, differenza }) => ({
    fascia: calcolo.fascia,
    dovuto: formatEuro(calcolo.totale),
    differenza: formatEuro(differenza),
    passi: calcolo.passi,
  }));
  const noto = altri.length === 0 ? unico : undefined;
  return {
    oreVere: oreVere.toNumber(),
    settimane,
    dovuto: noto?.dovuto ?? null,
    differenza: noto?.differenza ?? null,
    secondoLaFascia: unico === undefined || altri.length === 0 ? [] : [unico, ...altri],
    frase,
    avvertenze,
    seguito: seguitoDi(scostamento),
    passi: noto?.passi ?? [],
  };
}

function rateToJson({ fascia, senzaCuaf, tempoDeterminato, associazione, contributoOrario }: TariffaPossibile) {
  return { fascia, cuaf: !senzaCuaf, tempoDeterminato, associazione, contributoOrario: formatEuro(contributoOrario) };
}
