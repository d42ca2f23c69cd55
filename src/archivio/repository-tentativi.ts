import type { Knex } from 'knex';
import type { CodiceRapporto } from '../anagrafe/codice-rapporto.ts';
import { CAMPI_INDIRIZZO } from '../anagrafe/indirizzo.ts';
import type { StatoTentativo, Tentativo } from '../pagamenti/pagamento.ts';
import type { DaChiedere, RepositoryTentativi, Richiesta } from '../pagamenti/porte.ts';
import type { Iuv } from '../pagopa/identificativi/codice-avviso.ts';
import type { Ambito } from '../accesso/ambito.ts';
import type { Fetta } from '../valori/fetta.ts';
import type { Trimestre } from '../scadenze/trimestre.ts';
import { delAmbito, nellAmbito } from './ambito.ts';
import type { Connessione } from './connessione.ts';
import { type Chiamata, inserimento, istruzione, istruzioneConElenco } from './istruzione.ts';
import { toDatore } from './repository-rapporti.ts';
import { importo, intero, opzionale, type Riga, testo, testoSe } from './righe.ts';

const COLONNE = ['id', 'consegna_id', 'bollettino_id', 'dominio', 'iuv', 'ccp', 'importo', 'stato'].map(
  (colonna) => `tentativi.${colonna}`,
);
const COLONNE_NUOVO = [
  'id',
  'consegna_id',
  'posizione',
  'bollettino_id',
  'dominio',
  'iuv',
  'ccp',
  'importo',
  'stato',
  'creato_il',
  'aggiornato_il',
] as const;

const INSERISCI = inserimento('tentativi', COLONNE_NUOVO);
const CON_CHIAVE = istruzione<'dominio' | 'iuv' | 'ccp'>((q, v) =>
  conRpt(q).where({ dominio: v('dominio'), iuv: v('iuv'), ccp: v('ccp') }),
);
const RICHIESTE = istruzione<'consegnaId'>((q, v) =>
  conRpt(q)
    .where({ consegna_id: v('consegnaId') })
    .orderBy('posizione'),
);
const DA_CHIEDERE = istruzione<'consegnaId'>((q, v) =>
  conBollettini(q)
    .join('rapporti', 'rapporti.id', 'bollettini.rapporto_id')
    .join('datori', 'datori.id', 'bollettini.datore_id')
    .where({ consegna_id: v('consegnaId') })
    .orderBy('posizione')
    .select(COLONNE)
    .select('trimestre_anno', 'trimestre_numero', 'rapporti.codice', 'datori.id as datore_id')
    .select(['codice_fiscale', 'cognome', 'nome', 'lingua_avviso', ...CAMPI_INDIRIZZO].map((uno) => `datori.${uno}`)),
);
const TROVA = istruzione<'id' | 'datoreId' | 'rapportoId'>((q, v) =>
  nellAmbito(conBollettini(q), v).where('tentativi.id', v('id')).select(COLONNE),
);
const PER_ID = istruzioneConElenco((q, ids) => q('tentativi').whereIn('id', ids).select(COLONNE));
const DELLA_CONSEGNA = istruzione<'consegnaId'>((q, v) =>
  q('tentativi')
    .where({ consegna_id: v('consegnaId') })
    .orderBy('posizione')
    .select(COLONNE),
);
const DEL_BOLLETTINO = istruzione<'bollettinoId'>((q, v) =>
  q('tentativi')
    .where({ bollettino_id: v('bollettinoId') })
    .orderBy('creato_il')
    .select(COLONNE),
);
const CON_IUV = istruzione<'dominio' | 'iuv'>((q, v) =>
  q('tentativi')
    .where({ dominio: v('dominio'), iuv: v('iuv') })
    .orderBy('creato_il')
    .select(COLONNE),
);
const IN_STATO = istruzioneConElenco<'datoreId' | 'rapportoId'>((q, stati, v) =>
  nellAmbito(conBollettini(q), v)
    .whereIn('tentativi.stato', stati)
    .orderBy([
      { column: 'tentativi.aggiornato_il', order: 'desc' },
      { column: 'tentativi.iuv', order: 'desc' },
    ])
    .select(COLONNE),
);
const CAMBIA_STATO = istruzione<'id' | 'da' | 'a' | 'il'>((q, v) =>
  q('tentativi')
    .where({ id: v('id'), stato: v('da') })
    .update({ stato: v('a'), aggiornato_il: v('il') }),
);
const MUOVI = istruzione<'consegnaId' | 'da' | 'a' | 'il'>((q, v) =>
  q('tentativi')
    .where({ consegna_id: v('consegnaId'), stato: v('da') })
    .update({ stato: v('a'), aggiornato_il: v('il') })
    .returning(COLONNE),
);
const SCRIVI_RPT = inserimento('richieste', ['tentativo_id', 'rpt']);
const RPT = istruzione<'id'>((q, v) =>
  q('richieste')
    .where({ tentativo_id: v('id') })
    .select('rpt'),
);

export function createRepositoryTentativi(db: Connessione): RepositoryTentativi {
  const molti = async (chiamata: Chiamata) => (await db.righe(chiamata)).map(toTentativo);
  const uno = async (chiamata: Chiamata) => (await molti(chiamata))[0];
  return {
    async inserisci(nuovi, il) {
      const righe = nuovi.map(({ tentativo: t, posizione }) => ({
        id: t.id,
        consegna_id: t.consegnaId,
        posizione,
        bollettino_id: t.bollettinoId,
        dominio: t.dominio,
        iuv: t.iuv,
        ccp: t.ccp,
        importo: t.importo,
        stato: t.stato,
        creato_il: il,
        aggiornato_il: il,
      }));
      await Promise.all(INSERISCI(righe).map((chiamata) => db.scritte(chiamata)));
    },
    async conChiave({ dominio, iuv, ccp }) {
      const [riga] = await db.righe(CON_CHIAVE({ dominio, iuv, ccp }));
      return riga && toRichiesta(riga);
    },
    trova: (ambito, id) => uno(TROVA({ id, ...delAmbito(ambito) })),
    perId: (ids) => molti(PER_ID(ids, {})),
    dellaConsegna: (consegnaId) => molti(DELLA_CONSEGNA({ consegnaId })),
    delBollettino: (bollettinoId) => molti(DEL_BOLLETTINO({ bollettinoId })),
    conIuv: (dominio, iuv) => molti(CON_IUV({ dominio, iuv })),
    inStato: (ambito, stati, fetta) =>
      fetta === undefined ? molti(IN_STATO(stati, delAmbito(ambito))) : piece(db.knex, ambito, stati, fetta),
    cambiaStato: async (id, da, a, il) => (await db.scritte(CAMBIA_STATO({ id, da, a, il }))) === 1,
    muovi: (consegnaId, da, a, il) => molti(MUOVI({ consegnaId, da, a, il })),
    daChiedere: async (consegnaId) => (await db.righe(DA_CHIEDERE({ consegnaId }))).map(toDaChiedere),
    async scriviRpt(rpt) {
      const righe = rpt.map(({ tentativoId, xml }) => ({ tentativo_id: tentativoId, rpt: xml }));
      await Promise.all(SCRIVI_RPT(righe).map((chiamata) => db.scritte(chiamata)));
    },
    richieste: async (consegnaId) => (await db.righe(RICHIESTE({ consegnaId }))).map(toRichiesta),
    async rpt(id) {
      const [riga] = await db.righe(RPT({ id }));
      return riga && testoSe(riga, 'rpt');
    },
  };
}

/** Asked seldom: not worth a statement of its own. */
async function piece(
  knex: Knex,
  ambito: Ambito,
  stati: readonly StatoTentativo[],
  { dopo, quanti }: Fetta,
): Promise<Tentativo[]> {
  const suo = delAmbito(ambito);
  const righe = await nellAmbito(conBollettini(knex), (nome) => suo[nome] as Knex.Value)
    .whereIn('tentativi.stato', stati)
    .modify((query) => void (dopo !== undefined && query.where('tentativi.id', '<', dopo)))
    .orderBy('tentativi.id', 'desc')
    .limit(quanti)
    .select<Riga[]>(COLONNE);
  return righe.map(toTentativo);
}

function conBollettini(q: Knex): Knex.QueryBuilder {
  return q('tentativi').join('bollettini', 'bollettini.id', 'tentativi.bollettino_id');
}

function conRpt(q: Knex): Knex.QueryBuilder {
  return q('tentativi')
    .leftJoin('richieste', 'richieste.tentativo_id', 'tentativi.id')
    .select(...COLONNE, 'richieste.rpt');
}

function toRichiesta(riga: Riga): Richiesta {
  return { tentativo: toTentativo(riga), ...opzionale('rpt', testoSe(riga, 'rpt')) };
}

function toDaChiedere(riga: Riga): DaChiedere {
  return {
    tentativo: toTentativo(riga),
    trimestre: {
      anno: intero(riga, 'trimestre_anno'),
      numero: intero(riga, 'trimestre_numero') as Trimestre['numero'],
    },
    codiceRapporto: testo(riga, 'codice') as CodiceRapporto,
    datore: toDatore({ ...riga, id: riga['datore_id'] }),
  };
}

function toTentativo(riga: Riga): Tentativo {
  return {
    id: testo(riga, 'id'),
    consegnaId: testo(riga, 'consegna_id'),
    bollettinoId: testo(riga, 'bollettino_id'),
    dominio: testo(riga, 'dominio'),
    iuv: testo(riga, 'iuv') as Iuv,
    ccp: testo(riga, 'ccp'),
    importo: importo(riga),
    stato: testo(riga, 'stato') as StatoTentativo,
  };
}
