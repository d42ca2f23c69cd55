import { dataItaliana } from '../../pagopa/data-ora.ts';
import type { AvvisoInPagamento } from '../archivio/avvisi.ts';
import type { Contesto } from '../contesto.ts';
import type { RicettaRt } from '../pagamento/ricetta-rt.ts';

const PER_GIRO = 100;

/**
 * Tokens whose time is over give their notices back. In the notice model nobody is told; a creditor of the first model that
 * sent its RPT gets a negative RT (node's own words). To be called in a write.
 * @returns how many, a hundred at a time
 */
export function liberaScaduti(contesto: Contesto): number {
  const { archivio, orologio } = contesto;
  archivio.idempotenza.pulisci(orologio.ora());
  const scaduti = archivio.avvisi.scaduti(orologio.ora(), PER_GIRO);
  for (const avviso of scaduti) liberaScaduto(contesto, avviso);
  return scaduti.length;
}

/** Closes one whose time is over. The negative RT of a creditor of the first model waits for its RPT. To be called in a write. */
export function liberaScaduto({ archivio, orologio }: Contesto, avviso: AvvisoInPagamento): void {
  archivio.avvisi.annulla(avviso.token);
  archivio.idempotenza.dimentica(avviso.token);
  if (avviso.modello !== 'rpt') return;
  const ricetta: RicettaRt = {
    chiave: { dominio: avviso.dominio, iuv: avviso.iuv, ccp: avviso.token },
    codice: '1',
    motivo: 'BATCH_ANNULLAMENTO:TOKEN_SCADUTO',
    origine: 'nodo',
    prima: [],
    numero: 0,
    canale: avviso.canale,
    commissione: 0,
    giorno: dataItaliana(orologio.now()),
    consegna: 'normale',
    variazione: 0,
    iuvSconosciuto: false,
  };
  archivio.attivita.inserisci('genera-rt', orologio.ora(), ricetta);
}
