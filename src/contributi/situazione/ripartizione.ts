/**
 * Splits a whole amount by weights without losing anything: each part gets its whole share, and what is left goes one
 * `passo` at a time to the largest remainders, the earlier ones first. With no weight at all, parts weigh the same.
 * @param totale a multiple of `passo`
 * @returns parts that sum to `totale`, each a multiple of `passo`
 */
export function ripartisci(totale: number, pesi: readonly number[], passo = 1): number[] {
  const somma = pesi.reduce((altri, peso) => altri + peso, 0);
  const uguali = somma === 0;
  const unita = totale / passo;
  const parti = pesi.map((peso) => {
    const [quota, intero] = uguali ? [unita, pesi.length] : [unita * peso, somma];
    const resto = quota % intero;
    return { intere: (quota - resto) / intero, resto };
  });
  // Sorting keeps the order of equal remainders.
  let avanzo = unita - parti.reduce((altri, { intere }) => altri + intere, 0);
  for (const parte of [...parti].sort((a, b) => b.resto - a.resto)) {
    if (avanzo <= 0) break;
    parte.intere++;
    avanzo--;
  }
  return parti.map(({ intere }) => intere * passo);
}
