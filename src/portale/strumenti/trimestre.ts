import { calcolaTrimestre } from '../../contributi/calcola.ts';
import { parseSituazione } from '../../contributi/situazione/schema.ts';
import { norme } from '../../norme/norme.ts';
import { estremi, formatTrimestre } from '../../scadenze/trimestre.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { calcoliInBlocchi } from './calcolo-in-blocchi.ts';
import { withFormField } from './campo-del-modulo.ts';
import * as campi from './campi-comuni.ts';
import { campiCambio, requireDay } from './cambiate-dal.ts';
import { condizioni, inizioEFine, letture, over80 } from './campi-trimestre.ts';
import { absenceFields, comeAndato, weekFields } from './come-andato.ts';
import { testo, type Momento, type Scritto, type Strumento } from './strumento.ts';

/** A quarter as it was: week by week, with absences, beginning and end, terms that change. */
export const strumentoTrimestre: Strumento = {
  nome: 'trimestre',
  titolo: 'Un trimestre, settimana per settimana',
  descrizione:
    'Ore diverse da una settimana all’altra, assenze, assunzione o fine a metà, paga che cambia: com’è andata davvero.',
  icona: 'list',
  trimestrePrima: true,
  invia: 'Calcola',
  campi: ({ trimestre }) => [
    { legenda: 'Le condizioni', campi: condizioni },
    {
      legenda: 'Se sono cambiate nel trimestre',
      aiuto: 'Le nuove condizioni, dal giorno in cui valgono.',
      campi: campiCambio(trimestre, { etichetta: 'Nuova paga oraria in euro' }),
    },
    weekFields(trimestre),
    ...absenceFields(trimestre),
    { legenda: 'Inizio e fine', campi: inizioEFine },
    { legenda: 'Straordinari, notti, cassa', campi: campi.oltreLOrario },
    { legenda: 'Termini sospesi', campi: [campi.territorio()] },
    { legenda: 'Paga minima del contratto', campi: campi.minimo },
    over80,
    { legenda: 'Come leggere le norme', campi: letture },
  ],
  esegui: (scritto, momento) => {
    try {
      return calcoliInBlocchi(calcolaTrimestre(parseSituazione(toSituazione(scritto, momento)), norme()));
    } catch (errore) {
      throw errore instanceof ErroreDati ? withFormField(errore, scritto) : errore;
    }
  },
};

/** The form as the text form of a `Situazione`; what was left blank is left out. */
function toSituazione(scritto: Scritto, { trimestre }: Momento): unknown {
  const t = (nome: string) => testo(scritto, nome) || undefined;
  const { primo } = estremi(trimestre);
  const base = {
    dal: t('assunzione') ?? primo,
    oreSettimanali: t('oreSettimanali'),
    paga: payOf(t('pagaOraria'), t('pagaMensile')),
    vittoAlloggioGiorni: t('vittoAlloggioGiorni'),
    senzaCuaf: scritto['senzaCuaf'] === true,
    tempoDeterminato: scritto['tempoDeterminato'] === true,
    sostituzione: scritto['sostituzione'] === true ? true : undefined,
  };
  requireDay(scritto);
  const cambio = {
    ...base,
    dal: t('cambioDal'),
    oreSettimanali: t('cambioOre') ?? base.oreSettimanali,
    paga: t('cambioPaga') === undefined ? base.paga : payOf(t('cambioPaga'), undefined),
  };
  return {
    trimestre: formatTrimestre(trimestre),
    assunzione: t('assunzione'),
    cessazione: t('cessazione'),
    condizioni: cambio.dal === undefined ? [base] : [base, cambio],
    associazione: t('associazione'),
    minimo: minimoScritto(scritto),
    ...comeAndato(scritto, trimestre),
  };
}

/** The level and what comes on top of its minimum; a monthly pay is of who lives in. */
function minimoScritto(scritto: Scritto): unknown {
  const t = (nome: string) => testo(scritto, nome) || undefined;
  if (t('livello') === undefined) return undefined;
  return {
    livello: t('livello'),
    forma: t('pagaMensile') === undefined ? 'oraria' : 'convivente',
    indennita: t('indennita')?.split(','),
    scatti: t('scatti'),
  };
}

function payOf(oraria: string | undefined, mensile: string | undefined): unknown {
  if (oraria !== undefined && mensile !== undefined) {
    throw new ErroreDati('due-paghe/modulo', { campo: 'pagaMensile' });
  }
  if (oraria !== undefined) return { tipo: 'oraria', importo: oraria };
  return mensile === undefined ? undefined : { tipo: 'mensile', importo: mensile };
}
