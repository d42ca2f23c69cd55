import { norme } from '../../norme/norme.ts';
import { regoleProspetti } from '../../norme/regole-prospetti.ts';
import { cessazione, type Cessazione, parseDatiCessazione } from '../../prospetti/cessazione/index.ts';
import { cessazioneInBlocchi, cessazionePerStampa } from '../viste/cessazione.ts';
import * as campi from './campi-comuni.ts';
import { campiScritti, ilTfr, laFine } from './campi-fine.ts';
import type { CampoModulo, Scritto, Strumento } from './strumento.ts';

/** The end of a rapporto: one form, and all that follows from it. */
export const strumentoFineRapporto: Strumento = {
  nome: 'fine-rapporto',
  titolo: 'La fine di un rapporto',
  descrizione:
    'Preavviso, ferie, tredicesima, TFR, ultimi contributi e scadenze, e che cosa comunicare all’INPS: un conto solo.',
  icona: 'logout',
  trimestrePrima: false,
  invia: 'Calcola',
  campi: () => [
    laFine(true),
    {
      legenda: 'Il rapporto',
      aiuto: 'Le condizioni di oggi. Se negli anni sono cambiate, indicare il TFR già maturato.',
      campi: [
        { ...campi.oreSettimanali, obbligatorio: true } as CampoModulo,
        campi.pagaOraria,
        campi.pagaMensile,
        campi.vittoAlloggioGiorni,
        campi.associazione,
        campi.senzaCuaf,
        campi.tempoDeterminato,
      ],
    },
    ilTfr('con le condizioni di oggi'),
  ],
  esegui: (scritto) => cessazioneInBlocchi(conto(scritto)),
  stampa: (scritto, { oggi }) => cessazionePerStampa(conto(scritto), oggi),
};

function conto(scritto: Scritto): Cessazione {
  return cessazione(parseDatiCessazione(campiScritti(scritto)), norme(), regoleProspetti());
}
