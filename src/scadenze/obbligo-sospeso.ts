import { formatTrimestre, type Trimestre } from './trimestre.ts';

/** Why the duty of a rapporto's quarter is suspended; undefined where it is not. */
export function obbligoSospeso<M>(
  { sospensioni }: { readonly sospensioni?: Readonly<Record<string, M>> },
  trimestre: Trimestre,
): M | undefined {
  return sospensioni?.[formatTrimestre(trimestre)];
}
