import { beforeAll, describe, expect, it } from 'vitest';
import { renderProspettoPdf, type DatiProspetto } from '../../src/avvisi/prospetto-pdf.ts';
import { giorno } from '../../src/valori/giorno.ts';
import { albero, apri, lettura, nodi, testi } from './leggi-pdf.ts';

const RIGHE = 70;
const dati: DatiProspetto = {
  titolo: 'Attestazione dei contributi pagati nel 2021',
  sottotitolo: 'Datore di lavoro: Mario Rossi (RSSMRA80A01D620V).',
  autore: 'Trimestre',
  sezioni: [
    {
      titolo: 'Pagamenti',
      tabella: {
        colonne: [
          { titolo: 'Trimestre', parte: 2 },
          { titolo: 'Lavoratore', parte: 6 },
          { titolo: 'Rapporto', parte: 3, codice: true },
          { titolo: 'Importo', parte: 2, aDestra: true },
        ],
        righe: Array.from({ length: RIGHE }, (_, i) => [
          `${(i % 4) + 1}/2020`,
          i === 3 ? 'Maria Immacolata Concetta Antonietta Della Rovere-Serbelloni' : `Юлія Шевченко ${i}`,
          '99109784511',
          `${338 + i},00 €`,
        ]),
        totali: ['Totale', '', '', '26.075,00 €'],
      },
    },
    { voci: [{ etichetta: 'Deducibile', valore: '1.549,37 €', forte: true }] },
    { testo: 'Prospetto senza valore di certificazione INPS.' },
  ],
  simulazione: 'Prospetto di una simulazione: nessun pagamento è stato fatto.',
  emessoIl: giorno(2022, 1, 10),
};

describe('renderProspettoPdf', () => {
  let pdf: Buffer;
  let pagine: number;
  beforeAll(async () => {
    pdf = renderProspettoPdf(dati);
    pagine = (await apri(pdf)).numPages;
  });

  it('breaks a long table between rows, with its headings on every page, and loses none', async () => {
    expect(pagine).toBeGreaterThan(1);
    const celle: string[] = [];
    for (let pagina = 1; pagina <= pagine; pagina++) {
      const letto = await lettura(pdf, pagina);
      const intestazioni = letto.filter(([ruolo]) => ruolo === 'TH').map(([, testo]) => testo);
      if (letto.some(([, testo]) => testo.includes('/2020'))) {
        expect(intestazioni.slice(0, 4)).toEqual(['Trimestre', 'Lavoratore', 'Rapporto', 'Importo']);
      }
      celle.push(...letto.filter(([ruolo]) => ruolo === 'TD').map(([, testo]) => testo));
    }
    const importi = celle.filter((testo) => /^\d{3},00 €$/.test(testo));
    expect(importi).toEqual(Array.from({ length: RIGHE }, (_, i) => `${338 + i},00 €`));
    expect(celle).toContain('26.075,00 €');
    expect(celle).toContain('Maria Immacolata Concetta Antonietta Della Rovere-Serbelloni');
  });

  it('keeps everything inside its margins, and says that it is of a simulation on each page', async () => {
    for (let pagina = 1; pagina <= pagine; pagina++) {
      const stampato = await testi(pdf, pagina);
      expect(stampato.every(({ x, fine, y, corpo }) => corpo > 100 || (x > 15 && fine < 194.5 && y < 290))).toBe(true);
      expect(stampato.some(({ testo }) => testo.startsWith('FAC-SIMILE. Prospetto di una simulazione'))).toBe(true);
      expect(stampato.some(({ testo }) => testo.endsWith(`pagina ${pagina} di ${pagine}`))).toBe(true);
    }
  });

  it('is a table of rows of four cells for those who cannot see it', async () => {
    const righe = nodi(await albero(pdf), 'TR');
    expect(righe.length).toBeGreaterThan(20);
    expect(righe.every(({ children }) => children.length === 4)).toBe(true);
  });

  it('is the same file for the same data', () => {
    expect(renderProspettoPdf(dati).equals(pdf)).toBe(true);
  });
});
