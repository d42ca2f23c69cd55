import { requireDispositivo } from '../accesso/ambito.ts';
import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import type { Bollettino } from '../bollettini/bollettino.ts';
import { versatoNetto } from '../bollettini/decisione.ts';
import { NESSUNA_SETTIMANA } from '../bollettini/settimane-coperte.ts';
import { formatGiornoItaliano, type Giorno, giornoInItalia } from '../valori/giorno.ts';
import { italiano } from '../valori/italiano.ts';
import type { Contesto } from '../accesso/contesto.ts';
import type { DatiProspetto } from '../avvisi/prospetto-pdf.ts';
import type { Applicazione } from '../applicazione/applicazione.ts';
import type { RigaTrovata } from '../bollettini/servizio-bollettini.ts';
import type { Anomalia } from '../pagamenti/anomalia.ts';
import { passiRimborso, type Rimborso, type Versamento, vociRimborso } from '../prospetti/rimborso/rimborso.ts';
import { centesimi, parseEuro, somma } from '../valori/denaro.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { inCarta, type Stampa } from './viste/prospetti.ts';

/**
 * The figures to bring to INPS about a paid bollettino: what was paid beyond its quarter or twice, as anomalies say, or all of
 * it, when it was meant for another rapporto.
 * @param altroRapporto the codice rapporto that was meant
 * @throws ErroreDati `nulla-da-rimborsare` (409)
 */
export async function rimborsoDi(
  app: Applicazione,
  contesto: Contesto,
  riga: RigaTrovata,
  altroRapporto?: string,
): Promise<Rimborso> {
  const { bollettino, rapporto, datore } = riga;
  const aperte = (await app.operatori.anomalie('aperta')).filter((una) => una.bollettinoId === bollettino.id);
  const comune = {
    datore,
    lavoratore: rapporto.lavoratore,
    codiceRapporto: rapporto.codice,
    trimestre: bollettino.trimestre,
    versamenti: await paymentsOf(app, contesto, riga),
  };
  if (altroRapporto !== undefined) {
    if (bollettino.stato !== 'pagato') throw nothingToGiveBack();
    const daRendere = versatoNetto(bollettino);
    if (daRendere <= 0) throw nothingToGiveBack();
    return { motivo: 'altro-rapporto', ...comune, daRendere, altroRapporto };
  }
  const eccesso = aperte.find(({ tipo }) => tipo === 'versato-in-eccesso');
  if (eccesso !== undefined) {
    const dovuto = centsOf(eccesso, 'importoDovuto');
    return { motivo: 'eccesso', ...comune, dovuto, daRendere: centsOf(eccesso, 'importoInEccesso') };
  }
  const doppi = aperte.filter(({ tipo }) => tipo === 'pagamento-doppio');
  if (doppi.length === 0) throw nothingToGiveBack();
  return { motivo: 'doppio', ...comune, daRendere: somma(doppi.map((una) => centsOf(una, 'importoRicevuto'))) };
}

/**
 * Keeps that INPS gave the money back: it no longer counts as paid, and the anomaly that told of it is closed. What was all given
 * back pays no week any more, and the quarter may be issued again.
 * @throws ErroreDati `nulla-da-rimborsare` (409), `rimborso-futuro`
 */
export async function registraRimborso(
  app: Applicazione,
  contesto: Contesto,
  riga: RigaTrovata,
  ottenuto: { readonly il: Giorno; readonly altroRapporto?: string },
): Promise<Rimborso> {
  requireDispositivo(contesto);
  if (ottenuto.il > giornoInItalia(app.clock.now())) throw inTheFuture();
  const dati = await rimborsoDi(app, contesto, riga, ottenuto.altroRapporto);
  const { motivo, daRendere } = dati;
  const { id } = riga.bollettino;
  const il = app.clock.now().toISOString();
  const aperte = (await app.operatori.anomalie('aperta')).filter((una) => una.bollettinoId === id);
  const chiusura = {
    il,
    da: 'programma',
    nota: italiano`Rimborsato dall’INPS il ${formatGiornoItaliano(ottenuto.il)}.`,
  };
  await app.archivio.transazione(async (tx) => {
    if (!(await tx.bollettini.restituisci(id, afterRefund(riga.bollettino, dati), il))) throw nothingToGiveBack();
    for (const una of aperte) if (una.tipo === ANOMALIE[motivo]) await tx.anomalie.chiudi(una.id, chiusura);
    const dettaglio = { motivo, importo: daRendere, giorno: ottenuto.il };
    await tx.atti.registra({ azione: 'rimborso-ottenuto', contesto, oggetto: { tipo: 'bollettino', id }, dettaglio });
  });
  return dati;
}

/** What is kept with the bollettino; a second payment given back leaves the first as it was. */
function afterRefund(
  { restituito = centesimi(0), doppioRestituito = centesimi(0), importo, settimane }: Bollettino,
  { motivo, daRendere }: Rimborso,
): Pick<Bollettino, 'restituito' | 'doppioRestituito' | 'settimane'> {
  if (motivo === 'doppio') {
    const doppio = centesimi(doppioRestituito + daRendere);
    return { ...(restituito > 0 && { restituito }), doppioRestituito: doppio, settimane };
  }
  const suo = centesimi(Math.min(restituito + daRendere, importo));
  return {
    restituito: suo,
    ...(doppioRestituito > 0 && { doppioRestituito }),
    settimane: suo === importo ? NESSUNA_SETTIMANA : settimane,
  };
}

/** What tells operators of each, until the money is back. */
const ANOMALIE = { eccesso: 'versato-in-eccesso', doppio: 'pagamento-doppio', 'altro-rapporto': null } as const;

function inTheFuture(): ErroreDati {
  return new ErroreDati('rimborso-futuro', { campo: 'ottenutoIl' });
}

/** A bollettino as the statement needs it, of who acts. @throws NonTrovato */
export async function rigaDi(app: Applicazione, contesto: Contesto, id: Id): Promise<RigaTrovata> {
  const [riga, datore] = await Promise.all([app.bollettini.mostra(contesto, id), app.bollettini.datore(contesto)]);
  return { ...riga, datore, successori: [] };
}

/** All that was paid for the rapporto's quarter, with what proves it. */
async function paymentsOf(app: Applicazione, contesto: Contesto, riga: RigaTrovata): Promise<readonly Versamento[]> {
  const { trimestre } = riga.bollettino;
  const suoi = (await app.pagamenti.effettuati(contesto)).filter(
    ({ bollettino, rapporto }) =>
      rapporto.id === riga.rapporto.id &&
      bollettino.trimestre.anno === trimestre.anno &&
      bollettino.trimestre.numero === trimestre.numero,
  );
  return suoi.flatMap(({ bollettino, ricevuta, rendicontato }) => {
    const prova = ricevuta ?? rendicontato;
    if (prova === undefined) return [];
    const importo = ricevuta === undefined ? bollettino.importo : parseEuro(ricevuta.importoPagato);
    return [{ iuv: bollettino.iuv, iur: prova.iur, giorno: prova.dataEsito, importo }];
  });
}

function centsOf({ dettaglio }: Anomalia, campo: string) {
  return centesimi(Number(dettaglio[campo] ?? 0));
}

/** The same on paper. */
export function rimborsoPerStampa(rimborso: Rimborso, stampa: Stampa): DatiProspetto {
  return inCarta(
    'Dati per la richiesta di rimborso',
    'Contributi di lavoro domestico: che cosa portare all’INPS.',
    stampa,
    [
      { titolo: 'I dati', voci: vociRimborso(rimborso).map(([etichetta, valore]) => ({ etichetta, valore })) },
      { titolo: 'Che cosa fare' },
      ...passiRimborso(rimborso).map((testo) => ({ testo })),
    ],
  );
}

function nothingToGiveBack(): ErroreDati {
  return new ErroreDati('nulla-da-rimborsare');
}
