import type { Request } from 'express';
import { percorsi } from '../percorsi.ts';
import { percorsiReali } from '../percorsi-reali.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { contestoDi } from '../http/access.ts';
import { INATTIVITA_MS } from '../http/session.ts';
import { permessiDi } from '../permessi.ts';
import { visibilitaDi } from '../../accesso/visibilita.ts';
import { confermabileDi } from './conferma-spid.ts';

/** WCAG 2.2.1: enough to finish a sentence and press a button. */
const PREAVVISO_MS = 5 * 60 * 1000;
/** When to say that the session is about to close, milliseconds after the page came. */
export const AVVISA_DOPO_MS = INATTIVITA_MS - PREAVVISO_MS;

export type NomeScheda =
  | 'da-fare'
  | 'pagamenti'
  | 'calcolo'
  | 'bollettini'
  | 'pagamento-online'
  | 'rapporti'
  | 'copia'
  | 'manuale'
  | 'messaggi';

interface Scheda {
  readonly href: string;
  readonly testo: string;
  /** Items waiting; null where the tab shows no number. */
  readonly numero: number | null;
  readonly attiva: boolean;
}

/** Who is in, for the head of every page of the site. */
export interface Utente {
  readonly nome: string;
  readonly operatore: boolean;
  /** Works in a rapporto too, or only. */
  readonly lavoratore: boolean;
  readonly ultimoAccesso: string | null;
}

/** @returns null when nobody has come in */
export function utenteDi(req: Request): Utente | null {
  // An error may come before the sessions.
  const { accesso, operatore, lavoratore } = (req.session as typeof req.session | undefined) ?? {};
  if (operatore !== undefined) {
    return { nome: `Operatore ${operatore.nome}`, operatore: true, lavoratore: false, ultimoAccesso: null };
  }
  if (accesso === undefined) {
    if (lavoratore === undefined) return null;
    const { identita, ultimoAccesso = null } = lavoratore;
    return { nome: `${identita.name} ${identita.familyName}`, operatore: false, lavoratore: true, ultimoAccesso };
  }
  const { actor } = accesso.contesto;
  const nome =
    actor.tipo === 'identita'
      ? `${actor.identita.name} ${actor.identita.familyName}`
      : actor.tipo === 'famiglia'
        ? 'Famiglia'
        : 'Accesso con codice del rapporto';
  return {
    nome,
    operatore: false,
    lavoratore: lavoratore !== undefined,
    ultimoAccesso: accesso.ultimoAccesso ?? null,
  };
}

/** What surrounds every page of the service: the employer's box, the tabs with their numbers. */
export interface Cornice {
  /** When to say that the session is about to close, milliseconds after the page came. */
  readonly avvisaDopoMs: number;
  readonly datore: { readonly cognome: string; readonly nome: string; readonly codiceFiscale: string };
  readonly schede: readonly Scheda[];
  /** Came in with SPID at a level that only consults, and may raise it. */
  readonly confermabile: boolean;
}

export async function createCornice(dip: Dipendenze, req: Request, attiva: NomeScheda): Promise<Cornice> {
  const contesto = contestoDi(req);
  const { bollettini, pagamenti } = dip.app;
  const [datore, carrello, inAttesa] = await Promise.all([
    bollettini.datore(contesto),
    bollettini.carrello(contesto),
    pagamenti.inAttesa(contesto),
  ]);
  const visibile = visibilitaDi(contesto);
  const scheda = (nome: NomeScheda, href: string, testo: string, numero: number | null = null): Scheda => {
    return { href, testo, numero, attiva: nome === attiva };
  };
  const messaggi = permessiDi(contesto).prospetti ? [scheda('messaggi', percorsi.messaggi, 'I tuoi messaggi')] : [];
  return {
    avvisaDopoMs: AVVISA_DOPO_MS,
    confermabile: confermabileDi(contesto, dip.app.spid.fornitori) !== undefined,
    datore: {
      cognome: visibile.nome(datore.cognome),
      nome: visibile.nome(datore.nome),
      codiceFiscale: datore.codiceFiscale,
    },
    schede: dip.app.impostazioni.usoReale
      ? [
          scheda('da-fare', percorsi.daFare, 'Da fare ora'),
          scheda('bollettini', percorsi.bollettini, 'Bollettini', carrello.righe.length),
          scheda('calcolo', percorsi.calcolo, 'Calcolo contributi'),
          scheda('pagamenti', percorsi.pagamenti, 'Pagamenti effettuati'),
          scheda('rapporti', percorsiReali.rapporti, 'Rapporti di lavoro'),
          scheda('copia', percorsiReali.copia, 'Copia di sicurezza'),
          ...messaggi,
          scheda('manuale', percorsi.manuale, 'Manuale'),
        ]
      : [
          scheda('da-fare', percorsi.daFare, 'Da fare ora'),
          scheda('pagamenti', percorsi.pagamenti, 'Pagamenti effettuati'),
          scheda('calcolo', percorsi.calcolo, 'Calcolo contributi'),
          scheda('bollettini', percorsi.bollettini, 'Bollettini', carrello.righe.length),
          scheda('pagamento-online', percorsi.pagamentoOnline, 'Pagamento Online pagoPA', inAttesa.length),
          ...messaggi,
          scheda('manuale', percorsi.manuale, 'Manuale'),
        ],
  };
}
