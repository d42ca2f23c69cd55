import type { Iuv } from './identificativi/codice-avviso.ts';

/** Key of a payment attempt (SANP 2.2.6 ch. 8). */
export interface ChiaveTentativo {
  readonly dominio: string;
  readonly iuv: Iuv;
  readonly ccp: string;
}

/** What the node said of a cart. `url` is where the browser goes; KO carries the node's own codes. */
export type EsitoInvioCarrello =
  | { readonly esito: 'OK'; readonly url: string }
  | { readonly esito: 'KO'; readonly fault: FaultBean; readonly erroriRpt: readonly FaultBean[] };

/** A PSP's channel, as nodoInviaRPT and nodoInviaCarrelloRPT name it. */
export interface CanalePsp {
  readonly psp: string;
  readonly intermediarioPsp: string;
  readonly canale: string;
}

export type EsitoInvioRpt =
  { readonly esito: 'OK'; readonly url?: string } | { readonly esito: 'KO'; readonly fault: FaultBean };

/** faultBean of the node's WSDL; `serial` is the 1-based position of the RPT it speaks of. */
export interface FaultBean {
  readonly faultCode: string;
  readonly faultString: string;
  readonly id: string;
  readonly description?: string;
  readonly serial?: number;
  /** What the creditor or the PSP had answered, when the node passes it on (PPT_ERRORE_EMESSO_DA_PAA). */
  readonly originalFaultCode?: string;
  readonly originalFaultString?: string;
  readonly originalDescription?: string;
}

export interface StatoRpt {
  readonly stato: string;
  readonly url?: string;
  readonly storico: readonly { readonly data: string; readonly stato: string; readonly descrizione: string }[];
}

/**
 * The creditor's way to the node (operations of NodoPerPa). Transport failures reject with NodoIrraggiungibile; then it is
 * not known whether the node took the message, and only chiediStatoRPT can tell.
 */
export interface NodoClient {
  /** One RPT; `canale` is the PSP that activated the notice, absent when the payer is to choose (`url`: where). */
  inviaRpt(chiave: ChiaveTentativo, xml: string, canale?: CanalePsp): Promise<EsitoInvioRpt>;
  inviaCarrelloRpt(
    idCarrello: string,
    rpt: readonly { readonly chiave: ChiaveTentativo; readonly xml: string }[],
  ): Promise<EsitoInvioCarrello>;
  /** Resolves to the fault when the node does not know the attempt (PPT_RPT_SCONOSCIUTA). */
  chiediStatoRpt(chiave: ChiaveTentativo): Promise<StatoRpt | FaultBean>;
  /** The RT's XML, or the fault (PPT_RT_SCONOSCIUTA, PPT_RT_NONDISPONIBILE). */
  chiediCopiaRt(chiave: ChiaveTentativo): Promise<{ readonly rt: string } | FaultBean>;
}

/** The node did not answer, or not in its protocol: nothing is known of what it did. */
export class NodoIrraggiungibile extends Error {
  override readonly name = 'NodoIrraggiungibile';
}
