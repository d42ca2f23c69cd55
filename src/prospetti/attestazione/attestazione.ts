import type { RegoleTributi } from '../../norme/tributi.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { centesimi, type Centesimi } from '../../valori/denaro.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { italiano } from '../../valori/italiano.ts';
import type { Passo } from '../../valori/spiegazione.ts';
import { euroIt } from '../formati.ts';
import { raggruppa } from '../raggruppa.ts';
import {
  inOrdine,
  ripartisci,
  sommaQuote,
  type BollettinoPagato,
  type Persona,
  type Ripartizione,
} from './bollettino-pagato.ts';
import { fonteUnica } from '../../valori/fonte-unica.ts';

/** The year of a statement: of the payments (what the tax return asks) or of the quarters they pay. */
export type CriterioAttestazione = 'anno-di-pagamento' | 'anno-di-contribuzione';

export interface RigaAttestazione extends Ripartizione {
  readonly bollettino: BollettinoPagato;
}

/** The employer's statement of the contributions paid. */
export interface Attestazione {
  readonly datore: Persona;
  readonly anno: number;
  readonly criterio: CriterioAttestazione;
  readonly righe: readonly RigaAttestazione[];
  readonly perLavoratore: readonly { readonly lavoratore: Persona; readonly totali: Ripartizione }[];
  readonly totali: Ripartizione;
  /** Employer's share up to the yearly maximum; null by year of contribution, which the tax return does not look at. */
  readonly deducibile: Centesimi | null;
  /** That maximum; null by year of contribution. */
  readonly massimo: Centesimi | null;
  readonly passi: readonly Passo[];
  readonly avvertenze: readonly string[];
}

/**
 * The statement of one employer's payments in a year (INPS message 1773/2024 gives both kinds; art. 10 c. 2 TUIR).
 * @param bollettini payments of that employer; those of other employers or years are left out
 */
export function attestazione(
  datore: Persona,
  anno: number,
  criterio: CriterioAttestazione,
  bollettini: readonly BollettinoPagato[],
  regole: RegoleTributi,
): Attestazione {
  const suoi = inOrdine(bollettini).filter(
    (bollettino) => bollettino.datore.codiceFiscale === datore.codiceFiscale && yearOf(bollettino, criterio) === anno,
  );
  const righe = suoi.map((bollettino) => ({ bollettino, ...ripartisci(bollettino) }));
  const totali = sommaQuote(righe);
  const perCassa = criterio === 'anno-di-pagamento';
  const { massimo, fonti, note } = regole.deduzioneContributi;
  const deducibile = centesimi(Math.min(massimo, totali.quotaDatore));
  return {
    datore,
    anno,
    criterio,
    righe,
    perLavoratore: byWorker(righe),
    totali,
    deducibile: perCassa ? deducibile : null,
    massimo: perCassa ? massimo : null,
    passi: perCassa
      ? [
          {
            etichetta: italiano`Contributi deducibili del ${anno}`,
            formula: `il minore fra ${euroIt(totali.quotaDatore)} (quota del datore) e ${euroIt(massimo)}`,
            risultato: euroIt(deducibile),
            fonte: fonteUnica(fonti),
          },
        ]
      : [],
    avvertenze: [
      ...(perCassa
        ? note
        : ['Per la dichiarazione dei redditi serve l’attestazione per anno di pagamento, non questa.']),
      ...doubles(suoi),
      ...(righe.length === 0 ? [italiano`Nel ${anno} non risultano pagamenti.`] : []),
    ],
  };
}

function yearOf({ pagatoIl, trimestre }: BollettinoPagato, criterio: CriterioAttestazione): number {
  return criterio === 'anno-di-pagamento' ? Number(pagatoIl.slice(0, 4)) : trimestre.anno;
}

function byWorker(righe: readonly RigaAttestazione[]): Attestazione['perLavoratore'] {
  const gruppi = raggruppa(righe, ({ bollettino }) => bollettino.lavoratore.codiceFiscale);
  return [...gruppi.values()].flatMap((sue) =>
    sue[0] === undefined ? [] : [{ lavoratore: sue[0].bollettino.lavoratore, totali: sommaQuote(sue) }],
  );
}

/** The same amount twice for the same rapporto and quarter: one of the two may be given back, and then not deducted. */
function doubles(bollettini: readonly BollettinoPagato[]): string[] {
  const visti = new Map<string, BollettinoPagato>();
  return bollettini.flatMap((bollettino) => {
    const chiave = `${bollettino.codiceRapporto} ${formatTrimestre(bollettino.trimestre)} ${bollettino.importo}`;
    const primo = visti.get(chiave);
    visti.set(chiave, bollettino);
    if (primo === undefined) return [];
    return [
      `Il trimestre ${formatTrimestre(bollettino.trimestre)} del rapporto ${bollettino.codiceRapporto} risulta pagato due volte con lo stesso importo ` +
        `(${formatGiornoItaliano(primo.pagatoIl)} e ${formatGiornoItaliano(bollettino.pagatoIl)}): se INPS rimborsa, la quota rimborsata non si deduce.`,
    ];
  });
}
