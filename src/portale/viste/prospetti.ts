import type { DatiProspetto, SezioneProspetto } from '../../avvisi/prospetto-pdf.ts';
import { formatGiornoItaliano, type Giorno } from '../../valori/giorno.ts';
import { italiano } from '../../valori/italiano.ts';

const AUTORE = 'Trimestre';
const SIMULAZIONE = 'Prospetto di una simulazione: nessun pagamento è stato fatto.';
const SENZA_VALORE = 'Prospetto ricavato dalle ricevute dei pagamenti, senza valore di certificazione INPS.';

/** How a statement is printed: when, and whether its payments are true. */
export interface Stampa {
  readonly oggi: Giorno;
  readonly reale: boolean;
}

/** A statement on paper, with what it is worth at its foot. */
export function inCarta(
  titolo: string,
  sottotitolo: string,
  { oggi, reale }: Stampa,
  sezioni: SezioneProspetto[],
): DatiProspetto {
  return {
    titolo,
    sottotitolo,
    autore: AUTORE,
    sezioni: [...sezioni, { testo: italiano`${SENZA_VALORE} Stampato il ${formatGiornoItaliano(oggi)}.` }],
    ...(reale ? {} : { simulazione: SIMULAZIONE }),
    emessoIl: oggi,
  };
}
