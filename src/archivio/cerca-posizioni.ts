import type { CercaPosizioni } from '../accesso/porte.ts';
import type { Connessione } from './connessione.ts';
import { istruzione } from './istruzione.ts';
import { testo } from './righe.ts';

const RAPPORTO = istruzione<'codiceFiscale' | 'codice'>((q, v) =>
  q('rapporti')
    .join('datori', 'datori.id', 'rapporti.datore_id')
    .where({ 'datori.codice_fiscale': v('codiceFiscale'), 'rapporti.codice': v('codice') })
    .select('rapporti.id', 'rapporti.datore_id'),
);
const DATORE = istruzione<'codiceFiscale'>((q, v) =>
  q('datori')
    .where({ codice_fiscale: v('codiceFiscale') })
    .select('id'),
);
const DEL_LAVORATORE = istruzione<'codiceFiscale'>((q, v) =>
  q('rapporti')
    .join('lavoratori', 'lavoratori.id', 'rapporti.lavoratore_id')
    .where({ 'lavoratori.codice_fiscale': v('codiceFiscale') })
    .orderByRaw('CASE WHEN rapporti.cessazione IS NULL THEN 0 ELSE 1 END, rapporti.assunzione DESC, rapporti.id')
    .select('rapporti.id', 'rapporti.datore_id'),
);

/** Looks people up for the ways in. */
export function createCercaPosizioni(db: Connessione): CercaPosizioni {
  return {
    async rapportoDelDatore(codiceFiscale, codice) {
      const [riga] = await db.righe(RAPPORTO({ codiceFiscale, codice }));
      return riga && { datoreId: testo(riga, 'datore_id'), rapportoId: testo(riga, 'id') };
    },
    async datoreConCodiceFiscale(codiceFiscale) {
      const [riga] = await db.righe(DATORE({ codiceFiscale }));
      return riga && testo(riga, 'id');
    },
    async rapportiDelLavoratore(codiceFiscale) {
      const righe = await db.righe(DEL_LAVORATORE({ codiceFiscale }));
      return righe.map((riga) => ({ datoreId: testo(riga, 'datore_id'), rapportoId: testo(riga, 'id') }));
    },
  };
}
