import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type IServices, listen } from 'soap';
import type { FonteWsdl, NomeWsdl } from './fonti-wsdl.ts';

/** A server whose services a library makes from WSDLs. */
export interface ServerSoap {
  readonly url: string;
  readonly servi: (path: string, nome: NomeWsdl, services: IServices) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function avviaServerSoap(wsdl: FonteWsdl): Promise<ServerSoap> {
  const server = createServer();
  await new Promise<void>((pronto) => server.listen(0, '127.0.0.1', pronto));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async servi(path, nome, services) {
      const xml = await wsdl.testo(nome);
      await new Promise<void>((pronto, fallito) => {
        const callback = (errore: Error | null): void => {
          if (errore) fallito(errore);
          else pronto();
        };
        listen(server, { path, services, xml, uri: wsdl.di(nome), callback });
      });
    },
    close: () =>
      new Promise<void>((fatto) => {
        server.close(() => fatto());
        server.closeAllConnections();
      }),
  };
}
