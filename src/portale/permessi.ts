import type { Contesto } from '../accesso/contesto.ts';
import { ErroreDati } from '../valori/errore-dati.ts';

/** What one may do here. */
export type Atto = 'consulta' | 'modifica' | 'carrello' | 'stampa' | 'paga' | 'prospetti' | 'anagrafe';

/** In which capacity a Contesto acts. */
export type Ruolo = 'datore' | 'datore-sola-consultazione' | 'codice-rapporto' | 'lavoratore' | 'operatore';

/**
 * Who may do what. `modifica` is changing hours, weeks or pay; `carrello` adding and removing bollettini; `prospetti` the
 * statements over the years (attestazione, estratto, calendar); `anagrafe` the employer's own data, which hold for all rapporti.
 * A credential that is not dispositive (the old PIN ordinario) consults and prints. Who came in with codice fiscale and
 * codice rapporto, which others may know, does the same on that rapporto alone, as on INPS's own pages, with names shortened.
 * A worker reads, in pages of their own.
 */
export const PERMESSI: Readonly<Record<Ruolo, readonly Atto[]>> = {
  datore: ['consulta', 'modifica', 'carrello', 'stampa', 'paga', 'prospetti', 'anagrafe'],
  'datore-sola-consultazione': ['consulta', 'stampa', 'prospetti'],
  'codice-rapporto': ['consulta', 'modifica', 'carrello', 'stampa', 'paga'],
  lavoratore: ['consulta', 'prospetti'],
  operatore: ['consulta', 'modifica', 'carrello', 'stampa', 'paga', 'prospetti', 'anagrafe'],
};

/** The capacity follows from the Contesto alone, never from what a request says (abuse case AB-05). */
export function ruoloDi(contesto: Contesto): Ruolo {
  const { tipo } = contesto.authority;
  if (tipo !== 'in-proprio') return tipo;
  const dispone = contesto.actor.tipo !== 'identita' || contesto.actor.identita.dispositive;
  return dispone ? 'datore' : 'datore-sola-consultazione';
}

/** For templates: one boolean an act. */
export function permessiDi(contesto: Contesto): Readonly<Record<Atto, boolean>> {
  const concessi = PERMESSI[ruoloDi(contesto)];
  const ha = (atto: Atto) => concessi.includes(atto);
  return {
    consulta: ha('consulta'),
    modifica: ha('modifica'),
    carrello: ha('carrello'),
    stampa: ha('stampa'),
    paga: ha('paga'),
    prospetti: ha('prospetti'),
    anagrafe: ha('anagrafe'),
  };
}

/**
 * Refuses an act that the capacity does not allow: hiding the button is a courtesy, this is the rule (abuse case AB-04).
 * @throws ErroreDati `atto-non-permesso` (403)
 */
export function esigi(contesto: Contesto, atto: Atto): void {
  const ruolo = ruoloDi(contesto);
  if (PERMESSI[ruolo].includes(atto)) return;
  throw new ErroreDati('atto-non-permesso', { perche: RIFIUTI[ruolo] });
}

const RIFIUTI: Readonly<Record<Ruolo, string>> = {
  datore: 'Questa operazione non è permessa.',
  'datore-sola-consultazione':
    'Con questa credenziale si può consultare e stampare. Per modificare o pagare online serve un’identità digitale di livello 2, oppure la conversione del PIN in dispositivo.',
  'codice-rapporto':
    'Attestazioni, estratti e scadenze di tutti i rapporti chiedono di entrare con un’identità digitale: con il codice del rapporto si prepara, si cambia, si stampa e si paga il suo bollettino.',
  lavoratore: 'Chi lavora vede quello che è stato pagato per lui: cambiare e pagare spetta al datore di lavoro.',
  operatore: 'Questa operazione non è permessa.',
};
