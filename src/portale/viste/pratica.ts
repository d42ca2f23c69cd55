import { svgPath } from '../../avvisi/codici/matrice.ts';
import { qrCode } from '../../avvisi/codici/qr-code.ts';
import { perchePrescritto } from '../../bollettini/prescritto.ts';
import type { Allegato } from '../../famiglia/porte.ts';
import type { Pratica } from '../../famiglia/servizio-famiglia.ts';
import { buildQrAvviso } from '../../pagopa/identificativi/qr-avviso.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import type { Giorno } from '../../valori/giorno.ts';
import { italiano } from '../../valori/italiano.ts';
import { percorsiReali } from '../percorsi-reali.ts';

/** Light modules that a QR code needs around it. */
const MARGINE_QR = 4;

/** A bollettino as the list shows it. */
export function toVistaPratica({ bollettino, rapporto, avviso, pagamento, allegati }: Pratica, oggi: Giorno) {
  const { lavoratore } = rapporto;
  const pagato = bollettino.stato === 'pagato';
  return {
    id: bollettino.id,
    versione: bollettino.versione,
    trimestre: formatTrimestre(bollettino.trimestre),
    integrazione: bollettino.integrazione !== undefined,
    codiceRapporto: rapporto.codice,
    lavoratore: `${lavoratore.nome} ${lavoratore.cognome}`,
    scadenza: bollettino.scadenza,
    scaduto: !pagato && bollettino.scadenza < oggi,
    prescritto: pagato ? null : (perchePrescritto(bollettino, oggi) ?? null),
    importo: bollettino.importo,
    pagato,
    pagatoIl: pagamento?.pagatoIl ?? null,
    versato: pagamento?.importo ?? null,
    diverso: pagamento !== undefined && pagamento.importo !== bollettino.importo,
    passo: pagato
      ? allegati.some(({ cosa }) => cosa === 'ricevuta')
        ? 'Pagato, con ricevuta'
        : 'Pagato, manca la ricevuta'
      : avviso === undefined
        ? 'Da chiedere all’INPS'
        : 'Avviso preso, da pagare',
    avvertenze: bollettino.calcolo.avvertenze,
    passi: bollettino.calcolo.passi,
  };
}

/** INPS's notice with its code drawn large, for the app that pays. */
export function toVistaAvvisoInps(avviso: Pratica['avviso']) {
  if (avviso === undefined) return null;
  const matrice = qrCode(buildQrAvviso(avviso));
  return {
    codiceAvviso: avviso.codiceAvviso,
    ente: avviso.confronto.inps ? 'INPS' : avviso.codiceFiscaleEnte,
    codiceFiscaleEnte: avviso.codiceFiscaleEnte,
    importo: avviso.importo,
    importoTesto: formatEuroItaliano(avviso.importo),
    confronto: avviso.confronto,
    avvertenze: avviso.avvertenze,
    qr: { lato: matrice.lato + 2 * MARGINE_QR, disegno: svgPath(matrice, MARGINE_QR) },
  };
}

const COSE: Readonly<Record<Allegato['cosa'], string>> = { avviso: 'Avviso dell’INPS', ricevuta: 'Ricevuta' };

/** @param istante how an instant is written */
export function toVisteAllegati({ allegati }: Pratica, istante: (quando: string) => string) {
  return allegati.map(({ id, bollettinoId, cosa, formato, aggiuntoIl }) => ({
    href: percorsiReali.allegato(bollettinoId, id),
    testo: italiano`${COSE[cosa]} (${formato.toUpperCase()}), del ${istante(aggiuntoIl)}`,
  }));
}
