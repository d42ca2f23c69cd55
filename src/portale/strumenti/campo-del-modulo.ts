import { ErroreDati } from '../../valori/errore-dati.ts';
import { testo, type Scritto } from './strumento.ts';

/** Keys of the situation that stand under another name in the form. */
const NEL_MODULO: readonly (readonly [RegExp, (parti: RegExpExecArray, scritto: Scritto) => string])[] = [
  [/^condizioni\.0\.paga/, (_parti, scritto) => (testo(scritto, 'pagaOraria') === '' ? 'pagaMensile' : 'pagaOraria')],
  [/^condizioni\.1\.paga/, () => 'cambioPaga'],
  [/^condizioni\.1\.oreSettimanali/, () => 'cambioOre'],
  [/^condizioni\.1\.dal/, () => 'cambioDal'],
  [/^condizioni\.0\.(\w+)/, (parti) => parti[1] ?? ''],
  [/^assenze\.(\d)\.(\w)(\w*)/, (p, scritto) => absenceField(absencesTold(scritto)[Number(p[1])], p[2], p[3])],
  [/^ore\.settimane\.(\d+)/, (parti, scritto) => weeksWritten(scritto)[Number(parti[1])] ?? ''],
  [/^ore$/, (_parti, scritto) => weeksWritten(scritto)[0] ?? 'ore'],
  [/^cambio\.dal/, () => 'cambioDal'],
  [/^ferieNonGodute\.giorni/, () => 'giorniFerieNonGodute'],
  [/^ferieNonGodute/, () => 'ferieNonGodute'],
  [/^straordinari/, () => 'straordinari'],
  [/^sgravi\.0\.isee/, () => 'over80Isee'],
  [/^sgravi/, () => 'over80Dal'],
  [/^minimo\.(\w+)/, (parti) => parti[1] ?? ''],
];

/** The rows of absences that were told, in their order: the situation has only these. */
function absencesTold(scritto: Scritto): string[] {
  return Object.keys(scritto).flatMap((nome) => {
    const riga = /^(assenza\d)Tipo$/.exec(nome)?.[1];
    return riga === undefined || testo(scritto, nome) === '' ? [] : [riga];
  });
}

function absenceField(riga = 'assenza1', iniziale = '', resto = ''): string {
  return `${riga}${iniziale.toUpperCase()}${resto}`;
}

/** The fields of the weeks that were told, in their order: the situation has only these. */
function weeksWritten(scritto: Scritto): string[] {
  return Object.keys(scritto).filter((nome) => nome.startsWith('sabato-') && testo(scritto, nome) !== '');
}

/** The same refusal, pointing at the field that the person sees. */
export function withFormField(errore: ErroreDati, scritto: Scritto): ErroreDati {
  const { campo } = errore;
  if (campo === undefined) return errore;
  for (const [forma, nomeNelModulo] of NEL_MODULO) {
    const parti = forma.exec(campo);
    if (parti !== null) return errore.con({ campo: nomeNelModulo(parti, scritto) });
  }
  return errore;
}

/** Runs a work; what it refuses points at the field that the person sees. */
export async function inTheForm<T>(scritto: Scritto, lavoro: () => T | Promise<T>): Promise<T> {
  try {
    return await lavoro();
  } catch (errore) {
    throw errore instanceof ErroreDati ? withFormField(errore, scritto) : errore;
  }
}
