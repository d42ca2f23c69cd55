import type { Norme } from '../../norme/norme.ts';
import { dividiMezzoInSu } from '../../valori/arrotondamento.ts';
import { centesimi } from '../../valori/denaro.ts';
import type { Assistenza } from '../assistenza.ts';
import { type TariffaAssistenza, tariffaAssistenza } from '../tariffa-assistenza.ts';
import type { CodiceAssociazione } from '../calcolo.ts';
import { ORA, testoOre } from './centesimi-di-ora.ts';
import type { GiornoPagato } from './righe.ts';
import { ripartisci } from './ripartizione.ts';

/**
 * The contractual assistance by the day of each hour: where the amount changes inside the quarter's weeks (1 January
 * 2021), the hours before keep the old one.
 * @param ore hours to count (hundredths): the group's paid ones, or the conventional ones of nights spread on its days
 * @throws ErroreDati `associazione-sconosciuta` when no amount is known on one of the days
 */
export function assistenzaPerGiorno(
  codice: CodiceAssociazione,
  giorni: readonly GiornoPagato[],
  ore: number,
  norme: Norme,
): Assistenza {
  const perTariffa = orePerTariffa(codice, giorni, ore, norme);
  const somma = (oraria: (tariffa: TariffaAssistenza) => number) =>
    centesimi(
      dividiMezzoInSu(
        perTariffa.reduce((altre, voce) => altre + voce.ore * oraria(voce.tariffa), 0),
        ORA,
      ),
    );
  const formula = (testo: (tariffa: TariffaAssistenza) => string) =>
    perTariffa.map((voce) => `${testoOre(voce.ore)} × ${testo(voce.tariffa)}`).join(' + ');
  const ultima = perTariffa.at(-1)?.tariffa;
  if (ultima === undefined) throw new RangeError('a group of weeks without paid days has no contractual assistance');
  return {
    codice,
    etichetta: ultima.etichetta,
    etichettaQuota: ultima.etichettaQuota,
    totale: somma(({ totale }) => totale),
    quota: somma(({ quota }) => quota),
    formula: formula(({ testo }) => testo),
    formulaQuota: formula(({ testoQuota }) => testoQuota),
    fonte: ultima.fonte,
  };
}

/** The hours by the fund's amount on their day; in all quarters but one the amount is the same from end to end. */
function orePerTariffa(
  codice: CodiceAssociazione,
  giorni: readonly GiornoPagato[],
  ore: number,
  norme: Norme,
): { readonly tariffa: TariffaAssistenza; readonly ore: number }[] {
  const [primo, ultimo] = [giorni[0], giorni.at(-1)];
  if (primo === undefined || ultimo === undefined) return [];
  const prima = norme.associazione(codice, primo.giorno.giorno).tariffa;
  if (prima === norme.associazione(codice, ultimo.giorno.giorno).tariffa) {
    return [{ tariffa: tariffaAssistenza(codice, ultimo.giorno.giorno, norme), ore }];
  }
  const parti = ripartisci(
    ore,
    giorni.map((voce) => voce.ore),
  );
  const perTariffa = new Map<unknown, { tariffa: TariffaAssistenza; ore: number }>();
  for (const [indice, { giorno }] of giorni.entries()) {
    const regola = norme.associazione(codice, giorno.giorno).tariffa;
    const voce = perTariffa.get(regola) ?? { tariffa: tariffaAssistenza(codice, giorno.giorno, norme), ore: 0 };
    voce.ore += parti[indice] ?? 0;
    perTariffa.set(regola, voce);
  }
  return [...perTariffa.values()];
}
