import type { Anomalia } from '../../pagamenti/anomalia.ts';
import { centesimi, formatEuroItaliano } from '../../valori/denaro.ts';
import { formatGiornoItaliano, type Giorno } from '../../valori/giorno.ts';

/** What each fact of an anomaly is, for who must deal with it. */
const NOMI: Readonly<Record<string, string>> = {
  importoRicevuto: 'Importo ricevuto',
  importoAtteso: 'Importo atteso',
  importo: 'Importo nel flusso',
  difetti: 'Che cosa non corrisponde',
  esito: 'Codice dell’esito',
  idMessaggio: 'Ricevuta, o flusso',
  flusso: 'Flusso',
  codice: 'Codice nel flusso',
  posto: 'Posto nel flusso',
  importoNelFlusso: 'Importo nel flusso',
  iur: 'IUR',
  dataEsito: 'Data dell’esito',
  stato: 'Stato del pagamento',
  consegna: 'Consegna',
  indirizzo: 'Indirizzo ricevuto',
  indirizzoAtteso: 'Indirizzo configurato',
  toltiDalCarrello: 'IUV dei bollettini tolti dal carrello',
  rapporto: 'Codice rapporto',
  trimestre: 'Trimestre',
  importoVersato: 'Versato',
  importoDovuto: 'Dovuto',
  importoInEccesso: 'Da chiedere a rimborso',
  versamenti: 'IUV versati',
  settimaneGiaCoperte: 'Settimane che altri pagano già',
};

/** The rules that a receipt may break, by the code at the head of each (see `controlla-rt.ts`). */
const DIFETTI: Readonly<Record<string, string>> = {
  chiave: 'la ricevuta è di un’altra richiesta',
  riferimento: 'cita il numero di un’altra richiesta',
  somma: 'le sue parti non fanno il totale',
  'esito-negativo-con-importo': 'nega il pagamento e riporta un importo',
  'esito-senza-descrizione': 'non dice perché non è stato pagato nulla',
  'numero-pagamenti': 'il numero dei pagamenti non è quello chiesto',
  'importo-diverso': 'l’importo non è quello chiesto',
};

/** The facts of an anomaly in words and euro; those that say nothing are left out. */
export function fattiAnomalia({ dettaglio }: Anomalia): readonly { readonly nome: string; readonly valore: string }[] {
  return Object.entries(dettaglio).flatMap(([chiave, valore]) =>
    valore === null ? [] : [{ nome: NOMI[chiave] ?? chiave, valore: inParole(chiave, valore) }],
  );
}

function inParole(chiave: string, valore: string | number): string {
  if (chiave.startsWith('importo') && typeof valore === 'number') return `${formatEuroItaliano(centesimi(valore))} €`;
  if (chiave === 'dataEsito') return formatGiornoItaliano(String(valore) as Giorno);
  return chiave === 'difetti' ? difettiInParole(String(valore)) : String(valore);
}

function difettiInParole(difetti: string): string {
  return difetti
    .split('; ')
    .map((difetto) => DIFETTI[difetto.split(':')[0] ?? ''] ?? notAboutRules(difetto))
    .join('; ');
}

function notAboutRules(difetto: string): string {
  return difetto.startsWith('partial outcome') ? 'attesta un pagamento solo in parte' : difetto;
}
