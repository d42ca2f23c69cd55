/** Where styles and icons stand, beside the pages. */
export const STATICI = 'statici';

/** The page of a tool; `index` lists them. */
export function paginaDi(nome: string): string {
  return `${nome}.html`;
}
