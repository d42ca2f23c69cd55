import { fraseImportazione, type EsitoImportazione } from '../../clienti/importa-clienti.ts';
import { STATI_TRIMESTRE, type StatoDeiClienti } from '../../clienti/stato-trimestre.ts';
import { norme } from '../../norme/norme.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { quanti } from '../../valori/italiano.ts';
import { anniDaScegliere, TRIMESTRI } from './periodi.ts';

/** The state of a quarter as its page shows it. */
export function toVistaStato({ trimestre, righe, perCliente, totale }: StatoDeiClienti) {
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
    sintesi: [
      quanti(totale.rapporti, 'rapporto', 'rapporti'),
      ...(totale.mancano === 0 ? [] : [`${totale.mancano} senza bollettino`]),
    ].join(', '),
  };
}

/** How many errors a page lists: the rest is in the file of the rows to be mended. */
const ERRORI_MASSIMI = 100;
/** A longer file of rows to be mended than a link can hold is not offered. */
const DA_CORREGGERE_MAX_BYTES = 1024 * 1024;

/** What came of a list that was given, as its page shows it. */
export function toVistaImportazione(esito: EsitoImportazione) {
  const { errori, avvertenze, daCorreggere } = esito;
  const contenuto = Buffer.from(daCorreggere ?? '');
  const offerto = contenuto.length > 0 && contenuto.length <= DA_CORREGGERE_MAX_BYTES;
  return {
    buono: errori.length === 0,
    sintesi: fraseImportazione(esito),
    avvertenze,
    errori: errori.slice(0, ERRORI_MASSIMI),
    altri: Math.max(0, errori.length - ERRORI_MASSIMI),
    daCorreggere: offerto ? `data:text/csv;base64,${contenuto.toString('base64')}` : null,
  };
}
