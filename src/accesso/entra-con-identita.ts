import { parseCodiceFiscale } from '../anagrafe/codice-fiscale.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { forgetPerson } from './conta-tentativo.ts';
import type { Contesto, VerifiedIdentity } from './contesto.ts';
import type { ArchivioAccesso, CercaPosizioni } from './porte.ts';
import type { Pseudonimo } from './pseudonimo.ts';
import type { Lavoratore, Posizioni } from './servizio-accesso.ts';

/** @throws ErroreDati `nessun-rapporto` (403) */
export async function enterWithIdentity(
  { archivio, pseudonimo }: { readonly archivio: ArchivioAccesso; readonly pseudonimo: Pseudonimo },
  scritta: VerifiedIdentity,
): Promise<Posizioni> {
  const codiceFiscale = parseCodiceFiscale(scritta.cf.replace(/^TINIT-/i, ''), 'identità');
  const identita = { ...scritta, cf: codiceFiscale };
  const datoreId = await archivio.posizioni.datoreConCodiceFiscale(codiceFiscale);
  const suoi = await contextsOfWorker(archivio.posizioni, identita);
  if (datoreId === undefined && suoi.length === 0) throw new ErroreDati('nessun-rapporto');
  const lavoratore = suoi.length === 0 ? undefined : await enterAsWorker(archivio, identita, suoi);
  if (datoreId === undefined) return { ...(lavoratore && { lavoratore }) };
  // Who has shown to be that person is not kept out by who only tried to be.
  await forgetPerson({ limiti: archivio.limiti, pseudonimo }, codiceFiscale);
  const datore: Contesto = {
    actor: { tipo: 'identita', identita },
    subject: { datoreId },
    authority: { tipo: 'in-proprio' },
  };
  await archivio.atti.registra({ azione: 'accesso', contesto: datore, oggetto: { tipo: 'datore', id: datoreId } });
  return { datore, ...(lavoratore && { lavoratore }) };
}

/** Tells the register of each rapporto that its worker came in. */
async function enterAsWorker(
  { atti }: ArchivioAccesso,
  identita: VerifiedIdentity,
  suoi: readonly Contesto[],
): Promise<Lavoratore> {
  const prima: string[] = [];
  for (const contesto of suoi) {
    const { authority } = contesto;
    if (authority.tipo !== 'lavoratore') continue;
    const oggetto = { tipo: 'rapporto', id: authority.rapportoId } as const;
    prima.push(...(await atti.ultimi('accesso-lavoratore', oggetto)).slice(0, 1));
    await atti.registra({ azione: 'accesso-lavoratore', contesto, oggetto });
  }
  const accessoPrecedente = prima.sort().at(-1);
  return { identita, ...(accessoPrecedente !== undefined && { accessoPrecedente }) };
}

/** A context for each rapporto in which that person works, those that last first. */
export async function contextsOfWorker(
  posizioni: CercaPosizioni,
  identita: VerifiedIdentity,
): Promise<readonly Contesto[]> {
  const suoi = await posizioni.rapportiDelLavoratore(parseCodiceFiscale(identita.cf, 'identità'));
  return suoi.map(({ datoreId, rapportoId }) => ({
    actor: { tipo: 'identita', identita },
    subject: { datoreId },
    authority: { tipo: 'lavoratore', rapportoId },
  }));
}
