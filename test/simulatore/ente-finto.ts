import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { faultPaa } from '../../src/pagopa/faults.ts';
import { buildPaaInviaRtRisposta, readPaaInviaRt } from '../../src/pagopa/operazioni/paa-invia-rt.ts';
import { parseRt } from '../../src/pagopa/rpt/parse-rt.ts';
import type { Rt } from '../../src/pagopa/rpt/rt.ts';
import { leggiBusta } from '../../src/pagopa/soap/busta.ts';
import { validaUfficiale } from '../pagopa/schemi-ufficiali.ts';

/** How the creditor answers one RT: with these words, or by dropping the line. */
export type Risposta = { readonly testo: string } | 'cade';

/** A creditor that keeps what it receives. By default it accepts every RT the first time and calls the next a duplicate. */
export interface EnteFinto {
  readonly url: string;
  readonly ricevute: Rt[];
  readonly segreti: (string | undefined)[];
  /** Answers of the next calls, in order; then the default again. */
  readonly prossime: Risposta[];
  close(): Promise<void>;
}

export const rispostaKo = (codice: 'PAA_SEMANTICA' | 'PAA_SYSTEM_ERROR') => ({
  testo: buildPaaInviaRtRisposta({ esito: 'KO', fault: faultPaa(codice, '80078750587') }),
});

export async function avviaEnteFinto(): Promise<EnteFinto> {
  const ricevute: Rt[] = [];
  const segreti: (string | undefined)[] = [];
  const prossime: Risposta[] = [];
  const server: Server = createServer((req, res) => {
    void leggiTutto(req).then((corpo) => {
      validaUfficiale(corpo.toString());
      const { rt } = readPaaInviaRt(leggiBusta(corpo));
      segreti.push(req.headers['x-nodo-segreto'] as string | undefined);
      const ordine = prossime.shift();
      if (ordine === 'cade') {
        res.destroy();
        return;
      }
      const risposta = ordine?.testo ?? rispondi(ricevute, rt);
      res.setHeader('Content-Type', 'text/xml; charset=utf-8');
      res.end(risposta);
    });
  });
  await new Promise<void>((pronto) => server.listen(0, '127.0.0.1', pronto));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ricevute,
    segreti,
    prossime,
    close: () =>
      new Promise((fatto) => {
        server.close(() => fatto());
        server.closeAllConnections();
      }),
  };
}

function rispondi(ricevute: Rt[], byte: Uint8Array): string {
  let rt: Rt;
  try {
    validaUfficiale(Buffer.from(byte).toString());
    rt = parseRt(byte);
  } catch {
    return rispostaKo('PAA_SEMANTICA').testo;
  }
  const nota = ricevute.some((una) => una.iuv === rt.iuv && una.ccp === rt.ccp && una.idMessaggio === rt.idMessaggio);
  ricevute.push(rt);
  const fault = faultPaa('PAA_RT_DUPLICATA', rt.dominio);
  return buildPaaInviaRtRisposta(nota ? { esito: 'KO', fault } : { esito: 'OK' });
}

async function leggiTutto(req: IncomingMessage): Promise<Buffer> {
  const pezzi: Buffer[] = [];
  for await (const pezzo of req) pezzi.push(pezzo as Buffer);
  return Buffer.concat(pezzi);
}
