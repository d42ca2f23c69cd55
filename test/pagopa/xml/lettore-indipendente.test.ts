import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStringPromise } from 'xml2js';
import { buildRpt } from '../../../src/pagopa/rpt/build-rpt.ts';
import { buildRt } from '../../../src/pagopa/rpt/build-rt.ts';
import { copiaElemento, type Elemento } from '../../../src/pagopa/xml/albero.ts';
import { conDocumento } from '../../../src/pagopa/xml/gate.ts';
import { campo, documento, elemento } from '../../../src/pagopa/xml/scrittura.ts';
import { rpt, rt, rtNegativa } from '../esempi.ts';

/** Our gate's reading (libxml2) in the shape of xml2js: a parser of other origin, that the other side may well be using. */
function comeXml2js({ testo, figli }: Elemento): unknown {
  if (figli.length === 0) return testo;
  const perNome: Record<string, unknown[]> = {};
  for (const figlio of figli) (perNome[figlio.nome] ??= []).push(comeXml2js(figlio));
  return perNome;
}

async function readBoth(xml: string): Promise<{ nostra: unknown; sua: unknown }> {
  const nostra = conDocumento(xml, {}, ({ root }) => ({ [root.name]: comeXml2js(copiaElemento(root)) }));
  const sua: unknown = await parseStringPromise(xml, { ignoreAttrs: true, trim: false });
  // xml2js makes objects without a prototype.
  return { nostra, sua: JSON.parse(JSON.stringify(sua)) as unknown };
}

describe('what we write, read by a parser of other origin', () => {
  it.each([
    ['RPT', buildRpt(rpt)],
    ['RT', buildRt(rt)],
    ['negative RT', buildRt(rtNegativa)],
  ])('is the same tree: %s', async (_nome, xml) => {
    const { nostra, sua } = await readBoth(xml);
    expect(sua).toEqual(nostra);
  });

  it('is the same text, whatever a person’s name holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }).filter(nonDiSoliSpazi), async (testo) => {
        const { nostra, sua } = await readBoth(
          documento(elemento('nomi', [campo('nome', testo), campo('altro', 'x')])),
        );
        expect(sua).toEqual(nostra);
      }),
      { numRuns: 500 },
    );
  });
});

/** xml2js gives no text at all for one of white space alone. */
function nonDiSoliSpazi(testo: string): boolean {
  return testo.trim() !== '';
}
