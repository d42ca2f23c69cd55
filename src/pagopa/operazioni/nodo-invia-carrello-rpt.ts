import type { FaultBean } from '../nodo-client.ts';
import { type Busta, scriviBusta } from '../soap/busta.ts';
import { attendi, byteDi, corpo } from '../soap/corpo.ts';
import { leggiFault, leggiFaultDi, scriviFault } from '../soap/fault.ts';
import {
  campiChiave,
  type ChiaveRpt,
  type IntestazioneCarrello,
  leggiChiave,
  leggiIntestazioneCarrello,
  scriviIntestazioneCarrello,
} from '../soap/intestazione.ts';
import { testoDi, testoSe, trova, tutti } from '../xml/albero.ts';
import { campo, elemento, elementoSe, inBase64 } from '../xml/scrittura.ts';
import { XmlRifiutato } from '../xml/xml-rifiutato.ts';

/** PSP, intermediario and canale a message is meant for; WISP's own when the citizen is to choose. */
export interface CanalePsp {
  readonly psp: string;
  readonly intermediarioPsp: string;
  readonly canale: string;
}

/** The choice is left to the citizen on the node's pages (SANP 2.2.6 ch. 9). */
export const CANALE_WISP: CanalePsp = {
  psp: 'AGID_01',
  intermediarioPsp: '97735020584',
  canale: '97735020584_02',
};

/** The WSDL bears no more in one cart (SANP 2.2.6); Checkout too takes five notices at most. */
export const RPT_PER_CARRELLO = 5;

export interface NodoInviaCarrelloRpt extends CanalePsp {
  readonly intestazione: IntestazioneCarrello;
  readonly password: string;
  /** 1-5; `rpt` are the XML's bytes. */
  readonly elementi: readonly { readonly chiave: ChiaveRpt; readonly rpt: Uint8Array }[];
  readonly multiBeneficiario?: boolean;
}

/** With errors of single RPTs the node leaves the top fault out and fills only the list. */
export type NodoInviaCarrelloRptRisposta =
  | { readonly esito: 'OK'; readonly url: string }
  | { readonly esito: 'KO'; readonly fault?: FaultBean; readonly erroriRpt: readonly FaultBean[] };

export function buildNodoInviaCarrelloRpt(
  dati: Omit<NodoInviaCarrelloRpt, 'elementi'> & {
    readonly elementi: readonly { readonly chiave: ChiaveRpt; readonly xml: string }[];
  },
): string {
  const lista = dati.elementi.map(({ chiave, xml }) =>
    elemento('elementoListaRPT', [...campiChiave(chiave), campo('rpt', inBase64(xml))]),
  );
  return scriviBusta(
    corpo('nodoInviaCarrelloRPT', [
      campo('password', dati.password),
      campo('identificativoPSP', dati.psp),
      campo('identificativoIntermediarioPSP', dati.intermediarioPsp),
      campo('identificativoCanale', dati.canale),
      elemento('listaRPT', lista),
      campo('multiBeneficiario', dati.multiBeneficiario),
    ]),
    scriviIntestazioneCarrello(dati.intestazione),
  );
}

/** @throws XmlRifiutato */
export function readNodoInviaCarrelloRpt(busta: Busta): NodoInviaCarrelloRpt {
  const lista = trova(busta.corpo, 'listaRPT');
  const multiBeneficiario = testoSe(busta.corpo, 'multiBeneficiario')?.trim();
  return {
    intestazione: leggiIntestazioneCarrello(busta),
    password: testoDi(busta.corpo, 'password'),
    psp: testoDi(busta.corpo, 'identificativoPSP'),
    intermediarioPsp: testoDi(busta.corpo, 'identificativoIntermediarioPSP'),
    canale: testoDi(busta.corpo, 'identificativoCanale'),
    elementi: (lista === undefined ? [] : tutti(lista, 'elementoListaRPT')).map((rpt) => ({
      chiave: leggiChiave(rpt),
      rpt: byteDi(rpt, 'rpt'),
    })),
    ...(multiBeneficiario !== undefined && {
      multiBeneficiario: multiBeneficiario === 'true' || multiBeneficiario === '1',
    }),
  };
}

/** @param risposta without `url` where the PSP that the creditor chose has the cart already */
export function buildNodoInviaCarrelloRptRisposta(
  risposta: NodoInviaCarrelloRptRisposta | { readonly esito: 'OK'; readonly url?: never },
): string {
  const figli =
    risposta.esito === 'OK'
      ? [campo('esitoComplessivoOperazione', 'OK'), campo('url', risposta.url)]
      : [
          elementoSe(risposta.fault, scriviFault),
          campo('esitoComplessivoOperazione', 'KO'),
          elementoSe(risposta.erroriRpt.length > 0 ? risposta.erroriRpt : undefined, (errori) =>
            elemento('listaErroriRPT', errori.map(scriviFault)),
          ),
        ];
  return scriviBusta(corpo('nodoInviaCarrelloRPTRisposta', figli));
}

/**
 * The answer to a cart that a person is to pay: OK without an address is none.
 * @throws XmlRifiutato
 */
export function parseNodoInviaCarrelloRptRisposta(xml: Uint8Array | string): NodoInviaCarrelloRptRisposta {
  const { corpo: risposta } = attendi(xml, 'nodoInviaCarrelloRPTRisposta');
  const fault = leggiFaultDi(risposta);
  const url = testoSe(risposta, 'url')?.trim() ?? '';
  const detto = testoDi(risposta, 'esitoComplessivoOperazione');
  if (detto === 'OK' && fault === undefined && url !== '') return { esito: 'OK', url };
  if (detto !== 'KO') throw new XmlRifiutato('busta', `${risposta.nome}: ${detto} with a fault or without url`);
  const lista = trova(risposta, 'listaErroriRPT');
  return {
    esito: 'KO',
    ...(fault !== undefined && { fault }),
    erroriRpt: (lista === undefined ? [] : tutti(lista, 'fault')).map(leggiFault),
  };
}
