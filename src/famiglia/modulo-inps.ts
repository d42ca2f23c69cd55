import type { RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import type { Bollettino } from '../bollettini/bollettino.ts';
import { calcoloEmesso } from '../bollettini/calcolo-emesso.ts';
import { settimane } from '../scadenze/settimane.ts';
import { formatTrimestre } from '../scadenze/trimestre.ts';
import { formatEuroItaliano } from '../valori/denaro.ts';
import { formatGiornoItaliano, type Giorno } from '../valori/giorno.ts';

/** One thing that INPS's own form asks, as it is to be written there. */
export interface VoceModulo {
  readonly nome: string;
  readonly etichetta: string;
  /** As it is typed or pasted; empty where the form's field stays empty. */
  readonly valore: string;
  readonly nota?: string;
}

/** A week of the quarter with the flag that INPS's form wants. */
export interface SettimanaModulo {
  readonly numero: number;
  readonly dal: Giorno;
  readonly al: Giorno;
  /** 1 = paid, 0 = not paid, 2 = week of unworked notice paid at the end. */
  readonly segno: string;
}

/** What to write in INPS's form for one bollettino, in the form's own order. */
export interface ModuloInps {
  readonly voci: readonly VoceModulo[];
  readonly settimane: readonly SettimanaModulo[];
  /** All the flags together. */
  readonly segni: string;
}

/**
 * The fields of INPS's payment form (Portale dei pagamenti, Lavoratori domestici: which rapporto and quarter; then hours, weeks,
 * effective hourly pay, contractual assistance, end date).
 */
export function moduloInps(
  bollettino: Bollettino,
  rapporto: RapportoDiLavoro,
  codiceFiscaleDatore: string,
): ModuloInps {
  const { ore, retribuzioneOrariaEffettiva: paga, associazione } = calcoloEmesso(bollettino.calcolo);
  const segni = flagsOf(bollettino);
  const fine = endIn(bollettino, rapporto);
  return {
    voci: [
      { nome: 'codiceFiscale', etichetta: 'Codice fiscale del datore di lavoro', valore: codiceFiscaleDatore },
      { nome: 'codiceRapporto', etichetta: 'Codice rapporto di lavoro', valore: rapporto.codice },
      { nome: 'trimestre', etichetta: 'Trimestre e anno', valore: formatTrimestre(bollettino.trimestre) },
      { nome: 'ore', etichetta: 'Ore retribuite nel trimestre', valore: ore.toFixed().replace('.', ',') },
      {
        nome: 'settimane',
        etichetta: 'Settimane retribuite',
        valore: segni,
        nota: 'Un segno per settimana, dalla prima: 1 retribuita, 0 no, 2 preavviso non lavorato. Sotto ci sono le date.',
      },
      {
        nome: 'paga',
        etichetta: 'Retribuzione oraria effettiva',
        valore: paga === null ? '' : formatEuroItaliano(paga),
        nota:
          paga === null
            ? 'Qui non è stata indicata: oltre 24 ore a settimana non cambia l’importo. Scrivere la paga oraria con tredicesima, vitto e alloggio.'
            : 'Con la tredicesima e il valore di vitto e alloggio.',
      },
      {
        nome: 'associazione',
        etichetta: 'Codice dell’assistenza contrattuale',
        valore: associazione?.codice ?? '',
        ...(associazione === null && { nota: 'Nessuno: lasciare vuoto.' }),
      },
      {
        nome: 'importoAssociazione',
        etichetta: 'Importo dell’assistenza contrattuale',
        valore: associazione === null ? '' : formatEuroItaliano(associazione.totale),
        ...(associazione === null && { nota: 'Nessuno: lasciare vuoto.' }),
      },
      {
        nome: 'cessazione',
        etichetta: 'Data di cessazione',
        valore: fine === undefined ? '' : formatGiornoItaliano(fine),
        ...(fine === undefined && { nota: 'Il rapporto continua: lasciare vuoto.' }),
      },
    ],
    settimane: settimane(bollettino.trimestre).map(({ domenica, sabato }, n) => ({
      numero: n + 1,
      dal: domenica,
      al: sabato,
      segno: segni[n] ?? '0',
    })),
    segni,
  };
}

/** Those of the quarter told as it was, else one for each week that the bollettino pays. */
function flagsOf({ trimestre, settimane: coperte, calcolo, integrazione }: Bollettino): string {
  const { dettaglio } = calcolo as { readonly dettaglio?: { readonly segniSettimane: string } };
  if (dettaglio !== undefined && integrazione === undefined) return dettaglio.segniSettimane;
  return settimane(trimestre)
    .map((_, n) => ((coperte >> n) & 1 ? '1' : '0'))
    .join('');
}

/** The end that the bollettino was told of, else the rapporto's, where it falls by the quarter's last week. */
function endIn({ dati, trimestre }: Bollettino, { cessazione }: RapportoDiLavoro): Giorno | undefined {
  const raccontato = typeof dati['situazione'] === 'string' ? (JSON.parse(dati['situazione']) as typeof dati) : dati;
  const detta = typeof raccontato['cessazione'] === 'string' ? (raccontato['cessazione'] as Giorno) : cessazione;
  const ultima = settimane(trimestre).at(-1)?.sabato;
  return detta !== undefined && ultima !== undefined && detta <= ultima ? detta : undefined;
}
