import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Comando } from '../../src/cli/comando.ts';
import { COMANDI } from '../../src/cli/comandi/index.ts';
import { createProgramma } from '../../src/cli/radice.ts';
import { optionName } from '../../src/cli/nomi.ts';
import { ErroreDati } from '../../src/valori/errore-dati.ts';

/** Words that only commander, Node or a slip of ours would say. */
const INGLESE =
  /\b(?:usage|options?|commands?|arguments?|errors?|default|choices|required|missing|unknown|invalid|too many|help for|did you mean|display|output|allowed|input|already|exists?|file name|output|not found)\b/i;

/** All the commands that run, each with the program it stands in and its names from the root. */
async function everyCommand(): Promise<string[][]> {
  const trovati: string[][] = [];
  const walk = (comando: Comando, nomi: readonly string[]): void => {
    for (const figlio of comando.commands as Comando[]) {
      const suoi = [...nomi, figlio.name()];
      if (figlio.commands.length === 0 || figlio.registeredArguments.length > 0) trovati.push(suoi);
      walk(figlio, suoi);
    }
  };
  walk(await createProgramma(Object.keys(COMANDI)), []);
  return trovati;
}

/** The command with these names in a program of its own, whose action does nothing. */
async function fresh(nomi: readonly string[]): Promise<{ programma: Comando; comando: Comando }> {
  const programma = await createProgramma(nomi.slice(0, 1));
  let comando = programma;
  for (const nome of nomi) comando = comando.commands.find((uno) => uno.name() === nome) as Comando;
  comando.action(() => undefined);
  return { programma, comando };
}

/** What a shell makes of a command line without the program's name. */
function words(riga: string): string[] {
  return [...riga.matchAll(/"([^"]*)"|(\S+)/g)].map(([, virgolette, parola]) => virgolette ?? parola ?? '').slice(1);
}

async function refusal(nomi: readonly string[], argomenti: readonly string[]): Promise<ErroreDati> {
  const { programma } = await fresh(nomi);
  const esito: unknown = await programma
    .parseAsync([...argomenti], { from: 'user' })
    .catch((errore: unknown) => errore);
  if (esito instanceof ErroreDati) return esito;
  throw new Error(`«${argomenti.join(' ')}» was not refused: ${String(esito)}`);
}

const cartella = mkdtempSync(join(tmpdir(), 'trimestre-maniere-'));
afterAll(() => rmSync(cartella, { recursive: true }));

const tutti = await everyCommand();

describe.each(tutti.map((nomi) => [nomi.join(' '), nomi] as const))('trimestre %s', (_, nomi) => {
  it('explains itself in Italian, with examples that the program itself accepts', async () => {
    const { comando } = await fresh(nomi);
    let aiuto = '';
    comando.configureOutput({ writeOut: (testo) => (aiuto += testo) }).outputHelp();
    expect(aiuto).toMatch(/^Uso: trimestre /);
    expect(aiuto).not.toMatch(INGLESE);
    for (const { flags, description } of comando.options) expect(description, flags).not.toBe('');
    for (const argomento of comando.registeredArguments) expect(argomento.description, argomento.name()).not.toBe('');
    const esempi = comando.esempi();
    expect(esempi).not.toEqual([]);
    for (const esempio of esempi) {
      expect(aiuto).toContain(`  ${esempio}`);
      await expect((await fresh(nomi)).programma.parseAsync(words(esempio), { from: 'user' })).resolves.toBeDefined();
    }
  });

  it('marks what cannot be left out, and asks for it in Italian', async () => {
    const { comando } = await fresh(nomi);
    const obbligatorie = comando.options.filter(({ mandatory }) => mandatory);
    const { message } = await refusal(nomi, [...nomi, '--opzione-che-non-c-e']);
    expect(message).toMatch(/^--opzione-che-non-c-e: opzione sconosciuta/);
    expect(message).not.toMatch(INGLESE);
    if (obbligatorie.length > 0) {
      const mancano = await refusal(nomi, [...nomi, ...comando.registeredArguments.map(() => 'x')]);
      for (const { flags } of obbligatorie) expect(mancano.message).toContain(flags);
    }
    for (const { flags } of obbligatorie) expect(comando.helpInformation().split('\n')[0]).toContain(flags);
  });

  it('says which files it writes, and writes over none without --sovrascrivi', async () => {
    const { comando } = await fresh(nomi);
    const promesse = comando.options.filter(
      ({ long, description }) =>
        ['--out', '--errori', '--manifesto'].includes(long ?? '') ||
        /^scrive (?!anche sopra)|da scrivere/.test(description),
    );
    for (const opzione of promesse) expect(comando.scritture).toContain(opzione.attributeName());
    for (const campo of comando.scritture) {
      const file = join(mkdtempSync(join(cartella, 'file-')), campo.includes('.') ? campo : 'mio.pdf');
      writeFileSync(file, 'mio');
      const argomenti = withFile(words(comando.esempi()[0] ?? ''), comando, campo, file);
      expect((await refusal(nomi, argomenti)).codice).toBe('file-esistente');
      expect(readFileSync(file, 'utf8')).toBe('mio');
      const libero = [...argomenti, '--sovrascrivi'];
      await expect((await fresh(nomi)).programma.parseAsync(libero, { from: 'user' })).resolves.toBeDefined();
    }
  });
});

/** The example's words, with this file in the place of the one that the field names. */
function withFile(parole: readonly string[], comando: Comando, campo: string, file: string): string[] {
  const opzione = optionName(campo);
  const posto = parole.indexOf(opzione);
  if (posto >= 0) return parole.with(posto + 1, file);
  if (comando.options.some(({ long }) => long === opzione)) return [...alone(parole, campo), opzione, file];
  const nomi = parole.slice(0, comando.percorso().split(' ').length - 1);
  return campo === basename(file) ? [...nomi, '--cartella', dirname(file)] : [...nomi, file];
}

/** A folder takes the place of one document. */
function alone(parole: readonly string[], campo: string): string[] {
  const out = parole.indexOf('--out');
  return campo === 'cartella' && out >= 0 ? parole.filter((_, i) => i !== out && i !== out + 1) : [...parole];
}

describe('a command line that is wrong', () => {
  it.each([
    ['calcoola --trimestre 4/2020', 'calcoola: comando sconosciuto, forse calcola; «trimestre --help» li elenca.'],
    ['calcola --ore-setimanali 20', /^--ore-setimanali: opzione sconosciuta, forse --ore-settimanali; /],
    ['calcola --paga 8', /forse --paga-oraria o --paga-mensile; /],
    ['calcola -trimestre 4/2020', /forse --trimestre; /],
    ['calcola –trimestre 4/2020', /^–trimestre: un’opzione comincia con due trattini corti, «--»/],
    ['calcola --trimestre --ore 10', /^--trimestre: manca il valore/],
    ['calcola --ore 10 --ore 20', '--ore: è scritta due volte; lasciarne una.'],
    ['scadenza 4/2020 1/2021', /^«1\/2021»: è di troppo/],
    ['scadenza', 'Manca <n/aaaa>. Per esempio: trimestre scadenza 4/2020'],
    ['lotto', 'Manca il comando: dopo «trimestre lotto» va scritto calcola, avvisi o modello.'],
    ['lotto avvisi x --ordine y', '--ordine: «y» non va bene; si può scrivere datore o file.'],
    ['--json calcola', /le opzioni si scrivono dopo il nome del comando/],
    ['aiuto calcla', /^calcla: comando sconosciuto, forse calcola/],
  ])('%s', async (riga, atteso) => {
    const programma = await createProgramma(riga.split(' ').slice(0, 1));
    const esito: unknown = await programma
      .parseAsync(riga.split(' '), { from: 'user' })
      .catch((errore: unknown) => errore);
    expect(esito).toBeInstanceOf(ErroreDati);
    const { message } = esito as ErroreDati;
    if (typeof atteso === 'string') expect(message).toBe(atteso);
    else expect(message).toMatch(atteso);
  });
});
