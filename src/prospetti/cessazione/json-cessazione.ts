import { calcoloToJson } from '../../contributi/json.ts';
import { primaLePremesse } from '../../norme/premesse.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { formatEuro } from '../../valori/denaro.ts';
import type { Cessazione } from './cessazione.ts';

/** The form for CLI `--json` and the API: money `"338.00"`, days ISO, what is not there null. */
export function cessazioneToJson(fine: Cessazione) {
  const { dati, preavviso, tfr } = fine;
  return primaLePremesse(fine.premesse, {
    assunzione: dati.assunzione,
    cessazione: dati.cessazione,
    motivo: dati.motivo,
    preavviso: {
      giorniDovuti: preavviso.dovuti,
      giorniMancanti: preavviso.mancanti,
      indennita: formatEuro(preavviso.indennita),
      aCarico: preavviso.aCarico,
      finoAl: preavviso.finoAl ?? null,
    },
    ferieNonGodute: formatEuro(fine.ferie),
    tredicesima: formatEuro(fine.tredicesima),
    tfr: {
      iniziale: formatEuro(tfr.iniziale),
      anni: tfr.anni.map((anno) => ({
        anno: anno.anno,
        mesi: anno.mesi,
        retribuzione: formatEuro(anno.retribuzione),
        quota: formatEuro(anno.quota),
        percentuale: anno.percentuale,
        rivalutazione: formatEuro(anno.rivalutazione),
        anticipi: formatEuro(anno.anticipi),
        saldo: formatEuro(anno.saldo),
      })),
      totale: formatEuro(tfr.totale),
    },
    totale: fine.totale < 0 ? `-${formatEuro(Math.abs(fine.totale) as typeof fine.totale)}` : formatEuro(fine.totale),
    contributi: fine.contributi.map(({ trimestre, calcoli, proiettato }) => ({
      trimestre: formatTrimestre(trimestre),
      proiettato,
      calcoli: calcoli.map(calcoloToJson),
    })),
    adempimenti: fine.adempimenti,
    passi: fine.passi,
    avvertenze: fine.avvertenze,
  });
}
