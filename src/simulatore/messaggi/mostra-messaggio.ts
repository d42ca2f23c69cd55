import { alberoDaMostrare, type Nodo, type PercheSenzaAlbero } from '../../pagopa/xml/mostra/albero-da-mostrare.ts';
import { confrontaAlberi, type NodoConfrontato } from '../../pagopa/xml/mostra/confronta-alberi.ts';
import { comandoCurl } from './comando-curl.ts';
import { impagina } from './impagina.ts';
import type { Messaggio } from './messaggio.ts';

/** One half of an exchange: its tree with what it carries in base64, and the text laid out. */
interface Meta {
  readonly testo: string;
  readonly albero: { readonly radice: Nodo | null; readonly perche: PercheSenzaAlbero | '' };
}

const FAULT = /<faultCode>\s*([^<]*?)\s*<\/|<faultstring>\s*([^<]*?)\s*<\//;

/**
 * A message as its page shows it.
 * @param base public URL of the simulator, for what was sent to it
 */
export function mostraMessaggio(messaggio: Messaggio, base: string) {
  return {
    ...messaggio,
    fault: faultDi(messaggio),
    richiesta: metaDi(messaggio.richiesta),
    risposta: metaDi(messaggio.risposta),
    curl: comandoCurl({
      url: new URL(messaggio.indirizzo, base).href,
      azione: messaggio.operazione,
      corpo: impagina(messaggio.richiesta),
    }),
  };
}

/** The code of the fault that the answer bears; empty when there is none. */
export function faultDi({ risposta }: Pick<Messaggio, 'risposta'>): string {
  const trovato = FAULT.exec(risposta);
  return trovato?.[1] ?? trovato?.[2] ?? '';
}

function metaDi(testo: string): Meta {
  return { testo: impagina(testo), albero: { radice: null, perche: '', ...alberoDaMostrare(testo) } };
}

/** The halves of two messages, each beside its like; null where one of the two has no tree. */
export function confrontaMessaggi(primo: Messaggio, secondo: Messaggio) {
  const meta = (quale: 'richiesta' | 'risposta'): NodoConfrontato | null => {
    const [a, b] = [alberoDaMostrare(primo[quale]), alberoDaMostrare(secondo[quale])];
    return 'radice' in a && 'radice' in b ? confrontaAlberi(a.radice, b.radice) : null;
  };
  return { richiesta: meta('richiesta'), risposta: meta('risposta') };
}
