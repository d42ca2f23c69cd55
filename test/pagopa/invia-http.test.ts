import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { inviaHttp } from '../../src/pagopa/invia-http.ts';

let server: Server | undefined;
afterEach(
  () =>
    new Promise<void>((fatto) => {
      server?.close(() => fatto());
      server?.closeAllConnections();
    }),
);

async function apri(rispondi: RequestListener): Promise<string> {
  const aperto = createServer(rispondi);
  server = aperto;
  await new Promise<void>((pronto) => aperto.listen(0, '127.0.0.1', pronto));
  return `http://127.0.0.1:${(aperto.address() as AddressInfo).port}/qui`;
}

const richiesta = { intestazioni: { SOAPAction: '"prova"' }, corpo: 'perché', timeoutMs: 5_000, byteMassimi: 1_000 };

describe('a message sent', () => {
  it('goes whole, and its answer comes back whatever its status; the line serves again', async () => {
    const linee = new Set<unknown>();
    const url = await apri((req, res) => {
      linee.add(req.socket);
      const pezzi: Buffer[] = [];
      req.on('data', (pezzo: Buffer) => pezzi.push(pezzo));
      req.on('end', () => {
        res.statusCode = 500;
        const detto = Buffer.concat(pezzi).toString();
        res.end(`${req.method} ${req.url} ${req.headers['soapaction'] as string} ${detto} à`);
      });
    });
    for (let volta = 0; volta < 3; volta += 1) {
      const { stato, corpo } = await inviaHttp(url, richiesta);
      expect([stato, corpo.toString()]).toEqual([500, 'POST /qui "prova" perché à']);
    }
    expect(linee.size).toBe(1);
  });

  it('follows no redirect', async () => {
    const url = await apri((_req, res) => res.writeHead(302, { Location: 'http://altrove.example/' }).end());
    const { stato, location, corpo } = await inviaHttp(url, richiesta);
    expect([stato, location, corpo.length]).toEqual([302, 'http://altrove.example/', 0]);
  });

  it('reads one byte more than it may of an answer that never ends', async () => {
    const url = await apri((_req, res) => {
      const manda = (): void => {
        if (res.write('x'.repeat(64_000))) setImmediate(manda);
        else res.once('drain', manda);
      };
      res.on('error', () => undefined);
      manda();
    });
    expect((await inviaHttp(url, richiesta)).corpo).toHaveLength(1_001);
  });

  it.each<[string, RequestListener]>([
    ['says nothing', () => undefined],
    ['stops half-way', (_req, res) => res.write('mezza')],
  ])('gives up a server that %s', async (_che, rispondi) => {
    const url = await apri(rispondi);
    await expect(inviaHttp(url, { ...richiesta, timeoutMs: 100 })).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it.each<[string, RequestListener]>([
    ['before the answer', (req) => req.socket.destroy()],
    ['within it', (_req, res) => res.writeHead(200, { 'Content-Length': 100 }).write('mezza', () => res.destroy())],
  ])('fails when the line falls %s', async (_che, rispondi) => {
    const url = await apri(rispondi);
    await expect(inviaHttp(url, richiesta)).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it('fails when nobody listens', async () => {
    const url = await apri(() => undefined);
    await new Promise((fatto) => server?.close(fatto));
    await expect(inviaHttp(url, richiesta)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await expect(inviaHttp(url.replace('127.0.0.1', 'localhost'), richiesta)).rejects.toThrow(/ECONNREFUSED/);
  });
});
