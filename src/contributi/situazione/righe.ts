import type { NumeroFascia } from '../../norme/tabella-anno.ts';
import type { Norme } from '../../norme/norme.ts';
import { vale } from '../../norme/regole-scadenze.ts';
import { dividiMezzoInSu } from '../../valori/arrotondamento.ts';
import { centesimi, type Centesimi } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Passo } from '../../valori/spiegazione.ts';
import { vittoIgnoto } from '../accordo-paga.ts';
import type { DatiCalcoloCompleti, GruppoSettimane, RigaContributo } from '../calcolo.ts';
import type { ContestoTrimestre, Tariffa } from '../contesto-trimestre.ts';
import { cuaf } from '../cuaf.ts';
import { passoFascia, scegliFascia } from '../fascia.ts';
import { daDecimale, type OreDelTrimestre } from '../ore.ts';
import { type RetribuzioneEffettiva, retribuzioneEffettiva } from '../retribuzione-effettiva.ts';
import { avvertenzeLimite } from '../vicino-al-limite.ts';
import type { GiornoDelTrimestre } from './calendario.ts';
import { inOre, ORA } from './centesimi-di-ora.ts';
import type { CondizioniNelTempo, LetturaFascia, Situazione } from './situazione.ts';

/** Hours of a group of weeks at one tariff. */
export interface Riga {
  readonly fascia: NumeroFascia;
  readonly retribuzione: Centesimi | null;
  readonly senzaCuaf: boolean;
  readonly tempoDeterminato: boolean;
  readonly tariffa: Tariffa;
  readonly condizioni: CondizioniNelTempo;
  /** Indexes of its days in the quarter's calendar. */
  readonly giorni: readonly number[];
  readonly centesimiDiOra: number;
  /** Why this pay, this band, this tariff. */
  readonly passi: readonly Passo[];
  readonly avvertenze: readonly string[];
}

/** Hundredths of an hour × cents, rounded once half-up to the cent. */
export function perOra(centesimiDiOra: number, oraria: number): Centesimi {
  return centesimi(dividiMezzoInSu(centesimiDiOra * oraria, ORA));
}

/** A day of a group of weeks with its paid hours (hundredths). */
export interface GiornoPagato {
  readonly indice: number;
  readonly giorno: GiornoDelTrimestre;
  readonly ore: number;
}

/**
 * The rows of a group of weeks: its hours by the terms that held when they were worked, terms that give the same tariff
 * and pay together.
 * @param giorni indexes of the group's days with their hours
 */
export function righeDelGruppo(
  situazione: Situazione,
  gruppo: GruppoSettimane,
  lettura: LetturaFascia,
  giorni: readonly GiornoPagato[],
  contesto: ContestoTrimestre,
  norme: Norme,
): Riga[] {
  const righe: Riga[] = [];
  for (const condizioni of situazione.condizioni) {
    const suoi = giorni.filter((voce) => voce.giorno.condizioni === condizioni);
    const primo = suoi[0];
    if (primo === undefined) continue;
    const ore = suoi.reduce((somma, voce) => somma + voce.ore, 0);
    const riga = componi(situazione, gruppo, lettura, condizioni, primo.giorno, contesto, norme);
    const indici = suoi.map(({ indice }) => indice);
    const uguale = righe.findIndex((altra) => stessaTariffa(altra, riga));
    const gia = righe[uguale];
    if (gia === undefined) righe.push({ ...riga, giorni: indici, centesimiDiOra: ore });
    else {
      righe[uguale] = { ...gia, giorni: [...gia.giorni, ...indici], centesimiDiOra: gia.centesimiDiOra + ore };
    }
  }
  return righe;
}

function stessaTariffa(
  a: Omit<Riga, 'giorni' | 'centesimiDiOra'>,
  b: Omit<Riga, 'giorni' | 'centesimiDiOra'>,
): boolean {
  return a.tariffa === b.tariffa && a.retribuzione === b.retribuzione;
}

function componi(
  situazione: Situazione,
  gruppo: GruppoSettimane,
  lettura: LetturaFascia,
  condizioni: CondizioniNelTempo,
  primo: GiornoDelTrimestre,
  contesto: ContestoTrimestre,
  norme: Norme,
): Omit<Riga, 'giorni' | 'centesimiDiOra'> {
  const { tabella } = contesto;
  const esito = condizioni.familiare === undefined ? null : cuaf(condizioni.familiare, primo.giorno, norme);
  const senzaCuaf = esito === null ? condizioni.senzaCuaf : !esito.dovuta;
  const inSostituzione = condizioni.tempoDeterminato && condizioni.sostituzione === true;
  const tempoDeterminato = condizioni.tempoDeterminato && !inSostituzione;
  const dati = comeDati(situazione, condizioni, senzaCuaf, tempoDeterminato);
  const ore = oreOrdinarie(condizioni, gruppo);
  const retribuzione = ore.oltre24 && vittoIgnoto(dati, tabella) ? null : retribuzioneEffettiva(dati, ore, contesto);
  if (retribuzione === null && !ore.oltre24 && condizioni.oreSettimanali.greaterThan(24))
    throw pagaDelleSettimaneCorte();
  const fascia = scegliFascia(tabella, ore, retribuzione);
  const tariffa = contesto.tariffa(fascia, senzaCuaf, tempoDeterminato);
  return {
    fascia,
    retribuzione: retribuzione?.centesimi ?? null,
    senzaCuaf,
    tempoDeterminato,
    tariffa,
    condizioni,
    passi: [
      ...(esito === null ? [] : [esito.passo]),
      ...(inSostituzione ? [passoSostituzione(primo, norme)] : []),
      ...(retribuzione?.passi ?? []),
      gruppo === 'oltre-24' ? passoOltre24(contesto, ore, lettura) : passoFascia(contesto, fascia, ore, retribuzione),
      tariffa.passo,
    ],
    avvertenze: [...(esito?.avvertenze ?? []), ...limiti(contesto, fascia, retribuzione, senzaCuaf, tempoDeterminato)],
  };
}

function pagaDelleSettimaneCorte(): ErroreDati {
  return new ErroreDati(
    'paga-mancante',
    'Il contratto supera le 24 ore, ma alcune settimane del trimestre ne hanno 24 o meno: per quelle il contributo dipende dalla ' +
      'paga. Indicare la paga oraria o quella mensile.',
    { campo: 'pagaOraria' },
  );
}

/** The terms' pay and board as one weekly figure has them; its hours are given apart. */
function comeDati(
  { trimestre, tredicesima }: Situazione,
  condizioni: CondizioniNelTempo,
  senzaCuaf: boolean,
  tempoDeterminato: boolean,
): DatiCalcoloCompleti {
  return {
    ...condizioni,
    trimestre,
    senzaCuaf,
    tempoDeterminato,
    ...(tredicesima === undefined ? {} : { tredicesima }),
  };
}

/** The agreed week: pay by day, week or month, and board, spread on its hours. */
function oreOrdinarie({ oreSettimanali }: CondizioniNelTempo, gruppo: GruppoSettimane): OreDelTrimestre {
  const settimanali = daDecimale(oreSettimanali);
  return { settimane: 1, totali: settimanali, settimanali, divisore: 1, media: false, oltre24: gruppo === 'oltre-24' };
}

/** Week by week it is each week's own hours that are above 24, whatever the agreed ones. */
function passoOltre24(contesto: ContestoTrimestre, ore: OreDelTrimestre, lettura: LetturaFascia): Passo {
  const passo = passoFascia(contesto, 4, ore, null);
  return lettura === 'orario-unico' ? passo : { ...passo, formula: 'ore pagate in ciascuna settimana: più di 24' };
}

function passoSostituzione({ giorno }: GiornoDelTrimestre, norme: Norme): Passo {
  const regola = norme.chiPaga.addizionale.find((voce) => vale(voce, giorno));
  return {
    etichetta: 'Addizionale dei rapporti a termine',
    formula: 'assunzione in sostituzione di un’altra persona',
    risultato: 'non dovuta',
    fonte: regola?.sostituzione.fonti[0] ?? { titolo: 'prima del 2013 l’addizionale non esisteva', certezza: 'vista' },
  };
}

function limiti(
  contesto: ContestoTrimestre,
  fascia: NumeroFascia,
  retribuzione: RetribuzioneEffettiva | null,
  senzaCuaf: boolean,
  tempoDeterminato: boolean,
): string[] {
  const frasi: string[] = [];
  if (fascia !== 4 && retribuzione !== null) {
    const oraria = (numero: NumeroFascia) => contesto.tariffa(numero, senzaCuaf, tempoDeterminato).contributoOrario;
    avvertenzeLimite(frasi, contesto.tabella, retribuzione, oraria);
  }
  return frasi;
}

/** A row as a result shows it. */
export function comeRigaContributo(riga: Riga): RigaContributo {
  const { centesimiDiOra, retribuzione, fascia, senzaCuaf, tempoDeterminato, tariffa } = riga;
  return {
    ore: inOre(centesimiDiOra).esatte,
    retribuzioneOrariaEffettiva: retribuzione,
    fascia,
    senzaCuaf,
    tempoDeterminato,
    contributoOrario: tariffa.contributoOrario,
    totale: perOra(centesimiDiOra, tariffa.contributoOrario),
    quotaLavoratore: perOra(centesimiDiOra, tariffa.quotaLavoratore),
  };
}
