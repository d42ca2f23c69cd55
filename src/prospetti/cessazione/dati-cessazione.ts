import { z } from 'zod';
import type { CodiceAssociazione, PagaPattuita } from '../../contributi/calcolo.ts';
import { type CampiCalcolo, parseModifiche } from '../../contributi/parse-dati.ts';
import { type Decimale, parseDecimale } from '../../valori/decimale.ts';
import { type Centesimi, parseEuro } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { type Giorno, parseGiorno } from '../../valori/giorno.ts';
import { MOTIVI, type Motivo } from './motivi.ts';

/** Terms of the work from a day on, until the next entry's. */
export interface CondizioniDiFine {
  readonly dal: Giorno;
  readonly oreSettimanali: Decimale;
  readonly paga: PagaPattuita;
  readonly vittoAlloggioGiorni: number;
  readonly senzaCuaf: boolean;
  readonly tempoDeterminato: boolean;
}

/** All that the end of a rapporto is reckoned from. */
export interface DatiCessazione {
  readonly assunzione: Giorno;
  /** Last day of the rapporto. */
  readonly cessazione: Giorno;
  readonly motivo: Motivo;
  /** Calendar days of notice that were worked; undefined: all those due. */
  readonly preavvisoLavorato?: number;
  readonly alloggioIndipendente: boolean;
  readonly dopoMaternita: boolean;
  /** In order of `dal`; the last hold at the end. */
  readonly condizioni: readonly [CondizioniDiFine, ...CondizioniDiFine[]];
  readonly associazione?: CodiceAssociazione;
  /** Id of the suspension of due dates that holds where the employer is. */
  readonly territorio?: string;
  /** Working days (Monday to Saturday) of holidays not taken. */
  readonly ferieNonGodute: Decimale;
  /** TFR as it stood, revalued, on 31 December of the year before the end; without it the years are reckoned one by one. */
  readonly tfrMaturato?: Centesimi;
  /** Gross pay of whole years, thirteenth and board included, where it was not that of the terms. */
  readonly retribuzioni: readonly { readonly anno: number; readonly importo: Centesimi }[];
  readonly anticipi: readonly { readonly giorno: Giorno; readonly importo: Centesimi }[];
  /** Revaluation of the end's year, percent as exact text: ISTAT's coefficient of the month. */
  readonly rivalutazione?: string;
}

/** A list entry or one figure, as YAML and JSON hold them. */
const scritto = z.union([z.string(), z.number()]).transform(String);
const siNo = z
  .union([z.boolean(), z.enum(['true', 'false', 'sì', 'si', 'no'])])
  .transform((v) => v === true || v === 'true' || v === 'sì' || v === 'si');

const flat = {
  oreSettimanali: scritto.optional(),
  pagaOraria: scritto.optional(),
  pagaMensile: scritto.optional(),
  vittoAlloggioGiorni: scritto.optional(),
  senzaCuaf: siNo.optional(),
  tempoDeterminato: siNo.optional(),
};

/** The form that files, requests and the page give: texts as people write them. */
export const campiCessazione = z.strictObject({
  assunzione: scritto.optional(),
  cessazione: scritto.optional(),
  motivo: scritto.optional(),
  preavvisoLavorato: scritto.optional(),
  alloggioIndipendente: siNo.optional(),
  dopoMaternita: siNo.optional(),
  ...flat,
  condizioni: z
    .array(z.strictObject({ dal: scritto, ...flat }))
    .max(40)
    .optional(),
  associazione: scritto.optional(),
  territorio: scritto.optional(),
  ferieNonGodute: scritto.optional(),
  tfrMaturato: scritto.optional(),
  retribuzioni: z
    .array(z.strictObject({ anno: scritto, importo: scritto }))
    .max(60)
    .optional(),
  anticipi: z
    .array(z.strictObject({ giorno: scritto, importo: scritto }))
    .max(20)
    .optional(),
  rivalutazione: scritto.optional(),
});
export type CampiCessazione = z.input<typeof campiCessazione>;

/**
 * From what a file, a request or a form holds.
 * @throws ErroreDati naming the field that is missing or wrong, and what to do
 */
export function parseDatiCessazione(letto: unknown): DatiCessazione {
  const esito = campiCessazione.safeParse(letto);
  if (!esito.success) throw malformed(esito.error.issues[0]);
  const campi = esito.data;
  const assunzione = parseGiorno(required(campi.assunzione, 'assunzione', 'il giorno di assunzione'), 'assunzione');
  const cessazione = parseGiorno(
    required(campi.cessazione, 'cessazione', 'l’ultimo giorno del rapporto'),
    'cessazione',
  );
  if (cessazione < assunzione) {
    throw new ErroreDati('cessazione-prima-di-assunzione/breve', { campo: 'cessazione' });
  }
  const { associazione, territorio } = parseModifiche({
    associazione: campi.associazione,
    territorio: campi.territorio,
  });
  return {
    assunzione,
    cessazione,
    motivo: parseMotivo(required(campi.motivo, 'motivo', `uno fra ${Object.keys(MOTIVI).join(', ')}`)),
    ...(campi.preavvisoLavorato !== undefined && {
      preavvisoLavorato: wholeNumber(campi.preavvisoLavorato, 'preavvisoLavorato', 366),
    }),
    alloggioIndipendente: campi.alloggioIndipendente ?? false,
    dopoMaternita: campi.dopoMaternita ?? false,
    condizioni: termsOf(campi, assunzione),
    ...(associazione !== undefined && { associazione }),
    ...(territorio !== undefined && { territorio }),
    ferieNonGodute: parseDecimale(campi.ferieNonGodute ?? '0', 'ferieNonGodute'),
    ...(campi.tfrMaturato !== undefined && { tfrMaturato: parseEuro(campi.tfrMaturato, 'tfrMaturato') }),
    retribuzioni: (campi.retribuzioni ?? []).map(({ anno, importo }) => ({
      anno: wholeNumber(anno, 'retribuzioni', 2200),
      importo: parseEuro(importo, 'retribuzioni'),
    })),
    anticipi: (campi.anticipi ?? []).map(({ giorno, importo }) => ({
      giorno: parseGiorno(giorno, 'anticipi'),
      importo: parseEuro(importo, 'anticipi'),
    })),
    ...(campi.rivalutazione !== undefined && { rivalutazione: percent(campi.rivalutazione) }),
  };
}

type CampiLetti = z.output<typeof campiCessazione>;

function termsOf(campi: CampiLetti, assunzione: Giorno): DatiCessazione['condizioni'] {
  if (campi.condizioni === undefined || campi.condizioni.length === 0) return [terms(campi, assunzione)];
  if (campi.oreSettimanali !== undefined) {
    throw new ErroreDati('condizioni-due-volte', { campo: 'condizioni' });
  }
  const { senzaCuaf, tempoDeterminato } = campi;
  const tutte = campi.condizioni.map((voce) =>
    terms({ senzaCuaf, tempoDeterminato, ...voce }, parseGiorno(voce.dal, 'condizioni')),
  );
  tutte.sort((a, b) => a.dal.localeCompare(b.dal));
  const [prima, ...altre] = tutte as [CondizioniDiFine, ...CondizioniDiFine[]];
  return [{ ...prima, dal: assunzione }, ...altre];
}

function terms(campi: CampiCalcolo, dal: Giorno): CondizioniDiFine {
  const { oreSettimanali, paga, vittoAlloggioGiorni } = parseModifiche(campi);
  if (oreSettimanali === undefined) throw missing('oreSettimanali', 'le ore retribuite in una settimana');
  if (paga === undefined) throw missing('pagaOraria', 'la paga oraria, oppure quella mensile');
  return {
    dal,
    oreSettimanali,
    paga,
    vittoAlloggioGiorni: vittoAlloggioGiorni ?? 0,
    senzaCuaf: campi.senzaCuaf ?? false,
    tempoDeterminato: campi.tempoDeterminato ?? false,
  };
}

function parseMotivo(testo: string): Motivo {
  const motivo = testo.trim().toLowerCase();
  if (Object.hasOwn(MOTIVI, motivo)) return motivo as Motivo;
  throw new ErroreDati('motivo-sconosciuto', {
    testo: testo.slice(0, 30),
    noti: Object.keys(MOTIVI).join(', '),
    campo: 'motivo',
  });
}

function wholeNumber(testo: string, campo: string, massimo: number): number {
  const numero = /^\d{1,4}$/.test(testo.trim()) ? Number(testo) : Number.NaN;
  if (numero <= massimo) return numero;
  throw new ErroreDati('intero-non-valido', { testo: testo.slice(0, 20), massimo, campo });
}

function percent(testo: string): string {
  const pulito = testo.trim().replace('%', '').trim().replace(',', '.');
  if (/^\d{1,2}(?:\.\d{1,6})?$/.test(pulito)) return pulito;
  throw new ErroreDati('percentuale-non-valida', { testo: testo.slice(0, 20), campo: 'rivalutazione' });
}

function required(testo: string | undefined, campo: string, che: string): string {
  if (testo === undefined || testo.trim() === '') throw missing(campo, che);
  return testo;
}

function missing(campo: string, che: string): ErroreDati {
  return new ErroreDati('campo-mancante', { che, campo });
}

function malformed(difetto: z.core.$ZodIssue | undefined): ErroreDati {
  const sconosciuta = difetto?.code === 'unrecognized_keys' ? difetto.keys[0] : undefined;
  const campo = [...(difetto?.path ?? []), ...(sconosciuta === undefined ? [] : [sconosciuta])].join('.');
  const motivo =
    sconosciuta === undefined
      ? 'non ha la forma attesa'
      : `chiave sconosciuta; si conoscono ${Object.keys(campiCessazione.shape).join(', ')}`;
  return campo === ''
    ? new ErroreDati('fine-rapporto-non-valida/intera', { motivo, campo })
    : new ErroreDati('fine-rapporto-non-valida', { motivo, campo });
}
