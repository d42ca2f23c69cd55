import type { Norme } from '../../norme/norme.ts';
import { settimane as settimaneDi } from '../../scadenze/settimane.ts';
import { Decimale } from '../../valori/decimale.ts';
import { centesimi, type Centesimi } from '../../valori/denaro.ts';
import type { DatiVerifica } from './dati-verifica.ts';
import { importoDi } from './ore-possibili.ts';
import { ORE_CREDIBILI_A_SETTIMANA } from './settimane-possibili.ts';
import { tariffePossibili, type TariffaPossibile } from './tariffe-possibili.ts';

/** An amount that can be, near one that cannot. */
export interface ImportoVicino {
  readonly importo: Centesimi;
  /** This amount less the one asked for. */
  readonly differenza: Centesimi;
  readonly ore: Decimale;
  readonly tariffa: TariffaPossibile;
}

const QUANTI = 6;

/** The possible amounts nearest to one that no hypothesis gives, nearest first; among equals the commonest kind of hour. */
export function importiVicini(dati: DatiVerifica, norme: Norme): ImportoVicino[] {
  const settimane = dati.noti.settimane ?? settimaneDi(dati.trimestre).length;
  const candidati = tariffePossibili(dati.trimestre, dati.noti, norme)
    .flatMap((tariffa) => nearHours(dati, tariffa, settimane, norme).map((ore) => candidate(dati, tariffa, ore)))
    .sort((a, b) => Math.abs(a.differenza) - Math.abs(b.differenza) || rarity(a.tariffa) - rarity(b.tariffa));
  const visti = new Set<Centesimi>();
  return candidati.filter(({ importo }) => !visti.has(importo) && visti.add(importo)).slice(0, QUANTI);
}

function candidate({ importo }: DatiVerifica, tariffa: TariffaPossibile, ore: Decimale): ImportoVicino {
  const vicino = importoDi(ore, tariffa);
  return { importo: vicino, differenza: centesimi(vicino - importo), ore, tariffa };
}

/** The hours just below and above the amount, kept within what the band's weeks can hold. */
function nearHours(
  { importo, noti, mezzeOre }: DatiVerifica,
  tariffa: TariffaPossibile,
  settimane: number,
  norme: Norme,
): Decimale[] {
  if (noti.ore !== undefined) return [noti.ore];
  const passo = mezzeOre ? 2 : 1;
  const { limiteOre } = norme.criteri.criteri.oltre24;
  const minimo = tariffa.fascia === 4 ? limiteOre * passo + 1 : 1;
  const massimo = (tariffa.fascia === 4 ? ORE_CREDIBILI_A_SETTIMANA : limiteOre) * settimane * passo;
  const sotto = Math.floor((importo * passo) / tariffa.oraria);
  const dentro = [sotto, sotto + 1].map((ore) => Math.min(massimo, Math.max(minimo, ore)));
  return [...new Set(dentro)].map((ore) => new Decimale(ore).dividedBy(passo));
}

function rarity({ senzaCuaf, tempoDeterminato, associazione }: TariffaPossibile): number {
  return (senzaCuaf ? 4 : 0) + (tempoDeterminato ? 2 : 0) + (associazione === null ? 0 : associazione === 'F2' ? 1 : 5);
}
