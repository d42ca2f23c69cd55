import type { NuovoDatore, NuovoRapporto } from '../../anagrafe/registro-rapporti.ts';
import type { Condizioni, Lavoratore, RapportoDiLavoro } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { CodiceFiscale } from '../../anagrafe/codice-fiscale.ts';
import type { CodiceRapporto } from '../../anagrafe/codice-rapporto.ts';
import type { LinguaAvviso } from '../../anagrafe/lingua-avviso.ts';
import { difettiIndirizzo, parseIndirizzo } from '../../anagrafe/indirizzo.ts';
import { parseScelta } from '../../avvisi/scelta-avviso.ts';
import type { BaseDiCalcolo } from '../../bollettini/base-di-calcolo.ts';
import type { Calcolo } from '../../contributi/calcolo.ts';
import { parseSituazione } from '../../contributi/situazione/schema.ts';
import { NESSUN_TERRITORIO } from '../../scadenze/territori.ts';
import { parseTrimestre } from '../../scadenze/trimestre.ts';
import { Decimale } from '../../valori/decimale.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Giorno } from '../../valori/giorno.ts';
import { carattereVietato, describeVietato } from '../../valori/testo-scritto.ts';
import type { RecordScanner } from '../csv/record-scanner.ts';
import { fraseNellaRiga } from '../righe/colonna-dell-errore.ts';
import type { Colonna } from '../righe/colonne.ts';
import type { ErroreRiga } from '../righe/errore-riga.ts';
import type { RowParser } from '../righe/row-parser.ts';
import { lasciatoAlRegistro, type LasciatoAlRegistro } from './dal-registro.ts';
import { dividiNome } from './nome-persona.ts';

/** A row of a batch of notices, read and not yet calculated. */
export interface RigaAvviso {
  readonly riga: number;
  readonly id: string;
  readonly base: BaseDiCalcolo;
  /** What it tells of them: a rapporto that the register knows needs neither. */
  readonly datore: Partial<NuovoDatore>;
  readonly lavoratore: Partial<Omit<Lavoratore, 'id'>>;
  /** What refuses the row when the register does not know its rapporto. */
  readonly mancano: readonly ErroreRiga[];
  readonly lasciato: LasciatoAlRegistro;
  /** Chosen by the row for all the employer's notices. */
  readonly lingua?: LinguaAvviso;
  readonly rapporto: CodiceRapporto;
  /** Years of its bollettini: an end in December may leave one to the next. */
  readonly anni: readonly number[];
  /** What is implausible about its persons and hours. */
  readonly avvertenze: readonly string[];
  /** Turns what refused the row into its line among the errors. */
  readonly refuse: (errore: unknown) => ErroreRiga;
}

/** What a notice needs besides what its amount needs, the first time that a rapporto is met. */
const PERSONE = ['datore_cf', 'datore_nome', 'lavoratore_cf', 'lavoratore_nome'] as const;

/** The scanner's current record, or undefined when the parser's `errors` say what is wrong with it. */
export function parseRigaAvviso(parser: RowParser, scanner: RecordScanner): RigaAvviso | undefined {
  const base = parser.parse(scanner, { ore: true });
  const mancano: ErroreRiga[] = [];
  if (scanner.defect === undefined && parser.errors.every(({ colonna }) => colonna !== '')) {
    if (parser.shown('rapporto') === '') parser.refuse('rapporto', missing('rapporto'));
    for (const colonna of PERSONE)
      if (parser.shown(colonna) === '') mancano.push(parser.difetto(colonna, missing(colonna)));
    for (const colonna of ['datore_nome', 'lavoratore_nome'] as const) {
      const vietato = carattereVietato(parser.shown(colonna));
      if (vietato === undefined) continue;
      const errore = new ErroreDati('carattere-non-stampabile/vietato', {
        perche: describeVietato(vietato),
        campo: colonna,
      });
      parser.refuse(colonna, fraseNellaRiga(errore));
    }
  }
  const lingua = parseLinguaDellaRiga(parser);
  const indirizzo = parseIndirizzoDellaRiga(parser);
  const { datore, rapporto, lavoratore } = parser.errors.length > 0 ? {} : parser.codici();
  if (base === undefined || rapporto === undefined) return undefined;
  const lasciato = lasciatoAlRegistro(parser);
  if (lasciato.ore) mancano.push(parser.difetto(parser.colonnaDelleOre, SENZA_ORE));
  return {
    riga: parser.line,
    id: parser.text('id'),
    base,
    datore: { ...personaDellaRiga(datore, parser.text('datore_nome')), ...indirizzo },
    lavoratore: personaDellaRiga(lavoratore, parser.text('lavoratore_nome')),
    mancano,
    lasciato,
    ...(lingua !== undefined && { lingua }),
    rapporto,
    anni: anniDi(base),
    avvertenze: parser.avvertenze(),
    refuse: parser.refuser(),
  };
}

function anniDi(base: BaseDiCalcolo): readonly number[] {
  const { anno, numero } =
    base.forma === 'semplice' ? base.dati.trimestre : parseTrimestre(String(base.testo['trimestre']));
  return numero === 4 ? [anno, anno + 1] : [anno];
}

function parseLinguaDellaRiga(parser: RowParser): LinguaAvviso | undefined {
  const testo = parser.text('lingua_avviso').toLowerCase();
  try {
    return parseScelta({ lingua: testo }).lingua;
  } catch (errore) {
    if (!(errore instanceof ErroreDati)) throw errore;
    parser.refuse('lingua_avviso', fraseNellaRiga(errore.con({ campo: 'lingua_avviso' })));
    return undefined;
  }
}

export function parseIndirizzoDellaRiga(parser: RowParser): Pick<NuovoDatore, 'indirizzo'> {
  const scritto = {
    via: parser.shown('datore_via'),
    civico: parser.shown('datore_civico'),
    cap: parser.shown('datore_cap'),
    comune: parser.shown('datore_comune'),
    provincia: parser.shown('datore_provincia'),
    nazione: parser.shown('datore_nazione'),
  };
  const difetti = difettiIndirizzo(scritto);
  for (const { campo, messaggio } of difetti) parser.refuse(`datore_${campo}`, messaggio);
  const indirizzo = difetti.length > 0 ? undefined : parseIndirizzo(scritto);
  return indirizzo === undefined ? {} : { indirizzo };
}

/** What a row tells of a person; a name without its codice fiscale cannot be parted, and is not needed. */
export function personaDellaRiga(
  codiceFiscale: CodiceFiscale | undefined,
  nome: string,
): Partial<Omit<Lavoratore, 'id'>> {
  if (codiceFiscale === undefined) return {};
  return { codiceFiscale, ...(nome !== '' && dividiNome(nome, codiceFiscale)) };
}

const SENZA_ORE =
  'Mancano le ore, e il registro non conosce questo rapporto: indicare le ore settimanali, oppure quelle di tutto il trimestre.';

function missing(colonna: Colonna): string {
  return colonna === 'rapporto'
    ? 'Manca rapporto: senza, l’avviso non si può emettere.'
    : `Manca ${colonna}, e il registro non conosce questo rapporto: senza, l’avviso non si può emettere.`;
}

/**
 * The rapporto as the row tells it, for the register that does not know it yet: nothing of it `mancano`.
 * @throws ErroreDati `assunzione-mancante`
 */
export function toNuovoRapporto(riga: RigaAvviso, calcoli: readonly Calcolo[]): NuovoRapporto {
  const { assunzione, cessazione } = dateDi(riga.base);
  if (assunzione === undefined) {
    throw new ErroreDati('assunzione-mancante', { campo: 'assunzione' });
  }
  const ultimo = calcoli.at(-1);
  const associazione = ultimo?.associazione?.codice;
  return {
    codice: riga.rapporto,
    datore: riga.datore as NuovoDatore,
    lavoratore: riga.lavoratore as Omit<Lavoratore, 'id'>,
    assunzione,
    ...(cessazione !== undefined && { cessazione }),
    ...territorioDi(riga.base),
    condizioni: [
      {
        dal: assunzione,
        oreSettimanali: (ultimo?.oreSettimanali ?? new Decimale(0)).toFixed(),
        ...pattuito(riga.base),
        senzaCuaf: ultimo?.senzaCuaf ?? false,
        tempoDeterminato: ultimo?.tempoDeterminato ?? false,
        ...(associazione !== undefined && { associazione }),
      },
    ],
  };
}

/** Where the employer is, as the row gives it: it is kept with the rapporto. */
function territorioDi(base: BaseDiCalcolo): Pick<NuovoRapporto, 'territorio'> {
  const { territorio } = base.forma === 'semplice' ? base.dati : (base.testo as { readonly territorio?: string });
  return territorio === undefined || territorio === NESSUN_TERRITORIO ? {} : { territorio };
}

/** What the row agreed: above 24 hours a week it need not tell the pay, which then stays unknown. */
function pattuito(base: BaseDiCalcolo): Pick<Condizioni, 'paga' | 'vittoAlloggioGiorni'> {
  const di = base.forma === 'semplice' ? base.dati : parseSituazione(base.testo).condizioni.at(-1);
  const { paga, vittoAlloggioGiorni = 0 } = di ?? {};
  if (paga?.tipo !== 'oraria' && paga?.tipo !== 'mensile') return { vittoAlloggioGiorni };
  return { paga: { tipo: paga.tipo, importo: paga.importo }, vittoAlloggioGiorni };
}

/** Hiring and termination as the row gives them. */
export function dateDi(base: BaseDiCalcolo): { readonly assunzione?: Giorno; readonly cessazione?: Giorno } {
  const { assunzione, cessazione } = base.forma === 'semplice' ? base.dati : (base.testo as Record<string, Giorno>);
  return { ...(assunzione !== undefined && { assunzione }), ...(cessazione !== undefined && { cessazione }) };
}

/** The same base with the dates of the rapporto, as the register knows them or the row tells them: a quarter has the weeks it had. */
export function withDates(
  base: BaseDiCalcolo,
  { assunzione, cessazione }: Pick<RapportoDiLavoro, 'assunzione' | 'cessazione'>,
): BaseDiCalcolo {
  const date = { assunzione, ...(cessazione !== undefined && { cessazione }) };
  return base.forma === 'semplice'
    ? { forma: 'semplice', dati: { ...base.dati, ...date } }
    : { forma: 'situazione', testo: { ...base.testo, ...date } };
}
