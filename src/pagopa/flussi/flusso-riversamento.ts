import { type Centesimi, somma } from '../../valori/denaro.ts';
import { giornoXsd } from '../data-ora.ts';
import { leggiImporto, scriviImporto } from '../importo.ts';
import { SPAZIO_PAGAMENTI } from '../rpt/rpt.ts';
import { type Elemento, opzionale, testoDi, testoSe, tutti } from '../xml/albero.ts';
import { leggiXml } from '../xml/gate.ts';
import { campo, documento, elemento, type Xml } from '../xml/scrittura.ts';
import { XmlRifiutato } from '../xml/xml-rifiutato.ts';

/**
 * Outcome codes of a payment in a flow (SACI 3.2.1, codiceEsitoSingoloPagamento). In stand-in the PSP was paid while the creditor's
 * system did not answer. `senzaRpt`: the flow itself is the proof, since nobody could ask the creditor nor send it a receipt.
 */
export const CODICI_RIVERSAMENTO = {
  '0': { descrizione: 'eseguito', senzaRpt: false },
  '3': { descrizione: 'revocato', senzaRpt: false },
  '4': { descrizione: 'eseguito in stand-in', senzaRpt: false },
  '8': { descrizione: 'eseguito in stand-in senza RPT', senzaRpt: true },
  '9': { descrizione: 'eseguito senza RPT', senzaRpt: true },
} as const;

export type CodiceRiversamento = keyof typeof CODICI_RIVERSAMENTO;

function isCodiceRiversamento(testo: string): testo is CodiceRiversamento {
  return Object.hasOwn(CODICI_RIVERSAMENTO, testo);
}

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

/** A payment of a flow that says something we do not understand; the other payments are none the worse for it. */
export interface RigaNonCompresa {
  /** 1-based, among all the payments of the flow. */
  readonly posto: number;
  /** What is not understood, Italian. */
  readonly difetto: string;
  /** As they stand in the flow. */
  readonly iuv: string;
  readonly iur: string;
  readonly importo: string;
  readonly codice: string;
}

export interface IstitutoFlusso<Tipo extends string = 'G' | 'A' | 'B'> {
  readonly tipo: Tipo;
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
  /** Always a legal person (SACI 3.2.1). */
  readonly ricevente: IstitutoFlusso<'G'>;
  readonly totale: Centesimi;
  readonly righe: readonly RigaFlusso[];
}

/** A flow as it was read. */
export interface FlussoLetto extends FlussoRiversamento {
  readonly nonComprese: readonly RigaNonCompresa[];
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
 * Reads a flow through the gate. Its own totals must hold: a flow that does not add up is refused whole. A payment that is not
 * understood is set apart by itself.
 * @throws XmlRifiutato
 */
export function parseFlussoRiversamento(xml: Uint8Array | string): FlussoLetto {
  const radice = leggiXml(xml, {
    schema: 'flusso-riversamento',
    radice: 'FlussoRiversamento',
    byteMassimi: BYTE_MASSIMI_FLUSSO,
  });
  const lette = tutti(radice, 'datiSingoliPagamenti').map((riga, i) => leggiRiga(riga, i + 1));
  const totale = leggiImporto(testoDi(radice, 'importoTotalePagamenti'));
  controllaTotali(radice, lette, totale);
  return {
    id: testoDi(radice, 'identificativoFlusso'),
    dataOra: testoDi(radice, 'dataOraFlusso').trim(),
    regolamento: testoDi(radice, 'identificativoUnivocoRegolamento'),
    dataRegolamento: testoDi(radice, 'dataRegolamento').trim(),
    mittente: leggiMittente(radice),
    ...opzionale(radice, 'codiceBicBancaDiRiversamento', 'bicBanca'),
    ricevente: { tipo: 'G', ...leggiIstituto(radice, 'Ricevente') },
    totale,
    righe: lette.filter((riga): riga is RigaFlusso => !('difetto' in riga)),
    nonComprese: lette.filter((riga) => 'difetto' in riga),
  };
}

/** Of a payment whose amount cannot be read the sum cannot be known; the number can. */
function controllaTotali(radice: Elemento, lette: readonly (RigaFlusso | RigaNonCompresa)[], totale: Centesimi): void {
  if (Number(testoDi(radice, 'numeroTotalePagamenti')) !== lette.length) {
    throw new XmlRifiutato('schema', `numeroTotalePagamenti is not ${lette.length}`);
  }
  const importi = lette.map(({ importo }) => (typeof importo === 'string' ? importoSe(importo) : importo));
  if (importi.every((importo) => importo !== undefined) && somma(importi) !== totale) {
    throw new XmlRifiutato('schema', 'importoTotalePagamenti is not the sum of the payments');
  }
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

function leggiMittente(radice: Elemento): IstitutoFlusso {
  const tipo = testoDi(radice, 'istitutoMittente', 'identificativoUnivocoMittente', 'tipoIdentificativoUnivoco');
  return { tipo: tipo === 'A' || tipo === 'B' ? tipo : 'G', ...leggiIstituto(radice, 'Mittente') };
}

function leggiIstituto(radice: Elemento, ruolo: 'Mittente' | 'Ricevente'): Omit<IstitutoFlusso, 'tipo'> {
  const denominazione = testoSe(radice, `istituto${ruolo}`, `denominazione${ruolo}`);
  return {
    codice: testoDi(radice, `istituto${ruolo}`, `identificativoUnivoco${ruolo}`, 'codiceIdentificativoUnivoco'),
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

function leggiRiga(riga: Elemento, posto: number): RigaFlusso | RigaNonCompresa {
  const testo = (nome: string): string => testoSe(riga, nome)?.trim() ?? '';
  const scritta = {
    iuv: testo('identificativoUnivocoVersamento'),
    iur: testo('identificativoUnivocoRiscossione'),
    importo: testo('singoloImportoPagato'),
    codice: testo('codiceEsitoSingoloPagamento'),
  };
  const indice = testo('indiceDatiSingoloPagamento');
  const dataEsito = giornoXsd(testo('dataEsitoSingoloPagamento'));
  const { iuv, iur, codice } = scritta;
  const importo = importoSe(scritta.importo);
  const nonCompresa = (difetto: string): RigaNonCompresa => ({ posto, difetto, ...scritta });
  if (!isCodice35(iuv)) return nonCompresa(`IUV ${iuv}`);
  if (!isCodice35(iur)) return nonCompresa(`IUR ${iur}`);
  if (!/^[1-5]?$/.test(indice)) return nonCompresa(`indice ${indice}`);
  if (importo === undefined) return nonCompresa(`importo ${scritta.importo}`);
  if (!isCodiceRiversamento(codice)) return nonCompresa(`codice di esito ${codice}`);
  if (dataEsito === undefined) return nonCompresa(`data dell’esito ${testo('dataEsitoSingoloPagamento')}`);
  return { iuv, iur, ...(indice !== '' && { indice: Number(indice) }), importo, codice, dataEsito };
}

function isCodice35(testo: string): boolean {
  return testo.length >= 1 && testo.length <= 35;
}

function importoSe(testo: string): Centesimi | undefined {
  return /^\d{1,9}\.\d{2}$/.test(testo) && Number(testo) > 0 ? leggiImporto(testo) : undefined;
}
