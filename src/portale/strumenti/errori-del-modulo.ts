import { ErroreDati } from '../../valori/errore-dati.ts';
import type { CampoModulo, GruppoCampi, Scritto } from './strumento.ts';

/**
 * Everything that is wrong with a form, where the core tells one thing at a time: each field that is refused is set aside
 * (its own example takes its place, or nothing) and the work is tried again. A field that was left empty and may be is not
 * told of: it is refused only because another was set aside.
 * @param esegui the work that refuses; it is called again and must change nothing
 * @param primo what it refused first
 * @returns the refusals, in the order of the form's fields; `primo` alone when it names no field of the form
 */
export async function allErrors<S extends Scritto>(
  gruppi: readonly GruppoCampi[],
  scritto: S,
  esegui: (scritto: S) => unknown,
  primo: ErroreDati,
): Promise<readonly ErroreDati[]> {
  const campi = new Map(gruppi.flatMap((gruppo) => gruppo.campi).map((campo) => [campo.nome, campo]));
  const restano = new Map([...campi.values()].map((campo) => [campo.nome, insteadOf(campo, scritto)]));
  const trovati = new Map<string, ErroreDati>();
  let prova = scritto;
  for (let errore: ErroreDati | undefined = primo; errore !== undefined;) {
    const campo = campi.get(errore.campo ?? '');
    const altro = restano.get(campo?.nome ?? '')?.shift();
    if (campo === undefined || altro === undefined) break;
    const suo = errore === primo || (scritto[campo.nome] ?? '') !== '' || mustBeFilled(campo, errore);
    if (suo && !trovati.has(campo.nome)) trovati.set(campo.nome, errore);
    prova = { ...prova, [campo.nome]: altro };
    const adesso = prova;
    errore = await refusalOf(() => esegui(adesso));
  }
  const inOrdine = [...campi.keys()].flatMap((nome) => trovati.get(nome) ?? []);
  return inOrdine.includes(primo) ? inOrdine : [primo];
}

/** What is tried in the place of what was written: each thing once, so the search ends. */
function insteadOf({ nome, tipo, esempio = '' }: CampoModulo, scritto: Scritto): (string | boolean)[] {
  if (tipo === 'spunta') return [false];
  return [...new Set([esempio, ''])].filter((uno) => uno !== (scritto[nome] ?? ''));
}

function mustBeFilled(campo: CampoModulo, { codice }: ErroreDati): boolean {
  return codice === 'campo-mancante' || (campo.tipo === 'testo' && campo.obbligatorio === true);
}

async function refusalOf(esegui: () => unknown): Promise<ErroreDati | undefined> {
  try {
    await esegui();
    return undefined;
  } catch (errore) {
    if (errore instanceof ErroreDati && errore.statoHttp < 500) return errore;
    throw errore;
  }
}
