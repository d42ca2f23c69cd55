import type { Cliente } from '../../archivio/repository-clienti.ts';
import { NESSUNA_ASSOCIAZIONE } from '../../clienti/parse-cambio.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import { quanti } from '../../valori/italiano.ts';
import type { GruppoCampi } from '../strumenti/strumento.ts';

const COM_E = { valore: '', testo: 'Resta com’è' };
const SI_NO = [COM_E, { valore: 'si', testo: 'Sì' }, { valore: 'no', testo: 'No' }];

/** The form of new terms. */
export const GRUPPI_CAMBIO: readonly GruppoCampi[] = [
  {
    legenda: 'Che cosa cambia',
    aiuto: 'Ciò che si lascia vuoto resta com’è.',
    campi: [
      { nome: 'dal', etichetta: 'Dal giorno', tipo: 'testo', aiuto: 'gg/mm/aaaa', obbligatorio: true },
      { nome: 'oreSettimanali', etichetta: 'Ore settimanali', tipo: 'testo', modo: 'decimal' },
      { nome: 'pagaOraria', etichetta: 'Paga oraria, in euro', tipo: 'testo', modo: 'decimal' },
      {
        nome: 'pagaMensile',
        etichetta: 'Paga mensile, in euro',
        tipo: 'testo',
        modo: 'decimal',
        aiuto: 'Al posto di quella oraria.',
      },
      {
        nome: 'vittoAlloggioGiorni',
        etichetta: 'Giorni di vitto e alloggio alla settimana',
        tipo: 'testo',
        modo: 'numeric',
        aiuto: 'Da 0 a 7.',
      },
      {
        nome: 'associazione',
        etichetta: 'Assistenza contrattuale',
        tipo: 'scelta',
        scelte: [
          COM_E,
          { valore: 'F2', testo: 'F2, CAS.SA.COLF' },
          { valore: 'E1', testo: 'E1, EBILCOBA' },
          { valore: NESSUNA_ASSOCIAZIONE, testo: 'Nessuna' },
        ],
      },
      { nome: 'senzaCuaf', etichetta: 'Coniuge, o parente convivente (senza CUAF)', tipo: 'scelta', scelte: SI_NO },
      { nome: 'tempoDeterminato', etichetta: 'A tempo determinato', tipo: 'scelta', scelte: SI_NO },
    ],
  },
];

/** Nothing written yet. */
export const CAMBIO_VUOTO: Readonly<Record<string, string>> = Object.fromEntries(
  GRUPPI_CAMBIO.flatMap(({ campi }) => campi.map(({ nome }) => [nome, ''])),
);

/** A rapporto of the list as its page shows it. */
export function toVistaCliente({ datore, rapporto }: Cliente) {
  const { id, codice, lavoratore, assunzione, cessazione, condizioni } = rapporto;
  return {
    id,
    codice,
    datore: `${datore.cognome} ${datore.nome}`,
    codiceFiscaleDatore: datore.codiceFiscale,
    lavoratore: `${lavoratore.cognome} ${lavoratore.nome}`,
    codiceFiscaleLavoratore: lavoratore.codiceFiscale,
    assunzione,
    cessazione: cessazione ?? null,
    condizioni: condizioni.map(({ dal, oreSettimanali, paga, ...altre }) => ({
      dal,
      ore: oreSettimanali.replace('.', ','),
      paga:
        paga === undefined
          ? 'non detta'
          : `${formatEuroItaliano(paga.importo)} € ${paga.tipo === 'oraria' ? 'l’ora' : 'al mese'}`,
      altro: others(altre),
    })),
  };
}

function others({
  vittoAlloggioGiorni,
  senzaCuaf,
  tempoDeterminato,
  associazione,
}: Omit<Cliente['rapporto']['condizioni'][0], 'dal' | 'oreSettimanali' | 'paga'>): string {
  return [
    ...(vittoAlloggioGiorni > 0
      ? [`vitto e alloggio ${quanti(vittoAlloggioGiorni, 'giorno', 'giorni')} alla settimana`]
      : []),
    ...(associazione === undefined ? [] : [associazione]),
    ...(senzaCuaf ? ['senza CUAF'] : []),
    ...(tempoDeterminato ? ['a tempo determinato'] : []),
  ].join(', ');
}
