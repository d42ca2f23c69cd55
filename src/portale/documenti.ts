import type { Contesto } from '../accesso/contesto.ts';
import { renderAvvisoPdf } from '../avvisi/avvisi-pdf.ts';
import type { Applicazione } from '../applicazione/applicazione.ts';

/** A document to send. The name of the file says what it is and nothing of anybody. */
export interface Documento {
  readonly tipo: 'application/pdf';
  readonly nomeFile: string;
  readonly contenuto: Uint8Array;
}

/** The printed notice of a bollettino. @throws NonTrovato */
export async function avvisoPdf(app: Applicazione, contesto: Contesto, bollettinoId: string): Promise<Documento> {
  const dati = await app.bollettini.avviso(contesto, bollettinoId);
  return { tipo: 'application/pdf', nomeFile: 'avviso-di-pagamento.pdf', contenuto: await renderAvvisoPdf(dati) };
}
