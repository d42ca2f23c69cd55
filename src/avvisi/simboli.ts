import { buildDataMatrixAvviso } from '../pagopa/identificativi/data-matrix-avviso.ts';
import { buildQrAvviso } from '../pagopa/identificativi/qr-avviso.ts';
import { dataMatrix } from './codici/data-matrix.ts';
import type { Matrice } from './codici/matrice.ts';
import { qrCode } from './codici/qr-code.ts';
import type { DatiAvviso, Pagabile } from './dati-avviso.ts';
import { normalizza } from './stampa/caratteri.ts';

/** A symbol with the text it says. */
export interface Simbolo {
  readonly testo: string;
  readonly matrice: Matrice;
}

/** The QR code of what is to be paid. */
export function simboloQr(dati: DatiAvviso, { codiceAvviso, importo }: Pagabile): Simbolo {
  const testo = buildQrAvviso({ codiceAvviso, codiceFiscaleEnte: dati.ente.codiceFiscale, importo });
  return { testo, matrice: qrCode(testo) };
}

/** The Data Matrix of the postal slip; undefined without a postal account. */
export function simboloPoste(dati: DatiAvviso, { codiceAvviso, importo }: Pagabile): Simbolo | undefined {
  const { ente, destinatario } = dati;
  if (ente.contoPostale === undefined) return undefined;
  const testo = buildDataMatrixAvviso({
    codiceAvviso,
    numeroConto: ente.contoPostale.numero,
    importo,
    codiceFiscaleEnte: ente.codiceFiscale,
    codiceFiscaleDebitore: destinatario.codiceFiscale,
    nomeDebitore: normalizza(destinatario.nome),
    oggetto: normalizza(dati.oggetto),
  });
  return { testo, matrice: dataMatrix(testo) };
}
