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
  const parti = ripartisci(
    ore,
    giorni.map((voce) => voce.ore),
  );
  const perTariffa: { tariffa: TariffaAssistenza; ore: number }[] = [];
  for (const [indice, { giorno }] of giorni.entries()) {
    const tariffa = tariffaAssistenza(codice, giorno.giorno, norme);
    const uguale = perTariffa.find(
      (voce) => voce.tariffa.totale === tariffa.totale && voce.tariffa.quota === tariffa.quota,
    );
    if (uguale === undefined) perTariffa.push({ tariffa, ore: parti[indice] ?? 0 });
    else uguale.ore += parti[indice] ?? 0;
  }
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
