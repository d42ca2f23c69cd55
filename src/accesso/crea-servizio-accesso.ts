import { createHash, randomBytes } from 'node:crypto';
import { type CodiceFiscale, parseCodiceFiscale } from '../anagrafe/codice-fiscale.ts';
import { parseCodiceRapporto } from '../anagrafe/codice-rapporto.ts';
import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import type { Clock } from '../valori/clock.ts';
import { ErroreDati, NonTrovato } from '../valori/errore-dati.ts';
import { newId } from '../valori/new-id.ts';
import type { Contesto } from './contesto.ts';
import { CHIAVI, countAttempt, forgetPerson } from './conta-tentativo.ts';
import { contextsOfWorker, enterWithIdentity } from './entra-con-identita.ts';
import { LIMITI_ACCESSO } from './limiti.ts';
import type { ArchivioAccesso } from './porte.ts';
import type { Pseudonimo } from './pseudonimo.ts';
import type { IdentitaSimulata, ServizioAccesso, StatoAccessi, TokenApi } from './servizio-accesso.ts';

export interface DipendenzeAccesso {
  readonly archivio: ArchivioAccesso;
  readonly pseudonimo: Pseudonimo;
  readonly clock: Clock;
  readonly identitaSimulate: () => readonly IdentitaSimulata[];
}

/** Start of every token's secret, so that one that leaks is recognised for what it is. */
const PREFISSO_SEGRETO = 'trimestre_';

export function createServizioAccesso(dip: DipendenzeAccesso): ServizioAccesso {
  const { archivio, clock } = dip;
  const { token: tokens, atti, posizioni } = archivio;
  return {
    accessoConCodiceRapporto: (codiceFiscale, codice, ip) => enterWithCode(dip, codiceFiscale, codice, ip),
    accessoConIdentita: (identita) => enterWithIdentity(dip, identita),
    contestiDelLavoratore: (identita) => contextsOfWorker(posizioni, identita),
    accessoPrecedente: async ({ authority, subject }) => {
      const oggetto =
        authority.tipo === 'codice-rapporto'
          ? ({ tipo: 'rapporto', id: authority.rapportoId } as const)
          : ({ tipo: 'datore', id: subject.datoreId } as const);
      return (await atti.ultimi('accesso', oggetto))[1];
    },
    identitaSimulate: () => dip.identitaSimulate(),
    statoAccessi: () => stateOfAttempts(dip),
    async sbloccaAccesso(codiceFiscaleScritto) {
      const codiceFiscale = parseCodiceFiscale(codiceFiscaleScritto, 'datore');
      const datoreId = await posizioni.datoreConCodiceFiscale(codiceFiscale);
      if (datoreId === undefined) throw new NonTrovato('Datore di lavoro');
      await forgetPerson({ limiti: archivio.limiti, pseudonimo: dip.pseudonimo }, codiceFiscale);
      await atti.registra({ azione: 'accesso-sbloccato', oggetto: { tipo: 'datore', id: datoreId } });
    },
    async creaToken(nome, datoreId) {
      const token: TokenApi = { id: newId(), nome, ...(datoreId !== undefined && { datoreId }) };
      const segreto = PREFISSO_SEGRETO + randomBytes(32).toString('base64url');
      await tokens.inserisci({ ...token, impronta: fingerprint(segreto), creatoIl: clock.now().toISOString() });
      await atti.registra({ azione: 'token-creato', oggetto: { tipo: 'token', id: token.id }, dettaglio: { nome } });
      return { token, segreto };
    },
    async revocaToken(id) {
      if (!(await tokens.revoca(id, clock.now().toISOString()))) throw new NonTrovato('Token');
      await atti.registra({ azione: 'token-revocato', oggetto: { tipo: 'token', id } });
    },
    elencoToken: () => tokens.elenco(),
    verificaToken: async (segreto) => (isSegreto(segreto) ? tokens.conImpronta(fingerprint(segreto)) : undefined),
    async accessoConToken(segreto, codiceFiscaleDatore) {
      const letto = codiceFiscaleDatore === undefined ? undefined : orError(codiceFiscaleDatore);
      const chiesto = typeof letto === 'string' ? letto : '';
      const trovato = isSegreto(segreto) ? await tokens.conDatore(fingerprint(segreto), chiesto) : undefined;
      if (trovato === undefined) return undefined;
      // Who has no token is told nothing of what else is wrong.
      if (letto instanceof Error) throw letto;
      const { token } = trovato;
      if (letto === undefined) {
        return { token, ...(token.datoreId !== undefined && { contesto: operatore(token.nome, token.datoreId) }) };
      }
      const suo = token.datoreId === undefined || token.datoreId === trovato.datoreId;
      return { token, contesto: operatore(token.nome, suo ? trovato.datoreId : undefined) };
    },
    async accessoOperatore(nome, codiceFiscaleDatore) {
      return operatore(nome, await posizioni.datoreConCodiceFiscale(parseCodiceFiscale(codiceFiscaleDatore, 'datore')));
    },
  };
}

function orError(codiceFiscaleDatore: string): CodiceFiscale | ErroreDati {
  try {
    return parseCodiceFiscale(codiceFiscaleDatore, 'datore');
  } catch (errore) {
    if (errore instanceof ErroreDati) return errore;
    throw errore;
  }
}

function isSegreto(scritto: string): boolean {
  return scritto.length <= 100 && scritto.startsWith(PREFISSO_SEGRETO);
}

/** @throws NonTrovato */
function operatore(nome: string, datoreId: Id | undefined): Contesto {
  if (datoreId === undefined) throw new NonTrovato('Datore di lavoro');
  return { actor: { tipo: 'sistema', nome }, subject: { datoreId }, authority: { tipo: 'operatore' } };
}

async function enterWithCode(
  dip: DipendenzeAccesso,
  codiceFiscaleScritto: string,
  codiceScritto: string,
  ip: string,
): Promise<Contesto> {
  const codiceFiscale = parseCodiceFiscale(codiceFiscaleScritto, 'codiceFiscale');
  const codice = parseCodiceRapporto(codiceScritto, 'codiceRapporto');
  const { limiti, posizioni, atti } = dip.archivio;
  const tentativo = await countAttempt({ limiti, pseudonimo: dip.pseudonimo, clock: dip.clock }, codiceFiscale, ip);
  const trovato = await posizioni.rapportoDelDatore(codiceFiscale, codice);
  if (trovato === undefined) throw notRecognised();
  await tentativo.riuscito();
  const { datoreId, rapportoId } = trovato;
  const contesto: Contesto = {
    actor: { tipo: 'codice-rapporto' },
    subject: { datoreId },
    authority: { tipo: 'codice-rapporto', rapportoId },
  };
  await atti.registra({ azione: 'accesso', contesto, oggetto: { tipo: 'rapporto', id: rapportoId } });
  return contesto;
}

async function stateOfAttempts({ archivio, clock }: DipendenzeAccesso): Promise<StatoAccessi> {
  const { limiti } = archivio;
  const dal = clock.now().getTime() - LIMITI_ACCESSO.oblioMinuti * 60_000 + 1;
  const [tutti, persone, indirizzi] = await Promise.all([
    limiti.conta(CHIAVI.tutti, { dal, almeno: 1 }),
    limiti.conta(CHIAVI.persona, { dal, almeno: LIMITI_ACCESSO.persona }),
    limiti.conta(CHIAVI.indirizzo, { dal, almeno: LIMITI_ACCESSO.indirizzo.liberi }),
  ]);
  const { falliti } = tutti;
  return {
    falliti,
    personeSottoTentativi: persone.quanti,
    indirizziFermati: indirizzi.quanti,
    allarme: falliti >= LIMITI_ACCESSO.inTutto || persone.quanti > 0,
  };
}

function fingerprint(segreto: string): string {
  return createHash('sha256').update(segreto).digest('hex');
}

/** One sentence for all that may be wrong: nothing of what exists shows through. */
function notRecognised(): ErroreDati {
  return new ErroreDati('accesso-non-riconosciuto');
}
