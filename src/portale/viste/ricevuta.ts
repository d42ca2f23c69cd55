import { NOMI_RIDOTTI } from '../../accesso/visibilita.ts';
import type { DatiProspetto, SezioneProspetto } from '../../avvisi/prospetto-pdf.ts';
import type { Voce } from '../../avvisi/stampa/scheda.ts';
import { formatCodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import { totaleAddebitato, type ContributiPagati, type DatiRicevuta } from '../../prospetti/ricevuta/index.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { formatGiornoItaliano, parseGiorno, type Giorno } from '../../valori/giorno.ts';
import { euro, numero } from '../strumenti/blocchi.ts';

const SIMULAZIONE = 'Ricevuta di una simulazione: nessun pagamento è stato fatto.';
const CONSERVARE =
  'Conservare questa ricevuta: la quota a carico del datore serve per la dichiarazione dei redditi, nell’anno in cui è stata pagata. L’assistenza contrattuale non si deduce.';

/** The receipt of one payment as it is read, on page and paper. @param oggi the day it is printed */
export function ricevutaInProspetto(dati: DatiRicevuta, oggi: Giorno): DatiProspetto {
  return {
    titolo: `Ricevuta di pagamento ${formatCodiceAvviso(dati.codiceAvviso)}`,
    sottotitolo: 'Copia della ricevuta telematica pagoPA dei contributi di lavoro domestico.',
    autore: dati.ente.denominazione,
    sezioni: [
      { titolo: 'Il pagamento', voci: vociPagamento(dati) },
      { titolo: 'Chi ha pagato e chi ha incassato', voci: vociPersone(dati) },
      { titolo: 'Che cosa è stato pagato', voci: vociContributi(dati.contributi) },
      { testo: CONSERVARE } satisfies SezioneProspetto,
      ...(dati.nomiRidotti ? [{ testo: NOMI_RIDOTTI }] : []),
    ],
    ...(dati.reale ? {} : { simulazione: SIMULAZIONE }),
    emessoIl: oggi,
  };
}

function vociPagamento(dati: DatiRicevuta): Voce[] {
  const { commissione, dataApplicazione } = dati;
  const totale = totaleAddebitato(dati);
  return [
    { etichetta: 'Esito', valore: 'Pagamento eseguito', forte: true },
    { etichetta: 'Importo pagato', valore: euro(dati.importo), forte: true },
    ...(commissione === undefined
      ? [{ etichetta: 'Commissione del prestatore', valore: 'non indicata nella ricevuta' }]
      : [{ etichetta: 'Commissione del prestatore, a parte', valore: euro(commissione) }]),
    ...(totale === undefined ? [] : [{ etichetta: 'Totale con la commissione', valore: euro(totale) }]),
    { etichetta: 'Data del pagamento', valore: quando(dati.dataEsito, dati.oraEsito) },
    ...(dataApplicazione === undefined
      ? []
      : [{ etichetta: 'Contabilizzato dal prestatore il', valore: formatGiornoItaliano(dataApplicazione) }]),
    { etichetta: 'Data e ora della ricevuta', valore: dataOra(dati.dataOraMessaggio) },
    { etichetta: 'Codice avviso', valore: formatCodiceAvviso(dati.codiceAvviso), codice: true },
    { etichetta: 'IUV (identificativo di versamento)', valore: dati.iuv, codice: true },
    { etichetta: 'CCP (contesto del pagamento)', valore: dati.ccp, codice: true },
    { etichetta: 'IUR (numero unico del pagamento)', valore: dati.iur, codice: true },
    { etichetta: 'Causale', valore: dati.causale },
  ];
}

function vociPersone({ debitore, versante, ente, prestatore }: DatiRicevuta): Voce[] {
  return [
    { etichetta: 'Datore di lavoro', valore: debitore.nome },
    { etichetta: 'Codice fiscale del datore', valore: debitore.codiceFiscale, codice: true },
    ...(versante === undefined
      ? []
      : [
          { etichetta: 'Pagato da', valore: versante.nome },
          { etichetta: 'Codice fiscale di chi ha pagato', valore: versante.codiceFiscale, codice: true },
        ]),
    { etichetta: 'Ente creditore', valore: ente.denominazione },
    { etichetta: 'Codice fiscale dell’ente', valore: ente.codiceFiscale, codice: true },
    { etichetta: 'Prestatore di servizi di pagamento', valore: prestatore },
  ];
}

function vociContributi(contributi: ContributiPagati): Voce[] {
  const { retribuzioneOrariaEffettiva: paga, associazione } = contributi;
  return [
    { etichetta: 'Trimestre', valore: formatTrimestre(contributi.trimestre) },
    { etichetta: 'Codice del rapporto di lavoro', valore: contributi.codiceRapporto, codice: true },
    { etichetta: 'Codice INPS del bollettino', valore: contributi.codiceInps, codice: true },
    { etichetta: 'Lavoratore', valore: contributi.lavoratore.nome },
    { etichetta: 'Codice fiscale del lavoratore', valore: contributi.lavoratore.codiceFiscale, codice: true },
    { etichetta: 'Settimane', valore: String(contributi.settimane) },
    { etichetta: 'Ore retribuite', valore: numero(contributi.ore) },
    ...(paga === null ? [] : [{ etichetta: 'Retribuzione oraria effettiva', valore: euro(paga) }]),
    { etichetta: 'Quota a carico del lavoratore', valore: euro(contributi.quotaLavoratore) },
    { etichetta: 'Quota a carico del datore', valore: euro(contributi.quotaDatore), forte: true },
    ...(associazione === null
      ? []
      : [{ etichetta: `Assistenza contrattuale (${associazione.codice})`, valore: euro(associazione.totale) }]),
  ];
}

/** `2021-01-08T10:15:00` → `08/01/2021, ore 10:15`. */
function dataOra(istante: string): string {
  return quando(parseGiorno(istante.slice(0, 10)), istante.slice(11));
}

/** `07/01/2021`, `07/01/2021, ore 15:00`. */
function quando(giorno: Giorno, ora: string | undefined): string {
  return `${formatGiornoItaliano(giorno)}${ora === undefined ? '' : `, ore ${ora.slice(0, 5)}`}`;
}
