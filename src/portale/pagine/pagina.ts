import type { Request, Response } from 'express';
import type { Dipendenze } from '../dipendenze.ts';
import { contestoDi } from '../http/access.ts';
import { csrfToken } from '../http/csrf.ts';
import { permessiDi } from '../permessi.ts';
import { createCornice, type NomeScheda, utenteDi } from '../viste/cornice.ts';

type Dati = Readonly<Record<string, unknown>>;

/** A page outside the tabs. `errore` puts «Errore:» before the title. */
export function renderAperta(req: Request, res: Response, modello: string, titolo: string, dati: Dati = {}): void {
  res.render(`pagine/${modello}`, {
    errore: false,
    cornice: null,
    utente: utenteDi(req),
    csrf: csrfToken(req),
    titolo,
    ...dati,
  });
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
    utente: utenteDi(req),
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
