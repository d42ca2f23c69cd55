import { formatCodiceAvviso } from '../pagopa/identificativi/codice-avviso.ts';
import { formatTrimestre } from '../scadenze/trimestre.ts';
import { formatEuroItaliano, type Centesimi } from '../valori/denaro.ts';
import { formatGiornoItaliano, parseGiorno, type Giorno } from '../valori/giorno.ts';
import type { DatiRicevuta } from './dati-ricevuta.ts';
import { renderScheda } from './scheda-pdf.ts';
import { paragrafo, tabellaVoci, titolo, type Blocco, type Voce } from './stampa/scheda.ts';

/**
 * The receipt of one payment, one page (PDF/A-2a and PDF/UA-1). Same data, same bytes.
 * @throws ErroreDati `carattere-non-stampabile`
 */
export function renderRicevutaPdf(dati: DatiRicevuta): Buffer {
  const info = {
    title: `Ricevuta di pagamento ${formatCodiceAvviso(dati.codiceAvviso)}`,
    subject: dati.causale,
    author: dati.ente.denominazione,
    language: 'it-IT',
    created: dati.emessoIl,
  };
  const avvertenza = dati.ente.reale ? undefined : 'Ricevuta di una simulazione: nessun pagamento è stato fatto.';
  return renderScheda(info, blocchi(dati), avvertenza);
}

function blocchi(dati: DatiRicevuta): Blocco[] {
  const { contributi } = dati;
  return [
    titolo('H1', 18, 'Ricevuta di pagamento', 0),
    paragrafo('Copia su carta della ricevuta telematica pagoPA dei contributi di lavoro domestico.', {
      spazioPrima: 1,
    }),
    titolo('H2', 12, 'Il pagamento', 6),
    tabellaVoci(vociPagamento(dati)),
    titolo('H2', 12, 'Chi ha pagato e chi ha incassato', 5),
    tabellaVoci([
      { etichetta: 'Pagato da', valore: dati.pagatore.nome },
      { etichetta: 'Codice fiscale di chi paga', valore: dati.pagatore.codiceFiscale, codice: true },
      { etichetta: 'Ente creditore', valore: dati.ente.denominazione },
      { etichetta: 'Codice fiscale dell’ente', valore: dati.ente.codiceFiscale, codice: true },
      { etichetta: 'Prestatore di servizi di pagamento', valore: dati.prestatore },
    ]),
    titolo('H2', 12, 'Che cosa è stato pagato', 5),
    tabellaVoci([
      { etichetta: 'Trimestre', valore: formatTrimestre(contributi.trimestre) },
      { etichetta: 'Codice del rapporto di lavoro', valore: contributi.codiceRapporto, codice: true },
      { etichetta: 'Codice INPS del bollettino', valore: contributi.codiceInps, codice: true },
      { etichetta: 'Lavoratore', valore: contributi.lavoratore.nome },
      { etichetta: 'Codice fiscale del lavoratore', valore: contributi.lavoratore.codiceFiscale, codice: true },
      ...vociContributi(dati),
    ]),
    paragrafo(
      'Conservare questa ricevuta: la quota a carico del datore serve per la dichiarazione dei redditi, nell’anno in cui è stata pagata.',
      { spazioPrima: 5, corpo: 8.5 },
    ),
  ];
}

function vociPagamento(dati: DatiRicevuta): Voce[] {
  const commissione: Voce[] =
    dati.commissione === undefined
      ? []
      : [{ etichetta: 'Commissione del prestatore, a parte', valore: euro(dati.commissione) }];
  return [
    { etichetta: 'Esito', valore: 'Pagamento eseguito', forte: true },
    { etichetta: 'Importo pagato', valore: euro(dati.importo), forte: true },
    ...commissione,
    { etichetta: 'Data del pagamento', valore: quando(dati.dataEsito, dati.oraEsito) },
    ...(dati.dataApplicazione === undefined
      ? []
      : [{ etichetta: 'Contabilizzato dal prestatore il', valore: formatGiornoItaliano(dati.dataApplicazione) }]),
    { etichetta: 'Data e ora della ricevuta', valore: dataOra(dati.dataOraMessaggio) },
    { etichetta: 'Codice avviso', valore: formatCodiceAvviso(dati.codiceAvviso), codice: true },
    { etichetta: 'IUV (identificativo di versamento)', valore: dati.iuv, codice: true },
    { etichetta: 'CCP (contesto del pagamento)', valore: dati.ccp, codice: true },
    { etichetta: 'IUR (numero unico del pagamento)', valore: dati.iur, codice: true },
    { etichetta: 'Causale', valore: dati.causale },
  ];
}

function vociContributi({ contributi }: DatiRicevuta): Voce[] {
  const { retribuzioneOrariaEffettiva: paga, contributoAssociazione: associazione } = contributi;
  return [
    { etichetta: 'Settimane', valore: String(contributi.settimane) },
    { etichetta: 'Ore retribuite', valore: contributi.ore },
    ...(paga === null ? [] : [{ etichetta: 'Retribuzione oraria effettiva', valore: euro(paga) }]),
    { etichetta: 'Quota a carico del lavoratore', valore: euro(contributi.quotaLavoratore) },
    { etichetta: 'Quota a carico del datore', valore: euro(contributi.quotaDatore), forte: true },
    ...(associazione === undefined
      ? []
      : [{ etichetta: `Di cui assistenza contrattuale (${associazione.codice})`, valore: euro(associazione.importo) }]),
  ];
}

function euro(importo: Centesimi): string {
  return `${formatEuroItaliano(importo)} €`;
}

/** `2021-01-08T10:15:00` → `08/01/2021, ore 10:15`. */
function dataOra(istante: string): string {
  return quando(parseGiorno(istante.slice(0, 10)), istante.slice(11));
}

/** `07/01/2021`, `07/01/2021, ore 15:00`. */
function quando(giorno: Giorno, ora: string | undefined): string {
  return `${formatGiornoItaliano(giorno)}${ora === undefined ? '' : `, ore ${ora.slice(0, 5)}`}`;
}
