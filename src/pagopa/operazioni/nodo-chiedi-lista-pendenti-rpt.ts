import type { FaultBean } from '../nodo-client.ts';
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
import { opzionale, testoDi, trova, tutti } from '../xml/albero.ts';
import { campo, elemento } from '../xml/scrittura.ts';

export interface NodoChiediListaPendentiRpt {
  readonly stazione: StazioneConPassword;
  readonly dominio?: string;
  /** Italian civil time, both ends included. */
  readonly da?: string;
  readonly a?: string;
  /** How many at most, from 1. */
  readonly dimensioneLista: number;
}

export interface RptPendente extends ChiaveRpt {
  readonly stato: string;
}

export type NodoChiediListaPendentiRptRisposta =
  { readonly totale: number; readonly pendenti: readonly RptPendente[] } | { readonly fault: FaultBean };

export function buildNodoChiediListaPendentiRpt(domanda: NodoChiediListaPendentiRpt): string {
  return scriviBusta(
    corpo('nodoChiediListaPendentiRPT', [
      ...campiStazioneConPassword(domanda.stazione),
      campo('identificativoDominio', domanda.dominio),
      campo('rangeDa', domanda.da),
      campo('rangeA', domanda.a),
      campo('dimensioneLista', domanda.dimensioneLista),
    ]),
  );
}

export function readNodoChiediListaPendentiRpt(busta: Busta): NodoChiediListaPendentiRpt {
  return {
    stazione: leggiStazioneConPassword(busta.corpo),
    ...opzionale(busta.corpo, 'identificativoDominio', 'dominio'),
    ...opzionale(busta.corpo, 'rangeDa', 'da'),
    ...opzionale(busta.corpo, 'rangeA', 'a'),
    dimensioneLista: Number(testoDi(busta.corpo, 'dimensioneLista')),
  };
}

export function buildNodoChiediListaPendentiRptRisposta(risposta: NodoChiediListaPendentiRptRisposta): string {
  const figli =
    'fault' in risposta
      ? [scriviFault(risposta.fault)]
      : [
          elemento('listaRPTPendenti', [
            campo('totRestituiti', risposta.totale),
            ...risposta.pendenti.map((rpt) =>
              elemento('rptPendente', [...campiChiave(rpt), campo('stato', rpt.stato)]),
            ),
          ]),
        ];
  return scriviBusta(corpo('nodoChiediListaPendentiRPTRisposta', figli));
}

/** @throws XmlRifiutato */
export function parseNodoChiediListaPendentiRptRisposta(xml: Uint8Array | string): NodoChiediListaPendentiRptRisposta {
  const { corpo: risposta } = attendi(xml, 'nodoChiediListaPendentiRPTRisposta');
  const fault = leggiFaultDi(risposta);
  if (fault !== undefined) return { fault };
  const lista = trova(risposta, 'listaRPTPendenti');
  if (lista === undefined) return { totale: 0, pendenti: [] };
  return {
    totale: Number(testoDi(lista, 'totRestituiti')),
    pendenti: tutti(lista, 'rptPendente').map((rpt) => ({ ...leggiChiave(rpt), stato: testoDi(rpt, 'stato') })),
  };
}
