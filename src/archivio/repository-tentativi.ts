import type { Knex } from 'knex';
import type { StatoTentativo, Tentativo } from '../pagamenti/pagamento.ts';
import type { RepositoryTentativi } from '../pagamenti/porte.ts';
import type { Iuv } from '../pagopa/identificativi/codice-avviso.ts';
import { delAmbito, nellAmbito } from './ambito.ts';
import type { Connessione } from './connessione.ts';
import { type Chiamata, insertOf, istruzione, istruzioneConElenco } from './istruzione.ts';
import { importo, type Riga, testo, testoSe } from './righe.ts';

/** The RPT's text is long and seldom wanted: it has its own query. */
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

const INSERISCI = istruzione<(typeof COLONNE_NUOVO)[number]>((q, v) => insertOf(q, 'tentativi', COLONNE_NUOVO, v));
const CON_CHIAVE = istruzione<'dominio' | 'iuv' | 'ccp'>((q, v) =>
  q('tentativi')
    .where({ dominio: v('dominio'), iuv: v('iuv'), ccp: v('ccp') })
    .select(COLONNE),
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
const SALVA_RPT = istruzione<'id' | 'rpt'>((q, v) =>
  q('tentativi')
    .where({ id: v('id') })
    .update({ rpt: v('rpt') }),
);
const RPT = istruzione<'id'>((q, v) =>
  q('tentativi')
    .where({ id: v('id') })
    .select('rpt'),
);

export function createRepositoryTentativi(db: Connessione): RepositoryTentativi {
  const molti = async (chiamata: Chiamata) => (await db.righe(chiamata)).map(toTentativo);
  const uno = async (chiamata: Chiamata) => (await molti(chiamata))[0];
  return {
    async inserisci(t, posizione, il) {
      await db.scritte(
        INSERISCI({
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
        }),
      );
    },
    conChiave: ({ dominio, iuv, ccp }) => uno(CON_CHIAVE({ dominio, iuv, ccp })),
    trova: (ambito, id) => uno(TROVA({ id, ...delAmbito(ambito) })),
    perId: (ids) => molti(PER_ID(ids, {})),
    dellaConsegna: (consegnaId) => molti(DELLA_CONSEGNA({ consegnaId })),
    delBollettino: (bollettinoId) => molti(DEL_BOLLETTINO({ bollettinoId })),
    conIuv: (dominio, iuv) => molti(CON_IUV({ dominio, iuv })),
    inStato: (ambito, stati) => molti(IN_STATO(stati, delAmbito(ambito))),
    cambiaStato: async (id, da, a, il) => (await db.scritte(CAMBIA_STATO({ id, da, a, il }))) === 1,
    async salvaRpt(id, rpt) {
      await db.scritte(SALVA_RPT({ id, rpt }));
    },
    async rpt(id) {
      const [riga] = await db.righe(RPT({ id }));
      return riga && testoSe(riga, 'rpt');
    },
  };
}

function conBollettini(q: Knex): Knex.QueryBuilder {
  return q('tentativi').join('bollettini', 'bollettini.id', 'tentativi.bollettino_id');
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
