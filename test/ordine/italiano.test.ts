import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { packagePath } from '../../src/valori/package-root.ts';

/** An article that a number, a date or a quarter may follow. */
const ARTICOLO =
  /(?:^|[^\p{L}])(?:il|lo|la|al|allo|alla|dal|dalla|del|della|nel|nella|sul|sulla|una|i|ai|dai|dei|nei|sui) $/iu;

function filesIn(cartella: string, coda: string): string[] {
  return readdirSync(packagePath(cartella), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(coda))
    .map((file) => `${cartella}/${file}`);
}

const FORSE = /[ilao] \$\{/i;

/** Templates that put a value after an article and are not `italiano`. */
function untagged(file: string): string[] {
  const testo = readFileSync(packagePath(file), 'utf8');
  // Most files have nothing of the kind: they are not worth taking apart.
  if (!FORSE.test(testo)) return [];
  const sorgente = ts.createSourceFile(file, testo, ts.ScriptTarget.Latest, true);
  const trovati: string[] = [];
  const walk = (nodo: ts.Node): void => {
    if (ts.isTemplateExpression(nodo) && !ts.isTaggedTemplateExpression(nodo.parent)) {
      const prima = [nodo.head.text, ...nodo.templateSpans.slice(0, -1).map(({ literal }) => literal.text)];
      if (prima.some((pezzo) => ARTICOLO.test(pezzo))) trovati.push(`${file}: ${nodo.getText().slice(0, 80)}`);
    }
    ts.forEachChild(nodo, walk);
  };
  walk(sorgente);
  return trovati;
}

describe('sentences', () => {
  // The wire’s own texts and SQL are no sentences for people.
  it('leave the article before a value to `italiano`, which knows of 8, 11 and 1', () => {
    const file = filesIn('src', '.ts').filter((uno) => !/^src\/(pagopa|archivio)\/|valori\/italiano\.ts$/.test(uno));
    expect(file.flatMap(untagged)).toEqual([]);
  });

  it('of the pages write a day with its article by the filter `con`', () => {
    const sbagliati = filesIn('templates', '.njk').flatMap((file) =>
      [
        ...readFileSync(packagePath(file), 'utf8').matchAll(
          /\b(?:il|al|dal|del|nel)(?: <\w+>| )\{\{[^}]*\|\s*(?:giorno|istante)\s*\}\}/g,
        ),
      ].map(([testo]) => `${file}: ${testo}`),
    );
    expect(sbagliati).toEqual([]);
  });
});
