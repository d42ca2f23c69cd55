import type { Knex } from 'knex';
import type { Bollettino, StatoBollettino } from '../bollettini/bollettino.ts';
import type { CalcoloPersistito, DatiPersistiti } from '../bollettini/calcolo-persistito.ts';
import type { CodiceInps } from '../bollettini/codice-inps.ts';
import {
  type CambioBollettino,
  type RepositoryBollettini,
  type SettimaneNuove,
  TROVATI_MASSIMI,
} from '../bollettini/porte.ts';
import type { Settimane } from '../bollettini/settimane-coperte.ts';
import type { GruppoSettimane } from '../contributi/calcolo.ts';
import type { CodiceAvviso, Iuv } from '../pagopa/identificativi/codice-avviso.ts';
import type { Trimestre } from '../scadenze/trimestre.ts';
import type { Giorno } from '../valori/giorno.ts';
import { delAmbito, nellAmbito } from './ambito.ts';
import { fondoDi } from '../bollettini/fondo-del-bollettino.ts';
import type { Connessione } from './connessione.ts';
import { type Chiamata, insertOf, istruzione, istruzioneConElenco } from './istruzione.ts';
import { importo, intero, type Riga, testo, testoSe } from './righe.ts';

/** What an operator may know a bollettino by. */
const CERCATE = [
  'bollettini.id',
  'bollettini.iuv',
  'bollettini.codice_avviso',
  'bollettini.codice_inps',
  'rapporti.codice',
  'datori.codice_fiscale',
  'lavoratori.codice_fiscale',
] as const;

const INSERISCI = istruzione<(typeof COLONNE)[number]>((q, v) => insertOf(q, 'bollettini', COLONNE, v));
const TROVA = istruzione<'id' | 'datoreId' | 'rapportoId'>((q, v) =>
  nellAmbito(q('bollettini').where({ id: v('id') }), v),
);
const CON_CODICE_AVVISO = istruzione<'codiceAvviso'>((q, v) =>
  q('bollettini').where({ codice_avviso: v('codiceAvviso') }),
);
const PER_ID = istruzioneConElenco((q, ids) => q('bollettini').whereIn('id', ids));
const SUOI = istruzioneConElenco<'datoreId' | 'rapportoId'>((q, ids, v) =>
  nellAmbito(q('bollettini').whereIn('id', ids), v),
);
const IN_STATO = istruzione<'stato' | 'datoreId' | 'rapportoId'>((q, v) =>
  nellAmbito(q('bollettini').where({ stato: v('stato') }), v).orderBy(['scadenza', 'codice_inps']),
);
const DEL_RAPPORTO = istruzione<'rapportoId'>((q, v) =>
  q('bollettini')
    .where({ rapporto_id: v('rapportoId') })
    .orderBy(['creato_il', 'codice_inps']),
);
const DEL_TRIMESTRE = istruzione<'rapportoId' | 'anno' | 'numero'>((q, v) =>
  q('bollettini')
    .where({ rapporto_id: v('rapportoId'), trimestre_anno: v('anno'), trimestre_numero: v('numero') })
    .orderBy(['creato_il', 'codice_inps']),
);
const SUCCESSORI = istruzione<'vecchioId'>((q, v) =>
  q('bollettini')
    .join('sostituzioni', 'sostituzioni.nuovo_id', 'bollettini.id')
    .where({ vecchio_id: v('vecchioId') })
    .orderBy(['creato_il', 'codice_inps'])
    .select('bollettini.*'),
);
const CERCA = istruzione<'testo'>((q, v) =>
  q('bollettini')
    .join('rapporti', 'rapporti.id', 'bollettini.rapporto_id')
    .join('lavoratori', 'lavoratori.id', 'rapporti.lavoratore_id')
    .join('datori', 'datori.id', 'bollettini.datore_id')
    .where((query) => {
      for (const colonna of CERCATE) void query.orWhere(colonna, v('testo'));
    })
    .orderBy([
      { column: 'trimestre_anno', order: 'desc' },
      { column: 'trimestre_numero', order: 'desc' },
      { column: 'creato_il', order: 'desc' },
      { column: 'codice_inps', order: 'desc' },
    ])
    .limit(TROVATI_MASSIMI)
    .select('bollettini.*'),
);
const CAMBIA = istruzione<'id' | 'versione' | 'il' | 'datoreId' | 'rapportoId' | (typeof CAMBIATE)[number]>((q, v) =>
  nellAmbito(q('bollettini').where({ id: v('id'), versione: v('versione'), stato: 'nel-carrello' }), v).update({
    ...Object.fromEntries(CAMBIATE.map((colonna) => [colonna, v(colonna)])),
    versione: q.raw('versione + 1'),
    aggiornato_il: v('il'),
  }),
);
/** The list is of ids, each followed by its version. */
const SPOSTA = istruzioneConElenco<'da' | 'a' | 'il' | 'datoreId' | 'rapportoId'>((q, elenco, v) => {
  const coppie = Array.from({ length: elenco.length / 2 }, (_, n) => elenco.slice(2 * n, 2 * n + 2));
  return nellAmbito(
    q('bollettini')
      .whereIn(['id', 'versione'], coppie)
      .where({ stato: v('da') }),
    v,
  )
    .update({ stato: v('a'), versione: q.raw('versione + 1'), aggiornato_il: v('il') })
    .returning('id');
});
const SEGNA = istruzioneConElenco<'id' | 'a' | 'il'>((q, da, v) =>
  q('bollettini')
    .where({ id: v('id') })
    .whereIn('stato', da)
    .update({ stato: v('a'), versione: q.raw('versione + 1'), aggiornato_il: v('il') }),
);
const SEGNA_VERSATO = istruzione<'id' | 'da' | 'a' | 'versato' | 'il'>((q, v) =>
  q('bollettini')
    .where({ id: v('id'), stato: v('da') })
    .update({ stato: v('a'), versato: v('versato'), versione: q.raw('versione + 1'), aggiornato_il: v('il') }),
);
const INTERROMPI = istruzione<'rapportoId' | 'anno' | 'numero' | 'giorno' | 'il'>((q, v) =>
  q('bollettini')
    .where({ rapporto_id: v('rapportoId'), trimestre_anno: v('anno'), trimestre_numero: v('numero') })
    .update({ interrotta_il: v('giorno'), aggiornato_il: v('il') }),
);
const RESTITUISCI = istruzione<'id' | 'restituito' | 'doppio' | 'settimane' | 'il'>((q, v) =>
  q('bollettini')
    .where({ id: v('id'), stato: 'pagato' })
    .update({
      restituito: v('restituito'),
      doppio_restituito: v('doppio'),
      settimane: v('settimane'),
      aggiornato_il: v('il'),
    }),
);
const RIPRENDI = istruzione<'id' | 'settimane' | 'il'>((q, v) =>
  q('bollettini')
    .where({ id: v('id'), stato: 'eliminato' })
    .update({
      stato: 'pagato',
      settimane: v('settimane'),
      versione: q.raw('versione + 1'),
      aggiornato_il: v('il'),
    }),
);

export function createRepositoryBollettini(db: Connessione): RepositoryBollettini {
  const molti = async (chiamata: Chiamata) => (await db.righe(chiamata)).map(toBollettino);
  const uno = async (chiamata: Chiamata) => (await molti(chiamata))[0];
  const fatto = async (chiamata: Chiamata) => (await db.scritte(chiamata)) === 1;
  const spostaTutti: RepositoryBollettini['spostaTutti'] = async (ambito, visti, da, a, il) => {
    const elenco = visti.flatMap(({ id, versione }) => [id, versione]);
    const righe = await db.righe(SPOSTA(elenco, { da, a, il, ...delAmbito(ambito) }));
    return new Set(righe.map((riga) => testo(riga, 'id')));
  };
  return {
    inserisci: async (bollettino) => {
      await db.scritte(INSERISCI(toRiga(bollettino)));
    },
    trova: (ambito, id) => uno(TROVA({ id, ...delAmbito(ambito) })),
    conCodiceAvviso: (codiceAvviso) => uno(CON_CODICE_AVVISO({ codiceAvviso })),
    perId: (ids) => molti(PER_ID(ids, {})),
    suoi: (ambito, ids) => molti(SUOI(ids, delAmbito(ambito))),
    inStato: (ambito, stato) => molti(IN_STATO({ stato, ...delAmbito(ambito) })),
    cerca: (cercato) => molti(CERCA({ testo: cercato })),
    delRapporto: (rapportoId) => molti(DEL_RAPPORTO({ rapportoId })),
    delTrimestre: (rapportoId, { anno, numero }) => molti(DEL_TRIMESTRE({ rapportoId, anno, numero })),
    async registraSostituzioni(vecchioId, nuovi) {
      if (nuovi.length === 0) return;
      await db.knex('sostituzioni').insert(nuovi.map((nuovoId) => ({ vecchio_id: vecchioId, nuovo_id: nuovoId })));
    },
    successori: (vecchioId) => molti(SUCCESSORI({ vecchioId })),
    cambia: (ambito, id, versione, cambio, il) =>
      fatto(CAMBIA({ ...toCambiate(cambio), id, versione, il, ...delAmbito(ambito) })),
    ricolloca: (nuove, il) => ricolloca(db.knex, nuove, il),
    spostaTutti,
    sposta: async (ambito, id, versione, da, a, il) =>
      (await spostaTutti(ambito, [{ id, versione }], da, a, il)).has(id),
    segna: (id, da, a, il) => fatto(SEGNA(da, { id, a, il })),
    segnaVersato: (id, da, a, versato, il) => fatto(SEGNA_VERSATO({ id, da, a, versato: versato ?? null, il })),
    async scriviInterruzione(rapportoId, { anno, numero }, giorno, il) {
      await db.scritte(INTERROMPI({ rapportoId, anno, numero, giorno, il }));
    },
    restituisci: (id, { restituito, doppioRestituito, settimane }, il) =>
      fatto(RESTITUISCI({ id, restituito: restituito ?? null, doppio: doppioRestituito ?? null, settimane, il })),
    riprendi: (id, settimane, il) => fatto(RIPRENDI({ id, settimane, il })),
  };
}

/** Weeks are given up first, and taken then: no moment in which two hold one. */
export async function ricolloca(knex: Knex, nuove: readonly SettimaneNuove[], il: string): Promise<boolean> {
  for (const { id, versione, settimane } of nuove) {
    const cedute = knex('bollettini')
      .where({ id, versione })
      .update({ settimane: knex.raw('settimane & ?', [settimane]) });
    if ((await cedute) !== 1) return false;
  }
  for (const { id, settimane } of nuove) {
    await knex('bollettini')
      .where({ id })
      .update({ settimane, versione: knex.raw('versione + 1'), aggiornato_il: il });
  }
  return true;
}

/** What a change of a bollettino writes. */
const CAMBIATE = ['gruppo', 'importo', 'scadenza', 'settimane', 'dati', 'calcolo'] as const;

function toCambiate(cambio: CambioBollettino): Record<(typeof CAMBIATE)[number], string | number> {
  return {
    gruppo: cambio.gruppo,
    importo: cambio.importo,
    scadenza: cambio.scadenza,
    settimane: cambio.settimane,
    dati: JSON.stringify(cambio.dati),
    calcolo: JSON.stringify(cambio.calcolo),
  };
}

const COLONNE = [
  'id',
  'rapporto_id',
  'datore_id',
  'trimestre_anno',
  'trimestre_numero',
  'gruppo',
  'codice_inps',
  'iuv',
  'codice_avviso',
  'importo',
  'scadenza',
  'stato',
  'settimane',
  'integrazione',
  'interrotta_il',
  'versato',
  'restituito',
  'doppio_restituito',
  'versione',
  'dati',
  'calcolo',
  'creato_il',
  'aggiornato_il',
] as const;

export function toRiga(b: Bollettino): Record<(typeof COLONNE)[number], string | number | null> {
  return {
    id: b.id,
    rapporto_id: b.rapportoId,
    datore_id: b.datoreId,
    trimestre_anno: b.trimestre.anno,
    trimestre_numero: b.trimestre.numero,
    codice_inps: b.codiceInps,
    iuv: b.iuv,
    codice_avviso: b.codiceAvviso,
    stato: b.stato,
    integrazione: b.integrazione ?? null,
    interrotta_il: b.interrottaIl ?? null,
    versato: b.versato ?? null,
    restituito: b.restituito ?? null,
    doppio_restituito: b.doppioRestituito ?? null,
    versione: b.versione,
    ...toCambiate(b),
    creato_il: b.creatoIl,
    aggiornato_il: b.aggiornatoIl,
  };
}

export function toBollettino(riga: Riga): Bollettino {
  const calcolo = JSON.parse(testo(riga, 'calcolo')) as CalcoloPersistito;
  const fondo = fondoDi({ calcolo });
  const interrottaIl = testoSe(riga, 'interrotta_il') as Giorno | undefined;
  return {
    id: testo(riga, 'id'),
    rapportoId: testo(riga, 'rapporto_id'),
    datoreId: testo(riga, 'datore_id'),
    trimestre: {
      anno: intero(riga, 'trimestre_anno'),
      numero: intero(riga, 'trimestre_numero') as Trimestre['numero'],
    },
    gruppo: testo(riga, 'gruppo') as GruppoSettimane,
    codiceInps: testo(riga, 'codice_inps') as CodiceInps,
    iuv: testo(riga, 'iuv') as Iuv,
    codiceAvviso: testo(riga, 'codice_avviso') as CodiceAvviso,
    importo: importo(riga),
    scadenza: testo(riga, 'scadenza') as Giorno,
    stato: testo(riga, 'stato') as StatoBollettino,
    settimane: intero(riga, 'settimane') as Settimane,
    ...(riga['integrazione'] !== null && { integrazione: intero(riga, 'integrazione') }),
    ...(interrottaIl !== undefined && { interrottaIl }),
    ...(riga['versato'] != null && { versato: importo(riga, 'versato') }),
    ...(riga['restituito'] != null && { restituito: importo(riga, 'restituito') }),
    ...(riga['doppio_restituito'] != null && { doppioRestituito: importo(riga, 'doppio_restituito') }),
    versione: intero(riga, 'versione'),
    dati: JSON.parse(testo(riga, 'dati')) as DatiPersistiti,
    calcolo,
    ...(fondo !== undefined && { fondo }),
    creatoIl: testo(riga, 'creato_il'),
    aggiornatoIl: testo(riga, 'aggiornato_il'),
  };
}
