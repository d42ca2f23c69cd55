import type { PspConPassword } from '../avvisi/psp.ts';
import { type Busta, scriviBusta } from '../soap/busta.ts';
import { attendi, byteDi, corpo, necessario } from '../soap/corpo.ts';
import { type Esito, leggiEsito } from '../soap/esito.ts';
import { scriviFault } from '../soap/fault.ts';
import { campiChiave, type ChiaveRpt, leggiChiave } from '../soap/intestazione.ts';
import { testoDi } from '../xml/albero.ts';
import { campo, elemento, inBase64 } from '../xml/scrittura.ts';

/** A PSP of the first model hands the node the RT of a payment. */
export interface NodoInviaRt {
  readonly psp: PspConPassword;
  readonly chiave: ChiaveRpt;
  readonly rt: Uint8Array;
}

export function buildNodoInviaRt({ psp, chiave, xml }: Omit<NodoInviaRt, 'rt'> & { readonly xml: string }): string {
  return scriviBusta(
    corpo('nodoInviaRT', [
      campo('identificativoIntermediarioPSP', psp.intermediario),
      campo('identificativoCanale', psp.canale),
      campo('password', psp.password),
      campo('identificativoPSP', psp.idPsp),
      ...campiChiave(chiave),
      campo('tipoFirma', ''),
      campo('rt', inBase64(xml)),
    ]),
  );
}

export function readNodoInviaRt({ corpo: letto }: Busta): NodoInviaRt {
  return {
    psp: {
      idPsp: testoDi(letto, 'identificativoPSP'),
      intermediario: testoDi(letto, 'identificativoIntermediarioPSP'),
      canale: testoDi(letto, 'identificativoCanale'),
      password: testoDi(letto, 'password'),
    },
    chiave: leggiChiave(letto),
    rt: byteDi(letto, 'rt'),
  };
}

export function buildNodoInviaRtRisposta(risposta: Esito): string {
  const dentro = risposta.esito === 'KO' ? [scriviFault(risposta.fault), campo('esito', 'KO')] : [campo('esito', 'OK')];
  return scriviBusta(corpo('nodoInviaRTRisposta', [elemento('nodoInviaRTRisposta', dentro)]));
}

/** @throws XmlRifiutato */
export function parseNodoInviaRtRisposta(xml: Uint8Array | string): Esito {
  const { corpo: fuori } = attendi(xml, 'nodoInviaRTRisposta');
  return leggiEsito(necessario(fuori, 'nodoInviaRTRisposta'), 'esito');
}
