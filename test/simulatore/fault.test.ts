import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isCodiceFaultPaa } from '../../src/pagopa/faults.ts';
import { faultNodo, isCodiceFault } from '../../src/simulatore/fault-nodo.ts';
import { packagePath } from '../../src/valori/package-root.ts';

const TABELLE = packagePath('..', 'shared', 'pagopa', 'tables');
const pagina = readFileSync(packagePath('docs', 'simulatore.en.md'), 'utf8');
const sezione = /## Faults\n([\s\S]*?)\n## /.exec(pagina)?.[1] ?? '';
const righe = sezione.split('\n').filter((riga) => riga.startsWith('| `'));
const esclusi = righe.flatMap((riga) => [...riga.matchAll(/`([A-Z_]+)`/g)].map(([, codice = '']) => codice));

/** Code and words, of the node's own table or of SANP's. */
function tabella(nome: string): ReadonlyMap<string, string> {
  const testo = readFileSync(`${TABELLE}/${nome}`, 'utf8').trim().split('\n').slice(1);
  return new Map(testo.map((riga) => [riga.slice(0, riga.indexOf(';')), riga.slice(riga.indexOf(';') + 1)]));
}

describe('the faults that are never said', () => {
  it('are each written down once, with why, and are none of those that are', () => {
    expect(esclusi.length).toBeGreaterThan(50);
    expect(new Set(esclusi).size).toBe(esclusi.length);
    expect(esclusi.filter((codice) => isCodiceFault(codice) || isCodiceFaultPaa(codice))).toEqual([]);
    for (const riga of righe) expect(riga.split('|')[2]?.trim()).not.toBe('');
  });
});

describe.runIf(existsSync(TABELLE))('the official tables of faults', () => {
  it.each(['faultcodes_nodo_scala.csv', 'faultcodes_sanp_2.2.6.csv'])(
    'of %s every code is said, or written down as never said',
    (nome) => {
      const codici = [...tabella(nome).keys()];
      const muti = codici.filter((codice) => !isCodiceFault(codice) && !isCodiceFaultPaa(codice));
      expect(muti.filter((codice) => !esclusi.includes(codice))).toEqual([]);
      expect(codici.length - muti.length).toBeGreaterThanOrEqual(40);
    },
  );

  it('have the node’s words as we say them', () => {
    for (const [codice, parole] of tabella('faultcodes_nodo_scala.csv')) {
      if (isCodiceFault(codice)) expect(faultNodo(codice)).toMatchObject({ faultString: parole, description: parole });
    }
  });
});
