import { formatCodiceAvviso, parseCodiceAvviso, type CodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import { parseDataMatrixAvviso, type DataMatrixAvviso } from '../../pagopa/identificativi/data-matrix-avviso.ts';
import { parseQrAvviso, type QrAvviso } from '../../pagopa/identificativi/qr-avviso.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { AvvisoLetto, CodiceGrezzo, LetturaAvvisi } from './avviso-letto.ts';
import { indiziDellOggetto } from './indizi.ts';

/** Codice fiscale of INPS, the creditor of these contributions (INPS notices of 2020 on). */
const CODICE_FISCALE_INPS = '80078750587';

interface Gruppo {
  readonly codiceAvviso: CodiceAvviso;
  readonly pagina: number;
  qr?: QrAvviso;
  dataMatrix?: DataMatrixAvviso;
}

/** Puts together the codes of the same notice, checks them against each other, and sets aside what is no notice's. */
export function interpretaCodici(codici: readonly CodiceGrezzo[]): LetturaAvvisi {
  const gruppi = new Map<CodiceAvviso, Gruppo>();
  const estranei: CodiceGrezzo[] = [];
  for (const codice of codici) {
    const letto = readOne(codice);
    if (letto === null) {
      estranei.push(codice);
      continue;
    }
    const { codiceAvviso } = letto.qr ?? letto.dataMatrix;
    const gruppo = gruppi.get(codiceAvviso) ?? { codiceAvviso, pagina: codice.pagina };
    gruppi.set(codiceAvviso, { ...gruppo, ...letto });
  }
  const avvisi = [...gruppi.values()].map(compose);
  return { avvisi, estranei, sintesi: summary(avvisi, estranei.length) };
}

type Letto =
  | { readonly qr: QrAvviso; readonly dataMatrix?: never }
  | { readonly qr?: never; readonly dataMatrix: DataMatrixAvviso };

/** Null for a code that is not of a pagoPA notice: a page may bear others. */
function readOne({ formato, testo }: CodiceGrezzo): Letto | null {
  try {
    return formato === 'QRCode' ? { qr: parseQrAvviso(testo) } : { dataMatrix: parseDataMatrixAvviso(testo) };
  } catch (errore) {
    if (errore instanceof ErroreDati) return null;
    throw errore;
  }
}

function compose({ codiceAvviso, pagina, qr, dataMatrix }: Gruppo): AvvisoLetto {
  const principale = qr ?? dataMatrix;
  if (principale === undefined) throw new RangeError('a notice has at least one code');
  const { codiceFiscaleEnte, importo } = principale;
  const { controlloValido } = parseCodiceAvviso(codiceAvviso);
  return {
    codiceAvviso,
    controlloValido,
    codiceFiscaleEnte,
    inps: codiceFiscaleEnte === CODICE_FISCALE_INPS,
    importo,
    debitore:
      dataMatrix === undefined
        ? null
        : { codiceFiscale: dataMatrix.codiceFiscaleDebitore, nome: dataMatrix.nomeDebitore },
    oggetto: dataMatrix?.oggetto ?? null,
    contoPostale: dataMatrix?.numeroConto ?? null,
    letti: [
      ...(qr === undefined ? [] : ['QRCode' as const]),
      ...(dataMatrix === undefined ? [] : ['DataMatrix' as const]),
    ],
    pagina,
    indizi: indiziDellOggetto(dataMatrix?.oggetto ?? ''),
    avvertenze: [
      ...disagreements(qr, dataMatrix),
      ...(codiceFiscaleEnte === CODICE_FISCALE_INPS
        ? []
        : [
            `Il creditore è ${codiceFiscaleEnte}, non l’INPS (${CODICE_FISCALE_INPS}): non sono contributi di lavoro domestico.`,
          ]),
      ...(controlloValido === false
        ? [
            'Le due cifre di controllo del codice avviso non tornano: chi incassa può accettarlo, ma conviene chiedere all’ente.',
          ]
        : []),
    ],
  };
}

function disagreements(qr: QrAvviso | undefined, dataMatrix: DataMatrixAvviso | undefined): string[] {
  if (qr === undefined || dataMatrix === undefined) return [];
  const frasi: string[] = [];
  if (qr.importo !== dataMatrix.importo) {
    frasi.push(
      `Il codice QR dice ${formatEuroItaliano(qr.importo)} €, il bollettino postale ${formatEuroItaliano(dataMatrix.importo)} €: non pagare prima di aver chiarito.`,
    );
  }
  if (qr.codiceFiscaleEnte !== dataMatrix.codiceFiscaleEnte) {
    frasi.push('Il codice QR e il bollettino postale hanno creditori diversi: non pagare prima di aver chiarito.');
  }
  return frasi;
}

function summary(avvisi: readonly AvvisoLetto[], estranei: number): string {
  const [primo] = avvisi;
  if (primo === undefined) {
    return estranei === 0
      ? 'Nel file non si è trovato nessun codice QR o Data Matrix: provare con il PDF originale o una foto più nitida.'
      : 'I codici trovati nel file non sono di un avviso pagoPA.';
  }
  const elenco = avvisi.map(
    ({ codiceAvviso, importo, inps, codiceFiscaleEnte }) =>
      `avviso ${formatCodiceAvviso(codiceAvviso)}, ${formatEuroItaliano(importo)} €, creditore ${inps ? 'INPS' : codiceFiscaleEnte}`,
  );
  return `${elenco.join('; ')}.`.replace(/^a/, 'A');
}
