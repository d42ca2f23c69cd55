import { ErroreDati } from '../valori/errore-dati.ts';
import { formatGiornoItaliano, type Giorno } from '../valori/giorno.ts';
import { italiano } from '../valori/italiano.ts';
import type { Associazione, RegoleAssociazioni, TariffaAssociazione } from './associazioni.ts';
import { vale } from './regole-scadenze.ts';

/** A fund and what it takes for an hour of a day. */
export interface TariffaDelFondo {
  readonly associazione: Associazione;
  readonly tariffa: TariffaAssociazione;
}

/**
 * What a contractual fund takes for an hour of a day.
 * @param lettura value of the fund's named reading; by default the first
 * @throws ErroreDati `associazione-sconosciuta` when the fund, or its amount on that day, is not known
 */
export function tariffaDelFondo(
  { associazioni }: RegoleAssociazioni,
  codice: string,
  giorno: Giorno,
  lettura?: string,
): TariffaDelFondo {
  const associazione = associazioni.find((voce) => voce.codice === codice);
  if (associazione === undefined) {
    const noti = associazioni.map((voce) => voce.codice).join(', ');
    throw sconosciuta(`il codice «${codice.slice(0, 10)}» non è noto; si conoscono ${noti}`);
  }
  const altra = associazione.altre.find(({ valore }) => valore === lettura);
  const quale = altra?.fine !== undefined && giorno > altra.fine ? altra.fine : giorno;
  const primaDellInizio = altra?.inizio !== undefined && giorno < altra.inizio;
  const tariffa = primaDellInizio ? undefined : associazione.tariffe.find((voce) => vale(voce, quale));
  if (tariffa === undefined) {
    throw sconosciuta(italiano`per il codice ${codice} non è noto un importo al ${formatGiornoItaliano(giorno)}`);
  }
  return { associazione, tariffa: quale === giorno ? tariffa : { ...tariffa, fonti: altra?.fonti ?? tariffa.fonti } };
}

function sconosciuta(motivo: string): ErroreDati {
  const messaggio = `Contributo di assistenza contrattuale: ${motivo}.`;
  return new ErroreDati('associazione-sconosciuta/tariffa', { perche: messaggio, campo: 'associazione' });
}
