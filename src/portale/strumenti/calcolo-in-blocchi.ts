import type { Calcolo } from '../../contributi/calcolo.ts';
import { fraseAccredito } from '../../contributi/settimane-accreditate.ts';
import { norme } from '../../norme/norme.ts';
import { premesse } from '../../norme/premesse.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { formatEuroItaliano, somma } from '../../valori/denaro.ts';
import { GRUPPI } from '../viste/bollettino.ts';
import { data, euro, numero, premesseInBlocchi, type Blocco } from './blocchi.ts';
import { italiano } from '../../valori/italiano.ts';

const SEGNI = { '0': 'non pagata', '1': 'pagata', '2': 'preavviso' } as const;

/** One or two bollettini of a quarter told as it was: amounts, weeks, rows by tariff, steps. */
export function calcoliInBlocchi(calcoli: readonly Calcolo[]): Blocco[] {
  const totale = somma(calcoli.map((calcolo) => calcolo.totale));
  const [primo] = calcoli;
  const anni = calcoli.map(({ trimestre }) => trimestre.anno);
  return [
    ...premesseInBlocchi(premesse(norme(), anni)),
    {
      tipo: 'importo',
      titolo: `Contributi del trimestre ${primo === undefined ? '' : formatTrimestre(primo.trimestre)}`,
      importo: euro(totale),
      nota:
        calcoli.length < 2
          ? ''
          : `In ${calcoli.length} bollettini: ${calcoli.map((calcolo) => `${euro(calcolo.totale)} per le ${GRUPPI[calcolo.gruppo]}`).join(', ')}.`,
    },
    { tipo: 'avvertenze', frasi: [...new Set(calcoli.flatMap(({ avvertenze }) => avvertenze))] },
    ...(primo === undefined
      ? []
      : [{ tipo: 'esito' as const, tono: 'info' as const, testo: fraseAccredito(calcoli, norme().criteri.criteri) }]),
    ...(primo?.dettaglio === undefined ? [] : [weeks(primo)]),
    ...calcoli.flatMap((calcolo) => one(calcolo, calcoli.length)),
  ];
}

function one(calcolo: Calcolo, quanti: number): Blocco[] {
  const titolo = quanti < 2 ? 'Il bollettino' : `Il bollettino delle ${GRUPPI[calcolo.gruppo]}`;
  return [
    {
      tipo: 'dati',
      titolo,
      voci: [
        ['Importo', euro(calcolo.totale)],
        ['A carico del lavoratore', euro(calcolo.quotaLavoratore)],
        ['A carico del datore', euro(calcolo.quotaDatore)],
        ['Ore retribuite', numero(calcolo.ore)],
        ['Settimane', String(calcolo.settimane)],
        ['Settimane accreditate nel trimestre', String(calcolo.settimaneAccreditate)],
        ['Si paga', italiano`dal ${data(calcolo.scadenza.apertura)} al ${data(calcolo.scadenza.scadenza)}`],
        ...(calcolo.dettaglio === undefined
          ? []
          : [['Settimane, come sull’avviso', calcolo.dettaglio.segniSettimane] as const]),
        ...(calcolo.dettaglio?.sgravi ?? []).map(
          ({ nome, importo, aCarico }) =>
            [italiano`${nome}, sulla quota del ${aCarico}`, `− ${euro(importo)}`] as const,
        ),
      ],
    },
    ...(calcolo.dettaglio === undefined || calcolo.dettaglio.righe.length < 2 ? [] : [rows(calcolo)]),
    {
      tipo: 'passi',
      titolo: quanti < 2 ? 'Come ci si arriva' : `Come si arriva a ${euro(calcolo.totale)}`,
      passi: calcolo.passi,
    },
  ];
}

function weeks({ dettaglio }: Calcolo): Blocco {
  return {
    tipo: 'tabella',
    titolo: 'Le settimane del trimestre',
    colonne: [
      { testo: 'Da domenica' },
      { testo: 'A sabato' },
      { testo: 'Ore', numero: true },
      { testo: 'Settimana' },
      { testo: 'Bollettino' },
    ],
    righe: (dettaglio?.settimane ?? []).map(({ domenica, sabato, ore, segno, gruppo }) => [
      data(domenica),
      data(sabato),
      numero(ore),
      SEGNI[segno],
      gruppo === null ? '–' : GRUPPI[gruppo],
    ]),
    totale: null,
  };
}

function rows({ dettaglio, totale }: Calcolo): Blocco {
  return {
    tipo: 'tabella',
    titolo: 'Le ore per tariffa',
    colonne: [
      { testo: 'Fascia' },
      { testo: 'Ore', numero: true },
      { testo: 'Contributo orario €', numero: true },
      { testo: 'Importo €', numero: true },
    ],
    righe: (dettaglio?.righe ?? []).map((riga) => [
      `${riga.fascia}ª, ${riga.senzaCuaf ? 'senza' : 'con'} CUAF${riga.tempoDeterminato ? ', a termine' : ''}`,
      numero(riga.ore),
      formatEuroItaliano(riga.contributoOrario),
      formatEuroItaliano(riga.totale),
    ]),
    totale: ['In tutto', '', '', formatEuroItaliano(totale)],
  };
}
