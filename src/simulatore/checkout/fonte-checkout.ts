import type { AvvisoCheckout } from '../../pagopa/checkout/carrello-checkout.ts';
import { type CodiceAvviso, iuvDaCodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import { centesimi, formatEuro } from '../../valori/denaro.ts';
import type { RichiestaCheckout } from '../archivio/carrelli-checkout.ts';
import type { Sessione } from '../archivio/sessioni.ts';
import type { Contesto } from '../contesto.ts';
import { fineUnica } from '../pagine/wallet/fine-unica.ts';
import type { Fonte, PaginaEsito } from '../pagine/wallet/fonte.ts';
import { trovaAscolto } from '../psp-in-ascolto/trova-ascolto.ts';
import type { Circostanza } from '../scenari/regola.ts';
import type { EsitoPagamento } from '../scenari/scenario.ts';
import { CODICE_DI, fineDi, leggiMotivo, motivoDi, ritornoDi } from './codici-esito.ts';
import { pagaCarrello } from './paga-carrello.ts';

/** Faults the last page explains by themselves; any other is «an unexpected error». */
const FAULT_SPIEGATI: ReadonlySet<string> = new Set([
  'PPT_PAGAMENTO_DUPLICATO',
  'PPT_PAGAMENTO_IN_CORSO',
  'PAA_PAGAMENTO_DUPLICATO',
  'PAA_PAGAMENTO_IN_CORSO',
  'PAA_PAGAMENTO_SCADUTO',
  'PAA_PAGAMENTO_ANNULLATO',
  'PAA_PAGAMENTO_SCONOSCIUTO',
]);

/** While PSP, node and creditors talk, the clock must not close the session. */
const TEMPO_PER_PAGARE_MS = 10 * 60_000;

/** Carts of notices: the PSP pays them in the notice model, the browser goes back to one of the addresses of the cart. */
export function fonteCheckout(contesto: Contesto): Fonte {
  return {
    riassunto(sessione) {
      const { paymentNotices } = carrelloDi(contesto, sessione);
      return {
        ente: paymentNotices[0]?.companyName ?? sessione.dominio,
        pagatore: undefined,
        totale: sessione.totale,
        etichetta: 'riepilogo.avviso',
        voci: paymentNotices.map((avviso) => ({
          testo: avviso.description,
          codice: avviso.noticeNumber,
          importo: centesimi(avviso.amount),
        })),
      };
    },
    circostanze: (sessione) =>
      carrelloDi(contesto, sessione).paymentNotices.map((avviso) => circostanzaDi(contesto, sessione, avviso)),
    altrove: () => false,
    concludi: fineUnica((sessione, esito) => chiudi(contesto, sessione, esito)),
    esito: (sessione) => paginaEsito(sessione, carrelloDi(contesto, sessione)),
  };
}

async function chiudi(contesto: Contesto, sessione: Sessione, esito: EsitoPagamento): Promise<undefined> {
  const { archivio, scrivi } = contesto;
  const { sessioni } = archivio;
  if (sessioni.trova(sessione.id)?.esito !== null) return;
  const circostanza = fonteCircostanza(contesto, sessione);
  const codice = contesto.regole.prendi('checkout', circostanza)?.codice ?? CODICE_DI[esito];
  if (esito === 'annullato' || esito === 'sessione-scaduta') {
    const motivo = motivoDi(CODICE_DI[esito]);
    await scrivi(() => sessioni.chiudi(sessione, { stato: 'CART_PARCHEGGIATO_NODO', esito: 'ERROR', motivo }));
    return;
  }
  await scrivi(() => sessioni.prolunga(sessione.id, contesto.orologio.ora() + TEMPO_PER_PAGARE_MS));
  const ascolto = trovaAscolto(contesto, sessione.canale, circostanza);
  const pagato = await pagaCarrello(contesto, sessione, { carrello: carrelloDi(contesto, sessione), ascolto }, codice);
  // One that was paid in time is closed with the outcome itself: whatever befalls this process, nobody finds it open and paid.
  if (sessioni.trova(sessione.id)?.esito !== null) return;
  await scrivi(() => sessioni.chiudi(sessione, fineDi(pagato.codice, pagato.fault)));
}

function fonteCircostanza(contesto: Contesto, sessione: Sessione): Circostanza {
  const [primo] = carrelloDi(contesto, sessione).paymentNotices;
  return primo === undefined ? {} : circostanzaDi(contesto, sessione, primo);
}

function circostanzaDi(contesto: Contesto, sessione: Sessione, avviso: AvvisoCheckout): Circostanza {
  const psp = sessione.canale === null ? undefined : contesto.psp.perCanale(sessione.canale)?.psp.id;
  return {
    pagamento: sessione.id,
    dominio: avviso.fiscalCode,
    avviso: avviso.noticeNumber,
    iuv: iuvDaCodiceAvviso(avviso.noticeNumber as CodiceAvviso),
    importo: formatEuro(centesimi(avviso.amount)),
    ...(psp !== undefined && { psp }),
    ...(sessione.metodo !== null && { metodo: sessione.metodo }),
  };
}

function carrelloDi({ archivio }: Contesto, sessione: Sessione): RichiestaCheckout {
  const carrello = archivio.carrelliCheckout.trova(sessione.id);
  if (carrello === undefined) throw new Error(`session ${sessione.id} has no Checkout cart`);
  return carrello;
}

function paginaEsito(sessione: Sessione, { returnUrls }: RichiestaCheckout): PaginaEsito {
  const { codice, fault } = leggiMotivo(sessione.motivo ?? '1');
  const dove = ritornoDi(codice);
  const attesa = 'returnWaitingUrl' in returnUrls ? returnUrls.returnWaitingUrl : returnUrls.returnOkUrl;
  const ritorno = {
    ok: returnUrls.returnOkUrl,
    annulla: returnUrls.returnCancelUrl,
    attesa,
    errore: returnUrls.returnErrorUrl,
  }[dove];
  const spiegato = fault !== undefined && FAULT_SPIEGATI.has(fault) ? fault : undefined;
  return {
    tono: dove === 'ok' ? 'ok' : dove === 'attesa' ? 'differito' : 'error',
    titolo: `codice.${codice}.titolo`,
    testo: `codice.${codice}.testo`,
    ...(spiegato !== undefined && { motivo: `fault.${spiegato.replace(/^P(PT|AA)_PAGAMENTO_/, '')}` }),
    ritorno,
  };
}
