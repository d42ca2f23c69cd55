import { al, type Pezzo, pezzo, senza } from './albero.ts';
import { CONTRAFFAZIONI } from './contraffazioni.ts';
import type { Guasto } from './guasto.ts';

const A = 'Assertion';
const DATI = `${A}/Subject/SubjectConfirmation/SubjectConfirmationData`;
const CONFERMA = `${A}/Subject/SubjectConfirmation`;
const CLASSE = `${A}/AuthnStatement/AuthnContext/AuthnContextClassRef`;
const PASSATO = '2018-01-01T00:00:00Z';
const FUTURO = '2099-01-01T00:00:00Z';

type Cambia = (risposta: Pezzo) => void;

/** Sets an attribute, or takes it away. */
function attributo(percorso: string, nome: string, valore?: string): Cambia {
  return (risposta) => {
    const dove = al(risposta, percorso);
    if (valore === undefined)
      dove.attributi = Object.fromEntries(Object.entries(dove.attributi).filter(([n]) => n !== nome));
    else dove.attributi[nome] = valore;
  };
}

function testo(percorso: string, valore: string): Cambia {
  return (risposta) => {
    const dove = al(risposta, percorso);
    dove.figli = [];
    dove.testo = valore;
  };
}

/** The element stays, with nothing in it and nothing said of it. */
function vuoto(percorso: string): Cambia {
  return (risposta) => {
    testo(percorso, '')(risposta);
    al(risposta, percorso).attributi = {};
  };
}

const togli =
  (percorso: string): Cambia =>
  (risposta) =>
    senza(risposta, percorso);

/** Of the official list, those about what is written: number, what, how. */
const SCRITTI: readonly (readonly [caso: string, titolo: string, cambia: Cambia, buono?: true])[] = [
  ['8', 'Response: ID non specificato', attributo('', 'ID', '')],
  ['9', 'Response: ID mancante', attributo('', 'ID')],
  ['10', 'Response: Version diverso da 2.0', attributo('', 'Version', '1.1')],
  ['11', 'Response: IssueInstant non specificato', attributo('', 'IssueInstant', '')],
  ['12', 'Response: IssueInstant mancante', attributo('', 'IssueInstant')],
  ['13', 'Response: IssueInstant di formato non corretto', attributo('', 'IssueInstant', '2026-01-01 10:00')],
  ['14', 'Response: IssueInstant precedente alla richiesta', attributo('', 'IssueInstant', PASSATO)],
  ['15', 'Response: IssueInstant successivo alla ricezione', attributo('', 'IssueInstant', FUTURO)],
  ['16', 'Response: InResponseTo non specificato', attributo('', 'InResponseTo', '')],
  ['17', 'Response: InResponseTo mancante', attributo('', 'InResponseTo')],
  ['18', 'Response: InResponseTo diverso dalla richiesta', attributo('', 'InResponseTo', '_diverso')],
  ['19', 'Response: Destination non specificato', attributo('', 'Destination', '')],
  ['20', 'Response: Destination mancante', attributo('', 'Destination')],
  ['21', 'Response: Destination diverso', attributo('', 'Destination', 'https://altrove.example/acs')],
  ['22', 'Response: Status non specificato', vuoto('Status')],
  ['23', 'Response: Status mancante', togli('Status')],
  ['24', 'Response: StatusCode non specificato', vuoto('Status/StatusCode')],
  ['26', 'Response: StatusCode diverso da Success', attributo('Status/StatusCode', 'Value', 'urn:x:non-valido')],
  ['27', 'Response: Issuer non specificato', testo('Issuer', '')],
  ['28', 'Response: Issuer mancante', togli('Issuer')],
  ['29', 'Response: Issuer diverso dal gestore', testo('Issuer', 'https://altro.example')],
  ['30', 'Response: Format di Issuer diverso', attributo('Issuer', 'Format', 'urn:x:altro')],
  ['31', 'Response: Format di Issuer omesso', attributo('Issuer', 'Format'), true],
  ['32', 'Response: Assertion mancante', togli(A)],
  ['33', 'Assertion: ID non specificato', attributo(A, 'ID', '')],
  ['34', 'Assertion: ID mancante', attributo(A, 'ID')],
  ['35', 'Assertion: Version diverso da 2.0', attributo(A, 'Version', '1.1')],
  ['36', 'Assertion: IssueInstant non specificato', attributo(A, 'IssueInstant', '')],
  ['37', 'Assertion: IssueInstant mancante', attributo(A, 'IssueInstant')],
  ['38', 'Assertion: IssueInstant di formato non corretto', attributo(A, 'IssueInstant', '01/01/2026')],
  ['39', 'Assertion: IssueInstant precedente alla richiesta', attributo(A, 'IssueInstant', PASSATO)],
  ['40', 'Assertion: IssueInstant successivo', attributo(A, 'IssueInstant', FUTURO)],
  ['41', 'Assertion: Subject non specificato', vuoto(`${A}/Subject`)],
  ['42', 'Assertion: Subject mancante', togli(`${A}/Subject`)],
  ['43', 'Assertion: NameID non specificato', testo(`${A}/Subject/NameID`, '')],
  ['44', 'Assertion: NameID mancante', togli(`${A}/Subject/NameID`)],
  ['45', 'Assertion: Format di NameID non specificato', attributo(`${A}/Subject/NameID`, 'Format', '')],
  ['46', 'Assertion: Format di NameID mancante', attributo(`${A}/Subject/NameID`, 'Format')],
  ['47', 'Assertion: Format di NameID diverso', attributo(`${A}/Subject/NameID`, 'Format', 'urn:x:altro')],
  ['48', 'Assertion: NameQualifier non specificato', attributo(`${A}/Subject/NameID`, 'NameQualifier', '')],
  ['49', 'Assertion: NameQualifier mancante', attributo(`${A}/Subject/NameID`, 'NameQualifier')],
  ['51', 'Assertion: SubjectConfirmation non specificato', vuoto(CONFERMA)],
  ['52', 'Assertion: SubjectConfirmation mancante', togli(CONFERMA)],
  ['53', 'Assertion: Method non specificato', attributo(CONFERMA, 'Method', '')],
  ['54', 'Assertion: Method mancante', attributo(CONFERMA, 'Method')],
  ['55', 'Assertion: Method diverso', attributo(CONFERMA, 'Method', 'urn:oasis:names:tc:SAML:2.0:cm:holder-of-key')],
  ['56', 'Assertion: SubjectConfirmationData mancante', togli(DATI)],
  ['57', 'Assertion: Recipient non specificato', attributo(DATI, 'Recipient', '')],
  ['58', 'Assertion: Recipient mancante', attributo(DATI, 'Recipient')],
  ['59', 'Assertion: Recipient diverso', attributo(DATI, 'Recipient', 'https://altrove.example/acs')],
  ['60', 'Assertion: InResponseTo non specificato', attributo(DATI, 'InResponseTo', '')],
  ['61', 'Assertion: InResponseTo mancante', attributo(DATI, 'InResponseTo')],
  ['62', 'Assertion: InResponseTo diverso', attributo(DATI, 'InResponseTo', '_diverso')],
  ['63', 'SubjectConfirmationData: NotOnOrAfter non specificato', attributo(DATI, 'NotOnOrAfter', '')],
  ['64', 'SubjectConfirmationData: NotOnOrAfter mancante', attributo(DATI, 'NotOnOrAfter')],
  ['65', 'SubjectConfirmationData: NotOnOrAfter di formato non corretto', attributo(DATI, 'NotOnOrAfter', '2099')],
  ['66', 'SubjectConfirmationData: NotOnOrAfter passato', attributo(DATI, 'NotOnOrAfter', PASSATO)],
  ['67', 'Assertion: Issuer non specificato', testo(`${A}/Issuer`, '')],
  ['68', 'Assertion: Issuer mancante', togli(`${A}/Issuer`)],
  ['69', 'Assertion: Issuer diverso dal gestore', testo(`${A}/Issuer`, 'https://altro.example')],
  ['70', 'Assertion: Format di Issuer non specificato', attributo(`${A}/Issuer`, 'Format', '')],
  ['71', 'Assertion: Format di Issuer mancante', attributo(`${A}/Issuer`, 'Format')],
  ['72', 'Assertion: Format di Issuer diverso', attributo(`${A}/Issuer`, 'Format', 'urn:x:altro')],
  ['73', 'Assertion: Conditions non specificato', vuoto(`${A}/Conditions`)],
  ['74', 'Assertion: Conditions mancante', togli(`${A}/Conditions`)],
  ['75', 'Conditions: NotBefore non specificato', attributo(`${A}/Conditions`, 'NotBefore', '')],
  ['76', 'Conditions: NotBefore mancante', attributo(`${A}/Conditions`, 'NotBefore')],
  ['77', 'Conditions: NotBefore di formato non corretto', attributo(`${A}/Conditions`, 'NotBefore', 'ieri')],
  ['78', 'Conditions: NotBefore futuro', attributo(`${A}/Conditions`, 'NotBefore', FUTURO)],
  ['79', 'Conditions: NotOnOrAfter non specificato', attributo(`${A}/Conditions`, 'NotOnOrAfter', '')],
  ['80', 'Conditions: NotOnOrAfter mancante', attributo(`${A}/Conditions`, 'NotOnOrAfter')],
  ['81', 'Conditions: NotOnOrAfter di formato non corretto', attributo(`${A}/Conditions`, 'NotOnOrAfter', 'domani')],
  ['82', 'Conditions: NotOnOrAfter passato', attributo(`${A}/Conditions`, 'NotOnOrAfter', PASSATO)],
  ['83', 'Conditions: AudienceRestriction non specificato', vuoto(`${A}/Conditions/AudienceRestriction`)],
  ['84', 'Conditions: AudienceRestriction mancante', togli(`${A}/Conditions/AudienceRestriction`)],
  ['85', 'Conditions: Audience non specificato', testo(`${A}/Conditions/AudienceRestriction/Audience`, '')],
  ['86', 'Conditions: Audience mancante', togli(`${A}/Conditions/AudienceRestriction/Audience`)],
  [
    '87',
    'Conditions: Audience diverso',
    testo(`${A}/Conditions/AudienceRestriction/Audience`, 'https://altro.example'),
  ],
  ['88', 'Assertion: AuthnStatement non specificato', vuoto(`${A}/AuthnStatement`)],
  ['89', 'Assertion: AuthnStatement mancante', togli(`${A}/AuthnStatement`)],
  ['90', 'Assertion: AuthnContext non specificato', vuoto(`${A}/AuthnStatement/AuthnContext`)],
  ['91', 'Assertion: AuthnContext mancante', togli(`${A}/AuthnStatement/AuthnContext`)],
  ['92', 'Assertion: AuthnContextClassRef non specificato', testo(CLASSE, '')],
  ['93', 'Assertion: AuthnContextClassRef mancante', togli(CLASSE)],
  ['94', 'Assertion: livello 1', testo(CLASSE, 'https://www.spid.gov.it/SpidL1')],
  ['95', 'Assertion: livello 2', testo(CLASSE, 'https://www.spid.gov.it/SpidL2'), true],
  ['96', 'Assertion: livello 3', testo(CLASSE, 'https://www.spid.gov.it/SpidL3'), true],
  ['97', 'Assertion: livello non previsto', testo(CLASSE, 'urn:oasis:names:tc:SAML:2.0:ac:classes:SpidL1')],
  ['98', 'Assertion: nessun Attribute', testo(`${A}/AttributeStatement`, '')],
  ['99', 'Assertion: Attribute non specificato', vuoto(`${A}/AttributeStatement/Attribute`)],
  ['103', 'Assertion: attributi diversi da quelli chiesti', soloAltri],
  ['109', 'Attributi senza NameFormat', senzaNameFormat, true],
  ['110', 'Response: IssueInstant con millisecondi', conMillisecondi, true],
];

function soloAltri(risposta: Pezzo): void {
  const altro = pezzo('saml:Attribute', { Name: 'spidCode' }, [pezzo('saml:AttributeValue', {}, 'PROV0000000001')]);
  al(risposta, `${A}/AttributeStatement`).figli = [altro];
}

function senzaNameFormat(risposta: Pezzo): void {
  for (const { attributi } of al(risposta, `${A}/AttributeStatement`).figli) delete attributi['NameFormat'];
}

function conMillisecondi(risposta: Pezzo): void {
  const { attributi } = risposta;
  attributi['IssueInstant'] = (attributi['IssueInstant'] ?? '').replace('Z', '.123Z');
}

const FIRME: readonly Guasto[] = [
  { caso: '2', titolo: 'Response non firmata', firme: { asserzione: 'sua', risposta: 'nessuna' } },
  { caso: '3', titolo: 'Assertion non firmata', firme: { asserzione: 'nessuna', risposta: 'sua' } },
  { caso: '4', titolo: 'Response: firma di un altro', firme: { asserzione: 'sua', risposta: 'altra' } },
  { caso: '100', titolo: 'Assertion: firma di un altro', firme: { asserzione: 'altra', risposta: 'sua' } },
  { caso: 'altro-gestore', titolo: 'Tutto firmato da un altro', firme: { asserzione: 'altra', risposta: 'altra' } },
  { caso: 'nessuna-firma', titolo: 'Nessuna firma', firme: { asserzione: 'nessuna', risposta: 'nessuna' } },
];

/** Every way in which an answer can be wrong; 1 is the good one. */
export const GUASTI: readonly Guasto[] = [
  { caso: '1', titolo: 'Response corretta', buono: true },
  ...FIRME,
  ...SCRITTI.map(([caso, titolo, cambia, buono]) => ({ caso, titolo, cambia, ...(buono && { buono }) })),
  ...CONTRAFFAZIONI,
];
