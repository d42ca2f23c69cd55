import { formatTrimestre } from '../scadenze/trimestre.ts';
import { formatEuro } from '../valori/denaro.ts';
import type { Bollettino } from './bollettino.ts';
import type { RigaCarrello } from './servizio-bollettini.ts';
import { quante } from './settimane-coperte.ts';

/** The one JSON form of a bollettino, for CLI and API: money as `"338.00"`, days as `"2021-01-11"`. */
/** @param successori what took its place, when it was replaced */
export function bollettinoToJson({ bollettino, rapporto }: RigaCarrello, successori: readonly Bollettino[] = []) {
  return {
    id: bollettino.id,
    rapporto: rapporto.codice,
    lavoratore: rapporto.lavoratore.codiceFiscale,
    trimestre: formatTrimestre(bollettino.trimestre),
    gruppo: bollettino.gruppo,
    codiceInps: bollettino.codiceInps,
    iuv: bollettino.iuv,
    codiceAvviso: bollettino.codiceAvviso,
    importo: formatEuro(bollettino.importo),
    scadenza: bollettino.scadenza,
    stato: bollettino.stato,
    versione: bollettino.versione,
    settimane: quante(bollettino.settimane),
    integrazione: bollettino.integrazione !== undefined,
    sostituitoDa: successori.map(({ id, iuv, codiceAvviso }) => ({ id, iuv, codiceAvviso })),
    passi: bollettino.calcolo.passi,
    avvertenze: bollettino.calcolo.avvertenze,
    creatoIl: bollettino.creatoIl,
    aggiornatoIl: bollettino.aggiornatoIl,
  };
}
