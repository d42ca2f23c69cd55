import type { Contesto } from '../accesso/contesto.ts';
import type { Applicazione } from '../applicazione/applicazione.ts';
import { renderAvvisoHtml } from '../avvisi/avviso-html.ts';
import { renderAvvisoPdf } from '../avvisi/avvisi-pdf.ts';
import { renderProspettoPdf } from '../avvisi/prospetto-pdf.ts';
import { renderRicevutaPdf } from '../avvisi/ricevuta-pdf.ts';
import type { SceltaAvviso } from '../avvisi/scelta-avviso.ts';
import type { CriterioAttestazione } from '../prospetti/attestazione/index.ts';
import { NonTrovato } from '../valori/errore-dati.ts';
import { giornoInItalia } from '../valori/giorno.ts';
import { attestazioneDi, calendarioDi, estrattoDi, scopertiDi } from './prospetti.ts';
import { attestazionePerStampa, estrattoPerStampa } from './viste/prospetti.ts';
import { scopertiPerStampa } from './viste/scoperti.ts';
import { toDatiRicevuta } from './viste/dati-ricevuta.ts';
import { visibilitaDi } from './viste/mascheratura.ts';

/** A document to send. The name of the file says what it is and nothing of anybody. */
export interface Documento {
  /** Media type. */
  readonly tipo: string;
  readonly nomeFile: string;
  readonly contenuto: Uint8Array;
}

/** The printed notice of a bollettino, in the edition and language that were asked for. @throws NonTrovato */
export async function avvisoPdf(
  app: Applicazione,
  contesto: Contesto,
  bollettinoId: string,
  chiesta: SceltaAvviso = {},
): Promise<Documento> {
  const dati = await app.bollettini.avviso(contesto, bollettinoId, chiesta);
  return { tipo: 'application/pdf', nomeFile: 'avviso-di-pagamento.pdf', contenuto: renderAvvisoPdf(dati) };
}

/** The same notice as a web page of its own, with nothing to load: for who reads with ears or fingers. @throws NonTrovato */
export async function avvisoHtml(
  app: Applicazione,
  contesto: Contesto,
  bollettinoId: string,
  { lingua, lavoratore }: Omit<SceltaAvviso, 'edizione'> = {},
): Promise<Documento> {
  // A page has no edition of its own: it has the words of the one that has them in every language.
  const dati = await app.bollettini.avviso(contesto, bollettinoId, { edizione: '3', lingua, lavoratore });
  const contenuto = Buffer.from(renderAvvisoHtml(dati));
  return { tipo: 'text/html; charset=utf-8', nomeFile: 'avviso-di-pagamento.html', contenuto };
}

/** The due dates ahead as a calendar file. @throws NonTrovato */
export async function calendarioIcs(app: Applicazione, contesto: Contesto, rapportoId?: string): Promise<Documento> {
  const contenuto = Buffer.from(await calendarioDi(app, contesto, rapportoId));
  return { tipo: 'text/calendar; charset=utf-8', nomeFile: 'scadenze-contributi.ics', contenuto };
}

/** The printed receipt of a payment. @throws NonTrovato when there is none (yet), or the payment is of others */
export async function ricevutaPdf(app: Applicazione, contesto: Contesto, tentativoId: string): Promise<Documento> {
  const { ricevuta, ...riga } = await app.pagamenti.pagamento(contesto, tentativoId);
  if (ricevuta === undefined || riga.tentativo.stato !== 'eseguito') throw new NonTrovato('Ricevuta');
  const datore = await app.bollettini.datore(contesto);
  const { ente } = app.impostazioni;
  const oggi = giornoInItalia(app.clock.now());
  const dati = toDatiRicevuta({ ...riga, ricevuta }, { ente, datore, oggi, visibile: visibilitaDi(contesto) });
  return { tipo: 'application/pdf', nomeFile: 'ricevuta.pdf', contenuto: renderRicevutaPdf(dati) };
}

/** The employer's statement of a year, on paper. */
export async function attestazionePdf(
  app: Applicazione,
  contesto: Contesto,
  anno: number,
  criterio: CriterioAttestazione,
): Promise<Documento> {
  const dati = attestazionePerStampa(await attestazioneDi(app, contesto, anno, criterio), stampaDi(app));
  return { tipo: 'application/pdf', nomeFile: `attestazione-${anno}.pdf`, contenuto: renderProspettoPdf(dati) };
}

/** A worker's extract, on paper. @throws NonTrovato */
export async function estrattoPdf(app: Applicazione, contesto: Contesto, rapportoId: string): Promise<Documento> {
  const dati = estrattoPerStampa(await estrattoDi(app, contesto, rapportoId), stampaDi(app));
  return { tipo: 'application/pdf', nomeFile: 'estratto.pdf', contenuto: renderProspettoPdf(dati) };
}

/** The quarters of a rapporto, paid and not, on paper. @throws NonTrovato */
export async function scopertiPdf(app: Applicazione, contesto: Contesto, rapportoId: string): Promise<Documento> {
  const { rapporto, prospetto } = await scopertiDi(app, contesto, rapportoId);
  const dati = scopertiPerStampa(rapporto, prospetto, stampaDi(app));
  return { tipo: 'application/pdf', nomeFile: 'trimestri.pdf', contenuto: renderProspettoPdf(dati) };
}

function stampaDi(app: Applicazione) {
  return { oggi: giornoInItalia(app.clock.now()), reale: app.impostazioni.ente.reale };
}
