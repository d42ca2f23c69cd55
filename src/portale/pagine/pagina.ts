import type { Request, Response } from 'express';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { contestoDi } from '../http/access.ts';
import { csrfToken } from '../http/csrf.ts';
import { permessiDi } from '../permessi.ts';
import type { GruppoCampi } from '../strumenti/strumento.ts';
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

/** Where on a page stands what was wrong, if not in the field that the core names. */
type Altrove = Readonly<Record<string, string>>;

/**
 * What the error summary and the fields of a form need; all empty when nothing is wrong. The names that programs give to
 * fields are said in the words of their labels, and a sentence that begins with the name of its field loses it: here it stands
 * at the field, or leads there.
 * @param gruppi the fields of the form; without them, each field named stands on the page
 */
export function comeErrori(
  errori: ErroreDati | readonly ErroreDati[] | undefined,
  gruppi?: readonly GruppoCampi[],
  altrove: Altrove = {},
) {
  const tutti = errori === undefined ? [] : errori instanceof ErroreDati ? [errori] : errori;
  const etichette =
    gruppi && new Map(gruppi.flatMap(({ campi }) => campi).map(({ nome, etichetta }) => [nome, etichetta]));
  const viste = tutti.map((errore) => {
    const campo = errore.campo === undefined ? undefined : (altrove[errore.campo] ?? errore.campo);
    const noto = etichette === undefined || Object.values(altrove).includes(campo ?? '') || etichette.has(campo ?? '');
    return {
      campo: noto ? (campo ?? null) : null,
      etichetta: (campo && etichette?.get(campo)) ?? null,
      messaggio: inTheirWords(errore, etichette ?? new Map()),
      attendere: errore.riprovaFra !== undefined,
    };
  });
  return {
    errore: viste.length > 0,
    errori: viste,
    erroriPerCampo: Object.fromEntries(
      viste.flatMap(({ campo, messaggio }) => (campo === null ? [] : [[campo, messaggio]])),
    ),
  };
}

function inTheirWords({ campo, message }: ErroreDati, etichette: ReadonlyMap<string, string>): string {
  const senza = campo !== undefined && message.startsWith(`${campo}: `) ? message.slice(campo.length + 2) : message;
  const solo = senza.replace(/^[a-zà-ù]+: (?=«)/, '');
  // Only names that no Italian word is: `ore` and `settimane` are read as they stand.
  const detto = [...etichette]
    .filter(([nome]) => /[A-Z\d]/.test(nome))
    .reduce((frase, [nome, etichetta]) => frase.replaceAll(new RegExp(`\\b${nome}\\b`, 'g'), `«${etichetta}»`), solo);
  return detto.charAt(0).toUpperCase() + detto.slice(1);
}
