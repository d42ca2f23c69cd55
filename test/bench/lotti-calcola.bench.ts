import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { controllaImporti } from './lotti/controlla-importi.ts';
import { scriviFile } from './lotti/file-generato.ts';
import { mediana, type Misura, misuraProcesso } from './lotti/processo-misurato.ts';
import { costruisci } from './lotti/programma-costruito.ts';

/**
 * A million rows through `trimestre lotto calcola`, as it is shipped, beside csv-parse with `columns: true` that does nothing but
 * read the same file; memory and time at three sizes; XLSX out and in. Then every row of the million is checked.
 */
const RIGHE = [10_000, 100_000, 1_000_000] as const;
const RIGHE_XLSX = 100_000;
const GIRI = 3;

/** Lets pass what it cannot read, as the batch does, and keeps nothing. */
const CSV_PARSE = `
  import { createReadStream } from 'node:fs';
  import { parse } from 'csv-parse';
  const opzioni = { columns: true, delimiter: ';', bom: true, relax_quotes: true, relax_column_count: true };
  createReadStream(process.argv[1]).pipe(parse(opzioni)).on('data', () => undefined);
`;

const cartella = mkdtempSync(join(tmpdir(), 'trimestre-bench-'));
const file = (nome: string): string => join(cartella, nome);

function print(nome: string, righe: number, { secondi, cpu, memoria }: Misura): void {
  const colonne = [
    `${secondi.toFixed(2).padStart(6)} s`,
    `${cpu.toFixed(2).padStart(6)} s CPU`,
    `${((cpu * 1e6) / righe).toFixed(1).padStart(5)} µs CPU a row`,
    `${memoria.toFixed(0).padStart(4)} MB`,
  ];
  console.log(`${nome.padEnd(34)} ${String(righe).padStart(8)} ${colonne.join('  ')}`);
}

/** The program's run on a file, rows in `righe`. */
async function lotto(cli: string, righe: number, input: string, out: string, ...opzioni: string[]): Promise<Misura> {
  const misura = await misuraProcesso([cli, 'lotto', 'calcola', input, '--out', out, ...opzioni]);
  print(`lotto calcola ${input.slice(-4)} → ${out.slice(-4)}`, righe, misura);
  return misura;
}

async function contro(cli: string, righe: number): Promise<void> {
  const nostre: Misura[] = [];
  const loro: Misura[] = [];
  for (let giro = 0; giro < GIRI; giro++) {
    nostre.push(await lotto(cli, righe, file('rapporti.csv'), file('importi.csv'), '--formato', 'iso'));
    const csvParse = await misuraProcesso(['--input-type=module', '-e', CSV_PARSE, file('rapporti.csv')]);
    print('csv-parse, columns: true', righe, csvParse);
    loro.push(csvParse);
  }
  const [noi, csvParse] = [mediana(nostre), mediana(loro)];
  const rapporti = [noi.secondi / csvParse.secondi, noi.cpu / csvParse.cpu].map((n) => n.toFixed(2));
  console.log(`median against median: ${rapporti[0]} of its time, ${rapporti[1]} of its CPU`);
}

try {
  const cli = costruisci();
  for (const righe of RIGHE) {
    await scriviFile(file('rapporti.csv'), righe);
    if (righe < 1_000_000) await lotto(cli, righe, file('rapporti.csv'), file('importi.csv'));
    else await contro(cli, righe);
  }
  const righe = RIGHE[RIGHE.length - 1] as number;
  const mega = ['rapporti.csv', 'importi.csv'].map((nome) => `${(statSync(file(nome)).size / 1e6).toFixed(0)} MB`);
  await controllaImporti(file('importi.csv'), file('importi.errori.csv'), righe);
  console.log(`${righe} rows checked against the core: ${mega.join(' in, ')} out`);
  await scriviFile(file('rapporti.csv'), RIGHE_XLSX);
  await lotto(cli, RIGHE_XLSX, file('rapporti.csv'), file('importi.xlsx'));
  await lotto(cli, RIGHE_XLSX, file('importi.xlsx'), file('importi.csv'));
  console.log(
    `load ${loadavg()
      .map((n) => n.toFixed(1))
      .join(' ')}`,
  );
} finally {
  rmSync(cartella, { recursive: true });
}
