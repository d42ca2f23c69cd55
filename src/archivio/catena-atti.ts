import type { Knex } from 'knex';
import { type AttoScritto, type Rottura, sigillaAtti, type Sigillo, Verifica } from '../accesso/catena.ts';
import { intero, type Riga, testo, testoSe } from './righe.ts';
import { unaAllaVolta } from './una-alla-volta.ts';

/** How the chain stands. */
export interface StatoCatena {
  readonly sigillati: number;
  /** Acts that the next round will seal. */
  readonly daSigillare: number;
  /** The last seal: whoever notes it elsewhere will notice a chain that was cut or written anew. */
  readonly ultimo: Sigillo | undefined;
  readonly rotture: readonly Rottura[];
}

/** The chain over the register of acts (abuse case AB-54). */
export interface CatenaAtti {
  /** Seals the acts that are not yet. @returns the chain's last seal when some were sealed */
  sigilla(adesso: Date): Promise<Sigillo | undefined>;
  /** Reads the whole register along its chain. */
  verifica(): Promise<StatoCatena>;
  /** The seal of this number, if there is one. */
  sigillo(numero: number): Promise<Sigillo | undefined>;
}

const PAGINA = 500;
/** Numbers are given before a transaction ends: an act may appear after others that bear a higher one. */
const IN_RITARDO = 10_000;
const COLONNE_ATTO = [
  'atti.id',
  'quando',
  'azione',
  'attore',
  'datore_id',
  'autorita',
  'oggetto_tipo',
  'oggetto_id',
  'dettaglio',
];
const COLONNE_SIGILLO = ['numero', 'atto_id', 'impronta', 'sigillato_il'];

export function createCatenaAtti(knex: Knex): CatenaAtti {
  const ultimoSigillo = async (db: Knex) => {
    const riga = await db('sigilli').orderBy('numero', 'desc').first<Riga | undefined>(COLONNE_SIGILLO);
    return riga && toSigillo(riga);
  };
  const senzaSigillo = (db: Knex) =>
    db('atti').leftJoin('sigilli', 'sigilli.atto_id', 'atti.id').whereNull('sigilli.numero');
  const sealPage = (sigillatoIl: string) =>
    knex.transaction(async (tx) => {
      const ultimo = await ultimoSigillo(tx);
      const righe = await senzaSigillo(tx)
        .where('atti.id', '>', (ultimo?.attoId ?? 0) - IN_RITARDO)
        .orderBy('atti.id')
        .limit(PAGINA)
        .select<Riga[]>(COLONNE_ATTO);
      const sigilli = sigillaAtti(ultimo, righe.map(toAtto), sigillatoIl);
      if (sigilli.length > 0) await tx('sigilli').insert(sigilli.map(toRiga));
      return sigilli;
    });
  return {
    sigilla: (adesso) =>
      unaAllaVolta(knex, async () => {
        let ultimo: Sigillo | undefined;
        for (;;) {
          const sigilli = await sealPage(adesso.toISOString());
          ultimo = sigilli.at(-1) ?? ultimo;
          if (sigilli.length < PAGINA) return ultimo;
        }
      }),
    async verifica() {
      const verifica = new Verifica();
      for (;;) {
        const righe = await knex('sigilli')
          .leftJoin('atti', 'atti.id', 'sigilli.atto_id')
          .where('numero', '>', verifica.ultimo?.numero ?? 0)
          .orderBy('numero')
          .limit(PAGINA)
          .select<Riga[]>(...COLONNE_SIGILLO, ...COLONNE_ATTO);
        for (const riga of righe) verifica.segue(toSigillo(riga), riga['id'] === null ? undefined : toAtto(riga));
        if (righe.length < PAGINA) break;
      }
      const { ultimo } = verifica;
      const senza = await senzaSigillo(knex).orderBy('atti.id').select<Riga[]>('atti.id');
      const numeri = senza.map((riga) => intero(riga, 'id'));
      const alleSpalle = numeri.filter((id) => id <= (ultimo?.attoId ?? 0) - IN_RITARDO);
      return {
        sigillati: ultimo?.numero ?? 0,
        daSigillare: numeri.length - alleSpalle.length,
        ultimo,
        rotture: [
          ...verifica.rotture,
          ...alleSpalle.map((attoId) => ({ numero: null, attoId, che: 'atto-inserito' }) as const),
        ],
      };
    },
    async sigillo(numero) {
      const riga = await knex('sigilli').where({ numero }).first<Riga | undefined>(COLONNE_SIGILLO);
      return riga && toSigillo(riga);
    },
  };
}

function toAtto(riga: Riga): AttoScritto {
  return {
    id: intero(riga, 'id'),
    quando: testo(riga, 'quando'),
    azione: testo(riga, 'azione'),
    attore: testo(riga, 'attore'),
    datoreId: testoSe(riga, 'datore_id') ?? null,
    autorita: testo(riga, 'autorita'),
    oggettoTipo: testo(riga, 'oggetto_tipo'),
    oggettoId: testo(riga, 'oggetto_id'),
    dettaglio: testo(riga, 'dettaglio'),
  };
}

function toSigillo(riga: Riga): Sigillo {
  return {
    numero: intero(riga, 'numero'),
    attoId: intero(riga, 'atto_id'),
    impronta: testo(riga, 'impronta'),
    sigillatoIl: testo(riga, 'sigillato_il'),
  };
}

function toRiga({ numero, attoId, impronta, sigillatoIl }: Sigillo) {
  return { numero, atto_id: attoId, impronta, sigillato_il: sigillatoIl };
}
