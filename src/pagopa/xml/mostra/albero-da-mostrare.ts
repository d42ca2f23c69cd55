import { senzaPassword } from '../../soap/senza-password.ts';
import { conDocumento } from '../gate.ts';
import { XmlRifiutato } from '../xml-rifiutato.ts';
import { leggiConXml2js, type ElementoXml2js } from './con-xml2js.ts';

/** An element of a message as a page shows it. */
export interface Nodo {
  /** As written, prefix included. */
  readonly nome: string;
  readonly attributi: readonly (readonly [nome: string, valore: string])[];
  /** Beside children, what is written between them. */
  readonly testo: string;
  readonly figli: readonly Nodo[];
  /** Whether the children are a document that was carried in base64: an RPT, an RT, a flow. */
  readonly inBase64: boolean;
}

/** Why a message has no tree: it is shown as it came. */
export type PercheSenzaAlbero = 'vuoto' | 'non-xml' | 'malformato' | 'rifiutato';

/** A message to look at: its tree, or why there is none. */
export type Mostrato = { readonly radice: Nodo } | { readonly perche: PercheSenzaAlbero };

/** Elements whose text is an XML document in base64. */
const IN_BASE64: ReadonlySet<string> = new Set(['rpt', 'rt', 'xmlRendicontazione', 'xmlFlusso']);
const BASE64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/;

/**
 * The tree of a message, after the gate: what the gate refuses (too large, a DOCTYPE, not well-formed) is not read. Passwords are
 * masked once more, whatever the message was kept by.
 */
export function alberoDaMostrare(messaggio: string): Mostrato {
  const testo = senzaPassword(messaggio).trim();
  if (testo === '') return { perche: 'vuoto' };
  if (!testo.startsWith('<')) return { perche: 'non-xml' };
  try {
    conDocumento(testo, {}, () => undefined);
    return { radice: nodoDi(leggiConXml2js(testo)) };
  } catch (errore) {
    if (!(errore instanceof XmlRifiutato)) return { perche: 'rifiutato' };
    return { perche: errore.motivo === 'malformato' ? 'malformato' : 'rifiutato' };
  }
}

/** The name without its prefix: what a name means does not depend on the prefix that its writer chose. */
export function nomeLocale(nome: string): string {
  return nome.slice(nome.indexOf(':') + 1);
}

function nodoDi(elemento: ElementoXml2js): Nodo {
  const { '#name': nome, $: attributi = {}, _: testo = '', $$: figli = [] } = elemento;
  const comune = { nome, attributi: Object.entries(attributi) };
  if (figli.length > 0) return { ...comune, testo: testo.trim(), figli: figli.map(nodoDi), inBase64: false };
  const dentro = documentoDentro(nome, testo);
  if (dentro !== undefined) return { ...comune, testo: '', figli: [dentro], inBase64: true };
  return { ...comune, testo, figli: [], inBase64: false };
}

function documentoDentro(nome: string, testo: string): Nodo | undefined {
  if (!IN_BASE64.has(nomeLocale(nome)) || !BASE64.test(testo)) return undefined;
  const letto = alberoDaMostrare(Buffer.from(testo, 'base64').toString('utf8'));
  return 'radice' in letto ? letto.radice : undefined;
}
