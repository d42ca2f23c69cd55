import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import type { Operazione } from './operazione.ts';
import { problema } from './schemi/comuni.ts';

type Stato = 400 | 401 | 403 | 404 | 408 | 409 | 413 | 415 | 422 | 429 | 500 | 503;

/** What an error is called in the document, and what it says there. */
const ERRORI: Readonly<Record<Stato, readonly [string, string]>> = {
  400: ['RichiestaMalformata', 'La richiesta non è leggibile'],
  401: ['SenzaToken', 'Token mancante o non valido'],
  403: ['NonPermesso', 'Non permesso a questo token'],
  404: ['NonTrovato', 'Non c’è, o è di altri'],
  408: ['Fermata', 'Il corpo della richiesta si è fermato a metà: la linea si chiude, la richiesta si può ripetere'],
  409: ['Conflitto', 'Lo stato è cambiato nel frattempo, o la richiesta con questa chiave è ancora in corso'],
  413: ['TroppoGrande', 'Il corpo della richiesta è troppo grande, o non c’è più spazio per i file'],
  415: ['TipoNonAmmesso', 'Il corpo della richiesta non è del tipo giusto'],
  422: ['DatoSbagliato', 'Un dato non va bene: `campo` dice quale'],
  429: ['TroppeRichieste', 'Troppe richieste, o troppi file insieme'],
  500: ['ErroreInterno', 'C’è stato un problema nel servizio'],
  503: ['NonAdesso', 'Il servizio non può rispondere, o non può salvare, in questo momento'],
};

/** The statuses that the document explains. */
export const STATI_DOCUMENTATI: readonly number[] = Object.keys(ERRORI).map(Number);

type Intestazione = { description: string; schema: { type: 'string' | 'integer' } };

const RIPROVA: Record<string, Intestazione> = {
  'Retry-After': { description: 'Fra quanti secondi riprovare.', schema: { type: 'integer' } },
};
const INTESTAZIONI: Partial<Record<Stato, Record<string, Intestazione>>> = {
  401: { 'WWW-Authenticate': { description: 'Come farsi riconoscere.', schema: { type: 'string' } } },
  409: RIPROVA,
  429: RIPROVA,
  503: RIPROVA,
};

const PROBLEMA = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problema' } } };

/** Adds to the document the errors that operations refer to. */
export function registerErrors(registro: OpenAPIRegistry): void {
  registro.registerComponent('schemas', 'Problema', z.toJSONSchema(problema) as object);
  for (const [stato, [nome, description]] of Object.entries(ERRORI)) {
    const quale = Number(stato) as Stato;
    const headers = INTESTAZIONI[quale];
    registro.registerComponent('responses', nome, {
      description,
      ...(headers === undefined ? {} : { headers }),
      content: PROBLEMA,
    });
  }
}

/** The errors that an operation may answer with, for its place in the document. */
export function errorsOf(operazione: Operazione): Record<string, { $ref: string }> {
  const { chi, metodo, corpo, parametri } = operazione;
  const stati: readonly Stato[] = [
    400,
    ...(chi === 'tutti' ? [] : ([401, 403] as const)),
    ...(chi === 'datore' || parametri !== undefined ? ([404] as const) : []),
    ...(corpo === undefined ? [] : ([408, 413, 415] as const)),
    ...(chi !== 'tutti' && metodo !== 'get' ? ([409] as const) : []),
    ...([422, 429, 500, 503] as const),
  ];
  return Object.fromEntries(stati.map((stato) => [stato, { $ref: `#/components/responses/${ERRORI[stato][0]}` }]));
}
