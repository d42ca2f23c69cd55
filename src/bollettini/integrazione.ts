import type { Calcolo } from '../contributi/calcolo.ts';
import { calcoloToJson } from '../contributi/json.ts';
import { formatTrimestre } from '../scadenze/trimestre.ts';
import { Decimale } from '../valori/decimale.ts';
import { centesimi, type Centesimi, formatEuro, formatEuroItaliano, parseEuro, somma } from '../valori/denaro.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { italiano } from '../valori/italiano.ts';
import type { Passo } from '../valori/spiegazione.ts';
import type { BaseDiCalcolo } from './base-di-calcolo.ts';
import type { Bollettino } from './bollettino.ts';
import { type CalcoloEmesso, calcoloEmesso } from './calcolo-emesso.ts';
import { type Pagato, versatoNetto } from './decisione.ts';
import type { CalcoloPersistito } from './calcolo-persistito.ts';
import { toPersistiti } from './dati-persistiti.ts';
import { isSoloFondo } from './fondo-del-bollettino.ts';
import type { CambioBollettino } from './porte.ts';
import { quante, type Settimane } from './settimane-coperte.ts';

/** What was paid for the weeks that an integration tells anew, as its figures are worked out from it. */
export type Versato = Pick<CalcoloEmesso, 'ore' | 'quotaLavoratore' | 'associazione'> & {
  readonly importo: Centesimi;
};

const NULLA: Versato = {
  ore: new Decimale(0),
  quotaLavoratore: centesimi(0),
  associazione: null,
  importo: centesimi(0),
};

/** The sum of what these paid. */
export function versatoDi(pagati: readonly (Pagato & Pick<Bollettino, 'calcolo'>)[]): Versato {
  return pagati.reduce((versato, pagato) => {
    const { calcolo } = pagato;
    const emesso = calcoloEmesso(calcolo);
    return {
      // The fund alone pays for no hour.
      ore: isSoloFondo(pagato) ? versato.ore : versato.ore.plus(emesso.ore),
      quotaLavoratore: centesimi(versato.quotaLavoratore + emesso.quotaLavoratore),
      associazione: add(versato.associazione, emesso.associazione, 1),
      importo: centesimi(versato.importo + versatoNetto(pagato)),
    };
  }, NULLA);
}

/**
 * What an integration keeps: the whole quarter as it is told now, with its steps, and in its figures the difference from what
 * was paid, so that statements which add bollettini up come to the quarter's own hours and shares.
 * @param calcoli the quarter's, one a group of weeks
 * @throws ErroreDati `nulla-da-integrare` (409) when the quarter comes to no more than was paid
 */
export function contenutoIntegrazione(
  base: BaseDiCalcolo,
  calcoli: readonly Calcolo[],
  versato: Versato,
  settimane: Settimane,
): CambioBollettino {
  const principale = calcoli.reduce((a, b) => (b.totale > a.totale ? b : a));
  const dovuto = somma(calcoli.map(({ totale }) => totale));
  const importo = centesimi(dovuto - versato.importo);
  if (importo <= 0) throw nothingToIntegrate(principale, dovuto, versato.importo);
  const quotaLavoratore = centesimi(somma(calcoli.map((calcolo) => calcolo.quotaLavoratore)) - versato.quotaLavoratore);
  const ore = calcoli.reduce((totale, calcolo) => totale.plus(calcolo.ore), new Decimale(0)).minus(versato.ore);
  const associazione = add(
    calcoli.reduce<Versato['associazione']>((totale, calcolo) => add(totale, calcolo.associazione, 1), null),
    versato.associazione,
    -1,
  );
  const { dettaglio: _, ...json } = calcoloToJson(principale);
  return {
    gruppo: principale.gruppo,
    importo,
    scadenza: principale.scadenza.scadenza,
    settimane,
    dati: toPersistiti(base, principale),
    calcolo: {
      ...json,
      settimane: quante(settimane),
      ore: ore.toNumber(),
      totale: formatEuro(importo),
      quotaLavoratore: formatEuro(quotaLavoratore),
      quotaDatore: formatEuro(centesimi(importo - quotaLavoratore)),
      associazione: associazione && {
        codice: associazione.codice,
        totale: formatEuro(associazione.totale),
        quotaLavoratore: formatEuro(associazione.quotaLavoratore),
      },
      versato: {
        importo: formatEuro(versato.importo),
        ore: versato.ore.toFixed(),
        quotaLavoratore: formatEuro(versato.quotaLavoratore),
        associazione: versato.associazione && {
          codice: versato.associazione.codice,
          totale: formatEuro(versato.associazione.totale),
          quotaLavoratore: formatEuro(versato.associazione.quotaLavoratore),
        },
      },
      passi: [...calcoli.flatMap(({ passi }) => passi), differenza(principale, dovuto, versato.importo)],
      avvertenze: [...new Set(calcoli.flatMap(({ avvertenze }) => avvertenze))],
    },
  };
}

/** Whether a bollettino asks a difference. Those issued as integrations by older versions asked for hours of their own. */
export function isDifferenza({ calcolo }: { readonly calcolo: CalcoloPersistito }): boolean {
  return calcolo['versato'] !== undefined;
}

/** What had been paid when an integration was issued, read back from what it keeps. */
export function versatoAllora({ calcolo }: { readonly calcolo: CalcoloPersistito }): Versato {
  const { importo, ...resto } = calcolo['versato'] as { readonly importo: string } & Record<string, unknown>;
  const emesso = calcoloEmesso({ ...calcolo, ...resto });
  return {
    importo: parseEuro(importo),
    ore: emesso.ore,
    quotaLavoratore: emesso.quotaLavoratore,
    associazione: emesso.associazione,
  };
}

function differenza({ trimestre }: Calcolo, dovuto: Centesimi, versato: Centesimi): Passo {
  const euro = (importo: Centesimi) => `${formatEuroItaliano(importo)} €`;
  return {
    etichetta: italiano`Integrazione: quanto manca a quel che si è già versato per il ${formatTrimestre(trimestre)}`,
    formula: `${euro(dovuto)} − ${euro(versato)}`,
    risultato: euro(centesimi(dovuto - versato)),
    fonte: { titolo: 'ricevute di pagamento di questo trimestre' },
  };
}

function add(a: Versato['associazione'], b: Versato['associazione'], segno: 1 | -1): Versato['associazione'] {
  if (b === null) return a;
  return {
    codice: a?.codice ?? b.codice,
    totale: centesimi((a?.totale ?? 0) + segno * b.totale),
    quotaLavoratore: centesimi((a?.quotaLavoratore ?? 0) + segno * b.quotaLavoratore),
  };
}

function nothingToIntegrate({ trimestre }: Calcolo, dovuto: Centesimi, versato: Centesimi): ErroreDati {
  return new ErroreDati('nulla-da-integrare', {
    trimestre: formatTrimestre(trimestre),
    dovuto: formatEuroItaliano(dovuto),
    versato: formatEuroItaliano(versato),
    campo: 'ore',
  });
}
