import { lottoCalcola } from '../../../src/lotti/calcola/lotto-calcola.ts';

// A batch in a process of its own, for the tests that kill it: input and output on the command line, always resuming.
const [input = '', out = ''] = process.argv.slice(2);
process.stdout.write('start\n');
const { ripreso } = await lottoCalcola({ input, out, riprendi: true });
process.stdout.write(ripreso ? 'resumed\n' : 'whole\n');
