import { join } from 'node:path';
import { ErroreDati } from '../valori/errore-dati.ts';
import type { Giorno } from '../valori/giorno.ts';
import { packagePath } from '../valori/package-root.ts';
import { dataPath } from '../valori/data-folder.ts';
import { type RegoleAssociazioni, schemaAssociazioni } from './associazioni.ts';
import { type RegoleAssenze, schemaAssenze } from './assenze.ts';
import { togliAssenti } from './campi.ts';
import { type RegoleChiPaga, schemaChiPaga } from './chi-paga.ts';
import { controllaAnno, controllaCatena, type Difetto } from './controlli-anno.ts';
import { applicaCorrezioni } from './correzioni.ts';
import { type RegoleCriteri, schemaCriteri } from './criteri.ts';
import { ErroreNorme } from './errore-norme.ts';
import { nomiAnni, nomiBozze } from './file-norme.ts';
import { leggiNorma } from './lettura.ts';
import { type RegoleMinimi, schemaMinimi } from './minimi.ts';
import { conMinimiProiettati } from './proietta-minimi.ts';
import { type RegoleProiezione, schemaProiezione } from './proiezione.ts';
import { type RegoleScadenze, schemaScadenze } from './regole-scadenze.ts';
import { type AnnoLetto, type EsempioAnno, schemaAnno } from './schema-anno.ts';
import { type RegoleSgravi, schemaSgravi } from './sgravi.ts';
import type { TabellaAnno } from './tabella-anno.ts';
import { tariffaDelFondo, type TariffaDelFondo } from './tariffa-del-fondo.ts';
import { controllaSuccessione } from './validita.ts';

/** What the law said, day by day: the checked content of `rules/`. Immutable; safe to share and to use as a cache key. */
export interface Norme {
  /** Years with a table, in order. */
  readonly anni: readonly number[];
  /**
   * The hourly contributions of a calendar year (a week belongs to the year of its Saturday's quarter).
   * @throws ErroreDati `anno-sconosciuto`
   */
  tabella(anno: number): TabellaAnno;
  /** The worked examples of a year's file. */
  esempi(anno: number): readonly EsempioAnno[];
  readonly criteri: RegoleCriteri;
  readonly scadenze: RegoleScadenze;
  readonly associazioni: RegoleAssociazioni;
  readonly chiPaga: RegoleChiPaga;
  readonly assenze: RegoleAssenze;
  readonly sgravi: RegoleSgravi;
  readonly minimi: RegoleMinimi;
  /** How a year's table follows from the one before, where no printed one exists yet. */
  readonly proiezione: RegoleProiezione;
  /**
   * The contractual assistance due for an hour worked that day, by a reading of the fund (by default its first).
   * @throws ErroreDati `associazione-sconosciuta` when the fund or its amount on that day is not known
   */
  associazione(codice: string, giorno: Giorno, lettura?: string): TariffaDelFondo;
}

/** Where the drafts of years that are not published stand, one file a year: `dati/norme/2027.yaml`. */
export function cartellaBozze(): string {
  return dataPath('norme');
}

/**
 * Reads and checks all rule files of a folder.
 * @param bozze a folder with drafts of later years; a year that `dir` has is never taken from there
 * @throws ErroreNorme for the first file, key and reason that does not hold
 */
export function loadNorme(dir: string = packagePath('rules'), bozze?: string): Norme {
  const letti = leggiAnni(dir, bozze);
  const tabelle = new Map([...letti].map(([anno, { tabella }]) => [anno, tabella]));
  const scadenze = leggiNorma(dir, 'scadenze.yaml', schemaScadenze);
  controllaScadenze(scadenze);
  const associazioni = leggiAssociazioni(dir);
  const anni = [...tabelle.keys()];
  return {
    anni,
    tabella: (anno) => tabelle.get(anno) ?? annoSconosciuto(anno, anni),
    esempi: (anno) => letti.get(anno)?.esempi ?? annoSconosciuto(anno, anni),
    criteri: leggiNorma(dir, 'criteri.yaml', schemaCriteri),
    scadenze,
    associazioni,
    chiPaga: leggiChiPaga(dir),
    assenze: leggiAssenze(dir),
    sgravi: leggiNorma(dir, 'sgravi.yaml', schemaSgravi),
    minimi: [...tabelle.values()].reduce(conMinimiProiettati, leggiNorma(dir, 'minimi.yaml', schemaMinimi)),
    proiezione: leggiNorma(dir, 'proiezione.yaml', schemaProiezione),
    associazione: (codice, giorno, lettura) => tariffaDelFondo(associazioni, codice, giorno, lettura),
  };
}

let predefinite: Norme | undefined;

/** The rules shipped with the package and the drafts of the data folder, read once. */
export function norme(): Norme {
  return (predefinite ??= loadNorme(packagePath('rules'), cartellaBozze()));
}

function leggiAnni(dir: string, bozze?: string): Map<number, { tabella: TabellaAnno; esempi: readonly EsempioAnno[] }> {
  const pubblicati = nomiAnni(dir);
  const aggiunti = bozze === undefined ? [] : nomiBozze(bozze).filter((nome) => !pubblicati.includes(nome));
  const anni = new Map<number, { tabella: TabellaAnno; esempi: readonly EsempioAnno[] }>();
  let precedente: TabellaAnno | undefined;
  for (const nome of [...pubblicati, ...aggiunti]) {
    const bozza = bozze !== undefined && aggiunti.includes(nome);
    const file = bozza ? join(bozze, nome) : `anni/${nome}`;
    const letto = leggiNorma(bozza ? '' : dir, file, schemaAnno);
    if (`${letto.anno}.yaml` !== nome)
      throw new ErroreNorme(file, 'anno', `${letto.anno} non è l’anno del nome del file`);
    const tabella = componiTabella(file, letto);
    fermaSe(file, controllaAnno(tabella));
    if (precedente !== undefined) {
      const atteso = precedente.anno + 1;
      if (tabella.anno !== atteso)
        throw new ErroreNorme(`anni/${atteso}.yaml`, '', 'il file manca, ma c’è l’anno dopo');
      fermaSe(file, controllaCatena(precedente, tabella));
    }
    anni.set(tabella.anno, { tabella, esempi: letto.esempi });
    precedente = tabella;
  }
  return anni;
}

function componiTabella(file: string, letto: AnnoLetto): TabellaAnno {
  const { esempi: _esempi, correzioni, ...resto } = letto;
  const corrette = applicaCorrezioni(letto.fasce, correzioni);
  if ('chiave' in corrette) throw new ErroreNorme(file, corrette.chiave, corrette.motivo);
  return togliAssenti({ ...resto, fasce: corrette.fasce, note: [...letto.note, ...corrette.note] });
}

function leggiAssociazioni(dir: string): RegoleAssociazioni {
  const regole = leggiNorma(dir, 'associazioni.yaml', schemaAssociazioni);
  for (const [indice, { tariffe }] of regole.associazioni.entries()) {
    fermaSe('associazioni.yaml', controllaSuccessione(tariffe, `associazioni.${indice}.tariffe`));
  }
  return regole;
}

function leggiChiPaga(dir: string): RegoleChiPaga {
  const regole = leggiNorma(dir, 'chi-paga.yaml', schemaChiPaga);
  fermaSe('chi-paga.yaml', controllaSuccessione(regole.cuaf, 'cuaf'));
  fermaSe('chi-paga.yaml', controllaSuccessione(regole.addizionale, 'addizionale'));
  return regole;
}

function leggiAssenze(dir: string): RegoleAssenze {
  const regole = leggiNorma(dir, 'assenze.yaml', schemaAssenze);
  for (const chiave of ['malattia', 'festivitaOrarie', 'ferieOrarie', 'ferieDelMese'] as const) {
    fermaSe('assenze.yaml', controllaSuccessione(regole[chiave], chiave));
  }
  return regole;
}

function controllaScadenze(regole: RegoleScadenze): void {
  const file = 'scadenze.yaml';
  fermaSe(file, controllaSuccessione(regole.sabato, 'sabato'));
  for (const trimestre of [1, 2, 3, 4]) {
    const finestre = regole.finestre.filter((finestra) => finestra.trimestre === trimestre);
    if (finestre.length === 0) throw new ErroreNorme(file, 'finestre', `manca la finestra del trimestre ${trimestre}`);
    fermaSe(file, controllaSuccessione(finestre, `finestre (trimestre ${trimestre})`));
  }
  for (const [indice, { scadenzeDal, scadenzeAl, nuovaScadenza }] of regole.sospensioni.entries()) {
    if (scadenzeAl < scadenzeDal || nuovaScadenza <= scadenzeAl) {
      throw new ErroreNorme(file, `sospensioni.${indice}`, 'i suoi tre giorni devono venire uno dopo l’altro');
    }
  }
}

function fermaSe(file: string, difetti: readonly Difetto[]): void {
  const primo = difetti[0];
  if (primo !== undefined) throw new ErroreNorme(file, primo.chiave, primo.motivo);
}

const DA_PUBBLICARE = ' L’INPS pubblica la tabella di un anno fra gennaio e febbraio: dopo la si aggiunge alle norme.';

function annoSconosciuto(anno: number, anni: readonly number[]): never {
  throw new ErroreDati('anno-sconosciuto', {
    anno,
    primo: Math.min(...anni),
    ultimo: Math.max(...anni),
    seguito: anno > Math.max(...anni) ? DA_PUBBLICARE : '',
    campo: 'trimestre',
  });
}
