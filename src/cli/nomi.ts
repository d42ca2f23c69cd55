/** The option that a field comes from: `oreSettimanali` is `--ore-settimanali`. */
export function optionName(campo: string): string {
  return `--${campo.replace(/[A-Z]/g, (lettera) => `-${lettera.toLowerCase()}`)}`;
}

/** `a`, `a o b`, `a, b o c`. */
export function oppure(nomi: readonly string[]): string {
  return inFila(nomi, 'o');
}

/** `a`, `a e b`, `a, b e c`. */
export function insieme(nomi: readonly string[]): string {
  return inFila(nomi, 'e');
}

function inFila(nomi: readonly string[], congiunzione: string): string {
  if (nomi.length < 2) return nomi.join('');
  return `${nomi.slice(0, -1).join(', ')} ${congiunzione} ${nomi.at(-1)}`;
}
