import { italiano } from '../valori/italiano.ts';
import { celleContributo } from './celle.ts';
import { contributoDaAliquote, rivaluta } from './controlli-anno.ts';
import type { Norme } from './norme.ts';
import { conMinimiProiettati } from './proietta-minimi.ts';
import type { RegoleProiezione } from './proiezione.ts';
import type { Fascia, TabellaAnno } from './tabella-anno.ts';
import type { Centesimi } from '../valori/denaro.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import type { Giorno } from '../valori/giorno.ts';

type Aliquote = NonNullable<TabellaAnno['aliquote']>;

/**
 * Next year's table from an assumed ISTAT variation: convenzionale = last year's × (1 + ISTAT), limits = convenzionali of the
 * bands above, contribution = convenzionale × rate, each half-up to the cent; worker's share by its best-fitting percentage.
 * Nobody has published it: every cell is computed, and says so.
 * @param istat percent as exact text, `"1.2"`; a negative one counts as zero (art. 1 c. 287 L. 208/2015)
 * @param aliquote the new year's rates; default: those of the year before
 * @throws ErroreDati `aliquote-non-note` when the year before has no rates
 */
export function proiettaTabella(
  precedente: TabellaAnno,
  istat: string,
  regole: RegoleProiezione,
  oggi: Giorno,
  aliquote: Aliquote | undefined = precedente.aliquote,
): TabellaAnno {
  if (aliquote === undefined) {
    throw new ErroreDati('aliquote-non-note', { anno: precedente.anno, campo: 'anno' });
  }
  const anno = precedente.anno + 1;
  const convenzionali = precedente.fasce.map(({ convenzionale }) => rivaluta(convenzionale, istat));
  const [c1, c2, c3, c4] = convenzionali as [Centesimi, Centesimi, Centesimi, Centesimi];
  const fasce: TabellaAnno['fasce'] = [
    { ...band(1, c1, aliquote, regole), finoA: c2 },
    { ...band(2, c2, aliquote, regole), oltre: c2, finoA: c3 },
    { ...band(3, c3, aliquote, regole), oltre: c3 },
    band(4, c4, aliquote, regole),
  ];
  const tabella: TabellaAnno = {
    anno,
    istat: { percentuale: istat, certezza: 'a-memoria' },
    aliquote,
    fasce,
    celleCalcolate: [],
    scostamenti: [],
    note: notes(anno, istat),
    fonti: [
      {
        titolo: italiano`proiezione dalla tabella ${precedente.anno} con ISTAT ${istat.replace('.', ',')}%`,
        certezza: 'calcolata',
      },
    ],
    verificatoIl: oggi,
  };
  return { ...tabella, celleCalcolate: allCells(tabella) };
}

const seguenti = new WeakMap<Norme, Norme>();

/**
 * The same rules with one more year, projected from the last one with its own ISTAT variation: for what falls in a year
 * whose table is not out yet.
 * @throws ErroreDati `aliquote-non-note`
 */
function annoSeguente(norme: Norme): Norme {
  let seguente = seguenti.get(norme);
  if (seguente === undefined) {
    const ultima = norme.tabella(norme.anni.at(-1) as number);
    seguente = conAnno(norme, proiettaTabella(ultima, ultima.istat.percentuale, norme.proiezione, ultima.verificatoIl));
    seguenti.set(norme, seguente);
  }
  return seguente;
}

/**
 * The rules that answer for a year: these, or with the year after the last one projected.
 * @throws ErroreDati `anno-sconosciuto` further on, when its table is asked for
 */
export function regoleFinoAl(norme: Norme, anno: number): Norme {
  return norme.anni.includes(anno) ? norme : annoSeguente(norme);
}

/** The same rules with one year's table in the place of its own, or beside the others. */
export function conAnno(norme: Norme, tabella: TabellaAnno): Norme {
  return {
    ...norme,
    anni: [...norme.anni.filter((anno) => anno !== tabella.anno), tabella.anno],
    minimi: conMinimiProiettati(norme.minimi, tabella),
    tabella: (anno) => (anno === tabella.anno ? tabella : norme.tabella(anno)),
    esempi: (anno) => (anno === tabella.anno ? [] : norme.esempi(anno)),
  };
}

function band(
  numero: Fascia['numero'],
  convenzionale: Centesimi,
  aliquote: Aliquote,
  regole: RegoleProiezione,
): Fascia {
  const { conCuaf, senzaCuaf, addizionaleTempoDeterminato } = aliquote;
  const columns = (aggiunta: string) => ({
    conCuaf: contributoDaAliquote(convenzionale, [conCuaf, aggiunta]),
    senzaCuaf: contributoDaAliquote(convenzionale, [senzaCuaf, aggiunta]),
  });
  return {
    numero,
    convenzionale,
    contributo: columns('0'),
    ...(addizionaleTempoDeterminato === undefined ? {} : { tempoDeterminato: columns(addizionaleTempoDeterminato) }),
    quotaLavoratore: contributoDaAliquote(convenzionale, [regole.quotaLavoratore.percentuale]),
  };
}

function allCells(tabella: TabellaAnno): string[] {
  return [
    ...tabella.fasce.flatMap(({ numero }) => [`fasce.${numero}.convenzionale`, `fasce.${numero}.quotaLavoratore`]),
    ...celleContributo(tabella).map(({ percorso }) => percorso),
  ];
}

function notes(anno: number, istat: string): string[] {
  return [
    italiano`PROIEZIONE: la tabella ${anno} non è pubblicata; l’ISTAT del ${istat.replace('.', ',')}% è un’ipotesi.`,
    'La quota del lavoratore è ricavata da una percentuale mai vista in stampa (5,02%): può essere diversa di un centesimo.',
    'Il valore di vitto e alloggio segue un altro indice e non è proiettato.',
  ];
}
