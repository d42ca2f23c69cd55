import type { Datore, Id } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { Archivio } from '../../archivio/archivio.ts';
import type { AvvisiPdf } from '../../avvisi/avvisi-pdf.ts';
import type { DatiAvviso } from '../../avvisi/dati-avviso.ts';
import type { AvvisoDaStampare, DestinatarioDiLotto } from '../../archivio/lotti-avvisi.ts';
import { datiAvviso, percheNonSiStampa, type Stampa as StampaAvviso } from '../../bollettini/avviso.ts';
import { centesimi, type Centesimi } from '../../valori/denaro.ts';
import type { Presa } from '../coda/presa.ts';
import type { Destinazione } from './destinazione.ts';
import type { Posto } from './manifesto.ts';
import { comeNelFile, gathered, type Ordine, perDatore } from './ordine.ts';
import type { PuntoEmissione } from './punto-emissione.ts';
import type { OpzioniStampa } from './richiesta.ts';

/** Notices loaded at a time. */
const CARICATI = 100;
/** Employers read at a time, to put notices in order. */
const DATORI_LETTI = 1000;

/** What was printed. */
export interface Stampa {
  /** For the manifest. */
  readonly posto: (numero: number, datore: Datore) => Posto | undefined;
  readonly avvisi: number;
  readonly datori: number;
  readonly pagine: number;
  readonly totale: Centesimi;
  /** Bollettini whose place these took. */
  readonly sostituiti: number;
}

/** Prints the notices of a batch, in order. The same batch gives the same bytes, however often it is printed. */
export class FaseStampa {
  readonly #archivio: Archivio;
  readonly #presa: Presa;
  /** The creditor, the batch's day and its choices, printed on every notice. */
  readonly #stampa: StampaAvviso;
  readonly #opzioni: OpzioniStampa;
  readonly #datori = new Set<Id>();
  readonly #sostituiti = new Set<string>();
  #avvisi = 0;
  #pagine = 0;
  #totale = 0;

  constructor(
    archivio: Archivio,
    presa: Presa,
    stampa: Omit<StampaAvviso, 'chiesta'> & { readonly opzioni: OpzioniStampa },
  ) {
    this.#archivio = archivio;
    this.#presa = presa;
    const { opzioni, ...comune } = stampa;
    this.#stampa = { ...comune, chiesta: opzioni };
    this.#opzioni = opzioni;
  }

  /** @returns undefined when `signal` stopped it. @throws LottoPerso */
  async run(destinazione: Destinazione, emissione: PuntoEmissione, signal?: AbortSignal): Promise<Stampa | undefined> {
    const { letture } = this.#archivio;
    const ordine = await this.#ordine();
    const totali = ordine.numeri.length;
    // All that is kept of a notice once it is printed: its page, by its number within the batch; 0 of one without.
    const pagine = new Int32Array(emissione.avvisi + 1);
    let fatti = 0;
    for (const insieme of gathered(ordine, CARICATI)) {
      const numeri = insieme.flat();
      const caricati = [...(await letture.lottiAvvisi.perStampa(this.#presa.lottoId, numeri))];
      for (const gruppo of insieme) {
        if (signal?.aborted === true) return undefined;
        await this.#group(destinazione, { numeri: gruppo, di: caricati.splice(0, gruppo.length) }, pagine);
      }
      fatti += numeri.length;
      const { righe, rifiutate } = emissione;
      await this.#presa.batti(letture.lotti, { fase: 'stampa', fatti, totali, righe, rifiutate });
    }
    return {
      posto: (numero, datore) => {
        const pagina = pagine[numero] ?? 0;
        return pagina === 0 ? undefined : { file: destinazione.nomeFile(datore), pagina };
      },
      avvisi: this.#avvisi,
      datori: this.#datori.size,
      pagine: this.#pagine,
      totale: centesimi(this.#totale),
      sostituiti: this.#sostituiti.size,
    };
  }

  /** Apart, so that the people of all the notices are forgotten once these are in order. */
  #ordine(): Promise<Ordine> {
    const { ordine, copertina, forma } = this.#opzioni;
    const perGruppi = ordine === 'datore' || copertina || forma !== 'documento';
    return perGruppi ? perDatore(this.#destinatari()) : comeNelFile(this.#destinatari());
  }

  async *#destinatari(): AsyncGenerator<DestinatarioDiLotto> {
    const { lottiAvvisi } = this.#archivio.letture;
    for (let dopo = 0; ;) {
      const letti = await lottiAvvisi.destinatari(this.#presa.lottoId, dopo, DATORI_LETTI);
      yield* letti;
      dopo = letti.at(-1)?.numero ?? dopo;
      if (letti.length < DATORI_LETTI) return;
    }
  }

  async #group(
    destinazione: Destinazione,
    { numeri, di }: { readonly numeri: readonly number[]; readonly di: readonly AvvisoDaStampare[] },
    pagine: Int32Array,
  ): Promise<void> {
    // One that was paid since it was issued, or is prescribed, has no notice any more: it stays in the manifest, without a page.
    const daPagare = di.flatMap((uno, i) =>
      percheNonSiStampa(uno.bollettino, this.#stampa.oggi) === undefined ? [{ ...uno, numero: numeri[i] ?? 0 }] : [],
    );
    const [primo] = daPagare;
    if (primo === undefined) return;
    const pdf = destinazione.begin(primo.datore);
    const avvisi = daPagare.map((uno) => datiAvviso(uno, this.#stampa));
    if (this.#opzioni.copertina) await this.#cover(pdf, avvisi);
    for (const [i, { numero, datore, sostituisce }] of daPagare.entries()) {
      const dati = avvisi[i] as DatiAvviso;
      const stampato = await pdf.add(dati);
      await this.#padded(pdf, stampato.pagine);
      pagine[numero] = stampato.pagina;
      this.#datori.add(datore.id);
      this.#avvisi += 1;
      this.#totale += dati.importo;
      for (const iuv of sostituisce) this.#sostituiti.add(iuv);
    }
    await destinazione.endGroup();
  }

  async #cover(pdf: AvvisiPdf, avvisi: readonly DatiAvviso[]): Promise<void> {
    const [primo] = avvisi;
    if (primo === undefined) return;
    const { pagine } = await pdf.addCopertina({ datore: primo.destinatario, avvisi, reale: this.#stampa.ente.reale });
    await this.#padded(pdf, pagine);
  }

  /** Counts pages; printed on both sides, what follows starts on a sheet of its own. */
  async #padded(pdf: AvvisiPdf, pagine: number): Promise<void> {
    this.#pagine += pagine;
    if (!this.#opzioni.fronteRetro || pagine % 2 === 0) return;
    await pdf.addPaginaBianca();
    this.#pagine += 1;
  }
}
