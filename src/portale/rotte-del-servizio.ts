import type { Router } from 'express';
import type { Dipendenze } from './dipendenze.ts';
import { accessoRouter } from './pagine/accesso.router.ts';
import { bollettiniOperatoriRouter } from './pagine/bollettini-operatori.router.ts';
import { bollettiniRouter } from './pagine/bollettini.router.ts';
import { calcoloRouter } from './pagine/calcolo.router.ts';
import { clienteRouter } from './pagine/cliente.router.ts';
import { clientiRouter } from './pagine/clienti.router.ts';
import { confermaRouter } from './pagine/conferma.router.ts';
import { daFareRouter } from './pagine/da-fare.router.ts';
import { dettaglioRouter } from './pagine/dettaglio.router.ts';
import { documentiRouter } from './pagine/documenti.router.ts';
import { eliminaRouter } from './pagine/elimina.router.ts';
import { fineRapportoRouter } from './pagine/fine-rapporto.router.ts';
import { homeRouter } from './pagine/home.router.ts';
import { importaClientiRouter } from './pagine/importa-clienti.router.ts';
import { lavoratoreRouter } from './pagine/lavoratore.router.ts';
import { indirizzoRouter } from './pagine/indirizzo.router.ts';
import { lottiRouter } from './pagine/lotti.router.ts';
import { manualeRouter } from './pagine/manuale.router.ts';
import { messaggiRicevutiRouter } from './pagine/messaggi-ricevuti.router.ts';
import { messaggiRouter } from './pagine/messaggi.router.ts';
import { modificaRouter } from './pagine/modifica.router.ts';
import { normeRouter } from './pagine/norme.router.ts';
import { nuovoLottoRouter } from './pagine/nuovo-lotto.router.ts';
import { operatoriRouter } from './pagine/operatori.router.ts';
import { pagamentiRouter } from './pagine/pagamenti.router.ts';
import { pagamentoOnlineRouter } from './pagine/pagamento-online.router.ts';
import { disiscrizioneRouter, promemoriaRouter } from './pagine/promemoria.router.ts';
import { prospettiRouter } from './pagine/prospetti.router.ts';
import { scopertiRouter } from './pagine/scoperti.router.ts';
import { rimborsoRouter } from './pagine/rimborso.router.ts';
import { ritornoRouter } from './pagine/ritorno.router.ts';
import { servizioRouter } from './pagine/servizio.router.ts';
import { sessioneRouter } from './pagine/sessione.router.ts';
import { spidRisposteRouter, spidRouter } from './pagine/spid.router.ts';
import { strumentiRouter } from './pagine/strumenti.router.ts';

/** The pages of a portal, in the order in which they are asked. */
export interface Pagine {
  /** Whose forms carry a file, or come from another site: they stand before the general reading of forms. */
  readonly conFile: readonly ((dip: Dipendenze) => Router)[];
  readonly altre: readonly ((dip: Dipendenze) => Router)[];
}

/** The portal that issues notices and pays them on pagoPA, with who runs it. */
export const PAGINE_DEL_SERVIZIO: Pagine = {
  conFile: [spidRisposteRouter, disiscrizioneRouter, nuovoLottoRouter, importaClientiRouter],
  altre: [
    homeRouter,
    servizioRouter,
    normeRouter,
    strumentiRouter,
    accessoRouter,
    spidRouter,
    sessioneRouter,
    daFareRouter,
    messaggiRicevutiRouter,
    promemoriaRouter,
    lavoratoreRouter,
    confermaRouter,
    clientiRouter,
    clienteRouter,
    documentiRouter,
    indirizzoRouter,
    modificaRouter,
    bollettiniRouter,
    eliminaRouter,
    dettaglioRouter,
    calcoloRouter,
    ritornoRouter,
    pagamentoOnlineRouter,
    prospettiRouter,
    scopertiRouter,
    fineRapportoRouter,
    rimborsoRouter,
    pagamentiRouter,
    manualeRouter,
    operatoriRouter,
    messaggiRouter,
    bollettiniOperatoriRouter,
    lottiRouter,
  ],
};
