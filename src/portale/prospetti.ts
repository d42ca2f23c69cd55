import type { Contesto } from '../accesso/contesto.ts';
import type { Id, RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import type { Applicazione } from '../applicazione/applicazione.ts';
import { norme } from '../norme/norme.ts';
import { regoleProspetti } from '../norme/regole-prospetti.ts';
import { bollettiniPagati } from '../pagamenti/bollettini-pagati.ts';
import {
  attestazione,
  estratto,
  type Attestazione,
  type CriterioAttestazione,
  type Estratto,
} from '../prospetti/attestazione/index.ts';
import { calendarioIcs, eventiCalendario, type DatiCalendario, type Evento } from '../prospetti/calendario/index.ts';
import type { DatiRicevuta } from '../prospetti/ricevuta/index.ts';
import { scoperti, type Scoperti } from '../prospetti/scoperti/index.ts';
import { scadenzaDelRapporto, territoriDelTrimestre } from '../scadenze/scadenza-del-rapporto.ts';
import { trimestreSuccessivo, type Trimestre } from '../scadenze/trimestre.ts';
import { ErroreDati, NonTrovato } from '../valori/errore-dati.ts';
import { giornoInItalia } from '../valori/giorno.ts';
import { toDatiRicevuta } from './viste/dati-ricevuta.ts';
import { visibilitaDi } from '../accesso/visibilita.ts';
import type { Termine } from '../bollettini/termine-di.ts';
import type { TrimestreConBollettini } from '../bollettini/trimestre-con-bollettini.ts';
import { trimestreDiOggi } from './viste/periodi.ts';

/** Statements of one employer, from what receipts prove. Pages and API both pass here. */

/**
 * The receipt of a payment, masked as the pages are for who came in with two codes.
 * @throws NonTrovato when there is none (yet), or the payment is of others
 */
export async function ricevutaDi(app: Applicazione, contesto: Contesto, tentativoId: Id): Promise<DatiRicevuta> {
  const { ricevuta, ...riga } = await app.pagamenti.pagamento(contesto, tentativoId);
  if (ricevuta === undefined || riga.tentativo.stato !== 'eseguito') throw new NonTrovato('Ricevuta');
  const datore = await app.bollettini.datore(contesto);
  const { reale } = app.impostazioni.ente;
  return toDatiRicevuta({ ...riga, ricevuta }, { reale, datore, visibile: visibilitaDi(contesto) });
}

export async function attestazioneDi(
  app: Applicazione,
  contesto: Contesto,
  anno: number,
  criterio: CriterioAttestazione,
): Promise<Attestazione> {
  const { datore, pagati } = await pagatiDi(app, contesto);
  return attestazione({ datore, anno, criterio }, pagati, regoleProspetti().tributi, lettoIl(app));
}

/** What was paid for the worker of a rapporto, by this employer. @throws NonTrovato */
export async function estrattoDi(app: Applicazione, contesto: Contesto, rapportoId: Id): Promise<Estratto> {
  const rapporto = await findRapporto(app, contesto, rapportoId);
  const { pagati } = await pagatiDi(app, contesto);
  return estratto(rapporto.lavoratore, pagati, lettoIl(app));
}

/** What the statements of today are read with. */
export function lettoIl({ clock }: Applicazione) {
  return { norme: norme(), oggi: giornoInItalia(clock.now()) };
}

/** What pagoPA says was paid, and what a family says. */
export async function pagatiDi(app: Applicazione, contesto: Contesto) {
  const [datore, effettuati, dichiarati] = await Promise.all([
    app.bollettini.datore(contesto),
    app.pagamenti.effettuati(contesto),
    app.impostazioni.usoReale ? app.famiglia.pagati(contesto) : [],
  ]);
  return { datore, pagati: bollettiniPagati(datore, [...effettuati, ...dichiarati]) };
}

/** A rapporto with its quarters: paid, missing, prescribed, and what they would cost today. */
interface SituazioneDelRapporto {
  readonly rapporto: RapportoDiLavoro;
  readonly prospetto: Scoperti<TrimestreConBollettini>;
}

/** @throws NonTrovato */
export async function scopertiDi(
  app: Applicazione,
  contesto: Contesto,
  rapportoId: Id,
): Promise<SituazioneDelRapporto> {
  const rapporto = await findRapporto(app, contesto, rapportoId);
  const [situazione] = await situazioniDi(app, contesto, undefined, [rapporto]);
  if (situazione === undefined) throw new NonTrovato('Rapporto di lavoro');
  return situazione;
}

/**
 * The same of all the employer's rapporti.
 * @param fino also quarters that are not over, up to this one
 */
export async function situazioniDi(
  app: Applicazione,
  contesto: Contesto,
  fino?: Trimestre,
  quali?: readonly RapportoDiLavoro[],
): Promise<readonly SituazioneDelRapporto[]> {
  const [rapporti, inAttesa] = await Promise.all([
    quali ?? app.bollettini.rapporti(contesto),
    app.pagamenti.inAttesa(contesto),
  ]);
  const anomali = inAttesa.filter(({ tentativo }) => tentativo.stato === 'anomalo');
  const dubbi = new Set(anomali.map(({ bollettino }) => bollettino.id));
  const oggi = giornoInItalia(app.clock.now());
  return Promise.all(
    rapporti.map(async (rapporto) => {
      const noti = await app.bollettini.trimestri(contesto, rapporto.id, dueDateOf, fino);
      const visti = noti.map((noto) =>
        noto.bollettini.some(({ id }) => dubbi.has(id)) ? { ...noto, pagamento: 'in-verifica' as const } : noto,
      );
      return { rapporto, prospetto: scoperti(visti, oggi, regoleProspetti()) };
    }),
  );
}

/** Undefined before the quarters whose window is known. */
function dueDateOf(trimestre: Trimestre, rapporto: RapportoDiLavoro): Termine | undefined {
  try {
    const legale = scadenzaDelRapporto(trimestre, rapporto.cessazione, norme()).scadenza;
    const territori = territoriDelTrimestre(trimestre, rapporto, norme());
    if (territori.length === 0) return { scadenza: legale };
    return {
      scadenza: scadenzaDelRapporto(trimestre, rapporto.cessazione, norme(), territori).scadenza,
      sospesa: legale,
    };
  } catch (errore) {
    if (errore instanceof ErroreDati) return undefined;
    throw errore;
  }
}

/** How many quarters ahead the calendar looks: the one being paid and the four after it. */
const TRIMESTRI_AVANTI = 4;
const GIORNI_PRIMA = 3;

export async function scadenzeDi(app: Applicazione, contesto: Contesto, rapportoId?: Id): Promise<readonly Evento[]> {
  return eventiCalendario(await datiCalendario(app, contesto, rapportoId), norme());
}

/** The same as a calendar file with alarms. */
export async function calendarioDi(app: Applicazione, contesto: Contesto, rapportoId?: Id): Promise<string> {
  return calendarioIcs(await datiCalendario(app, contesto, rapportoId), norme(), app.clock.now());
}

async function datiCalendario(app: Applicazione, contesto: Contesto, rapportoId?: Id): Promise<DatiCalendario> {
  const rapporti =
    rapportoId === undefined
      ? await app.bollettini.rapporti(contesto)
      : [await findRapporto(app, contesto, rapportoId)];
  const dal = trimestreDiOggi(giornoInItalia(app.clock.now()), norme().anni);
  let al: Trimestre = dal;
  for (let i = 0; i < TRIMESTRI_AVANTI; i++) al = trimestreSuccessivo(al);
  return { rapporti, dal, al, giorniPrima: GIORNI_PRIMA };
}

async function findRapporto(app: Applicazione, contesto: Contesto, id: Id): Promise<RapportoDiLavoro> {
  const rapporto = (await app.bollettini.rapporti(contesto)).find((uno) => uno.id === id);
  if (rapporto === undefined) throw new NonTrovato('Rapporto di lavoro');
  return rapporto;
}
