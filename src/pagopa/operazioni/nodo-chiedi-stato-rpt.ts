import type { FaultBean, StatoRpt } from '../nodo-client.ts';
import { type Busta, scriviBusta } from '../soap/busta.ts';
import { attendi, corpo } from '../soap/corpo.ts';
import { leggiFaultDi, scriviFault } from '../soap/fault.ts';
import {
  campiChiave,
  campiStazioneConPassword,
  type ChiaveRpt,
  leggiChiave,
  leggiStazioneConPassword,
  type StazioneConPassword,
} from '../soap/intestazione.ts';
import { testoDi, testoSe, trova, tutti } from '../xml/albero.ts';
import { campo, elemento, type Xml } from '../xml/scrittura.ts';
import { XmlRifiutato } from '../xml/xml-rifiutato.ts';

/** An enquiry about one attempt: nodoChiediStatoRPT and nodoChiediCopiaRT have the same body. */
export interface DomandaRpt {
  readonly stazione: StazioneConPassword;
  readonly chiave: ChiaveRpt;
}

export type NodoChiediStatoRptRisposta = StatoRpt | { readonly fault: FaultBean };

export function buildNodoChiediStatoRpt(domanda: DomandaRpt): string {
  return scriviBusta(corpo('nodoChiediStatoRPT', campiDomanda(domanda)));
}

/** Reads nodoChiediStatoRPT or nodoChiediCopiaRT. */
export function readDomandaRpt(busta: Busta): DomandaRpt {
  return { stazione: leggiStazioneConPassword(busta.corpo), chiave: leggiChiave(busta.corpo) };
}

export function campiDomanda(domanda: DomandaRpt): readonly Xml[] {
  return [...campiStazioneConPassword(domanda.stazione), ...campiChiave(domanda.chiave)];
}

/** With a fault the WSDL still wants `esito/stato`: it goes out empty. */
export function buildNodoChiediStatoRptRisposta(risposta: NodoChiediStatoRptRisposta): string {
  const figli =
    'fault' in risposta
      ? [scriviFault(risposta.fault), elemento('esito', [campo('stato', '')])]
      : [elemento('esito', campiStato(risposta))];
  return scriviBusta(corpo('nodoChiediStatoRPTRisposta', figli));
}

/** @throws XmlRifiutato */
export function parseNodoChiediStatoRptRisposta(xml: Uint8Array | string): NodoChiediStatoRptRisposta {
  const { corpo: risposta } = attendi(xml, 'nodoChiediStatoRPTRisposta');
  const fault = leggiFaultDi(risposta);
  if (fault !== undefined) return { fault };
  const esito = trova(risposta, 'esito');
  if (esito === undefined) throw new XmlRifiutato('busta', 'nodoChiediStatoRPTRisposta without esito nor fault');
  const url = testoSe(esito, 'url')?.trim() ?? '';
  return {
    stato: testoDi(esito, 'stato'),
    ...(url !== '' && { url }),
    storico: tutti(esito, 'elementoStoricoRPT').map((passo) => ({
      data: testoDi(passo, 'data').trim(),
      stato: testoDi(passo, 'stato'),
      descrizione: testoDi(passo, 'descrizione'),
    })),
  };
}

function campiStato(stato: StatoRpt): readonly Xml[] {
  return [
    campo('stato', stato.stato),
    campo('redirect', stato.url === undefined ? 0 : 1),
    campo('url', stato.url),
    ...stato.storico.map((passo) =>
      elemento('elementoStoricoRPT', [
        campo('data', passo.data),
        campo('stato', passo.stato),
        campo('descrizione', passo.descrizione),
      ]),
    ),
  ];
}
