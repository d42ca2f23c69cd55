import type { Clock } from '../valori/clock.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { LIMITI_ACCESSO, waitOf } from './limiti.ts';
import type { Contatore, RepositoryLimiti } from './porte.ts';
import type { Pseudonimo } from './pseudonimo.ts';
import { provenienza } from './rete.ts';

/** The counters of one attempt. */
export interface Tentativo {
  /** It was good: it does not count, and the pair starts anew. */
  riuscito(): Promise<void>;
}

interface Dipendenze {
  readonly limiti: RepositoryLimiti;
  readonly pseudonimo: Pseudonimo;
  readonly clock: Clock;
}

/** How keys of the counters begin. Neither a codice fiscale nor an address stands in them. */
export const CHIAVI = {
  coppia: 'coppia:',
  indirizzo: 'indirizzo:',
  persona: 'persona:',
  tutti: 'tutti',
  rete: 'rete:',
};

/** Lets a person's counters go: somebody has shown to be that person, or an operator says so. */
export function forgetPerson(
  { limiti, pseudonimo }: Pick<Dipendenze, 'limiti' | 'pseudonimo'>,
  codiceFiscale: string,
): Promise<void> {
  const persona = pseudonimo(codiceFiscale);
  return limiti.azzera([CHIAVI.persona + persona, `${CHIAVI.coppia}${persona}:`]);
}

/**
 * Counts an attempt as failed before it is looked at, so that many at the same moment cannot pass together; `riuscito` takes
 * it back.
 * @throws ErroreDati `troppi-tentativi` (429) when who tries has to wait; the attempt then counts for nothing
 */
export async function countAttempt(dip: Dipendenze, codiceFiscale: string, ip: string): Promise<Tentativo> {
  const { limiti, clock } = dip;
  const adesso = clock.now().getTime();
  const chiavi = keysOf(dip.pseudonimo, codiceFiscale, ip);
  const { attesa, prima } = await limiti.aggiorna(chiavi, (letti) => {
    const contatori = letti.map((uno) => remembered(uno, adesso));
    const secondi = waitOf(contatori, adesso);
    if (secondi > 0) return { esito: { attesa: secondi, prima: contatori } };
    const dopo = contatori.map(({ falliti }) => ({ falliti: falliti + 1, ultimo: adesso }));
    return { contatori: dopo, esito: { attesa: 0, prima: contatori } };
  });
  if (attesa > 0) throw tooMany(attesa);
  if (((prima[3]?.falliti ?? 0) + 1) % 100 === 0) await limiti.dimentica(adesso - OBLIO_MS);
  return { riuscito: () => takeBack(limiti, chiavi, prima, adesso) };
}

const OBLIO_MS = LIMITI_ACCESSO.oblioMinuti * 60_000;

/** In this order everywhere: pair, address, person, everybody, and for IPv6 the network. */
function keysOf(pseudonimo: Pseudonimo, codiceFiscale: string, ip: string): readonly string[] {
  const { indirizzo, rete } = provenienza(ip);
  const [persona, da] = [pseudonimo(codiceFiscale), pseudonimo(indirizzo)];
  return [
    `${CHIAVI.coppia}${persona}:${da}`,
    CHIAVI.indirizzo + da,
    CHIAVI.persona + persona,
    CHIAVI.tutti,
    ...(rete === undefined ? [] : [CHIAVI.rete + pseudonimo(rete)]),
  ];
}

function remembered(contatore: Contatore, adesso: number): Contatore {
  return adesso - contatore.ultimo >= OBLIO_MS ? { falliti: 0, ultimo: 0 } : contatore;
}

/** What others have added meanwhile stays. */
async function takeBack(
  limiti: RepositoryLimiti,
  chiavi: readonly string[],
  prima: readonly Contatore[],
  quando: number,
): Promise<void> {
  await limiti.aggiorna(chiavi, (ora) => ({
    contatori: ora.map(({ falliti, ultimo }, indice) => ({
      falliti: indice === 0 ? 0 : Math.max(0, falliti - 1),
      ultimo: ultimo === quando ? (prima[indice]?.ultimo ?? 0) : ultimo,
    })),
    esito: undefined,
  }));
}

function tooMany(secondi: number): ErroreDati {
  const quanto =
    secondi < 60 ? `${secondi} secondi` : secondi < 120 ? 'un minuto' : `${Math.ceil(secondi / 60)} minuti`;
  return new ErroreDati('troppi-tentativi', { quanto, riprovaFra: secondi });
}
