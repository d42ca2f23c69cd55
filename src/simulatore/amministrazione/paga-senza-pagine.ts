import { ErroreDati, NonTrovato } from '../../valori/errore-dati.ts';
import type { Sessione } from '../archivio/sessioni.ts';
import type { Offerta } from '../catalogo/psp.ts';
import type { Contesto } from '../contesto.ts';
import type { Fonte } from '../pagine/wallet/fonte.ts';
import type { EsitoPagamento } from '../scenari/scenario.ts';

/** How a cart was ended, and where a browser would be sent. */
export interface EsitoSenzaPagine {
  readonly idSession: string;
  readonly esito: Sessione['esito'];
  readonly motivo: Sessione['motivo'];
  readonly ritorno: string;
}

/**
 * What a person would do on the pages, in one call. A scenario rule still decides before the outcome asked for. A cart that is
 * over already is told as it ended.
 * @throws NonTrovato for an unknown session, ErroreDati for a channel that does not serve it
 */
export async function pagaSenzaPagine(
  contesto: Contesto,
  fonti: Readonly<Record<Sessione['tipo'], Fonte>>,
  idSession: string,
  scelta: { readonly canale?: string | undefined; readonly esito: EsitoPagamento },
): Promise<EsitoSenzaPagine> {
  const aperta = sessioneDi(contesto, idSession);
  const fonte = fonti[aperta.tipo];
  let pagina: string | undefined;
  if (aperta.esito === null) {
    const { servizio, commissione } = offertaDi(contesto, aperta, scelta.canale);
    const scelte = { accesso: 'API', metodo: servizio.metodo, carta: 'buona', canale: servizio.canale, commissione };
    const sessione = { ...aperta, ...scelte };
    pagina = await fonte.concludi(sessione, decisa(contesto, fonte, sessione) ?? scelta.esito);
  }
  const chiusa = sessioneDi(contesto, idSession);
  const ritorno = pagina ?? fonte.esito(chiusa).ritorno;
  return { idSession, esito: chiusa.esito, motivo: chiusa.motivo, ritorno };
}

function sessioneDi({ archivio }: Contesto, idSession: string): Sessione {
  const sessione = archivio.sessioni.trova(idSession);
  if (sessione === undefined) throw new NonTrovato('Pagamento');
  return sessione;
}

/** The channel asked for; else the creditor's choice; else the cheapest card. */
function offertaDi({ psp }: Contesto, sessione: Sessione, canale: string | undefined): Offerta {
  const voluto = canale ?? sessione.canaleEc;
  const offerta = voluto === null ? psp.offerte('carta', sessione.totale)[0] : psp.offerta(voluto, sessione.totale);
  if (offerta === undefined || offerta.servizio.metodo === 'sportello') {
    throw new ErroreDati('canale-non-valido', { campo: 'canale' });
  }
  return offerta;
}

function decisa(contesto: Contesto, fonte: Fonte, sessione: Sessione): EsitoPagamento | undefined {
  if (!contesto.regole.alcuna('pagamento')) return undefined;
  for (const circostanza of fonte.circostanze(sessione)) {
    const deciso = contesto.regole.prendi('pagamento', circostanza);
    if (deciso !== undefined) return deciso;
  }
  return undefined;
}
