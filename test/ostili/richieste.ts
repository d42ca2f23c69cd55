import { createConnection, type Socket } from 'node:net';
import type { Rotta } from './rotte.ts';

/** A way to do harm with the body of a request. */
export interface Corpo {
  readonly nome: string;
  readonly intestazioni: readonly string[];
  /** What is sent after the headers. */
  readonly byte: Buffer;
  /** What is done once it is sent: the line ended in the middle, broken, or left as it is. */
  readonly poi: 'aspetta' | 'finisci' | 'rompi' | 'taci';
}

const MULTIPART = 'Content-Type: multipart/form-data; boundary=q';
const TIPI = [
  'application/x-www-form-urlencoded',
  'application/json',
  'text/xml',
  'text/csv',
  'application/pdf',
  'multipart/form-data; boundary=q',
];
const META = Buffer.from('--q\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\nabc');

/** Bodies that end too soon, by themselves or with the line. */
const TAGLIATI: readonly Corpo[] = TIPI.flatMap((tipo) => {
  const intestazioni = [`Content-Type: ${tipo}`, 'Content-Length: 100000'];
  const byte = tipo.startsWith('multipart') ? META : Buffer.from('a=1&');
  return (['finisci', 'rompi', 'taci'] as const).map((poi) => ({
    nome: `${tipo}, ${poi}`,
    intestazioni,
    byte,
    poi,
  }));
});

/** Bodies that come whole and are not what they say. */
const MALFORMATI: readonly Corpo[] = [
  whole('multipart cut', MULTIPART, META),
  whole('multipart without boundary', 'Content-Type: multipart/form-data', META),
  whole('multipart of nothing', MULTIPART, Buffer.alloc(0)),
  whole('multipart with a header that never ends', MULTIPART, Buffer.from(`--q\r\nA${'a'.repeat(90_000)}`)),
  whole('multipart of many parts', MULTIPART, Buffer.from(`${'--q\r\n\r\n\r\n'.repeat(5_000)}--q--`)),
  whole('JSON broken', 'Content-Type: application/json', Buffer.from('{"a":')),
  whole('JSON very deep', 'Content-Type: application/json', Buffer.from('['.repeat(30_000))),
  whole('JSON of a prototype', 'Content-Type: application/json', Buffer.from('{"__proto__":{"a":1}}')),
  whole('form broken', 'Content-Type: application/x-www-form-urlencoded', Buffer.from('%&=%zz&__proto__=1&&a=%00')),
  whole('form of many fields', 'Content-Type: application/x-www-form-urlencoded', Buffer.from('a&'.repeat(2_000))),
  whole('XML broken', 'Content-Type: text/xml', Buffer.from('<a><b></a>')),
  whole('XML with a DOCTYPE', 'Content-Type: text/xml', Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')),
  whole('bytes', 'Content-Type: application/octet-stream', Buffer.from([0, 255, 254, 0, 13, 10])),
  whole('compressed, badly', 'Content-Type: application/json\r\nContent-Encoding: gzip', Buffer.from('not gzip')),
  whole('unknown charset', 'Content-Type: application/json; charset=utf-99', Buffer.from('{}')),
  {
    nome: 'chunks without sense',
    intestazioni: ['Content-Type: application/json', 'Transfer-Encoding: chunked'],
    byte: Buffer.from('zz\r\nboh\r\n'),
    poi: 'aspetta',
  },
];

export const CORPI: readonly Corpo[] = [...TAGLIATI, ...MALFORMATI];

function whole(nome: string, intestazioni: string, byte: Buffer): Corpo {
  return {
    nome,
    intestazioni: [...intestazioni.split('\r\n'), `Content-Length: ${byte.length}`],
    byte,
    poi: 'aspetta',
  };
}

/** The head of an answer. */
export interface Risposta {
  readonly stato: number;
  /** A fault of SOAP, which is answered with 500 by rule (SOAP 1.1, 6.2). */
  readonly fault: boolean;
}

/** The line of one request, and the answer if one came. */
export interface Tentativo {
  readonly socket: Socket;
  /** Resolves when the answer's head has come or the line has gone; never for who keeps silent. */
  readonly risposta: Promise<Risposta | undefined>;
}

/** Sends a request as bytes, as no client would. */
export function send(porta: number, rotta: Rotta, corpo: Corpo, altre: readonly string[] = []): Tentativo {
  const socket = createConnection({ port: porta, host: '127.0.0.1', allowHalfOpen: true });
  const risposta = new Promise<Risposta | undefined>((resolve) => {
    let testo = '';
    socket.on('data', (pezzo) => {
      testo += pezzo.toString('latin1');
      const [testa, resto] = testo.split('\r\n\r\n');
      const stato = Number(/^HTTP\/1\.1 (\d{3}) /.exec(testa ?? '')?.[1]);
      if (resto === undefined) return;
      resolve({ stato, fault: stato === 500 && /content-type: text\/xml/i.test(testa ?? '') });
      socket.destroy();
    });
    socket.on('error', () => resolve(undefined));
    socket.on('close', () => resolve(undefined));
  });
  const prima = [`${rotta.metodo} ${rotta.percorso} HTTP/1.1`, 'Host: localhost', ...corpo.intestazioni, ...altre];
  socket.write(`${prima.join('\r\n')}\r\n\r\n`);
  socket.write(corpo.byte, () => {
    // A moment, so that the server has begun to read before the line goes.
    if (corpo.poi === 'finisci') setTimeout(() => socket.destroyed || socket.end(), 5);
    if (corpo.poi === 'rompi') setTimeout(() => socket.resetAndDestroy(), 5);
  });
  return { socket, risposta };
}
