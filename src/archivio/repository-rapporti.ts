import type { LinguaAvviso } from '../anagrafe/lingua-avviso.ts';
import type { Knex } from 'knex';
import type { CodiceFiscale } from '../anagrafe/codice-fiscale.ts';
import type { CodiceRapporto } from '../anagrafe/codice-rapporto.ts';
import type { CampoIndirizzo, Indirizzo } from '../anagrafe/indirizzo.ts';
import type { Condizioni, Datore, Id, Lavoratore, RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import type { SospensioniObbligo } from '../anagrafe/sospensione-obbligo.ts';
import type { RepositoryRapporti } from '../bollettini/porte.ts';
import type { Ambito } from '../accesso/ambito.ts';
import type { Fetta } from '../valori/fetta.ts';
import { NonTrovato } from '../valori/errore-dati.ts';
import type { Giorno } from '../valori/giorno.ts';
import { delAmbito } from './ambito.ts';
import type { Connessione } from './connessione.ts';
import { istruzione, istruzioneConElenco } from './istruzione.ts';
import { importo, intero, type Riga, siNo, testo, testoSe } from './righe.ts';

const DATORE = istruzione<'id'>((q, v) => q('datori').where({ id: v('id') }));
const TROVA = istruzione<'id' | 'datoreId' | 'rapportoId'>((q, v) =>
  withWorker(q)
    .where({ 'rapporti.id': v('id'), 'rapporti.datore_id': v('datoreId') })
    .whereRaw('rapporti.id = coalesce(?, rapporti.id)', [v('rapportoId')]),
);
const ELENCO = istruzione<'datoreId' | 'rapportoId'>((q, v) =>
  withWorker(q)
    .where('rapporti.datore_id', v('datoreId'))
    .whereRaw('rapporti.id = coalesce(?, rapporti.id)', [v('rapportoId')])
    .orderBy('rapporti.codice'),
);
const CONDIZIONI = istruzioneConElenco((q, rapporti) =>
  q('condizioni').whereIn('rapporto_id', rapporti).orderBy('dal'),
);

/** Rapporti with their worker and terms, always within an ambito. */
export function createRepositoryRapporti(db: Connessione): RepositoryRapporti {
  return {
    async datore({ datoreId }) {
      const [riga] = await db.righe(DATORE({ id: datoreId }));
      return riga && toDatore(riga);
    },
    async scriviIndirizzo({ datoreId }, indirizzo) {
      return (await db.knex('datori').where({ id: datoreId }).update(toIndirizzoRow(indirizzo))) === 1;
    },
    async scriviTerritorio(id, territorio) {
      await db
        .knex('rapporti')
        .where({ id })
        .update({ territorio: territorio ?? null });
    },
    async scriviSospensioni({ id, sospensioni }, nuove) {
      const scritte = db
        .knex('rapporti')
        .where({ id })
        .whereRaw("coalesce(sospensioni, '') = ?", [toSospensioni(sospensioni) ?? ''])
        .update({ sospensioni: toSospensioni(nuove) });
      return (await scritte) === 1;
    },
    async scriviCessazione(id, cessazione) {
      await db
        .knex('rapporti')
        .where({ id })
        .update({ cessazione: cessazione ?? null });
    },
    async scriviCondizioni(ambito, id, condizioni) {
      const [riga] = await db.righe(TROVA({ id, ...delAmbito(ambito) }));
      if (riga === undefined) throw new NonTrovato('Rapporto di lavoro');
      await db.knex('condizioni').insert(toCondizioniRow(id, condizioni)).onConflict(['rapporto_id', 'dal']).merge();
    },
    async trova(ambito, id) {
      const [riga] = await db.righe(TROVA({ id, ...delAmbito(ambito) }));
      return riga && toRapporto(riga, await db.righe(CONDIZIONI([id], {})));
    },
    async elenco(ambito, fetta) {
      const righe =
        fetta === undefined ? await db.righe(ELENCO(delAmbito(ambito))) : await piece(db.knex, ambito, fetta);
      return withTerms(righe, await db.righe(CONDIZIONI(idsOf(righe), {})));
    },
  };
}

/** Asked seldom: not worth a statement of its own. */
async function piece(knex: Knex, ambito: Ambito, { dopo = '', quanti }: Fetta): Promise<Riga[]> {
  const { datoreId, rapportoId } = ambito;
  return (await withWorker(knex)
    .where('rapporti.datore_id', datoreId)
    .modify((query) => void (rapportoId !== undefined && query.where('rapporti.id', rapportoId)))
    .where('rapporti.codice', '>', dopo)
    .orderBy('rapporti.codice')
    .limit(quanti)) as Riga[];
}

/** The rapporti a condition selects, in order of codice: two queries whatever their number. */
export async function loadRapporti(
  db: Knex,
  condition: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<readonly RapportoDiLavoro[]> {
  const righe = (await condition(withWorker(db)).orderBy('rapporti.codice')) as Riga[];
  return withTerms(righe, (await db('condizioni').whereIn('rapporto_id', idsOf(righe)).orderBy('dal')) as Riga[]);
}

function idsOf(righe: readonly Riga[]): readonly string[] {
  return righe.map((riga) => testo(riga, 'id'));
}

function withTerms(righe: readonly Riga[], condizioni: readonly Riga[]): readonly RapportoDiLavoro[] {
  const perRapporto = new Map<unknown, Riga[]>();
  for (const una of condizioni) {
    const sue = perRapporto.get(una['rapporto_id']);
    if (sue === undefined) perRapporto.set(una['rapporto_id'], [una]);
    else sue.push(una);
  }
  return righe.map((riga) => toRapporto(riga, perRapporto.get(riga['id']) ?? []));
}

function withWorker(db: Knex): Knex.QueryBuilder {
  return db('rapporti')
    .join('lavoratori', 'lavoratori.id', 'rapporti.lavoratore_id')
    .select('rapporti.*', 'lavoratori.codice_fiscale', 'lavoratori.cognome', 'lavoratori.nome');
}

export function toDatore(riga: Riga): Datore {
  const via = testoSe(riga, 'via');
  const linguaAvviso = testoSe(riga, 'lingua_avviso') as LinguaAvviso | undefined;
  return {
    id: testo(riga, 'id'),
    codiceFiscale: testo(riga, 'codice_fiscale') as CodiceFiscale,
    cognome: testo(riga, 'cognome'),
    nome: testo(riga, 'nome'),
    ...(via !== undefined && {
      indirizzo: {
        via,
        civico: testoSe(riga, 'civico') ?? '',
        cap: testoSe(riga, 'cap') ?? '',
        comune: testo(riga, 'comune'),
        provincia: testoSe(riga, 'provincia') ?? '',
        nazione: testoSe(riga, 'nazione') ?? 'IT',
      },
    }),
    ...(linguaAvviso !== undefined && { linguaAvviso }),
  };
}

/** The columns of an address, empty where there is none. */
export function toIndirizzoRow(indirizzo: Indirizzo | undefined): Readonly<Record<CampoIndirizzo, string | null>> {
  const parte = (campo: CampoIndirizzo) => indirizzo?.[campo] ?? null;
  return {
    via: parte('via'),
    civico: parte('civico'),
    cap: parte('cap'),
    comune: parte('comune'),
    provincia: parte('provincia'),
    nazione: parte('nazione'),
  };
}

function toRapporto(riga: Riga, condizioni: readonly Riga[]): RapportoDiLavoro {
  const [prima, ...altre] = condizioni.map(toCondizioni);
  if (prima === undefined) throw new Error(`rapporto ${testo(riga, 'id')} has no terms`);
  const cessazione = testoSe(riga, 'cessazione') as Giorno | undefined;
  const territorio = testoSe(riga, 'territorio');
  const sospensioni = testoSe(riga, 'sospensioni');
  return {
    id: testo(riga, 'id'),
    codice: testo(riga, 'codice') as CodiceRapporto,
    datoreId: testo(riga, 'datore_id'),
    lavoratore: toLavoratore(riga, testo(riga, 'lavoratore_id')),
    assunzione: testo(riga, 'assunzione') as Giorno,
    ...(cessazione !== undefined && { cessazione }),
    ...(territorio !== undefined && { territorio }),
    ...(sospensioni !== undefined && { sospensioni: JSON.parse(sospensioni) as SospensioniObbligo }),
    condizioni: [prima, ...altre],
  };
}

/** As it is kept: the oldest quarter first, nothing where there are none. */
export function toSospensioni(sospensioni: SospensioniObbligo = {}): string | null {
  const inOrdine = Object.entries(sospensioni).sort(([a], [b]) => (backwards(a) < backwards(b) ? -1 : 1));
  return inOrdine.length === 0 ? null : JSON.stringify(Object.fromEntries(inOrdine));
}

/** `2026/2`: a quarter as it sorts. */
function backwards(trimestre: string): string {
  return trimestre.split('/').reverse().join('/');
}

function toLavoratore(riga: Riga, id: Id): Lavoratore {
  return {
    id,
    codiceFiscale: testo(riga, 'codice_fiscale') as CodiceFiscale,
    cognome: testo(riga, 'cognome'),
    nome: testo(riga, 'nome'),
  };
}

/** The columns of a rapporto's terms. */
export function toCondizioniRow(rapportoId: Id, condizioni: Condizioni): Record<string, string | number | null> {
  return {
    rapporto_id: rapportoId,
    dal: condizioni.dal,
    ore_settimanali: condizioni.oreSettimanali,
    // No pay is zero: that is how one that is not known is stored.
    paga_tipo: condizioni.paga?.tipo ?? 'oraria',
    paga_importo: condizioni.paga?.importo ?? 0,
    vitto_alloggio_giorni: condizioni.vittoAlloggioGiorni,
    senza_cuaf: Number(condizioni.senzaCuaf),
    tempo_determinato: Number(condizioni.tempoDeterminato),
    associazione: condizioni.associazione ?? null,
  };
}

function toCondizioni(riga: Riga): Condizioni {
  const associazione = testoSe(riga, 'associazione') as Condizioni['associazione'];
  const paga = importo(riga, 'paga_importo');
  return {
    dal: testo(riga, 'dal') as Giorno,
    oreSettimanali: testo(riga, 'ore_settimanali'),
    ...(paga > 0 && { paga: { tipo: testo(riga, 'paga_tipo') as 'oraria' | 'mensile', importo: paga } }),
    vittoAlloggioGiorni: intero(riga, 'vitto_alloggio_giorni'),
    senzaCuaf: siNo(riga, 'senza_cuaf'),
    tempoDeterminato: siNo(riga, 'tempo_determinato'),
    ...(associazione !== undefined && { associazione }),
  };
}
