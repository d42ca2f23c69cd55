import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { formatEuro, type Centesimi } from '../../valori/denaro.ts';
import { totaleAddebitato, type ContributiPagati, type DatiRicevuta } from './dati-ricevuta.ts';

/** The form for CLI `--json` and the API; what the receipt does not say is null. */
export function ricevutaToJson(dati: DatiRicevuta) {
  return {
    ente: dati.ente,
    debitore: dati.debitore,
    versante: dati.versante ?? null,
    prestatore: dati.prestatore,
    codiceAvviso: dati.codiceAvviso,
    iuv: dati.iuv,
    ccp: dati.ccp,
    iur: dati.iur,
    causale: dati.causale,
    importo: formatEuro(dati.importo),
    commissione: euroSe(dati.commissione),
    totale: euroSe(totaleAddebitato(dati)),
    pagatoIl: dati.dataEsito,
    pagatoAlle: dati.oraEsito ?? null,
    dataApplicazione: dati.dataApplicazione ?? null,
    dataOraRicevuta: dati.dataOraMessaggio,
    contributi: contributiToJson(dati.contributi),
    nomiRidotti: dati.nomiRidotti,
    simulazione: !dati.reale,
  };
}

function contributiToJson({ trimestre, associazione, ...contributi }: ContributiPagati) {
  const { codiceRapporto, lavoratore, codiceInps, settimane } = contributi;
  return {
    trimestre: formatTrimestre(trimestre),
    codiceRapporto,
    codiceInps,
    lavoratore,
    settimane,
    ore: contributi.ore.toNumber(),
    retribuzioneOrariaEffettiva: euroSe(contributi.retribuzioneOrariaEffettiva),
    quotaLavoratore: formatEuro(contributi.quotaLavoratore),
    quotaDatore: formatEuro(contributi.quotaDatore),
    associazione:
      associazione === null ? null : { codice: associazione.codice, importo: formatEuro(associazione.totale) },
  };
}

function euroSe(importo: Centesimi | null | undefined): string | null {
  return importo === null || importo === undefined ? null : formatEuro(importo);
}
