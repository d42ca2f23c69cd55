import type { Archivio } from '../../archivio/archivio.ts';
import type { Id } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { AvvisoDaStampare } from '../../archivio/lotti-avvisi.ts';
import { formatTrimestre, mesiDelTrimestre } from '../../scadenze/trimestre.ts';
import { type NomeLavoratore, scriviLavoratore } from '../../avvisi/nome-lavoratore.ts';
import { personeSullAvviso } from '../../bollettini/persone-sull-avviso.ts';
import { formatData, formatImporto } from '../calcola/formato.ts';
import { csvCell, csvLine } from '../csv/cell.ts';
import { COLONNE_ERRORI } from '../righe/colonne.ts';

const LINE_END = '\r\n';
/** Rows asked of the database at a time. */
const PAGINA = 1000;

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

/** The same columns of a notice that was not printed: between row and id, and the warnings. */
const NIENTE = ';'.repeat(COLONNE.length - 4);

/**
 * What the manifest says of a notice after the row's number and id, ready to be written: kept from the printing, because the
 * page is known only then, as one short text a notice.
 */
export type VociManifesto = string;

/**
 * @param come how the worker is named
 * @param stampa where the notice was printed; absent when it could not be printed any more
 */
export function vociManifesto(
  { bollettino, rapporto, datore, integrazione, sostituisce }: AvvisoDaStampare,
  come: NomeLavoratore | undefined,
  stampa?: { readonly file: string; readonly pagina: number },
): VociManifesto {
  const note = [
    ...(integrazione ? ['integrazione'] : []),
    ...(bollettino.stato === 'pagato' || bollettino.stato === 'eliminato' ? [bollettino.stato] : []),
  ];
  const { destinatario } = personeSullAvviso({ datore, lavoratore: rapporto.lavoratore }, come);
  const voci = [
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
    stampa?.file ?? '',
    stampa === undefined ? '' : String(stampa.pagina),
    sostituisce.join(' '),
    note.join(', '),
  ];
  return csvLine(voci, '');
}

/** The manifest: a line for each row and bollettino, in the order of the file; a row that asks again for one says so. */
export async function manifestoCsv(
  { letture }: Archivio,
  lottoId: Id,
  stampati: ReadonlyMap<Id, VociManifesto>,
): Promise<string> {
  let text = `\ufeff${csvLine(COLONNE, LINE_END)}`;
  const righe = new Map<Id, number>();
  for (let dopo = 0; ;) {
    const avvisi = await letture.lottiAvvisi.avvisi(lottoId, dopo, PAGINA);
    for (const { numero, riga, idRiga, bollettinoId, avvertenze } of avvisi) {
      const voci = stampati.get(bollettinoId) ?? NIENTE;
      const prima = righe.get(bollettinoId);
      if (prima === undefined) righe.set(bollettinoId, riga);
      const frasi = [...(prima === undefined ? [] : [`stesso bollettino della riga ${prima}`]), avvertenze];
      const cella = csvCell(frasi.filter((frase) => frase !== '').join(' | '));
      text += `${csvLine([String(riga), idRiga], ';')}${voci};${cella}${LINE_END}`;
      dopo = numero;
    }
    if (avvisi.length < PAGINA) return text;
  }
}

/** The rows that were refused, and why. */
export async function erroriCsv({ letture }: Archivio, lottoId: Id): Promise<string> {
  let text = `\ufeff${csvLine(COLONNE_ERRORI, LINE_END)}`;
  for (let dopo = 0; ;) {
    const errori = await letture.lottiAvvisi.errori(lottoId, dopo, PAGINA);
    for (const { numero, riga, idRiga, colonna, valore, errore } of errori) {
      text += csvLine([String(riga), idRiga, colonna, valore, errore], LINE_END);
      dopo = numero;
    }
    if (errori.length < PAGINA) return text;
  }
}
