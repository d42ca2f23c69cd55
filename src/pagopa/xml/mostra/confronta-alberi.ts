import { nomeLocale, type Nodo } from './albero-da-mostrare.ts';

/** What became of an element between two messages. */
export type Esito = 'uguale' | 'diverso' | 'solo-primo' | 'solo-secondo';

/** An element of two messages, or of one of them. */
export interface NodoConfrontato {
  /** Without prefix. */
  readonly nome: string;
  /** Of the element with all that it holds. */
  readonly esito: Esito;
  /** The text and attributes of each side; null on the side that lacks the element. */
  readonly primo: string | null;
  readonly secondo: string | null;
  readonly figli: readonly NodoConfrontato[];
}

/** Above this many pairs of children an alignment would take long: they are paired in their order. */
const COPPIE_MASSIME = 250_000;

/** Two messages, element by element; prefixes and their declarations, which mean nothing by themselves, are no difference. */
export function confrontaAlberi(primo: Nodo, secondo: Nodo): NodoConfrontato {
  if (nomeLocale(primo.nome) === nomeLocale(secondo.nome)) return coppia(primo, secondo);
  const figli = [daSolo(primo, 'solo-primo'), daSolo(secondo, 'solo-secondo')];
  return { nome: '', esito: 'diverso', primo: '', secondo: '', figli };
}

function coppia(primo: Nodo, secondo: Nodo): NodoConfrontato {
  const figli = allinea(primo.figli, secondo.figli).map(([a, b]) => {
    if (a === undefined) return daSolo(b as Nodo, 'solo-secondo');
    return b === undefined ? daSolo(a, 'solo-primo') : coppia(a, b);
  });
  const [suo, altro] = [proprio(primo), proprio(secondo)];
  const uguale = suo === altro && figli.every(({ esito }) => esito === 'uguale');
  return { nome: nomeLocale(primo.nome), esito: uguale ? 'uguale' : 'diverso', primo: suo, secondo: altro, figli };
}

function daSolo(nodo: Nodo, esito: 'solo-primo' | 'solo-secondo'): NodoConfrontato {
  const testo = proprio(nodo);
  const [primo, secondo] = esito === 'solo-primo' ? [testo, null] : [null, testo];
  return {
    nome: nomeLocale(nodo.nome),
    esito,
    primo,
    secondo,
    figli: nodo.figli.map((figlio) => daSolo(figlio, esito)),
  };
}

/** What an element says by itself: its attributes, declarations of prefixes left out, and its text. */
function proprio({ attributi, testo }: Nodo): string {
  const scritti = attributi
    .filter(([nome]) => !/^xmlns(:|$)/.test(nome))
    .map(([nome, valore]) => `${nome}="${valore}"`);
  return [...scritti.sort(), testo].filter((pezzo) => pezzo !== '').join(' ');
}

/** All that an element holds, for telling equals apart. */
function impronta(nodo: Nodo): string {
  return JSON.stringify([nomeLocale(nodo.nome), proprio(nodo), nodo.figli.map(impronta)]);
}

type Coppia = readonly [Nodo | undefined, Nodo | undefined];

/** Children in their order, each with its like: first those that are equal, then those of one name. */
function allinea(primi: readonly Nodo[], secondi: readonly Nodo[]): readonly Coppia[] {
  const [n, m] = [primi.length, secondi.length];
  if (n * m > COPPIE_MASSIME)
    return Array.from({ length: Math.max(n, m) }, (_, i) => [primi[i], secondi[i]] as const).flatMap(sameName);
  const pesi = pesiDi(primi, secondi);
  const meglio = Array.from({ length: n + 1 }, () => new Float64Array(m + 1));
  const quanto = (i: number, j: number): number => meglio[i]?.[j] ?? 0;
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      const peso = pesi(i, j);
      const insieme = peso > 0 ? peso + quanto(i + 1, j + 1) : 0;
      (meglio[i] as Float64Array)[j] = Math.max(insieme, quanto(i + 1, j), quanto(i, j + 1));
    }
  }
  const coppie: Coppia[] = [];
  let [i, j] = [0, 0];
  while (i < n || j < m) {
    const peso = i < n && j < m ? pesi(i, j) : 0;
    if (peso > 0 && quanto(i, j) === peso + quanto(i + 1, j + 1)) coppie.push([primi[i++], secondi[j++]]);
    else if (i < n && quanto(i, j) === quanto(i + 1, j)) coppie.push([primi[i++], undefined]);
    else coppie.push([undefined, secondi[j++]]);
  }
  return coppie;
}

function pesiDi(primi: readonly Nodo[], secondi: readonly Nodo[]): (i: number, j: number) => number {
  const lati = [primi, secondi].map((nodi) => nodi.map((nodo) => [nomeLocale(nodo.nome), impronta(nodo)] as const));
  return (i, j) => {
    const [nome, tutto] = lati[0]?.[i] ?? [];
    const [altro, suo] = lati[1]?.[j] ?? [];
    if (nome !== altro) return 0;
    return tutto === suo ? 3 : 2;
  };
}

function sameName([a, b]: Coppia): readonly Coppia[] {
  if (a === undefined || b === undefined || nomeLocale(a.nome) === nomeLocale(b.nome)) return [[a, b]];
  return [
    [a, undefined],
    [undefined, b],
  ];
}
