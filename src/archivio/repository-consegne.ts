import type { Knex } from 'knex';
import type { Consegna, ModoConsegna, StatoConsegna } from '../pagamenti/pagamento.ts';
import type { Conferma, RepositoryConsegne } from '../pagamenti/porte.ts';
import { STATI_VIVI } from '../pagamenti/transizioni.ts';
import { delAmbito } from './ambito.ts';
import type { Connessione } from './connessione.ts';
import { isPostgres } from './dialetto.ts';
import { type Chiamata, inserimento, istruzione, istruzioneConElenco } from './istruzione.ts';
import { importo, intero, opzionale, type Riga, testo, testoSe } from './righe.ts';

const COLONNE = [
  'id',
  'datore_id',
  'conferma_id',
  'ordine',
  'id_carrello',
  'modo',
  'stato',
  'totale',
  'creata_il',
  'aggiornata_il',
] as const;

const INSERISCI_CONFERMA = istruzione<'id' | 'datoreId' | 'chiave' | 'creataIl'>((q, v) =>
  q('conferme')
    .insert({ id: v('id'), datore_id: v('datoreId'), chiave: v('chiave'), creata_il: v('creataIl') })
    .onConflict('chiave')
    .ignore(),
);
const CONFERMA_CON_CHIAVE = istruzione<'chiave'>((q, v) => q('conferme').where({ chiave: v('chiave') }));
const INSERISCI = inserimento('consegne', COLONNE);
const TROVA = istruzione<'id' | 'datoreId' | 'rapportoId'>((q, v) => within(q, v).where('consegne.id', v('id')));
const PER_ID = istruzioneConElenco((q, ids) => q('consegne').whereIn('id', ids));
const DELLA_CONFERMA = istruzione<'confermaId' | 'datoreId' | 'rapportoId'>((q, v) =>
  within(q, v).where('consegne.conferma_id', v('confermaId')).orderBy('consegne.ordine'),
);
const CON_SESSIONE = istruzione<'idSessione'>((q, v) => q('consegne').where({ id_sessione: v('idSessione') }));
const PRENDI_INVIO = istruzione<'id' | 'il'>((q, v) =>
  q('consegne')
    .where({ id: v('id'), stato: 'da-inviare' })
    .update({ stato: 'invio-incerto', invio_iniziato_il: v('il'), aggiornata_il: v('il') }),
);
const RIPRENDI_INVIO = istruzione<'id' | 'il' | 'scadutoPrimaDi'>((q, v) =>
  q('consegne')
    .where({ id: v('id'), stato: 'invio-incerto' })
    .where(
      (query) =>
        void query.whereNull('invio_iniziato_il').orWhere('invio_iniziato_il', '<', v('scadutoPrimaDi') as string),
    )
    .update({ invio_iniziato_il: v('il'), aggiornata_il: v('il') }),
);
const CAMBIA_STATO = istruzioneConElenco<'id' | 'a' | 'il' | 'url' | 'idSessione' | 'errore'>((q, da, v) =>
  q('consegne')
    .where({ id: v('id') })
    .whereIn('stato', da)
    .update({
      stato: v('a'),
      aggiornata_il: v('il'),
      url: q.raw('coalesce(?, url)', [v('url')]),
      id_sessione: q.raw('coalesce(?, id_sessione)', [v('idSessione')]),
      errore: q.raw('coalesce(?, errore)', [v('errore')]),
    })
    .returning('*'),
);
const BLOCCA = istruzione<'id'>((q, v) =>
  q('consegne')
    .where({ id: v('id') })
    .forUpdate()
    .select('id'),
);
const CONCLUDI = istruzioneConElenco<'id' | 'il'>((q, vivi, v) =>
  q('consegne')
    .where({ id: v('id') })
    .whereIn('stato', ['da-inviare', 'invio-incerto', 'inviata'])
    .whereNotExists(
      q('tentativi')
        .where({ consegna_id: v('id') })
        .whereIn('stato', vivi)
        .select('id'),
    )
    .update({ stato: 'conclusa', aggiornata_il: v('il') }),
);
const SEGNA_RITORNO = istruzione<'id' | 'esito' | 'il'>((q, v) =>
  q('consegne')
    .where({ id: v('id') })
    .update({ esito_ritorno: v('esito'), aggiornata_il: v('il') }),
);

/** Confirmations and hand-offs. */
export function createRepositoryConsegne(db: Connessione): RepositoryConsegne {
  const { knex } = db;
  const molte = async (chiamata: Chiamata) => (await db.righe(chiamata)).map(toConsegna);
  const una = async (chiamata: Chiamata) => (await molte(chiamata))[0];
  const fatto = async (chiamata: Chiamata) => (await db.scritte(chiamata)) === 1;
  return {
    inserisciConferma: ({ id, datoreId, chiave, creataIl }) =>
      fatto(INSERISCI_CONFERMA({ id, datoreId, chiave, creataIl })),
    async confermaConChiave(chiave) {
      const [riga] = await db.righe(CONFERMA_CON_CHIAVE({ chiave }));
      return riga && toConferma(riga);
    },
    async inserisci(consegne, il) {
      const righe = consegne.map((consegna) => toRiga(consegna, il));
      await Promise.all(INSERISCI(righe).map((chiamata) => db.scritte(chiamata)));
    },
    trova: (ambito, id) => una(TROVA({ id, ...delAmbito(ambito) })),
    perId: (ids) => molte(PER_ID(ids, {})),
    dellaConferma: (ambito, confermaId) => molte(DELLA_CONFERMA({ confermaId, ...delAmbito(ambito) })),
    conSessione: (idSessione) => una(CON_SESSIONE({ idSessione })),
    async prendiInvio(id, il, scadutoPrimaDi) {
      if (await fatto(PRENDI_INVIO({ id, il }))) return 'da-inviare';
      return (await fatto(RIPRENDI_INVIO({ id, il, scadutoPrimaDi }))) ? 'invio-incerto' : undefined;
    },
    cambiaStato: (id, da, a, il, { url = null, idSessione = null, errore = null } = {}) =>
      una(CAMBIA_STATO(da, { id, a, il, url, idSessione, errore })),
    async blocca(id) {
      // SQLite has one writer at a time, which holds everything.
      if (isPostgres(knex)) await db.righe(BLOCCA({ id }));
    },
    async concludiSeFinita(id, il) {
      await db.scritte(CONCLUDI(STATI_VIVI, { id, il }));
    },
    async lasciaInvio(id, il) {
      await knex('consegne')
        .where({ id, stato: 'invio-incerto' })
        .update({ invio_iniziato_il: null, aggiornata_il: il });
    },
    daControllare: (ora, prima, massimo) => due(knex, ora, prima, massimo),
    prendiControllo: async (id, controlli, prossimo) =>
      (await knex('consegne')
        .where({ id, controlli })
        .update({ controlli: controlli + 1, prossimo_controllo: prossimo })) === 1,
    async inserisciAttivazione(id, { psp, intermediarioPsp, canale }) {
      await knex('attivazioni').insert({ consegna_id: id, psp, intermediario_psp: intermediarioPsp, canale });
    },
    async attivazione(id) {
      const riga = (await knex('attivazioni').where({ consegna_id: id }).first()) as Riga | undefined;
      return (
        riga && {
          psp: testo(riga, 'psp'),
          intermediarioPsp: testo(riga, 'intermediario_psp'),
          canale: testo(riga, 'canale'),
        }
      );
    },
    async segnaRitorno(id, esito, il) {
      await db.scritte(SEGNA_RITORNO({ id, esito, il }));
    },
  };
}

async function due(db: Knex, ora: string, prima: string, massimo: number) {
  const righe = (await db('consegne')
    .whereIn('stato', ['da-inviare', 'invio-incerto', 'inviata'])
    .where(
      (query) =>
        void query
          .where('prossimo_controllo', '<=', ora)
          .orWhere((mai) => void mai.whereNull('prossimo_controllo').where('creata_il', '<=', prima)),
    )
    .orderBy('creata_il')
    .limit(massimo)) as Riga[];
  return righe.map((riga) => ({
    consegna: toConsegna(riga),
    creataIl: testo(riga, 'creata_il'),
    controlli: intero(riga, 'controlli'),
  }));
}

/** A hand-off is its employer's; to who came in with one codice rapporto it exists only if it pays that rapporto. */
function within(q: Knex, v: (nome: 'datoreId' | 'rapportoId') => Knex.Value): Knex.QueryBuilder {
  const suoi = q('tentativi')
    .join('bollettini', 'bollettini.id', 'tentativi.bollettino_id')
    .where('tentativi.consegna_id', q.ref('consegne.id'))
    .where('bollettini.rapporto_id', v('rapportoId'))
    .select('tentativi.id');
  return q('consegne')
    .where('consegne.datore_id', v('datoreId'))
    .where((una) => void una.whereRaw('cast(? as text) is null', [v('rapportoId')]).orWhereExists(suoi));
}

function toRiga(c: Consegna, il: string): Record<(typeof COLONNE)[number], string | number> {
  return {
    id: c.id,
    datore_id: c.datoreId,
    conferma_id: c.confermaId,
    ordine: c.ordine,
    id_carrello: c.idCarrello,
    modo: c.modo,
    stato: c.stato,
    totale: c.totale,
    creata_il: il,
    aggiornata_il: il,
  };
}

function toConferma(riga: Riga): Conferma {
  return {
    id: testo(riga, 'id'),
    datoreId: testo(riga, 'datore_id'),
    chiave: testo(riga, 'chiave'),
    creataIl: testo(riga, 'creata_il'),
  };
}

function toConsegna(riga: Riga): Consegna {
  const esito = testoSe(riga, 'esito_ritorno') as Consegna['esitoRitorno'];
  return {
    id: testo(riga, 'id'),
    datoreId: testo(riga, 'datore_id'),
    confermaId: testo(riga, 'conferma_id'),
    ordine: intero(riga, 'ordine'),
    idCarrello: testo(riga, 'id_carrello'),
    modo: testo(riga, 'modo') as ModoConsegna,
    stato: testo(riga, 'stato') as StatoConsegna,
    ...opzionale('url', testoSe(riga, 'url')),
    totale: importo(riga, 'totale'),
    ...(esito !== undefined && { esitoRitorno: esito }),
    ...opzionale('errore', testoSe(riga, 'errore')),
  };
}
