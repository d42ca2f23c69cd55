import { type Elemento, testoDi } from '../xml/albero.ts';
import { campo, elemento, type Xml } from '../xml/scrittura.ts';
import { XmlRifiutato } from '../xml/xml-rifiutato.ts';
import type { Busta } from './busta.ts';

/** The triple that names a payment attempt, as it travels in messages; any text up to 35 characters. */
export interface ChiaveRpt {
  readonly dominio: string;
  readonly iuv: string;
  readonly ccp: string;
}

/** Who the creditor's system is to the node: intermediario and stazione. */
export interface Stazione {
  readonly intermediario: string;
  readonly stazione: string;
}

/** A station that proves itself: what the enquiry operations carry in their body. */
export interface StazioneConPassword extends Stazione {
  /** 8-15 characters. */
  readonly password: string;
}

/** intestazionePPT: header of nodoInviaRPT, paaInviaRT, paaVerificaRPT, paaAttivaRPT. */
export interface IntestazioneRpt extends Stazione, ChiaveRpt {}

/** intestazioneCarrelloPPT: header of nodoInviaCarrelloRPT. */
export interface IntestazioneCarrello extends Stazione {
  readonly idCarrello: string;
}

export function scriviIntestazioneRpt(dati: IntestazioneRpt): Xml {
  return elemento('ppthead:intestazionePPT', [...campiStazione(dati), ...campiChiave(dati)]);
}

export function scriviIntestazioneCarrello(dati: IntestazioneCarrello): Xml {
  return elemento('ppthead:intestazioneCarrelloPPT', [
    ...campiStazione(dati),
    campo('identificativoCarrello', dati.idCarrello),
  ]);
}

/** @throws XmlRifiutato `busta` when the header is missing or is another one */
export function leggiIntestazioneRpt(busta: Busta): IntestazioneRpt {
  const intestazione = attesa(busta, 'intestazionePPT');
  return { ...leggiStazione(intestazione), ...leggiChiave(intestazione) };
}

/** @throws XmlRifiutato `busta` when the header is missing or is another one */
export function leggiIntestazioneCarrello(busta: Busta): IntestazioneCarrello {
  const intestazione = attesa(busta, 'intestazioneCarrelloPPT');
  return { ...leggiStazione(intestazione), idCarrello: testoDi(intestazione, 'identificativoCarrello') };
}

function campiStazione(dati: Stazione): readonly Xml[] {
  return [
    campo('identificativoIntermediarioPA', dati.intermediario),
    campo('identificativoStazioneIntermediarioPA', dati.stazione),
  ];
}

export function campiStazioneConPassword(dati: StazioneConPassword): readonly Xml[] {
  return [...campiStazione(dati), campo('password', dati.password)];
}

export function campiChiave(chiave: ChiaveRpt): readonly Xml[] {
  return [
    campo('identificativoDominio', chiave.dominio),
    campo('identificativoUnivocoVersamento', chiave.iuv),
    campo('codiceContestoPagamento', chiave.ccp),
  ];
}

function leggiStazione(padre: Elemento): Stazione {
  return {
    intermediario: testoDi(padre, 'identificativoIntermediarioPA'),
    stazione: testoDi(padre, 'identificativoStazioneIntermediarioPA'),
  };
}

export function leggiStazioneConPassword(padre: Elemento): StazioneConPassword {
  return { ...leggiStazione(padre), password: testoDi(padre, 'password') };
}

export function leggiChiave(padre: Elemento): ChiaveRpt {
  return {
    dominio: testoDi(padre, 'identificativoDominio'),
    iuv: testoDi(padre, 'identificativoUnivocoVersamento'),
    ccp: testoDi(padre, 'codiceContestoPagamento'),
  };
}

function attesa(busta: Busta, nome: string): Elemento {
  if (busta.intestazione?.nome !== nome) {
    throw new XmlRifiutato('busta', `${busta.operazione} needs the header ${nome}`, busta.operazione);
  }
  return busta.intestazione;
}
