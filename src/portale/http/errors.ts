import { ZodError } from 'zod';
import { guastoArchivio, type GuastoArchivio } from '../../archivio/guasto-archivio.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';

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

const DI_TRASPORTO: Readonly<Record<number, readonly [string, string]>> = {
  400: ['richiesta-malformata', 'La richiesta non è leggibile.'],
  413: ['richiesta-troppo-grande', 'La richiesta è troppo grande.'],
  415: ['tipo-non-ammesso', 'Il tipo di contenuto della richiesta non è ammesso.'],
};

const DELL_ARCHIVIO: Readonly<Record<GuastoArchivio, Guasto>> = {
  occupato: {
    stato: 503,
    codice: 'archivio-occupato',
    messaggio: 'Un altro programma sta scrivendo nell’archivio: niente è stato salvato. Riprovare fra un momento.',
    riprovaFra: 1,
    interno: true,
  },
  'non-disponibile': {
    stato: 503,
    codice: 'archivio-non-disponibile',
    messaggio:
      'In questo momento il servizio non può salvare i dati. Riprovare fra poco; prima di ripetere un pagamento, guardare in «Pagamento Online pagoPA» se c’è già.',
    riprovaFra: 30,
    interno: true,
  },
};

/** The one place where an error becomes a status and a sentence. Nothing of an unexpected error is shown. */
export function toGuasto(errore: unknown): Guasto {
  if (errore instanceof ErroreDati) {
    return {
      stato: errore.statoHttp,
      codice: errore.codice,
      messaggio: errore.message,
      ...(errore.campo === undefined ? {} : { campo: errore.campo }),
      ...(errore.riprovaFra === undefined ? {} : { riprovaFra: errore.riprovaFra }),
      interno: errore.statoHttp >= 500,
    };
  }
  if (errore instanceof ZodError) return fromZod(errore);
  const archivio = guastoArchivio(errore);
  if (archivio !== undefined) return DELL_ARCHIVIO[archivio];
  const stato = statusOf(errore);
  const noto = DI_TRASPORTO[stato];
  if (noto !== undefined) return { stato, codice: noto[0], messaggio: noto[1], interno: false };
  return {
    stato: 500,
    codice: 'errore-interno',
    messaggio:
      'C’è stato un problema nel servizio. Nessun pagamento è stato avviato da questa pagina: riprovare fra poco.',
    interno: true,
  };
}

/** The first complaint of a schema, with the field's name. */
function fromZod(errore: ZodError): Guasto {
  const primo = errore.issues[0];
  const campo =
    primo?.code === 'unrecognized_keys' ? String(primo.keys[0]).slice(0, 60) : (primo?.path.join('.') ?? '');
  const messaggio =
    primo?.code === 'unrecognized_keys'
      ? `${campo}: campo sconosciuto.`
      : `${campo === '' ? 'richiesta' : campo}: ${primo?.message ?? 'valore non valido'}.`;
  return { stato: 422, codice: 'dati-non-validi', messaggio, ...(campo === '' ? {} : { campo }), interno: false };
}

function statusOf(errore: unknown): number {
  const stato = (errore as { status?: unknown } | null)?.status;
  return typeof stato === 'number' && stato >= 400 && stato < 500
    ? DI_TRASPORTO[stato] === undefined
      ? 400
      : stato
    : 500;
}
