import type { Centesimi } from '../../valori/denaro.ts';
import { scriviImporto } from '../importo.ts';
import type { FaultBean } from '../nodo-client.ts';
import { scriviBusta } from '../soap/busta.ts';
import { attendi, corpo } from '../soap/corpo.ts';
import { leggiFault, leggiFaultDi } from '../soap/fault.ts';
import { campiChiave, type ChiaveRpt } from '../soap/intestazione.ts';
import { type Elemento, testoDi, testoSe, trova, tutti } from '../xml/albero.ts';
import { campo, elemento, inBase64, type Xml } from '../xml/scrittura.ts';
import { XmlRifiutato } from '../xml/xml-rifiutato.ts';
import type { CanalePsp } from './nodo-invia-carrello-rpt.ts';

/** What the node calls at a PSP of the old model (PspPerNodo.wsdl). */
export type OperazionePsp = 'pspInviaRPT' | 'pspInviaCarrelloRPT' | 'pspInviaCarrelloRPTCarte';

/** modelloPagamento: 0 immediate, 1 immediate with several creditors, 2 deferred, 4 started at the PSP. */
export type ModelloPagamento = 0 | 1 | 2 | 4;

/** RPTs that a PSP is to pay, or has just been paid for. */
export interface PspInviaRpt extends CanalePsp {
  readonly modello: ModelloPagamento;
  /** At least one; `xml` as the creditor sent it. */
  readonly elementi: readonly { readonly chiave: ChiaveRpt; readonly xml: string }[];
}

/** The authorisation of a card, which pspInviaCarrelloRPTCarte bears. */
export interface AutorizzazioneCarta {
  readonly rrn: string;
  /** `00`: authorised. */
  readonly esito: string;
  readonly totale: Centesimi;
  readonly dataOra: string;
  /** 6 characters at most. */
  readonly codice: string;
}

/** `parametri`: what the browser is to bear to the PSP's page, for a payment that goes on there. */
export type PspInviaRptRisposta =
  { readonly esito: 'OK'; readonly parametri?: string } | { readonly esito: 'KO'; readonly fault: FaultBean };

/** One RPT, sent by itself: pspInviaRPT. */
export function buildPspInviaRpt({ elementi, ...dati }: PspInviaRpt): string {
  const [primo] = elementi;
  return scriviBusta(
    corpo('pspInviaRPT', [
      campo('identificativoDominio', primo?.chiave.dominio ?? ''),
      ...campiCanale(dati),
      ...elementi.map(({ chiave, xml }) =>
        elemento('elementoListaRPT', [
          campo('identificativoUnivocoVersamento', chiave.iuv),
          campo('codiceContestoPagamento', chiave.ccp),
          campo('tipoFirma', ''),
          campo('rpt', inBase64(xml)),
        ]),
      ),
    ]),
  );
}

/** A cart: pspInviaCarrelloRPT or, with the authorisation of a card, pspInviaCarrelloRPTCarte. */
export function buildPspInviaCarrelloRpt({ elementi, ...dati }: PspInviaRpt, carta?: AutorizzazioneCarta): string {
  const lista = elementi.map(({ chiave, xml }) =>
    elemento('elementoListaCarrelloRPT', [...campiChiave(chiave), campo('tipoFirma', ''), campo('rpt', inBase64(xml))]),
  );
  const figli = [...campiCanale(dati), elemento('listaRPT', lista)];
  if (carta === undefined) return scriviBusta(corpo('pspInviaCarrelloRPT', figli));
  return scriviBusta(
    corpo('pspInviaCarrelloRPTCarte', [
      ...figli,
      campo('rrn', carta.rrn),
      campo('esitoTransazioneCarta', carta.esito),
      campo('importoTotalePagato', scriviImporto(carta.totale)),
      campo('timestampOperazione', carta.dataOra),
      campo('codiceAutorizzativo', carta.codice),
    ]),
  );
}

/**
 * A PSP's answer. The inner element of a card's cart is named as that of any cart.
 * @throws XmlRifiutato when it is another message, or says neither OK nor KO with a reason
 */
export function parsePspInviaRptRisposta(xml: Uint8Array | string, operazione: OperazionePsp): PspInviaRptRisposta {
  const { corpo: fuori } = attendi(xml, `${operazione}Response`);
  const nome = operazione === 'pspInviaRPT' ? 'pspInviaRPTResponse' : 'pspInviaCarrelloRPTResponse';
  const risposta = trova(fuori, nome);
  if (risposta === undefined) throw new XmlRifiutato('busta', `${fuori.nome} without its inner element`);
  const fault = leggiFaultDi(risposta) ?? primoErrore(risposta);
  const detto = testoDi(risposta, 'esitoComplessivoOperazione').trim();
  if (detto === 'KO' && fault !== undefined) return { esito: 'KO', fault };
  if (detto !== 'OK' || fault !== undefined) {
    throw new XmlRifiutato('busta', `${nome}: esitoComplessivoOperazione and fault disagree`, nome);
  }
  const parametri = testoSe(risposta, 'parametriPagamentoImmediato')?.trim() ?? '';
  return { esito: 'OK', ...(parametri !== '' && { parametri }) };
}

function primoErrore(risposta: Elemento): FaultBean | undefined {
  const lista = trova(risposta, 'listaErroriRPT');
  const [primo] = lista === undefined ? [] : tutti(lista, 'fault');
  return primo && leggiFault(primo);
}

function campiCanale({ psp, intermediarioPsp, canale, modello }: Omit<PspInviaRpt, 'elementi'>): readonly Xml[] {
  return [
    campo('identificativoPSP', psp),
    campo('identificativoIntermediarioPSP', intermediarioPsp),
    campo('identificativoCanale', canale),
    campo('modelloPagamento', modello),
  ];
}
