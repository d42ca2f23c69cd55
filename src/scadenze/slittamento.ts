import type { Norme } from '../norme/norme.ts';
import { type RegolaSabato, type Sospensione, vale } from '../norme/regole-scadenze.ts';
import { aggiungiGiorni, formatGiornoItaliano, type Giorno, giornoDellaSettimana } from '../valori/giorno.ts';
import type { Fonte, Passo } from '../valori/spiegazione.ts';
import { festivo } from './festivi.ts';
import { avvertenzeSuiTerritori, sospensioneDi } from './territori.ts';
import { fonteUnica } from '../valori/fonte-unica.ts';

/** Where a legal last day really ends, and why. */
export interface Termine {
  readonly giorno: Giorno;
  /** Reasons of the move, in order; empty when it did not move. */
  readonly motivi: readonly string[];
  /** The earlier day that is safe for every source, where the sources disagree on Saturdays. */
  readonly giornoSicuro: Giorno | undefined;
  readonly passi: readonly Passo[];
  readonly sospensione: Sospensione | undefined;
  /** What to know of the territorial suspensions that were asked for. Italian sentences. */
  readonly avvertenze: readonly string[];
}

const SABATO = 6;

/**
 * Moves a legal last day by suspensions, Sundays, holidays and the Saturday rule of that day.
 * @param territori ids of territorial suspensions to apply besides the national ones
 * @throws ErroreDati `territorio-sconosciuto`
 */
export function slitta(legale: Giorno, norme: Norme, territori: readonly string[] = []): Termine {
  const sospensione = sospensioneDi(legale, norme, territori);
  const partenza = sospensione?.nuovaScadenza ?? legale;
  const passi: Passo[] = sospensione === undefined ? [] : [passoSospensione(legale, sospensione)];
  const motivi = sospensione === undefined ? [] : [`${sospensione.nome}: ${titoli(sospensione.fonti)}`];
  const regola = norme.scadenze.sabato.find((voce) => vale(voce, partenza));
  let giorno = partenza;
  for (let motivo = riposo(giorno, norme, regola); motivo !== null; motivo = riposo(giorno, norme, regola)) {
    const seguente = aggiungiGiorni(giorno, 1);
    motivi.push(`${formatGiornoItaliano(giorno)}: ${motivo}`);
    passi.push(passoRiposo(giorno, seguente, motivo, norme, regola));
    giorno = seguente;
  }
  return {
    giorno,
    motivi,
    giornoSicuro: sicuro(partenza, giorno, norme, regola),
    passi,
    sospensione,
    avvertenze: avvertenzeSuiTerritori(legale, norme, territori),
  };
}

function riposo(data: Giorno, norme: Norme, regola: RegolaSabato | undefined): string | null {
  const festa = festivo(data, norme);
  if (festa !== null) return festa;
  return regola?.spostato === true && giornoDellaSettimana(data) === SABATO ? 'sabato' : null;
}

/** The day reached without moving Saturdays, when the rule that moves them is one on which the sources disagree. */
function sicuro(partenza: Giorno, arrivo: Giorno, norme: Norme, regola: RegolaSabato | undefined): Giorno | undefined {
  if (regola?.discordi !== true) return undefined;
  let giorno = partenza;
  while (riposo(giorno, norme, undefined) !== null) giorno = aggiungiGiorni(giorno, 1);
  return giorno === arrivo ? undefined : giorno;
}

function passoSospensione(legale: Giorno, sospensione: Sospensione): Passo {
  return {
    etichetta: sospensione.nome,
    formula: `${formatGiornoItaliano(legale)}, termine sospeso`,
    risultato: formatGiornoItaliano(sospensione.nuovaScadenza),
    fonte: fonteUnica(sospensione.fonti),
  };
}

function passoRiposo(da: Giorno, a: Giorno, motivo: string, norme: Norme, regola: RegolaSabato | undefined): Passo {
  const fonti =
    motivo === 'sabato' && regola !== undefined
      ? regola.fonti
      : [...norme.scadenze.fontiSlittamento, ...feste(motivo, norme)];
  return {
    etichetta: 'Termine che cade in un giorno non lavorativo',
    formula: `${formatGiornoItaliano(da)} è ${motivo === 'domenica' || motivo === 'sabato' ? motivo : `festa (${motivo})`}`,
    risultato: formatGiornoItaliano(a),
    fonte: fonteUnica(fonti),
  };
}

function feste(nome: string, norme: Norme): readonly Fonte[] {
  if (nome === 'domenica') return [];
  const propria = norme.scadenze.festivita.find((voce) => voce.nome === nome)?.fonte;
  return propria === undefined ? norme.scadenze.fontiFestivita : [propria];
}

function titoli(fonti: readonly Fonte[]): string {
  return fonti.map(({ titolo }) => titolo).join('; ');
}
