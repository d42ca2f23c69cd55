import type { Atto, RegistroAtti } from '../accesso/atti.ts';
import type { Contesto } from '../accesso/contesto.ts';
import type { Clock } from '../valori/clock.ts';
import type { Connessione } from './connessione.ts';
import { insertOf, istruzione } from './istruzione.ts';
import { testo } from './righe.ts';

/** Turns a codice fiscale into what the register may keep: the same person, the same text, and no way back. */
export type Pseudonimo = (codiceFiscale: string) => string;

const COLONNE = [
  'quando',
  'azione',
  'attore',
  'datore_id',
  'autorita',
  'oggetto_tipo',
  'oggetto_id',
  'dettaglio',
] as const;
const REGISTRA = istruzione<(typeof COLONNE)[number]>((q, v) => insertOf(q, 'atti', COLONNE, v));

const ULTIMI = istruzione<'azione' | 'tipo' | 'id'>((q, v) =>
  q('atti')
    .select('quando')
    .where({ oggetto_tipo: v('tipo'), oggetto_id: v('id'), azione: v('azione') })
    .orderBy('id', 'desc')
    .limit(2),
);

export function createRegistroAtti(db: Connessione, clock: Clock, pseudonimo: Pseudonimo): RegistroAtti {
  return {
    async ultimi(azione, { tipo, id }) {
      const righe = await db.righe(ULTIMI({ azione, tipo, id }));
      return righe.map((riga) => testo(riga, 'quando'));
    },
    async registra(atto: Atto) {
      await db.scritte(
        REGISTRA({
          quando: clock.now().toISOString(),
          azione: atto.azione,
          attore: JSON.stringify(attore(atto.contesto, pseudonimo)),
          datore_id: atto.contesto?.subject.datoreId ?? null,
          autorita: JSON.stringify(atto.contesto?.authority ?? { tipo: 'nodo' }),
          oggetto_tipo: atto.oggetto.tipo,
          oggetto_id: atto.oggetto.id,
          dettaglio: JSON.stringify(atto.dettaglio ?? {}),
        }),
      );
    },
  };
}

function attore(contesto: Contesto | undefined, pseudonimo: Pseudonimo): Record<string, string | number> {
  if (contesto === undefined) return { tipo: 'nodo' };
  const { actor } = contesto;
  if (actor.tipo !== 'identita') return { ...actor };
  const { cf, scheme, loa, evidenceRef } = actor.identita;
  return { tipo: 'identita', persona: pseudonimo(cf), scheme, loa, evidenceRef };
}
