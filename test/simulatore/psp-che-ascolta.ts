import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { scriviBusta } from '../../src/pagopa/soap/busta.ts';
import { SPAZIO_NOTIFICHE_PSP } from '../../src/pagopa/soap/spazi.ts';
import { campo, elemento, type Xml } from '../../src/pagopa/xml/scrittura.ts';
import { validaUfficiale } from '../pagopa/schemi-ufficiali.ts';

/** A call of the node, as the PSP got it. */
export interface Chiamata {
  readonly operazione: string;
  readonly xml: string;
}

/** What the PSP answers: these words, nothing at all, or a line that falls. */
export type Replica = { readonly testo: string } | 'tace' | 'cade';

/** A PSP's own server. By default it takes whatever it is told; every sound message goes through the official schemas. */
export interface PspCheAscolta {
  readonly url: string;
  readonly chiamate: Chiamata[];
  replica: (chiamata: Chiamata) => Replica | Promise<Replica>;
  close(): Promise<void>;
}

export async function avviaPsp(): Promise<PspCheAscolta> {
  const chiamate: Chiamata[] = [];
  const psp: { replica: PspCheAscolta['replica'] } = { replica: ({ operazione }) => presa(operazione) };
  const server = createServer((req, res) => {
    const pezzi: Buffer[] = [];
    req.on('data', (pezzo: Buffer) => pezzi.push(pezzo));
    req.on('end', () => {
      const xml = Buffer.concat(pezzi).toString();
      const chiamata = { operazione: String(req.headers['soapaction']).replaceAll('"', ''), xml };
      if (xml.endsWith('Envelope>')) validaUfficiale(xml);
      chiamate.push(chiamata);
      void Promise.resolve(psp.replica(chiamata)).then((replica) => {
        if (replica === 'tace') return;
        if (replica === 'cade') {
          res.destroy();
          return;
        }
        res.setHeader('Content-Type', 'text/xml; charset=utf-8');
        res.end(replica.testo);
      });
    });
  });
  await new Promise<void>((pronto) => server.listen(0, '127.0.0.1', pronto));
  return Object.assign(psp, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    chiamate,
    close: () =>
      new Promise<void>((fatto) => {
        server.close(() => fatto());
        server.closeAllConnections();
      }),
  });
}

/** OK in the words of the operation. */
export function presa(operazione: string, parametri?: string): Replica {
  if (operazione.startsWith('pspNotify')) return notifica(operazione, [campo('outcome', 'OK')]);
  return esito(operazione, [
    campo('esitoComplessivoOperazione', 'OK'),
    campo('parametriPagamentoImmediato', parametri),
  ]);
}

const FAULT = elemento('fault', [
  campo('faultCode', 'CANALE_RPT_RIFIUTATA'),
  campo('faultString', 'RPT rifiutata'),
  campo('id', 'MIOPSP'),
]);

/** KO with a fault: in the list of the RPTs, where the operation has no other place for it. */
export function rifiutata(operazione: string): Replica {
  if (operazione.startsWith('pspNotify')) return notifica(operazione, [campo('outcome', 'KO'), FAULT]);
  const ko = campo('esitoComplessivoOperazione', 'KO');
  return esito(operazione, operazione === 'pspInviaRPT' ? [ko, elemento('listaErroriRPT', [FAULT])] : [FAULT, ko]);
}

/** What says yes and no together. */
export function contraddetta(operazione: string): Replica {
  if (operazione.startsWith('pspNotify')) return notifica(operazione, [campo('outcome', 'OK'), FAULT]);
  return esito(operazione, [campo('esitoComplessivoOperazione', 'OK'), elemento('listaErroriRPT', [FAULT])]);
}

function notifica(operazione: string, figli: readonly Xml[]): Replica {
  const risposta = elemento(`pfn:${operazione}Res`, figli);
  return { testo: scriviBusta(risposta, undefined, { 'xmlns:pfn': SPAZIO_NOTIFICHE_PSP }) };
}

function esito(operazione: string, figli: readonly Xml[]): Replica {
  const dentro = operazione === 'pspInviaRPT' ? 'pspInviaRPTResponse' : 'pspInviaCarrelloRPTResponse';
  return { testo: scriviBusta(elemento(`ppt:${operazione}Response`, [elemento(dentro, figli)])) };
}
