import { STATI_TRIMESTRE, type StatoDeiClienti } from '../../clienti/stato-trimestre.ts';
import { norme } from '../../norme/norme.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { quanti } from '../../valori/italiano.ts';
import { anniDaScegliere, TRIMESTRI } from './periodi.ts';

/** The state of a quarter as its page shows it. */
export function toVistaStato({ trimestre, righe, perCliente, totale, senzaSettimane }: StatoDeiClienti) {
  return {
    trimestre: formatTrimestre(trimestre),
    numero: String(trimestre.numero),
    anno: String(trimestre.anno),
    trimestri: TRIMESTRI,
    anni: anniDaScegliere(norme().anni),
    righe: righe.map(({ cliente: { datore, rapporto }, stato, ...riga }) => ({
      ...riga,
      datore: `${datore.cognome} ${datore.nome}`,
      id: rapporto.id,
      codice: rapporto.codice,
      lavoratore: `${rapporto.lavoratore.cognome} ${rapporto.lavoratore.nome}`,
      stato: STATI_TRIMESTRE[stato],
    })),
    perCliente: perCliente.map(({ datore, ...totali }) => ({
      ...totali,
      datore: `${datore.cognome} ${datore.nome}`,
    })),
    totale,
    senzaSettimane: senzaSettimane.map(({ datore, rapporto: { id, codice, lavoratore, assunzione, cessazione } }) => ({
      datore: `${datore.cognome} ${datore.nome}`,
      id,
      codice,
      lavoratore: `${lavoratore.cognome} ${lavoratore.nome}`,
      assunzione,
      cessazione: cessazione ?? null,
    })),
    sintesi: [
      quanti(totale.rapporti, 'rapporto', 'rapporti'),
      ...(totale.mancano === 0 ? [] : [`${totale.mancano} senza bollettino`]),
    ].join(', '),
  };
}
