import type { AvvisoQr } from '../../pagopa/avvisi/corpo-avvisi.ts';
import type { DettagliEsito, MetodoPagamento } from '../../pagopa/avvisi/send-payment-outcome.ts';
import type { VerifyPaymentNoticeRes } from '../../pagopa/avvisi/verify-payment-notice.ts';
import { dataItaliana } from '../../pagopa/data-ora.ts';
import type { FaultBean } from '../../pagopa/nodo-client.ts';
import { type Centesimi, centesimi } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { aggiungiGiorni } from '../../valori/giorno.ts';
import type { Psp, ServizioPsp } from '../catalogo/psp.ts';
import type { Contesto } from '../contesto.ts';
import { leggiCodice, type OrigineCodice } from './codice-letto.ts';
import { createPspClient, type PspClient } from './psp-client.ts';

/** What the person at the counter decides. `trattieni` takes the notice and says nothing more: its token will expire. */
export type Decisione = 'incassa' | 'rifiuta' | 'trattieni';

export interface LetturaSportello {
  readonly qr: AvvisoQr;
  readonly origine: OrigineCodice;
  readonly psp: Psp;
  readonly canale: string;
  readonly verifica: VerifyPaymentNoticeRes;
  readonly commissione: Centesimi | undefined;
}

export interface EsitoSportello {
  readonly lettura: LetturaSportello;
  readonly esito: 'pagato' | 'rifiutato' | 'trattenuto' | 'non-pagato';
  readonly token?: string;
  readonly fault?: FaultBean;
}

/** What somebody asks to pay, and where. */
export interface RichiestaSportello {
  readonly codice: string;
  readonly dominio?: string;
  readonly canale?: string;
  readonly decisione: Decisione;
  readonly metodo?: MetodoPagamento;
}

/** The channels that serve a counter. */
export function canaliSportello(contesto: Contesto): readonly { readonly psp: Psp; readonly servizio: ServizioPsp }[] {
  return contesto.psp.psp.flatMap((psp) =>
    psp.servizi.filter(({ metodo }) => metodo === 'sportello').map((servizio) => ({ psp, servizio })),
  );
}

/**
 * Reads a code and asks the node what the notice is worth.
 * @throws ErroreDati for a code that cannot be read or an unknown counter
 */
export async function verificaAlloSportello(
  contesto: Contesto,
  richiesta: { readonly codice: string; readonly dominio?: string; readonly canale?: string },
): Promise<LetturaSportello> {
  const { origine, ...qr } = leggiCodice(richiesta.codice, richiesta.dominio ?? dominioPredefinito(contesto));
  const { psp, servizio } = sceltaDi(contesto, richiesta.canale);
  const verifica = await clientDi(contesto, psp, servizio.canale).verifica(qr);
  const commissione =
    verifica.esito === 'OK' ? contesto.psp.offerta(servizio.canale, verifica.importo)?.commissione : undefined;
  return { qr, origine, psp, canale: servizio.canale, verifica, commissione };
}

/**
 * Verify, activate, outcome: what happens when somebody pays a printed notice at a counter.
 * @throws ErroreDati for a code that cannot be read or an unknown counter
 */
export async function pagaAlloSportello(contesto: Contesto, richiesta: RichiestaSportello): Promise<EsitoSportello> {
  const lettura = await verificaAlloSportello(contesto, richiesta);
  const { verifica, qr } = lettura;
  if (verifica.esito === 'KO') return { lettura, esito: 'non-pagato', fault: verifica.fault };
  return contesto.operazioni.during(`${qr.dominio}/${qr.avviso}`, (numero) =>
    paga(contesto, richiesta, { ...lettura, verifica }, numero),
  );
}

/** @param numero of this payment among those under way on the notice */
async function paga(
  contesto: Contesto,
  richiesta: RichiestaSportello,
  lettura: LetturaSportello & { readonly verifica: Extract<VerifyPaymentNoticeRes, { esito: 'OK' }> },
  numero: number,
): Promise<EsitoSportello> {
  const { verifica, qr, psp } = lettura;
  const client = clientDi(contesto, psp, lettura.canale);
  const chiave = (passo: string): string =>
    chiaveIdempotenza(contesto, psp, qr, numero === 0 ? passo : `${passo} ${numero}`);
  const attivata = await client.attiva({
    qr,
    importo: verifica.importo,
    chiaveIdempotenza: chiave('activate'),
  });
  if (attivata.esito === 'KO') return { lettura, esito: 'non-pagato', fault: attivata.fault };
  const { token } = attivata;
  if (richiesta.decisione === 'trattieni') return { lettura, esito: 'trattenuto', token };
  const incassa = richiesta.decisione === 'incassa' && !scenarioRifiuta(contesto, qr, psp, token);
  const chiusa = await client.esito({
    token: [token],
    chiaveIdempotenza: chiave('outcome'),
    esito: incassa ? 'OK' : 'KO',
    ...(incassa && { dettagli: dettagliEsito(contesto, lettura.commissione, richiesta.metodo ?? 'cash') }),
  });
  if (chiusa.esito === 'KO') return { lettura, esito: 'non-pagato', token, fault: chiusa.fault };
  return { lettura, esito: incassa ? 'pagato' : 'rifiutato', token };
}

export function clientDi(contesto: Contesto, psp: Psp, canale: string, versione: 1 | 2 = 1): PspClient {
  return createPspClient({
    url: contesto.urlLocale(),
    psp: { idPsp: psp.id, intermediario: psp.intermediario, canale, password: psp.password },
    versione,
    timeoutMs: contesto.configurazione.timeoutMs + 5_000,
  });
}

/** Taken today, moved to the creditor tomorrow. */
export function dettagliEsito(
  contesto: Contesto,
  commissione: Centesimi | undefined,
  metodo: MetodoPagamento,
): DettagliEsito {
  const oggi = dataItaliana(contesto.orologio.now());
  return {
    metodo,
    canale: metodo === 'cash' ? 'frontOffice' : 'onLine',
    commissione: commissione ?? centesimi(0),
    dataApplicazione: oggi,
    dataTrasferimento: aggiungiGiorni(oggi, 1),
  };
}

/** `<broker>_<10 characters>`: new for each attempt on a notice, also after one that came to nothing. */
export function chiaveIdempotenza({ sorte, archivio }: Contesto, psp: Psp, qr: AvvisoQr, passo: string): string {
  for (let volta = archivio.avvisi.delNumero(qr.dominio, qr.avviso).length; ; volta += 1) {
    const codice = sorte.codice('chiave', passo, psp.id, qr.dominio, qr.avviso, String(volta));
    const chiave = `${psp.intermediario}_${codice.slice(0, 10)}`;
    if (!archivio.idempotenza.usata(psp.id, chiave)) return chiave;
  }
}

function sceltaDi(contesto: Contesto, canale: string | undefined) {
  const canali = canaliSportello(contesto);
  const scelta = canale === undefined ? canali[0] : canali.find(({ servizio }) => servizio.canale === canale);
  if (scelta === undefined) {
    const noti = canali.map(({ servizio }) => servizio.canale).join(', ');
    throw new ErroreDati('sportello-sconosciuto', { noti, campo: 'canale' });
  }
  return scelta;
}

function dominioPredefinito(contesto: Contesto): string {
  return contesto.configurazione.stazioni[0]?.idDominio ?? '';
}

function scenarioRifiuta(contesto: Contesto, { dominio, avviso }: AvvisoQr, psp: Psp, token: string): boolean {
  const circostanza = { pagamento: token, dominio, avviso, psp: psp.id, metodo: 'sportello' };
  const faccia = contesto.regole.prendi('avviso', circostanza, (una) => una?.esito === 'non-eseguito');
  return faccia !== undefined;
}
