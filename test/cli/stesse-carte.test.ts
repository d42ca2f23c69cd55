import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { readFileSync, writeFileSync } from 'node:fs';
import { readRecords } from '../../src/lotti/csv/read-records.ts';
import { INTESTAZIONE_DATORE } from '../../src/portale/api/token.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { apri, testi } from '../avvisi/leggi-pdf.ts';
import { codiceFiscaleDi, startPortaleDiProva, type Agente, type PortaleDiProva } from '../portale/portale-di-prova.ts';
import { trimestre } from './esegui.ts';

let prova: PortaleDiProva;
let io: Agente;
let datore: string;
let segreto: string;
beforeAll(async () => {
  prova = await startPortaleDiProva();
  io = await prova.browser().enter(prova.app, 'Ferrari');
  datore = codiceFiscaleDi(prova.app, 'Ferrari');
  ({ segreto } = await prova.app.accesso.creaToken('prova'));
});
afterAll(() => prova.close());

interface Carta {
  readonly nome: string;
  readonly pagina: string;
  readonly api: string;
  readonly apiCsv: string;
  /** What the page's address takes in the end. */
  readonly pdf: string;
  readonly csv: string;
  readonly comando: readonly string[];
}

/** What a text says in figures: amounts, days, long codes and codici fiscali, each as often as it stands there. */
interface Cifre {
  readonly importi: readonly string[];
  readonly giorni: readonly string[];
  readonly codici: readonly string[];
}

function cifre(testo: string): Cifre {
  // The day of printing is the program's clock.
  const pulito = testo.replaceAll('\u00a0', ' ').replace(/Stampato (?:il|l’) ?[\d/]+/, '');
  const trova = (forma: RegExp) => [...pulito.matchAll(forma)].map(([tutto]) => tutto.replaceAll(' ', '')).sort();
  return {
    importi: trova(/\d{1,3}(?:\.\d{3})*,\d{2}\b/g),
    giorni: trova(/\b\d{2}\/\d{2}\/\d{4}\b/g),
    codici: trova(
      /\b\d{17}\b|\b\d{4} \d{4} \d{4} \d{4} \d{2}\b|\b[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]\b|\b[\da-f]{32}\b/g,
    ),
  };
}

const insieme = ({ importi, giorni, codici }: Cifre): Cifre => ({
  importi: [...new Set(importi)].sort(),
  giorni: [...new Set(giorni)].sort(),
  codici: [...new Set(codici)].sort(),
});

/** JSON and CSV write amounts with a point, days as ISO and codes without spaces: here as people read them. */
function perPersone(valori: readonly unknown[]): string {
  return valori
    .map(String)
    .map((valore) => {
      if (/^\d+\.\d{2}$/.test(valore)) return valore.replace('.', ',').replace(/\B(?=(\d{3})+,)/g, '.');
      if (/^\d{18}$/.test(valore)) return valore.replace(/(.{4})(?=.)/g, '$1 ');
      return valore.replace(/\b(\d{4})-(\d{2})-(\d{2})(?=T|$)/, '$3/$2/$1').replace(/T(\d{2}:\d{2}).*/, ', ore $1');
    })
    .join('\n');
}

/** The values at the leaves, in order. */
function foglie(valore: unknown): unknown[] {
  return typeof valore === 'object' && valore !== null ? Object.values(valore).flatMap(foglie) : [valore];
}

async function pdfDi(percorso: string): Promise<string> {
  const pdf = (await io.agent.get(percorso).responseType('blob')).body as Buffer;
  const pagine = Array.from({ length: (await apri(pdf)).numPages }, (_, i) => testi(pdf, i + 1));
  const pezzi = (await Promise.all(pagine)).flat();
  // The foot repeats the title on every page; a codice avviso may take two lines.
  const corpo = pezzi.filter(({ y }) => y < 283).map(({ testo }) => testo);
  return corpo.join(' ').replaceAll(/(\d{4} \d{4} \d{4}) +(\d{4} \d{2})\b/g, '$1 $2');
}

async function paginaDi(percorso: string): Promise<string> {
  const { text } = await io.get(percorso);
  // Below the buttons: above them is the frame.
  const corpo = text.slice(text.indexOf('</p>', text.lastIndexOf('<p class="azioni">')), text.indexOf('</main>'));
  return corpo.replaceAll(/<[^>]+>/g, ' ').replaceAll('&nbsp;', ' ');
}

async function apiDi(percorso: string): Promise<{ readonly text: string; readonly body: unknown }> {
  const risposta = await prova
    .browser()
    .agent.get(percorsi.api + percorso)
    .set({ Authorization: `Bearer ${segreto}`, [INTESTAZIONE_DATORE]: datore });
  expect(risposta.status, percorso).toBe(200);
  return { text: risposta.text, body: risposta.body as unknown };
}

async function righeCsv(csv: string): Promise<string[][]> {
  const righe: string[][] = [];
  const file = join(prova.app.impostazioni.cartellaDati, 'letto.csv');
  writeFileSync(file, csv);
  for await (const riga of readRecords(file)) righe.push(riga);
  return righe;
}

async function nelleCinqueForme({ pagina, api, apiCsv, pdf, csv, comando }: Carta) {
  const cartella = prova.app.impostazioni.cartellaDati;
  const env = { TRIMESTRE_DATI: cartella };
  const scritto = await trimestre(comando, env);
  expect(scritto.stderr).toBe('');
  const json = await trimestre([...comando, '--json'], env);
  const fileCsv = join(cartella, 'carta.csv');
  await trimestre([...comando, '--out', fileCsv, '--sovrascrivi'], env);
  return {
    pagina: await paginaDi(pagina),
    pdf: await pdfDi(pagina + pdf),
    cli: scritto.stdout,
    json: (await apiDi(api)).body,
    jsonCli: JSON.parse(json.stdout) as unknown,
    csv: (await io.get(pagina + csv)).text,
    csvApi: (await apiDi(apiCsv)).text,
    csvCli: readFileSync(fileCsv, 'utf8'),
  };
}

async function carte(): Promise<readonly Carta[]> {
  const { pagamenti } = (await apiDi('/pagamenti')).body as { pagamenti: { id: string; iuv: string }[] };
  const { id = '', iuv = '' } = pagamenti[0] ?? {};
  const { rapporti } = (await apiDi('/rapporti')).body as {
    rapporti: { id: string; codice: string; lavoratore: { codiceFiscale: string } }[];
  };
  const suo = rapporti.find(({ codice }) => codice === '2100005123');
  const [rapporto, lavoratore] = [suo?.id ?? '', suo?.lavoratore.codiceFiscale ?? ''];
  return [
    {
      nome: 'ricevuta',
      pagina: percorsi.ricevuta(id),
      api: `/pagamenti/${id}/ricevuta`,
      apiCsv: `/pagamenti/${id}/ricevuta.csv`,
      pdf: '.pdf',
      csv: '.csv',
      comando: ['pagamento', 'ricevuta', iuv],
    },
    {
      nome: 'attestazione',
      pagina: percorsi.attestazione(2026),
      api: '/attestazioni/2026',
      apiCsv: '/attestazioni/2026/attestazione.csv',
      pdf: '/attestazione.pdf',
      csv: '/attestazione.csv',
      comando: ['attestazione', '--datore', datore, '--anno', '2026'],
    },
    {
      nome: 'estratto',
      pagina: percorsi.estratto(rapporto),
      api: `/rapporti/${rapporto}/estratto`,
      apiCsv: `/rapporti/${rapporto}/estratto.csv`,
      pdf: '/estratto.pdf',
      csv: '/estratto.csv',
      comando: ['estratto', '--datore', datore, '--lavoratore', lavoratore],
    },
  ];
}

describe('page, PDF, CSV, JSON and command line say the same', () => {
  it('figure by figure, of receipt and statements', async () => {
    for (const carta of await carte()) {
      const forme = await nelleCinqueForme(carta);
      const attese = cifre(forme.pagina);
      expect(attese.importi.length, carta.nome).toBeGreaterThan(3);
      expect(attese.codici.length, carta.nome).toBeGreaterThan(0);
      // What people read is drawn from one value: the same figures, as many times each.
      const intestazione = (testo: string) => testo.replace(/^.*?(?=Il pagamento|In tutto|Ferrari Giovanni \()/s, '');
      expect(cifre(intestazione(forme.pdf)), `${carta.nome}: PDF`).toEqual(attese);
      expect(cifre(intestazione(forme.cli)), `${carta.nome}: command line`).toEqual(attese);
      // What programs read has no title over its tables: the same figures, once or more.
      const csv = await righeCsv(forme.csv);
      const deiProgrammi = {
        json: insieme(cifre(perPersone(foglie(forme.json)))),
        csv: insieme(cifre(perPersone(csv.slice(1).flat()))),
      };
      const lette = insieme(cifre(forme.cli));
      for (const [forma, dette] of Object.entries(deiProgrammi)) {
        expect(dette.giorni, `${carta.nome}: ${forma}`).toEqual(lette.giorni);
        expect(dette.codici, `${carta.nome}: ${forma}`).toEqual(expect.arrayContaining([...lette.codici]));
        expect(dette.importi, `${carta.nome}: ${forma}`).toEqual(expect.arrayContaining([...lette.importi]));
      }
      // Whoever reads one of them knows that nobody paid anything: on every row of a table.
      expect(forme.pdf, carta.nome).toMatch(/FAC-SIMILE/);
      expect(forme.json, carta.nome).toMatchObject({ simulazione: true });
      const [nomi = [], ...righe] = csv;
      expect(new Set(righe.map((riga) => riga[nomi.indexOf('simulazione')])), carta.nome).toEqual(new Set(['si']));
      expect(forme.jsonCli, carta.nome).toEqual(forme.json);
      expect([forme.csvApi, forme.csvCli], carta.nome).toEqual([forme.csv, forme.csv]);
    }
  });
});
