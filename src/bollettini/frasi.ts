import { MOTIVI_SOSPENSIONE } from '../anagrafe/sospensione-obbligo.ts';
import { formatTrimestre } from '../scadenze/trimestre.ts';
import { formatEuroItaliano, somma } from '../valori/denaro.ts';
import { formatGiornoItaliano, type Giorno } from '../valori/giorno.ts';
import { italiano } from '../valori/italiano.ts';
import type { Bollettino } from './bollettino.ts';
import { versatoNetto } from './decisione.ts';
import type { EsitoEmissione } from './emetti-trimestre.ts';
import type { SospensioneDetta } from './sospensione-del-trimestre.ts';
import { PAROLE_AVVISI, type ParoleBollettino } from './parole.ts';

/** What issuing came to, for who asked for it: the new and the dead are both named. */
export function frasiEsito(
  { emessi, sostituiti, tenuti, versati, eccedenza, ritardi, daDire, condizioniDal, finitoIl }: EsitoEmissione,
  parole: ParoleBollettino = PAROLE_AVVISI,
): readonly string[] {
  const inBreve = (uno: Bollettino) => `${formatTrimestre(uno.trimestre)}, ${parole.nomina(uno)}`;
  return [
    ...emessi.map((uno) => `${uno.integrazione === undefined ? 'Emesso' : 'Emessa l’integrazione'}: ${inBreve(uno)}.`),
    ...tenuti.map((uno) => `Resta quello che c’era, che chiede lo stesso importo: ${inBreve(uno)}.`),
    ...sostituiti.map((uno) => `Annullato: ${inBreve(uno)}. ${parole.annullato}`),
    ...ritardi,
    ...daDire,
    ...(condizioniDal === undefined
      ? []
      : [
          italiano`Le nuove condizioni valgono dal ${formatGiornoItaliano(condizioniDal)}: i trimestri che seguono si propongono con queste.`,
        ]),
    ...(finitoIl === undefined ? [] : [fraseFine(finitoIl)]),
    ...(versati.length > 0 && emessi.length + tenuti.length === 0 ? [afterPayment(versati, eccedenza)] : []),
  ];
}

/** What was taken away, by the names that its notice has: who kept a printed one finds it again. */
export function fraseEliminato(bollettino: Bollettino): string {
  const { nomina, annullato } = PAROLE_AVVISI;
  const quale = `${formatTrimestre(bollettino.trimestre)}, ${nomina(bollettino)}`;
  return `Eliminato: ${quale}. ${annullato} I contributi restano dovuti.`;
}

/** That the end was written, and what is left to do with it. */
export function fraseFine(finitoIl: Giorno): string {
  return italiano`La fine del rapporto, il ${formatGiornoItaliano(finitoIl)}, è scritta nel registro: all’INPS va comunicata a parte.`;
}

/** That a quarter owes nothing, or owes again, and what is left to do with INPS. */
export function fraseSospensione({ trimestre, motivo }: SospensioneDetta): string {
  return motivo === null
    ? `per il trimestre ${formatTrimestre(trimestre)} i contributi si devono di nuovo.`
    : `per il trimestre ${formatTrimestre(trimestre)} non si deve nulla (${MOTIVI_SOSPENSIONE[motivo]}). All’INPS la sospensione si comunica a parte, entro il mese in cui si dovrebbe pagare.`;
}

function afterPayment(versati: readonly Bollettino[], eccedenza: EsitoEmissione['eccedenza']): string {
  const versato = formatEuroItaliano(somma(versati.map(versatoNetto)));
  return eccedenza === 0
    ? `Sono già stati versati ${versato} €, quanto è dovuto: non c’è altro da versare.`
    : `Sono già stati versati ${versato} €, cioè ${formatEuroItaliano(eccedenza)} € più del dovuto: si chiedono a rimborso all’INPS, con la ricevuta e le ore vere del trimestre. La somma resta segnalata finché non è restituita.`;
}
