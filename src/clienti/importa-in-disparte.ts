import type { Applicazione } from '../applicazione/applicazione.ts';
import { ArchivioFermo, type FermoRiferito } from '../archivio/guasto-archivio.ts';
import type { Impostazioni } from '../impostazioni/impostazioni.ts';
import { programOf } from '../processi/comando-limitato.ts';
import { type Limiti, type MotivoCaduta, ProcessoCaduto } from '../processi/limiti.ts';
import { runLimited } from '../processi/processo-limitato.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import type { ChiaveErrore } from '../valori/errori/catalogo.ts';
import type { EsitoImportazione } from './importa-clienti.ts';

/** What one list may cost: the longest that is taken needs a third of it. */
const LIMITI_IMPORTAZIONE: Limiti = { memoriaMb: 512, secondiCpu: 240, secondiSilenzio: 60 };

/** Largest list taken from outside. */
export const ELENCO_MAX_BYTES = 16 * 1024 * 1024;

/** What the program is told. */
export interface DomandaImporta {
  readonly impostazioni: Impostazioni;
  /** UTC instant. */
  readonly adesso: string;
  readonly proprietario: string;
  /** The given file, on this machine. */
  readonly input: string;
}

/** What it answers, or what the archive did not do. */
export type RispostaImporta = { readonly esito: EsitoImportazione } | { readonly fermo: FermoRiferito };

const PERCHE = {
  memoria: ['file-troppo-pesante/elenco', 'richiede troppa memoria, oppure è rovinato'],
  tempo: ['file-troppo-lento/elenco', 'richiede troppo lavoro'],
  interrotto: ['file-non-leggibile/elenco-a-meta', 'non è stato letto fino in fondo'],
  guasto: ['file-non-leggibile/elenco-a-meta', 'non si riesce a leggere'],
} as const satisfies Readonly<Record<MotivoCaduta, readonly [ChiaveErrore, string]>>;

/**
 * Takes a list of clients in a process of its own, with bounds of memory and time: no given file is read where people are
 * served.
 * @throws ArchivioFermo; ErroreDati as `importaClienti`; `file-troppo-pesante`, `file-troppo-lento`, `file-non-leggibile`
 */
export async function importaInDisparte(
  { impostazioni, clock }: Applicazione,
  proprietario: string,
  input: string,
  limiti: Limiti = LIMITI_IMPORTAZIONE,
): Promise<EsitoImportazione> {
  const programma = programOf(import.meta.url, 'processo-importa');
  const adesso = clock.now().toISOString();
  try {
    const risposta = await runLimited<DomandaImporta, RispostaImporta>(
      { programma, limiti, ambiente: process.env },
      { impostazioni, adesso, proprietario, input },
    );
    if ('fermo' in risposta) throw new ArchivioFermo(risposta.fermo);
    return risposta.esito;
  } catch (errore) {
    if (!(errore instanceof ProcessoCaduto)) throw errore;
    const [codice, perche] = PERCHE[errore.motivo];
    throw new ErroreDati(codice, { perche, campo: 'file' });
  }
}
