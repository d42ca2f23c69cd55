import { ErroreDati } from '../../valori/errore-dati.ts';
import { testo, type Scritto } from './strumento.ts';

/** Keys of the situation that stand under another name in the form. */
const NEL_MODULO: readonly (readonly [RegExp, (parti: RegExpExecArray, scritto: Scritto) => string])[] = [
  [/^condizioni\.0\.paga/, () => 'pagaOraria'],
  [/^condizioni\.1\.paga/, () => 'cambioPaga'],
  [/^condizioni\.1\.oreSettimanali/, () => 'cambioOre'],
  [/^condizioni\.1\.dal/, () => 'cambioDal'],
  [/^condizioni\.0\.(\w+)/, (parti) => parti[1] ?? ''],
  [/^assenze\.(\d)\.(\w)(\w*)/, (p) => `assenza${Number(p[1]) + 1}${(p[2] ?? '').toUpperCase()}${p[3] ?? ''}`],
  [/^ore\.settimane\.(\d+)/, (parti, scritto) => weeksWritten(scritto)[Number(parti[1])] ?? ''],
  [/^ferieNonGodute\.giorni/, () => 'giorniFerieNonGodute'],
  [/^ferieNonGodute/, () => 'ferieNonGodute'],
  [/^sgravi\.0\.isee/, () => 'over80Isee'],
  [/^sgravi/, () => 'over80Dal'],
  [/^minimo\.(\w+)/, (parti) => parti[1] ?? ''],
];

/** The fields of the weeks that were told, in their order: the situation has only these. */
function weeksWritten(scritto: Scritto): string[] {
  return Object.keys(scritto).filter((nome) => nome.startsWith('sabato-') && testo(scritto, nome) !== '');
}

/** The same refusal, pointing at the field that the person sees. */
export function withFormField(errore: ErroreDati, scritto: Scritto): ErroreDati {
  const { campo, message } = errore;
  if (campo === undefined) return errore;
  for (const [forma, nomeNelModulo] of NEL_MODULO) {
    const parti = forma.exec(campo);
    if (parti !== null) {
      const nome = nomeNelModulo(parti, scritto);
      const messaggio = message.startsWith(`${campo}: `) ? `${nome}${message.slice(campo.length)}` : message;
      return new ErroreDati(errore.codice, messaggio, { campo: nome, statoHttp: errore.statoHttp });
    }
  }
  return errore;
}
