import type { AvvisiPdf } from '../../avvisi/avvisi-pdf.ts';
import type { Gruppo } from './ordine.ts';

/** Where the notices of a batch go. All is written beside, under another name, and gets its own at the end. */
export interface Destinazione {
  /** The document for the notices of a group, and its name for the manifest. */
  begin(gruppo: Gruppo): { readonly pdf: AvvisiPdf; readonly file: string };
  /** No more notices of the group. */
  endGroup(): Promise<void>;
  /** No more groups; `manifesto` is the whole text of the manifest. */
  complete(manifesto: string): Promise<void>;
  /** Gives everything its name. */
  publish(): Promise<void>;
  /** Throws away what was written. */
  discard(): Promise<void>;
}

/** What documents say of themselves. */
export const TITOLO_DOCUMENTO = 'Avvisi di pagamento dei contributi di lavoro domestico';
