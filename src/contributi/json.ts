import type { TabellaAnno } from '../norme/tabella-anno.ts';
import type { Scadenza } from '../scadenze/scadenza.ts';
import { formatTrimestre } from '../scadenze/trimestre.ts';
import { type Centesimi, formatEuro } from '../valori/denaro.ts';
import type { Calcolo, DettaglioTrimestre } from './calcolo.ts';

/**
 * The one JSON form of a calculation, for CLI, API and CSV: money as `"338.00"`, days as `"2021-01-11"`, hours as
 * numbers, `trimestre` as `"4/2020"`; what is not known is null. `dettaglio` is there only when the quarter was told as it was.
 */
export function calcoloToJson(calcolo: Calcolo) {
  const { associazione } = calcolo;
  return {
    trimestre: formatTrimestre(calcolo.trimestre),
    gruppo: calcolo.gruppo,
    settimane: calcolo.settimane,
    settimaneAccreditate: calcolo.settimaneAccreditate,
    ore: calcolo.ore.toNumber(),
    oreSettimanali: calcolo.oreSettimanali?.toNumber() ?? null,
    retribuzioneOrariaEffettiva: euroONull(calcolo.retribuzioneOrariaEffettiva),
    fascia: calcolo.fascia,
    senzaCuaf: calcolo.senzaCuaf,
    tempoDeterminato: calcolo.tempoDeterminato,
    contributoOrario: formatEuro(calcolo.contributoOrario),
    associazione:
      associazione === null
        ? null
        : {
            codice: associazione.codice,
            totale: formatEuro(associazione.totale),
            quotaLavoratore: formatEuro(associazione.quotaLavoratore),
          },
    totale: formatEuro(calcolo.totale),
    quotaLavoratore: formatEuro(calcolo.quotaLavoratore),
    quotaDatore: formatEuro(calcolo.quotaDatore),
    scadenza: calcolo.scadenza.scadenza,
    dettaglioScadenza: scadenzaToJson(calcolo.scadenza),
    ...(calcolo.dettaglio === undefined ? {} : { dettaglio: dettaglioToJson(calcolo.dettaglio) }),
    passi: calcolo.passi,
    avvertenze: calcolo.avvertenze,
  };
}

function dettaglioToJson({ segniSettimane, settimane, righe, sgravi }: DettaglioTrimestre) {
  return {
    segniSettimane,
    settimane: settimane.map((settimana) => ({ ...settimana, ore: settimana.ore.toNumber() })),
    righe: righe.map((riga) => ({
      ...riga,
      ore: riga.ore.toNumber(),
      retribuzioneOrariaEffettiva: euroONull(riga.retribuzioneOrariaEffettiva),
      contributoOrario: formatEuro(riga.contributoOrario),
      totale: formatEuro(riga.totale),
      quotaLavoratore: formatEuro(riga.quotaLavoratore),
    })),
    sgravi: sgravi.map((sgravio) => ({ ...sgravio, importo: formatEuro(sgravio.importo) })),
  };
}

/** A due date: `apertura scadenza spostata motivo`, the safe day where the sources disagree, and the steps. */
export function scadenzaToJson(scadenza: Scadenza) {
  return {
    apertura: scadenza.apertura,
    scadenza: scadenza.scadenza,
    spostata: scadenza.spostata,
    motivo: scadenza.motivo,
    giornoSicuro: scadenza.giornoSicuro ?? null,
    passi: scadenza.passi,
    avvertenze: scadenza.avvertenze,
  };
}

/** A year's table with its sources; percentages stay exact text. */
export function tabellaToJson(tabella: TabellaAnno) {
  return {
    anno: tabella.anno,
    circolare: tabella.circolare ?? null,
    istat: tabella.istat,
    aliquote: tabella.aliquote ?? null,
    fasce: tabella.fasce.map((fascia) => ({
      numero: fascia.numero,
      oltre: euroONull(fascia.oltre),
      finoA: euroONull(fascia.finoA),
      convenzionale: formatEuro(fascia.convenzionale),
      contributo: colonne(fascia.contributo),
      tempoDeterminato: fascia.tempoDeterminato === undefined ? null : colonne(fascia.tempoDeterminato),
      quotaLavoratore: formatEuro(fascia.quotaLavoratore),
    })),
    vittoAlloggio: tabella.vittoAlloggio ?? null,
    celleCalcolate: tabella.celleCalcolate,
    note: tabella.note,
    fonti: tabella.fonti,
    verificatoIl: tabella.verificatoIl,
  };
}

function colonne({ conCuaf, senzaCuaf }: { readonly conCuaf: Centesimi; readonly senzaCuaf: Centesimi }) {
  return { conCuaf: formatEuro(conCuaf), senzaCuaf: formatEuro(senzaCuaf) };
}

function euroONull(importo: Centesimi | null | undefined): string | null {
  return importo === null || importo === undefined ? null : formatEuro(importo);
}
