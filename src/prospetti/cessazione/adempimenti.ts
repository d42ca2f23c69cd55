import type { RegoleCessazione } from '../../norme/cessazione.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { somma } from '../../valori/denaro.ts';
import { aggiungiGiorni, type Giorno } from '../../valori/giorno.ts';
import { italiano } from '../../valori/italiano.ts';
import { euroIt } from '../formati.ts';
import type { UltimoTrimestre } from './contributi-finali.ts';
import type { DatiCessazione } from './dati-cessazione.ts';
import { MOTIVI } from './motivi.ts';

/** Something to do, and its last day; null without one. */
export interface Adempimento {
  readonly entro: Giorno | null;
  readonly che: string;
}

/** What to send, pay and hand over, the earliest first. */
export function adempimenti(
  { motivo, cessazione }: DatiCessazione,
  contributi: readonly UltimoTrimestre[],
  regole: RegoleCessazione,
): Adempimento[] {
  const chi = motivo === 'morte-datore' ? ' (gli eredi, con i dati del datore)' : '';
  const datati: Adempimento[] = [
    {
      entro: aggiungiGiorni(cessazione, regole.comunicazione.giorni),
      che: `Comunicare all’INPS la cessazione del rapporto${chi}: data di fine, motivo («${MOTIVI[motivo].nome}») e codice del rapporto.`,
    },
    ...contributi.map(({ trimestre, calcoli, proiettato }): Adempimento => {
      const scadenza = calcoli[0]?.scadenza;
      const quanto = euroIt(somma(calcoli.map(({ totale }) => totale)));
      const quanti = calcoli.length > 1 ? ` in ${calcoli.length} bollettini` : '';
      return {
        entro: scadenza?.giornoSicuro ?? scadenza?.scadenza ?? null,
        che: italiano`Pagare i contributi del trimestre ${formatTrimestre(trimestre)}: ${proiettato ? 'circa ' : ''}${quanto}${quanti}${chi}.`,
      };
    }),
  ];
  datati.sort((a, b) => (a.entro ?? '9999').localeCompare(b.entro ?? '9999'));
  const naspi = motivo !== 'dimissioni' && motivo !== 'morte-lavoratore';
  return [
    ...datati,
    ...(naspi
      ? [
          {
            entro: aggiungiGiorni(cessazione, regole.naspi.giorni),
            che: 'Il lavoratore può chiedere la NASpI: tenere il licenziamento, o la ragione della fine, per iscritto.',
          },
        ]
      : []),
    { entro: null, che: 'Consegnare l’ultimo prospetto paga, con TFR, ferie e tredicesima, e farlo firmare.' },
    { entro: null, che: 'Consegnare al lavoratore la certificazione dei compensi dell’anno, TFR compreso.' },
    { entro: null, che: 'Conservare per almeno cinque anni ricevute dei contributi e comunicazione di cessazione.' },
  ];
}
