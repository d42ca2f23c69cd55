/** A piece of a list that is cut where it is kept: what comes after a key, at most so many. Without a key, from the beginning. */
export interface Fetta {
  readonly dopo: string | undefined;
  readonly quanti: number;
}
