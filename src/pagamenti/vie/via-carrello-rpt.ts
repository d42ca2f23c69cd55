import type { ChiaveTentativo, NodoClient, StatoRpt } from '../../pagopa/nodo-client.ts';
import type { Tentativo } from '../pagamento.ts';
import type { Richiesta } from '../porte.ts';
import { orUnknown, type Sorte, type ViaDiConsegna } from './via.ts';

/** The first model: nodoInviaCarrelloRPT, and nodoChiediStatoRPT to know what became of it. */
export function createViaCarrelloRpt(nodo: NodoClient): ViaDiConsegna {
  return {
    chiedi: (_, tentativi) => chiediAlNodo(nodo, tentativi),
    invia: (consegna, richieste) =>
      orUnknown(async () => {
        const esito = await nodo.inviaCarrelloRpt(consegna.idCarrello, richieste.map(withRpt));
        if (esito.esito === 'OK') return { tipo: 'accettata', url: esito.url, ...idSessioneDi(esito.url) };
        // A refusal is believed only when the node, asked, does not have the RPT: a wrong or late fault must free nothing.
        const sorte = await chiediAlNodo(
          nodo,
          richieste.map(({ tentativo }) => tentativo),
        );
        return sorte.tipo === 'sconosciuta' ? { tipo: 'rifiutata', fault: esito.fault } : sorte;
      }),
  };
}

/** What became of RPTs sent together: they share one fate until they are paid, so the first one tells. */
export function chiediAlNodo(nodo: NodoClient, tentativi: readonly Tentativo[]): Promise<Sorte> {
  return orUnknown(async () => {
    const [primo] = tentativi;
    if (primo === undefined) throw new Error('a hand-off without attempts');
    const stato = await nodo.chiediStatoRpt(primo);
    if (!('faultCode' in stato)) return sorteDi(stato);
    return stato.faultCode === 'PPT_RPT_SCONOSCIUTA' ? { tipo: 'sconosciuta' } : { tipo: 'ignota' };
  });
}

function withRpt({ tentativo, rpt }: Richiesta): { readonly chiave: ChiaveTentativo; readonly xml: string } {
  const { id, dominio, iuv, ccp } = tentativo;
  if (rpt === undefined) throw new Error(`tentativo ${id} has no RPT`);
  return { chiave: { dominio, iuv, ccp }, xml: rpt };
}

function sorteDi({ stato, url, storico }: StatoRpt): Sorte {
  if (stato !== 'RPT_RIFIUTATA_NODO') {
    return { tipo: 'accettata', ...(url !== undefined && { url, ...idSessioneDi(url) }) };
  }
  return { tipo: 'rifiutata', fault: { faultCode: stato, faultString: storico.at(-1)?.descrizione ?? '' } };
}

function idSessioneDi(url: string): { readonly idSessione?: string } {
  const idSessione = URL.canParse(url) ? new URL(url).searchParams.get('idSession') : null;
  return idSessione === null ? {} : { idSessione };
}
