/** Groups by key, in the order in which the keys first come (Node 20 has no Map.groupBy). */
export function raggruppa<T, K>(elementi: readonly T[], chiaveDi: (elemento: T) => K): Map<K, T[]> {
  const gruppi = new Map<K, T[]>();
  for (const elemento of elementi) {
    const chiave = chiaveDi(elemento);
    const gruppo = gruppi.get(chiave);
    if (gruppo === undefined) gruppi.set(chiave, [elemento]);
    else gruppo.push(elemento);
  }
  return gruppi;
}
