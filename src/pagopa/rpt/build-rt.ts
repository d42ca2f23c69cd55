import { scriviImporto } from '../importo.ts';
import { campo, documento, elemento, elementoSe, type Xml } from '../xml/scrittura.ts';
import { SPAZIO_PAGAMENTI, VERSIONE_OGGETTO } from './rpt.ts';
import type { Rt, SingoloPagamento } from './rt.ts';
import { scriviAttestante, scriviEnte, scriviSoggetto } from './soggetto.ts';

/** Writes an RT 6.2.0; the same data give the same bytes. */
export function buildRt(rt: Rt): string {
  return documento(
    elemento(
      'RT',
      [
        campo('versioneOggetto', VERSIONE_OGGETTO),
        elemento('dominio', [
          campo('identificativoDominio', rt.dominio),
          campo('identificativoStazioneRichiedente', rt.stazione),
        ]),
        campo('identificativoMessaggioRicevuta', rt.idMessaggio),
        campo('dataOraMessaggioRicevuta', rt.dataOraMessaggio),
        campo('riferimentoMessaggioRichiesta', rt.riferimentoMessaggio),
        campo('riferimentoDataRichiesta', rt.riferimentoData),
        scriviAttestante(rt.attestante),
        scriviEnte(rt.ente),
        elementoSe(rt.versante, (versante) => scriviSoggetto(versante, 'Versante')),
        scriviSoggetto(rt.pagatore, 'Pagatore'),
        scriviPagamento(rt),
      ],
      { xmlns: SPAZIO_PAGAMENTI },
    ),
  );
}

function scriviPagamento(rt: Rt): Xml {
  return elemento('datiPagamento', [
    campo('codiceEsitoPagamento', rt.esito),
    campo('importoTotalePagato', scriviImporto(rt.importoTotale)),
    campo('identificativoUnivocoVersamento', rt.iuv),
    campo('CodiceContestoPagamento', rt.ccp),
    ...rt.pagamenti.map(scriviSingolo),
  ]);
}

function scriviSingolo(singolo: SingoloPagamento): Xml {
  return elemento('datiSingoloPagamento', [
    campo('singoloImportoPagato', scriviImporto(singolo.importo)),
    campo('esitoSingoloPagamento', singolo.esito),
    campo('dataEsitoSingoloPagamento', singolo.dataEsito),
    campo('identificativoUnivocoRiscossione', singolo.iur),
    campo('causaleVersamento', singolo.causale),
    campo('datiSpecificiRiscossione', singolo.datiSpecificiRiscossione),
    elementoSe(singolo.commissioniPsp, (importo) => campo('commissioniApplicatePSP', scriviImporto(importo))),
    elementoSe(singolo.commissioniPa, (importo) => campo('commissioniApplicatePA', scriviImporto(importo))),
    elementoSe(singolo.allegato, (allegato) =>
      elemento('allegatoRicevuta', [
        campo('tipoAllegatoRicevuta', allegato.tipo),
        campo('testoAllegato', allegato.base64),
      ]),
    ),
  ]);
}
