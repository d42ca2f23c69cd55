import { isDeepStrictEqual } from 'node:util';
import type { CodiceFiscale } from '../../anagrafe/codice-fiscale.ts';
import type { CodiceRapporto } from '../../anagrafe/codice-rapporto.ts';
import type { Indirizzo } from '../../anagrafe/indirizzo.ts';
import type { LinguaAvviso } from '../../anagrafe/lingua-avviso.ts';
import type { Datore, Id, RapportoDiLavoro } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { NuovoRapporto } from '../../anagrafe/registro-rapporti.ts';
import type { LavoratoreDelDatore, RepositoryLottiEmissione } from '../../archivio/lotti-emissione.ts';
import type { Bollettino } from '../../bollettini/bollettino.ts';
import { prefissoCodiceInps } from '../../bollettini/codice-inps.ts';
import type { Spostato, Voce } from '../../bollettini/decisione.ts';
import {
  componiBollettino,
  type DaNumerare,
  PROGRESSIVO_IUV,
  progressivoCodiceInps,
} from '../../bollettini/emissione.ts';
import { prossimaIntegrazione } from '../../bollettini/emetti-trimestre.ts';
import { type Debito, ultimoAtto } from '../../bollettini/prescritto.ts';
import { fondoDi } from '../../bollettini/fondo-del-bollettino.ts';
import type { SettimaneNuove } from '../../bollettini/porte.ts';
import { possibiliDi } from '../../bollettini/settimane-contate.ts';
import type { EnteCreditore } from '../../pagopa/ente-creditore.ts';
import type { Trimestre } from '../../scadenze/trimestre.ts';
import type { Giorno } from '../../valori/giorno.ts';
import { newId } from '../../valori/new-id.ts';
import type { RigaAvviso } from './riga-avviso.ts';

/** A bollettino decided and not yet numbered. */
interface Deciso extends Omit<DaNumerare, 'cambio'> {
  /** Its weeks may move while later rows are read. */
  cambio: DaNumerare['cambio'];
  /** Whose place it takes. */
  readonly sostituisce: readonly Bollettino[];
  bollettino?: Bollettino;
}

/** A bollettino of a rapporto's quarter: one in the database, or one decided a few rows before. */
export type Emesso = Voce & ({ readonly gia: Bollettino } | { readonly deciso: Deciso });

/**
 * The working page of one transaction: what the database knows of its rows, loaded at once; what they decide, written at once
 * at the end. In between everything is in memory and nothing waits.
 */
export class Quaderno {
  readonly #archivio: RepositoryLottiEmissione;
  readonly #rapporti = new Map<CodiceRapporto, RapportoDiLavoro>();
  readonly #datori = new Map<CodiceFiscale, Datore>();
  /** By employer and codice fiscale. */
  readonly #lavoratori = new Map<string, LavoratoreDelDatore>();
  readonly #bollettini = new Map<Id, Bollettino[]>();
  /** Issued by earlier rows of the same batch. */
  readonly #delLotto = new Set<Id>();
  readonly #decisi: Deciso[] = [];
  readonly #sostituiti = new Set<Bollettino>();
  /** By id, the weeks that bollettini of the database have from now on. */
  readonly #spostati = new Map<Id, SettimaneNuove>();
  readonly #lingue = new Map<Id, LinguaAvviso>();
  readonly #indirizzi = new Map<Id, Indirizzo>();
  readonly #cessati = new Map<Id, RapportoDiLavoro & { readonly cessazione: Giorno }>();
  readonly #nuovi = {
    datori: new Set<Datore>(),
    lavoratori: new Set<LavoratoreDelDatore>(),
    rapporti: new Set<RapportoDiLavoro>(),
  };

  private constructor(archivio: RepositoryLottiEmissione) {
    this.#archivio = archivio;
  }

  static async open(archivio: RepositoryLottiEmissione, lottoId: Id, righe: readonly RigaAvviso[]): Promise<Quaderno> {
    const quaderno = new Quaderno(archivio);
    const { rapporti, datori, lavoratori, bollettini, delLotto } = await archivio.conosciuti(
      unique(righe.map(({ rapporto }) => rapporto)),
      unique(righe.flatMap(({ datore: { codiceFiscale } }) => codiceFiscale ?? [])),
      unique(righe.flatMap(({ anni }) => anni)),
      lottoId,
    );
    for (const id of delLotto) quaderno.#delLotto.add(id);
    for (const rapporto of rapporti) quaderno.#rapporti.set(rapporto.codice, rapporto);
    for (const datore of datori) quaderno.#datori.set(datore.codiceFiscale, datore);
    for (const lavoratore of lavoratori) quaderno.#lavoratori.set(keyOf(lavoratore.datoreId, lavoratore), lavoratore);
    for (const bollettino of bollettini) {
      const suoi = quaderno.#bollettini.get(bollettino.rapportoId) ?? [];
      quaderno.#bollettini.set(bollettino.rapportoId, [...suoi, bollettino]);
    }
    return quaderno;
  }

  rapporto(codice: CodiceRapporto): RapportoDiLavoro | undefined {
    return this.#rapporti.get(codice);
  }

  datore(codiceFiscale: CodiceFiscale | undefined): Datore | undefined {
    return codiceFiscale === undefined ? undefined : this.#datori.get(codiceFiscale);
  }

  datoreDi({ datoreId }: Pick<RapportoDiLavoro, 'datoreId'>): Datore | undefined {
    return [...this.#datori.values()].find(({ id }) => id === datoreId);
  }

  /** The quarter's, alive or paid, of the database or of this page. */
  conto(rapporto: RapportoDiLavoro, trimestre: Trimestre): Emesso[] {
    return [
      ...this.#tutti(rapporto, trimestre)
        .filter((bollettino) => bollettino.stato !== 'eliminato' && !this.#sostituiti.has(bollettino))
        .map((bollettino) => inDatabase(bollettino, this.#spostati.get(bollettino.id))),
      ...this.#decisi.filter((deciso) => isOf(deciso, rapporto, trimestre)).map(onThisPage),
    ];
  }

  /** Whether an earlier row of the same batch issued it. */
  isDelLotto(emesso: Emesso): boolean {
    return 'deciso' in emesso || this.#delLotto.has(emesso.gia.id);
  }

  /** The number of the quarter's next integration. */
  prossimaIntegrazione(rapporto: RapportoDiLavoro, trimestre: Trimestre): number {
    return prossimaIntegrazione([
      ...this.#tutti(rapporto, trimestre),
      ...this.#decisi.filter((deciso) => isOf(deciso, rapporto, trimestre)),
    ]);
  }

  /** The act that interrupted the quarter's term, as it was declared for its bollettini. */
  ultimoAtto(rapporto: RapportoDiLavoro, trimestre: Trimestre): Pick<Debito, 'interrottaIl'> {
    return ultimoAtto(this.#tutti(rapporto, trimestre).map(({ interrottaIl }) => interrottaIl));
  }

  #tutti(rapporto: RapportoDiLavoro, { anno, numero }: Trimestre): readonly Bollettino[] {
    const suoi = this.#bollettini.get(rapporto.id) ?? [];
    return suoi.filter(({ trimestre }) => trimestre.anno === anno && trimestre.numero === numero);
  }

  /** Adds a rapporto that is not known, and its people where they are not. Who is known keeps the name they have. */
  registra(nuovo: NuovoRapporto): RapportoDiLavoro {
    const datore = this.#datori.get(nuovo.datore.codiceFiscale) ?? { id: newId(), ...nuovo.datore };
    if (!this.#datori.has(datore.codiceFiscale)) this.#nuovi.datori.add(datore);
    this.#datori.set(datore.codiceFiscale, datore);
    const chiave = keyOf(datore.id, nuovo.lavoratore);
    const noto = this.#lavoratori.get(chiave);
    const lavoratore = noto ?? { id: newId(), datoreId: datore.id, ...nuovo.lavoratore };
    if (noto === undefined) this.#nuovi.lavoratori.add(lavoratore);
    this.#lavoratori.set(chiave, lavoratore);
    const { datore: _, ...resto } = nuovo;
    const rapporto = { ...resto, id: newId(), datoreId: datore.id, lavoratore };
    this.#nuovi.rapporti.add(rapporto);
    this.#rapporti.set(rapporto.codice, rapporto);
    return rapporto;
  }

  /** For all the employer's notices, this batch's too; of two rows that choose, the last stands. */
  scegliLingua(datoreId: Id, lingua: LinguaAvviso): void {
    this.#lingue.set(datoreId, lingua);
  }

  /** The employer's from now on, when it is not theirs already; of two rows that tell it, the last stands. */
  scegliIndirizzo(datoreId: Id, indirizzo: Indirizzo): void {
    const datore = this.datoreDi({ datoreId });
    if (datore === undefined || isDeepStrictEqual(datore.indirizzo, indirizzo)) return;
    const cambiato = { ...datore, indirizzo };
    this.#datori.set(datore.codiceFiscale, cambiato);
    // One that is of this page is written with its address.
    if (this.#nuovi.datori.delete(datore)) this.#nuovi.datori.add(cambiato);
    else this.#indirizzi.set(datoreId, indirizzo);
  }

  /** Ends a rapporto that is known and had no end. */
  cessa(rapporto: RapportoDiLavoro, cessazione: Giorno): void {
    const cessato = { ...rapporto, cessazione };
    this.#rapporti.set(rapporto.codice, cessato);
    // One that is of this page is written with its end.
    if (this.#nuovi.rapporti.delete(rapporto)) this.#nuovi.rapporti.add(cessato);
    else this.#cessati.set(rapporto.id, cessato);
  }

  /** They leave the cart when the page is written. */
  togli(bollettini: readonly Bollettino[]): void {
    for (const bollettino of bollettini) this.#sostituiti.add(bollettino);
  }

  /** They make room: only the number of their weeks was told. */
  sposta(spostati: readonly Spostato<Emesso>[]): void {
    for (const { voce, settimane } of spostati) {
      if ('deciso' in voce) voce.deciso.cambio = { ...voce.deciso.cambio, settimane };
      else this.#spostati.set(voce.gia.id, { id: voce.gia.id, versione: voce.gia.versione, settimane });
    }
  }

  decidi(daNumerare: DaNumerare, sostituisce: readonly Bollettino[]): Emesso {
    const deciso: Deciso = { ...daNumerare, sostituisce };
    this.#decisi.push(deciso);
    return onThisPage(deciso);
  }

  /** Numbers and writes what was decided; resolves to the new bollettini, those whose place they took, and the rapporti that ended. */
  async scrivi(
    ente: EnteCreditore,
    il: string,
  ): Promise<{
    readonly nuovi: readonly Bollettino[];
    readonly sostituiti: readonly Bollettino[];
    readonly cessati: readonly RapportoDiLavoro[];
    /** Employers whose address changed. */
    readonly trasferiti: readonly Id[];
  }> {
    const nuovi = await this.#number(ente, il);
    const { datori, lavoratori, rapporti } = this.#nuovi;
    const cessati = [...this.#cessati.values()];
    const tolti = new Set([...this.#sostituiti].map(({ id }) => id));
    await this.#archivio.sostituisci([...this.#sostituiti], il);
    // One that was moved and then removed is removed.
    const spostati = [...this.#spostati.values()].filter(({ id }) => !tolti.has(id));
    await this.#archivio.ricolloca(spostati, il);
    await this.#archivio.scrivi({
      datori: [...datori],
      lavoratori: [...lavoratori],
      rapporti: [...rapporti],
      cessazioni: cessati.map(({ id, cessazione }) => ({ rapportoId: id, cessazione })),
      bollettini: nuovi,
      sostituzioni: this.#decisi.flatMap(({ bollettino, sostituisce }) =>
        sostituisce.map(({ id }) => ({ vecchioId: id, nuovoId: bollettino?.id ?? '' })),
      ),
      lingue: this.#lingue,
      indirizzi: this.#indirizzi,
    });
    return { nuovi, sostituiti: [...this.#sostituiti], cessati, trasferiti: [...this.#indirizzi.keys()] };
  }

  async #number(ente: EnteCreditore, il: string): Promise<Bollettino[]> {
    if (this.#decisi.length === 0) return [];
    const contatore = ({ rapporto, trimestre }: Deciso): string =>
      progressivoCodiceInps(prefissoCodiceInps(rapporto.codice, trimestre));
    const prossimi = await this.#codiciInps(this.#decisi.map(contatore));
    let iuv = await this.#archivio.numeri(PROGRESSIVO_IUV, this.#decisi.length);
    return this.#decisi.map((deciso) => {
      const nome = contatore(deciso);
      const codiceInps = prossimi.get(nome) ?? 1;
      prossimi.set(nome, codiceInps + 1);
      deciso.bollettino = componiBollettino(ente, deciso, { codiceInps, iuv: iuv++ }, il);
      return deciso.bollettino;
    });
  }

  /** First number of each counter, as many taken as it is named. */
  async #codiciInps(nomi: readonly string[]): Promise<Map<string, number>> {
    const quanti = new Map<string, number>();
    for (const nome of nomi) quanti.set(nome, (quanti.get(nome) ?? 0) + 1);
    const soli = [...quanti].filter(([, n]) => n === 1).map(([nome]) => nome);
    const primi = new Map(await this.#archivio.prossimi(soli));
    for (const [nome, n] of quanti) if (n > 1) primi.set(nome, await this.#archivio.numeri(nome, n));
    return primi;
  }
}

function inDatabase(gia: Bollettino, nuove: SettimaneNuove | undefined): Emesso {
  const { gruppo, importo, scadenza, stato, settimane, integrazione, restituito, fondo } = gia;
  return {
    gruppo,
    importo,
    scadenza,
    stato,
    settimane: nuove?.settimane ?? settimane,
    possibili: possibiliDi(gia),
    ...(integrazione !== undefined && { integrazione }),
    ...(restituito !== undefined && { restituito }),
    fondo,
    gia,
  };
}

function onThisPage(deciso: Deciso): Emesso {
  const { trimestre, cambio, integrazione } = deciso;
  const { gruppo, importo, scadenza, settimane } = cambio;
  const possibili = possibiliDi({ trimestre, ...(integrazione !== undefined && { integrazione }), ...cambio });
  const voce = { gruppo, importo, scadenza, stato: 'nel-carrello', settimane, fondo: fondoDi(cambio) } as const;
  return { ...voce, possibili, ...(integrazione !== undefined && { integrazione }), deciso };
}

function isOf(deciso: Deciso, rapporto: RapportoDiLavoro, { anno, numero }: Trimestre): boolean {
  return deciso.rapporto.id === rapporto.id && deciso.trimestre.anno === anno && deciso.trimestre.numero === numero;
}

function keyOf(datoreId: Id, { codiceFiscale }: { readonly codiceFiscale: CodiceFiscale }): string {
  return `${datoreId} ${codiceFiscale}`;
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
