import type { Norme } from '../../norme/norme.ts';
import { type Scadenza, scadenza, scadenzaCessazione } from '../../scadenze/scadenza.ts';
import { centesimi } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Fonte, Passo } from '../../valori/spiegazione.ts';
import type { Calcolo, GruppoSettimane } from '../calcolo.ts';
import { type ContestoTrimestre, contestoTrimestre } from '../contesto-trimestre.ts';
import type { Importi } from '../passi.ts';
import { euro } from '../testo.ts';
import { assistenzaPerGiorno } from './assistenza-per-giorno.ts';
import { avvertenzeGruppo, avvertenzeTrimestre } from './avvertenze-trimestre.ts';
import { inOre, ORA, testoOre } from './centesimi-di-ora.ts';
import { type OreGiornaliere, oreGiornaliere } from './ore-del-trimestre.ts';
import { passiImportiGruppo, passiSettimaneGruppo } from './passi-trimestre.ts';
import { ripartisci } from './ripartizione.ts';
import { comeRigaContributo, type GiornoPagato, perOra, type Riga, righeDelGruppo } from './righe.ts';
import { comeSettimanePagate, contaSettimane, segni, type SettimanaContata } from './settimane-pagate.ts';
import { type Sgravio, sgravi } from './sgravi.ts';
import type { LetturaFascia, Situazione } from './situazione.ts';

/** A bollettino in the making: its weeks' days, its rows, and hours that no week's work holds. */
interface Gruppo {
  readonly gruppo: GruppoSettimane;
  readonly giorni: readonly GiornoPagato[];
  readonly righe: readonly Riga[];
  /** Unused holidays and the rounding up to a whole hour, hundredths. */
  readonly aggiunte: readonly number[];
}

/**
 * The contributions of a rapporto in a quarter as it was: hours by week, month or in total, absences, beginning and end,
 * terms that change, who pays what. One result a group of weeks (up to 24 hours, above): one or two.
 * Hours are exact to the hundredth; each row is rounded once, half-up to the cent.
 * @throws ErroreDati naming the field and what to do; `nulla-da-versare` when no hour is paid
 */
export function calcolaTrimestre(situazione: Situazione, norme: Norme): Calcolo[] {
  const contesto = contestoTrimestre(situazione.trimestre, norme);
  const ore = oreGiornaliere(situazione, norme);
  const settimane = contaSettimane(ore.calendario, ore.ore, situazione, situazione.lettura);
  const gruppi = raggruppa(situazione, situazione.lettura, ore, settimane, contesto, norme);
  const comuni = [
    ...(contesto.proiezione === undefined ? [] : [contesto.proiezione]),
    ...avvertenzeTrimestre(situazione, settimane, norme),
    ...altraLettura(situazione, ore, settimane, gruppi, contesto, norme),
  ];
  const termine = qualeScadenza(situazione, contesto, norme);
  let sgraviDatore = 0;
  return gruppi.map((gruppo) => {
    const applicati = sgravi(situazione.sgravi, gruppo.righe, gruppo.giorni, sgraviDatore, norme);
    sgraviDatore += importoSgravi(applicati, 'datore');
    return componi(situazione, gruppo, { contesto, ore, settimane, gruppi, comuni, termine, applicati }, norme);
  });
}

interface Contorno {
  readonly contesto: ContestoTrimestre;
  readonly ore: OreGiornaliere;
  readonly settimane: readonly SettimanaContata[];
  readonly gruppi: readonly Gruppo[];
  readonly comuni: readonly string[];
  readonly termine: Scadenza;
  readonly applicati: readonly Sgravio[];
}

function componi(situazione: Situazione, gruppo: Gruppo, contorno: Contorno, norme: Norme): Calcolo {
  const { contesto, ore, settimane, gruppi, comuni, termine, applicati } = contorno;
  const { righe, giorni } = gruppo;
  const centesimiDiOra = oreDelleRighe(gruppo);
  const assistenza =
    situazione.associazione === undefined
      ? null
      : assistenzaPerGiorno(situazione.associazione, giorni, oreDelFondo(situazione, gruppo, gruppi, norme), norme);
  const importi = sommaImporti(righe, assistenza, applicati);
  const ultima = righe.at(-1) as Riga;
  const passi: Passo[] = [
    contesto.passoSettimane,
    ...ore.passi,
    ...passiSettimaneGruppo(gruppo.gruppo, settimane, gruppo.aggiunte, contesto.criteri),
    ...righe.flatMap((riga) => riga.passi),
    ...passiImportiGruppo(righe, assistenza, applicati, importi),
    ...termine.passi,
  ];
  return {
    trimestre: situazione.trimestre,
    gruppo: gruppo.gruppo,
    settimane: settimane.filter((settimana) => settimana.gruppo === gruppo.gruppo).length,
    ore: inOre(centesimiDiOra).esatte,
    oreSettimanali: ultima.condizioni.oreSettimanali,
    retribuzioneOrariaEffettiva: ultima.retribuzione,
    fascia: ultima.fascia,
    senzaCuaf: ultima.senzaCuaf,
    tempoDeterminato: ultima.tempoDeterminato,
    contributoOrario: ultima.tariffa.contributoOrario,
    associazione:
      assistenza === null
        ? null
        : { codice: assistenza.codice, totale: assistenza.totale, quotaLavoratore: assistenza.quota },
    totale: importi.totale,
    quotaLavoratore: importi.quotaLavoratore,
    quotaDatore: importi.quotaDatore,
    scadenza: termine,
    dettaglio: {
      segniSettimane: segni(settimane, gruppo.gruppo),
      settimane: comeSettimanePagate(settimane),
      righe: righe.map(comeRigaContributo),
      sgravi: applicati.map(({ applicato }) => applicato),
    },
    passi,
    avvertenze: [
      ...comuni,
      ...avvertenzeGruppo(righe, avvertenzaSostituzione(righe, norme)),
      ...applicati.flatMap(({ avvertenze }) => avvertenze),
      ...termine.avvertenze,
    ],
  };
}

function raggruppa(
  situazione: Situazione,
  lettura: LetturaFascia,
  ore: OreGiornaliere,
  settimane: readonly SettimanaContata[],
  contesto: ContestoTrimestre,
  norme: Norme,
): Gruppo[] {
  const { calendario, ferie } = ore;
  const dovute = ferie === null ? undefined : settimane[ferie.settimana]?.gruppo;
  // A last week without work leaves the holidays to the group of the last paid week, or to the agreed hours.
  const gruppoFerie = dovute ?? settimane.findLast(({ gruppo }) => gruppo !== null)?.gruppo ?? perOrario(situazione);
  return (['fino-24', 'oltre-24'] as const).flatMap((gruppo) => {
    const giorni: GiornoPagato[] = [];
    for (const [indice, giorno] of calendario.giorni.entries()) {
      const dellaSettimana = settimane[giorno.settimana]?.gruppo === gruppo ? (ore.ore[indice] ?? 0) : 0;
      const diFerie = ferie !== null && ferie.indice === indice && gruppoFerie === gruppo ? ferie.centesimiDiOra : 0;
      const quante = dellaSettimana + diFerie;
      if (quante > 0) giorni.push({ indice, giorno, ore: quante });
    }
    if (giorni.length === 0) return [];
    const righe = righeDelGruppo(situazione, gruppo, lettura, giorni, contesto, norme);
    const aggiunte = ferie !== null && gruppoFerie === gruppo ? [ferie.centesimiDiOra] : [];
    const insieme = { gruppo, giorni, righe, aggiunte };
    return [situazione.arrotondaOre ? perEccesso(insieme, contesto.criteri.oreRetribuite.fonte) : insieme];
  });
}

function perOrario({ condizioni }: Situazione): GruppoSettimane {
  return condizioni[condizioni.length - 1]?.oreSettimanali.greaterThan(24) === true ? 'oltre-24' : 'fino-24';
}

/** Hours up to the next whole one, added to the last row. */
function perEccesso(gruppo: Gruppo, fonte: Fonte): Gruppo {
  const somma = oreDelleRighe(gruppo);
  const manca = (ORA - (somma % ORA)) % ORA;
  if (manca === 0) return gruppo;
  const ultima = gruppo.righe.at(-1) as Riga;
  const passo: Passo = {
    etichetta: 'Arrotondamento delle ore per eccesso, come le chiedono i moduli dell’INPS',
    formula: `${testoOre(somma)} + ${testoOre(manca)}`,
    risultato: testoOre(somma + manca),
    fonte,
  };
  const riga = { ...ultima, centesimiDiOra: ultima.centesimiDiOra + manca, passi: [...ultima.passi, passo] };
  return { ...gruppo, righe: [...gruppo.righe.slice(0, -1), riga], aggiunte: [...gruppo.aggiunte, manca] };
}

function sommaImporti(
  righe: readonly Riga[],
  assistenza: { readonly totale: number; readonly quota: number } | null,
  applicati: readonly Sgravio[],
): Importi {
  const somma = (voce: 'contributoOrario' | 'quotaLavoratore') =>
    centesimi(righe.reduce((altri, riga) => altri + perOra(riga.centesimiDiOra, riga.tariffa[voce]), 0));
  const contributi = somma('contributoOrario');
  const quotaContributi = somma('quotaLavoratore');
  const delLavoratore = importoSgravi(applicati, 'lavoratore');
  const totale = centesimi(contributi + (assistenza?.totale ?? 0) - delLavoratore - importoSgravi(applicati, 'datore'));
  const quotaLavoratore = centesimi(quotaContributi + (assistenza?.quota ?? 0) - delLavoratore);
  return { contributi, quotaContributi, totale, quotaLavoratore, quotaDatore: centesimi(totale - quotaLavoratore) };
}

function importoSgravi(applicati: readonly Sgravio[], aCarico: 'lavoratore' | 'datore'): number {
  return applicati
    .filter(({ applicato }) => applicato.aCarico === aCarico)
    .reduce((somma, { applicato }) => somma + applicato.importo, 0);
}

/** The fund counts the paid hours, or the conventional ones of the nights, shared between the quarter's bollettini. */
function oreDelFondo({ notti }: Situazione, gruppo: Gruppo, gruppi: readonly Gruppo[], norme: Norme): number {
  if (notti === undefined) return oreDelleRighe(gruppo);
  const convenzionali = notti.quante * norme.associazioni.notti[notti.tipo] * ORA;
  return ripartisci(convenzionali, gruppi.map(oreDelleRighe))[gruppi.indexOf(gruppo)] ?? 0;
}

function oreDelleRighe({ righe }: Gruppo): number {
  return righe.reduce((somma, riga) => somma + riga.centesimiDiOra, 0);
}

function avvertenzaSostituzione(righe: readonly Riga[], norme: Norme): string | undefined {
  const inSostituzione = righe.some(
    ({ condizioni }) => condizioni.tempoDeterminato && condizioni.sostituzione === true,
  );
  return inSostituzione ? norme.chiPaga.addizionale.at(-1)?.sostituzione.avvertenza : undefined;
}

/** What the other reading of the bands would give, when it moves a week from one group to the other. */
function altraLettura(
  situazione: Situazione,
  ore: OreGiornaliere,
  settimane: readonly SettimanaContata[],
  gruppi: readonly Gruppo[],
  contesto: ContestoTrimestre,
  norme: Norme,
): string[] {
  const altra = situazione.lettura === 'orario-unico' ? 'settimana-per-settimana' : 'orario-unico';
  const sue = contaSettimane(ore.calendario, ore.ore, situazione, altra);
  if (sue.every(({ gruppo }, indice) => gruppo === settimane[indice]?.gruppo)) return [];
  const nome =
    altra === 'orario-unico'
      ? 'Con un solo orario settimanale, come nel simulatore dell’INPS'
      : 'Contando settimana per settimana';
  const inizio = `${nome}, i contributi del trimestre sarebbero`;
  try {
    const importo = totaleContributi(raggruppa(situazione, altra, ore, sue, contesto, norme));
    const qui = totaleContributi(gruppi);
    return [`${inizio} ${euro(importo)} invece di ${euro(qui)}: le fonti non dicono quale lettura l’INPS applichi.`];
  } catch (errore) {
    if (!(errore instanceof ErroreDati)) throw errore;
    return [`${inizio} diversi: per saperlo manca un dato (${errore.message})`];
  }
}

function totaleContributi(gruppi: readonly Gruppo[]): ReturnType<typeof centesimi> {
  return centesimi(
    gruppi
      .flatMap(({ righe }) => righe)
      .reduce((somma, riga) => somma + perOra(riga.centesimiDiOra, riga.tariffa.contributoOrario), 0),
  );
}

function qualeScadenza(
  { cessazione, trimestre, territori }: Situazione,
  contesto: ContestoTrimestre,
  norme: Norme,
): Scadenza {
  return cessazione === undefined || cessazione > contesto.ultimo
    ? scadenza(trimestre, norme, territori)
    : scadenzaCessazione(cessazione, norme, territori);
}
