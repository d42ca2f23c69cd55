import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Id } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { Applicazione } from '../../applicazione/applicazione.ts';
import type { Lotto, TipoLotto } from '../../archivio/lotti-repository.ts';
import { primaLePremesse } from '../../norme/premesse.ts';
import { giornoInItalia } from '../../valori/giorno.ts';
import { openArchivio } from '../avvisi/contenitori.ts';
import { DocumentiPerDatore, NOME_MANIFESTO } from '../avvisi/documenti-per-datore.ts';
import { DocumentoUnico } from '../avvisi/documento-unico.ts';
import { codiceEsito, eseguiAvvisi } from '../avvisi/esegui-avvisi.ts';
import { preparaIngresso } from '../ingresso/prepara-ingresso.ts';
import { lottoCalcola } from '../calcola/lotto-calcola.ts';
import { scriviDaCorreggere } from '../uscita/righe-da-correggere.ts';
import { fetchFile, INGRESSO, storeFile } from './file-del-lotto.ts';
import type { Guardia } from './guardia.ts';
import { lavoraClienti } from './lavora-clienti.ts';
import { DA_CORREGGERE, ERRORI, type Fatto, type FineLotto, type Lavoro } from './lavoro.ts';
import type { Presa } from './presa.ts';
import type { OpzioniAvvisiLotto, OpzioniCalcolaLotto } from './servizio-lotti.ts';

const LAVORI: Readonly<Record<TipoLotto, (lavoro: Lavoro, guardia: Guardia) => Promise<Fatto | undefined>>> = {
  calcola,
  avvisi,
  clienti: lavoraClienti,
};

/**
 * Works at a batch of the queue: fetches its file, does it, stores what came of it. Taken up again on the same machine it goes
 * on from its partial files; on another it does the work anew. Either way it gives the same bytes.
 * @returns the summary, or undefined when the guard's signal stopped it
 * @throws LottoPerso; ErroreDati when nothing can be done with the file
 */
export async function lavora(
  app: Applicazione,
  lotto: Lotto,
  presa: Presa,
  guardia: Guardia,
): Promise<FineLotto | undefined> {
  const cartella = cartellaDelLotto(app, lotto.id);
  const ingresso = await fetchIngresso(app, lotto.id, cartella);
  const { lotti, lottiFile } = app.archivio.letture;
  const lavoro = { app, lotto, presa, cartella, ingresso };
  const fatto = await LAVORI[lotto.tipo](lavoro, guardia);
  if (fatto === undefined) return undefined;
  for (const nome of fatto.prodotti) {
    const dove = { lottoId: lotto.id, nome };
    await storeFile(lottiFile, dove, join(cartella, nome), () => presa.batti(lotti));
  }
  await rm(cartella, { recursive: true });
  return fatto.fine;
}

/** Where a batch's files stand on this machine while somebody here works at it. */
export function cartellaDelLotto(app: Applicazione, lottoId: Id): string {
  return join(app.impostazioni.cartellaDati, 'lotti', lottoId);
}

/** Fetched once: a file that stays as it is lets an interrupted run go on from where it stopped. */
async function fetchIngresso(app: Applicazione, lottoId: Id, cartella: string): Promise<string> {
  const ingresso = join(cartella, INGRESSO);
  if (existsSync(ingresso)) return ingresso;
  await mkdir(cartella, { recursive: true });
  await fetchFile(app.archivio.letture.lottiFile, lottoId, INGRESSO, `${ingresso}.parziale`);
  await rename(`${ingresso}.parziale`, ingresso);
  return ingresso;
}

async function calcola({ lotto, cartella, ingresso }: Lavoro, { signal, tell }: Guardia): Promise<Fatto | undefined> {
  const { uscita, ...opzioni } = lotto.opzioni as OpzioniCalcolaLotto;
  const out = `importi.${uscita}`;
  const esito = await lottoCalcola({
    input: ingresso,
    out: join(cartella, out),
    errori: join(cartella, ERRORI),
    daCorreggere: join(cartella, DA_CORREGGERE),
    ...opzioni,
    oggi: giornoInItalia(new Date(lotto.creatoIl)),
    riprendi: true,
    signal,
    onProgress: ({ bytesLetti, bytesTotali, righe, rifiutate }) =>
      tell({ fase: 'calcolo', fatti: bytesLetti, totali: bytesTotali, righe, rifiutate }),
  });
  if (esito.interrotto) return undefined;
  const { codice, premesse, riepilogo, avvisi: avvertenze } = esito;
  return {
    prodotti: [...(esito.out === undefined ? [] : [out]), ERRORI, ...mendable(riepilogo.righeRifiutate)],
    fine: primaLePremesse(premesse, { codice, avvertenze, riepilogo }),
  };
}

async function avvisi(
  { app, lotto, presa, cartella, ingresso }: Lavoro,
  { signal }: Guardia,
): Promise<Fatto | undefined> {
  const opzioni = lotto.opzioni as OpzioniAvvisiLotto;
  const giorno = giornoInItalia(new Date(lotto.creatoIl));
  const zip = opzioni.forma === 'zip';
  const out = zip ? 'avvisi.zip' : 'avvisi.pdf';
  const { righeNascoste } = opzioni;
  const { csv, note } = await preparaIngresso(ingresso, ingresso, { riprendi: true, righeNascoste });
  const { avvertenze, riepilogo } = await eseguiAvvisi({
    app,
    lotto,
    presa,
    opzioni,
    csv,
    errori: join(cartella, ERRORI),
    destinazione: async () =>
      zip
        ? new DocumentiPerDatore(await openArchivio(join(cartella, out)), giorno)
        : new DocumentoUnico(join(cartella, out), join(cartella, NOME_MANIFESTO), giorno),
    signal,
  });
  if (riepilogo === undefined) return undefined;
  if (riepilogo.righeRifiutate > 0) {
    await scriviDaCorreggere({ csv, errori: join(cartella, ERRORI), out: join(cartella, DA_CORREGGERE) });
  }
  const stampati = riepilogo.avvisi === 0 ? [] : zip ? [out] : [out, NOME_MANIFESTO];
  return {
    prodotti: [...stampati, ERRORI, ...mendable(riepilogo.righeRifiutate)],
    fine: { codice: codiceEsito(riepilogo), avvertenze: [...note, ...avvertenze], riepilogo },
  };
}

function mendable(righeRifiutate: number): readonly string[] {
  return righeRifiutate > 0 ? [DA_CORREGGERE] : [];
}
