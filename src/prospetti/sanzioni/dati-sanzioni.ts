import type { Norme } from '../../norme/norme.ts';
import { scadenza as scadenzaDi } from '../../scadenze/scadenza.ts';
import { parseTrimestre, type Trimestre } from '../../scadenze/trimestre.ts';
import { parseEuro, type Centesimi } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { formatGiornoItaliano, parseGiorno, type Giorno } from '../../valori/giorno.ts';
import { italiano } from '../../valori/italiano.ts';

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
  if (scritta === undefined && trimestre === undefined) {
    throw missing('scadenza', 'il giorno della scadenza, oppure il trimestre');
  }
  const denuncia = filled(campi.denuncia, (testo) => parseGiorno(testo, 'denuncia'));
  const accertamento = filled(campi.accertamento, (testo) => parseGiorno(testo, 'accertamento'));
  const pagamento = filled(campi.pagamento, (testo) => parseGiorno(testo, 'pagamento')) ?? oggi;
  const delTrimestre = scritta === undefined && trimestre !== undefined ? scadenzaDi(trimestre, norme) : undefined;
  const scadenza = delTrimestre?.scadenza ?? scritta ?? pagamento;
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
    ...(delTrimestre?.giornoSicuro === undefined ? {} : { giornoSicuro: delTrimestre.giornoSicuro }),
  };
}

/** A debt can be declared or assessed only once it is late. */
function afterDueDate(campo: 'denuncia' | 'accertamento', giorno: Giorno | undefined, scadenza: Giorno): void {
  if (giorno === undefined || giorno > scadenza) return;
  throw new ErroreDati(
    'date-in-disordine',
    italiano`${campo}: il ${formatGiornoItaliano(giorno)} non viene dopo la scadenza (${formatGiornoItaliano(scadenza)}): controllare le due date.`,
    { campo },
  );
}

function filled<T>(testo: string | undefined, parse: (testo: string) => T): T | undefined {
  const pulito = testo?.trim() ?? '';
  return pulito === '' ? undefined : parse(pulito);
}

function missing(campo: string, che: string): ErroreDati {
  return new ErroreDati('campo-mancante', `${campo}: manca; scrivere ${che}.`, { campo });
}
