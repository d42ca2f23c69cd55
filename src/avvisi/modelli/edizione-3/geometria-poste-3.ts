import { POSTE_PAGINA_1, posteRate, type GeometriaPoste } from '../geometria-poste.ts';
import { DESTRA, SINISTRA } from './misure.ts';

const ETICHETTE = {
  destinatario: 'Destinatario ',
  oggetto: 'Oggetto pagamento ',
  codiceAvviso: 'Cod. Avviso',
  codFiscale: 'Cod. Fiscale Ente Creditore',
} as const;

/** Under the whole amount, as PagoPA's generator prints it; `alto` is the top of its band. */
export function posteRataUnica(alto: number): GeometriaPoste {
  return {
    alto,
    x: {
      titolo: SINISTRA,
      destra: DESTRA,
      fineTesti: 173,
      sinistra: SINISTRA,
      centro: 58.99,
      conto: 68.99,
      numero: 84.8,
      euro: 170.84,
      intestato: 73.88,
      destinatario: 75.66,
      oggetto: 84.76,
      tipo: 115.75,
      codFiscale: 137.05,
      valoreCodFiscale: 145.23,
      destraCodFiscale: 168.51,
      dataMatrix: 177.01,
    },
    y: {
      titolo: 4.7,
      conto: 18.9,
      intestato: 29.57,
      destinatario: 35.13,
      oggetto: 40.42,
      codici: 50.21,
      marchio: 18.9,
      paragrafo: 43.06,
      autorizzazione: 61.85,
      dataMatrix: 30.18,
    },
    passo: 3.79,
    sottoCodici: 5.55,
    latoDataMatrix: 23.02,
    angoli: { dx: 2.4, dy: 2.7, larghezza: 27.9, altezza: 27.9 },
    altezzaOggetto: 6,
    corpoAutorizzazione: 7,
    busta: { x: 16.4, y: 30.2, raggio: 6.4 },
    etichette: ETICHETTE,
  };
}

/** On an instalment page, from the top down: the guide's 3.0 models, which keep the strips of 2018 nearly where they were. */
export function posteRate3(colonne: 2 | 3): readonly GeometriaPoste[] {
  if (colonne === 3) {
    return posteRate(3).map(({ x: { rata: _, ...x }, ...g }) => ({
      ...g,
      x: { ...x, titolo: 10.31 },
      busta: { x: 16, y: 23, raggio: 5.2 },
    }));
  }
  const { rata: _, ...x } = POSTE_PAGINA_1.x;
  return [131.55, 213.76].map((alto) => ({ ...POSTE_PAGINA_1, alto, x, busta: { x: 16.6, y: 33.6, raggio: 5.5 } }));
}

/** From the top of the strip under the whole amount to its last line. */
const ALTEZZA_POSTE = 61.85;
/** The last line of the 2018 model's page, lower than the guide's margin by a millimetre and a half. */
const FINE_POSTE = 288.5;

/** Whether a strip whose band would begin here has room on the page. */
export function haSpazioPoste(alto: number): boolean {
  return alto + ALTEZZA_POSTE <= FINE_POSTE;
}
