import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createConnection, type AddressInfo } from 'node:net';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express, { type NextFunction, type Request, type Response } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITI_CARICO, type LimitiCarico, shedLoad } from '../../src/ascolto/carico.ts';
import { guardLines } from '../../src/ascolto/linee.ts';
import { withBodyOnDisk } from '../../src/portale/api/request-stream.ts';
import { Arrivi } from '../../src/portale/http/arrivi.ts';
import { receiveUpload } from '../../src/portale/http/upload.ts';
import type { ErroreDati } from '../../src/valori/errore-dati.ts';
import { avviaBanco, type Banco } from '../simulatore/banco.ts';
import { startPortaleDiProva, type PortaleDiProva } from '../portale/portale-di-prova.ts';

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Sends bytes and gives back all that comes until the line ends or the answer's head is there. */
function raw(porta: number, testo: string): Promise<string> {
  return new Promise((resolve) => {
    const linea = createConnection(porta, '127.0.0.1');
    let letto = '';
    linea.on('data', (pezzo) => {
      letto += pezzo.toString();
      if (letto.includes('\r\n\r\n')) linea.destroy();
    });
    linea.on('error', () => undefined);
    linea.on('close', () => resolve(letto));
    linea.write(testo);
  });
}

describe('requests that nobody of good faith sends', () => {
  let prova: PortaleDiProva;
  let banco: Banco;
  let porte: number[];
  let server: Server;
  beforeAll(async () => {
    [prova, banco] = await Promise.all([startPortaleDiProva(), avviaBanco()]);
    server = createServer(prova.portale);
    porte = [await listen(server), Number(new URL(banco.url).port)];
  });
  afterAll(async () => {
    server.close();
    await Promise.all([prova.close(), banco.close()]);
  });

  it.each([
    ['OPTIONS *', 'OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n', 405],
    ['TRACE', 'TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n', 405],
    ['two Hosts', 'GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n', 400],
    ['the form for proxies', 'GET http://localhost/ HTTP/1.1\r\nHost: localhost\r\n\r\n', 400],
    ['no Host', 'GET / HTTP/1.1\r\n\r\n', 400],
  ])('%s is refused by portal and node', async (_nome, testo, stato) => {
    for (const porta of porte) {
      expect(await raw(porta, testo)).toMatch(new RegExp(`^HTTP/1\\.1 ${stato} `));
    }
  });
});

describe('a server under load', () => {
  async function serve(limiti: Partial<LimitiCarico>) {
    const app = express();
    app.use(shedLoad((req) => String(req.headers['x-chi'] ?? 'io'), { ...LIMITI_CARICO, ...limiti }));
    const sospese: (() => void)[] = [];
    app.get('/lenta', (_req, res) => void sospese.push(() => res.send('ok')));
    app.post('/', express.text({ type: () => true, limit: '1mb' }), (req, res) => {
      res.send(String((req.body as string).length));
    });
    const server = createServer(app);
    guardLines(server, { dietroProxy: false });
    const porta = await listen(server);
    const close = async (): Promise<void> => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    };
    return { porta, sospese, close };
  }

  const meta = (chi: string) =>
    `POST / HTTP/1.1\r\nHost: localhost\r\nX-Chi: ${chi}\r\nContent-Length: 100000\r\n\r\nmeta`;

  it('sends away what comes beyond its limit, and says when to come back', async () => {
    const { porta, sospese, close } = await serve({ richieste: 2 });
    const prime = [fetch(`http://127.0.0.1:${porta}/lenta`), fetch(`http://127.0.0.1:${porta}/lenta`)];
    while (sospese.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    const terza = await fetch(`http://127.0.0.1:${porta}/lenta`);
    expect([terza.status, terza.headers.get('Retry-After')]).toEqual([503, '3']);
    for (const rispondi of sospese) rispondi();
    expect((await Promise.all(prime)).map(({ status }) => status)).toEqual([200, 200]);
    expect((await fetch(`http://127.0.0.1:${porta}/`, { method: 'POST', body: 'abc' })).status).toBe(200);
    await close();
  });

  it('holds no more unfinished bodies than it can bear, of one client or of all, and lets them go', async () => {
    const { porta, close } = await serve({ byteInArrivo: 350_000, byteDelCliente: 250_000 });
    const linee = ['a', 'a', 'b'].map((chi) => {
      const linea = createConnection(porta, '127.0.0.1');
      linea.on('error', () => undefined);
      linea.write(meta(chi));
      return linea;
    });
    const chiede = async (chi: string): Promise<number> => {
      const intestazioni = { 'X-Chi': chi, 'Content-Type': 'text/plain' };
      const corpo = 'x'.repeat(60_000);
      return (await fetch(`http://127.0.0.1:${porta}/`, { method: 'POST', headers: intestazioni, body: corpo })).status;
    };
    while ((await chiede('a')) !== 503) await new Promise((resolve) => setTimeout(resolve, 10));
    while ((await chiede('c')) !== 503) await new Promise((resolve) => setTimeout(resolve, 10));
    for (const linea of linee) linea.resetAndDestroy();
    while ((await chiede('a')) !== 200) await new Promise((resolve) => setTimeout(resolve, 10));
    await close();
  });

  it('ends a body that stands still, and not an answer that takes longer', async () => {
    const { porta, sospese, close } = await serve({ attesaCorpoMs: 100 });
    expect(await raw(porta, meta('io'))).toMatch(/^HTTP\/1\.1 408 /);
    const lenta = fetch(`http://127.0.0.1:${porta}/lenta`);
    setTimeout(() => sospese[0]?.(), 500);
    expect((await lenta).status).toBe(200);
    await close();
  });

  it.each([
    ['a file', '/file', 'application/octet-stream', 'meta'],
    [
      'a form with a file',
      '/modulo',
      'multipart/form-data; boundary=q',
      '--q\r\nContent-Disposition: form-data; name="a"\r\n',
    ],
  ])('gives back the place of %s that stands still, and keeps nothing of it', async (_che, dove, tipo, corpo) => {
    const cartella = mkdtempSync(join(tmpdir(), 'arrivi-'));
    const arrivi = new Arrivi(cartella, { inTutto: 1, perCliente: 1, byteInTutto: 1_000_000 });
    const app = express();
    app.use(shedLoad(() => 'io', { ...LIMITI_CARICO, attesaCorpoMs: 100 }));
    const comeFile = { tipi: ['application/octet-stream'], massimoByte: 500_000, cartella };
    app.post('/file', (req) =>
      arrivi.during(req, 500_000, () => withBodyOnDisk(req, comeFile, () => Promise.resolve())),
    );
    app.post('/modulo', async (req) => void (await receiveUpload(req, { arrivi, massimoByte: 500_000 })));
    app.use((errore: ErroreDati, _req: Request, res: Response, _next: NextFunction) => {
      if (!res.headersSent) res.status(errore.statoHttp).end();
    });
    const server = createServer(app);
    const porta = await listen(server);
    const testo = `POST ${dove} HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${tipo}\r\nContent-Length: 100000\r\n\r\n${corpo}`;
    expect(await raw(porta, testo)).toMatch(/^HTTP\/1\.1 408 /);
    while (readdirSync(cartella).length > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await raw(porta, testo)).toMatch(/^HTTP\/1\.1 408 /);
    server.close();
    rmSync(cartella, { recursive: true });
  });
});
