import type { FaultBean } from '../nodo-client.ts';
import { scriviBusta } from '../soap/busta.ts';
import { attendi, byteDi, corpo } from '../soap/corpo.ts';
import { leggiFaultDi, scriviFault } from '../soap/fault.ts';
import { trova } from '../xml/albero.ts';
import { campo, inBase64 } from '../xml/scrittura.ts';
import { XmlRifiutato } from '../xml/xml-rifiutato.ts';
import { campiDomanda, type DomandaRpt } from './nodo-chiedi-stato-rpt.ts';

export type NodoChiediCopiaRtRisposta = { readonly rt: Uint8Array } | { readonly fault: FaultBean };

/** The request is read back by `readDomandaRpt`. */
export function buildNodoChiediCopiaRt(domanda: DomandaRpt): string {
  return scriviBusta(corpo('nodoChiediCopiaRT', campiDomanda(domanda)));
}

export function buildNodoChiediCopiaRtRisposta(
  risposta: { readonly xml: string } | { readonly fault: FaultBean },
): string {
  const figli =
    'fault' in risposta ? [scriviFault(risposta.fault)] : [campo('tipoFirma', ''), campo('rt', inBase64(risposta.xml))];
  return scriviBusta(corpo('nodoChiediCopiaRTRisposta', figli));
}

/** @throws XmlRifiutato */
export function parseNodoChiediCopiaRtRisposta(xml: Uint8Array | string): NodoChiediCopiaRtRisposta {
  const { corpo: risposta } = attendi(xml, 'nodoChiediCopiaRTRisposta');
  const fault = leggiFaultDi(risposta);
  if (fault !== undefined) return { fault };
  if (trova(risposta, 'rt') === undefined) {
    throw new XmlRifiutato('busta', 'nodoChiediCopiaRTRisposta without rt nor fault');
  }
  return { rt: byteDi(risposta, 'rt') };
}
