import { type Elemento, opzionale, testoDi, trova } from '../xml/albero.ts';
import { campo, elemento, type Xml } from '../xml/scrittura.ts';

/** An address as pagoPA messages carry it; every part may be missing. */
export interface Indirizzo {
  readonly indirizzo?: string;
  readonly civico?: string;
  readonly cap?: string;
  readonly localita?: string;
  readonly provincia?: string;
  /** Two letters, `IT`. */
  readonly nazione?: string;
}

/** Payer or versante: a person (F) or a firm (G). */
export interface Soggetto extends Indirizzo {
  readonly tipo: 'F' | 'G';
  /** Codice fiscale or partita IVA, 2-16 characters. */
  readonly codice: string;
  readonly anagrafica: string;
  readonly email?: string;
}

/** The creditor as a message names it. */
export interface EnteBeneficiario extends Indirizzo {
  readonly codice: string;
  readonly denominazione: string;
  readonly codiceUnitOper?: string;
  readonly denomUnitOper?: string;
}

/** The PSP that attests a payment: G partita IVA, A ABI, B BIC. */
export interface IstitutoAttestante extends Indirizzo {
  readonly tipo: 'G' | 'A' | 'B';
  readonly codice: string;
  readonly denominazione: string;
  readonly codiceUnitOper?: string;
  readonly denomUnitOper?: string;
}

/** `Pagatore` or `Versante`: the suffix every element of that person bears. */
export type RuoloSoggetto = 'Pagatore' | 'Versante';

/** @param prefisso of the children, when they stand in a SOAP body: there the element itself is unqualified, they are not */
export function scriviSoggetto(soggetto: Soggetto, ruolo: RuoloSoggetto, prefisso = ''): Xml {
  return elemento(`soggetto${ruolo}`, [
    scriviIdentificativo(`identificativoUnivoco${ruolo}`, soggetto.tipo, soggetto.codice, prefisso),
    campo(`${prefisso}anagrafica${ruolo}`, entro(soggetto.anagrafica, 70)),
    ...scriviIndirizzo(soggetto, ruolo, prefisso),
    campo(`${prefisso}e-mail${ruolo}`, nonVuoto(soggetto.email)),
  ]);
}

export function leggiSoggetto(padre: Elemento, ruolo: RuoloSoggetto): Soggetto | undefined {
  const trovato = trova(padre, `soggetto${ruolo}`);
  if (trovato === undefined) return undefined;
  const id = `identificativoUnivoco${ruolo}`;
  return {
    tipo: testoDi(trovato, id, 'tipoIdentificativoUnivoco') === 'G' ? 'G' : 'F',
    codice: testoDi(trovato, id, 'codiceIdentificativoUnivoco'),
    anagrafica: testoDi(trovato, `anagrafica${ruolo}`),
    ...leggiIndirizzo(trovato, ruolo),
    ...opzionale(trovato, `e-mail${ruolo}`, 'email'),
  };
}

export function scriviEnte(ente: EnteBeneficiario, prefisso = ''): Xml {
  return elemento('enteBeneficiario', [
    scriviIdentificativo('identificativoUnivocoBeneficiario', 'G', ente.codice, prefisso),
    ...scriviIstituto(ente, 'Beneficiario', prefisso),
  ]);
}

export function leggiEnte(padre: Elemento): EnteBeneficiario {
  return leggiIstituto(padre, 'enteBeneficiario', 'Beneficiario');
}

export function scriviAttestante(istituto: IstitutoAttestante): Xml {
  return elemento('istitutoAttestante', [
    scriviIdentificativo('identificativoUnivocoAttestante', istituto.tipo, istituto.codice),
    ...scriviIstituto(istituto, 'Attestante'),
  ]);
}

export function leggiAttestante(padre: Elemento): IstitutoAttestante {
  const tipo = testoDi(padre, 'istitutoAttestante', 'identificativoUnivocoAttestante', 'tipoIdentificativoUnivoco');
  return {
    tipo: tipo === 'A' || tipo === 'B' ? tipo : 'G',
    ...leggiIstituto(padre, 'istitutoAttestante', 'Attestante'),
  };
}

/** Free text cut at what the schema bears, so that a long name never stops a payment; codes are never cut. */
export function entro(testo: string, massimo: number): string {
  return [...testo.trim()].slice(0, massimo).join('').trim();
}

function scriviIdentificativo(nome: string, tipo: string, codice: string, prefisso = ''): Xml {
  return elemento(prefisso + nome, [
    campo(`${prefisso}tipoIdentificativoUnivoco`, tipo),
    campo(`${prefisso}codiceIdentificativoUnivoco`, codice),
  ]);
}

function scriviIstituto(dati: EnteBeneficiario, suffisso: string, prefisso = ''): readonly Xml[] {
  return [
    campo(`${prefisso}denominazione${suffisso}`, entro(dati.denominazione, 70)),
    campo(`${prefisso}codiceUnitOper${suffisso}`, nonVuoto(dati.codiceUnitOper)),
    campo(`${prefisso}denomUnitOper${suffisso}`, nonVuoto(dati.denomUnitOper, 70)),
    ...scriviIndirizzo(dati, suffisso, prefisso),
  ];
}

function leggiIstituto(padre: Elemento, nome: string, suffisso: string): EnteBeneficiario {
  const trovato = trova(padre, nome);
  if (trovato === undefined) throw new Error(`<${padre.nome}> lacks ${nome}, which its schema requires`);
  return {
    codice: testoDi(trovato, `identificativoUnivoco${suffisso}`, 'codiceIdentificativoUnivoco'),
    denominazione: testoDi(trovato, `denominazione${suffisso}`),
    ...opzionale(trovato, `codiceUnitOper${suffisso}`, 'codiceUnitOper'),
    ...opzionale(trovato, `denomUnitOper${suffisso}`, 'denomUnitOper'),
    ...leggiIndirizzo(trovato, suffisso),
  };
}

function scriviIndirizzo(dati: Indirizzo, suffisso: string, prefisso = ''): readonly Xml[] {
  return [
    campo(`${prefisso}indirizzo${suffisso}`, nonVuoto(dati.indirizzo, 70)),
    campo(`${prefisso}civico${suffisso}`, nonVuoto(dati.civico, 16)),
    campo(`${prefisso}cap${suffisso}`, nonVuoto(dati.cap, 16)),
    campo(`${prefisso}localita${suffisso}`, nonVuoto(dati.localita, 35)),
    campo(`${prefisso}provincia${suffisso}`, nonVuoto(dati.provincia, 35)),
    campo(`${prefisso}nazione${suffisso}`, nonVuoto(dati.nazione)),
  ];
}

function leggiIndirizzo(padre: Elemento, suffisso: string): Indirizzo {
  return {
    ...opzionale(padre, `indirizzo${suffisso}`, 'indirizzo'),
    ...opzionale(padre, `civico${suffisso}`, 'civico'),
    ...opzionale(padre, `cap${suffisso}`, 'cap'),
    ...opzionale(padre, `localita${suffisso}`, 'localita'),
    ...opzionale(padre, `provincia${suffisso}`, 'provincia'),
    ...opzionale(padre, `nazione${suffisso}`, 'nazione'),
  };
}

function nonVuoto(testo: string | undefined, massimo = 256): string | undefined {
  const pulito = testo === undefined ? '' : entro(testo, massimo);
  return pulito === '' ? undefined : pulito;
}
