import { italiano, quanti } from '../valori/italiano.ts';
import type { StatoAccessi } from './servizio-accesso.ts';

/** What is being tried at the way in without login, in one Italian sentence for operators. */
export function raccontaAccessi({ falliti, personeSottoTentativi, indirizziFermati }: StatoAccessi): string {
  return italiano`Nell’ultima ora: ${quanti(falliti, 'tentativo fallito', 'tentativi falliti')} di entrare con il codice del rapporto, ${quanti(personeSottoTentativi, 'codice fiscale preso di mira', 'codici fiscali presi di mira')}, ${quanti(indirizziFermati, 'indirizzo fatto aspettare', 'indirizzi fatti aspettare')}.`;
}
