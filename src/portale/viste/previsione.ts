import { z } from 'zod';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { conArticolo, italiano } from '../../valori/italiano.ts';
import { formatGiornoItaliano, parseGiorno } from '../../valori/giorno.ts';
import { versatoNetto } from '../../bollettini/decisione.ts';
import type { Bollettino } from '../../bollettini/bollettino.ts';
import type { Consenso } from '../../bollettini/consenso.ts';
import type { Previsione } from '../../bollettini/emetti-trimestre.ts';
import { PAROLE_AVVISI, type ParoleBollettino } from '../../bollettini/parole.ts';
import { type Centesimi, formatEuroItaliano, somma } from '../../valori/denaro.ts';

/** What issuing would come to, for who is asked to agree. */
export interface VistaPrevisione {
  /** What is in the way, and what becomes of it. */
  readonly frasi: readonly string[];
  /** Absent when there is nothing to issue. */
  readonly bottone: string | null;
  /** What pressing the button agrees to, as the form sends it back. */
  readonly consenso: string;
  /** The quarter is prescribed: it is issued only with the day of an act that interrupted its term. */
  readonly chiedeAtto: boolean;
}

/** @param previsioni one a quarter; two where the last week belongs to the next one */
export function toVistaPrevisione(
  previsioni: readonly Previsione[],
  { nomina, annullato }: ParoleBollettino = PAROLE_AVVISI,
): VistaPrevisione {
  const sostituiti = previsioni.flatMap((una) => una.sostituiti);
  const versati = previsioni.flatMap((una) => una.versati);
  const tenuti = previsioni.flatMap((una) => una.tenuti);
  const nuovi = previsioni.flatMap((una) => una.nuovi).length;
  const differenze = previsioni.flatMap(({ integrazione }) => integrazione?.importo ?? []);
  const eccedenza = somma(previsioni.map((una) => una.eccedenza));
  const prescritto = previsioni.find((una) => una.prescritto !== undefined)?.prescritto;
  const inPagamento = sostituiti.some(({ stato }) => stato === 'in-pagamento');
  const qualcosa = nuovi + differenze.length > 0 || eccedenza > 0 || (sostituiti.length > 0 && versati.length > 0);
  return {
    frasi: [
      ...restSentence(previsioni),
      ...(prescritto === undefined ? previsioni.flatMap(({ ritardo }) => ritardo ?? []) : [prescritto]),
      ...(versati.length === 0 ? [] : paid(versati, differenze, { eccedenza, nuovi, nomina })),
      ...tenuti.map((uno) => `C’è già un bollettino che chiede questo importo: ${nomina(uno)}.`),
      ...sostituiti.map((uno) =>
        uno.stato === 'in-pagamento'
          ? `Un pagamento è in corso (${nomina(uno)}): attenderne l’esito prima di cambiare.`
          : `Non è ancora pagato: ${nomina(uno)}. ${nuovi + differenze.length > 0 ? 'Il nuovo ne prende il posto.' : 'Non serve più: si annulla.'} ${annullato}`,
      ),
    ],
    bottone:
      inPagamento || prescritto !== undefined || !qualcosa ? null : buttonFor(differenze, sostituiti.length > 0, nuovi),
    chiedeAtto: prescritto !== undefined && qualcosa && !inPagamento,
    consenso: [
      ...(sostituiti.length + tenuti.length > 0 ? ['sostituisci'] : []),
      ...(versati.length > 0 ? ['integra'] : []),
    ].join(' '),
  };
}

/** What a form sent back; anything else agrees to nothing. */
export function parseConsenso(scritto: string, attoInterruttivo = ''): Consenso {
  const detti = scritto.split(' ');
  const atto = attoInterruttivo.trim();
  return {
    sostituisci: detti.includes('sostituisci'),
    integra: detti.includes('integra'),
    ...(atto !== '' && { interrottaIl: parseGiorno(atto, 'attoInterruttivo') }),
  };
}

/** The day of an act, as a form sends it. */
export const attoScritto = z.string().max(40).default('');

/** An end in a quarter's last days gives two bollettini: the second is named before it is issued. */
function restSentence(previsioni: readonly Previsione[]): string[] {
  const [, resto] = previsioni;
  const [nuovo] = resto?.nuovi ?? [];
  if (nuovo === undefined) return [];
  const { trimestre, scadenza } = nuovo.calcolo;
  const quanto = euro(somma((resto?.nuovi ?? []).map(({ calcolo }) => calcolo.totale)));
  return [
    italiano`Si emette anche il bollettino del ${formatTrimestre(trimestre)}, per l’ultima settimana: ${quanto}, da pagare entro ${conArticolo('il', formatGiornoItaliano(scadenza.giornoSicuro ?? scadenza.scadenza))}.`,
  ];
}

function paid(
  versati: readonly Bollettino[],
  differenze: readonly Centesimi[],
  {
    eccedenza,
    nuovi,
    nomina,
  }: { readonly eccedenza: Centesimi; readonly nuovi: number } & Pick<ParoleBollettino, 'nomina'>,
): string[] {
  const versato = somma(versati.map(versatoNetto));
  const inizio = `Per queste settimane sono già stati versati ${euro(versato)} (${versati.map(nomina).join('; ')}).`;
  if (eccedenza > 0) {
    return [
      `${inizio} Con questi dati sono ${euro(eccedenza)} più del dovuto: non c’è nulla da versare, e la differenza si chiede a rimborso all’INPS.`,
    ];
  }
  if (differenze.length > 0) return [`${inizio} Mancano ${euro(somma(differenze))}: si versano con un’integrazione.`];
  return [
    nuovi > 0 ? `${inizio} Restano le altre settimane.` : `${inizio} È quanto è dovuto: non c’è altro da versare.`,
  ];
}

function buttonFor(differenze: readonly Centesimi[], sostituisce: boolean, nuovi: number): string {
  if (differenze.length > 0) return `Prepara l’integrazione di ${euro(somma(differenze))}`;
  if (nuovi === 0)
    return sostituisce ? 'Annulla il bollettino che non serve più' : 'Segnala la somma da chiedere a rimborso';
  return sostituisce ? 'Sostituisci il bollettino' : 'Aggiungi ai bollettini';
}

function euro(importo: Centesimi): string {
  return `${formatEuroItaliano(importo)} €`;
}
