import type { Contesto } from '../accesso/contesto.ts';
import type { Id, RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import type { NuovoDatore, NuovoRapporto } from '../anagrafe/registro-rapporti.ts';
import type { RigaCarrello } from '../bollettini/servizio-bollettini.ts';
import type { CodiceAvviso } from '../pagopa/identificativi/codice-avviso.ts';
import type { Centesimi } from '../valori/denaro.ts';
import type { Giorno } from '../valori/giorno.ts';
import type { Confronto } from './confronto.ts';
import type { ModuloInps } from './modulo-inps.ts';
import type { Allegato, AvvisoInps, FormatoAllegato, PagamentoDichiarato } from './porte.ts';

/** A bollettino on its way: what to write in INPS's form, the notice that INPS gave, whether it was paid. */
export interface Pratica extends RigaCarrello {
  readonly avviso?: AvvisoInps & { readonly confronto: Confronto };
  readonly pagamento?: PagamentoDichiarato;
  readonly allegati: readonly Allegato[];
}

/** A file as it came, with what it is. */
export interface FileDaTenere {
  readonly formato: FormatoAllegato;
  readonly byte: Buffer;
}

/** What a paid bollettino is known by on the statements. */
export interface RigaDichiarata extends RigaCarrello {
  readonly dichiarato: PagamentoDichiarato & { readonly codiceAvviso?: CodiceAvviso };
}

/**
 * Real use by one family: its passphrase, and each bollettino from INPS's form to the receipt. INPS's notices are paid with the
 * bank's or IO's app: here nothing is sent to anybody, and what was paid is what the family says.
 */
export interface ServizioFamiglia {
  /** Whether a family has made this archive its own. */
  iniziata(): Promise<boolean>;
  /** @throws ErroreDati `famiglia-iniziata` (409) */
  inizia(datore: NuovoDatore, frase: string): Promise<Contesto>;
  /**
   * @param ip of the caller, for the limits; never stored in clear
   * @throws ErroreDati `frase-sbagliata` (401), `troppi-tentativi` (429)
   */
  entra(frase: string, ip: string): Promise<Contesto>;
  /** For who runs the program and forgot it. @throws ErroreDati `famiglia-non-iniziata` (409) */
  cambiaFrase(frase: string): Promise<void>;
  /** Writes a rapporto of the family's, or anew what is known of it. @throws ErroreDati `rapporto-di-altri` (409) */
  scriviRapporto(contesto: Contesto, rapporto: Omit<NuovoRapporto, 'datore'>): Promise<RapportoDiLavoro>;
  /** All that were prepared, not removed, the latest due first. */
  pratiche(contesto: Contesto): Promise<readonly Pratica[]>;
  /** @throws NonTrovato */
  pratica(contesto: Contesto, id: Id): Promise<Pratica & { readonly modulo: ModuloInps }>;
  /** @throws ErroreDati `avviso-di-altro` (409) when it is another bollettino's; `bollettino-cambiato` (409) when it is paid */
  prendiAvviso(
    contesto: Contesto,
    id: Id,
    letto: Pick<AvvisoInps, 'codiceAvviso' | 'codiceFiscaleEnte' | 'importo' | 'avvertenze'>,
    file: FileDaTenere,
  ): Promise<Pratica>;
  /** @throws ErroreDati `pagato-nel-futuro`, `importo-non-valido`, `bollettino-cambiato` (409) */
  segnaPagato(
    contesto: Contesto,
    id: Id,
    detto: { readonly pagatoIl: Giorno; readonly importo: Centesimi; readonly ricevuta?: FileDaTenere },
  ): Promise<void>;
  /** It was not paid after all. @throws ErroreDati `bollettino-integrato` (409), `bollettino-cambiato` (409) */
  ritiraPagamento(contesto: Contesto, id: Id): Promise<void>;
  /** Keeps one more receipt. */
  tieniRicevuta(contesto: Contesto, id: Id, file: FileDaTenere): Promise<void>;
  /** @throws NonTrovato */
  allegato(contesto: Contesto, id: Id, allegatoId: Id): Promise<{ readonly allegato: Allegato; readonly byte: Buffer }>;
  /** What was paid, for the statements. */
  pagati(contesto: Contesto): Promise<readonly RigaDichiarata[]>;
}
