import { fraseNellaRiga } from './colonna-dell-errore.ts';
import { type CodiceFiscale, parseCodiceFiscale } from '../../anagrafe/codice-fiscale.ts';
import { parseCodiceRapporto } from '../../anagrafe/codice-rapporto.ts';
import type { PagaPattuita } from '../../contributi/calcolo.ts';
import { parseLettura } from '../../contributi/letture.ts';
import { nights, parseStraordinari } from '../../contributi/parse-straordinari.ts';
import { parseIndennita, parseLivello } from '../../contributi/parse-livello.ts';
import { parseTerritorio } from '../../scadenze/territori.ts';
import { parseTrimestre } from '../../scadenze/trimestre.ts';
import type { Centesimi } from '../../valori/denaro.ts';
import type { ErroreDati } from '../../valori/errore-dati.ts';
import type { Giorno } from '../../valori/giorno.ts';
import { leggiGiorno } from '../celle/giorni.ts';
import { leggiEuro, leggiIntero, leggiOre } from '../celle/numeri.ts';
import { leggiAssociazione, leggiSiNo, leggiTermine } from '../celle/parole.ts';
import { pulisci, pulisciValore } from '../celle/pulisci.ts';
import { OLTRE_IL_GIORNO, SENZA_VALORE } from '../fogli/cartella.ts';
import { type CellReader, CodeReader, RememberingReader } from './cell-reader.ts';
import { isPlainCodiceFiscale, isPlainCodiceRapporto } from './codici-piani.ts';
import { parseOreSettimanali } from './settimana-per-settimana.ts';

/** Weeks in the longest quarter, days in a week. */
const SETTIMANE_MAX = 14;
const GIORNI_MAX = 7;
/** Seniority rises (CCNL art. 37). */
const SCATTI_MAX = 7;

/**
 * One reader for each column whose text means something; each throws ErroreDati. Made anew for each file, because they
 * remember.
 */
export function makeLettori() {
  const remember = <T>(parse: (testo: string) => T): CellReader<T> => new RememberingReader(parse);
  return {
    datore_cf: codiceFiscale('datore_cf'),
    rapporto: new CodeReader(isPlainCodiceRapporto, (testo) => parseCodiceRapporto(pulisciValore(testo), 'rapporto')),
    lavoratore_cf: codiceFiscale('lavoratore_cf'),
    trimestre: remember((testo) => parseTrimestre(pulisciValore(testo))),
    ore_settimanali: remember((testo) => parseOreSettimanali(testo, 'ore_settimanali')),
    ore: remember((testo) => leggiOre(testo, 'ore')),
    settimane: remember((testo) => leggiIntero(testo, 'settimane', SETTIMANE_MAX)),
    paga_oraria: remember((testo) => paga('oraria', leggiEuro(testo, 'paga_oraria'))),
    paga_mensile: remember((testo) => paga('mensile', leggiEuro(testo, 'paga_mensile'))),
    vitto_alloggio_giorni: remember((testo) => leggiIntero(testo, 'vitto_alloggio_giorni', GIORNI_MAX)),
    senza_cuaf: remember((testo) => leggiSiNo(testo, 'senza_cuaf')),
    tempo_determinato: remember((testo) => leggiTermine(testo, 'tempo_determinato')),
    associazione: remember((testo) => leggiAssociazione(testo, 'associazione')),
    assunzione: remember((testo) => giornoCerto(testo, 'assunzione')),
    cessazione: remember((testo) => giornoCerto(testo, 'cessazione')),
    ore_in_parti: remember((testo) => parseLettura('oreInParti', pulisci(testo), 'ore_in_parti')),
    settimane_incomplete: remember((testo) =>
      parseLettura('settimaneIncomplete', pulisci(testo), 'settimane_incomplete'),
    ),
    quarta_fascia: remember((testo) => parseLettura('quartaFascia', pulisci(testo), 'quarta_fascia')),
    conto_assistenza: remember((testo) => parseLettura('contoAssistenza', pulisci(testo), 'conto_assistenza')),
    inizio_f2: remember((testo) => parseLettura('inizioF2', pulisci(testo), 'inizio_f2')),
    importo_e1: remember((testo) => parseLettura('importoE1', pulisci(testo), 'importo_e1')),
    straordinari: remember((testo) => parseStraordinari(pulisci(testo), 'straordinari')),
    notti_presenza: remember((testo) => nights(pulisci(testo), 'notti_presenza')),
    notti_assistenza: remember((testo) => nights(pulisci(testo), 'notti_assistenza')),
    sostituzione: remember((testo) => leggiSiNo(testo, 'sostituzione')),
    assistenza_in_piu: remember((testo) => leggiEuro(testo, 'assistenza_in_piu')),
    solo_assistenza: remember((testo) => leggiSiNo(testo, 'solo_assistenza')),
    territorio: remember((testo) => parseTerritorio(pulisci(testo))),
    livello: remember((testo) => parseLivello(pulisci(testo))),
    indennita: remember((testo) => parseIndennita(pulisci(testo))),
    anno: remember((testo) => pulisciValore(testo)),
    scatti: remember((testo) => leggiIntero(testo, 'scatti', SCATTI_MAX)),
  };
}

function codiceFiscale(campo: string): CodeReader<CodiceFiscale> {
  return new CodeReader(isPlainCodiceFiscale, (testo) => parseCodiceFiscale(pulisciValore(testo), campo));
}

function paga(tipo: PagaPattuita['tipo'], importo: Centesimi): PagaPattuita {
  return { tipo, importo };
}

const ISO = /^((?:19[4-9]|20\d)\d)-(\d\d)-(\d\d)$/;
const ITALIANO = /^(\d\d)\/(\d\d)\/((?:19[4-9]|20\d)\d)$/;

/**
 * A day; up to the 28th, which every month has, without asking the calendar.
 * @throws ErroreDati `data-non-valida`
 */
function giornoCerto(testo: string, campo: string): Giorno {
  const [, anno, mese = '', giorno = ''] = ISO.exec(testo) ?? italiano(testo) ?? [];
  const certo = anno !== undefined && mese >= '01' && mese <= '12' && giorno >= '01' && giorno <= '28';
  return certo ? (`${anno}-${mese}-${giorno}` as Giorno) : leggiGiorno(testo, campo);
}

function italiano(testo: string): readonly (string | undefined)[] | undefined {
  const parti = ITALIANO.exec(testo);
  return parti === null ? undefined : [testo, parti[3], parti[2], parti[1]];
}

/** What Italian Excel writes when it takes `4/2020`, or hours as `8.5`, for a date. */
const DATA_DI_EXCEL =
  /^(?:gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic)-\d{2}$|^\d{1,2}-(?:gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic)$|^\d{1,2}\/\d{1,2}\/\d{4}$|^\d{4}-\d{2}-\d{2}/i;

/** What formulas leave in a cell when they fail, in Italian and in English. */
const ERRORE_DI_FORMULA = /^#(?:N\/[DA]|VALOR|VALUE|RIF|REF|DIV|NOME|NAME|NUM|NULL|ERR)/i;

/** Says of a refusal what most probably happened to the cell in the spreadsheet; the refusal's own words where nothing did. */
export function conSospetto(testo: string, errore: ErroreDati): string {
  const daFoglio = difettoDiFoglio(testo);
  if (daFoglio !== undefined) return daFoglio;
  const detto = fraseNellaRiga(errore);
  if (errore.codice === 'trimestre-non-valido' && DATA_DI_EXCEL.test(testo)) {
    return `${detto} Excel ha preso il trimestre per una data: dare alla colonna il formato Testo, o scrivere 2020-T4.`;
  }
  if (/^(?:numero|importo)-non-valido$/.test(errore.codice) && DATA_DI_EXCEL.test(testo)) {
    return `${detto} Excel ha preso il numero per una data: dare alla colonna il formato Numero e riscriverlo con la virgola.`;
  }
  if (errore.codice === 'codice-rapporto-non-valido' && /^\d[.,]?\d*E\+\d+$/i.test(testo)) {
    return `${detto} Excel ha arrotondato il codice: dare alla colonna il formato Testo e riscriverlo.`;
  }
  return detto;
}

/** What is wrong with a cell that holds no value of its own; undefined for any other. */
export function difettoDiFoglio(testo: string): string | undefined {
  if (!testo.startsWith('#')) return undefined;
  if (testo.startsWith(SENZA_VALORE)) {
    return `La cella ${testo.slice(SENZA_VALORE.length)} ha una formula senza il suo valore: aprire il file con Excel o LibreOffice, salvarlo e rimandarlo.`;
  }
  if (testo.startsWith(OLTRE_IL_GIORNO)) {
    return `La cella ${testo.slice(OLTRE_IL_GIORNO.length)} contiene più di 24 ore ma ne mostra di meno: darle il formato [h]:mm, o scrivere le ore come numero.`;
  }
  if (!ERRORE_DI_FORMULA.test(testo)) return undefined;
  return `«${testo.slice(0, 20)}» è l’errore di una formula: correggerla nel foglio.`;
}
