import { type Norme, norme } from '../../norme/norme.ts';
import { premesse } from '../../norme/premesse.ts';
import { regoleProspetti } from '../../norme/regole-prospetti.ts';
import { costoAnnuo, parseDatiCosto, type CostoAnnuo } from '../../prospetti/costo-annuo/index.ts';
import { normeProiettate, parseIstat, proiettaAnno } from '../../prospetti/proiezione/index.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import { partiDelGiorno } from '../../valori/giorno.ts';
import { data, euro, numero, premesseInBlocchi, type Blocco } from './blocchi.ts';
import * as campi from './campi-comuni.ts';
import { comeCampi, testo, type Strumento } from './strumento.ts';
import { italiano } from '../../valori/italiano.ts';

/** What a rapporto costs in a year, as it is or as one thinks of making it. */
export const strumentoCostoAnnuo: Strumento = {
  nome: 'costo-annuo',
  titolo: 'Quanto costa in un anno',
  descrizione: 'Paga, tredicesima, ferie, TFR e contributi di un anno: per un rapporto che c’è o che si pensa di fare.',
  icona: 'calendar',
  trimestrePrima: false,
  invia: 'Calcola il costo',
  campi: ({ oggi }) => [
    {
      legenda: 'Il rapporto',
      campi: [
        {
          tipo: 'testo',
          nome: 'anno',
          etichetta: 'Anno',
          esempio: '2025',
          aiuto: `Per esempio ${partiDelGiorno(oggi).anno}`,
          modo: 'numeric',
          obbligatorio: true,
        },
        { ...campi.oreSettimanali, obbligatorio: true } as typeof campi.oreSettimanali,
        campi.pagaOraria,
        campi.pagaMensile,
        campi.vittoAlloggioGiorni,
        campi.associazione,
        campi.giorno('assunzione', 'Assunzione', 'se cade nell’anno'),
        campi.giorno('cessazione', 'Cessazione', 'se cade nell’anno'),
        campi.senzaCuaf,
        campi.tempoDeterminato,
        { tipo: 'spunta', nome: 'quotaLavoratoreACarico', etichetta: 'Il datore paga anche la quota del lavoratore' },
      ],
    },
    {
      legenda: 'Per l’anno che viene',
      aiuto: 'L’anno dopo l’ultima tabella pubblicata si può solo supporre.',
      campi: [
        {
          tipo: 'testo',
          nome: 'istat',
          etichetta: 'Variazione ISTAT supposta, in %',
          aiuto: 'Per esempio 1,2',
          modo: 'decimal',
        },
      ],
    },
  ],
  esegui: (scritto, { oggi }) => {
    const dati = parseDatiCosto(comeCampi(scritto));
    const regole = regoleProspetti();
    const istat = testo(scritto, 'istat');
    if (istat === '') return costoInBlocchi(costoAnnuo(dati, norme(), regole), norme(), []);
    const { tabella, avvertenze } = proiettaAnno(dati.anno, parseIstat(istat), norme(), regole.proiezione, oggi);
    const nota = normeProiettate(norme(), tabella);
    return costoInBlocchi(costoAnnuo(dati, nota, regole), nota, avvertenze);
  },
};

function costoInBlocchi(costo: CostoAnnuo, note: Norme, proiezione: readonly string[]): Blocco[] {
  const { dati, retribuzione, contributi, trimestri } = costo;
  return [
    ...premesseInBlocchi(premesse(note, [dati.anno])),
    {
      tipo: 'importo',
      titolo: italiano`Costo del ${dati.anno} per il datore`,
      importo: euro(costo.totale),
      nota: `Al lavoratore restano ${euro(costo.nettoLavoratore)}, prima delle imposte.`,
    },
    { tipo: 'avvertenze', frasi: [...proiezione, ...costo.avvertenze] },
    {
      tipo: 'dati',
      titolo: 'Di che cosa è fatto',
      voci: [
        ['Paga', euro(retribuzione.paga)],
        ['Tredicesima', euro(retribuzione.tredicesima)],
        [
          'Ferie, già nella paga',
          `${numero(retribuzione.giorniFerie.toDecimalPlaces(2))} giorni, ${euro(retribuzione.diCuiFerie)}`,
        ],
        ['Vitto e alloggio, valore convenzionale', euro(retribuzione.vittoAlloggio)],
        ['TFR maturato', euro(retribuzione.tfr)],
        ['Contributi', euro(contributi.totale)],
        ['di cui del lavoratore', euro(contributi.quotaLavoratore)],
        ['Contributi deducibili', euro(costo.deducibile)],
        ['Settimane accreditate al lavoratore', String(costo.settimaneAccreditate)],
      ],
    },
    {
      tipo: 'tabella',
      titolo: 'I contributi, trimestre per trimestre',
      colonne: [
        { testo: 'Trimestre' },
        { testo: 'Settimane', numero: true },
        { testo: 'Accreditate', numero: true },
        { testo: 'Ore', numero: true },
        { testo: 'Fascia' },
        { testo: 'Si paga entro' },
        { testo: 'Importo €', numero: true },
      ],
      righe: trimestri.map((calcolo) => [
        formatTrimestre(calcolo.trimestre),
        String(calcolo.settimane),
        String(calcolo.settimaneAccreditate),
        numero(calcolo.ore),
        `${calcolo.fascia}ª`,
        data(calcolo.scadenza.scadenza),
        formatEuroItaliano(calcolo.totale),
      ]),
      totale: ['In tutto', '', String(costo.settimaneAccreditate), '', '', '', formatEuroItaliano(contributi.totale)],
    },
    { tipo: 'passi', titolo: 'Come ci si arriva', passi: costo.passi },
  ];
}
