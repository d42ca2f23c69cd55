import { describe, expect, it } from 'vitest';
import { LINGUE_AVVISO } from '../../../src/anagrafe/lingua-avviso.ts';
import { renderAvvisoPdf } from '../../../src/avvisi/avvisi-pdf.ts';
import type { DatiAvviso } from '../../../src/avvisi/dati-avviso.ts';
import { centesimi } from '../../../src/valori/denaro.ts';
import { giorno } from '../../../src/valori/giorno.ts';
import { albero, apri, codici, lettura, nodi, testi, type TestoStampato } from '../leggi-pdf.ts';
import { dati3, enteBreve, LUNGHI, rate, senzaConto, senzaScadenza } from './dati-3.ts';

const MM = 25.4 / 72;

const lungo = (cambi: Partial<DatiAvviso> = {}): DatiAvviso => {
  const { destinatario, ente } = dati3(cambi);
  return dati3({
    ...cambi,
    oggetto: LUNGHI.oggetto,
    ente: { ...ente, denominazione: LUNGHI.ente },
    destinatario: { ...destinatario, nome: LUNGHI.nome },
  });
};

/** Every kind of page that this edition has, in Italian. */
const VARIANTI: readonly (readonly [nome: string, cambi: Partial<DatiAvviso>])[] = [
  ['one payment, with the postal strip', {}],
  ['one payment', { ente: senzaConto() }],
  ['two instalments, with strips', { rate: rate(2) }],
  ['three instalments, with strips', { rate: rate(3) }],
  ['two instalments', { rate: rate(2), ente: senzaConto() }],
  ['seven instalments', { rate: rate(7), ente: senzaConto() }],
  ['twelve instalments', { rate: rate(12), ente: senzaConto() }],
];

async function pagine(dati: DatiAvviso): Promise<TestoStampato[][]> {
  const pdf = renderAvvisoPdf(dati);
  const quante = (await apri(pdf)).numPages;
  const numeri = Array.from({ length: quante }, (_, i) => i + 1);
  const tutte: TestoStampato[][] = [];
  for (const numero of numeri) tutte.push((await testi(pdf, numero)).filter(({ corpo }) => corpo < 100));
  return tutte;
}

/** Pairs of texts whose letters touch: from a little under the baseline to the height of capitals. */
function touching(stampato: readonly TestoStampato[]): string[] {
  const box = ({ x, fine, y, corpo }: TestoStampato) => ({
    x,
    fine,
    alto: y - 0.66 * corpo * MM,
    basso: y + 0.04 * corpo * MM,
  });
  return stampato.flatMap((uno, i) =>
    stampato.slice(i + 1).flatMap((altro) => {
      const [a, b] = [box(uno), box(altro)];
      const fuori = a.fine <= b.x + 0.3 || b.fine <= a.x + 0.3 || a.basso <= b.alto || b.basso <= a.alto;
      return fuori ? [] : [`${uno.testo} | ${altro.testo}`];
    }),
  );
}

describe.each(LINGUE_AVVISO)('in %s', (lingua) => {
  it.each(VARIANTI)('%s: no text touches another or leaves the sheet, however long', async (_, cambi) => {
    for (const dati of [dati3({ ...cambi, lingua }), lungo({ ...cambi, lingua })]) {
      for (const pagina of await pagine(dati)) {
        expect(touching(pagina)).toEqual([]);
        for (const { testo, x, y, fine } of pagina) {
          expect(x >= 9.8 && fine <= 204 && y <= 288.6, `${testo} ${x} ${y} ${fine}`).toBe(true);
        }
      }
    }
  });
});

describe('texts as long as the guide allows', () => {
  it.each(VARIANTI)('%s: are printed whole, six points or more, wherever they stand', async (_, cambi) => {
    for (const pagina of await pagine(lungo(cambi))) {
      const letto = pagina.map(({ testo }) => testo.trim()).join(' ');
      expect(letto).not.toContain('…');
      expect(letto).toContain(LUNGHI.oggetto);
      for (const { testo, corpo } of pagina) expect(corpo, testo).toBeGreaterThanOrEqual(6);
    }
  });
});

describe('the notice of the 3.x edition', () => {
  it('is read aloud in the order of the paper, labels with what they name', async () => {
    const letto = await lettura(renderAvvisoPdf(dati3()));
    expect(letto.filter(([ruolo]) => /^H\d$/.test(ruolo)).map(([, testo]) => testo)).toEqual([
      'AVVISO DI PAGAMENTO',
      'ENTE CREDITORE',
      'DESTINATARIO',
      'QUANTO E QUANDO PAGARE?',
      'DOVE PAGARE?',
      'PAGA CON L’APP IO',
      'PAGA SUL TERRITORIO',
      'DATI PER IL PAGAMENTO',
      'BOLLETTINO POSTALE PA',
    ]);
    expect(letto).toContainEqual(['P', 'Importo 1.500,00 Euro']);
    expect(letto).toContainEqual(['P', 'entro il 31/12/2026']);
    expect(letto).toContainEqual(['P', 'Cod. Avviso 3010 0000 0001 2345 19']);
  });

  it('says in every portion that scissors can part that it cannot be paid', async () => {
    const [prima = [], seconda = []] = await pagine(dati3({ rate: rate(3) }));
    const dice = (pagina: TestoStampato[]) => pagina.filter(({ testo }) => testo.includes('FAC-SIMILE')).length;
    // The heading, the whole amount, its strip; then the heading, three columns, three strips.
    expect([dice(prima), dice(seconda)]).toEqual([3, 7]);
    const [reale = []] = await pagine(dati3({ ente: { ...enteBreve, reale: true } }));
    expect(dice(reale)).toBe(0);
  });

  it('puts a second language beside and under the Italian, told to who reads aloud', async () => {
    const pdf = renderAvvisoPdf(dati3({ lingua: 'it-de' }));
    const letto = (await lettura(pdf)).map(([, testo]) => testo);
    for (const parola of ['Zahlungsmitteilung', 'Körperschaft', 'Fällig am', 'Zahlungsinformationen', 'Zahlungsgrund'])
      expect(
        letto.some((testo) => testo.includes(parola)),
        parola,
      ).toBe(true);
    const tedeschi = nodi(await albero(pdf), 'P').filter((nodo) => 'lang' in nodo && nodo.lang === 'de-DE');
    expect(tedeschi.length).toBeGreaterThan(15);
    const piccoli = (await testi(pdf)).filter(({ corpo }) => corpo < 7).map(({ testo }) => testo);
    expect(piccoli.filter((testo) => !/circuito|Banco|Posta/.test(testo))).toEqual([]);
  });

  it('gives both languages the same letters where they are equal', async () => {
    const stampato = await testi(renderAvvisoPdf(dati3({ lingua: 'it-sl-perfetto' })));
    const di = (testo: string) => stampato.find((p) => p.testo.includes(testo));
    expect(di('OBVESTILO O PLAČILU')?.corpo).toBe(di('AVVISO DI PAGAMENTO')?.corpo);
    expect(di('Enkratni obrok do')?.corpo).toBe(di('Rata unica entro il')?.corpo);
  });

  it('gives the strip a page of its own when the texts leave it no room', async () => {
    const pdf = renderAvvisoPdf(lungo({ lingua: 'it-fr' }));
    expect((await apri(pdf)).numPages).toBe(2);
    expect((await codici(pdf, 1)).map(({ formato }) => formato)).toEqual(['QRCode']);
    expect((await codici(pdf, 2)).map(({ formato }) => formato)).toEqual(['DataMatrix']);
  });

  it('has room for the largest amounts', async () => {
    const importo = centesimi(99_999_999_999);
    const grandi = rate(3).map((rata) => ({ ...rata, importo }));
    const [prima = []] = await pagine(dati3({ importo, rate: grandi, ente: senzaConto() }));
    expect(prima.filter(({ testo }) => testo.includes('999.999.999,99'))).toHaveLength(5);
    expect(touching(prima)).toEqual([]);
  });
});

describe('what an edition cannot print', () => {
  it.each([
    ['lingua-non-disponibile', dati3({ edizione: '2018', lingua: 'it-de' })],
    ['scadenza-mancante', senzaScadenza({ edizione: '2018' })],
    ['importo-non-stampabile', dati3({ edizione: '2018', importo: centesimi(100_000_000) })],
    ['importo-non-stampabile', dati3({ importo: centesimi(10_000_000_000) })],
  ])('%s', (codice, dati) => {
    expect(() => renderAvvisoPdf(dati)).toThrow(expect.objectContaining({ codice }));
  });

  it.each([
    [giorno(2022, 1, 31), 'QUANTO E QUANDO PAGARE?', 'RATA UNICA'],
    [giorno(2022, 2, 1), 'QUANTO E QUANDO PAGARE?', 'Rata unica entro'],
  ])('is printed on %s by the edition in force that day', async (emessoIl, ...parole) => {
    const [prima = []] = await pagine(dati3({ emessoIl }));
    for (const parola of parole) expect(prima.some(({ testo }) => testo.includes(parola))).toBe(true);
  });
});
