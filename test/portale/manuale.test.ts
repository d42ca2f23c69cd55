import { describe, expect, it } from 'vitest';
import { loadManuale } from '../../src/portale/manuale.ts';

describe('manual', () => {
  const capitoli = loadManuale();

  it('has every chapter once, in order, each with a title and a body', () => {
    expect(capitoli.map(({ nome }) => nome)).toEqual([...new Set(capitoli.map(({ nome }) => nome))]);
    expect(capitoli[0]?.nome).toBe('cominciare');
    for (const { titolo, html } of capitoli) {
      expect(titolo).toMatch(/^\p{Lu}/u);
      expect(html).toMatch(/<p>|<li>/);
      expect(html).not.toMatch(/<h1|<script|style=/);
    }
  });

  it('lowers every heading by one under the tabs', () => {
    const capitolo = capitoli.find(({ html }) => html.includes('<h2'));
    expect(capitolo?.htmlSottoSchede).not.toContain('<h2');
    expect(capitolo?.htmlSottoSchede.match(/<h3/g)?.length).toBe(capitolo?.html.match(/<h2/g)?.length);
  });
});
