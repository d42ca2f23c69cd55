import { formatEuro } from '../../valori/denaro.ts';
import type { EsitoSportello, LetturaSportello } from '../sportello/sportello.ts';

/** What the counter found, as programs read it: amounts as `"338.00"`. */
export function letturaSportelloJson({ qr, origine, canale, verifica, commissione }: LetturaSportello) {
  return {
    ...qr,
    origine,
    canale,
    esito: verifica.esito,
    ...(verifica.esito === 'KO'
      ? { fault: verifica.fault }
      : {
          importo: formatEuro(verifica.importo),
          scadenza: verifica.scadenza,
          descrizione: verifica.descrizione,
          ente: verifica.ente,
          commissione: commissione === undefined ? undefined : formatEuro(commissione),
        }),
  };
}

export function esitoSportelloJson({ lettura, esito, token, fault }: EsitoSportello) {
  return { ...letturaSportelloJson(lettura), esito, token, fault };
}
