import type { Norme } from '../../norme/norme.ts';
import { italiano } from '../../valori/italiano.ts';
import { euro } from '../testo.ts';
import type { RichiestaOver80, Situazione } from './situazione.ts';

/** A question of the relief: what is asked, and whether the answer stands in its way. */
interface Requisito {
  readonly chiesto: string;
  readonly risposta: boolean | undefined;
  readonly perche: string;
}

/**
 * Why the over-80 relief is not due: each requirement that is not met, and each that was not answered; empty when all are met.
 * The tie with the employer is that of the terms, where they tell one.
 */
export function ostacoliOver80(richiesta: RichiestaOver80, situazione: Situazione, { sgravi }: Norme): string[] {
  const { iseeMassimo, mesiSenzaRapporto } = sgravi.over80;
  const parente = parenteDel(situazione) ?? richiesta.parente;
  const ammesso = parente === undefined ? undefined : !parente || richiesta.mansioniAmmesse;
  const { isee, rapportoNeiSeiMesi: prima } = richiesta;
  const requisiti: readonly Requisito[] = [
    { chiesto: 'ottantenne', risposta: richiesta.ottantenne, perche: 'l’assistito non ha 80 anni' },
    {
      chiesto: 'accompagnamento',
      risposta: richiesta.accompagnamento,
      perche: 'l’assistito non ha l’indennità di accompagnamento',
    },
    {
      chiesto: 'isee',
      risposta: isee === undefined ? undefined : isee <= iseeMassimo,
      perche: `l’ISEE supera ${euro(iseeMassimo)}`,
    },
    { chiesto: 'assistenza', risposta: richiesta.assistenza, perche: 'le mansioni non sono di assistenza' },
    {
      chiesto: 'rapportoNeiSeiMesi',
      risposta: prima === undefined ? undefined : !prima,
      perche: italiano`c’è stato un rapporto fra le stesse persone nei ${mesiSenzaRapporto} mesi prima`,
    },
    {
      chiesto: parente === true ? 'mansioniAmmesse' : 'parente',
      risposta: ammesso,
      perche:
        'il lavoratore è parente o affine del datore (nota INL 521/2024), senza le mansioni del DPR 1403/1971, art. 1 comma 3',
    },
  ];
  const mancate = requisiti.filter(({ risposta }) => risposta === false).map(({ perche }) => perche);
  const ignote = requisiti.filter(({ risposta }) => risposta === undefined).map(({ chiesto }) => chiesto);
  return [...mancate, ...(ignote.length === 0 ? [] : [`manca la risposta a: ${ignote.join(', ')}`])];
}

/** True for who the terms say is a relative, an affine or the spouse; undefined when they say nothing. */
function parenteDel({ condizioni }: Situazione): boolean | undefined {
  const legami = condizioni.flatMap(({ familiare }) => (familiare === undefined ? [] : [familiare.legame]));
  return legami.length === 0 ? undefined : legami.some((legame) => legame !== 'nessuno');
}
