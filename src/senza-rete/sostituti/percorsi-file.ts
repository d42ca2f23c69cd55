/** Stands in the place of `node:path`: here paths are only names. */
export function join(...parti: string[]): string {
  return parti.filter((parte) => parte !== '').join('/');
}

export function isAbsolute(): boolean {
  return false;
}
