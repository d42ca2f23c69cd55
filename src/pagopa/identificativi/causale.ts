import { formatEuro, parseEuro, type Centesimi } from '../../valori/denaro.ts';
import { foldToAscii } from './testo-ascii.ts';

/** What a pagoPA causale says: the only text that travels with the money to the creditor's account. */
export interface Causale {
  readonly iuv: string;
  readonly importo?: Centesimi;
  readonly testo?: string;
}

/** Characters of a causaleVersamento (stText140 of the RPT). */
const LUNGHEZZA_MASSIMA = 140;

/**
 * `/RFB/<IUV>/<euro>/TXT/<text>` (SACI 1.4.0 ch. 2), or `/RFS/…` when the IUV is an ISO 11649 reference (`RF…`). The text is
 * folded to the characters that credit transfers carry and cut so that the whole has at most 140 characters.
 */
export function buildCausale(causale: Causale): string {
  const importo = causale.importo === undefined ? '' : `/${formatEuro(causale.importo)}`;
  const testa = `${causale.iuv.startsWith('RF') ? '/RFS/' : '/RFB/'}${causale.iuv}${importo}`;
  const testo = transferText(causale.testo ?? '');
  return testo === '' ? testa : `${testa}/TXT/${testo}`.slice(0, LUNGHEZZA_MASSIMA).trimEnd();
}

/** Reads a causale; undefined when it is not in pagoPA's form (a plain bank transfer, say). */
export function parseCausale(causale: string): Causale | undefined {
  const pezzi = /^\/RF[BS]\/([A-Za-z0-9]{1,35})(?:\/(\d{1,9}\.\d{2}))?(?:\/TXT\/(.*))?$/s.exec(causale.trim());
  const [, iuv, importo, testo] = pezzi ?? [];
  if (iuv === undefined) return undefined;
  return {
    iuv,
    ...(importo === undefined ? {} : { importo: parseEuro(importo) }),
    ...(testo === undefined ? {} : { testo }),
  };
}

/** The character set of SEPA credit transfers (EPC217-08). */
function transferText(testo: string): string {
  return foldToAscii(testo)
    .replace(/[^A-Za-z0-9/\-?:().,'+ ]/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}
