import { leggiImporto } from '../importo.ts';
import { type Elemento, opzionale, testoDi, testoSe, trova, tutti } from '../xml/albero.ts';
import { leggiXml } from '../xml/gate.ts';
import type { CodiceEsito, Rt, SingoloPagamento } from './rt.ts';
import { leggiAttestante, leggiEnte, leggiSoggetto } from './soggetto.ts';

/**
 * Reads an RT through the gate. Whether it fits an RPT and the node's rules is asked of `controllaRt`.
 * @throws XmlRifiutato
 */
export function parseRt(xml: Uint8Array | string): Rt {
  const radice = leggiXml(xml, { schema: 'rpt-rt', radice: 'RT' });
  const versante = leggiSoggetto(radice, 'Versante');
  const pagatore = leggiSoggetto(radice, 'Pagatore');
  const pagamento = trova(radice, 'datiPagamento');
  if (pagatore === undefined || pagamento === undefined) throw new Error('the RT schema let an incomplete RT through');
  const stazione = testoSe(radice, 'dominio', 'identificativoStazioneRichiedente');
  return {
    dominio: testoDi(radice, 'dominio', 'identificativoDominio'),
    ...(stazione !== undefined && { stazione }),
    idMessaggio: testoDi(radice, 'identificativoMessaggioRicevuta'),
    dataOraMessaggio: testoDi(radice, 'dataOraMessaggioRicevuta').trim(),
    riferimentoMessaggio: testoDi(radice, 'riferimentoMessaggioRichiesta'),
    riferimentoData: testoDi(radice, 'riferimentoDataRichiesta').trim(),
    attestante: leggiAttestante(radice),
    ente: leggiEnte(radice),
    ...(versante !== undefined && { versante }),
    pagatore,
    esito: testoDi(pagamento, 'codiceEsitoPagamento') as CodiceEsito,
    importoTotale: leggiImporto(testoDi(pagamento, 'importoTotalePagato')),
    iuv: testoDi(pagamento, 'identificativoUnivocoVersamento'),
    ccp: testoDi(pagamento, 'CodiceContestoPagamento'),
    pagamenti: tutti(pagamento, 'datiSingoloPagamento').map(leggiSingolo),
  };
}

function leggiSingolo(singolo: Elemento): SingoloPagamento {
  const psp = testoSe(singolo, 'commissioniApplicatePSP');
  const pa = testoSe(singolo, 'commissioniApplicatePA');
  const allegato = trova(singolo, 'allegatoRicevuta');
  return {
    importo: leggiImporto(testoDi(singolo, 'singoloImportoPagato')),
    ...opzionale(singolo, 'esitoSingoloPagamento', 'esito'),
    dataEsito: testoDi(singolo, 'dataEsitoSingoloPagamento').trim(),
    iur: testoDi(singolo, 'identificativoUnivocoRiscossione'),
    causale: testoDi(singolo, 'causaleVersamento'),
    datiSpecificiRiscossione: testoDi(singolo, 'datiSpecificiRiscossione'),
    ...(psp !== undefined && { commissioniPsp: leggiImporto(psp) }),
    ...(pa !== undefined && { commissioniPa: leggiImporto(pa) }),
    ...(allegato !== undefined && {
      allegato: {
        tipo: testoDi(allegato, 'tipoAllegatoRicevuta') === 'BD' ? ('BD' as const) : ('ES' as const),
        base64: testoDi(allegato, 'testoAllegato'),
      },
    }),
  };
}
