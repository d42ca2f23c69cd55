import { createConnection, type Socket } from 'node:net';

/**
 * `PORT PATH`: a hundred clients that each send all of 15 MB but the last byte, as fast as they may, and wait for half a minute.
 * Says how many were answered what.
 */
const LINEE = 100;
const BYTE = 15 * 1024 * 1024;
const ATTESA_MS = 30_000;

async function pour(linea: Socket, byte: number): Promise<void> {
  const pezzo = Buffer.alloc(64 * 1024);
  const chiusa = new Promise<void>((resolve) => linea.once('close', () => resolve()));
  for (let mandati = 0; mandati < byte && !linea.destroyed; mandati += pezzo.length) {
    if (linea.write(pezzo.subarray(0, Math.min(pezzo.length, byte - mandati)))) continue;
    await Promise.race([new Promise<void>((resolve) => linea.once('drain', () => resolve())), chiusa]);
  }
}

const [, , porta = '', percorso = ''] = process.argv;
const stati = new Map<string, number>();
const linee = Array.from({ length: LINEE }, (_, i) => {
  const linea = createConnection(Number(porta), '127.0.0.1');
  linea.on('error', () => undefined);
  linea.on('data', (pezzo) => {
    const stato = pezzo.toString().slice(9, 12);
    stati.set(stato, (stati.get(stato) ?? 0) + 1);
  });
  linea.write(
    `POST ${percorso} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/pdf\r\n` +
      `X-Forwarded-For: 198.51.100.${i}\r\nContent-Length: ${BYTE}\r\n\r\n`,
  );
  void pour(linea, BYTE - 1);
  return linea;
});
await new Promise((resolve) => setTimeout(resolve, ATTESA_MS));
console.log([...stati].map(([stato, quanti]) => `${quanti} × ${stato}`).join(', '));
for (const linea of linee) linea.destroy();
