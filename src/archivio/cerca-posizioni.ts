import type { Knex } from 'knex';
import type { CercaPosizioni } from '../accesso/porte.ts';
import { type Riga, testo, testoSe } from './righe.ts';

/** Looks people up for the ways in. */
export function createCercaPosizioni(db: Knex): CercaPosizioni {
  return {
    async rapportoDelDatore(codiceFiscale, codice) {
      const riga = await db('rapporti')
        .join('datori', 'datori.id', 'rapporti.datore_id')
        .where({ 'datori.codice_fiscale': codiceFiscale, 'rapporti.codice': codice })
        .first<Riga | undefined>('rapporti.id', 'rapporti.datore_id');
      return riga && { datoreId: testo(riga, 'datore_id'), rapportoId: testo(riga, 'id') };
    },
    async datoreConCodiceFiscale(codiceFiscale) {
      const riga = await db('datori').where({ codice_fiscale: codiceFiscale }).first<Riga | undefined>('id');
      return riga && testoSe(riga, 'id');
    },
  };
}
