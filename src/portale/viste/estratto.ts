import type { DatiProspetto, SezioneProspetto } from '../../avvisi/prospetto-pdf.ts';
import type { Estratto } from '../../prospetti/attestazione/index.ts';
import { raggruppa } from '../../prospetti/raggruppa.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { numero } from '../strumenti/blocchi.ts';
import { inCarta, type Stampa } from './prospetti.ts';

const IN_COMUNE = [
  { titolo: 'Ore', parte: 2, aDestra: true },
  { titolo: 'Paga effettiva €', parte: 3, aDestra: true },
  { titolo: 'Settimane', parte: 2, aDestra: true },
  { titolo: 'Accreditate', parte: 2.3, aDestra: true },
  { titolo: 'Importo €', parte: 2.4, aDestra: true },
] as const;
const COLONNE = [{ titolo: 'Trimestre', parte: 2.2 }, { titolo: 'Pagato il', parte: 2.6 }, ...IN_COMUNE] as const;
const COLONNE_ANNI = [
  { titolo: 'Anno', parte: 7.8 },
  ...IN_COMUNE.filter(({ titolo }) => titolo !== 'Paga effettiva €'),
];

/** The worker's extract as it is read on page and paper. */
export function estrattoInProspetto(prospetto: Estratto, stampa: Stampa): DatiProspetto {
  const { lavoratore, avvertenze } = prospetto;
  const persona = `${lavoratore.nome} ${lavoratore.cognome} (${lavoratore.codiceFiscale})`;
  return inCarta('Estratto dei contributi di lavoro domestico', `Lavoratore: ${persona}.`, stampa, [
    ...tabellePerRapporto(prospetto),
    ...annoPerAnno(prospetto),
    ...avvertenze.map((testo) => ({ testo })),
  ]);
}

/** A table for each rapporto: whose employer it is stands over it, once. */
function tabellePerRapporto({ righe }: Estratto): SezioneProspetto[] {
  const gruppi = raggruppa(righe, ({ datore, codiceRapporto }) => `${datore.codiceFiscale} ${codiceRapporto}`);
  return [...gruppi.values()].flatMap((sue) => {
    const [prima] = sue;
    if (prima === undefined) return [];
    const { datore, codiceRapporto } = prima;
    const titolo = `${datore.cognome} ${datore.nome} (${datore.codiceFiscale}), rapporto ${codiceRapporto}`;
    return [{ titolo, tabella: { colonne: COLONNE, righe: sue.map(cellsOf) } }];
  });
}

function cellsOf(riga: Estratto['righe'][number]): string[] {
  return [
    formatTrimestre(riga.trimestre),
    formatGiornoItaliano(riga.pagatoIl),
    numero(riga.ore),
    riga.retribuzioneOrariaEffettiva === null ? '–' : formatEuroItaliano(riga.retribuzioneOrariaEffettiva),
    String(riga.settimane),
    // Those of the quarter stand on its first line.
    riga.settimaneAccreditate === null ? '–' : String(riga.settimaneAccreditate),
    formatEuroItaliano(riga.importo),
  ];
}

function annoPerAnno({ anni }: Estratto): SezioneProspetto[] {
  if (anni.length === 0) return [];
  const righe = anni.map(({ anno, ore, settimane, settimaneAccreditate, importo }) => [
    String(anno),
    numero(ore),
    String(settimane),
    String(settimaneAccreditate),
    formatEuroItaliano(importo),
  ]);
  return [{ titolo: 'Anno per anno', tabella: { colonne: COLONNE_ANNI, righe } }];
}
