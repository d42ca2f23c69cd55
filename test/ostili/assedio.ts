import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { type Corpo, CORPI, send, type Tentativo } from './richieste.ts';
import { rotteDi, type Rotta } from './rotte.ts';

/** What came of a request that was answered as no request may be. */
export interface Male {
  readonly rotta: Rotta;
  readonly corpo: string;
  readonly stato: number;
}

/** Sends every body to every route, and after each route asks for a good page as somebody else would. */
export async function assedia(
  app: Express,
  buona: string,
  { rotte = rotteDi(app), altre = [] }: { readonly rotte?: readonly Rotta[]; readonly altre?: readonly string[] } = {},
): Promise<{ readonly rotte: readonly Rotta[]; readonly mali: readonly Male[]; readonly risposte: number }> {
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const mali: Male[] = [];
  const aperti: Tentativo[] = [];
  let risposte = 0;
  for (const rotta of rotte) {
    const esiti = corpiPer(rotta).map(async (corpo) => {
      const tentativo = send(port, rotta, corpo, altre);
      if (corpo.poi === 'taci') aperti.push(tentativo);
      else {
        const risposta = await tentativo.risposta;
        if (risposta === undefined) return;
        risposte += 1;
        if (risposta.stato >= 500 && !risposta.fault) mali.push({ rotta, corpo: corpo.nome, stato: risposta.stato });
      }
    });
    await Promise.all(esiti);
    const pagina = await fetch(`http://localhost:${port}${buona}`);
    if (pagina.status !== 200) mali.push({ rotta, corpo: 'the next request', stato: pagina.status });
    await pagina.arrayBuffer();
  }
  for (const { socket } of aperti) socket.destroy();
  await close(server);
  return { rotte, mali, risposte };
}

/** A page that is only looked at reads its body no differently from the others: a few will do. */
function corpiPer({ metodo }: Rotta): readonly Corpo[] {
  return metodo === 'GET' ? CORPI.filter(({ nome }) => /^(multipart|application.json)/.test(nome)) : CORPI;
}

async function close(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}
