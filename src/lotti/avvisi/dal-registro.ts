import type { RapportoDiLavoro } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { BaseDiCalcolo } from '../../bollettini/base-di-calcolo.ts';
import { baseDelRapporto, datiDelRapporto } from '../../bollettini/dati-del-rapporto.ts';
import type { Modifiche } from '../../bollettini/servizio-bollettini.ts';
import type { DatiCalcolo } from '../../contributi/calcolo.ts';
import { parseTrimestre } from '../../scadenze/trimestre.ts';
import { formatEuro } from '../../valori/denaro.ts';
import type { RowParser } from '../righe/row-parser.ts';

/** What the register knows of a rapporto's terms, and the column that tells it otherwise. */
const TERMINI = {
  vittoAlloggioGiorni: 'vitto_alloggio_giorni',
  senzaCuaf: 'senza_cuaf',
  tempoDeterminato: 'tempo_determinato',
  associazione: 'associazione',
  territorio: 'territorio',
} as const;

type Termine = keyof typeof TERMINI;

/** What a row leaves to the register, when the register knows its rapporto. */
export interface LasciatoAlRegistro {
  readonly ore: boolean;
  readonly paga: boolean;
  readonly termini: ReadonlySet<Termine>;
}

/**
 * A row without hours leaves to the register all that it does not tell. One with hours leaves the pay, if it tells none, and
 * what the file has no column for: an empty cell of a column that is there means none, as the column says.
 */
export function lasciatoAlRegistro(parser: RowParser): LasciatoAlRegistro {
  const tace = (colonna: Parameters<RowParser['text']>[0]) => parser.text(colonna) === '';
  const ore = tace('ore') && tace('ore_settimanali');
  const nomi = Object.keys(TERMINI) as Termine[];
  return {
    ore,
    paga: tace('paga_oraria') && tace('paga_mensile'),
    termini: new Set(nomi.filter((nome) => tace(TERMINI[nome]) && (ore || !parser.has(TERMINI[nome])))),
  };
}

/**
 * The row's base with what it leaves to the register.
 * @throws ErroreDati `rapporto-non-attivo`
 */
export function completaDalRegistro(
  base: BaseDiCalcolo,
  noto: RapportoDiLavoro,
  lasciato: LasciatoAlRegistro,
): BaseDiCalcolo {
  const { ore, paga, termini } = lasciato;
  if (!ore && !paga && termini.size === 0) return base;
  if (base.forma === 'situazione') return completaSituazione(base, noto, lasciato);
  const { dati } = base;
  if (ore) return baseDelRapporto(noto, dati.trimestre, told(dati, lasciato));
  const suoi = datiDelRapporto(noto, dati.trimestre, {});
  return { forma: 'semplice', dati: { ...dati, ...(paga && onlyPay(suoi)), ...pick(suoi, termini) } };
}

/** What the row tells, as a person's change of the rapporto's terms. Hiring and end are put over it by who knows the row. */
function told(dati: DatiCalcolo, { paga, termini }: LasciatoAlRegistro): Modifiche {
  const {
    trimestre: _t,
    ore: _o,
    oreSettimanali: _s,
    assunzione: _a,
    retribuzioneOrariaEffettiva: _r,
    ...altri
  } = dati;
  return Object.fromEntries(
    Object.entries(altri).filter(
      ([nome, valore]) => valore !== undefined && !(nome === 'paga' && paga) && !termini.has(nome as Termine),
    ),
  );
}

function onlyPay({ paga }: DatiCalcolo): Pick<DatiCalcolo, 'paga'> {
  return paga === undefined ? {} : { paga };
}

function pick(dati: DatiCalcolo, termini: ReadonlySet<Termine>): Partial<DatiCalcolo> {
  return Object.fromEntries([...termini].flatMap((nome) => (dati[nome] === undefined ? [] : [[nome, dati[nome]]])));
}

/** Hours told week by week: the terms stand in one entry beside them. */
function completaSituazione(
  { testo }: Extract<BaseDiCalcolo, { forma: 'situazione' }>,
  noto: RapportoDiLavoro,
  { paga, termini }: LasciatoAlRegistro,
): BaseDiCalcolo {
  const suoi = datiDelRapporto(noto, parseTrimestre(String(testo['trimestre'])), {});
  const { associazione, territorio, ...delleCondizioni } = pick(suoi, termini);
  const pattuita =
    paga && suoi.paga?.tipo !== undefined
      ? { tipo: suoi.paga.tipo, importo: formatEuro(suoi.paga.importo) }
      : undefined;
  const condizioni = (testo['condizioni'] as readonly object[]).map((una) => ({
    ...una,
    ...(pattuita !== undefined && { paga: pattuita }),
    ...delleCondizioni,
  }));
  const accanto = {
    ...(associazione !== undefined && { associazione }),
    ...(territorio !== undefined && { territorio }),
  };
  return { forma: 'situazione', testo: { ...testo, condizioni, ...accanto } };
}
