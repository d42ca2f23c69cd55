import { SaxesParser } from 'saxes';
import { escapeXml } from '../../valori/escape-xml.ts';

const RIENTRO = '  ';

/**
 * A message laid out to be read: XML with an element a line, JSON with a field a line. What is neither comes back as it is, so
 * that a broken message is seen as it came.
 */
export function impagina(testo: string): string {
  const pulito = testo.trim();
  if (pulito.startsWith('<')) return xmlImpaginato(pulito) ?? testo;
  if (pulito.startsWith('{') || pulito.startsWith('[')) return jsonImpaginato(pulito) ?? testo;
  return testo;
}

/** An element with text alone stands on one line; what surrounds elements is taken for layout when it is all blanks. */
function xmlImpaginato(testo: string): string | undefined {
  const parser = new SaxesParser();
  const righe: string[] = [];
  const aperti: { readonly riga: number; figli: boolean }[] = [];
  let scritto = '';
  const rientro = (): string => RIENTRO.repeat(aperti.length);
  const versaTesto = (): void => {
    if (scritto.trim() !== '') righe.push(rientro() + escapeXml(scritto.trim()));
    scritto = '';
  };
  parser.on('xmldecl', ({ version, encoding }) => {
    righe.push(`<?xml version="${version ?? '1.0'}"${encoding === undefined ? '' : ` encoding="${encoding}"`}?>`);
  });
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    versaTesto();
    const padre = aperti.at(-1);
    if (padre !== undefined) padre.figli = true;
    const scritti = Object.entries(attributes).map(([nome, valore]) => ` ${nome}="${escapeXml(valore)}"`);
    righe.push(`${rientro()}<${name}${scritti.join('')}${isSelfClosing ? '/' : ''}>`);
    aperti.push({ riga: righe.length - 1, figli: false });
  });
  parser.on('closetag', ({ name, isSelfClosing }) => {
    const chiuso = aperti.pop();
    if (chiuso === undefined || isSelfClosing) return;
    if (!chiuso.figli) {
      righe[chiuso.riga] = `${righe[chiuso.riga] ?? ''}${escapeXml(scritto)}</${name}>`;
      scritto = '';
      return;
    }
    aperti.push(chiuso);
    versaTesto();
    aperti.pop();
    righe.push(`${rientro()}</${name}>`);
  });
  const aggiungi = (pezzo: string): void => {
    scritto += pezzo;
  };
  parser.on('text', aggiungi);
  parser.on('cdata', aggiungi);
  parser.on('comment', (commento) => {
    versaTesto();
    righe.push(`${rientro()}<!--${commento}-->`);
  });
  try {
    parser.write(testo).close();
    return righe.join('\n');
  } catch {
    return undefined;
  }
}

function jsonImpaginato(testo: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(testo), null, RIENTRO);
  } catch {
    return undefined;
  }
}
