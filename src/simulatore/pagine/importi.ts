import type { Centesimi } from '../../valori/denaro.ts';
import { formatEuro, formatEuroItaliano } from '../../valori/denaro.ts';
import type { Lingua } from './lingue.ts';

/** An amount as the reader of that language writes it, with the euro sign: `338,00 €`, `€338.00`. */
export function euro(importo: Centesimi, lingua: Lingua): string {
  if (lingua !== 'en') return `${formatEuroItaliano(importo)}\u00a0€`;
  const [interi = '', decimali = ''] = formatEuro(importo).split('.');
  return `€${interi.replace(/\B(?=(\d{3})+$)/g, ',')}.${decimali}`;
}

/** A day as the reader of that language writes it: `11/01/2021`, `11.01.2021`. */
export function giorno(data: string, lingua: Lingua): string {
  const [anno = '', mese = '', delMese = ''] = data.slice(0, 10).split('-');
  return [delMese, mese, anno].join(lingua === 'de' ? '.' : '/');
}
