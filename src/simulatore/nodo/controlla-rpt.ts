import { giornoXsd, inOraItaliana } from '../../pagopa/data-ora.ts';
import type { FaultBean } from '../../pagopa/nodo-client.ts';
import type { Rpt, SingoloVersamento } from '../../pagopa/rpt/rpt.ts';
import type { ChiaveRpt, Stazione } from '../../pagopa/soap/intestazione.ts';
import { somma } from '../../valori/denaro.ts';
import { aggiungiGiorni, type Giorno, giorniTra } from '../../valori/giorno.ts';
import { type CodiceFault, faultNodo } from '../fault-nodo.ts';
import type { StazioneSimulata } from '../opzioni.ts';

/** How many days after its message an RPT may still be executed (elenco controlli del Nodo). */
const GIORNI_ESECUZIONE = 30;

/**
 * What the node checks of one RPT once its schema holds, in the node's order.
 * @returns the first fault, with its serial; undefined when the RPT is good
 */
export function controllaRpt(
  rpt: Rpt,
  intestazione: Stazione & ChiaveRpt,
  stazione: StazioneSimulata,
  serial?: number,
): FaultBean | undefined {
  const difetto =
    difettoDiIntestazione(rpt, intestazione) ??
    difettoDiTipo(rpt) ??
    difettoDiImporti(rpt) ??
    difettoDiAccredito(rpt.versamenti, stazione) ??
    difettoDiData(rpt);
  return difetto && faultNodo(difetto.codice, difetto.descrizione, serial);
}

interface Difetto {
  readonly codice: CodiceFault;
  readonly descrizione: string;
}

function difettoDiIntestazione(rpt: Rpt, intestazione: Stazione & ChiaveRpt): Difetto | undefined {
  const coerente =
    rpt.dominio === intestazione.dominio &&
    rpt.iuv === intestazione.iuv &&
    rpt.ccp === intestazione.ccp &&
    (rpt.stazione === undefined || rpt.stazione === intestazione.stazione);
  return coerente ? undefined : { codice: 'PPT_SEMANTICA', descrizione: 'Dati di intestazione non coerenti con RPT' };
}

function difettoDiTipo(rpt: Rpt): Difetto | undefined {
  const semantica = (descrizione: string): Difetto => ({ codice: 'PPT_SEMANTICA', descrizione });
  if ((rpt.tipoVersamento === 'PO' || rpt.tipoVersamento === 'OBEP') && rpt.versamenti.length > 1) {
    return semantica(`Con tipoVersamento ${rpt.tipoVersamento} è ammesso un solo versamento`);
  }
  if (rpt.versamenti.some((singolo) => singolo.bollo !== undefined)) {
    const descrizione = 'Nessun canale simulato accetta la marca da bollo digitale';
    return { codice: 'PPT_CANALE_SERVIZIO_NONATTIVO', descrizione };
  }
  if (rpt.tipoVersamento === 'PO' && rpt.ccp.toLowerCase() === 'n/a') {
    return semantica('Con tipoVersamento PO il codiceContestoPagamento deve essere valorizzato');
  }
  if (rpt.tipoVersamento === 'AD' && rpt.ibanAddebito === undefined) {
    return semantica('Con tipoVersamento AD serve ibanAddebito');
  }
  return undefined;
}

function difettoDiImporti(rpt: Rpt): Difetto | undefined {
  if (somma(rpt.versamenti.map((singolo) => singolo.importo)) === rpt.importoTotale) return undefined;
  return {
    codice: 'PPT_SEMANTICA',
    descrizione: "La somma degli importoSingoloVersamento deve coincidere con l'importoTotaleDaVersare",
  };
}

function difettoDiAccredito(versamenti: readonly SingoloVersamento[], stazione: StazioneSimulata): Difetto | undefined {
  const ibanDi = versamenti.map((singolo) => singolo.ibanAccredito);
  if (ibanDi.includes(undefined)) {
    return { codice: 'PPT_SEMANTICA', descrizione: 'IBAN accredito o marca da bollo non presenti' };
  }
  const ignoti = ibanDi.filter((iban) => iban !== undefined && stazione.ibanCensiti?.includes(iban) === false);
  if (ignoti.length === 0) return undefined;
  const elenco = ignoti.join(', ');
  return {
    codice: 'PPT_IBAN_NON_CENSITO',
    descrizione: `I valori di IBAN indicati nei versamenti [${elenco}] non fanno parte degli IBAN validi per la PA`,
  };
}

function difettoDiData(rpt: Rpt): Difetto | undefined {
  const delMessaggio = inOraItaliana(rpt.dataOraMessaggio)?.slice(0, 10) as Giorno | undefined;
  const esecuzione = giornoXsd(rpt.dataEsecuzione);
  if (delMessaggio === undefined || esecuzione === undefined) {
    return {
      codice: 'PPT_SEMANTICA',
      descrizione: 'dataEsecuzionePagamento o dataOraMessaggioRichiesta fuori dal calendario',
    };
  }
  const dopo = giorniTra(delMessaggio, esecuzione);
  if (dopo >= 0 && dopo <= GIORNI_ESECUZIONE) return undefined;
  const limite = aggiungiGiorni(delMessaggio, GIORNI_ESECUZIONE);
  const descrizione = `dataEsecuzionePagamento deve essere tra ${delMessaggio} e ${limite}`;
  return { codice: 'PPT_SEMANTICA', descrizione };
}
