import type { DatiProspetto, SezioneProspetto } from '../../avvisi/prospetto-pdf.ts';
import type { Voce } from '../../avvisi/stampa/scheda.ts';
import { formatCodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import { raggruppa } from '../../prospetti/raggruppa.ts';
import { sommaQuote, type Attestazione, type Ripartizione } from '../../prospetti/attestazione/index.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { italiano } from '../../valori/italiano.ts';
import { euro } from '../strumenti/blocchi.ts';
import { inCarta, type Stampa } from './prospetti.ts';

/** The employer's statement of a year, as it is read on page and paper. */
export function attestazioneInProspetto(prospetto: Attestazione, stampa: Stampa): DatiProspetto {
  const { datore, anno, criterio } = prospetto;
  const quando = criterio === 'anno-di-pagamento' ? italiano`pagati nel ${anno}` : italiano`dei trimestri del ${anno}`;
  const rapporti = tabellePerRapporto(prospetto);
  const persona = `${datore.nome} ${datore.cognome} (${datore.codiceFiscale})`;
  return inCarta(`Attestazione dei contributi ${quando}`, `Datore di lavoro: ${persona}.`, stampa, [
    { titolo: 'In tutto', voci: totaleInVoci(prospetto) },
    ...rapporti,
    // Who has one rapporto has the sum of it under its table.
    ...(prospetto.perLavoratore.length < rapporti.length ? [perLavoratore(prospetto)] : []),
    ...prospetto.avvertenze.map((testo) => ({ testo })),
  ]);
}

function totaleInVoci({ totali, deducibile, massimo }: Attestazione): Voce[] {
  return [
    { etichetta: 'Versato', valore: euro(totali.importo) },
    { etichetta: 'Quota a carico del lavoratore', valore: euro(totali.quotaLavoratore) },
    { etichetta: 'Assistenza contrattuale', valore: euro(totali.associazione) },
    { etichetta: 'Quota a carico del datore', valore: euro(totali.quotaDatore), forte: true },
    ...(deducibile === null || massimo === null
      ? []
      : [
          { etichetta: 'Massimo deducibile in un anno', valore: euro(massimo) },
          { etichetta: 'Deducibile nella dichiarazione', valore: euro(deducibile), forte: true },
        ]),
  ];
}

const COLONNE = [
  { titolo: 'Trimestre', parte: 15 },
  { titolo: 'Pagato il', parte: 16 },
  { titolo: 'IUV', parte: 31, codice: true },
  { titolo: 'Codice avviso', parte: 26, codice: true },
  { titolo: 'Datore €', parte: 15, aDestra: true },
  { titolo: 'Lavoratore €', parte: 17, aDestra: true },
  { titolo: 'Assistenza €', parte: 17, aDestra: true },
  { titolo: 'Importo €', parte: 16, aDestra: true },
] as const;

/** A table for each rapporto: whose it is stands over it, once. */
function tabellePerRapporto({ righe }: Attestazione): SezioneProspetto[] {
  const gruppi = raggruppa(
    righe,
    ({ bollettino }) => `${bollettino.lavoratore.codiceFiscale} ${bollettino.codiceRapporto}`,
  );
  return [...gruppi.values()].flatMap((sue) => {
    const primo = sue[0]?.bollettino;
    if (primo === undefined) return [];
    const { lavoratore, codiceRapporto } = primo;
    return [
      {
        titolo: `${lavoratore.cognome} ${lavoratore.nome} (${lavoratore.codiceFiscale}), rapporto ${codiceRapporto}`,
        tabella: {
          colonne: COLONNE,
          righe: sue.map(({ bollettino, ...quote }) => [
            formatTrimestre(bollettino.trimestre),
            formatGiornoItaliano(bollettino.pagatoIl),
            bollettino.iuv ?? '–',
            bollettino.codiceAvviso === null ? '–' : formatCodiceAvviso(bollettino.codiceAvviso),
            ...inEuro(quote),
          ]),
          totali: ['Totale', '', '', '', ...inEuro(sommaQuote(sue))],
        },
      },
    ];
  });
}

function perLavoratore({ perLavoratore: gruppi }: Attestazione): SezioneProspetto {
  const righe = gruppi.map(({ lavoratore, totali }) => [`${lavoratore.cognome} ${lavoratore.nome}`, ...inEuro(totali)]);
  return {
    titolo: 'Per lavoratore',
    tabella: { colonne: [{ titolo: 'Lavoratore', parte: 60 }, ...COLONNE.slice(4)], righe },
  };
}

function inEuro({ quotaDatore, quotaLavoratore, associazione, importo }: Ripartizione): string[] {
  return [quotaDatore, quotaLavoratore, associazione, importo].map(formatEuroItaliano);
}
