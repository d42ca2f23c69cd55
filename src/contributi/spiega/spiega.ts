import type { Norme } from '../../norme/norme.ts';
import type { Passo } from '../../valori/spiegazione.ts';
import type { Conto } from '../conto/gruppo.ts';
import type { ImportiGruppo } from '../conto/importi.ts';
import { avvertenzeGruppo } from './avvertenze-gruppo.ts';
import { avvertenzeTrimestre } from './avvertenze-trimestre.ts';
import { daDire } from './da-dire.ts';
import { passiImporti } from './passi-importi.ts';
import { passiOre } from './passi-ore.ts';
import { passiRiga } from './passi-riga.ts';
import { passoAccredito } from '../settimane-accreditate.ts';

/** Why an amount is what it is, and what a person should know and decide about it. */
export interface Spiegazione {
  readonly passi: readonly Passo[];
  /** Italian sentences. */
  readonly avvertenze: readonly string[];
  /** Those that not even a row of a file goes without. */
  readonly daDire: readonly string[];
}

/** The explanation of a quarter, one for each group of weeks; called only by who shows it. */
export function spiega(conto: Conto, importi: readonly ImportiGruppo[], norme: Norme): Spiegazione[] {
  const { scadenza } = conto;
  const dette = daDire(conto, norme);
  const comuni = avvertenzeTrimestre(conto, importi, norme);
  for (const frase of dette) if (!scadenza.avvertenze.includes(frase)) comuni.push(frase);
  const accredito = sullAccredito(conto);
  return conto.gruppi.map((gruppo, n) => {
    const soldi = importi[n] as ImportiGruppo;
    const passi: Passo[] = [];
    passiOre(passi, conto, gruppo);
    for (const riga of gruppo.righe) passiRiga(passi, conto, gruppo, riga, norme);
    passiImporti(passi, gruppo, importi, n, norme);
    for (const passo of scadenza.passi) passi.push(passo);
    passi.push(accredito);
    // The last group takes the list itself: a quarter of one, which most are, copies nothing.
    const avvertenze = n === conto.gruppi.length - 1 ? comuni : [...comuni];
    avvertenzeGruppo(avvertenze, conto, gruppo, soldi, norme);
    for (const frase of scadenza.avvertenze) avvertenze.push(frase);
    return { passi, avvertenze, daDire: dette };
  });
}

/** The weeks credited are those of the whole quarter: its groups together. */
function sullAccredito({ gruppi, settimaneAccreditate, contesto }: Conto): Passo {
  let ore = 0;
  let settimane = 0;
  for (const gruppo of gruppi) {
    settimane += gruppo.settimane;
    for (const { centesimiDiOra } of gruppo.righe) ore += centesimiDiOra;
  }
  return passoAccredito(settimaneAccreditate, ore, settimane, contesto.criteri);
}
