import type { Id } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { Archivio } from '../../archivio/archivio.ts';
import type { AvvisiPdf } from '../../avvisi/avvisi-pdf.ts';
import type { NomeLavoratore } from '../../avvisi/nome-lavoratore.ts';
import type { DatiAvviso } from '../../avvisi/dati-avviso.ts';
import type { AvvisoDaStampare } from '../../archivio/lotti-avvisi.ts';
import { datiAvviso, percheNonSiStampa, type Stampa as StampaAvviso } from '../../bollettini/avviso.ts';
import { centesimi, type Centesimi } from '../../valori/denaro.ts';
import type { Presa } from '../coda/presa.ts';
import type { Destinazione } from './destinazione.ts';
import { vociManifesto, type VociManifesto } from './manifesto.ts';
import { comeNelFile, gathered, type Gruppo, perDatore } from './ordine.ts';
import type { PuntoEmissione } from './punto-emissione.ts';
import type { OpzioniStampa } from './richiesta.ts';

/** Bollettini loaded at a time. */
const CARICATI = 100;

/** What was printed. */
export interface Stampa {
  readonly stampati: ReadonlyMap<Id, VociManifesto>;
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
  /** How workers are named in the manifest, as on the notices. */
  readonly #come: NomeLavoratore | undefined;
  readonly #stampati = new Map<Id, VociManifesto>();
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
    this.#come = opzioni.lavoratore ?? stampa.predefinita.lavoratore;
  }

  /** @returns undefined when `signal` stopped it. @throws LottoPerso */
  async run(destinazione: Destinazione, emissione: PuntoEmissione, signal?: AbortSignal): Promise<Stampa | undefined> {
    const { letture } = this.#archivio;
    const gruppi = await this.#gruppi();
    const totali = gruppi.reduce((quanti, { bollettini }) => quanti + bollettini.length, 0);
    for (const insieme of gathered(gruppi, CARICATI)) {
      const caricati = [...(await letture.lottiAvvisi.perStampa(insieme.flatMap((gruppo) => gruppo.bollettini)))];
      for (const gruppo of insieme) {
        if (signal?.aborted === true) return undefined;
        await this.#group(destinazione, gruppo, caricati.splice(0, gruppo.bollettini.length));
      }
      const { righe, rifiutate } = emissione;
      await this.#presa.batti(letture.lotti, { fase: 'stampa', fatti: this.#stampati.size, totali, righe, rifiutate });
    }
    return {
      stampati: this.#stampati,
      avvisi: this.#avvisi,
      datori: this.#datori.size,
      pagine: this.#pagine,
      totale: centesimi(this.#totale),
      sostituiti: this.#sostituiti.size,
    };
  }

  /** Apart, so that the people of all the notices are forgotten once these are in order. */
  async #gruppi(): Promise<Gruppo[]> {
    const destinatari = await this.#archivio.letture.lottiAvvisi.destinatari(this.#presa.lottoId);
    const { ordine, copertina, forma } = this.#opzioni;
    return ordine === 'datore' || copertina || forma !== 'documento'
      ? perDatore(destinatari)
      : comeNelFile(destinatari);
  }

  async #group(destinazione: Destinazione, gruppo: Gruppo, bollettini: readonly AvvisoDaStampare[]): Promise<void> {
    // One that was paid since it was issued, or is prescribed, has no notice any more: it stays in the manifest, without a page.
    const daPagare = bollettini.filter(
      ({ bollettino }) => percheNonSiStampa(bollettino, this.#stampa.oggi) === undefined,
    );
    for (const altro of bollettini)
      if (!daPagare.includes(altro)) this.#stampati.set(altro.bollettino.id, vociManifesto(altro, this.#come));
    if (daPagare.length === 0) return;
    const { pdf, file } = destinazione.begin(gruppo);
    const avvisi = daPagare.map((di) => datiAvviso(di, this.#stampa));
    if (this.#opzioni.copertina) await this.#cover(pdf, avvisi);
    for (const [i, dati] of avvisi.entries()) {
      const di = daPagare[i] as AvvisoDaStampare;
      const { pagina, pagine } = await pdf.add(dati);
      await this.#padded(pdf, pagine);
      this.#stampati.set(di.bollettino.id, vociManifesto(di, this.#come, { file, pagina }));
      this.#datori.add(di.datore.id);
      this.#avvisi += 1;
      this.#totale += dati.importo;
      for (const iuv of di.sostituisce) this.#sostituiti.add(iuv);
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
