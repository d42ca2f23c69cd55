import { type Elemento, testoDi } from '../xml/albero.ts';
import { campo, type Xml } from '../xml/scrittura.ts';
import { type AvvisoQr, leggiQr, scriviQr } from './corpo-avvisi.ts';

/** The station the node calls: idPA, idBrokerPA, idStation. The creditor checks that they are its own. */
export interface StazionePa {
  readonly idPa: string;
  readonly intermediario: string;
  readonly stazione: string;
}

/** What paVerifyPaymentNotice and paGetPayment share. */
export interface RichiestaEnte {
  readonly stazione: StazionePa;
  readonly qr: AvvisoQr;
}

export function campiStazionePa(stazione: StazionePa): readonly Xml[] {
  return [
    campo('idPA', stazione.idPa),
    campo('idBrokerPA', stazione.intermediario),
    campo('idStation', stazione.stazione),
  ];
}

export function leggiStazionePa(corpo: Elemento): StazionePa {
  return {
    idPa: testoDi(corpo, 'idPA'),
    intermediario: testoDi(corpo, 'idBrokerPA'),
    stazione: testoDi(corpo, 'idStation'),
  };
}

export function campiRichiestaEnte(richiesta: RichiestaEnte): readonly Xml[] {
  return [...campiStazionePa(richiesta.stazione), scriviQr(richiesta.qr)];
}

export function leggiRichiestaEnte(corpo: Elemento): RichiestaEnte {
  return { stazione: leggiStazionePa(corpo), qr: leggiQr(corpo) };
}
