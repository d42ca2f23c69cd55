import { attestazioneToJson, type Attestazione } from '../../prospetti/attestazione/index.ts';
import { inCsv, personaInCsv, type RigaCsv } from './in-csv.ts';

const COLONNE = [
  'riga',
  'anno',
  'criterio',
  'datore_codice_fiscale',
  'datore_cognome',
  'datore_nome',
  'lavoratore_codice_fiscale',
  'lavoratore_cognome',
  'lavoratore_nome',
  'codice_rapporto',
  'trimestre',
  'pagato_il',
  'iuv',
  'codice_avviso',
  'iur',
  'quota_datore',
  'quota_lavoratore',
  'contributo_associazione',
  'importo',
  'massimo_deducibile',
  'deducibile',
  'avvertenze',
  'simulazione',
] as const;

type Riga = RigaCsv<(typeof COLONNE)[number]>;
type Json = ReturnType<typeof attestazioneToJson>;

/**
 * The statement as a table for programs: its payments, the sum of each worker, the sum of all; `riga` says which a row is.
 * @param reale whether its payments are true, not those of a simulation
 */
export function attestazioneInCsv(attestazione: Attestazione, reale: boolean): string {
  const { anno, criterio, datore, righe, perLavoratore, totali, ...json } = attestazioneToJson(attestazione, reale);
  const comune = { anno, criterio, ...personaInCsv('datore', datore), simulazione: json.simulazione };
  return inCsv<(typeof COLONNE)[number]>(COLONNE, [
    ...righe.map((riga) => ({
      ...{ riga: 'pagamento', ...comune, ...personaInCsv('lavoratore', riga.lavoratore), ...quote(riga) },
      codice_rapporto: riga.codiceRapporto,
      trimestre: riga.trimestre,
      pagato_il: riga.pagatoIl,
      iuv: riga.iuv,
      codice_avviso: riga.codiceAvviso,
      iur: riga.ricevuta,
    })),
    ...perLavoratore.map(({ lavoratore, ...sue }) => ({
      ...{ riga: 'lavoratore', ...comune, ...personaInCsv('lavoratore', lavoratore), ...quote(sue) },
    })),
    {
      ...{ riga: 'totale', ...comune, ...quote(totali) },
      massimo_deducibile: json.massimoDeducibile,
      deducibile: json.deducibile,
      avvertenze: json.avvertenze.join(' '),
    },
  ]);
}

function quote({ quotaDatore, quotaLavoratore, associazione, importo }: Json['totali']): Riga {
  return {
    quota_datore: quotaDatore,
    quota_lavoratore: quotaLavoratore,
    contributo_associazione: associazione,
    importo,
  };
}
