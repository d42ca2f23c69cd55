import type { Scostamento } from './scostamento.ts';

/**
 * What to do about a notice that is off: before it is paid, and after. Where the pay would decide the amount, that comes first.
 * @returns Italian sentences; none when the notice is right
 */
export function seguitoDi({ dovuti }: Scostamento): readonly string[] {
  const differenze = dovuti.map(({ differenza }) => differenza);
  if (differenze.every((differenza) => differenza === 0)) return [];
  if (differenze.length > 1)
    return ['Indicare la paga oraria: da quella dipende se l’avviso è da correggere, e di quanto.'];
  const troppo = differenze.some((differenza) => differenza > 0);
  return [
    'Se l’avviso non è ancora pagato: non pagarlo così. Correggere le ore del trimestre e farsi dare un altro avviso, che prende il posto di questo (in Calcolo contributi, o con «bollettino emetti … --sostituisci»; sul portale dell’INPS, con la modifica delle ore).',
    troppo
      ? 'Se è già pagato: la differenza si chiede a rimborso all’INPS, con la ricevuta e le ore vere del trimestre.'
      : 'Se è già pagato: la differenza si versa con un’integrazione, dando le ore di tutto il trimestre (in Calcolo contributi, o con «bollettino emetti … --integra»).',
  ];
}
