import { type Busta, scriviBusta } from '../soap/busta.ts';
import { attendi, byteDi, corpo } from '../soap/corpo.ts';
import { type Esito, leggiEsito } from '../soap/esito.ts';
import { scriviFault } from '../soap/fault.ts';
import { type IntestazioneRpt, leggiIntestazioneRpt, scriviIntestazioneRpt } from '../soap/intestazione.ts';
import { trova } from '../xml/albero.ts';
import { campo, elemento, inBase64 } from '../xml/scrittura.ts';
import { XmlRifiutato } from '../xml/xml-rifiutato.ts';

/** The node hands over an RT: header with the attempt's key, body with the RT's bytes. */
export interface PaaInviaRt {
  readonly intestazione: IntestazioneRpt;
  readonly rt: Uint8Array;
}

export type PaaInviaRtRisposta = Esito;

export function buildPaaInviaRt(dati: { readonly intestazione: IntestazioneRpt; readonly xml: string }): string {
  return scriviBusta(
    corpo('paaInviaRT', [campo('tipoFirma', ''), campo('rt', inBase64(dati.xml))]),
    scriviIntestazioneRpt(dati.intestazione),
  );
}

/**
 * What the creditor's endpoint receives.
 * @throws XmlRifiutato
 */
export function parsePaaInviaRt(xml: Uint8Array | string): PaaInviaRt {
  return readPaaInviaRt(attendi(xml, 'paaInviaRT'));
}

/** @throws XmlRifiutato `busta` without its header */
export function readPaaInviaRt(busta: Busta): PaaInviaRt {
  return { intestazione: leggiIntestazioneRpt(busta), rt: byteDi(busta.corpo, 'rt') };
}

/** The WSDL nests the answer in an element of the same name. */
export function buildPaaInviaRtRisposta(risposta: PaaInviaRtRisposta): string {
  return scriviBusta(
    corpo('paaInviaRTRisposta', [
      elemento(
        'paaInviaRTRisposta',
        risposta.esito === 'KO' ? [scriviFault(risposta.fault), campo('esito', 'KO')] : [campo('esito', 'OK')],
      ),
    ]),
  );
}

/** @throws XmlRifiutato */
export function parsePaaInviaRtRisposta(xml: Uint8Array | string): PaaInviaRtRisposta {
  const { corpo: fuori } = attendi(xml, 'paaInviaRTRisposta');
  const risposta = trova(fuori, 'paaInviaRTRisposta');
  if (risposta === undefined) throw new XmlRifiutato('busta', 'paaInviaRTRisposta without its inner element');
  return leggiEsito(risposta, 'esito');
}
