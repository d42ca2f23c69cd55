import { openDatabase } from '../../src/archivio/database.ts';
import { unaAllaVolta } from '../../src/archivio/una-alla-volta.ts';

/** Run as a process of its own: takes a database's turn, says so, and never gives it back. */
const [, , file = ''] = process.argv;
await unaAllaVolta(openDatabase({ tipo: 'sqlite', file }), async () => {
  process.stdout.write('preso');
  await new Promise((resolve) => setTimeout(resolve, 600_000));
});
