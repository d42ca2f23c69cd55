import type { RegistroAtti } from '../accesso/atti.ts';
import type { RepositoryLimiti } from '../accesso/porte.ts';
import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import type { RepositoryBollettini, RepositoryRapporti } from '../bollettini/porte.ts';
import type { CodiceAvviso } from '../pagopa/identificativi/codice-avviso.ts';
import type { Centesimi } from '../valori/denaro.ts';
import type { Giorno } from '../valori/giorno.ts';
import type { Impronta } from './frase.ts';

/** Whose archive it is, and what its passphrase is known by. */
export interface Chiave extends Impronta {
  readonly datoreId: Id;
}

/** What the codes of a notice of INPS's say, kept with the bollettino it is for. */
export interface AvvisoInps {
  readonly bollettinoId: Id;
  readonly codiceAvviso: CodiceAvviso;
  readonly codiceFiscaleEnte: string;
  readonly importo: Centesimi;
  /** What its reader had to say of it. Italian sentences. */
  readonly avvertenze: readonly string[];
}

/** What the family says that it paid. */
export interface PagamentoDichiarato {
  readonly bollettinoId: Id;
  readonly pagatoIl: Giorno;
  readonly importo: Centesimi;
}

/** What a kept file is, by its first bytes. */
export type FormatoAllegato = 'pdf' | 'png' | 'jpeg' | 'webp' | 'tiff' | 'heic';

/** A file kept with a bollettino. */
export interface Allegato {
  readonly id: Id;
  readonly bollettinoId: Id;
  readonly cosa: 'avviso' | 'ricevuta';
  readonly formato: FormatoAllegato;
  /** UTC instant. */
  readonly aggiuntoIl: string;
}

export interface RepositoryFamiglia {
  chiave(): Promise<Chiave | undefined>;
  /** The one there is takes the place of the one before. */
  scriviChiave(chiave: Chiave, il: string): Promise<void>;
  avvisi(bollettini: readonly Id[]): Promise<readonly AvvisoInps[]>;
  /** Whose notice it is already, among all. */
  conCodiceAvviso(codiceAvviso: CodiceAvviso): Promise<AvvisoInps | undefined>;
  scriviAvviso(avviso: AvvisoInps, il: string): Promise<void>;
  pagamenti(bollettini: readonly Id[]): Promise<readonly PagamentoDichiarato[]>;
  scriviPagamento(pagamento: PagamentoDichiarato, il: string): Promise<void>;
  togliPagamento(bollettinoId: Id): Promise<void>;
  /** Oldest first. */
  allegati(bollettini: readonly Id[]): Promise<readonly Allegato[]>;
  contenuto(bollettinoId: Id, id: Id): Promise<{ readonly allegato: Allegato; readonly byte: Buffer } | undefined>;
  aggiungi(allegato: Allegato, byte: Buffer): Promise<void>;
}

export interface ArchivioFamiglia {
  readonly famiglia: RepositoryFamiglia;
  readonly rapporti: RepositoryRapporti;
  readonly bollettini: RepositoryBollettini;
  readonly limiti: RepositoryLimiti;
  readonly atti: RegistroAtti;
}
