import type { Knex } from 'knex';
import type { Id, Lavoratore } from '../anagrafe/rapporto-di-lavoro.ts';
import type { NuovoDatore, NuovoRapporto, RegistroRapporti } from '../anagrafe/registro-rapporti.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { newId } from '../valori/new-id.ts';
import { loadRapporti, toCondizioniRow, toDatore } from './repository-rapporti.ts';
import { type Riga, testo } from './righe.ts';
import { inTransazione } from './transazione.ts';

/** The register over the database: whoever is known keeps their id, what is given replaces what was written. */
export function createRegistroRapporti(knex: Knex): RegistroRapporti {
  const trovaDatore = async (colonna: 'id' | 'codice_fiscale', valore: string) => {
    const riga = (await knex('datori')
      .where({ [colonna]: valore })
      .first()) as Riga | undefined;
    return riga && toDatore(riga);
  };
  return {
    registra: (nuovo) =>
      inTransazione(() =>
        knex.transaction(async (trx) => {
          const id = await writeRapporto(trx, nuovo);
          const [rapporto] = await loadRapporti(trx, (query) => query.where('rapporti.id', id));
          if (rapporto === undefined) throw new Error('the rapporto just written is not there');
          return rapporto;
        }),
      ),
    async scriviDatore(nuovo) {
      const id = await inTransazione(() => knex.transaction((trx) => writeDatore(trx, nuovo)));
      return { ...nuovo, id };
    },
    datoreConCodiceFiscale: (codiceFiscale) => trovaDatore('codice_fiscale', codiceFiscale),
    datore: (id) => trovaDatore('id', id),
    async scegliLingua(id, lingua) {
      await inTransazione(() => knex('datori').where({ id }).update({ lingua_avviso: lingua }));
    },
    async rapportoConCodice(codice) {
      const [rapporto] = await loadRapporti(knex, (query) => query.where('rapporti.codice', codice));
      return rapporto;
    },
    rapportiDelDatore: (datoreId) => loadRapporti(knex, (query) => query.where('rapporti.datore_id', datoreId)),
  };
}

async function writeRapporto(trx: Knex.Transaction, nuovo: NuovoRapporto): Promise<Id> {
  const datoreId = await writeDatore(trx, nuovo.datore);
  const lavoratoreId = await writeLavoratore(trx, datoreId, nuovo.lavoratore);
  await trx('rapporti')
    .insert({
      id: newId(),
      codice: nuovo.codice,
      datore_id: datoreId,
      lavoratore_id: lavoratoreId,
      assunzione: nuovo.assunzione,
      cessazione: nuovo.cessazione ?? null,
      territorio: nuovo.territorio ?? null,
    })
    .onConflict('codice')
    .ignore();
  const scritto = (await trx('rapporti').where({ codice: nuovo.codice }).first()) as Riga;
  if (scritto['datore_id'] !== datoreId || scritto['lavoratore_id'] !== lavoratoreId) throw notTheirs();
  const id = testo(scritto, 'id');
  await trx('rapporti')
    .where({ id })
    .update({
      assunzione: nuovo.assunzione,
      cessazione: nuovo.cessazione ?? null,
      // Who says nothing of the place leaves it as it was.
      ...(nuovo.territorio !== undefined && { territorio: nuovo.territorio }),
    });
  await trx('condizioni')
    .insert(nuovo.condizioni.map((condizioni) => toCondizioniRow(id, condizioni)))
    .onConflict(['rapporto_id', 'dal'])
    .merge();
  return id;
}

async function writeDatore(
  trx: Knex.Transaction,
  { codiceFiscale, cognome, nome, indirizzo, linguaAvviso }: NuovoDatore,
): Promise<Id> {
  const lingua = linguaAvviso === undefined ? {} : { lingua_avviso: linguaAvviso };
  const [riga] = await trx('datori')
    .insert({ id: newId(), codice_fiscale: codiceFiscale, cognome, nome, ...indirizzo, ...lingua })
    .onConflict('codice_fiscale')
    .merge(['cognome', 'nome', ...Object.keys(indirizzo ?? {}), ...Object.keys(lingua)])
    .returning<Riga[]>('id');
  return testo(riga ?? {}, 'id');
}

async function writeLavoratore(
  trx: Knex.Transaction,
  datoreId: Id,
  { codiceFiscale, cognome, nome }: Omit<Lavoratore, 'id'>,
): Promise<Id> {
  const [riga] = await trx('lavoratori')
    .insert({ id: newId(), datore_id: datoreId, codice_fiscale: codiceFiscale, cognome, nome })
    .onConflict(['datore_id', 'codice_fiscale'])
    .merge(['cognome', 'nome'])
    .returning<Riga[]>('id');
  return testo(riga ?? {}, 'id');
}

/** One sentence for both: whose the code is, nobody else is told. */
function notTheirs(): ErroreDati {
  return new ErroreDati('rapporto-di-altri', { campo: 'codice rapporto' });
}
