import type { Datore } from '../../anagrafe/rapporto-di-lavoro.ts';
import { calcoloEmesso } from '../../bollettini/calcolo-emesso.ts';
import { quante } from '../../bollettini/settimane-coperte.ts';
import type { Ricevuta, RigaPagamento } from '../../pagamenti/servizio-pagamenti.ts';
import { ripartisci } from '../../prospetti/attestazione/index.ts';
import type { ContributiPagati, DatiRicevuta } from '../../prospetti/ricevuta/index.ts';
import { parseEuro } from '../../valori/denaro.ts';
import type { Visibilita } from '../../accesso/visibilita.ts';

/** The receipt of a payment: the message's own words, and what the payment was for. */
export function toDatiRicevuta(
  riga: RigaPagamento & { readonly ricevuta: Ricevuta },
  di: { readonly reale: boolean; readonly datore: Datore; readonly visibile: Visibilita },
): DatiRicevuta {
  const { bollettino, tentativo, ricevuta } = riga;
  const { reale, datore, visibile } = di;
  const { versante, commissione, oraEsito, dataApplicazione } = ricevuta;
  const altri = versante !== undefined && versante.codiceFiscale !== datore.codiceFiscale;
  return {
    ente: ricevuta.enteBeneficiario,
    debitore: {
      codiceFiscale: datore.codiceFiscale,
      nome: `${visibile.nome(datore.nome)} ${visibile.nome(datore.cognome)}`,
    },
    ...(altri && {
      versante: {
        codiceFiscale: visibile.codiceFiscale(versante.codiceFiscale),
        nome: visibile.nome(versante.nome),
      },
    }),
    codiceAvviso: bollettino.codiceAvviso,
    iuv: tentativo.iuv,
    ccp: ricevuta.ccp,
    iur: ricevuta.iur,
    prestatore: ricevuta.istitutoAttestante,
    dataOraMessaggio: ricevuta.dataOraMessaggio,
    dataEsito: ricevuta.dataEsito,
    ...(oraEsito !== undefined && { oraEsito }),
    ...(dataApplicazione !== undefined && { dataApplicazione }),
    importo: parseEuro(ricevuta.importoPagato),
    ...(commissione !== undefined && { commissione: parseEuro(commissione) }),
    causale: ricevuta.causale,
    contributi: toContributi(riga, visibile),
    nomiRidotti: visibile.ridotta,
    reale,
  };
}

function toContributi({ bollettino, rapporto }: RigaPagamento, visibile: Visibilita): ContributiPagati {
  const emesso = calcoloEmesso(bollettino.calcolo);
  const quote = ripartisci({ ...emesso, importo: bollettino.importo });
  const { lavoratore } = rapporto;
  return {
    codiceRapporto: rapporto.codice,
    lavoratore: {
      codiceFiscale: visibile.codiceFiscale(lavoratore.codiceFiscale),
      nome: `${visibile.nome(lavoratore.nome)} ${visibile.nome(lavoratore.cognome)}`,
    },
    trimestre: bollettino.trimestre,
    codiceInps: bollettino.codiceInps,
    // What it covers: an integration pays no week anew.
    settimane: quante(bollettino.settimane),
    ore: emesso.ore,
    retribuzioneOrariaEffettiva: emesso.retribuzioneOrariaEffettiva,
    quotaLavoratore: quote.quotaLavoratore,
    quotaDatore: quote.quotaDatore,
    associazione: emesso.associazione,
  };
}
