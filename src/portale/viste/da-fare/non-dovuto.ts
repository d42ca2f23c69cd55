import type { Momento, Riga } from './situazione.ts';

/** A quarter that looks missing may owe nothing: who may say so is shown where. */
export function nonDovuto({ stato, bollettini }: Riga, { permessi }: Momento): boolean {
  return stato === 'mancante' && bollettini.length === 0 && permessi.anagrafe && permessi.prospetti;
}
