import type { Request, Response } from 'express';
import { z } from 'zod';
import { calcolaDati } from '../../contributi/calcola.ts';
import { parseDatiCalcolo } from '../../contributi/parse-dati.ts';
import { norme } from '../../norme/norme.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { giornoInItalia } from '../../valori/giorno.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { percorsi } from '../percorsi.ts';
import { toVisteCalcolo, type VistaCalcolo } from '../viste/calcolo.ts';
import { CAMPI_VUOTI, campiModulo } from '../viste/modulo-calcolo.ts';
import { anniDaScegliere, TRIMESTRI, trimestreDiOggi } from '../viste/periodi.ts';
import { comeErrori, renderAperta } from './pagina.ts';

const modulo = z.strictObject({
  ...campiModulo,
  assunzione: z.string().max(40).default(''),
  numero: z.string().regex(/^[1-4]$/),
  anno: z.string().regex(/^\d{4}$/),
  azione: z.literal('calcola').optional(),
});
type Campi = Omit<z.output<typeof modulo>, 'azione'>;

/** The calculation for who has not come in: nothing is asked of anybody and nothing is kept. */
export function calcoloAperto(dip: Dipendenze) {
  return {
    mostra(req: Request, res: Response): void {
      const { numero, anno } = trimestreDiOggi(giornoInItalia(dip.app.clock.now()), norme().anni);
      show(req, res, { ...CAMPI_VUOTI, assunzione: '', numero: String(numero), anno: String(anno) }, []);
    },
    calcola(req: Request, res: Response): void {
      const { azione: _azione, ...campi } = modulo.parse(req.body);
      try {
        const dati = parseDatiCalcolo({ ...campi, trimestre: `${campi.numero}/${campi.anno}` });
        show(req, res, campi, toVisteCalcolo(calcolaDati(dati, norme())));
      } catch (errore) {
        if (!(errore instanceof ErroreDati)) throw errore;
        res.status(errore.statoHttp);
        show(req, res, campi, [], errore);
      }
    },
  };
}

function show(req: Request, res: Response, campi: Campi, calcoli: readonly VistaCalcolo[], errore?: ErroreDati): void {
  renderAperta(req, res, 'calcolo', 'Calcolo contributi', {
    ...comeErrori(errore),
    briciole: [
      { testo: 'Home', href: percorsi.home },
      { testo: 'Calcolo contributi', href: '' },
    ],
    azione: percorsi.calcolo,
    campi,
    calcoli,
    previsione: null,
    puoCambiare: true,
    rapporti: [],
    scelto: { rapporto: '', numero: campi.numero, anno: campi.anno },
    trimestri: TRIMESTRI,
    anni: anniDaScegliere(norme().anni),
  });
}
