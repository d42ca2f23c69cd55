import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packagePath } from '../../src/valori/package-root.ts';
import { trimestre } from './esegui.ts';

/** What a document tells to run that does not end by itself. */
const SENZA_FINE = ['serve', 'avvia', 'simulatore', 'identita'];
/** What asks for a passphrase, over the folder of a family that has begun: `test/copia` tries what they do. */
const CON_FRASE = ['copia', 'ripristina'];

/** The commands of a document, in order: lines of its shell blocks, and what it writes as code in its sentences. */
function commandsIn(documento: string): { readonly riga: string; readonly variabili: boolean }[] {
  const testo = readFileSync(packagePath(documento), 'utf8');
  const trovati = testo.matchAll(
    /^(?:npx )?trimestre (?<riga>[^#\n]+?) *(?:#.*)?$|`(?:npx )?trimestre (?<frase>[^`]+)`|^export (?<export>.+)$/gm,
  );
  let variabili = false;
  return [...trovati].flatMap(({ groups }) => {
    variabili ||= groups?.['export'] !== undefined;
    const riga = groups?.['riga'] ?? groups?.['frase'];
    return riga === undefined ? [] : [{ riga, variabili }];
  });
}

function words(riga: string): string[] {
  return [...riga.matchAll(/"([^"]*)"|(\S+)/g)].map(([, virgolette, parola]) => virgolette ?? parola ?? '');
}

const manuale = readdirSync(packagePath('docs/manuale'))
  .filter((nome) => nome.endsWith('.md'))
  .map((nome) => `docs/manuale/${nome}`);

describe.each([[['README.md']], [manuale]])('%j', (documenti) => {
  const cartella = mkdtempSync(join(tmpdir(), 'trimestre-documenti-'));
  const comandi = documenti
    .flatMap(commandsIn)
    .filter(({ riga }) => ![...SENZA_FINE, ...CON_FRASE].includes(words(riga)[0] ?? ''));
  const run = (riga: string, nuovo: boolean) =>
    trimestre(
      words(riga),
      {
        TRIMESTRE_DATI: join(cartella, 'dati'),
        // The document names a PostgreSQL of the reader’s: here another empty database stands for it.
        ...(nuovo ? { DATABASE_URL: `sqlite:${join(cartella, 'nuovo.sqlite')}` } : {}),
      },
      cartella,
      // «-» is the standard input: the file of examples stands for what would come through it.
      words(riga).includes('-') ? readFileSync(join(cartella, 'rapporti.csv'), 'utf8') : '',
    );

  it('has commands, and each runs as it is written, in their order', async () => {
    expect(comandi.length).toBeGreaterThan(3);
    if (!comandi.some(({ riga }) => riga.startsWith('esempi'))) await run('esempi', false);
    for (const { riga, variabili } of comandi) {
      const { codice, stderr } = await run(riga, variabili);
      // What is said of amounts that go to the standard output goes beside them.
      const atteso = words(riga).includes('-') ? (expect.any(String) as string) : '';
      expect({ codice, stderr }, riga).toEqual({ codice: 0, stderr: atteso });
    }
    // Some fifty processes one after the other: minutes, where others work on the same machine.
  }, 900_000);
});

describe('what the README says of its lines', () => {
  it('325 hours noticed, 312 true at 8,00 an hour: 530,40', async () => {
    const cartella = mkdtempSync(join(tmpdir(), 'trimestre-esempi-'));
    const dati = { TRIMESTRE_DATI: join(cartella, 'dati') };
    const { stdout: scritti } = await trimestre(['esempi'], dati, cartella);
    expect(scritti).toMatch(
      /^scritto: rapporti\.csv \(4 righe e l’intestazione\)\nscritto: trimestre\.yaml \(9 righe\)\n/,
    );
    expect(scritti).toMatch(/\nscritto: avviso\.pdf \(\d+,?\d* kB\)\n$/);
    const vera = ['verifica', '--avviso', 'avviso.pdf', '--ore-vere', '312', '--paga-oraria', '8,00'];
    const { stdout } = await trimestre(vera, dati, cartella);
    // 403,00 noticed: 25 hours × 13 weeks × 1,24. At 24 a week the pay counts: 8,00 × 13/12 = 8,67, 312 × 1,70 = 530,40.
    expect(stdout).toContain('L’avviso chiede 127,40 € in meno: per 312 ore si devono 530,40 €.');
  });
});
