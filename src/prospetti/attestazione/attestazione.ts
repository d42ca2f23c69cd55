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
import type { CriterioAttestazione } from './criterio.ts';
import { fondoSottoIlMinimo, type LettoIl } from './fondo-dell-anno.ts';

/** Whose statement, of which year. */
interface AttestazioneChiesta {
  readonly datore: Persona;
  readonly anno: number;
  readonly criterio: CriterioAttestazione;
}

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
  { datore, anno, criterio }: AttestazioneChiesta,
  bollettini: readonly BollettinoPagato[],
  tributi: RegoleTributi,
  lettoIl: LettoIl,
): Attestazione {
  const suoi = inOrdine(bollettini).filter(
    (bollettino) => bollettino.datore.codiceFiscale === datore.codiceFiscale && yearOf(bollettino, criterio) === anno,
  );
  const righe = suoi.map((bollettino) => ({ bollettino, ...ripartisci(bollettino) }));
  const totali = sommaQuote(righe);
  const perCassa = criterio === 'anno-di-pagamento';
  const { massimo, fonti, note } = tributi.deduzioneContributi;
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
      ...fondi({ anno, criterio }, suoi, lettoIl),
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

/** Benefits are of each worker: the fund's minimum is looked at for each. */
function fondi(
  quale: Pick<AttestazioneChiesta, 'anno' | 'criterio'>,
  pagati: readonly BollettinoPagato[],
  lettoIl: LettoIl,
): string[] {
  const gruppi = raggruppa(pagati, ({ lavoratore }) => lavoratore.codiceFiscale);
  return [...gruppi.values()].flatMap((suoi) => {
    const { nome = '', cognome = '' } = suoi[0]?.lavoratore ?? {};
    return fondoSottoIlMinimo({ ...quale, per: `Per ${nome} ${cognome}` }, suoi, lettoIl);
  });
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
