import type { Datore } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { AvvisiPdf } from '../../avvisi/avvisi-pdf.ts';

/** Where the notices of a batch go. All is written beside, under another name, and gets its own at the end. */
export interface Destinazione {
  /** The document for the notices of a group: an employer's, where each has a document. */
  begin(datore: Datore): AvvisiPdf;
  /** What the document of an employer's notices is called. */
  nomeFile(datore: Datore): string;
  /** No more notices of the group. */
  endGroup(): Promise<void>;
  /** No more groups; `manifesto` is the text of the manifest, piece by piece. */
  complete(manifesto: AsyncIterable<string>): Promise<void>;
  /** Gives everything its name. */
  publish(): Promise<void>;
  /** Throws away what was written. */
  discard(): Promise<void>;
}

/** What documents say of themselves. */
export const TITOLO_DOCUMENTO = 'Avvisi di pagamento dei contributi di lavoro domestico';
