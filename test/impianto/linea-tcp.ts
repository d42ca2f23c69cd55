import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A line between a program and a server, which a test may break. */
export interface LineaTcp {
  readonly porta: number;
  /** Cuts what is connected; with `rifiuta`, who comes is sent away until it is `ripara`ta. */
  taglia(poi: 'accetta' | 'rifiuta'): void;
  /** Nothing passes any more, and nobody is told; who comes waits too. */
  blocca(): void;
  ripara(): void;
  close(): Promise<void>;
}

export async function stendiLinea(versoPorta: number): Promise<LineaTcp> {
  const aperte = new Set<Socket>();
  let stato: 'buona' | 'rifiuta' | 'bloccata' = 'buona';
  const tieni = (linea: Socket): Socket => {
    aperte.add(linea);
    return linea.on('error', () => undefined).on('close', () => aperte.delete(linea));
  };
  const unisci = (entra: Socket): void => {
    const esce = tieni(connect(versoPorta, '127.0.0.1'));
    const passa = (da: Socket, a: Socket): void => {
      da.on('data', (pezzo) => {
        if (stato !== 'bloccata') a.write(pezzo);
      });
      da.on('close', () => a.destroy());
    };
    passa(entra, esce);
    passa(esce, entra);
  };
  const server = createServer((entra) => {
    tieni(entra);
    if (stato === 'rifiuta') entra.resetAndDestroy();
    else if (stato === 'buona') unisci(entra);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const tagliaTutto = (): void => aperte.forEach((linea) => linea.destroy());
  return {
    porta: (server.address() as AddressInfo).port,
    taglia(poi) {
      stato = poi === 'rifiuta' ? 'rifiuta' : 'buona';
      tagliaTutto();
    },
    blocca: () => {
      stato = 'bloccata';
    },
    ripara() {
      if (stato === 'bloccata') tagliaTutto();
      stato = 'buona';
    },
    async close() {
      tagliaTutto();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
