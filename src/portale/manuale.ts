import { readdirSync, readFileSync } from 'node:fs';
import { marked } from 'marked';
import { packagePath } from '../valori/package-root.ts';

/** One chapter of the manual, rendered. */
export interface Capitolo {
  /** Last part of the chapter's address. */
  readonly nome: string;
  readonly titolo: string;
  readonly html: string;
  /** The same with every heading one level lower, for the page that already has two. */
  readonly htmlSottoSchede: string;
}

const FILE = /^\d\d-([a-z0-9-]+)\.md$/;

/**
 * Reads the chapters of `docs/manuale` in the order of their numbers. They are ours, so their HTML is printed as it is; a
 * chapter is found by name in this list, never by a path that a request gave.
 * @param senza names of chapters that this portal has no pages for
 */
export function loadManuale(
  dir: string = packagePath('docs', 'manuale'),
  senza: ReadonlySet<string> = new Set(),
): readonly Capitolo[] {
  return readdirSync(dir)
    .sort()
    .flatMap((file) => {
      const nome = FILE.exec(file)?.[1];
      if (nome === undefined || senza.has(nome)) return [];
      return [toCapitolo(nome, readFileSync(`${dir}/${file}`, 'utf8'), senza)];
    });
}

function toCapitolo(nome: string, testo: string, senza: ReadonlySet<string>): Capitolo {
  const [prima = '', ...resto] = testo.split('\n');
  const titolo = prima.replace(/^#\s*/, '').trim();
  const html = unlinked(scrollable(marked.parse(resto.join('\n'), { async: false, gfm: true })), senza);
  return { nome, titolo, html, htmlSottoSchede: lower(html) };
}

/** Links to chapters that are not shown become their words. */
function unlinked(html: string, senza: ReadonlySet<string>): string {
  return html.replace(/<a href="\/manuale\/([a-z0-9-]+)[^"]*">(.*?)<\/a>/g, (tutto, nome: string, parole: string) =>
    senza.has(nome) ? parole : tutto,
  );
}

function lower(html: string): string {
  return html.replace(/(<\/?h)([2-5])/g, (_, inizio: string, livello: string) => `${inizio}${Number(livello) + 1}`);
}

/** A table or an example wider than a phone scrolls in its own box, reachable by keyboard. */
function scrollable(html: string): string {
  return html
    .replaceAll(
      '<table>',
      '<div class="scorri" tabindex="0" role="region" aria-label="Tabella"><table class="tabella-testo">',
    )
    .replaceAll('</table>', '</table></div>')
    .replaceAll('<pre>', '<pre tabindex="0">');
}
