import type { Norme } from '../../norme/norme.ts';
import { type Scadenza, scadenza as scadenzaDi } from '../../scadenze/scadenza.ts';
import { slitta } from '../../scadenze/slittamento.ts';
import { parseTerritorio, territoriDi } from '../../scadenze/territori.ts';
import { parseTrimestre, type Trimestre } from '../../scadenze/trimestre.ts';
import { parseEuro, type Centesimi } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { formatGiornoItaliano, parseGiorno, type Giorno } from '../../valori/giorno.ts';

/** A debt of contributions paid late, or not yet paid: then `pagamento` is the day for which one wants to know. */
export interface DatiSanzioni {
  readonly trimestre?: Trimestre;
  /** The whole contributions not paid in time, worker's share included. */
  readonly contributi: Centesimi;
  /** Last day on which they could be paid without sanctions. */
  readonly scadenza: Giorno;
  readonly pagamento: Giorno;
  /** Omission: the rapporto was reported to INPS. Evasion: it was not, or was reported falsely. */
  readonly tipo: 'omissione' | 'evasione';
  /** True when the payment comes before INPS contested or asked for it. */
  readonly spontaneo: boolean;
  /** Evasion: the day the employer declared the debt of his own accord. */
  readonly denuncia?: Giorno;
  /** The day INPS notified its assessment. */
  readonly accertamento?: Giorno;
  /** The Saturday on which the quarter could surely be paid, where the sources disagree on whether its term moves to Monday. */
  readonly giornoSicuro?: Giorno;
  /** Id of the territorial suspension that applies to this employer. */
  readonly territorio?: string;
  /** What to know of a due date that a suspension moves, or does not. */
  readonly avvertenzeScadenza?: readonly string[];
}

/** The same as people write it. `scadenza` may be left out when `trimestre` is given. */
export interface CampiSanzioni {
  readonly trimestre?: string | undefined;
  readonly contributi?: string | undefined;
  readonly scadenza?: string | undefined;
  readonly pagamento?: string | undefined;
  readonly evasione?: boolean | undefined;
  readonly richiestoDaInps?: boolean | undefined;
  readonly denuncia?: string | undefined;
  readonly accertamento?: string | undefined;
  readonly territorio?: string | undefined;
}

/**
 * From text to the input of the sanctions: command line, form and API all pass here.
 * @param oggi the day of a payment that is not given
 * @throws ErroreDati with `campo` = the name of the field that is wrong or missing
 */
export function parseDatiSanzioni(campi: CampiSanzioni, oggi: Giorno, norme: Norme): DatiSanzioni {
  const trimestre = filled(campi.trimestre, (testo) => parseTrimestre(testo));
  const contributi = filled(campi.contributi, (testo) => parseEuro(testo, 'contributi'));
  if (contributi === undefined) throw missing('contributi', 'l’importo non pagato, per esempio 338,00');
  const scritta = filled(campi.scadenza, (testo) => parseGiorno(testo, 'scadenza'));
  const denuncia = filled(campi.denuncia, (testo) => parseGiorno(testo, 'denuncia'));
  const accertamento = filled(campi.accertamento, (testo) => parseGiorno(testo, 'accertamento'));
  const pagamento = filled(campi.pagamento, (testo) => parseGiorno(testo, 'pagamento')) ?? oggi;
  const territorio = filled(campi.territorio, parseTerritorio);
  const termine = termineDi(scritta, trimestre, norme, territoriDi(territorio));
  const { scadenza, giornoSicuro } = termine;
  afterDueDate('denuncia', denuncia, scadenza);
  afterDueDate('accertamento', accertamento, scadenza);
  return {
    ...(trimestre === undefined ? {} : { trimestre }),
    contributi,
    scadenza,
    pagamento,
    tipo: campi.evasione === true ? 'evasione' : 'omissione',
    spontaneo: campi.richiestoDaInps !== true && (accertamento === undefined || accertamento > pagamento),
    ...(denuncia === undefined ? {} : { denuncia }),
    ...(accertamento === undefined ? {} : { accertamento }),
    ...(giornoSicuro === undefined ? {} : { giornoSicuro }),
    ...(territorio === undefined ? {} : { territorio, avvertenzeScadenza: termine.avvertenze }),
  };
}

/** A day written as the due date is moved by a suspension alone: nobody asked for more. */
function termineDi(
  scritta: Giorno | undefined,
  trimestre: Trimestre | undefined,
  norme: Norme,
  territori: readonly string[],
): Pick<Scadenza, 'scadenza' | 'giornoSicuro' | 'avvertenze'> {
  if (scritta === undefined) {
    if (trimestre === undefined) throw missing('scadenza', 'il giorno della scadenza, oppure il trimestre');
    return scadenzaDi(trimestre, norme, territori);
  }
  if (territori.length === 0) return { scadenza: scritta, avvertenze: [] };
  const { sospensione, giorno, giornoSicuro, avvertenze } = slitta(scritta, norme, territori);
  if (sospensione?.territoriale !== true) return { scadenza: scritta, avvertenze };
  return { scadenza: giorno, ...(giornoSicuro === undefined ? {} : { giornoSicuro }), avvertenze };
}

/** A debt can be declared or assessed only once it is late. */
function afterDueDate(campo: 'denuncia' | 'accertamento', giorno: Giorno | undefined, scadenza: Giorno): void {
  if (giorno === undefined || giorno > scadenza) return;
  throw new ErroreDati('date-in-disordine/scadenza', {
    giorno: formatGiornoItaliano(giorno),
    scadenza: formatGiornoItaliano(scadenza),
    campo,
  });
}

function filled<T>(testo: string | undefined, parse: (testo: string) => T): T | undefined {
  const pulito = testo?.trim() ?? '';
  return pulito === '' ? undefined : parse(pulito);
}

function missing(campo: string, che: string): ErroreDati {
  return new ErroreDati('campo-mancante', { che, campo });
}
