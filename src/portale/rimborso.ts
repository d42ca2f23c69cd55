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
    return { motivo: 'altro-rapporto', ...comune, daRendere: bollettino.importo, altroRapporto };
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
  return new ErroreDati(
    'nulla-da-rimborsare',
    'Per questo bollettino non risulta nulla di versato in più. Se le ore erano meno, raccontare prima il trimestre con --integra; se il pagamento era per un altro rapporto, indicarlo con --altro-rapporto.',
    { statoHttp: 409 },
  );
}
