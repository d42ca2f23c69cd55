import type { Norme } from '../../norme/norme.ts';
import type { Giorno } from '../../valori/giorno.ts';
import { ORA } from '../../valori/ore.ts';
import type { PagaConcordata } from '../calcolo.ts';
import type { Conto } from '../conto/gruppo.ts';
import { type EsitoMinimo, minimoContrattuale, type MinimoChiesto } from '../minimo-contrattuale.ts';
import { scattiMaturati } from '../scatti.ts';
import type { CondizioniNelTempo, Situazione } from '../situazione/situazione.ts';

const NIENTE: readonly string[] = [];
/** Months of a year and weeks of it. */
const MESI = 12;
const SETTIMANE = 52;

/**
 * A pay below the contract's minimum: that of its level where it is told, else the lowest of all, below which nobody is. Nearly
 * always nothing; two comparisons of integers for one set of terms without a level.
 */
export function sottoIlMinimo(conto: Conto, norme: Norme): readonly string[] {
  const { minimo, condizioni } = conto.situazione;
  if (minimo === undefined && condizioni.length === 1) return sottoIlPiuBasso(conto, condizioni[0]);
  const frasi = condizioni.flatMap((termini) =>
    minimo === undefined
      ? sottoIlPiuBasso(conto, termini)
      : esitiDi(conto, termini, minimo, norme).flatMap((esito) =>
          esito.noto && esito.mancano > 0 ? [esito.frase] : [],
        ),
  );
  return [...new Set(frasi)];
}

/** What could not be checked of a level that was told, and why. */
export function minimoNonControllato(conto: Conto, norme: Norme): readonly string[] {
  const { minimo, condizioni } = conto.situazione;
  if (minimo === undefined) return NIENTE;
  const frasi = condizioni.flatMap((termini) => {
    const { paga } = termini;
    if (paga === undefined)
      return ['La paga concordata non è indicata: il minimo contrattuale non è stato controllato.'];
    if (paga.tipo !== tipoDi(minimo)) {
      return [`La paga non è ${tipoDi(minimo)}: il minimo contrattuale non è stato controllato.`];
    }
    return esitiDi(conto, termini, minimo, norme).flatMap((esito) => (esito.noto ? [] : [esito.frase]));
  });
  return [...new Set(frasi)];
}

function esitiDi(
  { situazione, contesto }: Conto,
  { paga }: CondizioniNelTempo,
  minimo: NonNullable<Situazione['minimo']>,
  norme: Norme,
): EsitoMinimo[] {
  if (paga === undefined || paga.tipo !== tipoDi(minimo)) return [];
  const giorno = contesto.ultimo;
  return [minimoContrattuale(giorno, conScatti(minimo, situazione.assunzione, giorno, norme), paga.importo, norme)];
}

function conScatti(
  minimo: NonNullable<Situazione['minimo']>,
  assunzione: Giorno | undefined,
  giorno: Giorno,
  { minimi }: Norme,
): MinimoChiesto {
  if (minimo.scatti !== undefined || assunzione === undefined) return minimo;
  return { ...minimo, scatti: scattiMaturati(assunzione, giorno, minimi.scatti) };
}

function tipoDi({ forma }: MinimoChiesto): 'oraria' | 'mensile' {
  return forma === 'oraria' || forma === 'sostituzione' ? 'oraria' : 'mensile';
}

function sottoIlPiuBasso(conto: Conto, termini: CondizioniNelTempo): readonly string[] {
  const { paga } = termini;
  if (paga === undefined) return NIENTE;
  const { oraria, mensile } = conto.contesto.minimiPiuBassi;
  if (paga.tipo === 'oraria') return oraria !== undefined && paga.importo < oraria.importo ? oraria.frasi : NIENTE;
  const ore = oreSettimanali(conto, termini);
  if (mensile === undefined || ore === undefined) return NIENTE;
  return alMese(paga) * mensile.ore < mensile.importo * ore ? mensile.frasi : NIENTE;
}

/** Cents a month, with their fraction: only compared. */
function alMese({ tipo, importo, giorniSettimanali = 0 }: PagaConcordata): number {
  if (tipo === 'mensile') return importo;
  return ((tipo === 'giornaliera' ? importo * giorniSettimanali : importo) * SETTIMANE) / MESI;
}

function oreSettimanali({ ore }: Conto, { oreSettimanali: concordate }: CondizioniNelTempo): number | undefined {
  if (ore.modo === 'piane') return Number(ore.settimanali) / (ORA * ore.divisore);
  return concordate?.toNumber();
}
