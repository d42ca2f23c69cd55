import type { Centesimi } from '../../valori/denaro.ts';
import { leggiImporto, scriviImporto } from '../importo.ts';
import type { FaultBean } from '../nodo-client.ts';
import { SPAZIO_PAGAMENTI } from '../rpt/rpt.ts';
import {
  type EnteBeneficiario,
  leggiEnte,
  leggiSoggetto,
  scriviEnte,
  scriviSoggetto,
  type Soggetto,
} from '../rpt/soggetto.ts';
import { type Busta, scriviBusta } from '../soap/busta.ts';
import { attendi, corpo, necessario } from '../soap/corpo.ts';
import { leggiEsito } from '../soap/esito.ts';
import { scriviFault } from '../soap/fault.ts';
import { type IntestazioneRpt, leggiIntestazioneRpt, scriviIntestazioneRpt } from '../soap/intestazione.ts';
import { SPAZIO_CORPI, SPAZIO_INTESTAZIONI } from '../soap/spazi.ts';
import { type Elemento, testoDi, testoSe, trova } from '../xml/albero.ts';
import { campo, elemento, elementoSe, type Xml } from '../xml/scrittura.ts';
import { XmlRifiutato } from '../xml/xml-rifiutato.ts';

/** The blocks these bodies take over from the RPT keep their children qualified (WSDL PaPerNodoPagamentoPsp). */
export const SPAZI_ATTIVAZIONE = {
  'xmlns:ppthead': SPAZIO_INTESTAZIONI,
  'xmlns:ppt': SPAZIO_CORPI,
  'xmlns:pay_i': SPAZIO_PAGAMENTI,
};

/** paaVerificaRPT: in the first model a PSP asks, through the node, what a notice is worth. */
export interface PaaVerificaRpt {
  readonly intestazione: IntestazioneRpt;
  readonly psp: string;
}

/** paaAttivaRPT: the PSP is about to take the money; after answering, the creditor sends the RPT (nodoInviaRPT). */
export interface PaaAttivaRpt extends PaaVerificaRpt {
  readonly intermediarioPsp: string;
  readonly canale: string;
  readonly importo: Centesimi;
  readonly versante?: Soggetto;
  readonly pagatore?: Soggetto;
}

/** What the creditor answers to both. */
export interface DatiPagamentoPa {
  readonly importo: Centesimi;
  readonly iban: string;
  readonly ente?: EnteBeneficiario;
  /** The whole causale; a creditor that answers in pieces has them joined. */
  readonly causale: string;
}

export type PaaAttivazioneRisposta =
  { readonly esito: 'OK'; readonly dati: DatiPagamentoPa } | { readonly esito: 'KO'; readonly fault: FaultBean };

/** The node asks a creditor (`paa`), a PSP the node (`nodo`): the answers are the same. */
export type OperazioneAttivazione = 'paaVerificaRPT' | 'paaAttivaRPT' | 'nodoVerificaRPT' | 'nodoAttivaRPT';

export function buildPaaVerificaRpt(richiesta: PaaVerificaRpt): string {
  return scriviBusta(
    corpo('paaVerificaRPT', [campo('identificativoPSP', richiesta.psp)]),
    scriviIntestazioneRpt(richiesta.intestazione),
    SPAZI_ATTIVAZIONE,
  );
}

export function readPaaVerificaRpt(busta: Busta): PaaVerificaRpt {
  return { intestazione: leggiIntestazioneRpt(busta), psp: testoDi(busta.corpo, 'identificativoPSP') };
}

export function buildPaaAttivaRpt(richiesta: PaaAttivaRpt): string {
  return scriviBusta(
    corpo('paaAttivaRPT', [
      campo('identificativoPSP', richiesta.psp),
      elemento('datiPagamentoPSP', [
        campo('importoSingoloVersamento', scriviImporto(richiesta.importo)),
        elementoSe(richiesta.versante, (versante) => scriviSoggetto(versante, 'Versante', 'pay_i:')),
        elementoSe(richiesta.pagatore, (pagatore) => scriviSoggetto(pagatore, 'Pagatore', 'pay_i:')),
      ]),
      campo('identificativoIntermediarioPSP', richiesta.intermediarioPsp),
      campo('identificativoCanalePSP', richiesta.canale),
    ]),
    scriviIntestazioneRpt(richiesta.intestazione),
    SPAZI_ATTIVAZIONE,
  );
}

export function readPaaAttivaRpt(busta: Busta): PaaAttivaRpt {
  const dati = trova(busta.corpo, 'datiPagamentoPSP');
  if (dati === undefined) throw new XmlRifiutato('busta', 'paaAttivaRPT without datiPagamentoPSP', busta.operazione);
  const [versante, pagatore] = [leggiSoggetto(dati, 'Versante'), leggiSoggetto(dati, 'Pagatore')];
  return {
    ...readPaaVerificaRpt(busta),
    intermediarioPsp: testoDi(busta.corpo, 'identificativoIntermediarioPSP'),
    canale: testoDi(busta.corpo, 'identificativoCanalePSP'),
    importo: leggiImporto(testoDi(dati, 'importoSingoloVersamento')),
    ...(versante !== undefined && { versante }),
    ...(pagatore !== undefined && { pagatore }),
  };
}

/** The answer of either operation, nested in an element of the same name. */
export function buildPaaAttivazioneRisposta(
  operazione: OperazioneAttivazione,
  risposta: PaaAttivazioneRisposta,
): string {
  const nome = `${operazione}Risposta`;
  const dentro =
    risposta.esito === 'KO'
      ? [scriviFault(risposta.fault), campo('esito', 'KO')]
      : [campo('esito', 'OK'), scriviDati(risposta.dati)];
  return scriviBusta(corpo(nome, [elemento(nome, dentro)]), undefined, SPAZI_ATTIVAZIONE);
}

/** @throws XmlRifiutato */
export function parsePaaAttivazioneRisposta(
  xml: Uint8Array | string,
  operazione: OperazioneAttivazione,
): PaaAttivazioneRisposta {
  const nome = `${operazione}Risposta`;
  const risposta = trova(attendi(xml, nome).corpo, nome);
  if (risposta === undefined) throw new XmlRifiutato('busta', `${nome} without its inner element`);
  const esito = leggiEsito(risposta, 'esito');
  if (esito.esito === 'KO') return esito;
  const dati = leggiDati(necessario(risposta, 'datiPagamentoPA'));
  if (dati.causale === '') throw new XmlRifiutato('busta', `${nome}: causaleVersamento is empty`, nome);
  return { esito: 'OK', dati };
}

function scriviDati(dati: DatiPagamentoPa): Xml {
  return elemento('datiPagamentoPA', [
    campo('importoSingoloVersamento', scriviImporto(dati.importo)),
    campo('ibanAccredito', dati.iban),
    elementoSe(dati.ente, (ente) => scriviEnte(ente, 'pay_i:')),
    campo('causaleVersamento', dati.causale),
  ]);
}

function leggiDati(dati: Elemento): DatiPagamentoPa {
  const ente = trova(dati, 'enteBeneficiario') === undefined ? undefined : leggiEnte(dati);
  return {
    importo: leggiImporto(testoDi(dati, 'importoSingoloVersamento')),
    iban: testoDi(dati, 'ibanAccredito'),
    ...(ente !== undefined && { ente }),
    causale: testoSe(dati, 'causaleVersamento') ?? spezzoni(dati),
  };
}

function spezzoni(dati: Elemento): string {
  const pezzi = trova(dati, 'spezzoniCausaleVersamento')?.figli ?? [];
  return pezzi.map((pezzo) => pezzo.testo || (testoSe(pezzo, 'causaleSpezzone') ?? '')).join(' ');
}
