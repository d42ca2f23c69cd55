import type { Centesimi } from '../../valori/denaro.ts';
import type { PspConPassword } from '../avvisi/psp.ts';
import { leggiImporto, scriviImporto } from '../importo.ts';
import { leggiSoggetto, scriviSoggetto, type Soggetto } from '../rpt/soggetto.ts';
import { type Busta, scriviBusta } from '../soap/busta.ts';
import { corpo, necessario } from '../soap/corpo.ts';
import { opzionale, testoDi } from '../xml/albero.ts';
import { campo, elemento, elementoSe, type Xml } from '../xml/scrittura.ts';
import { SPAZI_ATTIVAZIONE } from './paa-attivazione.ts';

/** How the PSP read the notice, and how each way names its creditor. */
const CODICI = {
  QrCode: { prefisso: 'qrc', ente: 'CF', spazio: 'http://PuntoAccessoPSP.spcoop.gov.it/QrCode' },
  aim128: {
    prefisso: 'aim',
    ente: 'CCPost',
    spazio: 'http://PuntoAccessoPSP.spcoop.gov.it/Code_128_AIM_USS-128_tipo_C',
  },
  BarCode: { prefisso: 'bc', ente: 'Gln', spazio: 'http://PuntoAccessoPSP.spcoop.gov.it/BarCode_GS1_128_Modified' },
} as const;

/** What a notice says of itself: creditor (codice fiscale, postal account or GLN), aux digit, IUV. */
export interface CodiceIdRpt {
  readonly tipo: keyof typeof CODICI;
  readonly ente: string;
  readonly codiceStazione?: string;
  readonly auxDigit: string;
  readonly iuv: string;
}

/** nodoVerificaRPT: a PSP of the first model asks what a notice is worth. The CCP is its own. */
export interface NodoVerificaRpt {
  readonly psp: PspConPassword;
  readonly ccp: string;
  readonly codifica: string;
  readonly codice: CodiceIdRpt;
}

/** nodoAttivaRPT: it is about to take the money, through this channel. */
export interface NodoAttivaRpt extends NodoVerificaRpt {
  readonly pagamento: { readonly intermediario: string; readonly canale: string };
  readonly importo: Centesimi;
  readonly versante?: Soggetto;
  readonly pagatore?: Soggetto;
}

export function buildNodoVerificaRpt(richiesta: NodoVerificaRpt): string {
  const figli = [...campiPsp(richiesta), ...campiCodice(richiesta)];
  return scriviBusta(corpo('nodoVerificaRPT', figli), undefined, spaziDi(richiesta));
}

export function readNodoVerificaRpt({ corpo: letto }: Busta): NodoVerificaRpt {
  const scelto = necessario(letto, 'codiceIdRPT').figli[0];
  const tipo = (scelto?.nome ?? '') as CodiceIdRpt['tipo'];
  if (scelto === undefined) throw new Error('the schema let an empty codiceIdRPT through');
  return {
    psp: {
      idPsp: testoDi(letto, 'identificativoPSP'),
      intermediario: testoDi(letto, 'identificativoIntermediarioPSP'),
      canale: testoDi(letto, 'identificativoCanale'),
      password: testoDi(letto, 'password'),
    },
    ccp: testoDi(letto, 'codiceContestoPagamento'),
    codifica: testoDi(letto, 'codificaInfrastrutturaPSP'),
    codice: {
      tipo,
      ente: testoDi(scelto, CODICI[tipo].ente),
      ...opzionale(scelto, 'CodStazPA', 'codiceStazione'),
      auxDigit: testoDi(scelto, 'AuxDigit'),
      iuv: testoDi(scelto, 'CodIUV'),
    },
  };
}

export function buildNodoAttivaRpt(richiesta: NodoAttivaRpt): string {
  const { pagamento, importo, versante, pagatore } = richiesta;
  const figli = [
    ...campiPsp(richiesta),
    campo('identificativoIntermediarioPSPPagamento', pagamento.intermediario),
    campo('identificativoCanalePagamento', pagamento.canale),
    ...campiCodice(richiesta),
    elemento('datiPagamentoPSP', [
      campo('importoSingoloVersamento', scriviImporto(importo)),
      elementoSe(versante, (chi) => scriviSoggetto(chi, 'Versante', 'pay_i:')),
      elementoSe(pagatore, (chi) => scriviSoggetto(chi, 'Pagatore', 'pay_i:')),
    ]),
  ];
  return scriviBusta(corpo('nodoAttivaRPT', figli), undefined, spaziDi(richiesta));
}

export function readNodoAttivaRpt(busta: Busta): NodoAttivaRpt {
  const dati = necessario(busta.corpo, 'datiPagamentoPSP');
  const [versante, pagatore] = [leggiSoggetto(dati, 'Versante'), leggiSoggetto(dati, 'Pagatore')];
  return {
    ...readNodoVerificaRpt(busta),
    pagamento: {
      intermediario: testoDi(busta.corpo, 'identificativoIntermediarioPSPPagamento'),
      canale: testoDi(busta.corpo, 'identificativoCanalePagamento'),
    },
    importo: leggiImporto(testoDi(dati, 'importoSingoloVersamento')),
    ...(versante !== undefined && { versante }),
    ...(pagatore !== undefined && { pagatore }),
  };
}

function campiPsp({ psp, ccp }: NodoVerificaRpt): readonly Xml[] {
  return [
    campo('identificativoPSP', psp.idPsp),
    campo('identificativoIntermediarioPSP', psp.intermediario),
    campo('identificativoCanale', psp.canale),
    campo('password', psp.password),
    campo('codiceContestoPagamento', ccp),
  ];
}

function campiCodice({ codifica, codice }: NodoVerificaRpt): readonly Xml[] {
  const { prefisso, ente } = CODICI[codice.tipo];
  const dentro = [
    campo(`${prefisso}:${ente}`, codice.ente),
    campo(`${prefisso}:CodStazPA`, codice.codiceStazione),
    campo(`${prefisso}:AuxDigit`, codice.auxDigit),
    campo(`${prefisso}:CodIUV`, codice.iuv),
  ];
  const nome = `${prefisso}:${codice.tipo}`;
  return [campo('codificaInfrastrutturaPSP', codifica), elemento('codiceIdRPT', [elemento(nome, dentro)])];
}

function spaziDi({ codice }: NodoVerificaRpt): Readonly<Record<string, string>> {
  const { prefisso, spazio } = CODICI[codice.tipo];
  return { ...SPAZI_ATTIVAZIONE, [`xmlns:${prefisso}`]: spazio };
}
