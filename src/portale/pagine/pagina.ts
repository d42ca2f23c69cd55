import type { Request, Response } from 'express';
import type { ErroreDati } from '../../valori/errore-dati.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { contestoDi } from '../http/access.ts';
import { csrfToken } from '../http/csrf.ts';
import { permessiDi } from '../permessi.ts';
import { createCornice, type NomeScheda } from '../viste/cornice.ts';

type Dati = Readonly<Record<string, unknown>>;

/** A page outside the tabs. `errore` puts «Errore:» before the title. */
export function renderAperta(req: Request, res: Response, modello: string, titolo: string, dati: Dati = {}): void {
  res.render(`pagine/${modello}`, { errore: false, cornice: null, csrf: csrfToken(req), titolo, ...dati });
}

/** A page under the tabs of the service. */
export async function renderScheda(
  dip: Dipendenze,
  { req, res }: { readonly req: Request; readonly res: Response },
  scheda: { readonly nome: NomeScheda; readonly modello: string; readonly titolo: string },
  dati: Dati = {},
): Promise<void> {
  const cornice = await createCornice(dip, req, scheda.nome);
  res.render(`pagine/${scheda.modello}`, {
    errore: false,
    cornice,
    csrf: csrfToken(req),
    permessi: permessiDi(contestoDi(req)),
    titolo: `${scheda.titolo} – Pagamento contributi lavoratori domestici`,
    ...dati,
  });
}

/** The sentence left for the next page, once. */
export function takeMessaggio(req: Request): string | null {
  const messaggio = req.session.messaggio ?? null;
  delete req.session.messaggio;
  return messaggio;
}

/**
 * What the error summary and the fields of a form need; all empty when nothing is wrong. A sentence that begins with the name
 * of its field, as programs want it, loses it: here it stands at the field, or leads there.
 */
export function comeErrori(errore: ErroreDati | undefined) {
  if (errore === undefined) return { errore: false, errori: [], erroriPerCampo: {} };
  const { campo, riprovaFra } = errore;
  const messaggio = senzaNome(errore);
  return {
    errore: true,
    errori: [{ campo: campo ?? null, messaggio, attendere: riprovaFra !== undefined }],
    erroriPerCampo: campo === undefined ? {} : { [campo]: messaggio },
  };
}

function senzaNome({ campo, message }: ErroreDati): string {
  if (campo === undefined || !message.startsWith(`${campo}: `)) return message;
  const resto = message.slice(campo.length + 2);
  return resto.charAt(0).toUpperCase() + resto.slice(1);
}
