import { norme } from '../../norme/norme.ts';
import { regoleProspetti } from '../../norme/regole-prospetti.ts';
import { cessazione, type Cessazione, MOTIVI, parseDatiCessazione } from '../../prospetti/cessazione/index.ts';
import { cessazioneInBlocchi, cessazionePerStampa } from '../viste/cessazione.ts';
import * as campi from './campi-comuni.ts';
import { comeCampi, type CampoModulo, type Scritto, type Strumento } from './strumento.ts';

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
    {
      legenda: 'La fine',
      campi: [
        { ...campi.giorno('assunzione', 'Assunzione'), obbligatorio: true, esempio: '01/01/2020' } as CampoModulo,
        {
          ...campi.giorno('cessazione', 'Ultimo giorno del rapporto'),
          obbligatorio: true,
          esempio: '31/12/2025',
        } as CampoModulo,
        {
          tipo: 'scelta',
          nome: 'motivo',
          etichetta: 'Come finisce',
          scelte: Object.entries(MOTIVI).map(([valore, { nome }]) => ({ valore, testo: nome })),
        },
        {
          tipo: 'testo',
          nome: 'preavvisoLavorato',
          etichetta: 'Giorni di preavviso lavorati',
          aiuto: 'Di calendario; se manca: tutti. 0 se è pagato e non lavorato',
          modo: 'numeric',
        },
        {
          tipo: 'testo',
          nome: 'ferieNonGodute',
          etichetta: 'Giorni di ferie non godute',
          aiuto: 'Lavorativi, da lunedì a sabato',
          modo: 'decimal',
        },
        {
          tipo: 'spunta',
          nome: 'alloggioIndipendente',
          etichetta: 'Ha con la famiglia un alloggio indipendente del datore',
        },
        { tipo: 'spunta', nome: 'dopoMaternita', etichetta: 'Licenziamento entro 31 giorni dal congedo di maternità' },
      ],
    },
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
    {
      legenda: 'Il TFR',
      campi: [
        {
          tipo: 'testo',
          nome: 'tfrMaturato',
          etichetta: 'TFR al 31/12 dell’anno prima, in euro',
          aiuto: 'Se manca, gli anni sono contati dall’assunzione con le condizioni di oggi',
          modo: 'decimal',
        },
        {
          tipo: 'testo',
          nome: 'rivalutazione',
          etichetta: 'Coefficiente ISTAT del mese, in %',
          aiuto: 'Per esempio 1,998336; se manca, la sola parte fissa',
          modo: 'decimal',
        },
        {
          tipo: 'testo',
          nome: 'anticipo',
          etichetta: 'Anticipo di TFR già pagato, in euro',
          modo: 'decimal',
        },
        campi.giorno('anticipoIl', 'Anticipo pagato il'),
      ],
    },
  ],
  esegui: (scritto) => cessazioneInBlocchi(conto(scritto)),
  stampa: (scritto, { oggi }) => cessazionePerStampa(conto(scritto), oggi),
};

function conto(scritto: Scritto): Cessazione {
  const { anticipo, anticipoIl, ...altri } = comeCampi(scritto);
  const anticipi =
    anticipo === undefined && anticipoIl === undefined ? [] : [{ giorno: anticipoIl ?? '', importo: anticipo ?? '' }];
  return cessazione(parseDatiCessazione({ ...altri, anticipi }), norme(), regoleProspetti());
}
