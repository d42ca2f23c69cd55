import { ErroreDati } from '../../valori/errore-dati.ts';
import type { GruppoCampi } from './strumento.ts';

/** Where on a page stands what was wrong, if not in the field that the core names. */
type Altrove = Readonly<Record<string, string>>;

/**
 * What the error summary and the fields of a form need; all empty when nothing is wrong. The names that programs give to
 * fields are said in the words of their labels, and a sentence that begins with the name of its field loses it: here it stands
 * at the field, or leads there.
 * @param gruppi the fields of the form; without them, each field named stands on the page
 */
export function comeErrori(
  errori: ErroreDati | readonly ErroreDati[] | undefined,
  gruppi?: readonly GruppoCampi[],
  altrove: Altrove = {},
) {
  const tutti = errori === undefined ? [] : errori instanceof ErroreDati ? [errori] : errori;
  const etichette =
    gruppi && new Map(gruppi.flatMap(({ campi }) => campi).map(({ nome, etichetta }) => [nome, etichetta]));
  const viste = tutti.map((errore) => {
    const campo = errore.campo === undefined ? undefined : (altrove[errore.campo] ?? errore.campo);
    const noto = etichette === undefined || Object.values(altrove).includes(campo ?? '') || etichette.has(campo ?? '');
    return {
      campo: noto ? (campo ?? null) : null,
      etichetta: (campo && etichette?.get(campo)) ?? null,
      messaggio: inTheirWords(errore, etichette ?? new Map()),
      attendere: errore.riprovaFra !== undefined,
    };
  });
  return {
    errore: viste.length > 0,
    errori: viste,
    erroriPerCampo: Object.fromEntries(
      viste.flatMap(({ campo, messaggio }) => (campo === null ? [] : [[campo, messaggio]])),
    ),
  };
}

function inTheirWords({ senzaCampo }: ErroreDati, etichette: ReadonlyMap<string, string>): string {
  // Only names that no Italian word is: `ore` and `settimane` are read as they stand.
  const detto = [...etichette]
    .filter(([nome]) => /[A-Z\d]/.test(nome))
    .reduce(
      (frase, [nome, etichetta]) => frase.replaceAll(new RegExp(`\\b${nome}\\b`, 'g'), `«${etichetta}»`),
      senzaCampo,
    );
  return detto.charAt(0).toUpperCase() + detto.slice(1);
}
