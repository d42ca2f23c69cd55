import { describe, expect, it } from 'vitest';
import { buildRpt } from '../../../src/pagopa/rpt/build-rpt.ts';
import { alberoDaMostrare, type Nodo } from '../../../src/pagopa/xml/mostra/albero-da-mostrare.ts';
import { confrontaAlberi, type NodoConfrontato } from '../../../src/pagopa/xml/mostra/confronta-alberi.ts';
import { rpt } from '../esempi.ts';

function albero(xml: string): Nodo {
  const letto = alberoDaMostrare(xml);
  if (!('radice' in letto)) throw new Error(letto.perche);
  return letto.radice;
}
/** `name: outcome` of every element, depth first. */
const esiti = (n: NodoConfrontato): readonly string[] => [`${n.nome}: ${n.esito}`, ...n.figli.flatMap(esiti)];
const confronta = (a: string, b: string) => confrontaAlberi(albero(a), albero(b));

describe('the tree of a message', () => {
  it('has elements in their order, attributes, texts, and what is carried in base64', () => {
    const dentro = Buffer.from(buildRpt(rpt)).toString('base64');
    const radice = albero(
      `<e:Envelope xmlns:e="urn:e"><a x="1">uno</a><b/><a>due</a><rpt>${dentro}</rpt></e:Envelope>`,
    );
    expect(radice.figli.map(({ nome, testo }) => [nome, testo])).toEqual([
      ['a', 'uno'],
      ['b', ''],
      ['a', 'due'],
      ['rpt', ''],
    ]);
    expect(radice.figli[0]?.attributi).toEqual([['x', '1']]);
    expect(radice.figli[3]?.inBase64).toBe(true);
    expect(radice.figli[3]?.figli[0]?.nome).toMatch(/RPT$/);
  });

  it('never shows a password, nor one inside what is carried', () => {
    const dentro = Buffer.from('<r><password>segreta2</password></r>').toString('base64');
    const radice = albero(
      `<e><password>segreta1</password><x:password xmlns:x="u"><![CDATA[segreta3]]></x:password><rt>${dentro}</rt></e>`,
    );
    expect(JSON.stringify(radice)).not.toContain('segreta');
    expect(JSON.stringify(radice).split('********').length).toBe(4);
  });

  it('has names that could reach a prototype as any other', () => {
    const radice = albero('<e><__proto__ __proto__="2">1</__proto__><constructor/><toString>x</toString></e>');
    expect(radice.figli.map(({ nome }) => nome)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(({} as Record<string, unknown>)['2']).toBeUndefined();
  });

  it.each([
    ['', 'vuoto'],
    ['{"idCart":"C1"}', 'non-xml'],
    ['<a><b></a>', 'malformato'],
    ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'rifiutato'],
    [`<a>${'x'.repeat(300_000)}</a>`, 'rifiutato'],
  ])('is not there for what the gate refuses: %#', (testo, perche) => {
    expect(alberoDaMostrare(testo)).toEqual({ perche });
  });

  it('leaves as text what is not base64 of a document', () => {
    expect(albero('<e><rpt>bm90IHhtbA==</rpt></e>').figli[0]).toMatchObject({ testo: 'bm90IHhtbA==', inBase64: false });
  });
});

describe('two messages compared', () => {
  it('are the same but for prefixes and the order of attributes', () => {
    const confronto = confronta(
      '<s:a xmlns:s="u" x="1" y="2"><s:b>1</s:b></s:a>',
      '<a xmlns="u" y="2" x="1"><b>1</b></a>',
    );
    expect(esiti(confronto)).toEqual(['a: uguale', 'b: uguale']);
  });

  it('say what differs, and on which side an element is missing', () => {
    const confronto = confronta('<a><b>1</b><c>2</c><e/></a>', '<a><b>9</b><d><f/></d><e/></a>');
    expect(esiti(confronto)).toEqual([
      ...['a: diverso', 'b: diverso', 'c: solo-primo', 'd: solo-secondo', 'f: solo-secondo', 'e: uguale'],
    ]);
    expect(confronto.figli[0]).toMatchObject({ primo: '1', secondo: '9' });
    expect(confronto.figli[1]).toMatchObject({ primo: '2', secondo: null });
  });

  it('pair the rows that are equal when one between them is missing', () => {
    const righe = (...n: readonly number[]) => `<f>${n.map((uno) => `<riga><iuv>${uno}</iuv></riga>`).join('')}</f>`;
    const { figli } = confronta(righe(1, 2, 3, 4), righe(1, 3, 4));
    expect(figli.map(({ esito }) => esito)).toEqual(['uguale', 'solo-primo', 'uguale', 'uguale']);
  });

  it('are paired in their order when there are too many rows to look for the best', () => {
    const tante = (ultima: string) => `<f>${'<r/>'.repeat(600)}<${ultima}/></f>`;
    const { figli } = confronta(tante('x'), tante('y'));
    expect(figli.slice(-2).map(({ nome, esito }) => [nome, esito])).toEqual([
      ['x', 'solo-primo'],
      ['y', 'solo-secondo'],
    ]);
  });

  it('of two kinds have nothing in common', () => {
    expect(esiti(confronta('<a/>', '<b/>'))).toEqual([': diverso', 'a: solo-primo', 'b: solo-secondo']);
  });
});
