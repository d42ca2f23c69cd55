import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { formatEuro } from '../../valori/denaro.ts';
import type { CostoAnnuo } from './costo-annuo.ts';

/** The form for CLI `--json` and the API: money `"338.00"`, hours and days of holiday as decimal text. */
export function costoAnnuoToJson(costo: CostoAnnuo) {
  const { dati, retribuzione, contributi } = costo;
  return {
    anno: dati.anno,
    mesi: retribuzione.mesi,
    oreSettimanali: dati.oreSettimanali.toNumber(),
    paga: formatEuro(retribuzione.paga),
    pagaMensile: formatEuro(retribuzione.mensile),
    vittoAlloggio: formatEuro(retribuzione.vittoAlloggio),
    tredicesima: formatEuro(retribuzione.tredicesima),
    tfr: formatEuro(retribuzione.tfr),
    ferie: {
      giorni: retribuzione.giorniFerie.toDecimalPlaces(2).toNumber(),
      importo: formatEuro(retribuzione.diCuiFerie),
    },
    contributi: {
      totale: formatEuro(contributi.totale),
      quotaLavoratore: formatEuro(contributi.quotaLavoratore),
      quotaDatore: formatEuro(contributi.quotaDatore),
      associazione: formatEuro(costo.associazione),
      trimestri: costo.trimestri.map((calcolo) => ({
        trimestre: formatTrimestre(calcolo.trimestre),
        settimane: calcolo.settimane,
        settimaneAccreditate: calcolo.settimaneAccreditate,
        ore: calcolo.ore.toNumber(),
        fascia: calcolo.fascia,
        contributoOrario: formatEuro(calcolo.contributoOrario),
        totale: formatEuro(calcolo.totale),
        quotaLavoratore: formatEuro(calcolo.quotaLavoratore),
        quotaDatore: formatEuro(calcolo.quotaDatore),
        scadenza: calcolo.scadenza.scadenza,
      })),
    },
    settimaneAccreditate: costo.settimaneAccreditate,
    quotaLavoratoreACarico: dati.quotaLavoratoreACarico,
    nettoLavoratore: formatEuro(costo.nettoLavoratore),
    totale: formatEuro(costo.totale),
    totaleSenzaVittoAlloggio: formatEuro(costo.totaleSenzaVittoAlloggio),
    deducibile: formatEuro(costo.deducibile),
    passi: costo.passi,
    avvertenze: costo.avvertenze,
  };
}
