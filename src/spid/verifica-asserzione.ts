import { esigiIstante, istante, SCARTO_MS } from './istanti.ts';
import { ATTRIBUTI_CHIESTI, BEARER, FORMATO_ENTITA, FORMATO_TRANSITORIO, livelloDi, SPAZI } from './nomi-saml.ts';
import { figliDi, type Nodo } from './nodo.ts';
import { esigi } from './rifiuto.ts';
import type { Asserita, Attesa } from './attesa.ts';

const { asserzione: A } = SPAZI;

/** The official checks on an assertion (33-99, 103). @throws RispostaRifiutata with the number of the check */
export function verificaAsserzione(asserzione: Nodo, attesa: Attesa): Omit<Asserita, 'messaggioId'> {
  const attributo = (nome: string): string => asserzione.attributi.get(nome) ?? '';
  esigi(attributo('ID') !== '', '33', 'Assertion without ID');
  esigi(attributo('Version') === '2.0', '35', 'Version of the Assertion is not 2.0');
  esigiIstante(attributo('IssueInstant'), attesa, { formato: '38', prima: '39', dopo: '40' });
  const nomeId = esigiSoggetto(asserzione, attesa);
  esigiEmittente(asserzione, attesa);
  esigiCondizioni(asserzione, attesa);
  return {
    asserzioneId: attributo('ID'),
    nomeId,
    ...autenticazione(asserzione, attesa),
    attributi: attributiDi(asserzione),
  };
}

/** 41-66. */
function esigiSoggetto(asserzione: Nodo, { fornitore, acs, richiesta, adesso }: Attesa): string {
  const [soggetto] = figliDi(asserzione, A, 'Subject');
  esigi(soggetto !== undefined && soggetto.figli.length > 0, '41', 'no Subject');
  const [nomeId] = figliDi(soggetto, A, 'NameID');
  esigi(nomeId !== undefined && nomeId.testo.trim() !== '', '43', 'no NameID');
  esigi(nomeId.attributi.get('Format') === FORMATO_TRANSITORIO, '47', 'Format of NameID');
  esigi(nomeId.attributi.get('NameQualifier') === fornitore, '48', 'NameQualifier of NameID');
  const [conferma] = figliDi(soggetto, A, 'SubjectConfirmation');
  esigi(conferma !== undefined && conferma.attributi.size + conferma.figli.length > 0, '51', 'no SubjectConfirmation');
  esigi(conferma.attributi.get('Method') === BEARER, '55', 'Method of SubjectConfirmation');
  const [dati] = figliDi(conferma, A, 'SubjectConfirmationData');
  esigi(dati !== undefined, '56', 'no SubjectConfirmationData');
  esigi(dati.attributi.get('Recipient') === acs, '59', 'Recipient is not our address');
  esigi(dati.attributi.get('InResponseTo') === richiesta.id, '62', 'InResponseTo of SubjectConfirmationData');
  const fino = istante(dati.attributi.get('NotOnOrAfter') ?? '');
  esigi(fino !== undefined, '65', 'NotOnOrAfter of SubjectConfirmationData is no UTC instant');
  esigi(fino > adesso.getTime() - SCARTO_MS, '66', 'SubjectConfirmationData is over');
  return nomeId.testo.trim();
}

/** 67-72. */
function esigiEmittente(asserzione: Nodo, { fornitore }: Attesa): void {
  const [emittente] = figliDi(asserzione, A, 'Issuer');
  esigi(emittente !== undefined && emittente.testo !== '', '68', 'no Issuer in the Assertion');
  esigi(emittente.testo === fornitore, '69', 'Issuer of the Assertion is not the provider that was asked');
  esigi(emittente.attributi.get('Format') === FORMATO_ENTITA, '72', 'Format of the Issuer of the Assertion');
}

/** 73-87. */
function esigiCondizioni(asserzione: Nodo, { entityId, adesso }: Attesa): void {
  const [condizioni] = figliDi(asserzione, A, 'Conditions');
  esigi(condizioni !== undefined && condizioni.attributi.size + condizioni.figli.length > 0, '73', 'no Conditions');
  const dal = istante(condizioni.attributi.get('NotBefore') ?? '');
  esigi(dal !== undefined, '77', 'NotBefore of Conditions is no UTC instant');
  esigi(dal <= adesso.getTime() + SCARTO_MS, '78', 'Conditions do not hold yet');
  const fino = istante(condizioni.attributi.get('NotOnOrAfter') ?? '');
  esigi(fino !== undefined, '81', 'NotOnOrAfter of Conditions is no UTC instant');
  esigi(fino > adesso.getTime() - SCARTO_MS, '82', 'Conditions hold no more');
  const [destinatari] = figliDi(condizioni, A, 'AudienceRestriction');
  esigi(destinatari !== undefined, '83', 'no AudienceRestriction');
  const nomi = figliDi(destinatari, A, 'Audience').map(({ testo }) => testo);
  esigi(nomi.length > 0 && !nomi.includes(''), '85', 'no Audience');
  esigi(nomi.includes(entityId), '87', 'the Audience is not us');
}

/** 88-97: a level below the one asked opens nothing (AB-30); a higher one does. */
function autenticazione(
  asserzione: Nodo,
  { richiesta, adesso }: Attesa,
): Pick<Asserita, 'livello' | 'autenticatoIl' | 'indiceSessione'> {
  const [dichiarazione] = figliDi(asserzione, A, 'AuthnStatement');
  esigi(dichiarazione !== undefined && dichiarazione.figli.length > 0, '88', 'no AuthnStatement');
  const [contesto] = figliDi(dichiarazione, A, 'AuthnContext');
  esigi(contesto !== undefined && contesto.figli.length > 0, '90', 'no AuthnContext');
  const classe = figliDi(contesto, A, 'AuthnContextClassRef')[0]?.testo ?? '';
  esigi(classe !== '', '92', 'no AuthnContextClassRef');
  const livello = livelloDi(classe);
  esigi(livello !== undefined, '97', 'AuthnContextClassRef is none of SPID');
  esigi(livello >= richiesta.livello, '94', `level ${livello} where ${richiesta.livello} was asked`);
  const quando = istante(dichiarazione.attributi.get('AuthnInstant') ?? '');
  esigi(quando !== undefined && quando <= adesso.getTime() + SCARTO_MS, 'authn-instant', 'AuthnInstant');
  // Above the first level the person authenticates anew for each request (ForceAuthn).
  const nuova = livello === 1 || quando >= richiesta.quando.getTime() - SCARTO_MS;
  esigi(nuova, 'authn-instant', 'an authentication of before the request');
  const indice = dichiarazione.attributi.get('SessionIndex');
  return {
    livello,
    autenticatoIl: new Date(quando).toISOString(),
    ...(indice !== undefined && indice !== '' && { indiceSessione: indice }),
  };
}

/** 98, 99, 103: all that was asked, each once and with a value; what was not asked is left where it is. */
function attributiDi(asserzione: Nodo): ReadonlyMap<string, string> {
  const scritti = figliDi(asserzione, A, 'AttributeStatement').flatMap((una) => figliDi(una, A, 'Attribute'));
  esigi(scritti.length > 0, '98', 'no Attribute');
  const coppie = scritti.map((uno) => {
    const valori = figliDi(uno, A, 'AttributeValue');
    return [uno.attributi.get('Name') ?? '', valori.length === 1 ? (valori[0]?.testo.trim() ?? '') : ''] as const;
  });
  esigi(
    coppie.every(([nome, valore]) => nome !== '' && valore !== ''),
    '99',
    'an Attribute without name or value',
  );
  const attributi = new Map(coppie);
  esigi(attributi.size === coppie.length, '103', 'an Attribute twice');
  for (const nome of ATTRIBUTI_CHIESTI) esigi(attributi.has(nome), '103', `${nome} is missing`);
  return attributi;
}
