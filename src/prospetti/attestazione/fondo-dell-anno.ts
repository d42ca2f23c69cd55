import type { Norme } from '../../norme/norme.ts';
import { scadenza } from '../../scadenze/scadenza.ts';
import { somma } from '../../valori/denaro.ts';
import type { Giorno } from '../../valori/giorno.ts';
import { italiano } from '../../valori/italiano.ts';
import { euroIt } from '../formati.ts';
import { sottoIlMinimoDelFondo } from '../minimo-del-fondo.ts';
import { raggruppa } from '../raggruppa.ts';
import type { BollettinoPagato } from './bollettino-pagato.ts';
import type { CriterioAttestazione } from './criterio.ts';

/** What a statement is read with: the law, and the day on which it is made. */
export interface LettoIl {
  readonly norme: Norme;
  readonly oggi: Giorno;
}

/** The year of one worker's contributions to a fund, and by which of its days it is that year's. */
interface AnnoDelFondo {
  readonly anno: number;
  readonly criterio: CriterioAttestazione;
  /** Begins the sentences: `Per Anna Prova`; absent where a statement is of one worker alone. */
  readonly per?: string;
}

/**
 * A year in which a worker's fund was paid less than gives its benefits, said for each fund: what is missing may still come while
 * the year is under way. Who paid nothing for a fund is not told of it.
 * @param pagati of that worker and year
 */
export function fondoSottoIlMinimo(
  { anno, criterio, per }: AnnoDelFondo,
  pagati: readonly BollettinoPagato[],
  { norme, oggi }: LettoIl,
): string[] {
  const versamenti = pagati.flatMap(({ associazione }) => (associazione === null ? [] : [associazione]));
  return [...raggruppa(versamenti, ({ codice }) => codice)].flatMap(([codice, suoi]) => {
    const versati = somma(suoi.map(({ totale }) => totale));
    const sotto = sottoIlMinimoDelFondo(codice, anno, versati, norme);
    if (sotto === undefined) return [];
    const minimo = euroIt(sotto.minimo);
    const manca = euroIt(sotto.manca);
    const inizio = per === undefined ? 'L’' : `${per} l’`;
    const quando =
      criterio === 'anno-di-pagamento' ? italiano`pagato nel ${anno}` : italiano`dei trimestri del ${anno}`;
    if (oggi <= ultimoGiorno(anno, criterio, norme)) {
      return [
        `${inizio}${codice} ${quando} è finora ${euroIt(versati)}: per le prestazioni il fondo chiede almeno ${minimo} nell’anno, ` +
          `ne mancano ${manca}. Se con i trimestri che restano non ci si arriva, si può versare la differenza («assistenza in più»).`,
      ];
    }
    return [
      italiano`${inizio}${codice} ${quando} è ${euroIt(versati)}, sotto i ${minimo} che danno diritto alle prestazioni del fondo: ` +
        `mancano ${manca}, e al fondo si chiede se si possono ancora versare.`,
    ];
  });
}

/** The last day on which a payment is still in time to be of that year. */
function ultimoGiorno(anno: number, criterio: CriterioAttestazione, norme: Norme): string {
  return criterio === 'anno-di-pagamento' ? `${anno}-12-31` : scadenza({ anno, numero: 4 }, norme).scadenza;
}
