import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { leggiBusta } from '../../src/pagopa/soap/busta.ts';
import { leggiFileScenari } from '../../src/simulatore/scenari/file-scenari.ts';
import { packagePath } from '../../src/valori/package-root.ts';
import { validaUfficiale } from '../pagopa/schemi-ufficiali.ts';
import { avviaBanco } from './banco.ts';

const TSX = import.meta.resolve('tsx');
const pagina = readFileSync(packagePath('docs', 'simulatore.md'), 'utf8');
/** A folder with a `curl` that needs nothing of the machine. */
function putCurl(cartella: string): string {
  const curl = packagePath('test', 'impianto', 'curl.ts');
  writeFileSync(join(cartella, 'curl'), `#!/bin/sh\nexec '${process.execPath}' --import '${TSX}' '${curl}' "$@"\n`, {
    mode: 0o755,
  });
  return cartella;
}

it('the example with curl works as the page has it', async () => {
  const cartella = mkdtempSync(join(tmpdir(), 'curl-'));
  const [, yaml = ''] = /```yaml\n(stazioni:[\s\S]*?)```/.exec(pagina) ?? [];
  writeFileSync(join(cartella, 'S.yaml'), yaml);
  const banco = await avviaBanco({ stazioni: leggiFileScenari(join(cartella, 'S.yaml')).stazioni });
  try {
    const [, esempio = ''] = /```sh\n(NODO=[\s\S]*?)```/.exec(pagina) ?? [];
    const script = esempio.replace('http://localhost:3001', banco.url).replace('sleep 4', 'sleep 1');
    const PATH = `${putCurl(cartella)}:${process.env['PATH']}`;
    const opzioni = { cwd: cartella, env: { ...process.env, PATH } };
    const { stdout } = await promisify(execFile)('bash', ['-euc', script], opzioni);
    expect(stdout).toContain('<esitoComplessivoOperazione>OK</esitoComplessivoOperazione>');
    expect(stdout).toContain('"esito":"DIFFERITO"');
    expect(stdout).toContain('<stato>RT_ACCETTATA_NODO</stato>');
    expect(stdout).toContain('<importoTotalePagato>150.00</importoTotalePagato>');
    expect(stdout.match(/"tipo":"consegna-rt"/g)).toHaveLength(2);
    const carrello = readFileSync(join(cartella, 'carrello.xml'), 'utf8');
    leggiBusta(carrello);
    validaUfficiale(carrello);
  } finally {
    await banco.close();
    rmSync(cartella, { recursive: true });
  }
});
