import { type Indennita, indennita, type Livello, livello } from '../norme/minimi.ts';
import { ErroreDati } from '../valori/errore-dati.ts';

/** Those that people are hired at; `unico` is of the night presence alone. */
const LIVELLI = livello.options.filter((nome) => nome !== 'unico');

/** @throws ErroreDati `livello-sconosciuto` with those there are */
export function parseLivello(testo: string): Livello {
  const scritto = testo.trim().toUpperCase();
  const trovato = LIVELLI.find((nome) => nome === scritto);
  if (trovato !== undefined) return trovato;
  const noti = LIVELLI.join(', ');
  throw new ErroreDati('livello-sconosciuto', { testo: testo.slice(0, 20), noti, campo: 'livello' });
}

/**
 * Names of allowances between commas or spaces.
 * @throws ErroreDati `indennita-sconosciuta` with those there are
 */
export function parseIndennita(testo: string): readonly Indennita[] {
  const nomi = testo
    .toLowerCase()
    .split(/[,|\s]+/)
    .filter((nome) => nome !== '');
  return [...new Set(nomi)].map((nome) => {
    const trovata = indennita.options.find((nota) => nota === nome);
    if (trovata !== undefined) return trovata;
    throw new ErroreDati('indennita-sconosciuta', {
      nome: nome.slice(0, 30),
      note: indennita.options.join(', '),
      campo: 'indennita',
    });
  });
}
