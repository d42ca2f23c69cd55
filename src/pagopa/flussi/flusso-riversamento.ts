import { type Centesimi, somma } from '../../valori/denaro.ts';
import { leggiImporto, scriviImporto } from '../importo.ts';
import { SPAZIO_PAGAMENTI } from '../rpt/rpt.ts';
import { type Elemento, opzionale, testoDi, testoSe, tutti } from '../xml/albero.ts';
import { leggiXml } from '../xml/gate.ts';
import { campo, documento, elemento, type Xml } from '../xml/scrittura.ts';
import { XmlRifiutato } from '../xml/xml-rifiutato.ts';

/** 0 executed, 3 revoked, 9 executed without an RPT or after its token expired. */
export type CodiceRiversamento = '0' | '3' | '9';

/** One payment of a flow. */
export interface RigaFlusso {
  readonly iuv: string;
  /** identificativoUnivocoRiscossione: that of the RT; in the notice model the receipt's id. */
  readonly iur: string;
  /** 1-5: which part of the RT; absent when there is one. */
  readonly indice?: number;
  readonly importo: Centesimi;
  readonly codice: CodiceRiversamento;
  readonly dataEsito: string;
}

export interface IstitutoFlusso {
  readonly tipo: 'G' | 'A' | 'B';
  readonly codice: string;
  readonly denominazione?: string;
}

/** Flusso di rendicontazione: what a PSP moved to a creditor with one credit transfer. */
export interface FlussoRiversamento {
  readonly id: string;
  /** Italian civil time. */
  readonly dataOra: string;
  /** TRN of the credit transfer. */
  readonly regolamento: string;
  readonly dataRegolamento: string;
  readonly mittente: IstitutoFlusso;
  readonly bicBanca?: string;
  readonly ricevente: IstitutoFlusso;
  readonly totale: Centesimi;
  readonly righe: readonly RigaFlusso[];
}

/** About fifteen thousand payments; the parser takes no text over 10 MB, and a flow travels in base64. */
export const BYTE_MASSIMI_FLUSSO = 7 * 1024 * 1024;

export function buildFlussoRiversamento(flusso: FlussoRiversamento): string {
  return documento(
    elemento(
      'FlussoRiversamento',
      [
        campo('versioneOggetto', '1.0'),
        campo('identificativoFlusso', flusso.id),
        campo('dataOraFlusso', flusso.dataOra),
        campo('identificativoUnivocoRegolamento', flusso.regolamento),
        campo('dataRegolamento', flusso.dataRegolamento),
        scriviIstituto('Mittente', flusso.mittente),
        campo('codiceBicBancaDiRiversamento', flusso.bicBanca),
        scriviIstituto('Ricevente', flusso.ricevente),
        campo('numeroTotalePagamenti', flusso.righe.length),
        campo('importoTotalePagamenti', scriviImporto(flusso.totale)),
        ...flusso.righe.map(scriviRiga),
      ],
      { xmlns: SPAZIO_PAGAMENTI },
    ),
  );
}

/**
 * Reads a flow through the gate. Its own totals must hold: a flow that does not add up is refused whole.
 * @throws XmlRifiutato
 */
export function parseFlussoRiversamento(xml: Uint8Array | string): FlussoRiversamento {
  const radice = leggiXml(xml, {
    schema: 'flusso-riversamento',
    radice: 'FlussoRiversamento',
    byteMassimi: BYTE_MASSIMI_FLUSSO,
  });
  const righe = tutti(radice, 'datiSingoliPagamenti').map(leggiRiga);
  const totale = leggiImporto(testoDi(radice, 'importoTotalePagamenti'));
  if (Number(testoDi(radice, 'numeroTotalePagamenti')) !== righe.length) {
    throw new XmlRifiutato('schema', `numeroTotalePagamenti is not ${righe.length}`);
  }
  if (somma(righe.map((riga) => riga.importo)) !== totale) {
    throw new XmlRifiutato('schema', 'importoTotalePagamenti is not the sum of the payments');
  }
  return {
    id: testoDi(radice, 'identificativoFlusso'),
    dataOra: testoDi(radice, 'dataOraFlusso').trim(),
    regolamento: testoDi(radice, 'identificativoUnivocoRegolamento'),
    dataRegolamento: testoDi(radice, 'dataRegolamento').trim(),
    mittente: leggiIstituto(radice, 'Mittente'),
    ...opzionale(radice, 'codiceBicBancaDiRiversamento', 'bicBanca'),
    ricevente: leggiIstituto(radice, 'Ricevente'),
    totale,
    righe,
  };
}

/**
 * Text of the credit transfer of a flow (AT-05, SACI 1.4.0 ch. 4):
 * `/PUR/LGPE-RIVERSAMENTO Cumulativo pagamenti del 20210105/URI/<flusso>`.
 * @param giorno day of the payments, `2021-01-05`
 */
export function causaleAccredito(giorno: string, idFlusso: string): string {
  return `/PUR/LGPE-RIVERSAMENTO Cumulativo pagamenti del ${giorno.replaceAll('-', '')}/URI/${idFlusso}`;
}

/** Which flow a credit transfer pays; undefined when its text is not a pagoPA one. */
export function flussoDellaCausale(causale: string): string | undefined {
  return /\/PUR\/LGPE-RIVERSAMENTO.*\/URI\/([a-zA-Z0-9\-_]{1,35})\s*$/.exec(causale)?.[1];
}

function scriviIstituto(ruolo: 'Mittente' | 'Ricevente', istituto: IstitutoFlusso): Xml {
  return elemento(`istituto${ruolo}`, [
    elemento(`identificativoUnivoco${ruolo}`, [
      campo('tipoIdentificativoUnivoco', istituto.tipo),
      campo('codiceIdentificativoUnivoco', istituto.codice),
    ]),
    campo(`denominazione${ruolo}`, istituto.denominazione),
  ]);
}

function leggiIstituto(radice: Elemento, ruolo: 'Mittente' | 'Ricevente'): IstitutoFlusso {
  const percorso = [`istituto${ruolo}`, `identificativoUnivoco${ruolo}`] as const;
  const tipo = testoDi(radice, ...percorso, 'tipoIdentificativoUnivoco');
  const denominazione = testoSe(radice, percorso[0], `denominazione${ruolo}`);
  return {
    tipo: tipo === 'A' || tipo === 'B' ? tipo : 'G',
    codice: testoDi(radice, ...percorso, 'codiceIdentificativoUnivoco'),
    ...(denominazione !== undefined && { denominazione }),
  };
}

function scriviRiga(riga: RigaFlusso): Xml {
  return elemento('datiSingoliPagamenti', [
    campo('identificativoUnivocoVersamento', riga.iuv),
    campo('identificativoUnivocoRiscossione', riga.iur),
    campo('indiceDatiSingoloPagamento', riga.indice),
    campo('singoloImportoPagato', scriviImporto(riga.importo)),
    campo('codiceEsitoSingoloPagamento', riga.codice),
    campo('dataEsitoSingoloPagamento', riga.dataEsito),
  ]);
}

function leggiRiga(riga: Elemento): RigaFlusso {
  const indice = testoSe(riga, 'indiceDatiSingoloPagamento');
  return {
    iuv: testoDi(riga, 'identificativoUnivocoVersamento'),
    iur: testoDi(riga, 'identificativoUnivocoRiscossione'),
    ...(indice !== undefined && { indice: Number(indice) }),
    importo: leggiImporto(testoDi(riga, 'singoloImportoPagato')),
    codice: testoDi(riga, 'codiceEsitoSingoloPagamento') as CodiceRiversamento,
    dataEsito: testoDi(riga, 'dataEsitoSingoloPagamento').trim(),
  };
}
