import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { RapportoDiLavoro } from '../../anagrafe/rapporto-di-lavoro.ts';
import { parseTrimestre, type Trimestre } from '../../scadenze/trimestre.ts';
import { frasiEsito } from '../../bollettini/frasi.ts';
import type { Modifiche } from '../../bollettini/servizio-bollettini.ts';
import { parseGiorno } from '../../valori/giorno.ts';
import { type ErroreDati, NonTrovato } from '../../valori/errore-dati.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { contestoDi, requireAccess, requirePermission } from '../http/access.ts';
import { answerAsked, goToAnswer } from '../http/risposte.ts';
import { RIPRESO, takeTyped } from '../http/sospesa.ts';
import { percorsi } from '../percorsi.ts';
import { titleOf, type Blocco } from '../strumenti/blocchi.ts';
import { calcoliInBlocchi } from '../strumenti/calcolo-in-blocchi.ts';
import { cambioScritto, gruppoCambio } from '../strumenti/cambiate-dal.ts';
import { inTheForm } from '../strumenti/campo-del-modulo.ts';
import { oltreLOrario, territorio } from '../strumenti/campi-comuni.ts';
import { comeErrori } from '../strumenti/come-errori.ts';
import { schemaDeiCampi } from '../strumenti/lettura-modulo.ts';
import { type GruppoCampi, type Scritto, testo } from '../strumenti/strumento.ts';
import { inizioEFine, letture, over80 } from '../strumenti/campi-trimestre.ts';
import { absenceFields, comeAndato, weekFields } from '../strumenti/come-andato.ts';
import { visibilitaDi } from '../../accesso/visibilita.ts';
import { attoScritto, parseConsenso, toVistaPrevisione, type VistaPrevisione } from '../viste/previsione.ts';
import { whatIsWrong } from '../strumenti/che-cosa-non-va.ts';
import { renderScheda } from './pagina.ts';

const scelta = z.object({
  rapporto: z.string().max(64),
  numero: z.string().regex(/^[1-4]$/),
  anno: z.string().regex(/^\d{4}$/),
});
const azione = z.enum(['calcola', 'emetti']).default('calcola');
const consensoScritto = z.string().max(40).default('');

/** A quarter of one's own rapporto told week by week, and its bollettini: one, or two where it has two kinds of weeks. */
export function dettaglioRouter(dip: Dipendenze): Router {
  const router = Router();
  const permesso = [requireAccess, requirePermission('modifica')];

  router.get(percorsi.dettaglio, ...permesso, async (req, res) => {
    const detto = answerAsked(req);
    if (detto !== undefined) {
      await answer(dip, { req, res }, await told(dip, req, detto));
      return;
    }
    const { rapporto, trimestre } = await findScelta(dip, req, scelta.parse(req.query));
    const { rapporto: _r, numero: _n, anno: _a, ...scritti } = takeTyped(req) ?? {};
    const scritto = schemaDeiCampi(fieldsOf(trimestre)).parse(scritti);
    const ripreso = Object.keys(scritti).length > 0;
    await show(dip, { req, res }, { rapporto, trimestre, scritto, ...(ripreso ? { ripreso: RIPRESO } : {}) });
  });

  router.post(percorsi.dettaglio, ...permesso, async (req, res) => {
    const raccontato = await told(dip, req, req.body);
    const { rapporto, trimestre, scritto, consenso, attoInterruttivo } = raccontato;
    if (raccontato.azione === 'calcola') {
      const { numero, anno } = trimestre;
      const pagina = `${percorsi.dettaglio}?rapporto=${rapporto.id}&numero=${numero}&anno=${anno}`;
      await goToAnswer({ req, res }, pagina, () => answer(dip, { req, res }, raccontato));
      return;
    }
    try {
      const changes = modificheDa(scritto, raccontato);
      const esito = await inTheForm(scritto, () =>
        dip.app.bollettini.emetti(
          contestoDi(req),
          rapporto.id,
          trimestre,
          changes,
          parseConsenso(consenso, attoInterruttivo),
        ),
      );
      req.session.messaggio = frasiEsito(esito, dip.app.parole).join(' ');
      res.redirect(303, percorsi.bollettini);
    } catch (errore) {
      await showWhatIsWrong(dip, { req, res }, raccontato, errore);
    }
  });
  return router;
}

interface Pagina {
  readonly req: Request;
  readonly res: Response;
}

/** What the form tells, with the rapporto it tells of. */
async function told(dip: Dipendenze, req: Request, corpo: unknown) {
  const {
    rapporto: id,
    numero,
    anno,
    azione: cosa,
    consenso,
    attoInterruttivo,
    ...campi
  } = corpo as Record<string, unknown>;
  const trovati = await findScelta(dip, req, scelta.parse({ rapporto: id, numero, anno }));
  return {
    ...trovati,
    azione: azione.parse(cosa),
    consenso: consensoScritto.parse(consenso),
    attoInterruttivo: attoScritto.parse(attoInterruttivo),
    scritto: schemaDeiCampi(fieldsOf(trovati.trimestre)).parse(campi),
  };
}

type Raccontato = Pick<Awaited<ReturnType<typeof told>>, 'rapporto' | 'trimestre' | 'scritto'>;

function proposalOf(dip: Dipendenze, req: Request, { rapporto, trimestre }: Raccontato) {
  return (detto: Scritto) =>
    inTheForm(detto, () =>
      dip.app.bollettini.proponi(contestoDi(req), rapporto.id, trimestre, modificheDa(detto, { rapporto, trimestre })),
    );
}

async function answer(dip: Dipendenze, pagina: Pagina, { rapporto, trimestre, scritto }: Raccontato): Promise<void> {
  const { req } = pagina;
  try {
    const blocchi = calcoliInBlocchi(await proposalOf(dip, req, { rapporto, trimestre, scritto })(scritto));
    const changes = modificheDa(scritto, { rapporto, trimestre });
    const previsioni = await dip.app.bollettini.prevedi(contestoDi(req), rapporto.id, trimestre, changes);
    const previsione = toVistaPrevisione(previsioni, dip.app.parole);
    await show(dip, pagina, { rapporto, trimestre, scritto, blocchi, previsione });
  } catch (errore) {
    await showWhatIsWrong(dip, pagina, { rapporto, trimestre, scritto }, errore);
  }
}

async function showWhatIsWrong(
  dip: Dipendenze,
  pagina: Pagina,
  { rapporto, trimestre, scritto }: Raccontato,
  errore: unknown,
): Promise<void> {
  const propose = proposalOf(dip, pagina.req, { rapporto, trimestre, scritto });
  const errori = await whatIsWrong(errore, fieldsOf(trimestre), scritto, propose);
  await show(dip, pagina, { rapporto, trimestre, scritto, errori });
}

/** An end that INPS has not been told of yet may be said here. */
function modificheDa(scritto: Scritto, { rapporto, trimestre }: Pick<Raccontato, 'rapporto' | 'trimestre'>): Modifiche {
  const cessazione = testo(scritto, 'cessazione');
  const cambio = cambioScritto(scritto, rapporto);
  return {
    ...(cambio !== undefined && { cambio }),
    situazione: withoutAbsent(comeAndato(scritto, trimestre)),
    ...(cessazione !== '' && { cessazione: parseGiorno(cessazione, 'cessazione') }),
  };
}

/** The rapporto's own terms stay as they are: only how the quarter went is asked. */
function fieldsOf(trimestre: Trimestre): readonly GruppoCampi[] {
  return [
    gruppoCambio(trimestre),
    weekFields(trimestre),
    ...absenceFields(trimestre),
    {
      legenda: 'Fine del rapporto',
      campi: inizioEFine.filter(({ nome }) => nome !== 'assunzione'),
    },
    { legenda: 'Straordinari, notti, cassa', campi: oltreLOrario },
    { legenda: 'Termini sospesi', campi: [territorio()] },
    over80,
    { legenda: 'Come leggere le norme', campi: letture },
  ];
}

async function findScelta(dip: Dipendenze, req: Request, scelto: z.output<typeof scelta>) {
  const rapporto = (await dip.app.bollettini.rapporti(contestoDi(req))).find(({ id }) => id === scelto.rapporto);
  if (rapporto === undefined) throw new NonTrovato('Rapporto di lavoro');
  return { rapporto, trimestre: parseTrimestre(`${scelto.numero}/${scelto.anno}`) };
}

function withoutAbsent(situazione: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(situazione).filter(([, valore]) => valore !== undefined));
}

async function show(
  dip: Dipendenze,
  { req, res }: Pagina,
  stato: {
    readonly rapporto: RapportoDiLavoro;
    readonly trimestre: Trimestre;
    readonly scritto: Scritto;
    readonly blocchi?: readonly Blocco[];
    readonly previsione?: VistaPrevisione;
    readonly errori?: readonly ErroreDati[];
    readonly ripreso?: string;
  },
): Promise<void> {
  const { rapporto, trimestre, scritto, blocchi, previsione, errori } = stato;
  res.status(errori?.[0]?.statoHttp ?? 200);
  const gruppi = fieldsOf(trimestre);
  const visibile = visibilitaDi(contestoDi(req));
  const scheda = {
    nome: 'calcolo',
    modello: 'dettaglio',
    titolo: titleOf(blocchi, 'Il trimestre settimana per settimana'),
  } as const;
  await renderScheda(dip, { req, res }, scheda, {
    ...comeErrori(errori, gruppi),
    rapporto: { id: rapporto.id, codice: rapporto.codice },
    lavoratore: `${visibile.nome(rapporto.lavoratore.nome)} ${visibile.nome(rapporto.lavoratore.cognome)}`,
    trimestre,
    scelto: { rapporto: rapporto.id, numero: String(trimestre.numero), anno: String(trimestre.anno) },
    gruppi,
    ripreso: stato.ripreso ?? null,
    scritto,
    blocchi: blocchi ?? [],
    previsione: previsione ?? null,
  });
}
