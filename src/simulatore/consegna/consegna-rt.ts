import { NodoIrraggiungibile } from '../../pagopa/nodo-client.ts';
import { buildPaaInviaRt, parsePaaInviaRtRisposta } from '../../pagopa/operazioni/paa-invia-rt.ts';
import { buildRt } from '../../pagopa/rpt/build-rt.ts';
import type { ClientSoap } from '../../pagopa/soap/client-soap.ts';
import type { ChiaveRpt, Stazione } from '../../pagopa/soap/intestazione.ts';
import { XmlRifiutato } from '../../pagopa/xml/xml-rifiutato.ts';
import type { Attivita } from '../archivio/attivita.ts';
import type { RtConservata } from '../archivio/rt.ts';
import { type Contesto, stazioneDi } from '../contesto.ts';
import type { StazioneSimulata } from '../opzioni.ts';
import { componiRt } from '../pagamento/componi-rt.ts';
import type { RicettaRt } from '../pagamento/ricetta-rt.ts';
import type { StatoRptNodo } from '../stati-rpt.ts';

/** An RT on its way to the creditor. */
export interface InConsegna {
  readonly chiave: ChiaveRpt;
  readonly rtId: number;
  readonly malformata: boolean;
  /** Sendings still to make once one gets through. */
  readonly ancora: number;
}

/** An RT that can leave, with the work that it is. */
export interface RtPronta {
  readonly attivita: Pick<Attivita, 'id' | 'tentativi'>;
  readonly consegna: InConsegna;
  readonly rt: Omit<RtConservata, 'id'>;
  readonly stazione: Stazione;
}

/**
 * Makes the RT a recipe describes and turns the work into its delivery. To be called in a transaction.
 * @returns the RT, to be sent at once; undefined when its RPT is not there yet, or a scenario never sends it
 */
export function generaRt(contesto: Contesto, attivita: Attivita): RtPronta | undefined {
  const ricetta = JSON.parse(attivita.dati) as RicettaRt;
  const conservata = contesto.archivio.rpt.trova(ricetta.chiave);
  if (conservata === undefined) {
    attendiRpt(contesto, attivita, ricetta);
    return undefined;
  }
  if (ricetta.seManca && contesto.archivio.rt.perCopia(ricetta.chiave) !== undefined) {
    contesto.archivio.attivita.concludi(attivita.id, 'fatta', 'il PSP ha mandato la sua');
    return undefined;
  }
  const fatta = componiRt(contesto, conservata.rpt, ricetta);
  const ora = contesto.orologio.ora();
  const psp =
    ricetta.origine === 'nodo' || ricetta.canale === null ? undefined : contesto.psp.perCanale(ricetta.canale);
  const rt = {
    dominio: fatta.dominio,
    iuv: fatta.iuv,
    ccp: fatta.ccp,
    esito: fatta.esito,
    importo: fatta.importoTotale,
    iur: fatta.pagamenti[0]?.iur ?? '0',
    psp: psp?.psp.id ?? null,
    creata: ora,
    xml: buildRt(fatta),
  };
  const rtId = contesto.archivio.rt.inserisci(rt);
  const dopo: readonly StatoRptNodo[] =
    ricetta.origine === 'nodo' ? ['RT_GENERATA_NODO'] : ['RT_RICEVUTA_NODO', 'RT_ACCETTATA_NODO'];
  if (!ricetta.iuvSconosciuto) contesto.archivio.rpt.avanza(ricetta.chiave, [...ricetta.prima, ...dopo], ora);
  if (ricetta.consegna === 'mai') {
    contesto.archivio.attivita.concludi(attivita.id, 'rinunciata', 'mai spedita, per scenario');
    return undefined;
  }
  const consegna: InConsegna = {
    chiave: ricetta.chiave,
    rtId,
    malformata: ricetta.consegna === 'malformata',
    ancora: ricetta.consegna === 'due-volte' ? 1 : 0,
  };
  contesto.archivio.attivita.trasforma(attivita.id, 'consegna-rt', ora, consegna);
  return { attivita: { id: attivita.id, tentativi: 0 }, consegna, rt, stazione: conservata };
}

/**
 * A notice of the first model may be paid before its RPT comes: the RT waits for it, checking every second, then every hour.
 */
function attendiRpt({ archivio, orologio }: Contesto, attivita: Attivita, ricetta: RicettaRt): void {
  const pausa = attivita.tentativi < 60 ? 1_000 : 3_600_000;
  archivio.attivita.rimanda(attivita.id, orologio.ora() + pausa, ricetta, 'la RPT non è ancora arrivata', true);
}

/** What came of one sending. */
type EsitoConsegna = { readonly che: 'accettata' | 'rifiutata' | 'fallita' | 'ignota'; readonly testo: string };

/** Sends an RT that waits in the database; see `spedisciRt`. */
export function consegnaRt(
  contesto: Contesto,
  soap: (stazione: StazioneSimulata) => ClientSoap,
  attivita: Attivita,
): Promise<void> {
  const consegna = JSON.parse(attivita.dati) as InConsegna;
  const stazione = contesto.archivio.rpt.trova(consegna.chiave);
  const rt = contesto.archivio.rt.trova(consegna.rtId);
  if (stazione === undefined || rt === undefined) return rinuncia(contesto, attivita);
  return spedisciRt(contesto, soap, { attivita, consegna, rt, stazione });
}

/**
 * Sends an RT once and writes down what came of it: accepted, refused (the RT then waits to be asked for), or to be tried
 * again after the next pause; after the last pause it is given up.
 */
export async function spedisciRt(
  contesto: Contesto,
  soap: (stazione: StazioneSimulata) => ClientSoap,
  pronta: RtPronta,
): Promise<void> {
  const stazione = stazioneDi(contesto, pronta.stazione.intermediario, pronta.stazione.stazione);
  if (stazione === undefined) return rinuncia(contesto, pronta.attivita);
  const esito = await spedisci(soap(stazione), stazione, pronta.rt, pronta.consegna);
  await contesto.scrivi(() => registra(contesto, pronta, esito));
}

function rinuncia(contesto: Contesto, { id }: Pick<Attivita, 'id'>): Promise<void> {
  const perche = 'la stazione non è più configurata';
  return contesto.scrivi(() => contesto.archivio.attivita.concludi(id, 'rinunciata', perche));
}

async function spedisci(
  soap: ClientSoap,
  stazione: StazioneSimulata,
  rt: RtPronta['rt'],
  { malformata }: InConsegna,
): Promise<EsitoConsegna> {
  const { dominio, iuv, ccp } = rt;
  const intestazione = { intermediario: stazione.intermediario, stazione: stazione.stazione, dominio, iuv, ccp };
  const xml = malformata ? rt.xml.slice(0, rt.xml.length / 2) : rt.xml;
  try {
    const risposta = parsePaaInviaRtRisposta(
      await soap.chiama(stazione.urlRt, 'paaInviaRT', buildPaaInviaRt({ intestazione, xml })),
    );
    if (risposta.esito === 'OK') return { che: 'accettata', testo: 'OK' };
    const { faultCode, faultString } = risposta.fault;
    if (faultCode === 'PAA_RT_DUPLICATA') return { che: 'accettata', testo: faultCode };
    return { che: faultCode === 'PAA_SYSTEM_ERROR' ? 'ignota' : 'rifiutata', testo: `${faultCode}: ${faultString}` };
  } catch (errore) {
    if (errore instanceof NodoIrraggiungibile) return { che: 'fallita', testo: errore.message };
    if (errore instanceof XmlRifiutato) return { che: 'ignota', testo: errore.message };
    throw errore;
  }
}

const STATO_FINALE = {
  accettata: 'RT_ACCETTATA_PA',
  rifiutata: 'RT_RIFIUTATA_PA',
  fallita: 'RT_ERRORE_INVIO_A_PA',
  ignota: 'RT_ESITO_SCONOSCIUTO_PA',
} as const;

function registra(contesto: Contesto, { attivita, consegna, rt }: RtPronta, esito: EsitoConsegna): void {
  const { archivio, orologio, configurazione } = contesto;
  const ora = orologio.ora();
  if (rt.iuv === consegna.chiave.iuv) {
    archivio.rpt.avanza(consegna.chiave, ['RT_INVIATA_PA', STATO_FINALE[esito.che]], ora);
  }
  if (esito.che === 'accettata' && consegna.ancora > 0) {
    const dati: InConsegna = { ...consegna, ancora: consegna.ancora - 1 };
    archivio.attivita.rimanda(attivita.id, ora, dati, esito.testo, false);
    return;
  }
  if (esito.che === 'accettata') return archivio.attivita.concludi(attivita.id, 'fatta', esito.testo);
  const pausa = esito.che === 'rifiutata' ? undefined : configurazione.ritentativiMs[attivita.tentativi];
  if (pausa === undefined) return archivio.attivita.concludi(attivita.id, 'rinunciata', esito.testo);
  archivio.attivita.rimanda(attivita.id, ora + pausa, consegna, esito.testo, true);
}
