import { formatTrimestre, type Trimestre } from '../../scadenze/trimestre.ts';
import { formatEuroItaliano, type Centesimi } from '../../valori/denaro.ts';
import { formatGiornoItaliano, type Giorno } from '../../valori/giorno.ts';
import { conArticolo } from '../../valori/italiano.ts';
import { formatIstante } from './istante.ts';

const SPAZIO_FISSO = '\u00a0';

/** How the templates write what is not a text: the same on the portal's pages and on the page without a network. */
export const FILTRI = {
  euro: (importo: Centesimi) => `${formatEuroItaliano(importo)}${SPAZIO_FISSO}€`,
  importo: (importo: Centesimi) => formatEuroItaliano(importo),
  giorno: (data: Giorno) => formatGiornoItaliano(data),
  con: (numero: string | number, articolo: string) => conArticolo(articolo, numero),
  istante: (istante: string) => formatIstante(istante),
  trimestre: (trimestre: Trimestre) => formatTrimestre(trimestre),
  gruppi: (cifre: string) => cifre.replace(/(.{4})(?=.)/g, `$1${SPAZIO_FISSO}`),
};
