import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { leggiBusta } from '../../src/pagopa/soap/busta.ts';
import { leggiFileScenari } from '../../src/simulatore/scenari/file-scenari.ts';
import { packagePath } from '../../src/valori/package-root.ts';
import { incolla } from '../impianto/shell.ts';
import { validaUfficiale } from '../pagopa/schemi-ufficiali.ts';
import { avviaBanco } from './banco.ts';

const pagina = readFileSync(packagePath('docs', 'simulatore.en.md'), 'utf8');
it('the example with curl works as the page has it', async () => {
  const cartella = mkdtempSync(join(tmpdir(), 'curl-'));
  const [, yaml = ''] = /```yaml\n(stazioni:[\s\S]*?)```/.exec(pagina) ?? [];
  writeFileSync(join(cartella, 'S.yaml'), yaml);
  const banco = await avviaBanco({ stazioni: leggiFileScenari(join(cartella, 'S.yaml')).stazioni });
  try {
    const [, esempio = ''] = /```sh\n(NODO=[\s\S]*?)```/.exec(pagina) ?? [];
    const script = esempio.replace('http://localhost:3001', banco.url).replace('sleep 4', 'sleep 1');
    const stdout = await incolla(script, cartella);
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
