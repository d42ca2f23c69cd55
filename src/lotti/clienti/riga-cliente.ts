import type { CodiceRapporto } from '../../anagrafe/codice-rapporto.ts';
import type { Datore, RapportoDiLavoro } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { NuovoDatore, NuovoRapporto } from '../../anagrafe/registro-rapporti.ts';
import type { DatiCalcolo } from '../../contributi/calcolo.ts';
import { parseIndirizzoDellaRiga, personaDellaRiga } from '../avvisi/riga-avviso.ts';
import type { RecordScanner } from '../csv/record-scanner.ts';
import type { ErroreRiga } from '../righe/errore-riga.ts';
import type { RowParser } from '../righe/row-parser.ts';
import { norme } from '../../norme/norme.ts';
import { territorioDaTenere } from '../../scadenze/territori.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';

/** A row of a list of clients. */
export interface RigaCliente {
  readonly codice: CodiceRapporto;
  /** What refuses the row when the register does not know its rapporto. */
  readonly mancano: readonly ErroreRiga[];
  /** The rapporto as the row tells it, when nothing `mancano`. */
  readonly nuovo: () => NuovoRapporto;
  /** @throws ErroreDati `rapporto-di-altri` when the row names other people than the register */
  readonly requireSame: (noto: RapportoDiLavoro, datore: Datore | undefined) => void;
  readonly refuse: (errore: unknown) => ErroreRiga;
}

/** What a rapporto needs to be registered. */
const PER_REGISTRARE = [
  'datore_cf',
  'datore_nome',
  'lavoratore_cf',
  'lavoratore_nome',
  'ore_settimanali',
  'assunzione',
] as const;

/** The scanner's current record, or undefined when the parser's `errors` say what is wrong with it. */
export function parseRigaCliente(parser: RowParser, scanner: RecordScanner): RigaCliente | undefined {
  const base = parser.parse(scanner, { ore: true, trimestre: true });
  if (base === undefined) return undefined;
  if (parser.text('rapporto') === '') parser.refuse('rapporto', 'Manca il codice del rapporto.');
  if (base.forma !== 'semplice') {
    parser.refuse('ore_settimanali', 'Per un cliente servono le ore di una settimana, non quelle di ciascuna.');
  }
  const indirizzo = parseIndirizzoDellaRiga(parser);
  const { datore: cfDatore, rapporto, lavoratore: cfLavoratore } = parser.codici();
  if (parser.errors.length > 0 || rapporto === undefined || base.forma !== 'semplice') return undefined;
  const mancano = PER_REGISTRARE.filter((colonna) => parser.shown(colonna) === '').map((colonna) =>
    parser.difetto(colonna, `Manca ${colonna}, e il registro non conosce questo rapporto.`),
  );
  const datore = { ...personaDellaRiga(cfDatore, parser.text('datore_nome')), ...indirizzo };
  const lavoratore = personaDellaRiga(cfLavoratore, parser.text('lavoratore_nome'));
  return {
    codice: rapporto,
    mancano,
    nuovo: () => toNuovo(rapporto, base.dati, { datore, lavoratore }),
    requireSame: (noto, suo) => {
      const uguale = (scritto: string | undefined, del: string | undefined) => scritto === undefined || scritto === del;
      if (uguale(cfDatore, suo?.codiceFiscale) && uguale(cfLavoratore, noto.lavoratore.codiceFiscale)) return;
      throw new ErroreDati('rapporto-di-altri/cliente', { campo: 'rapporto' });
    },
    refuse: parser.refuser(),
  };
}

function toNuovo(
  codice: CodiceRapporto,
  { oreSettimanali, paga, vittoAlloggioGiorni = 0, ...dati }: DatiCalcolo,
  persone: { readonly datore: Partial<NuovoDatore>; readonly lavoratore: Partial<NuovoRapporto['lavoratore']> },
): NuovoRapporto {
  const { assunzione, cessazione, senzaCuaf, tempoDeterminato, associazione, territorio } = dati;
  const tenuto = territorio === undefined ? undefined : territorioDaTenere(territorio, norme());
  if (assunzione === undefined || oreSettimanali === undefined) throw new TypeError('a row that lacks what it needs');
  return {
    codice,
    datore: persone.datore as NuovoDatore,
    lavoratore: persone.lavoratore as NuovoRapporto['lavoratore'],
    assunzione,
    ...(cessazione !== undefined && { cessazione }),
    ...(tenuto !== undefined && { territorio: tenuto }),
    condizioni: [
      {
        dal: assunzione,
        oreSettimanali: oreSettimanali.toFixed(),
        ...((paga?.tipo === 'oraria' || paga?.tipo === 'mensile') && {
          paga: { tipo: paga.tipo, importo: paga.importo },
        }),
        vittoAlloggioGiorni,
        senzaCuaf,
        tempoDeterminato,
        ...(associazione !== undefined && { associazione }),
      },
    ],
  };
}
