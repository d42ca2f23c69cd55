import { codiceAnomalia } from './anomalie.ts';
import type { Asserita, Attesa } from './attesa.ts';
import { verificaAsserzione } from './verifica-asserzione.ts';
import { FORMATO_ENTITA, SPAZI, STATO_RIUSCITO } from './nomi-saml.ts';
import { figliDi, type Nodo } from './nodo.ts';
import { esigi } from './rifiuto.ts';
import { esigiIstante } from './istanti.ts';

const { protocollo: P, asserzione: A } = SPAZI;

/** The request that a response says it answers: not trusted, only looked up. */
export function inRispostaA(risposta: Nodo): string {
  return risposta.attributi.get('InResponseTo') ?? '';
}

/**
 * Whether a response says that the person was not let in. Such a response may be unsigned: it opens nothing.
 * @returns the official code, or 0 when there is none; undefined when the response claims success
 */
export function anomaliaDellaRisposta(risposta: Nodo): number | undefined {
  const [stato] = figliDi(risposta, P, 'Status');
  const codice = figliDi(stato, P, 'StatusCode')[0]?.attributi.get('Value');
  if (codice === undefined || codice === '' || codice === STATO_RIUSCITO) return undefined;
  return codiceAnomalia(figliDi(stato, P, 'StatusMessage')[0]?.testo ?? '') ?? 0;
}

/**
 * The official checks on the envelope (8-32), those that can be done before its signature.
 * @throws RispostaRifiutata with the number of the check
 */
export function verificaRisposta(risposta: Nodo, attesa: Attesa): void {
  const attributo = (nome: string): string => risposta.attributi.get(nome) ?? '';
  esigi(risposta.nome === 'Response' && risposta.spazio === P, 'busta', 'not a Response');
  esigi(attributo('ID') !== '', '8', 'Response without ID');
  esigi(attributo('Version') === '2.0', '10', 'Version is not 2.0');
  esigiIstante(attributo('IssueInstant'), attesa, { formato: '13', prima: '14', dopo: '15' });
  esigi(attributo('InResponseTo') === attesa.richiesta.id, '18', 'InResponseTo is not our request');
  esigi(attributo('Destination') === attesa.acs, '21', 'Destination is not our address');
  const [stato, ...altri] = figliDi(risposta, P, 'Status');
  esigi(stato !== undefined && altri.length === 0, '22', 'no Status');
  const codice = figliDi(stato, P, 'StatusCode')[0]?.attributi.get('Value') ?? '';
  esigi(codice !== '', '24', 'no StatusCode');
  esigi(codice === STATO_RIUSCITO, '26', 'StatusCode is not Success');
  const [emittente] = figliDi(risposta, A, 'Issuer');
  esigi(emittente !== undefined && emittente.testo !== '', '27', 'no Issuer');
  esigi(emittente.testo === attesa.fornitore, '29', 'Issuer is not the provider that was asked');
  esigi((emittente.attributi.get('Format') ?? FORMATO_ENTITA) === FORMATO_ENTITA, '30', 'Format of Issuer');
  esigi(figliDi(risposta, A, 'Assertion').length === 1, '32', 'not exactly one Assertion');
}

/** The checks on the assertion, read from the signed bytes. @throws RispostaRifiutata */
export function asserita(risposta: Nodo, asserzione: Nodo, attesa: Attesa): Asserita {
  return { messaggioId: risposta.attributi.get('ID') ?? '', ...verificaAsserzione(asserzione, attesa) };
}
