import { writeFile } from 'node:fs/promises';
import type { Applicazione } from '../../applicazione/applicazione.ts';
import type { Lotto } from '../../archivio/lotti-repository.ts';
import { centesimi } from '../../valori/denaro.ts';
import { giornoInItalia } from '../../valori/giorno.ts';
import { AvvertenzeRiga } from '../calcola/avvertenze-riga.ts';
import type { Presa } from '../coda/presa.ts';
import type { ErroreRiga } from '../righe/errore-riga.ts';
import type { UsoColonne } from '../righe/intestazione.ts';
import { openIngresso } from '../ingresso/apri-ingresso.ts';
import { leggiIntestazione } from '../righe/leggi-intestazione.ts';
import type { Destinazione } from './destinazione.ts';
import { FaseEmissione } from './fase-emissione.ts';
import { FaseStampa, type Stampa } from './fase-stampa.ts';
import { erroriCsv, manifestoCsv } from './manifesto.ts';
import type { PuntoEmissione } from './punto-emissione.ts';
import type { OpzioniEmissione, OpzioniStampa, RiepilogoAvvisi } from './richiesta.ts';

const USO: UsoColonne = {
  // The rest may be left to the register, rapporto by rapporto.
  richieste: [['rapporto'], ['trimestre']],
  // The list of the notices has columns of its own.
  riporta: false,
};
/** How many errors the summary itself names. */
const PRIMI_ERRORI = 20;

/** A batch of notices that somebody holds, with its files on this machine. */
export interface LavoroAvvisi {
  readonly app: Applicazione;
  readonly lotto: Lotto;
  readonly presa: Presa;
  readonly opzioni: OpzioniStampa & OpzioniEmissione;
  /** The input as CSV. */
  readonly csv: string;
  /** Where the errors go. */
  readonly errori: string;
  /** Opened only when there is something to print. */
  readonly destinazione: () => Promise<Destinazione>;
  readonly signal?: AbortSignal | undefined;
}

/** What came of it; no summary when `signal` stopped it. */
export interface FineAvvisi {
  readonly riepilogo?: RiepilogoAvvisi;
  readonly avvertenze: readonly string[];
}

/**
 * Issues and prints. The issuing goes on from where an earlier run left off; the printing, which is quick, starts anew and
 * gives the same bytes.
 * @throws LottoPerso; ErroreDati when nothing can be done with the file
 */
export async function eseguiAvvisi(lavoro: LavoroAvvisi): Promise<FineAvvisi> {
  const { app, lotto, presa, signal } = lavoro;
  const { ente, avviso: predefinita } = app.impostazioni;
  const giorno = giornoInItalia(new Date(lotto.creatoIl));
  const file = await openIngresso(lavoro.csv);
  try {
    const inizio = await leggiIntestazione(file, USO);
    const { avvisi: avvertenze } = inizio.intestazione;
    const emittente = {
      calcolatore: app.calcolatore,
      ente,
      attore: lotto.attore,
      consenso: lavoro.opzioni,
      lavoratore: lavoro.opzioni.lavoratore ?? predefinita.lavoratore,
      oggi: giorno,
      il: lotto.creatoIl,
      avvertenze: new AvvertenzeRiga(giorno),
    };
    const emissione = await new FaseEmissione(app.archivio, presa, emittente).run(file, inizio, lotto.punto, signal);
    if (!emissione.finito) return { avvertenze };
    await writeFile(lavoro.errori, erroriCsv(app.archivio, lotto.id));
    const stampa = await print(
      lavoro,
      emissione,
      new FaseStampa(app.archivio, presa, { ente, oggi: giorno, predefinita, opzioni: lavoro.opzioni }),
    );
    if (stampa === undefined) return { avvertenze };
    return { avvertenze, riepilogo: await summarize(lavoro, emissione, stampa) };
  } finally {
    await file.close();
  }
}

const NIENTE: Omit<Stampa, 'posto'> = { avvisi: 0, datori: 0, pagine: 0, totale: centesimi(0), sostituiti: 0 };

async function print(
  { app, lotto, opzioni, destinazione, signal }: LavoroAvvisi,
  emissione: PuntoEmissione,
  fase: FaseStampa,
): Promise<Omit<Stampa, 'posto'> | undefined> {
  if (emissione.avvisi === 0) return NIENTE;
  const carta = await destinazione();
  try {
    const stampa = await fase.run(carta, emissione, signal);
    if (stampa === undefined) {
      await carta.discard();
      return undefined;
    }
    const come = opzioni.lavoratore ?? app.impostazioni.avviso.lavoratore;
    await carta.complete(manifestoCsv(app.archivio, { lottoId: lotto.id, come, posto: stampa.posto }));
    await carta.publish();
    return stampa;
  } catch (errore) {
    await carta.discard();
    throw errore;
  }
}

async function summarize(
  { app, lotto }: LavoroAvvisi,
  emissione: PuntoEmissione,
  stampa: Omit<Stampa, 'posto'>,
): Promise<RiepilogoAvvisi> {
  const primi = await app.archivio.letture.lottiAvvisi.errori(lotto.id, 0, PRIMI_ERRORI);
  const primiErrori: ErroreRiga[] = primi.map(({ riga, idRiga, colonna, valore, errore }) => ({
    riga,
    id: idRiga,
    colonna,
    valore,
    errore,
  }));
  const { righe, rifiutate, errori } = emissione;
  const { avvisi, datori, pagine, totale, sostituiti } = stampa;
  return { righe, righeRifiutate: rifiutate, errori, avvisi, datori, pagine, totale, sostituiti, primiErrori };
}

/** 0: a notice for every row; 1: some rows refused; 2: nothing printed. */
export function codiceEsito({ avvisi, righeRifiutate }: RiepilogoAvvisi): 0 | 1 | 2 {
  return avvisi === 0 ? 2 : righeRifiutate > 0 ? 1 : 0;
}
