import type { RapportoDiLavoro } from '../../anagrafe/rapporto-di-lavoro.ts';
import { parseModifiche, type CampiCalcolo } from '../../contributi/parse-dati.ts';
import type { NumeroFascia } from '../../norme/tabella-anno.ts';
import { confrontaTrimestri, formatTrimestre, parseTrimestre, type Trimestre } from '../../scadenze/trimestre.ts';
import { parseDecimale } from '../../valori/decimale.ts';
import { parseEuro } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { readCodiceInps } from './codice-inps.ts';
import type { DatiVerifica, FattiNoti } from './dati-verifica.ts';

/** A notice to check, as people and programs write it. `associazione`: `F2`, `E1` or `nessuna`. */
export interface CampiVerifica extends Omit<CampiCalcolo, 'assunzione' | 'cessazione'> {
  readonly importo?: string | undefined;
  readonly retribuzioneOrariaEffettiva?: string | undefined;
  readonly fascia?: string | undefined;
  readonly codiceInps?: string | undefined;
  /** Codice rapporto: must begin with the nine digits of the codice INPS. */
  readonly rapporto?: string | undefined;
  readonly mezzeOre?: boolean | undefined;
  readonly oreVere?: string | undefined;
  readonly settimaneVere?: string | undefined;
}

/**
 * From text to the input of `verifica`. The quarter may come from the codice INPS alone.
 * @param rapporto the rapporto itself where the caller has it
 * @throws ErroreDati with `campo` = the name of the field that is wrong, missing or at odds with another
 */
export function parseDatiVerifica(campi: CampiVerifica, rapporto?: RapportoDiLavoro): DatiVerifica {
  const importo = clean(campi.importo);
  if (importo === undefined) throw missing('importo', 'l’importo dell’avviso, per esempio 338,00');
  const oreVere = clean(campi.oreVere);
  const settimaneVere = clean(campi.settimaneVere);
  return {
    trimestre: quarter(campi),
    importo: parseEuro(importo),
    noti: knownFacts(campi),
    ...(rapporto === undefined ? {} : { rapporto }),
    mezzeOre: campi.mezzeOre === true,
    ...(oreVere === undefined ? {} : { oreVere: parseDecimale(oreVere, 'oreVere') }),
    ...(settimaneVere === undefined ? {} : { settimaneVere: parseWeeks(settimaneVere) }),
  };
}

function quarter(campi: CampiVerifica): Trimestre {
  const scritto = clean(campi.trimestre);
  const codice = clean(campi.codiceInps);
  const trimestre = scritto === undefined ? undefined : parseTrimestre(scritto);
  const parti = codice === undefined ? undefined : readCodiceInps(codice);
  const rapporto = clean(campi.rapporto)?.replace(/[\s.-]/g, '');
  if (parti !== undefined && rapporto !== undefined && !rapporto.startsWith(parti.inizioRapporto)) {
    throw atOdds('rapporto', `il codice INPS è di un rapporto che comincia con ${parti.inizioRapporto}`);
  }
  if (trimestre !== undefined && parti !== undefined && confrontaTrimestri(trimestre, parti.trimestre) !== 0) {
    throw atOdds('trimestre', `il codice INPS è del trimestre ${formatTrimestre(parti.trimestre)}`);
  }
  const trovato = trimestre ?? parti?.trimestre;
  if (trovato === undefined) throw missing('trimestre', 'per esempio 4/2020, oppure il codice INPS dell’avviso');
  return trovato;
}

function knownFacts(campi: CampiVerifica): FattiNoti {
  const nessuna = clean(campi.associazione)?.toLowerCase() === 'nessuna';
  const {
    assunzione: _a,
    cessazione: _c,
    ...fatti
  } = parseModifiche(nessuna ? { ...campi, associazione: undefined } : campi);
  const fascia = clean(campi.fascia);
  const effettiva = clean(campi.retribuzioneOrariaEffettiva);
  return {
    ...fatti,
    ...(nessuna ? { associazione: null } : {}),
    ...(fascia === undefined ? {} : { fascia: parseBand(fascia) }),
    ...(effettiva === undefined
      ? {}
      : { retribuzioneOrariaEffettiva: parseEuro(effettiva, 'retribuzioneOrariaEffettiva') }),
  };
}

function parseBand(testo: string): NumeroFascia {
  if (/^[1-4]$/.test(testo)) return Number(testo) as NumeroFascia;
  throw new ErroreDati('fascia-non-valida', { testo: testo.slice(0, 10), campo: 'fascia' });
}

function parseWeeks(testo: string): number {
  if (/^(?:[1-9]|1[0-4])$/.test(testo)) return Number(testo);
  throw new ErroreDati('intero-non-valido/settimane', { testo: testo.slice(0, 10), campo: 'settimaneVere' });
}

function clean(testo: string | undefined): string | undefined {
  const pulito = testo?.trim();
  return pulito === '' ? undefined : pulito;
}

function missing(campo: string, che: string): ErroreDati {
  return new ErroreDati('campo-mancante', { che, campo });
}

function atOdds(campo: string, perche: string): ErroreDati {
  return new ErroreDati('dati-discordi', { perche, campo });
}
