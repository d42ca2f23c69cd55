import { describe, expect, it } from 'vitest';
import { renderAvvisoPdf } from '../../src/avvisi/avvisi-pdf.ts';
import { visualRuns } from '../../src/avvisi/pdf/visual-runs.ts';
import { ShapedFace } from '../../src/avvisi/pdf/shaped-face.ts';
import { caratterePer } from '../../src/avvisi/stampa/caratteri.ts';
import { parseDataMatrixAvviso } from '../../src/pagopa/identificativi/data-matrix-avviso.ts';
import { dati3 } from './edizione-3/dati-3.ts';
import { codici, testi } from './leggi-pdf.ts';

function clusters(testo: string): readonly (readonly [string, number])[] {
  const face = caratterePer('normale', testo, 'nome');
  if (!(face instanceof ShapedFace)) throw new Error(`${testo} is not shaped`);
  return face.line(testo).flatMap((run) => run.clusters.map(({ text, glyphs }) => [text, glyphs.length] as const));
}

/** Glyphs of a line, as they stand. */
function glifi(testo: string): readonly number[] {
  const face = caratterePer('normale', testo, 'nome') as ShapedFace;
  return face.line(testo).flatMap((run) => run.clusters.flatMap(({ glyphs }) => glyphs.map(({ id }) => id)));
}

describe('names in scripts that need shaping', () => {
  it('joins Arabic letters, and stands them from right to left', () => {
    expect(clusters('محمد').map(([lettere]) => lettere)).toEqual(['د', 'م', 'ح', 'م']);
    const [, mezzo, , inizio] = glifi('محمد');
    expect(inizio).not.toBe(mezzo);
    const [solo] = glifi('م');
    expect([inizio, mezzo]).not.toContain(solo);
    // Lam and alef are one sign; the words are in one font, spaces included.
    expect(clusters('الأمين').map(([lettere]) => lettere)).toEqual(['ن', 'ي', 'م', 'لأ', 'ا']);
    expect((caratterePer('normale', 'محمد علي', 'nome') as ShapedFace).line('محمد علي')).toHaveLength(1);
  });

  it('keeps letters that join in one font, a rare one included', () => {
    const sindhi = 'ٻجر';
    expect((caratterePer('normale', sindhi, 'nome') as ShapedFace).line(sindhi)).toHaveLength(1);
  });

  it('makes a syllable of Devanagari, its short i before the consonants', () => {
    const [prima] = clusters('क्षत्रिय');
    expect(prima?.[0]).toBe('क्ष');
    expect(clusters('हिन').map(([lettere]) => lettere)).toEqual(['हि', 'न']);
    const [i, ha] = glifi('हि');
    expect([i, ha]).toHaveLength(2);
    expect(ha).toBe(glifi('ह')[0]);
  });

  it.each([
    ['Rossi محمد (علي) 12 Bianchi', ['Rossi ', '12 ', 'محمد (علي) ', 'Bianchi']],
    ['عبد الله Rossi', ['عبد الله', ' Rossi']],
    ['Via 5, شارع 12', ['Via 5, ', '12', ' شارع']],
  ])('sets the stretches of «%s» as the bidirectional algorithm says', (testo, attesi) => {
    const tratti = visualRuns(
      testo,
      Array.from(testo, () => 'un carattere'),
    );
    expect(
      tratti
        .map(({ text }) => text)
        .join('|')
        .replaceAll(' ', ''),
    ).toBe(attesi.join('|').replaceAll(' ', '').replace('||', '|'));
  });

  it.each([
    ['محمد الأمين بن صالح', 'MHMD LMYN BN SLH'],
    ['عبد الله', 'BD LLH'],
    ['پرویز گلچین', 'PRWYZ GLCHYN'],
    ['משה כהן', 'MSH KHHN'],
    ['አማርኛ', 'AMARNYA'],
  ])('prints %s, to be found and copied letter by letter', async (nome, inAscii) => {
    const pdf = renderAvvisoPdf(dati3({ destinatario: { ...dati3().destinatario, nome } }));
    const stampati = (await testi(pdf)).map(({ testo }) => testo);
    expect(stampati.filter((testo) => testo === nome)).toHaveLength(3);
    const [, dataMatrix] = await codici(pdf);
    expect(parseDataMatrixAvviso(dataMatrix?.testo ?? '').nomeDebitore).toBe(inAscii);
  });

  it.each([
    '李小龙 陳龍',
    'नमस्ते श्रीमती',
    'হাসিনা আক্তার',
    'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ',
    'પટેલ શ્રી',
    'தமிழ்ச்செல்வி',
    'లక్ష్మి',
    'ಲಕ್ಷ್ಮಿ',
    'ലക്ഷ്മി',
    'සිංහල',
    'ภาษาไทย',
    'ພາສາລາວ',
    'ស្រី',
    'ကျော်စွာ',
  ])('prints %s with what it says beside its syllables', async (nome) => {
    const pdf = renderAvvisoPdf(dati3({ destinatario: { ...dati3().destinatario, nome } }));
    const stampati = (await testi(pdf)).map(({ testo }) => testo.replaceAll(' ', ''));
    // Thai and Lao write as two what Unicode also knows as one letter.
    const cercato = nome.replaceAll(' ', '').normalize('NFKC');
    expect(stampati.join('').normalize('NFKC').split(cercato).length - 1).toBe(3);
  });

  it.each(['ꦗꦮ', 'Mario ᠮ'])('refuses %s rather than printing boxes', (nome) => {
    expect(() => renderAvvisoPdf(dati3({ destinatario: { ...dati3().destinatario, nome } }))).toThrow(
      expect.objectContaining({ codice: 'carattere-non-stampabile', campo: 'nome del destinatario' }),
    );
  });

  it('says of a worker’s name that the notice can do without', () => {
    expect(() => renderAvvisoPdf(dati3({ lavoratore: 'Siti ꦗꦮ' }))).toThrow(
      expect.objectContaining({
        campo: 'nome del lavoratore',
        message: expect.stringMatching(/«ꦗ» \(U\+A997\) non si può stampare.*senza il nome del lavoratore/) as string,
      }),
    );
  });

  it('tells the post how a name in Chinese is said', async () => {
    const [, dataMatrix] = await codici(
      renderAvvisoPdf(dati3({ destinatario: { ...dati3().destinatario, nome: '李小龙' } })),
    );
    expect(parseDataMatrixAvviso(dataMatrix?.testo ?? '').nomeDebitore).toBe('LIXIAOLONG');
  });

  it('leaves other letters to say what they say, where one glyph stands for two', async () => {
    const destinatario = {
      ...dati3().destinatario,
      nome: 'محمد (علي)',
      indirizzo: 'Via Roma (interno), 00100 Roma (RM)',
    };
    const stampati = (await testi(renderAvvisoPdf(dati3({ destinatario })))).map(({ testo }) => testo);
    expect(stampati.join('').replaceAll(' ', '')).toContain('(علي)محمد');
    expect(stampati.join(' ')).toContain('Via Roma (interno)');
  });
});
