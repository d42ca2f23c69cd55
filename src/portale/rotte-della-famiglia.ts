import { calcoloRouter } from './pagine/calcolo.router.ts';
import { copiaRouter } from './pagine/copia.router.ts';
import { daFareRouter } from './pagine/da-fare.router.ts';
import { dettaglioRouter } from './pagine/dettaglio.router.ts';
import { eliminaRouter } from './pagine/elimina.router.ts';
import { fileDellaPraticaRouter } from './pagine/file-della-pratica.router.ts';
import { fineRapportoRouter } from './pagine/fine-rapporto.router.ts';
import { inizioRouter } from './pagine/inizio.router.ts';
import { manualeRouter } from './pagine/manuale.router.ts';
import { messaggiRicevutiRouter } from './pagine/messaggi-ricevuti.router.ts';
import { modificaRouter } from './pagine/modifica.router.ts';
import { normeRouter } from './pagine/norme.router.ts';
import { pagamentiDichiaratiRouter } from './pagine/pagamenti-dichiarati.router.ts';
import { praticheRouter } from './pagine/pratiche.router.ts';
import { prospettiRouter } from './pagine/prospetti.router.ts';
import { scopertiRouter } from './pagine/scoperti.router.ts';
import { rapportiRouter } from './pagine/rapporti.router.ts';
import { ripristinaRouter } from './pagine/ripristina.router.ts';
import { servizioRouter } from './pagine/servizio.router.ts';
import { sessioneRouter } from './pagine/sessione.router.ts';
import { strumentiRouter } from './pagine/strumenti.router.ts';
import type { Pagine } from './rotte-del-servizio.ts';

/**
 * A family's own portal: the notices are INPS's. None of these pages belongs to the simulation, to notices of ours or to paying them on
 * pagoPA.
 */
export const PAGINE_DELLA_FAMIGLIA: Pagine = {
  conFile: [ripristinaRouter, fileDellaPraticaRouter],
  altre: [
    inizioRouter,
    servizioRouter,
    normeRouter,
    strumentiRouter,
    sessioneRouter,
    daFareRouter,
    messaggiRicevutiRouter,
    rapportiRouter,
    modificaRouter,
    praticheRouter,
    eliminaRouter,
    dettaglioRouter,
    calcoloRouter,
    prospettiRouter,
    scopertiRouter,
    fineRapportoRouter,
    pagamentiDichiaratiRouter,
    copiaRouter,
    manualeRouter,
  ],
};
