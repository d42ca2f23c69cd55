import { ZodError } from 'zod';
import { guastoArchivio, type GuastoArchivio } from '../../archivio/guasto-archivio.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import '../../valori/zod-in-italiano.ts';

/** What went wrong, ready for a page or for `application/problem+json`. */
export interface Guasto {
  readonly stato: number;
  readonly codice: string;
  readonly messaggio: string;
  readonly campo?: string;
  /** Seconds, for Retry-After. */
  readonly riprovaFra?: number;
  /** True when it is our fault: to be logged with its stack. */
  readonly interno: boolean;
}

/** What Express itself refuses, by the status it gives. */
const DI_TRASPORTO: Readonly<Record<number, ErroreDati>> = {
  400: new ErroreDati('richiesta-malformata/http'),
  413: new ErroreDati('richiesta-troppo-grande'),
  415: new ErroreDati('tipo-non-ammesso/http'),
};

const DELL_ARCHIVIO: Readonly<Record<GuastoArchivio, ErroreDati>> = {
  occupato: new ErroreDati('archivio-occupato', { riprovaFra: 1 }),
  'non-disponibile': new ErroreDati('archivio-non-disponibile', { riprovaFra: 30 }),
};

/** The one place where an error becomes a status and a sentence. Nothing of an unexpected error is shown. */
export function toGuasto(errore: unknown): Guasto {
  const detto = toldAs(errore);
  return {
    stato: detto.statoHttp,
    codice: detto.codice,
    messaggio: detto.message,
    ...(detto.campo === undefined ? {} : { campo: detto.campo }),
    ...(detto.riprovaFra === undefined ? {} : { riprovaFra: detto.riprovaFra }),
    interno: detto.statoHttp >= 500,
  };
}

function toldAs(errore: unknown): ErroreDati {
  if (errore instanceof ErroreDati) return errore;
  if (errore instanceof ZodError) return fromZod(errore);
  const archivio = guastoArchivio(errore);
  if (archivio !== undefined) return DELL_ARCHIVIO[archivio];
  return DI_TRASPORTO[statusOf(errore)] ?? new ErroreDati('errore-interno');
}

/** The first complaint of a schema, with the field's name. */
function fromZod(errore: ZodError): ErroreDati {
  const primo = errore.issues[0];
  if (primo?.code === 'unrecognized_keys') {
    return new ErroreDati('dati-non-validi/campo-sconosciuto', { campo: String(primo.keys[0]).slice(0, 60) });
  }
  const campo = primo?.path.join('.') ?? '';
  const motivo = primo?.message ?? 'valore non valido';
  return campo === ''
    ? new ErroreDati('dati-non-validi/richiesta', { motivo })
    : new ErroreDati('dati-non-validi/campo', { motivo, campo });
}

function statusOf(errore: unknown): number {
  const stato = (errore as { status?: unknown } | null)?.status;
  return typeof stato === 'number' && stato >= 400 && stato < 500
    ? DI_TRASPORTO[stato] === undefined
      ? 400
      : stato
    : 500;
}
