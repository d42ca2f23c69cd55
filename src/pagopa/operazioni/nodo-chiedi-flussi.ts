import { BYTE_MASSIMI_FLUSSO } from '../flussi/flusso-riversamento.ts';
import type { FaultBean } from '../nodo-client.ts';
import { type Busta, leggiBusta, scriviBusta } from '../soap/busta.ts';
import { attendi, byteDi, corpo } from '../soap/corpo.ts';
import { leggiFaultDi, scriviFault } from '../soap/fault.ts';
import { campiStazioneConPassword, leggiStazioneConPassword, type StazioneConPassword } from '../soap/intestazione.ts';
import { opzionale, testoDi, trova, tutti } from '../xml/albero.ts';
import { campo, elemento, inBase64 } from '../xml/scrittura.ts';
import { XmlRifiutato } from '../xml/xml-rifiutato.ts';

/** nodoChiediElencoFlussiRendicontazione: the flows of the last days. */
export interface NodoChiediElencoFlussi {
  readonly stazione: StazioneConPassword;
  readonly dominio?: string;
  readonly psp?: string;
}

export interface IdFlusso {
  readonly id: string;
  readonly dataOra: string;
}

export type NodoChiediElencoFlussiRisposta = { readonly flussi: readonly IdFlusso[] } | { readonly fault: FaultBean };

/** nodoChiediFlussoRendicontazione: one flow. */
export interface NodoChiediFlusso extends NodoChiediElencoFlussi {
  readonly id: string;
}

export type NodoChiediFlussoRisposta = { readonly xml: Uint8Array } | { readonly fault: FaultBean };

/** The base64 of the largest flow, with its envelope. */
export const BYTE_MASSIMI_RISPOSTA_FLUSSO = Math.ceil(BYTE_MASSIMI_FLUSSO * 1.4);

export function buildNodoChiediElencoFlussi(domanda: NodoChiediElencoFlussi): string {
  return scriviBusta(
    corpo('nodoChiediElencoFlussiRendicontazione', [
      ...campiStazioneConPassword(domanda.stazione),
      campo('identificativoDominio', domanda.dominio),
      campo('identificativoPSP', domanda.psp),
    ]),
  );
}

export function readNodoChiediElencoFlussi(busta: Busta): NodoChiediElencoFlussi {
  return {
    stazione: leggiStazioneConPassword(busta.corpo),
    ...opzionale(busta.corpo, 'identificativoDominio', 'dominio'),
    ...opzionale(busta.corpo, 'identificativoPSP', 'psp'),
  };
}

export function buildNodoChiediElencoFlussiRisposta(risposta: NodoChiediElencoFlussiRisposta): string {
  const figli =
    'fault' in risposta
      ? [scriviFault(risposta.fault)]
      : [
          elemento('elencoFlussiRendicontazione', [
            campo('totRestituiti', risposta.flussi.length),
            ...risposta.flussi.map((flusso) =>
              elemento('idRendicontazione', [
                campo('identificativoFlusso', flusso.id),
                campo('dataOraFlusso', flusso.dataOra),
              ]),
            ),
          ]),
        ];
  return scriviBusta(corpo('nodoChiediElencoFlussiRendicontazioneRisposta', figli));
}

/** @throws XmlRifiutato */
export function parseNodoChiediElencoFlussiRisposta(xml: Uint8Array | string): NodoChiediElencoFlussiRisposta {
  const { corpo: risposta } = attendi(xml, 'nodoChiediElencoFlussiRendicontazioneRisposta');
  const fault = leggiFaultDi(risposta);
  if (fault !== undefined) return { fault };
  const elenco = trova(risposta, 'elencoFlussiRendicontazione');
  return {
    flussi: (elenco === undefined ? [] : tutti(elenco, 'idRendicontazione')).map((flusso) => ({
      id: testoDi(flusso, 'identificativoFlusso'),
      dataOra: testoDi(flusso, 'dataOraFlusso').trim(),
    })),
  };
}

export function buildNodoChiediFlusso(domanda: NodoChiediFlusso): string {
  return scriviBusta(
    corpo('nodoChiediFlussoRendicontazione', [
      ...campiStazioneConPassword(domanda.stazione),
      campo('identificativoDominio', domanda.dominio),
      campo('identificativoPSP', domanda.psp),
      campo('identificativoFlusso', domanda.id),
    ]),
  );
}

export function readNodoChiediFlusso(busta: Busta): NodoChiediFlusso {
  return { ...readNodoChiediElencoFlussi(busta), id: testoDi(busta.corpo, 'identificativoFlusso') };
}

export function buildNodoChiediFlussoRisposta(
  risposta: { readonly xml: string } | { readonly fault: FaultBean },
): string {
  const figli =
    'fault' in risposta ? [scriviFault(risposta.fault)] : [campo('xmlRendicontazione', inBase64(risposta.xml))];
  return scriviBusta(corpo('nodoChiediFlussoRendicontazioneRisposta', figli));
}

/** @throws XmlRifiutato */
export function parseNodoChiediFlussoRisposta(xml: Uint8Array | string): NodoChiediFlussoRisposta {
  const busta = leggiBusta(xml, { byteMassimi: BYTE_MASSIMI_RISPOSTA_FLUSSO });
  if (busta.operazione !== 'nodoChiediFlussoRendicontazioneRisposta') {
    throw new XmlRifiutato('busta', `got ${busta.operazione}`, busta.operazione);
  }
  const fault = leggiFaultDi(busta.corpo);
  if (fault !== undefined) return { fault };
  if (trova(busta.corpo, 'xmlRendicontazione') === undefined) {
    throw new XmlRifiutato('busta', 'nodoChiediFlussoRendicontazioneRisposta without flow nor fault');
  }
  return { xml: byteDi(busta.corpo, 'xmlRendicontazione') };
}
