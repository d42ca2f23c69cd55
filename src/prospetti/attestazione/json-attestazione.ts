import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { formatEuro } from '../../valori/denaro.ts';
import type { Attestazione } from './attestazione.ts';
import type { BollettinoPagato, Persona, Ripartizione } from './bollettino-pagato.ts';
import type { Estratto } from './estratto.ts';

/** The form for CLI `--json` and the API. @param reale whether its payments are true, not those of a simulation */
export function attestazioneToJson(attestazione: Attestazione, reale: boolean) {
  const { datore, anno, criterio, righe, perLavoratore, totali, deducibile, massimo, passi, avvertenze } = attestazione;
  return {
    datore: personaToJson(datore),
    anno,
    criterio,
    righe: righe.map((riga) => ({ ...paymentToJson(riga.bollettino), ...sharesToJson(riga) })),
    perLavoratore: perLavoratore.map((voce) => ({
      lavoratore: personaToJson(voce.lavoratore),
      ...sharesToJson(voce.totali),
    })),
    totali: sharesToJson(totali),
    massimoDeducibile: massimo === null ? null : formatEuro(massimo),
    deducibile: deducibile === null ? null : formatEuro(deducibile),
    passi,
    avvertenze,
    simulazione: !reale,
  };
}

/**
 * The form for CLI `--json` and the API: year and quarter, hours, effective pay, weeks, amount.
 * @param reale whether its payments are true, not those of a simulation
 */
export function estrattoToJson({ lavoratore, righe, anni, avvertenze }: Estratto, reale: boolean) {
  return {
    lavoratore: personaToJson(lavoratore),
    righe: righe.map((riga) => ({
      datore: personaToJson(riga.datore),
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
    simulazione: !reale,
  };
}

/** A person is handed over with all that the archive knows of them: a statement names them and says no more. */
function personaToJson({ codiceFiscale, cognome, nome }: Persona): Persona {
  return { codiceFiscale, cognome, nome };
}

function paymentToJson(bollettino: BollettinoPagato) {
  const { trimestre, retribuzioneOrariaEffettiva: effettiva } = bollettino;
  return {
    trimestre: formatTrimestre(trimestre),
    anno: trimestre.anno,
    numero: trimestre.numero,
    codiceRapporto: bollettino.codiceRapporto,
    lavoratore: personaToJson(bollettino.lavoratore),
    ore: bollettino.ore.toNumber(),
    settimane: bollettino.settimane,
    retribuzioneOrariaEffettiva: effettiva === null ? null : formatEuro(effettiva),
    importo: formatEuro(bollettino.importo),
    pagatoIl: bollettino.pagatoIl,
    iuv: bollettino.iuv,
    codiceAvviso: bollettino.codiceAvviso,
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
