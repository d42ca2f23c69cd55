import { condizioniToJson } from '../../anagrafe/condizioni-to-json.ts';
import type { Datore, RapportoDiLavoro } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { Bollettino } from '../../bollettini/bollettino.ts';
import type { EsitoEmissione } from '../../bollettini/emetti-trimestre.ts';
import type { RigaCarrello } from '../../bollettini/servizio-bollettini.ts';
import { quante } from '../../bollettini/settimane-coperte.ts';
import type { Consegna } from '../../pagamenti/pagamento.ts';
import type { Ricevuta, RigaPagamento } from '../../pagamenti/servizio-pagamenti.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { formatEuro } from '../../valori/denaro.ts';

/** The JSON forms of what is stored: what the API answers, and nothing more of a row than that. */

export function datoreToJson({ codiceFiscale, cognome, nome, indirizzo, linguaAvviso }: Datore) {
  return { codiceFiscale, cognome, nome, indirizzo: indirizzo ?? null, linguaAvviso: linguaAvviso ?? null };
}

export function rapportoToJson(rapporto: RapportoDiLavoro) {
  const { lavoratore } = rapporto;
  return {
    id: rapporto.id,
    codice: rapporto.codice,
    lavoratore: { codiceFiscale: lavoratore.codiceFiscale, cognome: lavoratore.cognome, nome: lavoratore.nome },
    assunzione: rapporto.assunzione,
    cessazione: rapporto.cessazione ?? null,
    territorio: rapporto.territorio ?? null,
    sospensioni: rapporto.sospensioni ?? {},
    condizioni: rapporto.condizioni.map(condizioniToJson),
  };
}

/** @param successori what took its place, when it was replaced */
function bollettinoToJson(bollettino: Bollettino, codiceRapporto: string, successori: readonly Bollettino[] = []) {
  return {
    id: bollettino.id,
    versione: bollettino.versione,
    rapporto: bollettino.rapportoId,
    codiceRapporto,
    trimestre: formatTrimestre(bollettino.trimestre),
    gruppo: bollettino.gruppo,
    codiceInps: bollettino.codiceInps,
    codiceAvviso: bollettino.codiceAvviso,
    iuv: bollettino.iuv,
    importo: formatEuro(bollettino.importo),
    scadenza: bollettino.scadenza,
    stato: bollettino.stato,
    settimane: quante(bollettino.settimane),
    integrazione: bollettino.integrazione !== undefined,
    attoInterruttivo: bollettino.interrottaIl ?? null,
    sostituitoDa: successori.map(({ id, iuv, codiceAvviso }) => ({ id, iuv, codiceAvviso })),
    passi: bollettino.calcolo.passi,
    avvertenze: bollettino.calcolo.avvertenze,
  };
}

export function rigaToJson({ bollettino, rapporto }: RigaCarrello, successori: readonly Bollettino[] = []) {
  return bollettinoToJson(bollettino, rapporto.codice, successori);
}

/** What was issued, what gave way to it, and what is to be asked back. */
export function emissioneToJson({ emessi, sostituiti, tenuti, dovuto, eccedenza }: EsitoEmissione, codice: string) {
  return {
    bollettini: [...tenuti, ...emessi].map((bollettino) => bollettinoToJson(bollettino, codice)),
    sostituiti: sostituiti.map((vecchio) => ({
      ...bollettinoToJson({ ...vecchio, stato: 'eliminato' }, codice, emessi),
      versione: vecchio.versione + 1,
    })),
    dovuto: formatEuro(dovuto),
    daRimborsare: eccedenza === 0 ? null : formatEuro(eccedenza),
  };
}

export function consegnaToJson(consegna: Consegna) {
  return {
    id: consegna.id,
    conferma: consegna.confermaId,
    ordine: consegna.ordine,
    stato: consegna.stato,
    totale: formatEuro(consegna.totale),
    url: consegna.url ?? null,
  };
}

export function pagamentoToJson({ tentativo, bollettino, rapporto, ricevuta, rendicontato }: RigaPagamento) {
  return {
    id: tentativo.id,
    consegna: tentativo.consegnaId,
    bollettino: tentativo.bollettinoId,
    codiceRapporto: rapporto.codice,
    trimestre: formatTrimestre(bollettino.trimestre),
    importo: formatEuro(tentativo.importo),
    iuv: tentativo.iuv,
    ccp: tentativo.ccp,
    stato: tentativo.stato,
    ricevuta: ricevuta === undefined ? null : messaggioToJson(ricevuta),
    rendicontato: rendicontato ?? null,
  };
}

/** What a receipt's message says; what it does not is null. */
export function messaggioToJson(ricevuta: Ricevuta) {
  return {
    ...ricevuta,
    oraEsito: ricevuta.oraEsito ?? null,
    dataApplicazione: ricevuta.dataApplicazione ?? null,
    versante: ricevuta.versante ?? null,
    commissione: ricevuta.commissione ?? null,
  };
}
