import { Decimale } from '../../src/valori/decimale.ts';
import type { Passo } from '../../src/valori/spiegazione.ts';

/**
 * Works a step's formula out again from its text, as a reader with a calculator would: Italian numbers, units dropped.
 * @returns undefined for steps that are not arithmetic (a table's cell, a date, a comparison)
 */
export function valutaFormula(formula: string): Decimale | undefined {
  const nuda = formula
    .replaceAll(/\b(?:ore|ora|settimane|settimana|giorni|giorno)\b|€/g, '')
    .replaceAll('.', '')
    .replaceAll(',', '.')
    .replaceAll('−', '-');
  if (/\d\d\/\d\d\/\d{4}/.test(formula) || !/^[\d\s.()+\-×/]+$/.test(nuda)) return undefined;
  const segni = nuda.match(/\d+(?:\.\d+)?|[()+\-×/]/g) ?? [];
  let posto = 0;
  const fattore = (): Decimale => {
    const segno = segni[posto++] ?? '';
    if (segno !== '(') return new Decimale(segno);
    const dentro = somma();
    posto++;
    return dentro;
  };
  const prodotto = (): Decimale => {
    let valore = fattore();
    while (segni[posto] === '×' || segni[posto] === '/') {
      valore = segni[posto++] === '×' ? valore.times(fattore()) : valore.dividedBy(fattore());
    }
    return valore;
  };
  const somma = (): Decimale => {
    let valore = prodotto();
    while (segni[posto] === '+' || segni[posto] === '-') {
      valore = segni[posto++] === '+' ? valore.plus(prodotto()) : valore.minus(prodotto());
    }
    return valore;
  };
  return somma();
}

/** A step's printed result as a number: `1.234,50 €` → 1234.5, `325 ore` → 325. */
export function risultatoNumero(passo: Passo): { valore: Decimale; cifre: number } {
  const testo = passo.risultato
    .replace(/ (?:€|ore|ora|settimane|settimana)$/, '')
    .replaceAll('.', '')
    .replace(',', '.');
  return { valore: new Decimale(testo), cifre: testo.split('.')[1]?.length ?? 0 };
}
