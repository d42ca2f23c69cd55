import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../../accesso/contesto.ts';
import type { Datore, RapportoDiLavoro } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { NuovoDatore } from '../../anagrafe/registro-rapporti.ts';
import type { ArchivioLotti } from '../../archivio/archivio.ts';
import { controllaAvviso } from '../../avvisi/controlla-avviso.ts';
import { type BaseDiCalcolo, calcolaBase, type Calcolatore } from '../../bollettini/base-di-calcolo.ts';
import type { Bollettino } from '../../bollettini/bollettino.ts';
import { toPersistiti } from '../../bollettini/dati-persistiti.ts';
import { emettiBollettino } from '../../bollettini/emissione.ts';
import type { ArchivioBollettini } from '../../bollettini/porte.ts';
import { ConflittoTransazione } from '../../bollettini/transazioni.ts';
import type { Calcolo } from '../../contributi/calcolo.ts';
import type { EnteCreditore } from '../../pagopa/ente-creditore.ts';
import { type CodiceAvviso, formatCodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import { estremi, formatTrimestre } from '../../scadenze/trimestre.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Giorno } from '../../valori/giorno.ts';
import { type RigaAvviso, toNuovoRapporto, withDates } from './riga-avviso.ts';

/** What all the rows of a batch share. */
export interface Emittente {
  readonly calcolatore: Calcolatore;
  readonly ente: EnteCreditore;
  readonly attore: Actor;
  /** The batch's day and instant: they do not change when it is resumed. */
  readonly oggi: Giorno;
  readonly il: string;
}

type Archivio = ArchivioBollettini & ArchivioLotti;

const GIA_EMESSO: ReadonlySet<string> = new Set(['bollettino-gia-emesso', 'trimestre-gia-pagato']);

/** Stands for the code that a notice will have, where only its other texts are checked. */
const CODICE_DI_PROVA = '0'.repeat(18) as CodiceAvviso;

/**
 * The bollettini of a row, one a group of weeks: those already issued for the same rapporto, quarter and group from the same
 * data, or new ones. So a row met twice, in one file or in two, gives the same IUV.
 * All is checked before anything is written, because the transaction is shared with other rows.
 * @throws ErroreDati which refuses the row
 */
export async function emettiRiga(archivio: Archivio, riga: RigaAvviso, emittente: Emittente): Promise<Bollettino[]> {
  const noto = await archivio.registro.rapportoConCodice(riga.rapporto);
  const datore = await archivio.registro.datoreConCodiceFiscale(riga.datore.codiceFiscale);
  if (noto !== undefined && !isSame(noto, datore, riga)) throw notTheirs();
  const base = noto === undefined ? riga.base : withDates(riga.base, noto);
  const calcoli = calcolaBase(base, emittente.calcolatore);
  for (const calcolo of calcoli) checkIssuable(calcolo, datore ?? riga.datore, emittente);
  const emessi = noto === undefined ? [] : await alreadyIssued(archivio, noto, base, calcoli);
  // The register keeps what it knows of an employer: a batch adds rapporti, it does not rename people.
  const rapporto =
    noto ?? (await archivio.registro.registra({ ...toNuovoRapporto(riga, calcoli), datore: datore ?? riga.datore }));
  const bollettini: Bollettino[] = [];
  for (const [i, calcolo] of calcoli.entries()) {
    bollettini.push(emessi[i] ?? (await emetti(archivio, rapporto, base, calcolo, emittente)));
  }
  return bollettini;
}

function isSame(rapporto: RapportoDiLavoro, datore: Datore | undefined, riga: RigaAvviso): boolean {
  return rapporto.datoreId === datore?.id && rapporto.lavoratore.codiceFiscale === riga.lavoratore.codiceFiscale;
}

function checkIssuable({ trimestre, totale, scadenza }: Calcolo, datore: NuovoDatore, emittente: Emittente): void {
  const { ente, oggi } = emittente;
  if (estremi(trimestre).primo > oggi) {
    throw new ErroreDati('trimestre-futuro', `Il trimestre ${formatTrimestre(trimestre)} non è ancora iniziato.`, {
      campo: 'trimestre',
    });
  }
  controllaAvviso({
    ente,
    codiceAvviso: CODICE_DI_PROVA,
    oggetto: 'Contributi lavoro domestico',
    importo: totale,
    scadenza: scadenza.scadenza,
    destinatario: { codiceFiscale: datore.codiceFiscale, nome: `${datore.nome} ${datore.cognome}`, indirizzo: '' },
    emessoIl: oggi,
  });
}

/** For each calculation the bollettino that it gave already, from the same data. */
async function alreadyIssued(
  archivio: Archivio,
  rapporto: RapportoDiLavoro,
  base: BaseDiCalcolo,
  calcoli: readonly Calcolo[],
): Promise<(Bollettino | undefined)[]> {
  const [primo] = calcoli;
  const tutti = primo === undefined ? [] : await archivio.lottiAvvisi.bollettiniDi(rapporto.id, primo.trimestre);
  return calcoli.map((calcolo) => {
    const suoi = tutti.filter(({ gruppo }) => gruppo === calcolo.gruppo);
    const vivo = suoi.find(({ stato }) => stato !== 'pagato');
    const pagato = suoi.find(({ stato }) => stato === 'pagato');
    if (vivo !== undefined && !isFrom(vivo, base, calcolo)) throw differs(vivo);
    if (vivo === undefined && pagato !== undefined) throw alreadyPaid(pagato);
    return vivo;
  });
}

function isFrom(bollettino: Bollettino, base: BaseDiCalcolo, calcolo: Calcolo): boolean {
  const dati: unknown = JSON.parse(JSON.stringify(toPersistiti(base, calcolo)));
  return bollettino.importo === calcolo.totale && isDeepStrictEqual(dati, bollettino.dati);
}

async function emetti(
  archivio: Archivio,
  rapporto: RapportoDiLavoro,
  base: BaseDiCalcolo,
  calcolo: Calcolo,
  { ente, attore, il }: Emittente,
): Promise<Bollettino> {
  const bollettino = await emettiBollettino(archivio, ente, { rapporto, base, calcolo, integrazione: false, il }).catch(
    (errore: unknown) => {
      // Checked above and yet refused: somebody else issued it in between, so the rows are gone through anew.
      const gia = errore instanceof ErroreDati && GIA_EMESSO.has(errore.codice);
      throw gia ? new ConflittoTransazione(errore.message) : errore;
    },
  );
  await archivio.atti.registra({
    azione: 'bollettino-emesso',
    contesto: { actor: attore, subject: { datoreId: rapporto.datoreId }, authority: { tipo: 'operatore' } },
    oggetto: { tipo: 'bollettino', id: bollettino.id },
    dettaglio: { importo: bollettino.importo, trimestre: formatTrimestre(bollettino.trimestre), integrazione: false },
  });
  return bollettino;
}

function notTheirs(): ErroreDati {
  return new ErroreDati(
    'rapporto-di-altri',
    'Il codice del rapporto è già registrato per un altro datore o lavoratore: ricontrollare il codice e i codici fiscali.',
    { campo: 'rapporto' },
  );
}

function differs({ importo, codiceAvviso, trimestre }: Bollettino): ErroreDati {
  return new ErroreDati(
    'bollettino-diverso',
    `Per il trimestre ${formatTrimestre(trimestre)} c’è già un bollettino da ${formatEuroItaliano(importo)} € con altri dati ` +
      `(codice avviso ${formatCodiceAvviso(codiceAvviso)}): eliminarlo, o correggere la riga.`,
    { campo: 'trimestre' },
  );
}

function alreadyPaid({ codiceAvviso, trimestre }: Bollettino): ErroreDati {
  return new ErroreDati(
    'trimestre-gia-pagato',
    `Il trimestre ${formatTrimestre(trimestre)} risulta già pagato (codice avviso ${formatCodiceAvviso(codiceAvviso)}).`,
    { campo: 'trimestre' },
  );
}
