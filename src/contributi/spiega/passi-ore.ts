import { leggiOre, perEccesso } from '../../valori/ore.ts';
import type { Passo } from '../../valori/spiegazione.ts';
import type { Conto, Gruppo } from '../conto/gruppo.ts';
import { type OrePiane, straordinarieSenzaGiorno } from '../conto/ore-piane.ts';
import { comeDecimale, numeroOre, orarioEsatto, testoOre } from '../ore.ts';
import type { OreGiornaliere } from '../situazione/ore-del-trimestre.ts';
import { segni } from '../situazione/settimane-pagate.ts';
import { ore as testoDecimale, settimane as testoSettimane } from '../testo.ts';

const NOMI: Record<Gruppo['gruppo'], string> = {
  'fino-24': 'Settimane fino a 24 ore',
  'oltre-24': 'Settimane oltre 24 ore',
};

/** The weeks (those of the quarter, or fewer and why), then the hours, given, multiplied or added up, and rounded. */
export function passiOre(passi: Passo[], conto: Conto, gruppo: Gruppo): void {
  passi.push(conto.contesto.passoSettimane);
  if (conto.ore.modo === 'piane') passiPiani(passi, conto, conto.ore);
  else passiGiornalieri(passi, conto, conto.ore, gruppo);
  passoIntere(passi, conto, gruppo);
}

function passiPiani(passi: Passo[], { situazione, contesto }: Conto, ore: OrePiane): void {
  const { criteri } = contesto;
  const { ore: dichiarate } = situazione;
  const contate = (dichiarate.tipo === 'contratto' || dichiarate.tipo === 'totale') && dichiarate.settimane;
  if (ore.settimane !== contesto.settimane.length) {
    const motivo = contate === undefined ? 'con il rapporto in corso' : ore.settimane === 1 ? 'indicata' : 'indicate';
    passi.push({
      etichetta: 'Settimane da pagare',
      formula: `${ore.settimane} ${motivo}, su ${contesto.settimane.length}`,
      risultato: testoSettimane(ore.settimane),
      fonte: criteri.settimane.fonte,
    });
  }
  const totali = testoOre(ore.totali);
  const straordinarie = straordinarieSenzaGiorno(situazione);
  const oltre = straordinarie === 0 ? '' : ` + ${testoOre(straordinarie)} di straordinario`;
  passi.push({
    etichetta: 'Ore retribuite nel trimestre',
    formula:
      dichiarate.tipo === 'totale' ? totali : `${testoOre(ore.settimanali)} × ${testoSettimane(ore.settimane)}${oltre}`,
    risultato: totali,
    fonte: criteri.oreRetribuite.fonte,
  });
  if (!ore.media) return;
  passi.push({
    etichetta: 'Ore settimanali (media del trimestre)',
    formula: `${totali} / ${testoSettimane(ore.settimane)}`,
    risultato: testoDecimale(orarioEsatto(ore)),
    fonte: criteri.oreRetribuite.fonte,
  });
}

/** The weeks of a bollettino and their hours, one by one, with those that belong to no week's work. */
function passiGiornalieri(passi: Passo[], { contesto }: Conto, ore: OreGiornaliere, gruppo: Gruppo): void {
  const { criteri } = contesto;
  const tutte = ore.settimane;
  for (const passo of ore.passi) passi.push(passo);
  const sue = tutte.filter((settimana) => settimana.gruppo === gruppo.gruppo);
  if (sue.length !== tutte.length) {
    passi.push({
      etichetta: NOMI[gruppo.gruppo],
      formula: `segnate ${[...segni(tutte, gruppo.gruppo)].join(' ')}`,
      risultato: testoSettimane(sue.length),
      fonte: criteri.settimane.fonte,
    });
  }
  const addendi = sue.map(({ centesimiDiOra }) => centesimiDiOra);
  // Day by day, hours are whole hundredths.
  const ferie = Number(gruppo.esatte) - addendi.reduce((somma, uno) => somma + uno, 0);
  const uguali = ferie === 0 && addendi.every((uno) => uno === addendi[0]);
  if (ferie > 0) addendi.push(ferie);
  passi.push({
    etichetta: 'Ore retribuite nel trimestre',
    formula: uguali
      ? `${testoOre(addendi[0] ?? 0)} × ${testoSettimane(sue.length)}`
      : `${addendi.map(numeroOre).join(' + ')} ore`,
    risultato: testoOre(gruppo.esatte),
    fonte: criteri.oreRetribuite.fonte,
  });
}

/** Part hours up to the next whole one; the exact reading keeps them and says so. */
function passoIntere(passi: Passo[], { situazione, contesto }: Conto, { esatte }: Gruppo): void {
  const intere = perEccesso(esatte);
  if (intere === esatte) return;
  const { oreInParti, oreEsatte } = contesto.criteri;
  const quante = testoOre(esatte);
  if (situazione.oreInParti === 'esatte') {
    const etichetta = 'Ore da pagare, con le loro frazioni (lettura esatta)';
    passi.push({ etichetta, formula: quante, risultato: quante, fonte: oreEsatte.fonte });
    return;
  }
  const manca = numeroOre(leggiOre(comeDecimale(intere).minus(comeDecimale(esatte))));
  passi.push({
    etichetta: 'Ore da pagare: non si frazionano, il totale si arrotonda all’ora intera superiore',
    formula: `${quante} + ${manca} ore`,
    risultato: testoOre(intere),
    fonte: oreInParti.fonte,
  });
}
