import type { Datore } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { ContributiPagati, DatiRicevuta } from '../../avvisi/dati-ricevuta.ts';
import { calcoloEmesso } from '../../bollettini/calcolo-emesso.ts';
import type { Ricevuta, RigaPagamento } from '../../pagamenti/servizio-pagamenti.ts';
import type { EnteCreditore } from '../../pagopa/ente-creditore.ts';
import { parseEuro } from '../../valori/denaro.ts';
import type { Giorno } from '../../valori/giorno.ts';
import type { Visibilita } from './mascheratura.ts';

/** The paper copy of a receipt: the RT's own words, and what the payment was for. */
export function toDatiRicevuta(
  riga: RigaPagamento & { readonly ricevuta: Ricevuta },
  di: { readonly ente: EnteCreditore; readonly datore: Datore; readonly oggi: Giorno; readonly visibile: Visibilita },
): DatiRicevuta {
  const { bollettino, tentativo, ricevuta } = riga;
  const { ente, datore, oggi, visibile } = di;
  return {
    ente: { reale: ente.reale, ...ricevuta.enteBeneficiario },
    pagatore: {
      codiceFiscale: datore.codiceFiscale,
      nome: `${visibile.nome(datore.nome)} ${visibile.nome(datore.cognome)}`,
    },
    codiceAvviso: bollettino.codiceAvviso,
    iuv: tentativo.iuv,
    ccp: ricevuta.ccp,
    iur: ricevuta.iur,
    prestatore: ricevuta.istitutoAttestante,
    dataOraMessaggio: ricevuta.dataOraMessaggio,
    dataEsito: ricevuta.dataEsito,
    ...(ricevuta.oraEsito !== undefined && { oraEsito: ricevuta.oraEsito }),
    ...(ricevuta.dataApplicazione !== undefined && { dataApplicazione: ricevuta.dataApplicazione }),
    importo: parseEuro(ricevuta.importoPagato),
    ...(ricevuta.commissione === undefined ? {} : { commissione: parseEuro(ricevuta.commissione) }),
    causale: ricevuta.causale,
    contributi: toContributi(riga, visibile),
    emessoIl: oggi,
  };
}

function toContributi({ bollettino, rapporto }: RigaPagamento, visibile: Visibilita): ContributiPagati {
  const { associazione, ore, ...calcolo } = calcoloEmesso(bollettino.calcolo);
  const { lavoratore } = rapporto;
  return {
    ...calcolo,
    ore: ore.toFixed().replace('.', ','),
    codiceRapporto: rapporto.codice,
    lavoratore: {
      codiceFiscale: visibile.codiceFiscale(lavoratore.codiceFiscale),
      nome: `${visibile.nome(lavoratore.nome)} ${visibile.nome(lavoratore.cognome)}`,
    },
    trimestre: bollettino.trimestre,
    codiceInps: bollettino.codiceInps,
    ...(associazione === null
      ? {}
      : { contributoAssociazione: { codice: associazione.codice, importo: associazione.totale } }),
  };
}
