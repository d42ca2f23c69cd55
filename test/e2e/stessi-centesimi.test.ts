import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calcola } from '../../src/contributi/calcola.ts';
import { type CampiCalcolo, parseDatiCalcolo } from '../../src/contributi/parse-dati.ts';
import { lottoAvvisi } from '../../src/lotti/avvisi/lotto-avvisi.ts';
import { norme } from '../../src/norme/norme.ts';
import { formatEuro, formatEuroItaliano } from '../../src/valori/denaro.ts';
import { testi } from '../avvisi/leggi-pdf.ts';
import { trimestre as programma } from '../cli/esegui.ts';
import { codiceFiscaleNumero } from '../lotti/avvisi-generati.ts';
import { type AmbienteLotti, ambienteLotti } from '../lotti/avvisi/ambiente.ts';
import { type PortaleDiProva, startPortaleDiProva } from '../portale/portale-di-prova.ts';

/** What every road must answer, as text: total, worker's share, employer's share. */
type Quote = readonly [totale: string, lavoratore: string, datore: string];

const QUANTI = 40;
const due = (n: number): string => (n / 100).toFixed(2).replace('.', ',');

/** A row of any kind that a file can tell: hours with quarters, pay by hour or month, board, CUAF, term, fund. */
const caso: fc.Arbitrary<CampiCalcolo> = fc
  .record({
    anno: fc.integer({ min: 2013, max: 2025 }),
    numero: fc.integer({ min: 1, max: 4 }),
    quartiDiOra: fc.integer({ min: 8, max: 130 }),
    oraria: fc.boolean(),
    centesimi: fc.integer({ min: 550, max: 1100 }),
    settimane: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    vitto: fc.option(fc.integer({ min: 0, max: 7 }), { nil: undefined }),
    senzaCuaf: fc.boolean(),
    tempoDeterminato: fc.boolean(),
    associazione: fc.constantFrom(undefined, 'F2', 'E1'),
  })
  .map(({ anno, numero, quartiDiOra, oraria, centesimi, settimane, vitto, ...resto }) => ({
    ...resto,
    trimestre: `${numero}/${anno}`,
    oreSettimanali: String(quartiDiOra / 4).replace('.', ','),
    ...(oraria ? { pagaOraria: due(centesimi) } : { pagaMensile: due(centesimi * quartiDiOra) }),
    ...(settimane === undefined ? {} : { settimane: String(settimane) }),
    // Board: every one of these years has a conventional value.
    ...(vitto === undefined ? {} : { vittoAlloggioGiorni: String(vitto) }),
  }));

const casi = fc.sample(caso, { numRuns: QUANTI, seed: 20_260_110 });

const COLONNE = {
  trimestre: 'trimestre',
  oreSettimanali: 'ore_settimanali',
  settimane: 'settimane',
  pagaOraria: 'paga_oraria',
  pagaMensile: 'paga_mensile',
  vittoAlloggioGiorni: 'vitto_alloggio_giorni',
  senzaCuaf: 'senza_cuaf',
  tempoDeterminato: 'tempo_determinato',
  associazione: 'associazione',
} as const;

function comeRiga(campi: CampiCalcolo, n: number): string {
  const persone = [codiceFiscaleNumero(n), `Prova Datore ${n}`, String(90_000_000_000 + n * 97)];
  const celle = Object.keys(COLONNE).map((campo) => {
    const valore = campi[campo as keyof typeof COLONNE];
    return typeof valore === 'boolean' ? (valore ? 'sì' : 'no') : (valore ?? '');
  });
  return [`R${n}`, ...persone, codiceFiscaleNumero(n, 'LVRTRE'), `Prova Lavoratrice ${n}`, ...celle, '01/01/2010'].join(
    ';',
  );
}

const INTESTAZIONE = `id;datore_cf;datore_nome;rapporto;lavoratore_cf;lavoratore_nome;${Object.values(COLONNE).join(';')};assunzione`;
const righe = casi.map(comeRiga);

/** The core's answer: what the other roads are held against. */
const attese = casi.map((campi): Quote => {
  const { totale, quotaLavoratore, quotaDatore } = calcola(parseDatiCalcolo(campi), norme());
  return [formatEuro(totale), formatEuro(quotaLavoratore), formatEuro(quotaDatore)];
});

let ambiente: AmbienteLotti;
let portale: PortaleDiProva;
beforeAll(async () => {
  [ambiente, portale] = await Promise.all([ambienteLotti(), startPortaleDiProva()]);
});
afterAll(async () => {
  await Promise.all([ambiente.close(), portale.close()]);
});

describe(`the same ${QUANTI} cases, by every road`, () => {
  it('are of every kind', () => {
    const calcoli = casi.map((campi) => calcola(parseDatiCalcolo(campi), norme()));
    expect(new Set(calcoli.map(({ fascia }) => fascia))).toEqual(new Set([1, 2, 3, 4]));
    expect(new Set(calcoli.map(({ associazione }) => associazione?.codice))).toEqual(new Set([undefined, 'F2', 'E1']));
    expect(new Set(attese.map(([totale]) => totale)).size).toBeGreaterThan(QUANTI - 3);
  });

  it('the API gives the core’s cents', async () => {
    const { agent } = portale.browser();
    const date: Quote[] = [];
    for (const campi of casi) {
      const risposta = await agent.post('/api/v1/calcoli').send(campi);
      expect({ stato: risposta.status, campi }).toEqual({ stato: 200, campi });
      const [calcolo] = (risposta.body as { calcoli: Record<'totale' | 'quotaLavoratore' | 'quotaDatore', string>[] })
        .calcoli;
      date.push([calcolo?.totale ?? '', calcolo?.quotaLavoratore ?? '', calcolo?.quotaDatore ?? '']);
    }
    expect(date).toEqual(attese);
  });

  it('the command line gives them, for one case and for a file', async () => {
    const [primo = {}] = casi;
    const opzioni = Object.entries(COLONNE).flatMap(([campo, colonna]) => {
      const valore = primo[campo as keyof typeof COLONNE];
      const opzione = `--${colonna.replaceAll('_', '-')}`;
      return valore === true ? [opzione] : typeof valore === 'string' ? [opzione, valore] : [];
    });
    const uno = await programma(['calcola', ...opzioni, '--json']);
    expect(uno.stderr).toBe('');
    const { totale, quotaLavoratore, quotaDatore } = JSON.parse(uno.stdout) as Record<string, string>;
    expect([totale, quotaLavoratore, quotaDatore]).toEqual(attese[0]);

    const input = ambiente.cartella.write('rapporti.csv', [INTESTAZIONE, ...righe, ''].join('\n'));
    const out = ambiente.cartella.file('importi.csv');
    const tutti = await programma(['lotto', 'calcola', input, '--out', out, '--formato', 'iso']);
    expect(tutti).toMatchObject({ stderr: '', codice: 0 });
    const scritte = ambiente.cartella.rows('importi.csv');
    expect(scritte.map((riga) => [riga['totale'], riga['quota_lavoratore'], riga['quota_datore']])).toEqual(attese);
  });

  it('the printed notices ask for them, but for those that are prescribed', async () => {
    const { app, cartella } = ambiente;
    const input = cartella.write('datori.csv', [INTESTAZIONE, ...righe, ''].join('\n'));
    const out = cartella.file('avvisi.pdf');
    const esito = await lottoAvvisi({ app, attore: { tipo: 'sistema', nome: 'prova' }, input, out, ordine: 'file' });
    const rifiutate = cartella.rows('avvisi.errori.csv');
    expect(rifiutate.map(({ id }) => id)).toEqual(casi.flatMap((campi, n) => (prescritto(campi) ? [`R${n}`] : [])));
    for (const { errore } of rifiutate) expect(errore).toContain('è prescritto dal');
    const avvisi = QUANTI - rifiutate.length;
    expect(esito).toMatchObject({ codice: 1, riepilogo: { righeRifiutate: rifiutate.length, avvisi } });
    const pdf = readFileSync(out);
    for (const riga of cartella.rows('avvisi.manifesto.csv')) {
      const stampati = (await testi(pdf, Number(riga['pagina']))).map(({ testo }) => testo);
      const n = Number(String(riga['id']).slice(1));
      const atteso = formatEuroItaliano(Math.round(Number(attese[n]?.[0]) * 100) as never);
      expect(stampati.some((testo) => testo.replace(/\s*(?:Euro|€)\s*/giu, '').trim() === atteso)).toBe(true);
    }
  });
});

/** On the batch's day, 3 April 2026: the third quarter of 2020 is the oldest that can still be paid. */
function prescritto({ trimestre }: CampiCalcolo): boolean {
  const [numero = 0, anno = 0] = String(trimestre).split('/').map(Number);
  return anno * 4 + numero < 2020 * 4 + 3;
}
