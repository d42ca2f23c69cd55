import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { formatEuro } from '../../valori/denaro.ts';
import type { Attestazione } from './attestazione.ts';
import type { BollettinoPagato, Ripartizione } from './bollettino-pagato.ts';
import type { Estratto } from './estratto.ts';

/** The form for CLI `--json` and the API. */
export function attestazioneToJson(attestazione: Attestazione) {
  const { datore, anno, criterio, righe, perLavoratore, totali, deducibile, passi, avvertenze } = attestazione;
  return {
    datore,
    anno,
    criterio,
    righe: righe.map((riga) => ({ ...paymentToJson(riga.bollettino), ...sharesToJson(riga) })),
    perLavoratore: perLavoratore.map((voce) => ({ lavoratore: voce.lavoratore, ...sharesToJson(voce.totali) })),
    totali: sharesToJson(totali),
    deducibile: deducibile === null ? null : formatEuro(deducibile),
    passi,
    avvertenze,
  };
}

/** The form for CLI `--json` and the API: year and quarter, hours, effective pay, weeks, amount. */
export function estrattoToJson({ lavoratore, righe, anni, avvertenze }: Estratto) {
  return {
    lavoratore,
    righe: righe.map((riga) => ({
      datore: riga.datore,
      ...paymentToJson(riga),
      settimaneAccreditate: riga.settimaneAccreditate,
    })),
    anni: anni.map(({ anno, ore, settimane, settimaneAccreditate, importo }) => ({
      anno,
      ore: ore.toNumber(),
      settimane,
      settimaneAccreditate,
      importo: formatEuro(importo),
    })),
    avvertenze,
  };
}

function paymentToJson(bollettino: BollettinoPagato) {
  const { trimestre, retribuzioneOrariaEffettiva: effettiva } = bollettino;
  return {
    trimestre: formatTrimestre(trimestre),
    anno: trimestre.anno,
    numero: trimestre.numero,
    codiceRapporto: bollettino.codiceRapporto,
    lavoratore: bollettino.lavoratore,
    ore: bollettino.ore.toNumber(),
    settimane: bollettino.settimane,
    retribuzioneOrariaEffettiva: effettiva === null ? null : formatEuro(effettiva),
    importo: formatEuro(bollettino.importo),
    pagatoIl: bollettino.pagatoIl,
    ricevuta: bollettino.ricevuta,
  };
}

function sharesToJson({ quotaDatore, quotaLavoratore, associazione, importo }: Ripartizione) {
  return {
    quotaDatore: formatEuro(quotaDatore),
    quotaLavoratore: formatEuro(quotaLavoratore),
    associazione: formatEuro(associazione),
    importo: formatEuro(importo),
  };
}
