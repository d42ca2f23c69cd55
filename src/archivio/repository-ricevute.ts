import type { Incasso, RepositoryRicevute, RicevutaConservata } from '../pagamenti/porte.ts';
import type { Ricevuta } from '../pagamenti/servizio-pagamenti.ts';
import type { Iuv } from '../pagopa/identificativi/codice-avviso.ts';
import type { Giorno } from '../valori/giorno.ts';
import type { Connessione } from './connessione.ts';
import { type Chiamata, insertOf, istruzione, istruzioneConElenco } from './istruzione.ts';
import { importo, intero, type Riga, siNo, testo } from './righe.ts';

const COLONNE_RICEVUTA = [
  'id',
  'tentativo_id',
  'id_messaggio',
  'impronta',
  'esito',
  'coerente',
  'importo',
  'dati',
  'xml',
  'ricevuta_il',
] as const;
const COLONNE_INCASSO = [
  'id',
  'tentativo_id',
  'bollettino_id',
  'dominio',
  'iuv',
  'iur',
  'indice',
  'importo',
  'data_esito',
  'natura',
  'registrato_il',
] as const;

const INSERISCI = istruzione<(typeof COLONNE_RICEVUTA)[number]>((q, v) => insertOf(q, 'ricevute', COLONNE_RICEVUTA, v));
const DEL_TENTATIVO = istruzione<'tentativoId'>((q, v) =>
  q('ricevute')
    .where({ tentativo_id: v('tentativoId') })
    .orderBy('ricevuta_il'),
);
const DEL_BOLLETTINO = istruzione<'bollettinoId'>((q, v) =>
  q('ricevute')
    .join('tentativi', 'tentativi.id', 'ricevute.tentativo_id')
    .where('tentativi.bollettino_id', v('bollettinoId'))
    .orderBy('ricevute.ricevuta_il')
    .select('ricevute.*'),
);
const POSITIVE = istruzioneConElenco((q, tentativi) =>
  q('ricevute').whereIn('tentativo_id', tentativi).where({ esito: '0', coerente: 1 }).orderBy('ricevuta_il'),
);
const REGISTRA_INCASSO = istruzione<(typeof COLONNE_INCASSO)[number]>((q, v) =>
  insertOf(q, 'incassi', COLONNE_INCASSO, v).onConflict().ignore(),
);
const INCASSI_DEL_BOLLETTINO = istruzione<'bollettinoId'>((q, v) =>
  q('incassi')
    .where({ bollettino_id: v('bollettinoId') })
    .orderBy('registrato_il'),
);

/** Receipts and the money they tell of; both tables only grow. */
export function createRepositoryRicevute(db: Connessione): RepositoryRicevute {
  const molte = async (chiamata: Chiamata) => (await db.righe(chiamata)).map(toRicevuta);
  return {
    async inserisci(r) {
      await db.scritte(
        INSERISCI({
          id: r.id,
          tentativo_id: r.tentativoId,
          id_messaggio: r.idMessaggio,
          impronta: r.impronta,
          esito: r.esito,
          coerente: Number(r.coerente),
          importo: r.importo,
          dati: JSON.stringify(r.dati),
          xml: r.xml,
          ricevuta_il: r.ricevutaIl,
        }),
      );
    },
    delTentativo: (tentativoId) => molte(DEL_TENTATIVO({ tentativoId })),
    delBollettino: (bollettinoId) => molte(DEL_BOLLETTINO({ bollettinoId })),
    positive: (tentativoIds) => molte(POSITIVE(tentativoIds, {})),
    registraIncasso: async (i) =>
      (await db.scritte(
        REGISTRA_INCASSO({
          id: i.id,
          tentativo_id: i.tentativoId,
          bollettino_id: i.bollettinoId,
          dominio: i.dominio,
          iuv: i.iuv,
          iur: i.iur,
          indice: i.indice,
          importo: i.importo,
          data_esito: i.dataEsito,
          natura: i.natura,
          registrato_il: i.registratoIl,
        }),
      )) === 1,
    incassiDelBollettino: async (bollettinoId) =>
      (await db.righe(INCASSI_DEL_BOLLETTINO({ bollettinoId }))).map(toIncasso),
  };
}

function toRicevuta(riga: Riga): RicevutaConservata {
  return {
    id: testo(riga, 'id'),
    tentativoId: testo(riga, 'tentativo_id'),
    idMessaggio: testo(riga, 'id_messaggio'),
    impronta: testo(riga, 'impronta'),
    esito: testo(riga, 'esito'),
    coerente: siNo(riga, 'coerente'),
    importo: importo(riga),
    dati: JSON.parse(testo(riga, 'dati')) as Ricevuta,
    xml: testo(riga, 'xml'),
    ricevutaIl: testo(riga, 'ricevuta_il'),
  };
}

function toIncasso(riga: Riga): Incasso {
  return {
    id: testo(riga, 'id'),
    tentativoId: testo(riga, 'tentativo_id'),
    bollettinoId: testo(riga, 'bollettino_id'),
    dominio: testo(riga, 'dominio'),
    iuv: testo(riga, 'iuv') as Iuv,
    iur: testo(riga, 'iur'),
    indice: intero(riga, 'indice'),
    importo: importo(riga),
    dataEsito: testo(riga, 'data_esito') as Giorno,
    natura: testo(riga, 'natura') as Incasso['natura'],
    registratoIl: testo(riga, 'registrato_il'),
  };
}
