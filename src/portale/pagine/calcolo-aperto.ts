import type { Request, Response } from 'express';
import { z } from 'zod';
import { calcolaDati } from '../../contributi/calcola.ts';
import type { Calcolo } from '../../contributi/calcolo.ts';
import { parseDatiCalcolo } from '../../contributi/parse-dati.ts';
import { norme } from '../../norme/norme.ts';
import type { ErroreDati } from '../../valori/errore-dati.ts';
import { giornoInItalia } from '../../valori/giorno.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { answerAsked, answerIsLost, goToAnswer } from '../http/risposte.ts';
import { percorsi } from '../percorsi.ts';
import { comeErrori } from '../strumenti/come-errori.ts';
import { gruppiCalcolo } from '../strumenti/gruppi-calcolo.ts';
import { toRisultato, type VistaRisultato } from '../viste/calcolo.ts';
import { CAMPI_VUOTI, campiModulo } from '../viste/modulo-calcolo.ts';
import { anniDaScegliere, TRIMESTRI, trimestreDiOggi } from '../viste/periodi.ts';
import { whatIsWrong } from '../strumenti/che-cosa-non-va.ts';
import { renderAperta } from './pagina.ts';

const modulo = z.strictObject({
  ...campiModulo,
  assunzione: z.string().max(40).default(''),
  soloAssistenza: z
    .literal('si')
    .optional()
    .transform((valore) => valore === 'si'),
  numero: z.string().regex(/^[1-4]$/),
  anno: z.string().regex(/^\d{4}$/),
  azione: z.literal('calcola').optional(),
});
type Campi = Omit<z.output<typeof modulo>, 'azione'>;

const TITOLO = 'Calcolo contributi';
const GRUPPI = gruppiCalcolo({ assunzione: true, soloAssistenza: true });

/** The calculation for who has not come in: nothing is asked of anybody and nothing is kept. */
export function calcoloAperto(dip: Dipendenze) {
  return {
    async mostra(req: Request, res: Response): Promise<void> {
      const detto = answerAsked(req);
      if (detto !== undefined) return answer(req, res, detto);
      const { numero, anno } = trimestreDiOggi(giornoInItalia(dip.app.clock.now()), norme().anni);
      show(req, res, {
        campi: { ...CAMPI_VUOTI, assunzione: '', soloAssistenza: false, numero: String(numero), anno: String(anno) },
      });
    },
    async calcola(req: Request, res: Response): Promise<void> {
      modulo.parse(req.body);
      await goToAnswer({ req, res }, percorsi.calcolo, (detto) => answer(req, res, detto));
    },
  };
}

async function answer(req: Request, res: Response, detto: unknown): Promise<void> {
  const { azione: _azione, ...campi } = modulo.parse(detto);
  try {
    show(req, res, { campi, risultato: toRisultato(compute(campi)) });
  } catch (errore) {
    show(req, res, { campi, errori: await whatIsWrong(errore, GRUPPI, campi, compute) });
  }
}

function compute(campi: Campi): readonly Calcolo[] {
  return calcolaDati(parseDatiCalcolo({ ...campi, trimestre: `${campi.numero}/${campi.anno}` }), norme());
}

interface Stato {
  readonly campi: Campi;
  readonly risultato?: VistaRisultato;
  readonly errori?: readonly ErroreDati[];
}

function show(req: Request, res: Response, { campi, risultato, errori }: Stato): void {
  res.status(errori?.[0]?.statoHttp ?? 200);
  renderAperta(req, res, 'calcolo', risultato === undefined ? TITOLO : `${risultato.titolo} – ${TITOLO}`, {
    ...comeErrori(errori, GRUPPI, { trimestre: 'anno' }),
    briciole: [
      { testo: 'Home', href: percorsi.home },
      { testo: TITOLO, href: '' },
    ],
    azione: percorsi.calcolo,
    gruppi: GRUPPI,
    campi,
    risultato: risultato ?? null,
    perduta: answerIsLost(req),
    previsione: null,
    puoCambiare: true,
    rapporti: [],
    scelto: { rapporto: '', numero: campi.numero, anno: campi.anno },
    trimestri: TRIMESTRI,
    anni: anniDaScegliere(norme().anni),
  });
}
