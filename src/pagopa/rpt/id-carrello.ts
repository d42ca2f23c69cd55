/**
 * identificativoCarrello, 35 characters: `<anno 4><idDominio 11><codiceSorgente 2><progressivo 18 hex>` (SACI 1.4.0).
 * @throws RangeError when a part has the wrong length: a program or settings error
 */
export function buildIdCarrello(parti: {
  readonly anno: number;
  readonly dominio: string;
  /** Two characters of the creditor's choice: which of its systems sent the cart. */
  readonly codiceSorgente: string;
  /** Non-negative; never used twice in the year. */
  readonly progressivo: bigint;
}): string {
  const progressivo = parti.progressivo.toString(16).toUpperCase().padStart(18, '0');
  const id = `${parti.anno}${parti.dominio}${parti.codiceSorgente}${progressivo}`;
  if (!/^\d{4}[A-Za-z0-9]{11}[A-Za-z0-9]{2}[0-9A-F]{18}$/.test(id)) throw new RangeError(`not a cart id: ${id}`);
  return id;
}
