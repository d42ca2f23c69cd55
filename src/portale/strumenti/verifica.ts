import { norme } from '../../norme/norme.ts';
import { premesse } from '../../norme/premesse.ts';
import {
  seguitoDi,
  parseDatiVerifica,
  verifica,
  type EsitoVerifica,
  type Ipotesi,
} from '../../prospetti/verifica/index.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import { euro, numero, premesseInBlocchi, siNo, type Blocco } from './blocchi.ts';
import * as campi from './campi-comuni.ts';
import { comeCampi, type Strumento } from './strumento.ts';
import { italiano } from '../../valori/italiano.ts';

/** What an INPS notice's amount may be, and how far it is from the hours truly paid. */
export const strumentoVerifica: Strumento = {
  nome: 'verifica',
  titolo: 'Verifica un avviso INPS',
  descrizione: 'Da un importo e un trimestre, le ore e la fascia che lo danno: per capire se l’avviso è giusto.',
  icona: 'check-circle',
  trimestrePrima: false,
  invia: 'Verifica',
  campi: () => [
    {
      legenda: 'L’avviso',
      aiuto: 'Bastano il trimestre (o il codice Inps) e l’importo.',
      campi: [
        { ...campi.trimestre },
        {
          tipo: 'testo',
          nome: 'codiceInps',
          etichetta: 'Codice Inps',
          aiuto: '15 cifre, in luogo del trimestre',
          modo: 'numeric',
        },
        {
          tipo: 'testo',
          nome: 'importo',
          etichetta: 'Importo in euro',
          esempio: '338,00',
          aiuto: 'Per esempio 338,00',
          modo: 'decimal',
          obbligatorio: true,
        },
      ],
    },
    {
      legenda: 'Che altro si sa',
      aiuto: 'Quello che l’avviso dice o che si sa del rapporto: restringe le ipotesi.',
      campi: [
        { tipo: 'testo', nome: 'ore', etichetta: 'Ore indicate dall’avviso', modo: 'decimal' },
        campi.oreSettimanali,
        { tipo: 'testo', nome: 'settimane', etichetta: 'Settimane', aiuto: 'Da 1 a 14', modo: 'numeric' },
        {
          tipo: 'testo',
          nome: 'fascia',
          etichetta: 'Fascia',
          aiuto: 'Da 1 a 4; la 4ª è oltre le 24 ore',
          modo: 'numeric',
        },
        campi.pagaOraria,
        {
          tipo: 'scelta',
          nome: 'associazione',
          etichetta: 'Contributo di assistenza contrattuale',
          scelte: [
            { valore: '', testo: 'Non so' },
            { valore: 'nessuna', testo: 'Nessuno' },
            { valore: 'F2', testo: 'F2 – CAS.SA.COLF' },
            { valore: 'E1', testo: 'E1 – EBILCOBA' },
          ],
        },
        { ...campi.senzaCuaf, etichetta: 'Solo senza CUAF' },
        { tipo: 'spunta', nome: 'tempoDeterminato', etichetta: 'Solo a tempo determinato' },
        { tipo: 'spunta', nome: 'mezzeOre', etichetta: 'Cerca anche ore con la mezza' },
      ],
    },
    {
      legenda: 'Come è andata davvero',
      aiuto: 'Per sapere di quanto l’avviso sbaglia.',
      campi: [
        { tipo: 'testo', nome: 'oreVere', etichetta: 'Ore davvero retribuite nel trimestre', modo: 'decimal' },
        { tipo: 'testo', nome: 'settimaneVere', etichetta: 'Settimane davvero retribuite', modo: 'numeric' },
      ],
    },
  ],
  esegui: (scritto) => verificaInBlocchi(verifica(parseDatiVerifica(comeCampi(scritto)), norme())),
};

/** More than these and the first ones are what a person looks at. */
const IPOTESI_MOSTRATE = 12;

function verificaInBlocchi({ dati, sintesi, ipotesi, vicini, scostamento }: EsitoVerifica): Blocco[] {
  return [
    ...premesseInBlocchi(premesse(norme(), [dati.trimestre.anno])),
    { tipo: 'esito', tono: ipotesi.length === 0 ? 'attenzione' : 'info', testo: sintesi },
    ...(scostamento === null
      ? []
      : [
          {
            tipo: 'esito' as const,
            tono: scostamento.dovuti.every(({ differenza }) => differenza === 0)
              ? ('successo' as const)
              : ('attenzione' as const),
            testo: scostamento.frase,
          },
          { tipo: 'avvertenze' as const, frasi: [...scostamento.avvertenze, ...seguitoDi(scostamento)] },
        ]),
    ...(ipotesi.length === 0 ? [] : [hypotheses(ipotesi)]),
    ...(vicini.length === 0
      ? []
      : [
          {
            tipo: 'tabella' as const,
            titolo: 'Gli importi possibili più vicini',
            colonne: [
              { testo: 'Importo €', numero: true },
              { testo: 'Differenza €', numero: true },
              { testo: 'Ore', numero: true },
              { testo: 'Fascia' },
            ],
            righe: vicini.map(({ importo, differenza, ore, tariffa }) => [
              formatEuroItaliano(importo),
              formatEuroItaliano(differenza),
              numero(ore),
              `${tariffa.fascia}ª`,
            ]),
            totale: null,
          },
        ]),
    ...(scostamento === null
      ? []
      : scostamento.dovuti.map(({ calcolo }) => ({
          tipo: 'passi' as const,
          titolo: `Quanto si deve per le ore vere${scostamento.dovuti.length === 1 ? '' : italiano`, nella ${calcolo.fascia}ª fascia`}`,
          passi: calcolo.passi,
        }))),
  ];
}

function hypotheses(ipotesi: readonly Ipotesi[]): Blocco {
  return {
    tipo: 'tabella',
    titolo:
      ipotesi.length > IPOTESI_MOSTRATE
        ? `Le ${IPOTESI_MOSTRATE} ipotesi più plausibili, di ${ipotesi.length}`
        : 'Le ipotesi, dalla più plausibile',
    colonne: [
      { testo: 'Ore', numero: true },
      { testo: 'Settimane', numero: true },
      { testo: 'Fascia' },
      { testo: 'CUAF' },
      { testo: 'Durata' },
      { testo: 'Assistenza' },
      { testo: 'Orario', numero: true },
      { testo: 'Perché' },
    ],
    righe: ipotesi
      .slice(0, IPOTESI_MOSTRATE)
      .map(({ calcolo, distribuzione, tariffa, motivi }) => [
        numero(calcolo.ore),
        String(distribuzione.settimane),
        `${tariffa.fascia}ª`,
        siNo(!tariffa.senzaCuaf),
        tariffa.tempoDeterminato ? 'determinata' : 'indeterminata',
        tariffa.associazione ?? '–',
        euro(tariffa.contributoOrario),
        motivi.join('; '),
      ]),
    totale: null,
  };
}
