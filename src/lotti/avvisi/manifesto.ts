import type { Archivio } from '../../archivio/archivio.ts';
import type { Datore, Id } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { AvvisoDaStampare, AvvisoInElenco } from '../../archivio/lotti-avvisi.ts';
import { formatTrimestre, mesiDelTrimestre } from '../../scadenze/trimestre.ts';
import { type NomeLavoratore, scriviLavoratore } from '../../avvisi/nome-lavoratore.ts';
import { personeSullAvviso } from '../../bollettini/persone-sull-avviso.ts';
import { formatData, formatImporto } from '../calcola/formato.ts';
import { csvCell, csvLine } from '../csv/cell.ts';
import { COLONNE_ERRORI } from '../righe/colonne.ts';

const LINE_END = '\r\n';
/** Rows asked of the database at a time. */
const PAGINA = 500;

const COLONNE = [
  'riga',
  'id',
  'datore_cf',
  'datore_nome',
  'datore_indirizzo',
  'rapporto',
  'lavoratore_nome',
  'trimestre',
  'periodo',
  'codice_avviso',
  'iuv',
  'importo',
  'scadenza',
  'file',
  'pagina',
  'iuv_sostituito',
  'nota',
  'avvertenze',
] as const;

/** Where a notice was printed. */
export interface Posto {
  readonly file: string;
  readonly pagina: number;
}

/** What a manifest is of. */
export interface Elenco {
  readonly lottoId: Id;
  /** How the worker is named. */
  readonly come: NomeLavoratore | undefined;
  /** By the notice's number; undefined of one that was not printed. */
  readonly posto: (numero: number, datore: Datore) => Posto | undefined;
}

/** What the manifest says of a notice after the row's number and id, and before the warnings. */
function voci(
  { bollettino, rapporto, datore, integrazione, sostituisce }: AvvisoDaStampare,
  come: NomeLavoratore | undefined,
  posto: Posto | undefined,
): string {
  const note = [
    ...(integrazione ? ['integrazione'] : []),
    ...(bollettino.stato === 'pagato' || bollettino.stato === 'eliminato' ? [bollettino.stato] : []),
  ];
  const { destinatario } = personeSullAvviso({ datore, lavoratore: rapporto.lavoratore }, come);
  const celle = [
    destinatario.codiceFiscale,
    `${datore.cognome} ${datore.nome}`,
    destinatario.indirizzo,
    rapporto.codice,
    scriviLavoratore(rapporto.lavoratore, come, 'cognome'),
    formatTrimestre(bollettino.trimestre),
    mesiDelTrimestre(bollettino.trimestre),
    bollettino.codiceAvviso,
    bollettino.iuv,
    formatImporto(bollettino.importo, 'italiano'),
    formatData(bollettino.scadenza, 'italiano'),
    posto?.file ?? '',
    posto === undefined ? '' : String(posto.pagina),
    sostituisce.join(' '),
    note.join(', '),
  ];
  return csvLine(celle, '');
}

/**
 * The manifest, piece by piece: a line for each row and bollettino, in the order of the file; a row that asks again for one says
 * so. It is made when all is printed, from what the database holds: nothing of a notice is kept until then but its page.
 */
export async function* manifestoCsv({ letture }: Archivio, elenco: Elenco): AsyncGenerator<string> {
  const { lottoId, come, posto } = elenco;
  yield `\ufeff${csvLine(COLONNE, LINE_END)}`;
  for (let dopo = 0; ;) {
    const avvisi = await letture.lottiAvvisi.avvisi(lottoId, dopo, PAGINA);
    const primi = [...new Set(avvisi.map(({ primo }) => primo))];
    const di = await letture.lottiAvvisi.perStampa(lottoId, primi);
    const testi = new Map(di.map((uno, i) => [primi[i], voci(uno, come, posto(primi[i] ?? 0, uno.datore))]));
    yield avvisi.map((avviso) => line(avviso, testi.get(avviso.primo) ?? '')).join('');
    dopo = avvisi.at(-1)?.numero ?? dopo;
    if (avvisi.length < PAGINA) return;
  }
}

function line({ riga, idRiga, numero, primo, primaRiga, avvertenze }: AvvisoInElenco, testo: string): string {
  const frasi = [...(primo === numero ? [] : [`stesso bollettino della riga ${primaRiga}`]), avvertenze];
  const cella = csvCell(frasi.filter((frase) => frase !== '').join(' | '));
  return `${csvLine([String(riga), idRiga], ';')}${testo};${cella}${LINE_END}`;
}

/** The rows that were refused, and why. */
export async function* erroriCsv({ letture }: Archivio, lottoId: Id): AsyncGenerator<string> {
  yield `\ufeff${csvLine(COLONNE_ERRORI, LINE_END)}`;
  for (let dopo = 0; ;) {
    const errori = await letture.lottiAvvisi.errori(lottoId, dopo, PAGINA);
    yield errori
      .map(({ riga, idRiga, colonna, valore, errore }) =>
        csvLine([String(riga), idRiga, colonna, valore, errore], LINE_END),
      )
      .join('');
    dopo = errori.at(-1)?.numero ?? dopo;
    if (errori.length < PAGINA) return;
  }
}
