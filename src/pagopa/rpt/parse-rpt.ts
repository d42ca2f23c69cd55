import { leggiImporto } from '../importo.ts';
import { type Elemento, opzionale, testoDi, testoSe, trova, tutti } from '../xml/albero.ts';
import { leggiXml } from '../xml/gate.ts';
import type { AutenticazioneSoggetto, Rpt, SingoloVersamento, TipoVersamento } from './rpt.ts';
import { leggiEnte, leggiSoggetto } from './soggetto.ts';

/**
 * Reads an RPT through the gate.
 * @throws XmlRifiutato
 */
export function parseRpt(xml: Uint8Array | string): Rpt {
  const radice = leggiXml(xml, { schema: 'rpt-rt', radice: 'RPT', soloUtf8: true });
  const versante = leggiSoggetto(radice, 'Versante');
  const pagatore = leggiSoggetto(radice, 'Pagatore');
  const versamento = trova(radice, 'datiVersamento');
  if (pagatore === undefined || versamento === undefined)
    throw new Error('the RPT schema let an incomplete RPT through');
  const stazione = testoSe(radice, 'dominio', 'identificativoStazioneRichiedente');
  return {
    dominio: testoDi(radice, 'dominio', 'identificativoDominio'),
    ...(stazione !== undefined && { stazione }),
    idMessaggio: testoDi(radice, 'identificativoMessaggioRichiesta'),
    dataOraMessaggio: testoDi(radice, 'dataOraMessaggioRichiesta').trim(),
    autenticazione: testoDi(radice, 'autenticazioneSoggetto') as AutenticazioneSoggetto,
    ...(versante !== undefined && { versante }),
    pagatore,
    ente: leggiEnte(radice),
    dataEsecuzione: testoDi(versamento, 'dataEsecuzionePagamento').trim(),
    importoTotale: leggiImporto(testoDi(versamento, 'importoTotaleDaVersare')),
    tipoVersamento: testoDi(versamento, 'tipoVersamento') as TipoVersamento,
    iuv: testoDi(versamento, 'identificativoUnivocoVersamento'),
    ccp: testoDi(versamento, 'codiceContestoPagamento'),
    ...opzionale(versamento, 'ibanAddebito', 'ibanAddebito'),
    ...opzionale(versamento, 'bicAddebito', 'bicAddebito'),
    versamenti: tutti(versamento, 'datiSingoloVersamento').map(leggiSingolo),
  };
}

function leggiSingolo(singolo: Elemento): SingoloVersamento {
  const commissione = testoSe(singolo, 'commissioneCaricoPA');
  const bollo = trova(singolo, 'datiMarcaBolloDigitale');
  return {
    importo: leggiImporto(testoDi(singolo, 'importoSingoloVersamento')),
    ...(commissione !== undefined && { commissioneCaricoPa: leggiImporto(commissione) }),
    ...opzionale(singolo, 'ibanAccredito', 'ibanAccredito'),
    ...opzionale(singolo, 'bicAccredito', 'bicAccredito'),
    ...opzionale(singolo, 'ibanAppoggio', 'ibanAppoggio'),
    ...opzionale(singolo, 'bicAppoggio', 'bicAppoggio'),
    ...opzionale(singolo, 'credenzialiPagatore', 'credenzialiPagatore'),
    causale: testoDi(singolo, 'causaleVersamento'),
    datiSpecificiRiscossione: testoDi(singolo, 'datiSpecificiRiscossione'),
    ...(bollo !== undefined && {
      bollo: {
        tipo: testoDi(bollo, 'tipoBollo'),
        hash: testoDi(bollo, 'hashDocumento'),
        provincia: testoDi(bollo, 'provinciaResidenza'),
      },
    }),
  };
}
