import type { Knex } from 'knex';

/** What of a copied row is its own, as SQL over its number `n`; everything else is that of the row it is copied from. */
type Suo = Readonly<Record<string, string>>;

const testo = (numero: string): string => `CAST(${numero} + n AS TEXT)`;
const id = (lettera: string): string => `'${lettera}' || ${testo('1000000000')}`;

/** Tables in the order in which rows refer to each other, with the row to copy. */
const TABELLE: readonly (readonly [tabella: string, modello: string, suo: Suo])[] = [
  ['datori', '1 = 1', { id: id('d'), codice_fiscale: id('G') }],
  ['lavoratori', '1 = 1', { id: id('l'), datore_id: id('d') }],
  ['rapporti', '1 = 1', { id: id('r'), codice: testo('50000000000'), datore_id: id('d'), lavoratore_id: id('l') }],
  ['condizioni', '1 = 1', { rapporto_id: id('r') }],
  [
    'bollettini',
    "stato = 'pagato'",
    {
      id: id('b'),
      rapporto_id: id('r'),
      datore_id: id('d'),
      codice_inps: testo('700000000000000'),
      iuv: testo('70000000000000000'),
      codice_avviso: testo('400000000000000000'),
    },
  ],
  ['conferme', '1 = 1', { id: id('c'), datore_id: id('d'), chiave: id('k') }],
  [
    'consegne',
    "stato = 'conclusa'",
    { id: id('h'), datore_id: id('d'), conferma_id: id('c'), id_carrello: id('q'), id_sessione: id('s') },
  ],
  [
    'tentativi',
    "stato = 'eseguito'",
    { id: id('t'), consegna_id: id('h'), bollettino_id: id('b'), iuv: testo('70000000000000000'), ccp: id('p') },
  ],
  ['richieste', '1 = 1', { tentativo_id: id('t') }],
  ['ricevute', '1 = 1', { id: id('v'), tentativo_id: id('t') }],
  [
    'incassi',
    "natura = 'dovuto'",
    { id: id('i'), tentativo_id: id('t'), bollettino_id: id('b'), iuv: testo('70000000000000000'), iur: id('u') },
  ],
  ['atti', '1 = 1', { oggetto_id: id('t') }],
];

/**
 * Fills an archive with payments that are over, copies of one that is, so that each table is as large as after years.
 * @param eventi rows of the journal
 */
export async function riempi(knex: Knex, quanti: number, eventi: number): Promise<void> {
  for (const [tabella, modello, suo] of TABELLE) await copia(knex, tabella, { modello, suo, quante: quanti });
  const suo = { iuv: testo('70000000000000000'), ccp: id('p'), id_carrello: id('q') };
  await copia(knex, 'giornale_eventi', { modello: '1 = 1', suo, quante: eventi });
  await knex.raw('ANALYZE');
}

async function copia(
  knex: Knex,
  tabella: string,
  { modello, suo, quante }: { readonly modello: string; readonly suo: Suo; readonly quante: number },
): Promise<void> {
  const colonne = Object.keys(await knex(tabella).columnInfo());
  // Rows that the database numbers by itself go on being numbered.
  const scritte = colonne.filter((colonna) => colonna !== 'id' || suo['id'] !== undefined);
  const valori = scritte.map((colonna) => suo[colonna] ?? `m.${colonna}`);
  await knex.raw(
    `INSERT INTO ${tabella} (${scritte.join(', ')})
     WITH RECURSIVE numeri (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numeri WHERE n < ${quante})
     SELECT ${valori.join(', ')} FROM (SELECT * FROM ${tabella} WHERE ${modello} LIMIT 1) m, numeri`,
  );
}
