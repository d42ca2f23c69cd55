import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildRpt } from '../../../src/pagopa/rpt/build-rpt.ts';
import { parseRpt } from '../../../src/pagopa/rpt/parse-rpt.ts';
import { BYTE_MASSIMI } from '../../../src/pagopa/xml/gate.ts';
import { XmlRifiutato } from '../../../src/pagopa/xml/xml-rifiutato.ts';
import { rpt } from '../esempi.ts';

const buona = buildRpt(rpt);
const senzaDichiarazione = buona.replace(/^<\?xml.*?\?>/, '');

function motivo(xml: string | Uint8Array): string {
  try {
    parseRpt(xml);
  } catch (errore) {
    if (errore instanceof XmlRifiutato) return errore.motivo;
    throw errore;
  }
  return 'accettato';
}

describe('the gate', () => {
  let spia: Server;
  let connessioni = 0;
  let indirizzo = '';
  beforeAll(async () => {
    spia = createServer((_richiesta, risposta) => risposta.end());
    spia.on('connection', () => (connessioni += 1));
    await new Promise<void>((pronto) => spia.listen(0, '127.0.0.1', pronto));
    indirizzo = `http://127.0.0.1:${(spia.address() as AddressInfo).port}/x.dtd`;
  });
  afterAll(() => spia.close());

  it('lets a sound message through, with or without byte order mark and declaration', () => {
    expect(motivo(buona)).toBe('accettato');
    expect(motivo(senzaDichiarazione)).toBe('accettato');
    expect(motivo(Buffer.from(`\uFEFF${buona}`))).toBe('accettato');
  });

  it('refuses entities, bombs and external references without opening a connection (AB-39)', () => {
    const bombe = [
      '<!DOCTYPE RPT [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;">]>',
      `<!DOCTYPE RPT SYSTEM "${indirizzo}">`,
      `<!DOCTYPE RPT [<!ENTITY % p SYSTEM "${indirizzo}"> %p;]>`,
      '<!doctype RPT [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    ];
    for (const bomba of bombe) expect(motivo(bomba + senzaDichiarazione)).toBe('doctype');
    const inclusione = senzaDichiarazione.replace(
      '<dominio>',
      `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="${indirizzo}"/><dominio>`,
    );
    expect(motivo(inclusione)).toBe('schema');
    const schemaEsterno = senzaDichiarazione.replace(
      '<RPT ',
      `<RPT xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x ${indirizzo}" `,
    );
    motivo(schemaEsterno);
    expect(connessioni).toBe(0);
  });

  it('AB-39: refuses two roots, trailing junk, control characters and undeclared entities', () => {
    expect(motivo(senzaDichiarazione + senzaDichiarazione)).toBe('malformato');
    expect(motivo(`${buona}junk`)).toBe('malformato');
    expect(motivo(buona.replace('Bernini', 'Ber\u0001nini'))).toBe('malformato');
    expect(motivo(buona.replace('Bernini', '&bernini;'))).toBe('malformato');
    expect(motivo('')).toBe('malformato');
  });

  it('refuses 20,000 nested elements and 50,000 attributes (AB-39)', () => {
    expect(motivo(`${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}`)).toBe('malformato');
    const attributi = Array.from({ length: 50_000 }, (_, i) => ` a${i}=""`).join('');
    expect(motivo(`<RPT${attributi}/>`)).toBe('troppo-grande');
    expect(motivo(`<RPT${attributi.slice(0, 200_000)}=""/>`)).not.toBe('accettato');
  });

  it('refuses what is over the byte limit before reading it', () => {
    expect(motivo('x'.repeat(BYTE_MASSIMI + 1))).toBe('troppo-grande');
    expect(motivo(Buffer.alloc(BYTE_MASSIMI + 1))).toBe('troppo-grande');
  });

  it('accepts UTF-8 alone (AB-39)', () => {
    expect(motivo(Buffer.from(buona, 'utf16le'))).toBe('codifica');
    expect(motivo(Buffer.from(buona.replace('Bernini', 'Bern\u00efni'), 'latin1'))).toBe('codifica');
    expect(motivo(buona.replace('UTF-8', 'ISO-8859-1'))).toBe('codifica');
    expect(motivo(buona.replace('UTF-8', 'UTF-7'))).toBe('codifica');
  });

  it('gives elements named after prototypes no power (AB-40)', () => {
    expect(motivo(senzaDichiarazione.replace('<dominio>', '<__proto__><x>1</x></__proto__><dominio>'))).toBe('schema');
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});
