import { createSign, createVerify } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { ErroreDati } from '../valori/errore-dati.ts';

/** RSA with SHA-256: the least that SPID allows, and what every provider understands. */
const ALGORITMO = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const IMPRONTE: ReadonlyMap<string, string> = new Map([
  [ALGORITMO, 'RSA-SHA256'],
  ['http://www.w3.org/2001/04/xmldsig-more#rsa-sha384', 'RSA-SHA384'],
  ['http://www.w3.org/2001/04/xmldsig-more#rsa-sha512', 'RSA-SHA512'],
]);
/** Of an inflated message: a few hundred bytes deflated may be made to fill the memory (AB-48). */
const BYTE_MASSIMI = 64 * 1024;

export type TipoMessaggio = 'SAMLRequest' | 'SAMLResponse';

/** A message on its way through the browser's address bar (HTTP-Redirect binding, signature in the query). */
export interface MessaggioRedirect {
  readonly tipo: TipoMessaggio;
  readonly xml: string;
  readonly relayState?: string;
}

/** The address that carries the message to `destinazione`. */
export function indirizzoConMessaggio(
  destinazione: string,
  { tipo, xml, relayState }: MessaggioRedirect,
  chiave: string,
): string {
  const parametro = (nome: string, valore: string): string => `${nome}=${encodeURIComponent(valore)}`;
  const firmata = [
    parametro(tipo, deflateRawSync(xml).toString('base64')),
    ...(relayState === undefined ? [] : [parametro('RelayState', relayState)]),
    parametro('SigAlg', ALGORITMO),
  ].join('&');
  const firma = createSign('RSA-SHA256').update(firmata).sign(chiave, 'base64');
  return `${destinazione}${destinazione.includes('?') ? '&' : '?'}${firmata}&${parametro('Signature', firma)}`;
}

/** @param query of the address, without «?»; undefined when it carries no message, or one that cannot be read */
export function leggiMessaggio(query: string): MessaggioRedirect | undefined {
  const parametri = new URLSearchParams(query);
  const tipo = (['SAMLRequest', 'SAMLResponse'] as const).find((nome) => parametri.has(nome));
  if (tipo === undefined) return undefined;
  const relayState = parametri.get('RelayState');
  try {
    const xml = inflateRawSync(Buffer.from(parametri.get(tipo) ?? '', 'base64'), { maxOutputLength: BYTE_MASSIMI });
    return { tipo, xml: xml.toString('utf8'), ...(relayState !== null && { relayState }) };
  } catch {
    return undefined;
  }
}

/**
 * Checks the signature over the query exactly as it was sent: the order of the parameters is the specification's, not the
 * sender's, and each may stand there once.
 * @throws ErroreDati `spid-firma` (403)
 */
export function esigiFirmaRedirect(query: string, tipo: TipoMessaggio, certificati: readonly string[]): void {
  const coppie = query.split('&').map((coppia) => [coppia.split('=')[0] ?? '', coppia] as const);
  const scritti = new Map(coppie);
  const algoritmo = IMPRONTE.get(new URLSearchParams(query).get('SigAlg') ?? '');
  const firma = new URLSearchParams(query).get('Signature');
  const firmata = [tipo, 'RelayState', 'SigAlg'].flatMap((nome) => scritti.get(nome) ?? []).join('&');
  const buona =
    algoritmo !== undefined &&
    firma !== null &&
    scritti.size === coppie.length &&
    certificati.some((certificato) => createVerify(algoritmo).update(firmata).verify(certificato, firma, 'base64'));
  if (!buona) throw new ErroreDati('spid-firma');
}
