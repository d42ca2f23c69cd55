import { randomBytes } from 'node:crypto';
import { parseCodiceFiscale } from '../anagrafe/codice-fiscale.ts';
import type { VerifiedIdentity } from '../accesso/contesto.ts';
import { XmlRifiutato } from '../pagopa/xml/xml-rifiutato.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import type { Asserita, Attesa } from './attesa.ts';
import type { DipendenzeSpid } from './dipendenze.ts';
import { asserzioneFirmata } from './firme.ts';
import { impronta } from './impronta.ts';
import { leggiSaml, type Nodo } from './nodo.ts';
import type { RichiestaInviata } from './porte.ts';
import { esigi, RispostaRifiutata } from './rifiuto.ts';
import { AnomaliaSpid, type Arrivo } from './servizio-spid.ts';
import { anomaliaDellaRisposta, asserita, inRispostaA, verificaRisposta } from './verifica-risposta.ts';

/** Between the answer and the browser's coming in. */
const CONSEGNA_MS = 60_000;

/** See `ServizioSpid.ricevi`: looks everything up before it believes anything, and uses a request up only for a good answer. */
export async function riceviRisposta(
  dip: DipendenzeSpid,
  { samlResponse, relayState }: { readonly samlResponse: string; readonly relayState: string },
): Promise<string> {
  const xml = Buffer.from(samlResponse, 'base64').toString('utf8');
  const risposta = leggi(xml);
  const quando = dip.clock.now();
  const richiesta = await dip.repository.inAttesa(inRispostaA(risposta), quando.toISOString());
  esigi(richiesta !== undefined, '18', 'no request of ours waits for this answer');
  const annota = (esito: string): Promise<void> =>
    dip.repository.annota({
      richiestaId: richiesta.id,
      tipo: 'risposta',
      quando: quando.toISOString(),
      fornitore: richiesta.fornitore,
      esito,
      chiuso: dip.sigillo.chiudi(xml, richiesta.id),
    });
  try {
    esigi(relayState === richiesta.relay, 'relay-state', 'RelayState is not the one of the request');
    const codice = await accogli(dip, { xml, risposta, richiesta, quando });
    await annota('riuscita');
    return codice;
  } catch (errore) {
    if (errore instanceof RispostaRifiutata) await annota(errore.caso);
    if (errore instanceof AnomaliaSpid) await annota(`anomalia-${errore.codice}`);
    throw errore;
  }
}

function leggi(xml: string): Nodo {
  try {
    return leggiSaml(xml);
  } catch (errore) {
    if (errore instanceof XmlRifiutato) throw new RispostaRifiutata(`xml-${errore.motivo}`, 'not read');
    throw errore;
  }
}

/** @returns the code for the browser */
async function accogli(
  dip: DipendenzeSpid,
  arrivata: {
    readonly xml: string;
    readonly risposta: Nodo;
    readonly richiesta: RichiestaInviata;
    readonly quando: Date;
  },
): Promise<string> {
  const { xml, risposta, richiesta, quando } = arrivata;
  const anomalia = anomaliaDellaRisposta(risposta);
  if (anomalia !== undefined) {
    esigi(await dip.repository.negata(richiesta.id), '18', 'an answer came before');
    throw new AnomaliaSpid(anomalia);
  }
  const fornitore = dip.fornitori.find(({ entityId }) => entityId === richiesta.fornitore);
  esigi(fornitore !== undefined, '29', 'the provider is trusted no more');
  const attesa: Attesa = {
    richiesta: { id: richiesta.id, quando: new Date(richiesta.creataIl), livello: richiesta.livello },
    fornitore: fornitore.entityId,
    entityId: dip.servizio.entityId,
    acs: dip.servizio.acs,
    adesso: quando,
  };
  verificaRisposta(risposta, attesa);
  const asserzione = await asserzioneFirmata(xml, risposta, fornitore.certificati);
  const letta = asserita(risposta, asserzione, attesa);
  const arrivo = toArrivo(letta, richiesta);
  const stessa = richiesta.persona === undefined || richiesta.persona === dip.pseudonimo(arrivo.identita.cf);
  esigi(stessa, 'altra-persona', 'somebody else answered a step-up');
  const codice = randomBytes(24).toString('base64url');
  const presa = await dip.repository.risposta(richiesta.id, {
    asserzione: `${fornitore.entityId} ${letta.asserzioneId}`,
    codice: impronta(codice),
    entro: new Date(quando.getTime() + CONSEGNA_MS).toISOString(),
    identita: dip.sigillo.chiudi(JSON.stringify(arrivo), richiesta.id),
  });
  esigi(presa, 'ripetuta', 'answer or assertion used before');
  return codice;
}

/** The one record behind which nobody knows SAML. @throws RispostaRifiutata for a codice fiscale that is none */
function toArrivo(letta: Asserita, { id, fornitore }: RichiestaInviata): Arrivo {
  const attributo = (nome: string): string => letta.attributi.get(nome) ?? '';
  const identita: VerifiedIdentity = {
    cf: codiceFiscaleDi(attributo('fiscalNumber')),
    name: attributo('name'),
    familyName: attributo('familyName'),
    birthDate: attributo('dateOfBirth'),
    scheme: 'SPID',
    loa: letta.livello,
    dispositive: letta.livello >= 2,
    idpEntityId: fornitore,
    subjectId: letta.nomeId,
    authnInstant: letta.autenticatoIl,
    messageId: letta.messaggioId,
    evidenceRef: id,
  };
  esigi(/^\d{4}-\d{2}-\d{2}$/.test(identita.birthDate), '103', 'dateOfBirth is no date');
  const { indiceSessione } = letta;
  return {
    identita,
    uscita: { nomeId: letta.nomeId, ...(indiceSessione !== undefined && { indice: indiceSessione }) },
  };
}

function codiceFiscaleDi(scritto: string): string {
  try {
    return parseCodiceFiscale(scritto.replace(/^TINIT-/i, ''));
  } catch (errore) {
    if (errore instanceof ErroreDati) throw new RispostaRifiutata('103', 'fiscalNumber is no codice fiscale');
    throw errore;
  }
}
