import { type Elemento, testoDi } from '../xml/albero.ts';
import { campo, type Xml } from '../xml/scrittura.ts';

/** A PSP that proves itself to the node. */
export interface PspConPassword {
  readonly idPsp: string;
  readonly intermediario: string;
  readonly canale: string;
  /** 8-15 characters. */
  readonly password: string;
}

export function campiPsp(psp: PspConPassword): readonly Xml[] {
  return [
    campo('idPSP', psp.idPsp),
    campo('idBrokerPSP', psp.intermediario),
    campo('idChannel', psp.canale),
    campo('password', psp.password),
  ];
}

export function leggiPsp(corpo: Elemento): PspConPassword {
  return {
    idPsp: testoDi(corpo, 'idPSP'),
    intermediario: testoDi(corpo, 'idBrokerPSP'),
    canale: testoDi(corpo, 'idChannel'),
    password: testoDi(corpo, 'password'),
  };
}
