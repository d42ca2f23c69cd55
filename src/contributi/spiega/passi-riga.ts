import type { Norme } from '../../norme/norme.ts';
import { vale } from '../../norme/regole-scadenze.ts';
import type { Fascia } from '../../norme/tabella-anno.ts';
import type { Giorno } from '../../valori/giorno.ts';
import type { Fonte, Passo } from '../../valori/spiegazione.ts';
import type { Conto, Gruppo } from '../conto/gruppo.ts';
import type { Riga } from '../conto/riga.ts';
import { testoOre } from '../ore.ts';
import { passiRetribuzione } from '../passi-retribuzione.ts';
import { fraLeDueSoglie } from '../quarta-fascia.ts';
import { euro } from '../testo.ts';

/** Why this pay, this band, this tariff. */
export function passiRiga(passi: Passo[], conto: Conto, gruppo: Gruppo, riga: Riga, norme: Norme): void {
  const { contesto } = conto;
  if (riga.cuaf !== null) passi.push(riga.cuaf.passo);
  if (riga.sostituzioneDal !== null) passi.push(passoSostituzione(riga.sostituzioneDal, norme));
  if (riga.retribuzione !== null) passiRetribuzione(passi, riga.retribuzione, contesto.criteri);
  passi.push(gruppo.gruppo === 'oltre-24' ? passoOltre24(conto, riga) : passoFascia(conto, riga), riga.tariffa.passo);
}

/** Week by week it is each week's own hours that are above 24, whatever the agreed ones. */
function passoOltre24({ ore, situazione, contesto }: Conto, { orario }: Riga): Passo {
  const unico = ore.modo === 'piane' || situazione.lettura === 'orario-unico' || situazione.ore.tipo === 'totale';
  const settimanali = testoOre(orario.settimanali);
  return {
    etichetta: 'Fascia: più di 24 ore a settimana, la paga non conta',
    formula: !unico
      ? 'ore pagate in ciascuna settimana: più di 24'
      : orario.divisore === 1
        ? `${settimanali} > 24 ore`
        : `${settimanali} / ${orario.divisore} > 24 ore`,
    risultato: '4ª fascia',
    fonte: contesto.criteri.oltre24.fonte,
  };
}

function passoFascia({ contesto }: Conto, { fascia: numero, retribuzione, orario }: Riga): Passo {
  const { tabella } = contesto;
  const fascia = tabella.fasce[numero - 1] as Fascia;
  const paga = retribuzione === null ? '' : euro(retribuzione.centesimi);
  const sotto = fascia.oltre === undefined ? '' : `${euro(fascia.oltre)} < `;
  const sopra = fascia.finoA === undefined ? '' : ` ≤ ${euro(fascia.finoA)}`;
  return {
    etichetta: fraLeDueSoglie(orario, contesto.criteri)
      ? 'Fascia di retribuzione (meno di 25 ore a settimana)'
      : 'Fascia di retribuzione (fino a 24 ore a settimana)',
    formula: `${sotto}${paga}${sopra}`,
    risultato: `${numero}ª fascia`,
    fonte: tabella.fonti[0] as Fonte,
  };
}

function passoSostituzione(giorno: Giorno, norme: Norme): Passo {
  const regola = norme.chiPaga.addizionale.find((voce) => vale(voce, giorno));
  return {
    etichetta: 'Addizionale dei rapporti a termine',
    formula: 'assunzione in sostituzione di un’altra persona',
    risultato: 'non dovuta',
    fonte: regola?.sostituzione.fonti[0] ?? { titolo: 'prima del 2013 l’addizionale non esisteva', certezza: 'vista' },
  };
}
