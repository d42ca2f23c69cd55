import { ErroreDati, NonTrovato } from '../valori/errore-dati.ts';
import type { Bollettino } from './bollettino.ts';
import type { ArchivioBollettini } from './porte.ts';
import type { RigaTrovata } from './servizio-bollettini.ts';

const TESTO_MASSIMO = 60;

/**
 * Bollettini by whatever an operator knows of them, whosever they are.
 * @throws ErroreDati `ricerca-vuota`
 */
export async function cercaBollettini(letture: ArchivioBollettini, testo: string): Promise<readonly RigaTrovata[]> {
  const cercato = cleaned(testo);
  if (cercato === '' || cercato.length > TESTO_MASSIMO) {
    throw new ErroreDati('ricerca-vuota', { campo: 'cerca' });
  }
  const trovati = await letture.bollettini.cerca(cercato);
  return Promise.all(trovati.map((bollettino) => withPeople(letture, bollettino)));
}

/** @throws NonTrovato */
export async function unBollettino(letture: ArchivioBollettini, riferimento: string): Promise<RigaTrovata> {
  const cercato = cleaned(riferimento);
  const trovati = await letture.bollettini.cerca(cercato);
  const uno = trovati.find((altro) =>
    [altro.id, altro.iuv, altro.codiceAvviso, altro.codiceInps].includes(cercato as never),
  );
  if (uno === undefined) throw new NonTrovato('Bollettino');
  return withPeople(letture, uno);
}

/** Codes as they are printed have spaces; ids are lower case, codici fiscali upper. */
function cleaned(testo: string): string {
  const senza = testo.replaceAll(/\s/g, '');
  return /^[a-z]{6}\d{2}/i.test(senza) ? senza.toUpperCase() : senza;
}

async function withPeople(letture: ArchivioBollettini, bollettino: Bollettino): Promise<RigaTrovata> {
  const { datoreId, rapportoId, id } = bollettino;
  const rapporto = await letture.rapporti.trova({ datoreId }, rapportoId);
  const datore = await letture.rapporti.datore({ datoreId });
  if (rapporto === undefined || datore === undefined) throw new Error(`bollettino ${id} without its people`);
  return { bollettino, rapporto, datore, successori: await letture.bollettini.successori(id) };
}
