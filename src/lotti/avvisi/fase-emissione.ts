import type { FileHandle } from 'node:fs/promises';
import type { Atto } from '../../accesso/atti.ts';
import type { Contesto } from '../../accesso/contesto.ts';
import type { Id, RapportoDiLavoro } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { Archivio } from '../../archivio/archivio.ts';
import type { AvvisoDiLotto, ErroreDiLotto } from '../../archivio/lotti-avvisi.ts';
import type { Bollettino } from '../../bollettini/bollettino.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Presa } from '../coda/presa.ts';
import { BlockReader } from '../csv/block-reader.ts';
import { isEmptyRow } from '../csv/empty-row.ts';
import { RecordScanner } from '../csv/record-scanner.ts';
import type { ErroreRiga } from '../righe/errore-riga.ts';
import type { InizioFile } from '../righe/leggi-intestazione.ts';
import { RowParser } from '../righe/row-parser.ts';
import { emettiRiga, type Emittente, type RigaEmessa, RigaIncompleta } from './emetti-riga.ts';
import { Quaderno } from './quaderno.ts';
import { parsePunto, type PuntoEmissione } from './punto-emissione.ts';
import { parseRigaAvviso, type RigaAvviso } from './riga-avviso.ts';

/** Rows of one transaction: few enough that others never wait long for the database. */
const RIGHE_PER_TRANSAZIONE = 100;
/** Most rows of a batch of notices: beyond it, several files. */
const RIGHE_MASSIME = 100_000;

/** A row that was read, or what is wrong with it. */
type Letta = { readonly riga: RigaAvviso } | { readonly errori: readonly ErroreRiga[] };

/** What came of some rows: notices to print, and errors; numbered within the batch. */
interface Esito {
  readonly avvisi: AvvisoDiLotto[];
  readonly errori: ErroreDiLotto[];
  rifiutate: number;
}

/** Issues the bollettini of the rows of a file, a hundred rows a transaction: a commit waits for the disk. */
export class FaseEmissione {
  readonly #archivio: Archivio;
  readonly #presa: Presa;
  readonly #emittente: Emittente;

  constructor(archivio: Archivio, presa: Presa, emittente: Emittente) {
    this.#archivio = archivio;
    this.#presa = presa;
    this.#emittente = emittente;
  }

  /**
   * Works through the file from where an earlier run left off.
   * @param scritto the point that the batch's row holds
   * @returns the point reached: `finito` unless `signal` stopped it
   * @throws LottoPerso, ErroreDati `lotto-troppo-grande`
   */
  async run(file: FileHandle, inizio: InizioFile, scritto: unknown, signal?: AbortSignal): Promise<PuntoEmissione> {
    const totali = (await file.stat()).size;
    let punto = parsePunto(scritto, inizio);
    const reader = new BlockReader(file, punto.letti);
    const scanner = new RecordScanner(punto.rigaBlocco, inizio.separatore);
    const parser = new RowParser(inizio.intestazione);
    for (let text = await reader.next(); text !== undefined; text = await reader.next()) {
      const blocco = { letti: reader.offset, rigaBlocco: scanner.nextLine };
      scanner.load(text, reader.unended);
      for (;;) {
        if (signal?.aborted === true) return punto;
        const lette = takeRows(scanner, parser, reader.last, punto.riga);
        if (lette.length === 0) break;
        const fatti = reader.offset + scanner.position;
        punto = await this.#write({ ...punto, ...blocco, riga: scanner.nextLine }, lette, { fatti, totali });
      }
      reader.consume(scanner.position);
    }
    const fine = { letti: reader.offset, rigaBlocco: scanner.nextLine, riga: scanner.nextLine, finito: true };
    return this.#write({ ...punto, ...fine }, [], { fatti: totali, totali });
  }

  /** @param byte how much of the file has been worked at */
  #write(
    prossimo: PuntoEmissione,
    lette: readonly Letta[],
    byte: { readonly fatti: number; readonly totali: number },
  ): Promise<PuntoEmissione> {
    if (prossimo.righe + lette.length > RIGHE_MASSIME) throw tooMany();
    return this.#archivio.transazione(async (tx) => {
      const esito = await this.#issue(tx, lette, prossimo);
      await tx.lottiAvvisi.aggiungi(this.#presa.lottoId, esito.avvisi, esito.errori);
      const punto = {
        ...prossimo,
        righe: prossimo.righe + lette.length,
        rifiutate: prossimo.rifiutate + esito.rifiutate,
        avvisi: prossimo.avvisi + esito.avvisi.length,
        errori: prossimo.errori + esito.errori.length,
      };
      const { righe, rifiutate } = punto;
      await this.#presa.segna(tx.lotti, punto, { fase: 'emissione', ...byte, righe, rifiutate });
      return punto;
    });
  }

  async #issue(tx: Archivio['letture'], lette: readonly Letta[], prossimo: PuntoEmissione): Promise<Esito> {
    const { ente, il } = this.#emittente;
    const righe = lette.flatMap((letta) => ('riga' in letta ? [letta.riga] : []));
    const quaderno = await Quaderno.open(tx.lottiEmissione, this.#presa.lottoId, righe);
    const esiti = lette.map((letta) => ('riga' in letta ? this.#emetti(quaderno, letta.riga) : letta));
    const { nuovi, sostituiti, cessati, trasferiti } = await quaderno.scrivi(ente, il);
    for (const vecchio of sostituiti) await tx.atti.registra(this.#replaced(vecchio));
    for (const rapporto of cessati) await tx.atti.registra(this.#ended(rapporto));
    for (const datoreId of trasferiti) await tx.atti.registra(this.#moved(datoreId));
    for (const bollettino of nuovi) await tx.atti.registra(this.#issued(bollettino));
    const esito: Esito = { avvisi: [], errori: [], rifiutate: 0 };
    for (const letta of esiti) {
      if ('errori' in letta) addErrors(esito, letta.errori, prossimo.errori);
      else addNotices(esito, letta, prossimo.avvisi);
    }
    return esito;
  }

  #emetti(
    quaderno: Quaderno,
    riga: RigaAvviso,
  ): (RigaEmessa & { riga: RigaAvviso }) | { errori: readonly ErroreRiga[] } {
    try {
      return { riga, ...emettiRiga(quaderno, riga, this.#emittente) };
    } catch (errore) {
      return { errori: errore instanceof RigaIncompleta ? errore.errori : [riga.refuse(errore)] };
    }
  }

  #issued({ id, datoreId, importo, trimestre, integrazione }: Bollettino): Atto {
    return {
      azione: 'bollettino-emesso',
      contesto: this.#inNomeDi(datoreId),
      oggetto: { tipo: 'bollettino', id },
      dettaglio: { importo, trimestre: formatTrimestre(trimestre), integrazione: integrazione !== undefined },
    };
  }

  #replaced({ id, datoreId }: Bollettino): Atto {
    const contesto = this.#inNomeDi(datoreId);
    return { azione: 'bollettino-sostituito', contesto, oggetto: { tipo: 'bollettino', id } };
  }

  #ended({ id, datoreId }: RapportoDiLavoro): Atto {
    return { azione: 'rapporto-cessato', contesto: this.#inNomeDi(datoreId), oggetto: { tipo: 'rapporto', id } };
  }

  #moved(datoreId: Id): Atto {
    const contesto = this.#inNomeDi(datoreId);
    return { azione: 'indirizzo-cambiato', contesto, oggetto: { tipo: 'datore', id: datoreId } };
  }

  #inNomeDi(datoreId: Id): Contesto {
    return { actor: this.#emittente.attore, subject: { datoreId }, authority: { tipo: 'operatore' } };
  }
}

function addErrors(esito: Esito, errori: readonly ErroreRiga[], gia: number): void {
  esito.rifiutate += 1;
  for (const { id, ...errore } of errori) {
    esito.errori.push({ numero: gia + esito.errori.length + 1, idRiga: id, ...errore });
  }
}

function addNotices(
  { avvisi }: Esito,
  { riga, emessi, avvertenze }: RigaEmessa & { readonly riga: RigaAvviso },
  gia: number,
): void {
  for (const emesso of emessi) {
    const bollettino = 'gia' in emesso ? emesso.gia : emesso.deciso.bollettino;
    if (bollettino === undefined) throw new Error('a bollettino that was decided was not written');
    const numero = gia + avvisi.length + 1;
    const emessoOra = 'deciso' in emesso;
    avvisi.push({
      numero,
      riga: riga.riga,
      idRiga: riga.id,
      bollettinoId: bollettino.id,
      emesso: emessoOra,
      avvertenze,
    });
  }
}

function tooMany(): ErroreDati {
  return new ErroreDati('lotto-troppo-grande', { massimo: RIGHE_MASSIME, campo: 'ingresso' });
}

/** The next rows of the scanner's block; those before `daRiga` were worked at by an earlier run. */
function takeRows(scanner: RecordScanner, parser: RowParser, last: boolean, daRiga: number): Letta[] {
  const lette: Letta[] = [];
  while (lette.length < RIGHE_PER_TRANSAZIONE && scanner.next(last)) {
    if (scanner.line < daRiga || isEmptyRow(scanner)) continue;
    const riga = parseRigaAvviso(parser, scanner);
    lette.push(riga === undefined ? { errori: parser.errors } : { riga });
  }
  return lette;
}
