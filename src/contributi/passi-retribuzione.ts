import type { Criteri } from '../norme/criteri.ts';
import { dividiMezzoInSu } from '../valori/arrotondamento.ts';
import type { Decimale } from '../valori/decimale.ts';
import type { Passo } from '../valori/spiegazione.ts';
import { testoDellaVoce, type VocePaga } from './accordo-paga.ts';
import { type OrarioOrdinario, testoOre } from './ore.ts';
import { type ContoPaga, euroPerOra, type RetribuzioneEffettiva } from './retribuzione-effettiva.ts';
import { decimale, euro } from './testo.ts';

const TREDICESIMA = 'Quota di tredicesima di un’ora';
const FINALE = 'Retribuzione oraria effettiva, arrotondata al centesimo (mezzo centesimo per eccesso)';

/** How the effective hourly pay comes about: pay, board and thirteenth of an hour, and their rounding. */
export function passiRetribuzione(passi: Passo[], retribuzione: RetribuzioneEffettiva, criteri: Criteri): void {
  const { conto, lettura } = retribuzione;
  const { fonte } = criteri.retribuzioneEffettiva;
  const risultato = euro(retribuzione.centesimi);
  if (conto === null) {
    const etichetta = 'Retribuzione oraria effettiva (paga, tredicesima, vitto e alloggio), come indicata';
    passi.push({ etichetta, formula: risultato, risultato, fonte });
    return;
  }
  const { paga, vitto, orario } = conto;
  const base = perOra(paga, orario);
  if (paga.ogni !== 'ora') {
    passi.push({ etichetta: 'Paga di un’ora', formula: base, risultato: inMicro(conto, 'paga'), fonte });
  }
  if (vitto === null) {
    // Without board the two readings of the thirteenth are one, and no source disagrees.
    const quota = inMicro(conto, 'tredicesima');
    passi.push({ etichetta: TREDICESIMA, formula: `${base} / 12`, risultato: quota, fonte });
    passi.push({ etichetta: FINALE, formula: `${base} × 13 / 12`, risultato, fonte });
    return;
  }
  const perVitto = perOra(vitto, orario);
  passi.push({ etichetta: 'Vitto e alloggio di un’ora', formula: perVitto, risultato: inMicro(conto, 'vitto'), fonte });
  const suTutto = lettura === 'su-paga-e-vitto';
  const insieme = `(${base} + ${perVitto})`;
  passi.push({
    etichetta: TREDICESIMA,
    formula: `${suTutto ? insieme : base} / 12`,
    risultato: inMicro(conto, suTutto ? 'tredicesima' : 'tredicesima-sulla-paga'),
    fonte: (suTutto ? criteri.tredicesimaSuPagaEVitto : criteri.tredicesimaSullaPaga).fonte,
  });
  const formula = suTutto ? `${insieme} × 13 / 12` : `${base} × 13 / 12 + ${perVitto}`;
  passi.push({ etichetta: FINALE, formula, risultato, fonte });
}

function perOra(voce: VocePaga, { settimanali, divisore }: OrarioOrdinario): string {
  const testo = testoDellaVoce(voce);
  if (voce.ogni === 'ora') return testo;
  const ore = divisore === 1 ? testoOre(settimanali) : `(${testoOre(settimanali)} / ${divisore})`;
  return voce.ogni === 'mese' ? `${testo} × 12 / 52 / ${ore}` : `${testo} / ${ore}`;
}

type Parte = 'paga' | 'vitto' | 'tredicesima' | 'tredicesima-sulla-paga';

/** A part of the hourly pay with six decimals, half-up, as a step prints it. */
function inMicro(conto: ContoPaga, parte: Parte): string {
  const { intere } = conto;
  if (intere === undefined) return `${decimale(parteEsatta(conto, parte))} €`;
  const { paga, vitto, ore } = intere;
  const numeratore = parte === 'vitto' ? vitto : parte === 'tredicesima' ? paga + vitto : paga;
  const dodicesimi = parte === 'paga' || parte === 'vitto' ? 13 : 156;
  return `${inSeiDecimali(dividiMezzoInSu(numeratore * 1000, ore * dodicesimi))} €`;
}

/** Three digits, as they are and without the zeros at their end. */
const TRE_CIFRE = Array.from({ length: 1000 }, (_, numero) => String(numero).padStart(3, '0'));
const SENZA_ZERI = TRE_CIFRE.map((cifre) => cifre.replace(/0+$/, ''));

/** Millionths as a number with a comma and no zeros at its end: `866875` → `0,866875`, `1402500` → `1,4025`. */
function inSeiDecimali(milionesimi: number): string {
  const ultime = milionesimi % 1000;
  const migliaia = (milionesimi - ultime) / 1000;
  const prime = migliaia % 1000;
  const interi = (migliaia - prime) / 1000;
  if (ultime > 0) return `${interi},${TRE_CIFRE[prime] as string}${SENZA_ZERI[ultime] as string}`;
  return prime > 0 ? `${interi},${SENZA_ZERI[prime] as string}` : String(interi);
}

function parteEsatta({ paga, vitto, orario }: ContoPaga, parte: Parte): Decimale {
  if (parte === 'vitto') return euroPerOra(vitto, orario);
  const diPaga = euroPerOra(paga, orario);
  if (parte === 'paga') return diPaga;
  return (parte === 'tredicesima' ? diPaga.plus(euroPerOra(vitto, orario)) : diPaga).dividedBy(12);
}
