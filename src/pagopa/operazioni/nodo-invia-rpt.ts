import type { FaultBean } from '../nodo-client.ts';
import { type Busta, scriviBusta } from '../soap/busta.ts';
import { attendi, byteDi, corpo } from '../soap/corpo.ts';
import { leggiEsito } from '../soap/esito.ts';
import { scriviFault } from '../soap/fault.ts';
import { type IntestazioneRpt, leggiIntestazioneRpt, scriviIntestazioneRpt } from '../soap/intestazione.ts';
import { testoDi, testoSe } from '../xml/albero.ts';
import { campo, inBase64 } from '../xml/scrittura.ts';
import type { CanalePsp } from './nodo-invia-carrello-rpt.ts';

export interface NodoInviaRpt extends CanalePsp {
  readonly intestazione: IntestazioneRpt;
  readonly password: string;
  readonly rpt: Uint8Array;
}

/** `url` when the citizen must be sent somewhere (redirect 1). */
export type NodoInviaRptRisposta =
  { readonly esito: 'OK'; readonly url?: string } | { readonly esito: 'KO'; readonly fault: FaultBean };

export function buildNodoInviaRpt(dati: Omit<NodoInviaRpt, 'rpt'> & { readonly xml: string }): string {
  return scriviBusta(
    corpo('nodoInviaRPT', [
      campo('password', dati.password),
      campo('identificativoPSP', dati.psp),
      campo('identificativoIntermediarioPSP', dati.intermediarioPsp),
      campo('identificativoCanale', dati.canale),
      campo('tipoFirma', ''),
      campo('rpt', inBase64(dati.xml)),
    ]),
    scriviIntestazioneRpt(dati.intestazione),
  );
}

/** @throws XmlRifiutato */
export function readNodoInviaRpt(busta: Busta): NodoInviaRpt {
  return {
    intestazione: leggiIntestazioneRpt(busta),
    password: testoDi(busta.corpo, 'password'),
    psp: testoDi(busta.corpo, 'identificativoPSP'),
    intermediarioPsp: testoDi(busta.corpo, 'identificativoIntermediarioPSP'),
    canale: testoDi(busta.corpo, 'identificativoCanale'),
    rpt: byteDi(busta.corpo, 'rpt'),
  };
}

export function buildNodoInviaRptRisposta(risposta: NodoInviaRptRisposta): string {
  const figli =
    risposta.esito === 'KO'
      ? [scriviFault(risposta.fault), campo('esito', 'KO')]
      : [campo('esito', 'OK'), campo('redirect', risposta.url === undefined ? 0 : 1), campo('url', risposta.url)];
  return scriviBusta(corpo('nodoInviaRPTRisposta', figli));
}

/** @throws XmlRifiutato */
export function parseNodoInviaRptRisposta(xml: Uint8Array | string): NodoInviaRptRisposta {
  const { corpo: risposta } = attendi(xml, 'nodoInviaRPTRisposta');
  const esito = leggiEsito(risposta, 'esito');
  if (esito.esito === 'KO') return esito;
  const url = testoSe(risposta, 'url')?.trim() ?? '';
  return { esito: 'OK', ...(url !== '' && { url }) };
}
