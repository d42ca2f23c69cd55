import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { formatEuro } from '../../valori/denaro.ts';
import type { LetturaSanzioni, Mora } from './lettura-sanzioni.ts';
import { passiSanzioni } from './passi-sanzioni.ts';
import type { ProspettoSanzioni } from './sanzioni.ts';
import { nomeLettura, testoSanzioni, type IntestazioneProspetto } from './testo-sanzioni.ts';
import type { Tratto } from './tratti.ts';

/** The statement as CLI `--json` and the API give it: money `"11.32"`, days `"2025-04-02"`, exact figures as text. */
export function sanzioniToJson(prospetto: ProspettoSanzioni, baseGiorni: number, chi: IntestazioneProspetto = {}) {
  const { dati } = prospetto;
  return {
    trimestre: dati.trimestre === undefined ? null : formatTrimestre(dati.trimestre),
    contributi: formatEuro(dati.contributi),
    territorio: dati.territorio ?? null,
    scadenza: dati.scadenza,
    pagamento: dati.pagamento,
    tipo: dati.tipo,
    spontaneo: dati.spontaneo,
    giorniRitardo: prospetto.giorniRitardo,
    minimo: formatEuro(prospetto.minimo),
    massimo: formatEuro(prospetto.massimo),
    letture: prospetto.letture.map((lettura) => readingToJson(prospetto, lettura, baseGiorni)),
    interessiLegali: formatEuro(prospetto.interessiLegali),
    prescrizione: {
      giorno: prospetto.prescrizione.giorno,
      passi: prospetto.prescrizione.passi,
      nota: prospetto.prescrizione.nota,
    },
    avvertenze: prospetto.avvertenze,
    testo: testoSanzioni(prospetto, baseGiorni, chi),
  };
}

function readingToJson({ dati }: ProspettoSanzioni, lettura: LetturaSanzioni, baseGiorni: number) {
  return {
    nome: nomeLettura(lettura),
    tasso: lettura.tasso,
    motivo: lettura.misura.motivo,
    tetto: formatEuro(lettura.tetto),
    tettoRaggiuntoIl: lettura.tettoRaggiuntoIl,
    riduzionePercentuale: lettura.misura.riduzione,
    tratti: lettura.tratti.map(stretchToJson),
    sanzione: formatEuro(lettura.sanzione),
    mora: lettura.mora === null ? null : interestToJson(lettura.mora),
    totale: formatEuro(lettura.totale),
    passi: passiSanzioni(dati, lettura, baseGiorni),
  };
}

function interestToJson({ tasso, tratti, importo }: Mora) {
  return { tasso, tratti: tratti.map(stretchToJson), importo: formatEuro(importo) };
}

function stretchToJson(tratto: Tratto) {
  return {
    dal: tratto.dal,
    al: tratto.al,
    giorni: tratto.giorni,
    tassoBce: tratto.tassoBce,
    percentuale: tratto.percentuale.toString(),
    importoEsatto: tratto.importo.toDecimalPlaces(6).toString(),
    fonte: tratto.fonte,
  };
}
