import type { Norme } from '../norme/norme.ts';
import type { Decimale } from '../valori/decimale.ts';
import type { Calcolo, DatiCalcolo } from './calcolo.ts';
import { conto } from './conto/conto.ts';
import { importi, type ImportiGruppo } from './conto/importi.ts';
import type { Riga } from './conto/riga.ts';
import { daDire } from './spiega/da-dire.ts';
import { situazioneDa } from './situazione/da-dati.ts';
import type { Situazione } from './situazione/situazione.ts';

/** The figures of a calculation without its explanation. */
export interface ImportiCalcolo extends Pick<
  Calcolo,
  | 'trimestre'
  | 'settimane'
  | 'settimaneAccreditate'
  | 'fascia'
  | 'senzaCuaf'
  | 'tempoDeterminato'
  | 'contributoOrario'
  | 'associazione'
  | 'totale'
  | 'quotaLavoratore'
  | 'quotaDatore'
  | 'scadenza'
> {
  /** Paid hours of the quarter: in hundredths, or exact. */
  readonly ore: number | Decimale;
  /** Sentences that not even a row of a file goes without. */
  readonly daDire: readonly string[];
}

/**
 * What `calcolaDati` gives, figures alone: for files of a million rows, where the explanation would be most of the work.
 * @throws ErroreDati as `calcolaDati`
 */
export function calcolaImporti(dati: DatiCalcolo, norme: Norme): ImportiCalcolo[] {
  return importiTrimestre(situazioneDa(dati), norme);
}

/** What `calcolaTrimestre` gives, figures alone. @throws ErroreDati as `calcolaTrimestre` */
export function importiTrimestre(situazione: Situazione, norme: Norme): ImportiCalcolo[] {
  const suo = conto(situazione, norme);
  const { gruppi, scadenza } = suo;
  const soldi = importi(suo, norme);
  const dette = daDire(suo, norme);
  return gruppi.map(({ righe, settimane }, n) => {
    const ultima = righe[righe.length - 1] as Riga;
    const voce = soldi[n] as ImportiGruppo;
    let ore = 0;
    for (const riga of righe) ore += riga.centesimiDiOra;
    return {
      trimestre: situazione.trimestre,
      settimane,
      settimaneAccreditate: suo.settimaneAccreditate,
      ore,
      fascia: ultima.fascia,
      senzaCuaf: ultima.senzaCuaf,
      tempoDeterminato: ultima.tempoDeterminato,
      contributoOrario: ultima.tariffa.contributoOrario,
      associazione: voce.associazione,
      totale: voce.totale,
      quotaLavoratore: voce.quotaLavoratore,
      quotaDatore: voce.quotaDatore,
      scadenza,
      daDire: dette,
    };
  });
}
