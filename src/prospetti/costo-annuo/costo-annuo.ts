import { calcola } from '../../contributi/calcola.ts';
import type { Calcolo } from '../../contributi/calcolo.ts';
import { fraseAccredito } from '../../contributi/settimane-accreditate.ts';
import type { Norme } from '../../norme/norme.ts';
import type { RegoleProspetti } from '../../norme/regole-prospetti.ts';
import { settimaneDelRapporto } from '../../scadenze/settimane.ts';
import { formatTrimestre, type Trimestre } from '../../scadenze/trimestre.ts';
import { centesimi, somma, type Centesimi } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { italiano, quanti } from '../../valori/italiano.ts';
import type { Passo } from '../../valori/spiegazione.ts';
import { euroIt } from '../formati.ts';
import { sottoIlMinimoDelFondo } from '../minimo-del-fondo.ts';
import type { DatiCosto } from './dati-costo.ts';
import { mesiDiServizio } from './mesi-di-servizio.ts';
import { retribuzioneAnnua, type RetribuzioneAnnua } from './retribuzione-annua.ts';
import { ore as testoOre } from '../../contributi/testo.ts';

/** What a rapporto costs in a year: pay, thirteenth, board, severance accrual, contributions. */
export interface CostoAnnuo {
  readonly dati: DatiCosto;
  readonly retribuzione: RetribuzioneAnnua;
  /** One a quarter with weeks to pay. */
  readonly trimestri: readonly Calcolo[];
  /** Of the year's quarters, whenever paid; associations included. */
  readonly contributi: {
    readonly totale: Centesimi;
    readonly quotaLavoratore: Centesimi;
    readonly quotaDatore: Centesimi;
  };
  /** Weeks that the year gives the worker. */
  readonly settimaneAccreditate: number;
  /** Part of the contributions that goes to the association. */
  readonly associazione: Centesimi;
  /** All that the year costs the employer, board at its conventional value included. */
  readonly totale: Centesimi;
  readonly totaleSenzaVittoAlloggio: Centesimi;
  /** Pay and thirteenth less the worker's share that is kept back. */
  readonly nettoLavoratore: Centesimi;
  /** Largest part of the contributions that the employer can deduct, were they all paid in one year. */
  readonly deducibile: Centesimi;
  readonly passi: readonly Passo[];
  readonly avvertenze: readonly string[];
}

/**
 * The year's cost of a rapporto, for "how much would it cost if". Contributions are those of the year's contribution weeks
 * (52 or 53 Saturdays); pay follows the collective contract's year of 52 weeks and 12 months.
 * @throws ErroreDati as `calcola` does; `rapporto-fuori-dall-anno` when the year has no week of it
 */
export function costoAnnuo(dati: DatiCosto, norme: Norme, regole: RegoleProspetti): CostoAnnuo {
  const retribuzione = retribuzioneAnnua(
    dati,
    mesiDiServizio(dati.anno, dati.assunzione, dati.cessazione),
    norme.tabella(dati.anno),
    regole.retribuzioneAnnua,
  );
  const trimestri = quartersToPay(dati).map((trimestre) => calcola({ ...dati, trimestre }, norme));
  if (trimestri.length === 0) {
    throw new ErroreDati('rapporto-fuori-dall-anno', { anno: dati.anno, campo: 'anno' });
  }
  const contributi = {
    totale: somma(trimestri.map(({ totale }) => totale)),
    quotaLavoratore: somma(trimestri.map(({ quotaLavoratore }) => quotaLavoratore)),
    quotaDatore: somma(trimestri.map(({ quotaDatore }) => quotaDatore)),
  };
  const aCarico = dati.quotaLavoratoreACarico ? contributi.totale : contributi.quotaDatore;
  const { paga, vittoAlloggio, tredicesima, tfr } = retribuzione;
  const senzaVitto = somma([paga, tredicesima, tfr, aCarico]);
  const associazioni = trimestri.flatMap(({ associazione }) => (associazione === null ? [] : [associazione]));
  const associazione = somma(associazioni.map(({ totale }) => totale));
  const datoreAssociazione = associazione - somma(associazioni.map(({ quotaLavoratore }) => quotaLavoratore));
  const totale = centesimi(senzaVitto + vittoAlloggio);
  return {
    dati,
    retribuzione,
    trimestri,
    contributi,
    settimaneAccreditate: accreditate(trimestri),
    associazione,
    totale,
    totaleSenzaVittoAlloggio: senzaVitto,
    nettoLavoratore: centesimi(paga + tredicesima - (dati.quotaLavoratoreACarico ? 0 : contributi.quotaLavoratore)),
    deducibile: centesimi(
      Math.min(regole.tributi.deduzioneContributi.massimo, contributi.quotaDatore - datoreAssociazione),
    ),
    passi: [...retribuzione.passi, ...contributionSteps(trimestri), totalStep(retribuzione, aCarico, totale)],
    avvertenze: notes(dati, trimestri, regole, norme),
  };
}

/** A year of a fund's contribution below what gives its benefits. */
function sottoIlMinimo({ anno, associazione }: DatiCosto, trimestri: readonly Calcolo[], norme: Norme): string[] {
  if (associazione === undefined) return [];
  const versati = somma(trimestri.map((calcolo) => calcolo.associazione?.totale ?? centesimi(0)));
  const sotto = sottoIlMinimoDelFondo(associazione, anno, versati, norme);
  if (sotto === undefined) return [];
  return [
    italiano`L’${associazione} del ${anno} è ${euroIt(versati)}, sotto i ${euroIt(sotto.minimo)} che danno diritto alle prestazioni del fondo: ` +
      `si può versare la differenza, ${euroIt(sotto.manca)}.`,
  ];
}

function accreditate(trimestri: readonly Calcolo[]): number {
  return trimestri.reduce((somma, calcolo) => somma + calcolo.settimaneAccreditate, 0);
}

function quartersToPay({ anno, assunzione, cessazione }: DatiCosto): Trimestre[] {
  const tutti = ([1, 2, 3, 4] as const).map((numero): Trimestre => ({ anno, numero }));
  return tutti.filter((trimestre) => settimaneDelRapporto(trimestre, assunzione, cessazione).length > 0);
}

function contributionSteps(trimestri: readonly Calcolo[]): Passo[] {
  return trimestri.map((calcolo) => ({
    etichetta: `Contributi del trimestre ${formatTrimestre(calcolo.trimestre)}, ${calcolo.fascia}ª fascia`,
    formula: `${testoOre(calcolo.ore)} in ${quanti(calcolo.settimane, 'settimana', 'settimane')} × ${euroIt(calcolo.contributoOrario)}${
      calcolo.associazione === null ? '' : ` + ${calcolo.associazione.codice} ${euroIt(calcolo.associazione.totale)}`
    }`,
    risultato: `${euroIt(calcolo.totale)} (datore ${euroIt(calcolo.quotaDatore)}, lavoratore ${euroIt(calcolo.quotaLavoratore)})`,
    fonte: calcolo.passi.find(({ etichetta }) => etichetta === 'Contributo orario')?.fonte ?? {
      titolo: `tabella dei contributi ${calcolo.trimestre.anno}`,
    },
  }));
}

function totalStep(
  { paga, vittoAlloggio, tredicesima, tfr }: RetribuzioneAnnua,
  aCarico: Centesimi,
  totale: Centesimi,
): Passo {
  const voci = [paga, tredicesima, ...(vittoAlloggio === 0 ? [] : [vittoAlloggio]), tfr, aCarico];
  return {
    etichetta: 'Costo dell’anno per il datore di lavoro',
    formula: voci.map(euroIt).join(' + '),
    risultato: euroIt(totale),
    fonte: { titolo: 'somma delle voci qui sopra', certezza: 'calcolata' },
  };
}

/** The months of hiring and end are whole in pay, thirteenth, holidays and TFR; contributions go by the true weeks. */
function mesiInteri({ anno, assunzione, cessazione }: DatiCosto): string[] {
  const dentro = [assunzione, cessazione].some((giorno) => giorno !== undefined && giorno.startsWith(`${anno}-`));
  if (!dentro) return [];
  return [
    'Paga, tredicesima, ferie e TFR contano interi i mesi con almeno 15 giorni di rapporto e lasciano fuori gli altri; i contributi ' +
      'seguono le settimane.',
  ];
}

function notes(dati: DatiCosto, trimestri: readonly Calcolo[], regole: RegoleProspetti, norme: Norme): string[] {
  const settimane = trimestri.reduce((quante, calcolo) => quante + calcolo.settimane, 0);
  const delTrimestre = trimestri.flatMap(({ avvertenze }) => avvertenze);
  return [
    ...new Set([
      ...delTrimestre.filter((frase) => frase.includes('proiezione')),
      ...mesiInteri(dati),
      fraseAccredito([{ settimane, settimaneAccreditate: accreditate(trimestri) }], norme.criteri.criteri),
      ...(settimane > regole.retribuzioneAnnua.anno.settimane
        ? [
            italiano`Le settimane di contribuzione del ${dati.anno} sono ${settimane}: i contributi sono di una settimana in più della paga.`,
          ]
        : []),
      ...(dati.quotaLavoratoreACarico
        ? ['La quota del lavoratore è pagata dal datore: non riduce il netto e non è deducibile.']
        : []),
      'Il TFR matura ogni anno ma si paga alla fine del rapporto (o in anticipo, fino al 70%); qui non c’è la rivalutazione degli anni prima.',
      ...regole.retribuzioneAnnua.tfr.note,
      ...delTrimestre.filter((frase) => frase.includes('fascia')),
      ...sottoIlMinimo(dati, trimestri, norme),
    ]),
  ];
}
