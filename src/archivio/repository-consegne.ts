import type { Knex } from 'knex';
import type { Ambito } from '../accesso/ambito.ts';
import type { Consegna, ModoConsegna, StatoConsegna } from '../pagamenti/pagamento.ts';
import type { Conferma, RepositoryConsegne } from '../pagamenti/porte.ts';
import { importo, intero, opzionale, type Riga, testo, testoSe } from './righe.ts';

/** Confirmations and hand-offs. */
export function createRepositoryConsegne(db: Knex): RepositoryConsegne {
  const molte = async (query: Knex.QueryBuilder) => ((await query) as Riga[]).map(toConsegna);
  return {
    async inserisciConferma({ id, datoreId, chiave, creataIl }) {
      const scritte = await db('conferme')
        .insert({ id, datore_id: datoreId, chiave, creata_il: creataIl })
        .onConflict('chiave')
        .ignore()
        .returning<Riga[]>('id');
      return scritte.length === 1;
    },
    async confermaConChiave(chiave) {
      const riga = (await db('conferme').where({ chiave }).first()) as Riga | undefined;
      return riga && toConferma(riga);
    },
    async inserisci(consegna, il) {
      await db('consegne').insert(toRiga(consegna, il));
    },
    async trova(ambito, id) {
      const [consegna] = await molte(within(db, ambito).where('consegne.id', id));
      return consegna;
    },
    perId: (ids) => molte(db('consegne').whereIn('id', ids)),
    dellaConferma: (ambito, confermaId) =>
      molte(within(db, ambito).where('consegne.conferma_id', confermaId).orderBy('consegne.ordine')),
    async conSessione(idSessione) {
      const [consegna] = await molte(db('consegne').where({ id_sessione: idSessione }));
      return consegna;
    },
    prendiInvio: (id, il, scadutoPrimaDi) => takeSending(db, id, il, scadutoPrimaDi),
    cambiaStato: async (id, da, a, il, campi = {}) =>
      (await db('consegne')
        .where({ id })
        .whereIn('stato', da)
        .update({
          stato: a,
          aggiornata_il: il,
          ...opzionale('url', campi.url),
          ...opzionale('id_sessione', campi.idSessione),
          ...opzionale('errore', campi.errore),
        })) === 1,
    async blocca(id) {
      // SQLite has one writer at a time, and knex leaves the words out there.
      await db('consegne').where({ id }).forUpdate().first('id');
    },
    async lasciaInvio(id, il) {
      await db('consegne').where({ id, stato: 'invio-incerto' }).update({ invio_iniziato_il: null, aggiornata_il: il });
    },
    daControllare: (ora, prima, massimo) => due(db, ora, prima, massimo),
    prendiControllo: async (id, controlli, prossimo) =>
      (await db('consegne')
        .where({ id, controlli })
        .update({ controlli: controlli + 1, prossimo_controllo: prossimo })) === 1,
    async inserisciAttivazione(id, { psp, intermediarioPsp, canale }) {
      await db('attivazioni').insert({ consegna_id: id, psp, intermediario_psp: intermediarioPsp, canale });
    },
    async attivazione(id) {
      const riga = (await db('attivazioni').where({ consegna_id: id }).first()) as Riga | undefined;
      return (
        riga && {
          psp: testo(riga, 'psp'),
          intermediarioPsp: testo(riga, 'intermediario_psp'),
          canale: testo(riga, 'canale'),
        }
      );
    },
    async segnaRitorno(id, esito, il) {
      await db('consegne').where({ id }).update({ esito_ritorno: esito, aggiornata_il: il });
    },
  };
}

async function takeSending(
  db: Knex,
  id: string,
  il: string,
  scadutoPrimaDi: string,
): Promise<'da-inviare' | 'invio-incerto' | undefined> {
  const presa = { stato: 'invio-incerto', invio_iniziato_il: il, aggiornata_il: il };
  if ((await db('consegne').where({ id, stato: 'da-inviare' }).update(presa)) === 1) return 'da-inviare';
  const ripresa = await db('consegne')
    .where({ id, stato: 'invio-incerto' })
    .where((query) => void query.whereNull('invio_iniziato_il').orWhere('invio_iniziato_il', '<', scadutoPrimaDi))
    .update(presa);
  return ripresa === 1 ? 'invio-incerto' : undefined;
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
function within(db: Knex, { datoreId, rapportoId }: Ambito): Knex.QueryBuilder {
  const sue = db('consegne').where('consegne.datore_id', datoreId);
  if (rapportoId === undefined) return sue;
  return sue.whereExists(
    db('tentativi')
      .join('bollettini', 'bollettini.id', 'tentativi.bollettino_id')
      .where('tentativi.consegna_id', db.ref('consegne.id'))
      .where('bollettini.rapporto_id', rapportoId)
      .select('tentativi.id'),
  );
}

function toRiga(c: Consegna, il: string): Record<string, string | number | null> {
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
