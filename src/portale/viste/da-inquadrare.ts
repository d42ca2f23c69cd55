import type { Contesto } from '../../accesso/contesto.ts';
import type { Applicazione } from '../../applicazione/applicazione.ts';
import { qrInSvg } from '../../avvisi/codici-da-schermo.ts';
import { permessiDi } from '../permessi.ts';
import type { VistaBollettino } from './bollettino.ts';

/** The code that a page shows for the app of a bank or IO. */
export interface DaInquadrare {
  /** The picture, as the page itself carries it: no browser keeps it apart, and no address leads to it. */
  readonly immagine: string;
  /** Codice fiscale of the creditor, which an app asks beside the codice avviso. */
  readonly ente: string;
}

/**
 * The QR code of a bollettino that waits to be paid; null for one that is paid, removed, prescribed, or already on its way to
 * pagoPA: who frames a code pays it, and would pay it twice.
 */
export async function daInquadrare(
  app: Pick<Applicazione, 'bollettini'>,
  contesto: Contesto,
  { id, stampabile, modificabile }: Pick<VistaBollettino, 'id' | 'stampabile' | 'modificabile'>,
): Promise<DaInquadrare | null> {
  if (!stampabile || !modificabile || !permessiDi(contesto).stampa) return null;
  const avviso = await app.bollettini.avviso(contesto, id);
  const svg = Buffer.from(qrInSvg(avviso)).toString('base64');
  return { immagine: `data:image/svg+xml;base64,${svg}`, ente: avviso.ente.codiceFiscale };
}
