import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { percorsi } from '../../src/portale/percorsi.ts';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { freePort } from '../impianto/free-port.ts';
import { trimestre } from './esegui.ts';

const PREMESSA =
  'PROIEZIONE: la tabella del 2027 non è pubblicata; è una stima con una variazione ISTAT supposta dell’1,2%.';
const FINE = [
  'fine-rapporto --assunzione 02/03/2020 --motivo licenziamento',
  '--ore-settimanali 25 --paga-oraria 8,00 --tfr-maturato 9000',
];
let cartella: string;
let env: Record<string, string>;
beforeAll(async () => {
  cartella = await mkdtemp(join(tmpdir(), 'trimestre-proiettato-'));
  env = { TRIMESTRE_DATI: join(cartella, 'dati'), TRIMESTRE_PORTA: String(await freePort()) };
  expect((await trimestre(['anno', 'nuovo', '2027', '--istat', '1,2'], env)).codice).toBe(0);
});
afterAll(() => rm(cartella, { recursive: true }));

describe('what rests on a year that INPS has not published says so first', () => {
  it.each([
    ['calcola --trimestre 1/2027 --ore-settimanali 25'],
    ['tabella 2027'],
    ['costo-annuo --anno 2027 --ore-settimanali 25 --paga-oraria 8,00'],
    ['verifica --trimestre 1/2027 --importo 338,00'],
    [`${FINE.join(' ')} --cessazione 20/02/2027`],
  ])('%s', async (comando) => {
    const testo = await trimestre(comando.split(' '), env);
    expect(testo.stdout.split('\n')[0]).toBe(PREMESSA);
    const { stdout } = await trimestre([...comando.split(' '), '--json'], env);
    expect(Object.entries(JSON.parse(stdout) as object)[0]).toEqual(['premesse', [PREMESSA]]);
    const pubblicato = await trimestre([...comando.replaceAll('2027', '2026').split(' '), '--json'], env);
    expect(pubblicato.stdout).not.toContain('premesse');
  });

  it('a whole file, in words and for programs', async () => {
    const file = await unFile();
    const lotto = async (...opzioni: string[]) =>
      (await trimestre(['lotto', 'calcola', file, '--out', `${file}.csv`, '--sovrascrivi', ...opzioni], env)).stdout;
    expect((await lotto()).split('\n')[0]).toBe(PREMESSA);
    expect(Object.entries(JSON.parse(await lotto('--json')) as object)[0]).toEqual(['premesse', [PREMESSA]]);
  });

  it.each(['dati', 'senza-bozza'])(
    'an end whose last week is of that year, with its draft and without: %s',
    async (dove) => {
      const suo = { TRIMESTRE_DATI: join(cartella, dove) };
      const { stdout } = await trimestre([...FINE.join(' ').split(' '), '--cessazione', '31/12/2026'], suo);
      expect(stdout).toMatch(/^PROIEZIONE: la tabella del 2027 non è pubblicata; è una stima .*%\.\n/);
      expect(stdout).toMatch(/1\/2027 .* circa /);
    },
  );

  it('the API and the pages of a portal', async () => {
    const token = (await trimestre(['token', 'crea', 'Prova'], env)).stdout.split('\n')[0] ?? '';
    const portale = spawn(process.execPath, [inject('programma'), 'serve'], { env: { ...process.env, ...env } });
    const finito = once(portale, 'exit');
    try {
      for await (const detto of portale.stdout) if (String(detto).includes('in ascolto')) break;
      const base = `http://localhost:${env['TRIMESTRE_PORTA']}`;
      const chiedi = async (percorso: string, corpo?: object) => {
        const risposta = await fetch(`${base}/api/v1${percorso}`, {
          ...(corpo !== undefined && { method: 'POST', body: JSON.stringify(corpo) }),
          headers: { 'Content-Type': 'application/json' },
        });
        return Object.entries((await risposta.json()) as object)[0];
      };
      const ore = { trimestre: '1/2027', oreSettimanali: 25 };
      expect(await chiedi('/calcoli', { ...ore, pagaOraria: '8.00' })).toEqual(['premesse', [PREMESSA]]);
      expect(await chiedi('/tabelle/2027')).toEqual(['premesse', [PREMESSA]]);
      expect(await chiedi('/verifiche', { trimestre: '1/2027', importo: '338.00' })).toEqual(['premesse', [PREMESSA]]);
      expect(await chiedi('/costi-annui', { anno: 2027, oreSettimanali: 25, pagaOraria: '8.00' })).toEqual([
        'premesse',
        [PREMESSA],
      ]);
      expect(await chiedi('/tabelle/2026')).not.toContain('premesse');
      const calcolo = await inPage(`${base}/calcolo`, { numero: '1', anno: '2027', oreSettimanali: '25' });
      expect(calcolo).toContain(PREMESSA);
      expect(calcolo.indexOf(PREMESSA)).toBeLessThan(calcolo.indexOf('risultato-totale'));
      const verifica = await inPage(`${base}/strumenti/verifica`, { trimestre: '1/2027', importo: '338,00' });
      expect(verifica).toContain(PREMESSA);
      const fine = {
        assunzione: '02/03/2020',
        cessazione: '20/02/2027',
        motivo: 'licenziamento',
        oreSettimanali: '25',
        pagaOraria: '8,00',
        tfrMaturato: '9000',
      };
      expect(await chiedi('/cessazioni', fine)).toEqual(['premesse', [PREMESSA]]);
      const inFine = await inPage(`${base}/strumenti/fine-rapporto`, fine);
      expect(inFine.split(PREMESSA)).toHaveLength(2);
      expect(inFine.indexOf(PREMESSA)).toBeLessThan(inFine.indexOf('Al lavoratore, lordi'));
      const { esito, pagina } = await lotto(base, token);
      expect(Object.entries(esito)[0]).toEqual(['premesse', [PREMESSA]]);
      expect(pagina.indexOf(PREMESSA)).toBeGreaterThan(0);
      expect(pagina.indexOf(PREMESSA)).toBeLessThan(pagina.indexOf('In breve'));
    } finally {
      portale.kill('SIGTERM');
      await finito;
    }
  });
});

/** A file of one row of the year. */
const CSV = 'trimestre;ore_settimanali;paga_oraria\n1/2027;25;8,00\n';

async function unFile(): Promise<string> {
  const file = join(cartella, 'rapporti.csv');
  await writeFile(file, CSV);
  return file;
}

/** A batch sent to the API: what came of it, and its page as an operator sees it. */
async function lotto(base: string, token: string): Promise<{ readonly esito: object; readonly pagina: string }> {
  const Authorization = `Bearer ${token}`;
  const mandato = await fetch(`${base}/api/v1/lotti/importi?nomeFile=rapporti.csv`, {
    method: 'POST',
    headers: { Authorization, 'Content-Type': 'text/csv' },
    body: CSV,
  });
  const { id } = (await mandato.json()) as { readonly id: string };
  for (;;) {
    const letto = await fetch(`${base}/api/v1/lotti/${id}`, { headers: { Authorization } });
    const { esito, stato } = (await letto.json()) as { readonly esito?: object; readonly stato: string };
    if (esito === undefined && stato !== 'fallito') {
      await sleep(100);
      continue;
    }
    expect(stato).toBe('finito');
    const entrata = await fetch(`${base}${percorsi.operatoriAccesso}`);
    const dentro = await send(`${base}${percorsi.operatoriAccesso}`, entrata, { token, verso: 'lotti' });
    const cookie = cookieOf(dentro);
    return {
      esito: esito ?? {},
      pagina: await (await fetch(base + percorsi.lotto(id), { headers: { cookie } })).text(),
    };
  }
}

/** What a page answers to its form, as a browser sends it. */
async function inPage(url: string, campi: Readonly<Record<string, string>>): Promise<string> {
  const aperta = await fetch(url);
  const mandata = await send(url, aperta, campi);
  const dove = mandata.headers.get('location');
  const cookie = cookieOf(aperta);
  return dove === null ? mandata.text() : (await fetch(new URL(dove, url), { headers: { cookie } })).text();
}

async function send(url: string, aperta: Response, campi: Readonly<Record<string, string>>): Promise<Response> {
  const token = /name="_csrf" value="([^"]+)"/.exec(await aperta.text())?.[1] ?? '';
  return fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookieOf(aperta), Origin: new URL(url).origin },
    body: new URLSearchParams({ _csrf: token, ...campi }),
  });
}

function cookieOf(risposta: Response): string {
  return risposta.headers
    .getSetCookie()
    .map((uno) => uno.split(';')[0])
    .join('; ');
}
