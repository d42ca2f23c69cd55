import { beforeAll, describe, expect, it } from 'vitest';
import { renderProspettoPdf } from '../../src/avvisi/prospetto-pdf.ts';
import type { Iuv } from '../../src/pagopa/identificativi/codice-avviso.ts';
import { ricevutaInProspetto } from '../../src/portale/viste/ricevuta.ts';
import type { DatiRicevuta } from '../../src/prospetti/ricevuta/index.ts';
import { Decimale } from '../../src/valori/decimale.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { giorno } from '../../src/valori/giorno.ts';
import { datiAvviso, ente } from '../avvisi/dati-di-prova.ts';
import { albero, apri, lettura, nodi, testi } from '../avvisi/leggi-pdf.ts';

const dati: DatiRicevuta = {
  ente: { codiceFiscale: ente.codiceFiscale, denominazione: ente.denominazione },
  debitore: { codiceFiscale: 'RSSMRA80A01D620V', nome: 'Mario Rossi' },
  codiceAvviso: datiAvviso().codiceAvviso,
  iuv: '01000000001234519' as Iuv,
  ccp: 'c0000000000000000000000000000000001',
  iur: '2021010810150001',
  prestatore: 'Banca Simulata S.p.A.',
  dataOraMessaggio: '2021-01-08T10:15:00',
  dataEsito: giorno(2021, 1, 7),
  importo: centesimi(33_800),
  commissione: centesimi(150),
  causale: '/RFB/01000000001234519/338.00/TXT/Contributi lavoro domestico 4/2020',
  contributi: {
    codiceRapporto: '99109784511',
    lavoratore: { codiceFiscale: 'SHVYLU85M41Z138X', nome: 'Юлія Шевченко' },
    trimestre: { anno: 2020, numero: 4 },
    codiceInps: '991097845204027',
    settimane: 13,
    ore: new Decimale(325),
    retribuzioneOrariaEffettiva: centesimi(867),
    quotaLavoratore: centesimi(8_450),
    quotaDatore: centesimi(25_350),
    associazione: null,
  },
  nomiRidotti: false,
  reale: false,
};

const stampa = (cambi: Partial<DatiRicevuta> = {}) =>
  renderProspettoPdf(ricevutaInProspetto({ ...dati, ...cambi }, giorno(2021, 1, 9)));

describe('a receipt on paper', () => {
  let pdf: Buffer;
  beforeAll(() => {
    pdf = stampa();
  });

  it('shows what SANP asks of a paper receipt, and what was paid, as a table read row by row', async () => {
    const righe = (await lettura(pdf)).filter(([ruolo]) => ruolo === 'TH' || ruolo === 'TD').map(([, testo]) => testo);
    const voci = Object.fromEntries(righe.flatMap((testo, i) => (i % 2 === 0 ? [[testo, righe[i + 1]]] : [])));
    expect(voci).toEqual({
      Esito: 'Pagamento eseguito',
      'Importo pagato': '338,00 €',
      'Commissione del prestatore, a parte': '1,50 €',
      'Totale con la commissione': '339,50 €',
      'Data del pagamento': '07/01/2021',
      'Data e ora della ricevuta': '08/01/2021, ore 10:15',
      'Codice avviso': '3010 0000 0001 2345 19',
      'IUV (identificativo di versamento)': '01000000001234519',
      'CCP (contesto del pagamento)': 'c0000000000000000000000000000000001',
      'IUR (numero unico del pagamento)': '2021010810150001',
      Causale: '/RFB/01000000001234519/338.00/TXT/Contributi lavoro domestico 4/2020',
      'Datore di lavoro': 'Mario Rossi',
      'Codice fiscale del datore': 'RSSMRA80A01D620V',
      'Ente creditore': 'Istituto Nazionale della Previdenza Sociale',
      'Codice fiscale dell’ente': '80078750587',
      'Prestatore di servizi di pagamento': 'Banca Simulata S.p.A.',
      Trimestre: '4/2020',
      'Codice del rapporto di lavoro': '99109784511',
      'Codice INPS del bollettino': '991097845204027',
      Lavoratore: 'Юлія Шевченко',
      'Codice fiscale del lavoratore': 'SHVYLU85M41Z138X',
      Settimane: '13',
      'Ore retribuite': '325',
      'Retribuzione oraria effettiva': '8,67 €',
      'Quota a carico del lavoratore': '84,50 €',
      'Quota a carico del datore': '253,50 €',
    });
    const radice = await albero(pdf);
    expect(nodi(radice, 'Table')).toHaveLength(3);
    expect(nodi(radice, 'TR').every(({ children }) => children.length === 2)).toBe(true);
  });

  it('is one page that says that nothing was paid, unless the creditor is real', async () => {
    expect((await apri(pdf)).numPages).toBe(1);
    const finta = (await testi(pdf)).map(({ testo }) => testo).join('\n');
    expect(finta).toContain('FAC-SIMILE. Ricevuta di una simulazione: nessun pagamento è stato fatto.');
    const vera = stampa({ reale: true });
    expect((await testi(vera)).map(({ testo }) => testo).join('\n')).not.toMatch(/FAC-SIMILE|simulazione/);
  });

  it('leaves out what is not known, and says that the commission is not', async () => {
    const { commissione: _, ...senza } = dati;
    const contributi = { ...dati.contributi, retribuzioneOrariaEffettiva: null };
    const carta = renderProspettoPdf(ricevutaInProspetto({ ...senza, contributi }, giorno(2021, 1, 9)));
    const testo = (await testi(carta)).map((pezzo) => pezzo.testo).join('\n');
    expect(testo).not.toMatch(/Totale con|Retribuzione oraria|Pagato da|Contabilizzato/);
    expect(testo).toContain('non indicata nella ricevuta');
  });

  it('names who paid for the employer, the hour, the booking and the association’s part', async () => {
    const versante = { codiceFiscale: 'BNCLRA75C41D620L', nome: 'Laura Bianchi' };
    const associazione = { codice: 'F2', totale: centesimi(975) };
    const contributi = { ...dati.contributi, associazione };
    const quando = { oraEsito: '15:04:05', dataApplicazione: giorno(2021, 1, 8) };
    const testo = (await testi(stampa({ versante, contributi, ...quando }))).map((pezzo) => pezzo.testo).join('\n');
    for (const atteso of [
      'Laura Bianchi',
      'BNCLRA75C41D620L',
      '07/01/2021, ore 15:04',
      'Contabilizzato dal prestatore il\n08/01/2021',
      'Assistenza contrattuale (F2)\n9,75',
    ]) {
      expect(testo).toContain(atteso);
    }
  });

  it('is the same file for the same data', () => {
    expect(stampa().equals(pdf)).toBe(true);
  });
});
