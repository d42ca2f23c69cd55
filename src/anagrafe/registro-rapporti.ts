import type { CodiceFiscale } from './codice-fiscale.ts';
import type { CodiceRapporto } from './codice-rapporto.ts';
import type { LinguaAvviso } from './lingua-avviso.ts';
import type { Datore, Id, Lavoratore, RapportoDiLavoro } from './rapporto-di-lavoro.ts';

/** A datore as it comes from a file or a form, before it has an id. */
export type NuovoDatore = Omit<Datore, 'id'>;

/** A rapporto with its people, before anything has an id. */
export interface NuovoRapporto extends Omit<RapportoDiLavoro, 'id' | 'datoreId' | 'lavoratore'> {
  readonly datore: NuovoDatore;
  readonly lavoratore: Omit<Lavoratore, 'id'>;
}

/**
 * The register of employers and rapporti. Registering is idempotent: the codice fiscale finds the employer, the codice
 * rapporto the rapporto.
 */
export interface RegistroRapporti {
  /**
   * Writes the employer, the worker and the rapporto, or brings the stored ones up to what is given.
   * @throws ErroreDati `rapporto-di-altri` (409) when the code belongs to another employer or another worker
   */
  registra(rapporto: NuovoRapporto): Promise<RapportoDiLavoro>;
  /** Writes an employer who has no rapporto yet, or brings the stored one up to what is given. */
  scriviDatore(datore: NuovoDatore): Promise<Datore>;
  datoreConCodiceFiscale(codiceFiscale: CodiceFiscale): Promise<Datore | undefined>;
  datore(id: Id): Promise<Datore | undefined>;
  /** The language of all the employer's notices from now on. */
  scegliLingua(datoreId: Id, lingua: LinguaAvviso): Promise<void>;
  rapportoConCodice(codice: CodiceRapporto): Promise<RapportoDiLavoro | undefined>;
  /** In order of codice. */
  rapportiDelDatore(datoreId: Id): Promise<readonly RapportoDiLavoro[]>;
}
