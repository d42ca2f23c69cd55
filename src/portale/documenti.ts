import { PassThrough } from 'node:stream';
import type { Contesto } from '../accesso/contesto.ts';
import type { Applicazione } from '../applicazione/applicazione.ts';
import { renderAvvisoHtml } from '../avvisi/avviso-html.ts';
import { createAvvisiPdf, renderAvvisoPdf } from '../avvisi/avvisi-pdf.ts';
import { dataMatrixInPng, qrInSvg } from '../avvisi/codici-da-schermo.ts';
import { renderProspettoPdf } from '../avvisi/prospetto-pdf.ts';
import type { SceltaAvviso } from '../avvisi/scelta-avviso.ts';
import type { CriterioAttestazione } from '../prospetti/attestazione/index.ts';
import { percheNonSiStampa } from '../bollettini/avviso.ts';
import { NonTrovato } from '../valori/errore-dati.ts';
import { giornoInItalia } from '../valori/giorno.ts';
import { isSimulazione } from '../impostazioni/uso-reale.ts';
import { rigaDi, rimborsoDi, rimborsoPerStampa } from './rimborso.ts';
import { attestazioneDi, calendarioDi, estrattoDi, ricevutaDi, scopertiDi } from './prospetti.ts';
import { attestazioneInCsv } from './viste/attestazione-csv.ts';
import { attestazioneInProspetto } from './viste/attestazione.ts';
import { estrattoInCsv } from './viste/estratto-csv.ts';
import { estrattoInProspetto } from './viste/estratto.ts';
import type { Stampa } from './viste/prospetti.ts';
import { ricevutaInCsv } from './viste/ricevuta-csv.ts';
import { ricevutaInProspetto } from './viste/ricevuta.ts';
import { scopertiPerStampa } from './viste/scoperti.ts';

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

/**
 * The notices of the whole cart in one file, as they stand in it; what is prescribed has none.
 * @throws NonTrovato when there is none; ErroreDati `trimestre-prescritto` when all are
 */
export async function avvisiDelCarrelloPdf(app: Applicazione, contesto: Contesto): Promise<Documento> {
  const { righe } = await app.bollettini.carrello(contesto);
  const [prima] = righe;
  if (prima === undefined) throw new NonTrovato('Bollettino nel carrello');
  const oggi = giornoInItalia(app.clock.now());
  const daStampare = righe.filter(({ bollettino }) => percheNonSiStampa(bollettino, oggi) === undefined);
  // None that can be paid: the first says why.
  if (daStampare.length === 0) throw percheNonSiStampa(prima.bollettino, oggi) ?? new NonTrovato('Avviso da stampare');
  const pezzi: Buffer[] = [];
  const flusso = new PassThrough();
  flusso.on('data', (pezzo: Buffer) => pezzi.push(pezzo));
  const avvisi = createAvvisiPdf(flusso, { titolo: 'Avvisi di pagamento', creatoIl: oggi });
  for (const { bollettino } of daStampare) await avvisi.add(await app.bollettini.avviso(contesto, bollettino.id));
  await avvisi.end();
  return { tipo: 'application/pdf', nomeFile: 'avvisi-di-pagamento.pdf', contenuto: Buffer.concat(pezzi) };
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

/** The QR code of the notice, as a picture of its own. @throws NonTrovato */
export async function qrSvg(app: Applicazione, contesto: Contesto, bollettinoId: string): Promise<Documento> {
  const contenuto = Buffer.from(qrInSvg(await app.bollettini.avviso(contesto, bollettinoId)));
  return { tipo: 'image/svg+xml', nomeFile: 'qr.svg', contenuto };
}

/** The Data Matrix of its postal slip. @throws NonTrovato, also where the creditor has no postal account */
export async function dataMatrixPng(app: Applicazione, contesto: Contesto, bollettinoId: string): Promise<Documento> {
  const contenuto = await dataMatrixInPng(await app.bollettini.avviso(contesto, bollettinoId));
  return { tipo: 'image/png', nomeFile: 'datamatrix.png', contenuto };
}

/** The due dates ahead as a calendar file. @throws NonTrovato */
export async function calendarioIcs(app: Applicazione, contesto: Contesto, rapportoId?: string): Promise<Documento> {
  const contenuto = Buffer.from(await calendarioDi(app, contesto, rapportoId));
  return { tipo: 'text/calendar; charset=utf-8', nomeFile: 'scadenze-contributi.ics', contenuto };
}

/** The printed receipt of a payment. @throws NonTrovato when there is none (yet), or the payment is of others */
export async function ricevutaPdf(app: Applicazione, contesto: Contesto, tentativoId: string): Promise<Documento> {
  const dati = ricevutaInProspetto(await ricevutaDi(app, contesto, tentativoId), stampaDi(app).oggi);
  return { tipo: 'application/pdf', nomeFile: 'ricevuta.pdf', contenuto: renderProspettoPdf(dati) };
}

/** The same as a table of one row. @throws NonTrovato */
export async function ricevutaCsv(app: Applicazione, contesto: Contesto, tentativoId: string): Promise<Documento> {
  return csv('ricevuta.csv', ricevutaInCsv(await ricevutaDi(app, contesto, tentativoId)));
}

/** Which attestazione: of a year of payments, or of quarters. */
export interface QualeAttestazione {
  readonly anno: number;
  readonly criterio: CriterioAttestazione;
}

/** The employer's statement of a year, on paper. */
export async function attestazionePdf(
  app: Applicazione,
  contesto: Contesto,
  { anno, criterio }: QualeAttestazione,
): Promise<Documento> {
  const dati = attestazioneInProspetto(await attestazioneDi(app, contesto, anno, criterio), stampaDi(app));
  return { tipo: 'application/pdf', nomeFile: `attestazione-${anno}.pdf`, contenuto: renderProspettoPdf(dati) };
}

/** The same as a table. */
export async function attestazioneCsv(
  app: Applicazione,
  contesto: Contesto,
  { anno, criterio }: QualeAttestazione,
): Promise<Documento> {
  return csv(
    `attestazione-${anno}.csv`,
    attestazioneInCsv(await attestazioneDi(app, contesto, anno, criterio), stampaDi(app).reale),
  );
}

/** A worker's extract, on paper. @throws NonTrovato */
export async function estrattoPdf(app: Applicazione, contesto: Contesto, rapportoId: string): Promise<Documento> {
  const dati = estrattoInProspetto(await estrattoDi(app, contesto, rapportoId), stampaDi(app));
  return { tipo: 'application/pdf', nomeFile: 'estratto.pdf', contenuto: renderProspettoPdf(dati) };
}

/** The same as a table. @throws NonTrovato */
export async function estrattoCsv(app: Applicazione, contesto: Contesto, rapportoId: string): Promise<Documento> {
  return csv('estratto.csv', estrattoInCsv(await estrattoDi(app, contesto, rapportoId), stampaDi(app).reale));
}

/** The quarters of a rapporto, paid and not, on paper. @throws NonTrovato */
export async function scopertiPdf(app: Applicazione, contesto: Contesto, rapportoId: string): Promise<Documento> {
  const { rapporto, prospetto } = await scopertiDi(app, contesto, rapportoId);
  const dati = scopertiPerStampa(rapporto, prospetto, stampaDi(app));
  return { tipo: 'application/pdf', nomeFile: 'trimestri.pdf', contenuto: renderProspettoPdf(dati) };
}

/** The figures to bring to INPS for a refund, on paper. @throws NonTrovato; ErroreDati `nulla-da-rimborsare` */
export async function rimborsoPdf(
  app: Applicazione,
  contesto: Contesto,
  id: string,
  altroRapporto?: string,
): Promise<Documento> {
  const dati = await rimborsoDi(app, contesto, await rigaDi(app, contesto, id), altroRapporto);
  const contenuto = renderProspettoPdf(rimborsoPerStampa(dati, stampaDi(app)));
  return { tipo: 'application/pdf', nomeFile: 'rimborso.pdf', contenuto };
}

/** A table to be saved. */
export function csv(nomeFile: string, contenuto: string): Documento {
  return { tipo: 'text/csv; charset=utf-8', nomeFile, contenuto: Buffer.from(contenuto) };
}

/** What a printed statement says of itself: its day, and whether a real creditor stands behind it. */
export function stampaDi(app: Pick<Applicazione, 'clock' | 'impostazioni'>): Stampa {
  return { oggi: giornoInItalia(app.clock.now()), reale: !isSimulazione(app.impostazioni) };
}
