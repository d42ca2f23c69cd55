import { giornoXsd, inOraItaliana } from '../../pagopa/data-ora.ts';
import type { Rpt } from '../../pagopa/rpt/rpt.ts';
import type { ChiaveRpt } from '../../pagopa/soap/intestazione.ts';
import { somma } from '../../valori/denaro.ts';
import { type Giorno, giorniTra } from '../../valori/giorno.ts';
import { italiano } from '../../valori/italiano.ts';
import type { Contesto } from '../contesto.ts';
import { FaultNodo } from '../fault-nodo.ts';
import type { StazioneSimulata } from '../opzioni.ts';
import { ibanCensito } from './controlla-stazione.ts';

/** How many days after its message an RPT may still be executed (elenco controlli del Nodo). */
const GIORNI_ESECUZIONE = 30;

/** In the node's words, short of the name of the kind. */
const TIPO = 'Il tipo di versamento indicato';

/**
 * The header must be the RPT's. The station that asks may be any: it is not compared.
 * @throws FaultNodo
 */
export function controllaIntestazione(rpt: Rpt, { dominio, iuv, ccp }: ChiaveRpt): void {
  const coerente = rpt.dominio === dominio && rpt.iuv === iuv && rpt.ccp === ccp;
  regola(coerente, 'Dati di intestazione non coerenti con RPT');
}

/**
 * What the node checks of one RPT by itself, in its order.
 * @param stazione that sent it
 * @throws FaultNodo
 */
export function controllaRpt(contesto: Contesto, rpt: Rpt, stazione: StazioneSimulata): void {
  controllaTipo(rpt);
  const totale = somma(rpt.versamenti.map((singolo) => singolo.importo));
  regola(
    totale === rpt.importoTotale,
    "La somma degli importoSingoloVersamento deve coincidere con l'importoTotaleDaVersare",
  );
  controllaAccredito(contesto, rpt, stazione);
  controllaData(rpt);
}

function controllaTipo({ tipoVersamento, versamenti, ccp, ibanAddebito }: Rpt): void {
  const quanti = versamenti.length;
  const unico = `${TIPO} comporta la valorizzazione di un unico elemento datiSingoloVersamento`;
  regola(tipoVersamento !== 'PO' || quanti === 1, `${unico} (numero attuale elementi: ${quanti} )`);
  if (versamenti.some(({ bollo }) => bollo !== undefined)) {
    const perche = 'PSP non abilitato alla ricezione della marca da bollo digitale';
    throw new FaultNodo('PPT_CANALE_SERVIZIO_NONATTIVO', perche);
  }
  const senzaCcp = tipoVersamento === 'PO' && ccp.toLowerCase() === 'n/a';
  regola(!senzaCcp, `${TIPO} non ammette la valorizzazione del codiceContestoPagamento con valore n/a`);
  const senzaAddebito = tipoVersamento === 'AD' && ibanAddebito === undefined;
  regola(!senzaAddebito, `${TIPO} comporta la valorizzazione dell'iban di addebito`);
  regola(tipoVersamento !== 'OBEP' || quanti === 1, `${unico} (numero attuale elementi: ${quanti} )`);
}

function controllaAccredito(contesto: Contesto, { dominio, versamenti }: Rpt, stazione: StazioneSimulata): void {
  const senza = versamenti.some(({ ibanAccredito }) => ibanAccredito === undefined);
  regola(!senza, 'IBAN accredito o marca da bollo non presenti');
  const iban = [...versamenti.map((uno) => uno.ibanAccredito), ...versamenti.map((uno) => uno.ibanAppoggio)];
  const ignoti = iban.filter((uno) => uno !== undefined && !ibanCensito(contesto, stazione, dominio, uno));
  if (ignoti.length === 0) return;
  const perche = `I valori di IBAN indicati nei versamenti [${ignoti.join(', ')}] non fanno parte degli IBAN validi per la PA`;
  throw new FaultNodo('PPT_IBAN_NON_CENSITO', perche);
}

function controllaData(rpt: Rpt): void {
  const delMessaggio = inOraItaliana(rpt.dataOraMessaggio)?.slice(0, 10) as Giorno | undefined;
  const esecuzione = giornoXsd(rpt.dataEsecuzione);
  if (delMessaggio === undefined || esecuzione === undefined) {
    throw semantica('dataEsecuzionePagamento o dataOraMessaggioRichiesta fuori dal calendario');
  }
  const dopo = giorniTra(delMessaggio, esecuzione);
  const campo = 'Il campo dataEsecuzionePagamento deve avere un valore';
  regola(dopo >= 0, `${campo} uguale o maggiore del campo dataOraMessaggioRichiesta`);
  regola(
    dopo <= GIORNI_ESECUZIONE,
    italiano`${campo} non eccedente i ${GIORNI_ESECUZIONE} giorni dal valore del campo dataOraMessaggioRichiesta`,
  );
}

function regola(vale: boolean, perche: string): void {
  if (!vale) throw semantica(perche);
}

function semantica(perche: string): FaultNodo {
  return new FaultNodo('PPT_SEMANTICA', perche);
}
