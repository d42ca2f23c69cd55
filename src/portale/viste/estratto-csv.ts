import { estrattoToJson, type Estratto } from '../../prospetti/attestazione/index.ts';
import { inCsv, personaInCsv } from './in-csv.ts';

const COLONNE = [
  'riga',
  'anno',
  'lavoratore_codice_fiscale',
  'lavoratore_cognome',
  'lavoratore_nome',
  'datore_codice_fiscale',
  'datore_cognome',
  'datore_nome',
  'codice_rapporto',
  'trimestre',
  'pagato_il',
  'iuv',
  'codice_avviso',
  'iur',
  'ore',
  'retribuzione_oraria_effettiva',
  'settimane',
  'settimane_accreditate',
  'importo',
  'avvertenze',
  'simulazione',
] as const;

/**
 * The extract as a table for programs: its payments, the sum of each year, what it warns of; `riga` says which a row is.
 * @param reale whether its payments are true, not those of a simulation
 */
export function estrattoInCsv(estratto: Estratto, reale: boolean): string {
  const { lavoratore, righe, anni, avvertenze, simulazione } = estrattoToJson(estratto, reale);
  const comune = { ...personaInCsv('lavoratore', lavoratore), simulazione };
  return inCsv(COLONNE, [
    ...righe.map((riga) => ({
      ...{ riga: 'pagamento', anno: riga.anno, ...comune, ...personaInCsv('datore', riga.datore) },
      codice_rapporto: riga.codiceRapporto,
      trimestre: riga.trimestre,
      pagato_il: riga.pagatoIl,
      iuv: riga.iuv,
      codice_avviso: riga.codiceAvviso,
      iur: riga.ricevuta,
      ore: riga.ore,
      retribuzione_oraria_effettiva: riga.retribuzioneOrariaEffettiva,
      settimane: riga.settimane,
      settimane_accreditate: riga.settimaneAccreditate,
      importo: riga.importo,
    })),
    ...anni.map(({ anno, ore, settimane, settimaneAccreditate, importo }) => ({
      ...{ riga: 'anno', anno, ...comune, ore, settimane, settimane_accreditate: settimaneAccreditate, importo },
    })),
    { riga: 'avvertenze', ...comune, avvertenze: avvertenze.join(' ') },
  ]);
}
