import type { Centesimi } from '../../valori/denaro.ts';
import { scriviImporto } from '../importo.ts';
import { entro } from './soggetto.ts';

/**
 * causaleVersamento (SACI 1.4.0 ch. 2): `/RFB/<IUV>/<importo>/TXT/<testo>`, or `/RFS/` for an IUV in ISO 11649 form. At most
 * 140 characters: the free text is what gets cut.
 */
export function buildCausale(iuv: string, importo: Centesimi, testo: string): string {
  const forma = /^RF\d{2}/.test(iuv) ? 'RFS' : 'RFB';
  const inizio = `/${forma}/${iuv}/${scriviImporto(importo)}`;
  const libero = entro(testo.replace(/\s+/g, ' '), 140 - inizio.length - '/TXT/'.length);
  return libero === '' ? inizio : `${inizio}/TXT/${libero}`;
}
