import { basename, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Applicazione } from '../../applicazione/applicazione.ts';
import type { Lotto } from '../../archivio/lotti-repository.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { type Giorno, giornoInItalia } from '../../valori/giorno.ts';
import { newId } from '../../valori/new-id.ts';
import { Presa } from '../coda/presa.ts';
import { preparaIngresso } from '../ingresso/prepara-ingresso.ts';
import { ingressoFinoA } from '../uscita/checkpoint.ts';
import { discoPieno, isDiscoPieno, removePartial } from '../uscita/disco-pieno.ts';
import { besideFor, checkUscite, uscitaDaCorreggere } from '../uscita/percorsi.ts';
import { scriviDaCorreggere } from '../uscita/righe-da-correggere.ts';
import { fileAvvisi } from './file-avvisi.ts';
import { openArchivio, openCartella, requireNew } from './contenitori.ts';
import type { Destinazione } from './destinazione.ts';
import { DocumentiPerDatore } from './documenti-per-datore.ts';
import { DocumentoUnico } from './documento-unico.ts';
import { codiceEsito, eseguiAvvisi, type FineAvvisi } from './esegui-avvisi.ts';
import type { EsitoAvvisi, OpzioniEmissione, OpzioniStampa, RichiestaAvvisi } from './richiesta.ts';

/** Batches of the command line: they have no files in the database, so only the command line works at them. */
export const PROPRIETARIO_RIGA_DI_COMANDO = 'riga-di-comando';

/** How the name of each form ends; a folder's may be any. */
const ESTENSIONI: Readonly<Record<OpzioniStampa['forma'], readonly string[]>> = {
  documento: ['.pdf'],
  cartella: [],
  zip: ['.zip'],
};

interface Percorsi {
  readonly input: string;
  readonly out: string;
  readonly manifesto: string | undefined;
  readonly errori: string;
}

/**
 * Issues the bollettini of the rows of a file and prints their notices. Issuing is idempotent: a row that gave a bollettino
 * gives it again, with the same IUV. What is interrupted goes on with `riprendi`, on the day it was started.
 * @throws ErroreDati when nothing can be done
 */
export async function lottoAvvisi(richiesta: RichiestaAvvisi): Promise<EsitoAvvisi> {
  const opzioni = toOpzioni(richiesta);
  const percorsi = checkPercorsi(richiesta, opzioni);
  try {
    return await emettiFile(richiesta, opzioni, percorsi);
  } catch (errore) {
    if (!isDiscoPieno(errore)) throw errore;
    await removePartial(
      percorsi.out,
      percorsi.errori,
      ...(percorsi.manifesto === undefined ? [] : [percorsi.manifesto]),
    );
    throw discoPieno();
  }
}

async function emettiFile(
  richiesta: RichiestaAvvisi,
  opzioni: OpzioniStampa,
  percorsi: Percorsi,
): Promise<EsitoAvvisi> {
  const { app, signal } = richiesta;
  const ingresso = await preparaIngresso(percorsi.input, percorsi.out, {
    riprendi: richiesta.riprendi ?? false,
    righeNascoste: richiesta.righeNascoste,
  });
  const { lotto, presa, ripreso } = await openLotto(richiesta, percorsi, opzioni);
  const giorno = giornoInItalia(new Date(lotto.creatoIl));
  const destinazione = () => openDestinazione(percorsi, opzioni, { giorno, ripreso });
  const lavoro = { app, lotto, presa, opzioni, csv: ingresso.csv, errori: percorsi.errori, destinazione, signal };
  let fine: FineAvvisi;
  try {
    fine = await eseguiAvvisi(lavoro);
  } catch (errore) {
    // What a person must change ends the batch; a full disk or a lost database leaves it to be resumed.
    if (errore instanceof ErroreDati) {
      await ingresso.remove();
      await close(app, presa, { stato: 'fallito', errore: errore.message });
    }
    throw errore;
  }
  const { riepilogo, avvertenze } = fine;
  const comune = { avvertenze: [...ingresso.note, ...avvertenze], errori: percorsi.errori, ripreso };
  if (riepilogo === undefined) return { codice: 2, ...comune, interrotto: true };
  if (richiesta.daCorreggere !== undefined) {
    const out = resolve(richiesta.daCorreggere);
    await scriviDaCorreggere({ csv: ingresso.csv, errori: percorsi.errori, out });
  }
  await ingresso.remove();
  await close(app, presa, { stato: 'finito', esito: riepilogo });
  const { out, manifesto } = percorsi;
  const scritti = riepilogo.avvisi === 0 ? {} : { out, ...(manifesto !== undefined && { manifesto }) };
  return { codice: codiceEsito(riepilogo), riepilogo, ...comune, ...scritti, interrotto: false };
}

function toOpzioni(richiesta: RichiestaAvvisi): OpzioniStampa & OpzioniEmissione {
  const copertina = richiesta.copertina ?? false;
  return {
    ordine: copertina ? 'datore' : (richiesta.ordine ?? 'datore'),
    copertina,
    fronteRetro: richiesta.fronteRetro ?? false,
    sostituisci: richiesta.sostituisci ?? false,
    integra: richiesta.integra ?? false,
    forma: richiesta.cartella === undefined ? 'documento' : richiesta.zip === true ? 'zip' : 'cartella',
    ...(richiesta.edizione !== undefined && { edizione: richiesta.edizione }),
    ...(richiesta.lingua !== undefined && { lingua: richiesta.lingua }),
    ...(richiesta.lavoratore !== undefined && { lavoratore: richiesta.lavoratore }),
  };
}

function checkPercorsi(richiesta: RichiestaAvvisi, { forma }: OpzioniStampa): Percorsi {
  const file = fileAvvisi(richiesta);
  if (file === undefined) {
    throw new ErroreDati('uscita-ambigua', { campo: 'out' });
  }
  // What would be left out is refused.
  if (forma === 'documento' && richiesta.zip === true) throw new ErroreDati('zip-senza-cartella', { campo: 'zip' });
  if (forma !== 'documento' && richiesta.manifesto !== undefined) {
    throw new ErroreDati('manifesto-nella-cartella', { campo: 'manifesto' });
  }
  const out = resolve(file.out);
  const percorsi = {
    input: resolve(richiesta.input),
    out,
    manifesto: file.manifesto === undefined ? undefined : resolve(file.manifesto),
    errori: resolve(file.errori),
  };
  checkUscite(percorsi.input, [
    { campo: forma === 'documento' ? 'out' : 'cartella', path: out, estensioni: ESTENSIONI[forma] },
    { campo: 'errori', path: percorsi.errori, estensioni: ['.csv'] },
    ...(percorsi.manifesto === undefined
      ? []
      : [{ campo: 'manifesto', path: percorsi.manifesto, estensioni: ['.csv'] }]),
    ...uscitaDaCorreggere(richiesta.daCorreggere),
  ]);
  if (forma === 'cartella' && richiesta.riprendi !== true) requireNew(out);
  return percorsi;
}

/** A new batch, or the one that an earlier run of the same command left behind. */
async function openLotto(
  { app, attore, riprendi, onProgress, daCapo }: RichiestaAvvisi,
  percorsi: Percorsi,
  opzioni: OpzioniStampa & OpzioniEmissione,
): Promise<{ lotto: Lotto; presa: Presa; ripreso: boolean }> {
  const { lotti } = app.archivio.letture;
  const ingresso = await ingressoFinoA(percorsi.input, 0);
  // As JSON gives it back, to be compared with what earlier batches wrote.
  const impronta = JSON.parse(JSON.stringify({ ingresso, percorsi, ...opzioni })) as Record<string, unknown>;
  const token = Presa.newToken();
  const adesso = app.clock.now().toISOString();
  const lasciati = riprendi === true ? await lotti.delProprietario(PROPRIETARIO_RIGA_DI_COMANDO) : [];
  for (const lotto of lasciati.filter(({ opzioni: sue }) => isDeepStrictEqual(sue, impronta))) {
    if (await lotti.riprendi(lotto.id, token, adesso)) {
      return { lotto, presa: new Presa(lotto.id, token, app.clock, onProgress), ripreso: true };
    }
  }
  daCapo?.();
  const id = newId();
  const nuovo = {
    id,
    tipo: 'avvisi',
    proprietario: PROPRIETARIO_RIGA_DI_COMANDO,
    attore,
    nomeFile: basename(percorsi.input),
  } as const;
  await lotti.crea({ ...nuovo, opzioni: impronta, creatoIl: adesso }, 'in-corso', token);
  const lotto = await lotti.trova(id);
  if (lotto === undefined) throw new Error('the batch just made is not there');
  return { lotto, presa: new Presa(id, token, app.clock, onProgress), ripreso: false };
}

async function openDestinazione(
  { out, manifesto }: Percorsi,
  { forma }: OpzioniStampa,
  { giorno, ripreso }: { giorno: Giorno; ripreso: boolean },
): Promise<Destinazione> {
  if (forma === 'cartella') return new DocumentiPerDatore(await openCartella(out, ripreso), giorno);
  if (forma === 'zip') return new DocumentiPerDatore(await openArchivio(out), giorno);
  return new DocumentoUnico(out, manifesto ?? besideFor(out, 'manifesto'), giorno);
}

async function close(
  { archivio, clock }: Applicazione,
  presa: Presa,
  fine: { stato: 'finito' | 'fallito'; esito?: unknown; errore?: string },
): Promise<void> {
  await archivio.letture.lotti.chiudi(presa.lottoId, presa.token, { ...fine, il: clock.now().toISOString() });
}
