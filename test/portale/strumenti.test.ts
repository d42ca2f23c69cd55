import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { percorsi } from '../../src/portale/percorsi.ts';
import { STRUMENTI } from '../../src/portale/strumenti/elenco.ts';
import { startPortaleDiProva, type PortaleDiProva } from './portale-di-prova.ts';

let prova: PortaleDiProva;
beforeAll(async () => {
  prova = await startPortaleDiProva();
});
afterAll(() => prova.close());

async function use(nome: string, campi: Record<string, string>) {
  const risposta = await prova.browser().post(percorsi.strumento(nome), campi);
  return { stato: risposta.status, testo: plain(risposta.text), html: risposta.text };
}

/** What a person reads of the page. */
function plain(html: string): string {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replace(/[\s\u00a0]+/g, ' ');
}

describe('tools open to everybody', () => {
  it('are listed, each with its page', async () => {
    const elenco = await prova.browser().get(percorsi.strumenti);
    for (const { nome, titolo } of STRUMENTI) {
      expect(elenco.text).toContain(percorsi.strumento(nome));
      const pagina = await prova.browser().get(percorsi.strumento(nome));
      expect([pagina.status, pagina.text.includes(`<h1>${titolo}</h1>`)]).toEqual([200, true]);
    }
  });

  it('verifica: 338,00 in 4/2020 is first of all 325 hours, and 312 true hours are 13,52 too much', async () => {
    const { stato, testo } = await use('verifica', { trimestre: '4/2020', importo: '338,00', oreVere: '330' });
    expect(stato).toBe(200);
    expect(testo).toContain('338,00 € = 325 ore × 1,04 €');
    expect(testo).toContain('L’avviso chiede 5,20 € in meno');
  });

  it('sanzioni: the circular’s own case, 11,32 on 338,00 after 150 days at 8,15%', async () => {
    const campi = { contributi: '338,00', scadenza: '03/11/2024', pagamento: '02/04/2025' };
    const { testo } = await use('sanzioni', campi);
    expect(testo).toContain('11,32 €');
    expect(testo).toContain('PROSPETTO DELLE SANZIONI CIVILI');
  });

  it('costo-annuo: 30 hours at 8,50 in 2026', async () => {
    const { testo } = await use('costo-annuo', { anno: '2026', oreSettimanali: '30', pagaOraria: '8,50' });
    expect(testo).toContain('16.879,87 €');
    // 30 ore × 52 settimane × 1,24 = 1.934,40
    expect(testo).toContain('1.934,40');
  });

  it('costo-annuo: next year only with a supposed ISTAT, and it says so', async () => {
    const campi = { anno: '2027', oreSettimanali: '30', pagaOraria: '8,50' };
    expect((await use('costo-annuo', campi)).stato).toBeGreaterThanOrEqual(400);
    expect((await use('costo-annuo', { ...campi, istat: '1,2' })).testo).toContain('PROIEZIONE');
  });

  it('fine-rapporto: notice paid, holidays, TFR, both dates, and the same on paper', async () => {
    const campi = {
      assunzione: '02/03/2020',
      cessazione: '15/11/2026',
      motivo: 'licenziamento',
      preavvisoLavorato: '0',
      ferieNonGodute: '6',
      oreSettimanali: '25',
      pagaOraria: '8,00',
      anticipo: '1.000,00',
      anticipoIl: '30/06/2024',
    };
    const { stato, testo } = await use('fine-rapporto', campi);
    expect(stato).toBe(200);
    // 8.00 × 25 / 7 × 30 days; 8 × 25 × 52 / 12 / 26 × 6.
    for (const detto of ['857,14 €', '200,00 €', '15/12/2026', 'Entro il 20/11/2026', '403,00 €', '1.000,00 €']) {
      expect(testo).toContain(detto);
    }
    const pdf = await prova.browser().post(percorsi.strumentoPdf('fine-rapporto'), campi);
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    const senza = await use('fine-rapporto', { ...campi, pagaOraria: '' });
    expect(senza.stato).toBeGreaterThanOrEqual(400);
    expect(senza.testo).toContain('la paga oraria, oppure quella mensile');
    const { status, text } = await prova
      .browser()
      .post(percorsi.strumentoPdf('fine-rapporto'), { ...campi, pagaOraria: '' });
    expect([status, plain(text).includes('manca')]).toEqual([422, true]);
  });

  it('proiezione: every band times one and two per cent', async () => {
    const { testo } = await use('proiezione', { istat: '1,2' });
    expect(testo).toContain('Contributi orari 2027, PROIEZIONE');
    expect((await use('proiezione', { istat: 'molta' })).stato).toBe(422);
  });

  it('trimestre: a week of 20 hours among weeks of 25 gives two bollettini', async () => {
    const pagina = await prova.browser().get(`${percorsi.strumento('trimestre')}?numero=4&anno=2025`);
    const [prima = ''] = [...pagina.text.matchAll(/name="(sabato-[\d-]+)"/g)].map((trovato) => trovato[1] ?? '');
    expect(prima).toBe('sabato-2025-10-04');
    const campi = { numero: '4', anno: '2025', oreSettimanali: '25', pagaOraria: '9,00', [prima]: '20' };
    const { testo } = await use('trimestre', campi);
    expect(testo).toContain('In 2 bollettini');
    expect(testo).toContain('20 ore × 1 settimana');
    const unica = await use('trimestre', { ...campi, lettura: 'orario-unico' });
    expect(unica.testo).not.toContain('In 2 bollettini');
  });

  it('trimestre: points at the field that the person sees', async () => {
    const base = { numero: '4', anno: '2025', oreSettimanali: '25', pagaOraria: '9,00' };
    const casi: Record<string, Record<string, string>> = {
      oreSettimanali: { ...base, oreSettimanali: 'tante' },
      pagaOraria: { ...base, pagaOraria: 'x' },
      cambioOre: { ...base, cambioDal: '01/11/2025', cambioOre: 'x' },
      assenza1Dal: { ...base, assenza1Tipo: 'ferie', assenza1Dal: '99/99/2025' },
      ferieNonGodute: { ...base, ferieNonGodute: 'x' },
    };
    for (const [campo, campi] of Object.entries(casi)) {
      const { stato, html } = await use('trimestre', campi);
      expect([campo, stato]).toEqual([campo, 422]);
      expect(html, campo).toContain(`id="${campo}-errore"`);
    }
  });

  it('refuse a field that the form does not have', async () => {
    expect((await use('verifica', { trimestre: '4/2020', importo: '338,00', pippo: '1' })).stato).toBe(422);
    expect((await use('trimestre', { numero: '4', anno: '2025', 'sabato-2020-01-04': '1' })).stato).toBe(422);
  });
});

describe('norms', () => {
  it('every table and every rule file has its page, with its last check', async () => {
    const indice = await prova.browser().get(percorsi.norme);
    const pagine = [...indice.text.matchAll(/href="(\/norme\/[\w/-]+)"/g)].map((trovato) => trovato[1] ?? '');
    expect(pagine.length).toBeGreaterThan(25);
    for (const pagina of pagine) {
      const risposta = await prova.browser().get(pagina);
      expect([pagina, risposta.status]).toEqual([pagina, 200]);
      expect(plain(risposta.text), pagina).toMatch(/Controllata il \d\d\/\d\d\/\d{4}/);
    }
  });

  it.each([
    [
      'trimestre',
      {
        ...{ numero: '4', anno: '2025', oreSettimanali: '12', pagaOraria: '8,60', vittoAlloggioGiorni: '3' },
        associazione: 'F2',
      },
    ],
    ['sanzioni', { contributi: '338', trimestre: '3/2022', pagamento: '10/03/2025' }],
    ['costo-annuo', { anno: '2026', oreSettimanali: '25', pagaOraria: '8,00' }],
  ])('are where the source of every step leads, but for plain sums and differences: %s', async (nome, campi) => {
    const { stato, html } = await use(nome, campi);
    expect(stato).toBe(200);
    const fonti = [...html.matchAll(/Fonte: (?:<a href="([^"]+)">)?([^<]+)/g)];
    expect(fonti.length).toBeGreaterThan(2);
    for (const [, pagina, titolo = ''] of fonti) {
      if (pagina === undefined) expect(titolo).toMatch(/^(differenza|somma) /);
      else {
        const testo = (await prova.browser().get(pagina)).text;
        const trovata = titolo.split('; ').some((parte) => testo.includes(parte));
        expect(trovata, `${titolo} in ${pagina}`).toBe(true);
      }
    }
  });

  it('shows the table that computed the real row, cell by cell', async () => {
    const testo = plain((await prova.browser().get(percorsi.tabella(2020))).text);
    expect(testo).toContain('Oltre 24 ore a settimana 5,22 1,04 1,05 1,12 1,12 0,26');
  });
});
