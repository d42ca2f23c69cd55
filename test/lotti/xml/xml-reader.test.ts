import { describe, expect, it } from 'vitest';
import { ErroriFoglio } from '../../../src/lotti/fogli/errore-foglio.ts';
import { attribute, type Attributi, XmlReader } from '../../../src/lotti/xml/xml-reader.ts';
import { costoOltreIlLineare } from '../costo-lineare.ts';

const XLSX = new ErroriFoglio('xlsx');

function read(testo: string, pezzo = testo.length): string[] {
  const detto: string[] = [];
  const reader = new XmlReader(
    {
      open: (nome, attributi: Attributi) => detto.push(`<${nome} ${attribute(attributi, 'a') ?? '-'}>`),
      close: (nome) => detto.push(`</${nome}>`),
      text: (parte) => detto.push(parte),
    },
    XLSX,
  );
  for (let at = 0; at < testo.length; at += pezzo) reader.push(testo.slice(at, at + pezzo));
  reader.end();
  return detto;
}

describe('XmlReader', () => {
  it('tells the same whatever the pieces', () => {
    const testo = `<r><x:c x:a="1&lt;2>" b='"'/>è&#x1F600;<!-- <no> --><![CDATA[<t>]]></r>`;
    const intero = read(testo).join('');
    expect(intero).toBe('<r -><c 1<2>></c>è😀<t></r>');
    for (const pezzo of [1, 2, 3, 7]) expect(read(testo, pezzo).join('')).toBe(intero);
  });

  it.each([
    ['a tag full of closing brackets', (n: number) => `<r a="${'>'.repeat(n)}"/>`],
    ['a tag of attributes', (n: number) => `<r ${Array.from({ length: n / 10 }, (_, i) => `n${i}=''`).join(' ')}/>`],
    ['a tag of spaces', (n: number) => `<r${' '.repeat(n)}a${' '.repeat(n)}=${' '.repeat(n / 2)}"x"/>`],
    ['a text of entities', (n: number) => `<r>${'&amp;'.repeat(n / 5)}</r>`],
    ['many short elements', (n: number) => `<r>${'<c a="x">1</c>'.repeat(n / 10)}</r>`],
    ['a comment of dashes', (n: number) => `<r><!--${' -'.repeat(n / 2)} --></r>`],
  ])('reads %s in time that grows as the text does', async (_caso, testo) => {
    expect(await costoOltreIlLineare((n) => read(testo(n), 64))).toBeLessThan(1);
  });
});
