import { norme } from '../../norme/norme.ts';
import { regoleProspetti } from '../../norme/regole-prospetti.ts';
import {
  nomeLettura,
  parseDatiSanzioni,
  passiSanzioni,
  sanzioni,
  testoSanzioni,
  type ProspettoSanzioni,
} from '../../prospetti/sanzioni/index.ts';
import { data, euro, type Blocco } from './blocchi.ts';
import * as campi from './campi-comuni.ts';
import { comeCampi, type Strumento } from './strumento.ts';

/** What a late payment costs, by every reading that the sources leave open. */
export const strumentoSanzioni: Strumento = {
  nome: 'sanzioni',
  titolo: 'Quanto costa il ritardo',
  descrizione:
    'Le sanzioni civili su contributi pagati dopo la scadenza, giorno per giorno, con le norme e i loro dubbi.',
  icona: 'clock',
  trimestrePrima: false,
  invia: 'Calcola le sanzioni',
  campi: () => [
    {
      legenda: 'Il debito',
      campi: [
        {
          tipo: 'testo',
          nome: 'contributi',
          etichetta: 'Contributi non pagati, in euro',
          esempio: '338,00',
          aiuto: 'Per esempio 338,00',
          modo: 'decimal',
          obbligatorio: true,
        },
        { ...campi.trimestre, aiuto: 'Per esempio 4/2020: dà la scadenza' },
        campi.giorno('scadenza', 'Scadenza', 'se non è quella del trimestre'),
        campi.giorno('pagamento', 'Giorno del pagamento', 'se manca: oggi'),
        campi.territorio(),
      ],
    },
    {
      legenda: 'Le circostanze',
      campi: [
        {
          tipo: 'spunta',
          nome: 'evasione',
          etichetta: 'Rapporto non denunciato all’INPS, o denunciato falsamente',
          aiuto: 'È evasione; altrimenti è omissione',
        },
        { tipo: 'spunta', nome: 'richiestoDaInps', etichetta: 'L’INPS ha già chiesto o contestato il pagamento' },
        campi.giorno('denuncia', 'Denuncia spontanea', 'solo per l’evasione'),
        campi.giorno('accertamento', 'Notifica dell’accertamento INPS'),
      ],
    },
  ],
  esegui: (scritto, { oggi }) => {
    const regole = regoleProspetti();
    const prospetto = sanzioni(parseDatiSanzioni(comeCampi(scritto), oggi, norme()), regole);
    return sanzioniInBlocchi(prospetto, regole.sanzioni.baseGiorni);
  },
};

function sanzioniInBlocchi(prospetto: ProspettoSanzioni, baseGiorni: number): Blocco[] {
  const { dati, letture, minimo, massimo, giorniRitardo, interessiLegali, prescrizione } = prospetto;
  if (letture.length === 0) {
    return [
      { tipo: 'esito', tono: 'successo', testo: 'Il pagamento è nei termini: nessuna sanzione.' },
      { tipo: 'avvertenze', frasi: prospetto.avvertenze },
    ];
  }
  return [
    {
      tipo: 'importo',
      titolo: 'Sanzioni e interessi',
      importo: minimo === massimo ? euro(massimo) : `da ${euro(minimo)} a ${euro(massimo)}`,
      nota: minimo === massimo ? '' : 'Le fonti non dicono quale lettura valga: qui sono calcolate tutte.',
    },
    {
      tipo: 'dati',
      titolo: '',
      voci: [
        ['Contributi', euro(dati.contributi)],
        ['Scadenza', data(dati.scadenza)],
        ['Pagamento', data(dati.pagamento)],
        ['Giorni di ritardo', String(giorniRitardo)],
        ['Interessi legali sugli stessi giorni, per confronto', euro(interessiLegali)],
        ['Prescrizione', data(prescrizione.giorno)],
      ],
    },
    { tipo: 'avvertenze', frasi: [...prospetto.avvertenze, prescrizione.nota] },
    ...letture.map((lettura, i): Blocco => {
      const quale = letture.length === 1 ? 'Il calcolo' : `Lettura ${i + 1}, ${euro(lettura.totale)}`;
      return {
        tipo: 'passi',
        titolo: `${quale}: ${nomeLettura(lettura)}`,
        passi: passiSanzioni(dati, lettura, baseGiorni),
      };
    }),
    { tipo: 'testo', titolo: 'Il prospetto da portare all’INPS', testo: testoSanzioni(prospetto, baseGiorni) },
  ];
}
