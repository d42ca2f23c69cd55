import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, inject, it } from 'vitest';

it('whoever stops reading (`| head`) breaks nothing: no stack, and the command is done', async () => {
  const argomenti = [inject('programma'), 'calcola', '--trimestre', '4/2020', '--ore-settimanali', '25', '--json'];
  const comando = spawn(process.execPath, argomenti, { stdio: ['ignore', 'pipe', 'pipe'] });
  comando.stdout.destroy();
  let detto = '';
  comando.stderr.on('data', (pezzo: Buffer) => (detto += pezzo.toString()));
  const [codice] = (await once(comando, 'close')) as [number];
  expect({ codice, detto }).toEqual({ codice: 0, detto: '' });
});
