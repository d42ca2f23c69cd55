import { basename } from 'node:path';
import { z } from 'zod';
import type { Actor } from '../../accesso/contesto.ts';
import type { Id } from '../../anagrafe/rapporto-di-lavoro.ts';
import { LINGUE_AVVISO } from '../../anagrafe/lingua-avviso.ts';
import { NOMI_LAVORATORE } from '../../avvisi/nome-lavoratore.ts';
import { EDIZIONI_AVVISO } from '../../avvisi/edizione.ts';
import type { Applicazione } from '../../applicazione/applicazione.ts';
import type { Lotto, TipoLotto } from '../../archivio/lotti-repository.ts';
import { ErroreDati, NonTrovato } from '../../valori/errore-dati.ts';
import { newId } from '../../valori/new-id.ts';
import { NOME_MANIFESTO } from '../avvisi/documenti-per-datore.ts';
import { contaEmessi, type EmessiDalLotto, manifestoSenzaStampa, ritiraEmessi } from '../avvisi/emessi-dal-lotto.ts';
import { parsePuntoClienti } from '../clienti/punto-clienti.ts';
import { INGRESSO, readParts, storeStream } from './file-del-lotto.ts';
import type { Fetta } from '../../valori/fetta.ts';

/** Largest file taken from outside, of any kind. */
export const INGRESSO_MAX_BYTES = 64 * 1024 * 1024;
/** The same of each kind; larger ones are for the command line. */
export const INGRESSO_MAX: Readonly<Record<TipoLotto, number>> = {
  calcola: INGRESSO_MAX_BYTES,
  avvisi: INGRESSO_MAX_BYTES,
  clienti: 16 * 1024 * 1024,
};
/** Batches of one owner that may wait or run at a time. */
export const PENDENTI_MASSIMI = 5;

/** Bytes that the files of one owner's batches, and of all, may take in the database. */
const QUOTA_BYTES = { proprietario: 1024 ** 3, tutti: 8 * 1024 ** 3 } as const;

/** What is done with rows that a sheet hides. */
const righeNascoste = z.enum(['leggi', 'salta']).default('leggi');

/** What a batch can be told from outside. */
const schemaOpzioni = {
  calcola: z.strictObject({
    uscita: z.enum(['csv', 'xlsx']).default('csv'),
    formato: z.enum(['italiano', 'iso']).default('italiano'),
    dettaglio: z.boolean().default(false),
    righeNascoste,
  }),
  avvisi: z.strictObject({
    forma: z.enum(['documento', 'zip']).default('documento'),
    ordine: z.enum(['datore', 'file']).default('datore'),
    copertina: z.boolean().default(false),
    fronteRetro: z.boolean().default(false),
    sostituisci: z.boolean().default(false),
    integra: z.boolean().default(false),
    edizione: z.enum(EDIZIONI_AVVISO).optional(),
    lingua: z.enum(LINGUE_AVVISO).optional(),
    lavoratore: z.enum(NOMI_LAVORATORE).optional(),
    righeNascoste,
  }),
  clienti: z.strictObject({ righeNascoste }),
} as const;

export type OpzioniCalcolaLotto = z.output<typeof schemaOpzioni.calcola>;
export type OpzioniAvvisiLotto = z.output<typeof schemaOpzioni.avvisi>;
export type OpzioniClientiLotto = z.output<typeof schemaOpzioni.clienti>;

/** A batch as its owner sees it. */
export type LottoVisto = Omit<Lotto, 'proprietario' | 'attore' | 'punto'> & {
  /** What can be downloaded, with its size in bytes. */
  readonly file: readonly { readonly nome: string; readonly dimensione: number }[];
  /** What a batch of notices that was cancelled, or failed, has issued before. */
  readonly emessi?: EmessiDalLotto;
  /** What a list of clients that was cancelled, or failed, had taken in before. */
  readonly importati?: ImportatiDalLotto;
};

/** So many of its rows, and what came of them. */
export interface ImportatiDalLotto {
  readonly righe: number;
  readonly aggiunti: number;
  readonly registrati: number;
}

/** Whoever asks: an opaque name under which they find their batches again, and who acts in them. */
export interface Richiedente {
  readonly proprietario: string;
  readonly attore: Actor;
}

/** Batches for people and programs who are elsewhere: upload, progress, download. A batch of someone else is not found. */
export interface ServizioLotti {
  /**
   * Stores the file and puts the batch in the queue.
   * @throws ErroreDati `opzioni-non-valide`, `file-troppo-grande` (413), `troppi-lotti` (429), `spazio-esaurito` (413)
   */
  crea(
    richiedente: Richiedente,
    lotto: { readonly tipo: TipoLotto; readonly nomeFile: string; readonly opzioni?: unknown },
    contenuto: AsyncIterable<Uint8Array>,
  ): Promise<LottoVisto>;
  /** Newest first. */
  elenco(proprietario: string, fetta?: Fetta): Promise<readonly LottoVisto[]>;
  mostra(proprietario: string, id: Id): Promise<LottoVisto>;
  /** A file of the batch as a stream of its parts. */
  file(
    proprietario: string,
    id: Id,
    nome: string,
  ): Promise<{ readonly dimensione: number; readonly contenuto: AsyncIterable<Buffer> }>;
  /** Stops it if it is not over; what was issued stays issued, is counted, and has its manifest among the files. */
  annulla(proprietario: string, id: Id): Promise<LottoVisto>;
  /**
   * Takes back what a batch that was cancelled, or failed, has issued and nobody is paying.
   * @throws ErroreDati `lotto-non-ritirabile` (409)
   */
  ritira(proprietario: string, id: Id): Promise<{ readonly lotto: LottoVisto; readonly ritirati: number }>;
}

/** @param quota for tests */
export function createServizioLotti(
  app: Applicazione,
  quota: { readonly proprietario: number; readonly tutti: number } = QUOTA_BYTES,
): ServizioLotti {
  const { lotti, lottiFile } = app.archivio.letture;
  const adesso = (): string => app.clock.now().toISOString();

  /** @param inElenco without the manifest of what was issued, which is made anew each time */
  async function view(intero: Lotto, inElenco = false): Promise<LottoVisto> {
    const { proprietario: _p, attore: _a, punto: _u, ...lotto } = intero;
    if (isMonco(intero)) {
      const emessi = await contaEmessi(app.archivio, lotto.id);
      const manifesto = emessi.quanti === 0 || inElenco ? undefined : await manifestoOf(intero);
      const file = manifesto === undefined ? [] : [{ nome: NOME_MANIFESTO, dimensione: Buffer.byteLength(manifesto) }];
      return { ...lotto, file, emessi };
    }
    if (isMezzo(intero)) return { ...lotto, file: [], importati: importatiDa(intero) };
    const file = lotto.stato === 'finito' ? await lottiFile.elenco(lotto.id) : [];
    return { ...lotto, file: file.filter(({ nome }) => nome !== INGRESSO) };
  }

  /** Of a batch without its paper, workers named as it asked. */
  function manifestoOf({ id, opzioni }: Lotto): Promise<string> {
    const { lavoratore = app.impostazioni.avviso.lavoratore } = opzioni as OpzioniAvvisiLotto;
    return manifestoSenzaStampa(app.archivio, id, lavoratore);
  }

  async function freeBytes(proprietario: string): Promise<number> {
    const [suoi, tutti] = await Promise.all([lottiFile.occupati(proprietario), lottiFile.occupati()]);
    return Math.min(quota.proprietario - suoi, quota.tutti - tutti);
  }

  async function require(proprietario: string, id: Id): Promise<Lotto> {
    const lotto = await lotti.trova(id);
    if (lotto?.proprietario !== proprietario) throw new NonTrovato('Lotto');
    return lotto;
  }

  return {
    async crea({ proprietario, attore }, { tipo, nomeFile, opzioni }, contenuto) {
      const scelte = parseOpzioni(tipo, opzioni ?? {});
      if ((await lotti.pendenti(proprietario)) >= PENDENTI_MASSIMI) throw tooMany();
      const liberi = await freeBytes(proprietario);
      if (liberi <= 0) throw noSpace();
      const id = newId();
      const nome = basename(nomeFile).slice(0, 200);
      await lotti.crea(
        { id, tipo, proprietario, attore, nomeFile: nome, opzioni: scelte, creatoIl: adesso() },
        'in-arrivo',
      );
      try {
        await storeStream(lottiFile, { lottoId: id, nome: INGRESSO }, contenuto, {
          maxBytes: Math.min(INGRESSO_MAX[tipo], liberi),
          troppi: liberi < INGRESSO_MAX[tipo] ? noSpace : () => tooBig(tipo),
        });
      } catch (errore) {
        await lotti.annulla(id, adesso());
        await lottiFile.elimina(id);
        throw errore;
      }
      await lotti.accoda(id);
      return view(await require(proprietario, id));
    },
    elenco: async (proprietario, fetta) =>
      Promise.all((await lotti.delProprietario(proprietario, fetta)).map((lotto) => view(lotto, true))),
    mostra: async (proprietario, id) => view(await require(proprietario, id)),
    async file(proprietario, id, nome) {
      const lotto = await require(proprietario, id);
      const { file } = await view(lotto);
      const trovato = file.find((uno) => uno.nome === nome);
      if (trovato === undefined) throw new NonTrovato('File');
      if (isMonco(lotto)) {
        const contenuto = Buffer.from(await manifestoOf(lotto));
        return { dimensione: contenuto.length, contenuto: oncePart(contenuto) };
      }
      return { dimensione: trovato.dimensione, contenuto: readParts(lottiFile, id, nome) };
    },
    async annulla(proprietario, id) {
      await require(proprietario, id);
      await lotti.annulla(id, adesso());
      await lottiFile.scartaInutili(INGRESSO);
      return view(await require(proprietario, id));
    },
    async ritira(proprietario, id) {
      const lotto = await require(proprietario, id);
      if (!isMonco(lotto)) throw notToTakeBack();
      const ritirati = await ritiraEmessi(app.archivio, lotto, adesso());
      return { lotto: await view(lotto), ritirati };
    },
  };
}

/** A batch of notices that will never come to its paper. */
function isMonco({ tipo, stato }: Lotto): boolean {
  return tipo === 'avvisi' && (stato === 'annullato' || stato === 'fallito');
}

/** A list of clients that will never be taken whole. */
function isMezzo({ tipo, stato }: Lotto): boolean {
  return tipo === 'clienti' && (stato === 'annullato' || stato === 'fallito');
}

function importatiDa({ punto, righe }: Lotto): ImportatiDalLotto {
  const { aggiunti, registrati } = parsePuntoClienti(punto);
  return { righe, aggiunti, registrati };
}

async function* oncePart(contenuto: Buffer): AsyncIterable<Buffer> {
  yield await Promise.resolve(contenuto);
}

function notToTakeBack(): ErroreDati {
  return new ErroreDati('lotto-non-ritirabile');
}

function parseOpzioni(tipo: TipoLotto, opzioni: unknown): Record<string, unknown> {
  const esito = schemaOpzioni[tipo].safeParse(opzioni);
  if (esito.success) return esito.data;
  const campo = esito.error.issues[0]?.path.join('.') ?? '';
  throw new ErroreDati('opzioni-non-valide', { campo: campo === '' ? 'opzioni' : campo });
}

function tooBig(tipo: TipoLotto): ErroreDati {
  const mega = INGRESSO_MAX[tipo] / (1024 * 1024);
  return new ErroreDati('file-troppo-grande/lotto', { mega, campo: 'file' });
}

function noSpace(): ErroreDati {
  return new ErroreDati('spazio-esaurito', { campo: 'file' });
}

function tooMany(): ErroreDati {
  return new ErroreDati('troppi-lotti', { massimo: PENDENTI_MASSIMI });
}
