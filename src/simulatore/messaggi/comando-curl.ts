/** What a command sends. */
export interface Chiamata {
  readonly url: string;
  /** SOAPAction; none for a message that is not SOAP. */
  readonly azione?: string;
  readonly corpo: string;
  /** Other headers, as `Name: value`. */
  readonly intestazioni?: readonly string[];
}

/** How the shell is to take it. */
export interface ModoCurl {
  /** The shell puts its variables in the body (`$TOKEN`). */
  readonly espandi?: boolean;
  /** What comes after, on the command's own line: `| sed …`. */
  readonly poi?: string;
}

/** The word that ends the text handed to a command: nothing that people or programs write in XML. */
const FINE = 'FINE';

/**
 * A command that a person pastes into a shell: the body comes after it, so that it is read as it is, quotes and all.
 */
export function comandoCurl({ url, azione = '', corpo, intestazioni = [] }: Chiamata, modo: ModoCurl = {}): string {
  const json = corpo.trimStart().startsWith('{');
  const tipo = `Content-Type: ${json ? 'application/json' : 'text/xml; charset=utf-8'}`;
  const righe = [tipo, ...(azione === '' || json ? [] : [`SOAPAction: "${azione}"`]), ...intestazioni];
  const opzioni = righe.map((riga) => `-H ${traApici(riga)}`).join(' ');
  const fine = modo.espandi === true ? FINE : `'${FINE}'`;
  const poi = modo.poi === undefined ? '' : ` ${modo.poi}`;
  return `curl -s ${traApici(url)} ${opzioni} --data-binary @- <<${fine}${poi}\n${corpo}\n${FINE}`;
}

/** A word as a shell takes it whole. */
function traApici(parola: string): string {
  return `'${parola.replaceAll("'", `'\\''`)}'`;
}
