import { describe, expect, it } from 'vitest';
import { renderAvvisoPdf } from '../../src/avvisi/avvisi-pdf.ts';
import { carattereVietato, describeVietato } from '../../src/valori/testo-scritto.ts';
import { dati3 } from '../avvisi/edizione-3/dati-3.ts';

describe('carattereVietato', () => {
  it.each([
    'Mario Rossi',
    'Niccolò D’Angelo',
    'Ștefania Łucja',
    'Мария',
    'Ελένη',
    'Nguyễn Thị',
    '李小龙',
    'محمد',
    '© ACME™',
  ])('finds nothing in «%s»', (testo) => {
    expect(carattereVietato(testo)).toBeUndefined();
  });

  it.each([
    ['Mario 😀', 7, 'figura', 'U+1F600'],
    ['Anna ❤️', 6, 'figura', 'U+2764'],
    ['🇮🇹', 1, 'figura', 'U+1F1EE'],
    ['Ma\u200brio', 3, 'invisibile', 'U+200B'],
    ['Mario\u202eissoR', 6, 'invisibile', 'U+202E'],
    ['\ufeffMario', 1, 'invisibile', 'U+FEFF'],
    ['Mario\u2066Rossi\u2069', 6, 'invisibile', 'U+2066'],
    ['Ma\u00adrio', 3, 'invisibile', 'U+00AD'],
    ['Mario\u0000', 6, 'invisibile', 'U+0000'],
    ['Mario\ue000', 6, 'invisibile', 'U+E000'],
  ])('says where and what stands in %j', (testo, posto, perche, codice) => {
    const vietato = carattereVietato(testo);
    expect(vietato).toMatchObject({ posto, perche });
    expect(describeVietato(vietato as NonNullable<typeof vietato>)).toMatch(
      new RegExp(`^al posto ${posto} .*${codice.replace('+', '\\+')}`),
    );
  });

  it('is asked before a notice is printed', () => {
    const dati = dati3();
    const nome = 'Mario\u202eissoR';
    expect(() => renderAvvisoPdf({ ...dati, destinatario: { ...dati.destinatario, nome } })).toThrow(
      expect.objectContaining({
        codice: 'carattere-non-stampabile',
        message: expect.stringContaining(
          'nome del destinatario: al posto 6 c’è un carattere che non si vede',
        ) as string,
      }),
    );
  });
});
