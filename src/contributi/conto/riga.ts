import type { Norme } from '../../norme/norme.ts';
import type { NumeroFascia } from '../../norme/tabella-anno.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Giorno } from '../../valori/giorno.ts';
import { vittoIgnoto } from '../accordo-paga.ts';
import type { LetturaTredicesima } from '../calcolo.ts';
import type { ContestoTrimestre, Tariffa } from '../contesto-trimestre.ts';
import { cuaf, type EsitoCuaf } from '../cuaf.ts';
import { fasciaDellaPaga } from '../fascia.ts';
import type { OrarioOrdinario } from '../ore.ts';
import { fraLeDueSoglie, oltreIlLimite } from '../quarta-fascia.ts';
import { type RetribuzioneEffettiva, retribuzioneEffettiva } from '../retribuzione-effettiva.ts';
import type { CondizioniNelTempo } from '../situazione/situazione.ts';

/** Hours of a group of weeks at one tariff, and why. */
export interface Riga {
  readonly fascia: NumeroFascia;
  readonly retribuzione: RetribuzioneEffettiva | null;
  readonly senzaCuaf: boolean;
  readonly tempoDeterminato: boolean;
  readonly tariffa: Tariffa;
  readonly condizioni: CondizioniNelTempo;
  /** The agreed week, on which pay by day, week or month and board are spread. */
  readonly orario: OrarioOrdinario;
  /** How the tie with the employer decided CUAF; null when it was said outright. */
  readonly cuaf: EsitoCuaf | null;
  /** First day of a hiring in place of an absent worker, which owes no 1.40%; null otherwise. */
  readonly sostituzioneDal: Giorno | null;
  /** Indexes of its days in the quarter's calendar; empty where days were not told apart. */
  readonly giorni: readonly number[];
  /** Hundredths of an hour to pay. */
  readonly centesimiDiOra: number;
}

/** Terms of a group of weeks, which decide its band, and their hours. */
export interface TerminiDellaRiga {
  readonly condizioni: CondizioniNelTempo;
  readonly orario: OrarioOrdinario;
  /** Above 24 hours: the fourth band holds. */
  readonly oltre: boolean;
  /** First paid day with these terms. */
  readonly primo: Giorno;
  readonly tredicesima: LetturaTredicesima | undefined;
  readonly giorni: readonly number[];
  readonly centesimiDiOra: number;
}

/**
 * Hours with their band and tariff.
 * @throws ErroreDati `paga-mancante` when the pay decides and was not given
 */
export function componiRiga(termini: TerminiDellaRiga, contesto: ContestoTrimestre, norme: Norme): Riga {
  const { condizioni, orario, oltre, primo } = termini;
  const { familiare } = condizioni;
  const esito = familiare === undefined ? null : cuaf(familiare, primo, norme);
  const senzaCuaf = esito === null ? condizioni.senzaCuaf : !esito.dovuta;
  const inSostituzione = condizioni.tempoDeterminato && condizioni.sostituzione === true;
  const tempoDeterminato = condizioni.tempoDeterminato && !inSostituzione;
  const { tabella } = contesto;
  // Above 24 hours the pay moves no cent: a board value that is not known must not stop the calculation there.
  const retribuzione =
    oltre && vittoIgnoto(condizioni, tabella)
      ? null
      : retribuzioneEffettiva(condizioni, orario, contesto, termini.tredicesima);
  if (!oltre && retribuzione === null) throw pagaMancante(termini, contesto);
  const fascia = oltre || retribuzione === null ? 4 : fasciaDellaPaga(tabella, retribuzione.centesimi);
  return {
    fascia,
    retribuzione,
    senzaCuaf,
    tempoDeterminato,
    tariffa: contesto.tariffa(fascia, senzaCuaf, tempoDeterminato),
    condizioni,
    orario,
    cuaf: esito,
    sostituzioneDal: inSostituzione ? primo : null,
    giorni: termini.giorni,
    centesimiDiOra: termini.centesimiDiOra,
  };
}

function pagaMancante({ condizioni, orario }: TerminiDellaRiga, { criteri }: ContestoTrimestre): ErroreDati {
  const { oreSettimanali } = condizioni;
  const perche = fraLeDueSoglie(orario, criteri)
    ? 'Fra 24 e 25 ore a settimana, nella lettura «dalle 25 ore», il contributo dipende dalla paga: indicare la paga oraria o quella ' +
      'mensile, o scegliere la lettura «oltre 24 ore».'
    : oreSettimanali !== undefined && oltreIlLimite(oreSettimanali, criteri)
      ? 'Il contratto supera le 24 ore, ma alcune settimane del trimestre ne hanno 24 o meno: per quelle il contributo dipende dalla ' +
        'paga. Indicare la paga oraria o quella mensile.'
      : 'Fino a 24 ore a settimana il contributo dipende dalla paga: indicare la paga oraria o quella mensile.';
  return new ErroreDati('paga-mancante', { perche, campo: 'pagaOraria' });
}
