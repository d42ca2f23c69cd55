import { scriviImporto } from '../importo.ts';
import { campo, documento, elemento, elementoSe, type Xml } from '../xml/scrittura.ts';
import { type Rpt, type SingoloVersamento, SPAZIO_PAGAMENTI, VERSIONE_OGGETTO } from './rpt.ts';
import { scriviEnte, scriviSoggetto } from './soggetto.ts';

/** Writes an RPT 6.2.0; the same data give the same bytes. */
export function buildRpt(rpt: Rpt): string {
  return documento(
    elemento(
      'RPT',
      [
        campo('versioneOggetto', VERSIONE_OGGETTO),
        elemento('dominio', [
          campo('identificativoDominio', rpt.dominio),
          campo('identificativoStazioneRichiedente', rpt.stazione),
        ]),
        campo('identificativoMessaggioRichiesta', rpt.idMessaggio),
        campo('dataOraMessaggioRichiesta', rpt.dataOraMessaggio),
        campo('autenticazioneSoggetto', rpt.autenticazione),
        elementoSe(rpt.versante, (versante) => scriviSoggetto(versante, 'Versante')),
        scriviSoggetto(rpt.pagatore, 'Pagatore'),
        scriviEnte(rpt.ente),
        scriviVersamento(rpt),
      ],
      { xmlns: SPAZIO_PAGAMENTI },
    ),
  );
}

function scriviVersamento(rpt: Rpt): Xml {
  return elemento('datiVersamento', [
    campo('dataEsecuzionePagamento', rpt.dataEsecuzione),
    campo('importoTotaleDaVersare', scriviImporto(rpt.importoTotale)),
    campo('tipoVersamento', rpt.tipoVersamento),
    campo('identificativoUnivocoVersamento', rpt.iuv),
    campo('codiceContestoPagamento', rpt.ccp),
    campo('ibanAddebito', rpt.ibanAddebito),
    campo('bicAddebito', rpt.bicAddebito),
    campo('firmaRicevuta', '0'),
    ...rpt.versamenti.map(scriviSingolo),
  ]);
}

function scriviSingolo(singolo: SingoloVersamento): Xml {
  return elemento('datiSingoloVersamento', [
    campo('importoSingoloVersamento', scriviImporto(singolo.importo)),
    campo('commissioneCaricoPA', singolo.commissioneCaricoPa && scriviImporto(singolo.commissioneCaricoPa)),
    campo('ibanAccredito', singolo.ibanAccredito),
    campo('bicAccredito', singolo.bicAccredito),
    campo('ibanAppoggio', singolo.ibanAppoggio),
    campo('bicAppoggio', singolo.bicAppoggio),
    campo('credenzialiPagatore', singolo.credenzialiPagatore),
    campo('causaleVersamento', singolo.causale),
    campo('datiSpecificiRiscossione', singolo.datiSpecificiRiscossione),
    elementoSe(singolo.bollo, (bollo) =>
      elemento('datiMarcaBolloDigitale', [
        campo('tipoBollo', bollo.tipo),
        campo('hashDocumento', bollo.hash),
        campo('provinciaResidenza', bollo.provincia),
      ]),
    ),
  ]);
}
