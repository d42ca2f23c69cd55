import type { AvvisoQr } from '../../pagopa/avvisi/corpo-avvisi.ts';
import type { EsitoVerifica } from '../../pagopa/avvisi/pa-verify-payment-notice.ts';
import { type CodiceAvviso, iuvDaCodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import type { PosizioneAca } from '../archivio/aca.ts';
import type { DatiAvviso } from '../archivio/avvisi.ts';
import type { Contesto } from '../contesto.ts';
import { FaultNodo } from '../fault-nodo.ts';
import type { StazioneSimulata } from '../opzioni.ts';

/** The faults that say that a creditor's station is down. */
const SPENTA = ['PPT_STAZIONE_INT_PA_IRRAGGIUNGIBILE', 'PPT_STAZIONE_INT_PA_TIMEOUT'];
/** transferCategory of what the archive knows no category of. */
const SENZA_CATEGORIA = '9/0000000TS/';

/**
 * What the creditor answers or, when its station of the notice model is down, what the Archivio Centralizzato Avvisi knows.
 * @throws FaultNodo of the creditor's station, where the archive has nothing that may be paid
 */
export async function oStandIn<T>(
  contesto: Contesto,
  { urlAvvisi }: StazioneSimulata,
  { dominio, avviso }: AvvisoQr,
  { ente, aca }: { readonly ente: () => Promise<T>; readonly aca: (posizione: PosizioneAca) => T },
): Promise<T> {
  try {
    return await ente();
  } catch (errore) {
    if (urlAvvisi === undefined || !(errore instanceof FaultNodo)) throw errore;
    const posizione = SPENTA.includes(errore.fault.faultCode)
      ? contesto.archivio.aca.trova(dominio, avviso)
      : undefined;
    if (posizione?.standIn !== true) throw errore;
    return aca(posizione);
  }
}

export function verificaDaAca(
  { importo, scadenza, descrizione }: PosizioneAca,
  { idDominio, denominazione }: StazioneSimulata,
): EsitoVerifica & { readonly standIn: true } {
  return {
    importo,
    opzione: 'EQ',
    scadenza,
    soloPostale: false,
    descrizione,
    dominio: idDominio,
    ente: denominazione,
    standIn: true,
  };
}

export function datiDaAca(
  { importo, scadenza, descrizione, iban, debitore }: PosizioneAca,
  { idDominio, denominazione, ibanCensiti }: StazioneSimulata,
  { avviso }: AvvisoQr,
): DatiAvviso {
  const conto = iban ?? ibanCensiti?.[0];
  if (conto === undefined) throw new FaultNodo('PPT_IBAN_NON_CENSITO');
  return {
    iuv: iuvDaCodiceAvviso(avviso as CodiceAvviso),
    importo,
    scadenza,
    descrizione,
    ente: denominazione,
    debitore,
    trasferimenti: [
      {
        id: 1,
        importo,
        dominio: idDominio,
        ente: denominazione,
        iban: conto,
        causale: descrizione,
        categoria: SENZA_CATEGORIA,
      },
    ],
    standIn: true,
  };
}
