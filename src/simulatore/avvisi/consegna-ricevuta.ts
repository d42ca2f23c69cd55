import { buildPaSendRt, parsePaSendRtRes, type RicevutaAvviso } from '../../pagopa/avvisi/pa-send-rt.ts';
import { dataOraItaliana } from '../../pagopa/data-ora.ts';
import { NodoIrraggiungibile } from '../../pagopa/nodo-client.ts';
import type { ClientSoap } from '../../pagopa/soap/client-soap.ts';
import { XmlRifiutato } from '../../pagopa/xml/xml-rifiutato.ts';
import { centesimi } from '../../valori/denaro.ts';
import type { Attivita } from '../archivio/attivita.ts';
import type { AvvisoInPagamento } from '../archivio/avvisi.ts';
import { type Contesto, stazioneDi } from '../contesto.ts';
import type { StazioneSimulata } from '../opzioni.ts';
import type { RicevutaInConsegna } from './programma-ricevuta.ts';

/**
 * Sends a receipt once. A creditor cannot refuse one: anything but OK, or PAA_RECEIPT_DUPLICATA, is tried again after the next
 * pause, then given up (SANP: five attempts).
 */
export async function consegnaRicevuta(
  contesto: Contesto,
  soap: (stazione: StazioneSimulata) => ClientSoap,
  attivita: Attivita,
): Promise<void> {
  const consegna = JSON.parse(attivita.dati) as RicevutaInConsegna;
  const avviso = contesto.archivio.avvisi.trova(consegna.token);
  const stazione = avviso && stazioneDi(contesto, avviso.intermediario, avviso.stazione);
  if (avviso === undefined || stazione?.urlAvvisi === undefined) {
    const perche = 'la stazione non è più configurata';
    return contesto.scrivi(() => contesto.archivio.attivita.concludi(attivita.id, 'rinunciata', perche));
  }
  const esito = await spedisci(contesto, soap(stazione), stazione, avviso, consegna);
  await contesto.scrivi(() => registra(contesto, attivita, consegna, esito));
}

async function spedisci(
  contesto: Contesto,
  soap: ClientSoap,
  stazione: StazioneSimulata,
  avviso: AvvisoInPagamento,
  consegna: RicevutaInConsegna,
): Promise<{ readonly arrivata: boolean; readonly testo: string }> {
  const versione = stazione.versioneAvvisi ?? 1;
  const { idDominio, intermediario, stazione: idStazione, urlAvvisi = '' } = stazione;
  const intera = buildPaSendRt({
    versione,
    stazione: { idPa: idDominio, intermediario, stazione: idStazione },
    ricevuta: componiRicevuta(contesto, stazione, avviso, consegna.variazione),
  });
  const messaggio = consegna.malformata ? intera.slice(0, intera.length / 2) : intera;
  try {
    const operazione = versione === 2 ? 'paSendRTV2' : 'paSendRT';
    const risposta = parsePaSendRtRes(await soap.chiama(urlAvvisi, operazione, messaggio), versione);
    if (risposta.esito === 'OK') return { arrivata: true, testo: 'OK' };
    const { faultCode } = risposta.fault;
    return { arrivata: faultCode === 'PAA_RECEIPT_DUPLICATA', testo: faultCode };
  } catch (errore) {
    if (errore instanceof NodoIrraggiungibile || errore instanceof XmlRifiutato) {
      return { arrivata: false, testo: errore.message };
    }
    throw errore;
  }
}

function registra(
  { archivio, orologio, configurazione }: Contesto,
  attivita: Attivita,
  consegna: RicevutaInConsegna,
  esito: { readonly arrivata: boolean; readonly testo: string },
): void {
  const ora = orologio.ora();
  if (esito.arrivata && consegna.ancora > 0) {
    archivio.attivita.rimanda(attivita.id, ora, { ...consegna, ancora: consegna.ancora - 1 }, esito.testo, false);
    return;
  }
  if (esito.arrivata) return archivio.attivita.concludi(attivita.id, 'fatta', esito.testo);
  const pausa = configurazione.ritentativiMs[attivita.tentativi];
  if (pausa === undefined) return archivio.attivita.concludi(attivita.id, 'rinunciata', esito.testo);
  archivio.attivita.rimanda(attivita.id, ora + pausa, consegna, esito.testo, true);
}

function componiRicevuta(
  contesto: Contesto,
  stazione: StazioneSimulata,
  avviso: AvvisoInPagamento,
  variazione: number,
): RicevutaAvviso {
  const { dati, dettagli } = avviso;
  const psp = contesto.psp.perCanale(avviso.canale)?.psp;
  const trasferimenti = dati.trasferimenti.map((uno, i) =>
    i === 0 ? { ...uno, importo: centesimi(Math.max(1, uno.importo + variazione)) } : uno,
  );
  return {
    idRicevuta: avviso.token,
    avviso: avviso.numero,
    dominio: avviso.dominio,
    esito: 'OK',
    iuv: avviso.iuv,
    importo: centesimi(Math.max(1, avviso.importo + variazione)),
    descrizione: dati.descrizione,
    ente: dati.ente ?? stazione.denominazione,
    ...(dati.ufficio !== undefined && { ufficio: dati.ufficio }),
    debitore: dati.debitore,
    trasferimenti,
    idPsp: avviso.psp,
    ...(psp !== undefined && { pspCodiceFiscale: psp.intermediario }),
    psp: psp?.ragioneSociale ?? avviso.psp,
    canale: avviso.canale,
    descrizioneCanale: dettagli?.canale ?? 'other',
    ...(dettagli?.versante && { versante: dettagli.versante }),
    ...(dettagli && {
      metodo: dettagli.metodo,
      commissione: dettagli.commissione,
      dataApplicazione: dettagli.dataApplicazione,
      dataTrasferimento: dettagli.dataTrasferimento,
    }),
    ...(avviso.nota !== null && { nota: avviso.nota }),
    ...(dati.metadati !== undefined && { metadati: dati.metadati }),
    ...(dati.standIn && { standIn: true }),
    dataOra: dataOraItaliana(new Date(avviso.pagato ?? avviso.creato)),
  };
}
