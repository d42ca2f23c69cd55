import type { Knex } from 'knex';
import { senzaPassword } from '../pagopa/soap/senza-password.ts';
import type {
  Evento,
  EventoDatato,
  EventoRegistrato,
  FiltroEventi,
  GiornaleEventi,
} from '../pagamenti/giornale-eventi.ts';
import type { Connessione } from './connessione.ts';
import { inserimento } from './istruzione.ts';
import { intero, opzionale, type Riga, testo, testoSe } from './righe.ts';

/** Field of an event → its column. */
const COLONNE = {
  categoria: 'categoria',
  tipo: 'tipo',
  sottotipo: 'sottotipo',
  componente: 'componente',
  fruitore: 'fruitore',
  erogatore: 'erogatore',
  stazione: 'stazione',
  psp: 'psp',
  canale: 'canale',
  dominio: 'dominio',
  iuv: 'iuv',
  ccp: 'ccp',
  idCarrello: 'id_carrello',
  esito: 'esito',
  messaggio: 'messaggio',
  dataOra: 'data_ora',
} as const satisfies Record<keyof EventoDatato, string>;

const CAMPI = Object.keys(COLONNE) as (keyof EventoDatato)[];
const REGISTRA = inserimento('giornale_eventi', Object.values(COLONNE));

export function createGiornaleEventi(db: Connessione): GiornaleEventi {
  return {
    async registra(eventi) {
      await Promise.all(REGISTRA(eventi.map(toRiga)).map((chiamata) => db.scritte(chiamata)));
    },
    async elenco(filtro) {
      const righe = (await select(db.knex, filtro)) as Riga[];
      return righe.map(toEvento);
    },
  };
}

function select(db: Knex, filtro: FiltroEventi): Knex.QueryBuilder {
  const query = db('giornale_eventi').orderBy('id');
  const { iuv, ccp, idCarrello } = filtro;
  if (iuv !== undefined || idCarrello !== undefined) {
    void query.where((una) => {
      if (idCarrello !== undefined) void una.orWhere({ id_carrello: idCarrello });
      if (iuv !== undefined) void una.orWhere(ccp === undefined ? { iuv } : { iuv, ccp });
    });
  }
  if (filtro.dal !== undefined) void query.where('data_ora', '>=', filtro.dal);
  if (filtro.al !== undefined) void query.where('data_ora', '<', filtro.al);
  if (filtro.dopo !== undefined) void query.where('id', '>', filtro.dopo);
  if (filtro.massimo !== undefined) void query.limit(filtro.massimo);
  return query;
}

function toRiga(evento: EventoDatato): Record<(typeof COLONNE)[keyof EventoDatato], string | null> {
  const scritto = { ...evento, messaggio: senzaPassword(evento.messaggio) };
  return Object.fromEntries(CAMPI.map((campo) => [COLONNE[campo], scritto[campo] ?? null])) as ReturnType<
    typeof toRiga
  >;
}

function toEvento(riga: Riga): EventoRegistrato {
  const facoltativi = (['stazione', 'psp', 'canale', 'dominio', 'iuv', 'ccp', 'idCarrello', 'esito'] as const).map(
    (campo) => opzionale(campo, testoSe(riga, COLONNE[campo])),
  );
  return {
    numero: intero(riga, 'id'),
    dataOra: testo(riga, 'data_ora'),
    categoria: testo(riga, 'categoria') as Evento['categoria'],
    tipo: testo(riga, 'tipo'),
    sottotipo: testo(riga, 'sottotipo') as Evento['sottotipo'],
    componente: testo(riga, 'componente'),
    fruitore: testo(riga, 'fruitore'),
    erogatore: testo(riga, 'erogatore'),
    ...(Object.assign({}, ...facoltativi) as Partial<Evento>),
    messaggio: testo(riga, 'messaggio'),
  };
}
