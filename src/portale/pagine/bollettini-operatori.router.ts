import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { Contesto } from '../../accesso/contesto.ts';
import { type Indirizzo, NESSUN_INDIRIZZO } from '../../anagrafe/indirizzo.ts';
import { fromPersistiti } from '../../bollettini/dati-persistiti.ts';
import { fraseEliminato, frasiEsito } from '../../bollettini/frasi.ts';
import type { RigaTrovata } from '../../bollettini/servizio-bollettini.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { giornoInItalia } from '../../valori/giorno.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { operatoreDi, requireOperatore } from '../http/operatore.ts';
import { answerAsked, goToAnswer } from '../http/risposte.ts';
import { RIPRESO, takeTyped } from '../http/sospesa.ts';
import { inTheForm } from '../strumenti/campo-del-modulo.ts';
import { percorsi } from '../percorsi.ts';
import { comeErrori } from '../strumenti/come-errori.ts';
import { daInquadrare } from '../viste/da-inquadrare.ts';
import { toVistaBollettino, type VistaBollettino } from '../viste/bollettino.ts';
import { toRisultato, type VistaRisultato } from '../viste/calcolo.ts';
import { INTERA } from '../../accesso/visibilita.ts';
import { toCampi } from '../viste/modulo-calcolo.ts';
import {
  campiDelRapporto,
  type CampiDelRapporto,
  gruppiDelRapporto,
  modificheScritte,
  NESSUN_CAMBIO,
} from '../viste/modulo-del-rapporto.ts';
import { moduloIndirizzo } from '../viste/modulo-indirizzo.ts';
import { attoScritto, parseConsenso, toVistaPrevisione, type VistaPrevisione } from '../viste/previsione.ts';
import { whatIsWrong } from '../strumenti/che-cosa-non-va.ts';
import { renderAperta, takeMessaggio } from './pagina.ts';

// A search is sent, never written in the clear in an address: what is sought is a codice fiscale or a code to pay with.
const moduloRicerca = z.strictObject({ cerca: z.string().trim().max(60).default('') });
const moduloElimina = z.strictObject({ versione: z.coerce.number().int().nonnegative() });
/** The fields of the page's other form. */
const CAMPI_INDIRIZZO = Object.fromEntries(Object.keys(NESSUN_INDIRIZZO).map((nome) => [nome, nome]));
const moduloCorreggi = z.strictObject({
  ...campiDelRapporto,
  consenso: z.string().max(40).default(''),
  attoInterruttivo: attoScritto,
  azione: z.enum(['calcola', 'emetti']).default('calcola'),
});

/** Operators find anybody's bollettino by whatever they know of it, remove it, or tell its quarter anew. */
export function bollettiniOperatoriRouter(dip: Dipendenze): Router {
  const router = Router();
  const { bollettini } = dip.app;
  const soloOperatori = requireOperatore(dip);

  router.get(percorsi.bollettiniOperatori, soloOperatori, async (req, res) => {
    const detto = answerAsked(req);
    if (detto === undefined) showFound(dip, { req, res }, { cerca: '', righe: null });
    else await search(dip, { req, res }, detto);
  });

  router.post(percorsi.bollettiniOperatori, soloOperatori, async (req, res) => {
    moduloRicerca.parse(req.body);
    await goToAnswer({ req, res }, percorsi.bollettiniOperatori, (detto) => search(dip, { req, res }, detto));
  });

  router.get(percorsi.bollettinoOperatori(':id'), soloOperatori, async (req, res) => {
    const riga = await findRiga(dip, req);
    const detto = answerAsked(req);
    if (detto !== undefined) {
      await answer(dip, { req, res }, riga, moduloCorreggi.parse(detto));
      return;
    }
    const scritti = takeTyped(req);
    if (scritti !== undefined) {
      await showOne(dip, { req, res }, riga, { campi: z.object(campiDelRapporto).parse(scritti), ripreso: RIPRESO });
      return;
    }
    await showOne(dip, { req, res }, riga, { campi: asIssued(riga) });
  });

  router.post(percorsi.eliminaOperatori(':id'), soloOperatori, async (req, res) => {
    const riga = await findRiga(dip, req);
    const { versione } = moduloElimina.parse(req.body);
    await bollettini.elimina(await inNomeDi(dip, req, riga), riga.bollettino.id, versione);
    req.session.messaggio = fraseEliminato(riga.bollettino);
    res.redirect(303, percorsi.bollettinoOperatori(riga.bollettino.id));
  });

  router.post(percorsi.indirizzoOperatori(':id'), soloOperatori, async (req, res) => {
    const riga = await findRiga(dip, req);
    const indirizzo = moduloIndirizzo.parse(req.body);
    try {
      await bollettini.cambiaIndirizzo(await inNomeDi(dip, req, riga), indirizzo);
      req.session.messaggio = 'Fatto: gli avvisi del datore si stampano da ora con questo indirizzo.';
      res.redirect(303, percorsi.bollettinoOperatori(riga.bollettino.id));
    } catch (errore) {
      if (!(errore instanceof ErroreDati) || errore.statoHttp !== 422) throw errore;
      await showOne(dip, { req, res }, riga, {
        campi: asIssued(riga),
        indirizzo,
        errori: [errore],
      });
    }
  });

  router.post(percorsi.correggiOperatori(':id'), soloOperatori, async (req, res) => {
    const riga = await findRiga(dip, req);
    const detto = moduloCorreggi.parse(req.body);
    const { azione, consenso, attoInterruttivo, ...campi } = detto;
    if (azione === 'calcola') {
      const pagina = percorsi.bollettinoOperatori(riga.bollettino.id);
      await goToAnswer({ req, res }, pagina, () => answer(dip, { req, res }, riga, detto));
      return;
    }
    const contesto = await inNomeDi(dip, req, riga);
    const { trimestre } = riga.bollettino;
    try {
      const changes = changesOf(riga, campi);
      const esito = await inTheForm(campi, () =>
        bollettini.emetti(contesto, riga.rapporto.id, trimestre, changes, parseConsenso(consenso, attoInterruttivo)),
      );
      req.session.messaggio = frasiEsito(esito).join(' ');
      res.redirect(303, percorsi.bollettinoOperatori((esito.emessi[0] ?? riga.bollettino).id));
    } catch (errore) {
      const errori = await whatIsWrong(
        errore,
        gruppiDelRapporto(riga.bollettino.trimestre),
        campi,
        proposalOf(dip, contesto, riga),
      );
      await showOne(dip, { req, res }, riga, { campi, errori });
    }
  });
  return router;
}

async function search(dip: Dipendenze, pagina: Pagina, detto: unknown): Promise<void> {
  const { cerca } = moduloRicerca.parse(detto);
  try {
    showFound(dip, pagina, { cerca, righe: await dip.app.bollettini.cercaPerOperatore(cerca) });
  } catch (errore) {
    if (!(errore instanceof ErroreDati) || errore.statoHttp !== 422) throw errore;
    showFound(dip, pagina, { cerca, righe: null, errore });
  }
}

/** The form as the bollettino was computed. */
function asIssued({ bollettino }: RigaTrovata): CampiDelRapporto {
  return { ...NESSUN_CAMBIO, ...toCampi(fromPersistiti(bollettino.dati)) };
}

function changesOf({ rapporto, bollettino }: RigaTrovata, scritti: CampiDelRapporto) {
  return modificheScritte(scritti, rapporto, bollettino.trimestre);
}

function proposalOf(dip: Dipendenze, contesto: Contesto, riga: RigaTrovata) {
  const { rapporto, bollettino } = riga;
  return (scritti: CampiDelRapporto) =>
    inTheForm(scritti, () =>
      dip.app.bollettini.proponi(contesto, rapporto.id, bollettino.trimestre, changesOf(riga, scritti)),
    );
}

/** What the quarter told anew would come to, before anything is issued. */
async function answer(
  dip: Dipendenze,
  pagina: Pagina,
  riga: RigaTrovata,
  { azione: _azione, consenso: _consenso, attoInterruttivo: _atto, ...campi }: z.output<typeof moduloCorreggi>,
): Promise<void> {
  const contesto = await inNomeDi(dip, pagina.req, riga);
  const propose = proposalOf(dip, contesto, riga);
  try {
    const risultato = toRisultato(await propose(campi));
    const { trimestre } = riga.bollettino;
    const changes = changesOf(riga, campi);
    const previsioni = await dip.app.bollettini.prevedi(contesto, riga.rapporto.id, trimestre, changes);
    await showOne(dip, pagina, riga, { campi, risultato, previsione: toVistaPrevisione(previsioni) });
  } catch (errore) {
    await showOne(dip, pagina, riga, {
      campi,
      errori: await whatIsWrong(errore, gruppiDelRapporto(riga.bollettino.trimestre), campi, propose),
    });
  }
}

function findRiga(dip: Dipendenze, req: Request): Promise<RigaTrovata> {
  return dip.app.bollettini.mostraPerOperatore(String(req.params['id']));
}

function inNomeDi(dip: Dipendenze, req: Request, { datore }: RigaTrovata): Promise<Contesto> {
  return dip.app.accesso.accessoOperatore(`portale:${operatoreDi(req).nome}`, datore.codiceFiscale);
}

interface Pagina {
  readonly req: Request;
  readonly res: Response;
}

function showFound(
  dip: Dipendenze,
  { req, res }: Pagina,
  stato: { readonly cerca: string; readonly righe: readonly RigaTrovata[] | null; readonly errore?: ErroreDati },
): void {
  const { cerca, righe, errore } = stato;
  if (errore !== undefined) res.status(errore.statoHttp);
  renderAperta(req, res, 'operatori-bollettini', 'Bollettini', {
    ...comeErrori(errore),
    operatore: operatoreDi(req).nome,
    cerca,
    righe: righe === null ? null : righe.map((riga) => toVista(dip, riga)),
  });
}

async function showOne(
  dip: Dipendenze,
  { req, res }: Pagina,
  riga: RigaTrovata,
  stato: {
    readonly campi: CampiDelRapporto;
    readonly indirizzo?: Indirizzo;
    readonly risultato?: VistaRisultato;
    readonly previsione?: VistaPrevisione;
    readonly errori?: readonly ErroreDati[];
    readonly ripreso?: string;
  },
): Promise<void> {
  const { campi, risultato = null, previsione = null, errori } = stato;
  const indirizzo = stato.indirizzo ?? riga.datore.indirizzo ?? NESSUN_INDIRIZZO;
  res.status(errori?.[0]?.statoHttp ?? 200);
  const b = toVista(dip, riga);
  const gruppi = gruppiDelRapporto(riga.bollettino.trimestre);
  renderAperta(req, res, 'operatori-bollettino', `Bollettino ${b.trimestre}`, {
    ...comeErrori(errori, gruppi, CAMPI_INDIRIZZO),
    operatore: operatoreDi(req).nome,
    avviso: takeMessaggio(req),
    gruppi,
    eliminato: riga.bollettino.stato === 'eliminato',
    b,
    qr: await daInquadrare(dip.app, await inNomeDi(dip, req, riga), b),
    campi,
    ripreso: stato.ripreso ?? null,
    indirizzo,
    risultato,
    previsione,
  });
}

function toVista(
  dip: Dipendenze,
  riga: RigaTrovata,
): VistaBollettino & { readonly datore: string; readonly iuv: string } {
  const { datore, bollettino, successori } = riga;
  return {
    ...toVistaBollettino(riga, giornoInItalia(dip.app.clock.now()), INTERA, successori),
    datore: `${datore.cognome} ${datore.nome}, ${datore.codiceFiscale}`,
    iuv: bollettino.iuv,
  };
}
