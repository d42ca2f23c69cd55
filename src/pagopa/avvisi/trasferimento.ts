import type { Centesimi } from '../../valori/denaro.ts';
import { leggiImporto, scriviImporto } from '../importo.ts';
import { type Elemento, opzionale, testoDi, trova, tutti } from '../xml/albero.ts';
import { campo, elemento, elementoSe, type Xml } from '../xml/scrittura.ts';
import type { Versione } from './corpo-avvisi.ts';
import { leggiMetadati, type Metadati, scriviMetadati } from './metadati.ts';

/** One of the 1-5 parts of a notice's payment: to whom it goes and on which account. */
export interface Trasferimento {
  /** 1-5. */
  readonly id: number;
  readonly importo: Centesimi;
  readonly dominio: string;
  /** V2 only. */
  readonly ente?: string;
  /** Absent only for a digital stamp (V2). */
  readonly iban?: string;
  readonly bollo?: { readonly hash: string; readonly tipo: string; readonly provincia: string };
  /** V2 receipts: the stamp, base64. */
  readonly bolloAllegato?: string;
  readonly causale: string;
  /** transferCategory; PSPs are told it in V2 alone, and in no notification. */
  readonly categoria?: string;
  readonly metadati?: Metadati;
}

/** Where the list stands decides what of it is written. */
export type UsoTrasferimenti = 'ente' | 'ricevuta' | 'psp' | 'notifica';

export function scriviTrasferimenti(
  trasferimenti: readonly Trasferimento[],
  versione: Versione,
  uso: UsoTrasferimenti,
): Xml {
  return elemento(
    'transferList',
    trasferimenti.map((uno) => scriviTrasferimento(uno, versione, uso)),
  );
}

export function leggiTrasferimenti(padre: Elemento): readonly Trasferimento[] {
  const lista = trova(padre, 'transferList');
  return (lista === undefined ? [] : tutti(lista, 'transfer')).map(leggiTrasferimento);
}

function scriviTrasferimento(uno: Trasferimento, versione: Versione, uso: UsoTrasferimenti): Xml {
  const conCategoria = uso !== 'notifica' && (uso !== 'psp' || versione === 2);
  return elemento('transfer', [
    campo('idTransfer', uno.id),
    campo('transferAmount', scriviImporto(uno.importo)),
    campo('fiscalCodePA', uno.dominio),
    campo('companyName', versione === 2 ? uno.ente : undefined),
    campo('IBAN', uno.iban),
    elementoSe(uso === 'ricevuta' ? undefined : uno.bollo, (bollo) =>
      elemento('richiestaMarcaDaBollo', [
        campo('hashDocumento', bollo.hash),
        campo('tipoBollo', bollo.tipo),
        campo('provinciaResidenza', bollo.provincia),
      ]),
    ),
    campo('MBDAttachment', uso === 'ricevuta' ? uno.bolloAllegato : undefined),
    campo('remittanceInformation', uno.causale),
    campo('transferCategory', conCategoria ? uno.categoria : undefined),
    scriviMetadati(uno.metadati),
  ]);
}

function leggiTrasferimento(uno: Elemento): Trasferimento {
  const bollo = trova(uno, 'richiestaMarcaDaBollo');
  return {
    id: Number(testoDi(uno, 'idTransfer')),
    importo: leggiImporto(testoDi(uno, 'transferAmount')),
    dominio: testoDi(uno, 'fiscalCodePA'),
    ...opzionale(uno, 'companyName', 'ente'),
    ...opzionale(uno, 'IBAN', 'iban'),
    ...opzionale(uno, 'MBDAttachment', 'bolloAllegato'),
    ...(bollo !== undefined && {
      bollo: {
        hash: testoDi(bollo, 'hashDocumento'),
        tipo: testoDi(bollo, 'tipoBollo'),
        provincia: testoDi(bollo, 'provinciaResidenza'),
      },
    }),
    causale: testoDi(uno, 'remittanceInformation'),
    ...opzionale(uno, 'transferCategory', 'categoria'),
    ...leggiMetadati(uno),
  };
}
