import { comandoCurl } from './comando-curl.ts';
import { impagina } from './impagina.ts';
import type { Messaggio } from './messaggio.ts';

/** A document that a message carries in base64: an RPT, an RT, a flow. */
interface Allegato {
  readonly nome: string;
  readonly testo: string;
}

/** One half of an exchange, laid out. */
interface Meta {
  readonly testo: string;
  readonly allegati: readonly Allegato[];
}

/** Elements whose text is an XML document in base64. */
const IN_BASE64 = /<(?:[\w.-]+:)?(rpt|rt|xmlRendicontazione|xmlFlusso)>\s*([A-Za-z0-9+/=\s]+?)\s*<\//g;
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
  const allegati = [...testo.matchAll(IN_BASE64)].map(([, nome = '', base64 = '']) => ({
    nome,
    testo: impagina(Buffer.from(base64, 'base64').toString('utf8')),
  }));
  return { testo: impagina(testo), allegati };
}
