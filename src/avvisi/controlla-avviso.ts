import { ErroreDati } from '../valori/errore-dati.ts';
import { centesimi, formatEuroItaliano } from '../valori/denaro.ts';
import type { DatiAvviso, Pagabile } from './dati-avviso.ts';
import { edizioneDi } from './edizione.ts';
import { caratterePer, normalizza } from './stampa/caratteri.ts';

/** Largest amount of each edition, in cents: 999.999,99 euro (guide 2.2) and 999.999.999,99 euro (3.x). */
const IMPORTO_MASSIMO = { '2018': 99_999_999, '3': 99_999_999_999 } as const;

/** Ten digits of cents are all that a postal slip has. */
const IMPORTO_MASSIMO_POSTE = 9_999_999_999;

/**
 * Whether a notice can be printed whole. Asked before the first byte is written, so that one bad notice of many leaves the
 * document as it was.
 * @throws ErroreDati `importo-non-stampabile`, `carattere-non-stampabile`, `testo-mancante`, `conto-postale-non-valido`,
 *   `rate-non-valide`, `lingua-non-disponibile`, `scadenza-mancante`
 */
export function controllaAvviso(dati: DatiAvviso): void {
  const { ente, destinatario } = dati;
  text('normale', dati.oggetto, 'oggetto del pagamento');
  text('grassetto', dati.oggetto, 'oggetto del pagamento');
  if (dati.lavoratore !== undefined && dati.lavoratore !== '') worker(dati.lavoratore);
  text('grassetto', destinatario.nome, 'nome del destinatario');
  // Not every employer's address is known; where there is none its lines stay empty.
  if (destinatario.indirizzo !== '') controllaIndirizzo(destinatario.indirizzo);
  text('codice', destinatario.codiceFiscale, 'codice fiscale del destinatario');
  text('grassetto', ente.denominazione, 'ente creditore');
  for (const testo of [ente.settore, ente.info]) if (testo !== '') text('normale', testo, 'ente creditore');
  if (ente.contoPostale !== undefined) {
    text('grassetto', ente.contoPostale.intestatario, 'intestatario del conto postale');
    text('normale', ente.contoPostale.autorizzazione, 'autorizzazione di Poste');
    if (!/^\d{1,12}$/.test(ente.contoPostale.numero)) {
      throw new ErroreDati('conto-postale-non-valido', { campo: 'conto postale' });
    }
  }
  if (dati.rate !== undefined && dati.rate.length < 2) {
    throw new ErroreDati('rate-non-valide', { campo: 'rate' });
  }
  if (edizioneDi(dati) === '2018') edition2018(dati);
  const massimo = largestAmount(dati);
  for (const pagabile of [dati, ...(dati.rate ?? [])]) amount(pagabile, massimo);
}

/** Whether an address can be printed. @throws ErroreDati `carattere-non-stampabile` */
export function controllaIndirizzo(indirizzo: string): void {
  text('normale', indirizzo, 'indirizzo del destinatario');
}

/** The only name that a notice can do without. */
function worker(nome: string): void {
  const campo = 'nome del lavoratore';
  try {
    text('grassetto', nome, campo);
  } catch (errore) {
    if (!(errore instanceof ErroreDati)) throw errore;
    const senza = 'Oppure stampare gli avvisi senza il nome del lavoratore (nascosto).';
    throw errore.con({ dopo: ` ${senza}` });
  }
}

/** The 2018 edition knows neither a second language nor a payment without a due date. */
function edition2018(dati: DatiAvviso): void {
  if ((dati.lingua ?? 'it') !== 'it') {
    throw new ErroreDati('lingua-non-disponibile', { campo: 'lingua' });
  }
  if ([dati, ...(dati.rate ?? [])].some(({ scadenza }) => scadenza === undefined)) {
    throw new ErroreDati('scadenza-mancante', { campo: 'scadenza' });
  }
}

function largestAmount(dati: DatiAvviso): number {
  return Math.min(
    IMPORTO_MASSIMO[edizioneDi(dati)],
    dati.ente.contoPostale === undefined ? Infinity : IMPORTO_MASSIMO_POSTE,
  );
}

function text(stile: 'normale' | 'grassetto' | 'codice', testo: string, campo: string): void {
  const pulito = normalizza(testo);
  if (pulito === '') throw new ErroreDati('testo-mancante', { campo });
  caratterePer(stile, pulito, campo);
}

function amount({ importo }: Pagabile, massimo: number): void {
  if (importo >= 1 && importo <= massimo) return;
  throw new ErroreDati('importo-non-stampabile', {
    importo: formatEuroItaliano(importo),
    massimo: formatEuroItaliano(centesimi(massimo)),
    campo: 'importo',
  });
}
