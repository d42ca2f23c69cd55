import { calcolaTrimestre } from '../../contributi/calcola.ts';
import { parseSituazione } from '../../contributi/situazione/schema.ts';
import { norme } from '../../norme/norme.ts';
import { settimane as settimaneDi } from '../../scadenze/settimane.ts';
import { estremi, formatTrimestre, type Trimestre } from '../../scadenze/trimestre.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { calcoliInBlocchi } from './calcolo-in-blocchi.ts';
import { withFormField } from './campo-del-modulo.ts';
import * as campi from './campi-comuni.ts';
import { testo, type CampoModulo, type GruppoCampi, type Momento, type Scritto, type Strumento } from './strumento.ts';

/** Rows of absences that the form has; a file or the API takes as many as a quarter holds. */
const ASSENZE = [1, 2, 3] as const;

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
      campi: [
        campi.giorno('cambioDal', 'Cambiate dal'),
        { tipo: 'testo', nome: 'cambioOre', etichetta: 'Nuove ore a settimana', modo: 'decimal' },
        { tipo: 'testo', nome: 'cambioPaga', etichetta: 'Nuova paga oraria in euro', modo: 'decimal' },
      ],
    },
    weekFields(trimestre),
    ...absenceFields(),
    { legenda: 'Inizio e fine', campi: inizioEFine },
    { legenda: 'Termini sospesi', campi: [campi.territorio()] },
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

const condizioni: readonly CampoModulo[] = [
  { ...campi.oreSettimanali, obbligatorio: true } as CampoModulo,
  campi.pagaOraria,
  campi.pagaMensile,
  campi.vittoAlloggioGiorni,
  campi.associazione,
  campi.senzaCuaf,
  campi.tempoDeterminato,
  {
    tipo: 'spunta',
    nome: 'sostituzione',
    etichetta: 'Sostituisce un lavoratore assente',
    aiuto: 'Non si paga l’1,40%',
  },
];

export const inizioEFine: readonly CampoModulo[] = [
  campi.giorno('assunzione', 'Assunzione', 'se cade nel trimestre'),
  campi.giorno('cessazione', 'Cessazione', 'l’ultimo giorno del rapporto'),
  campi.giorno('preavvisoFinoAl', 'Preavviso non lavorato fino al', 'se pagato alla fine'),
  {
    tipo: 'testo',
    nome: 'ferieNonGodute',
    etichetta: 'Ferie non godute, in ore',
    aiuto: 'Pagate alla fine del rapporto',
    modo: 'decimal',
  },
];

export const letture: readonly CampoModulo[] = [
  {
    tipo: 'scelta',
    nome: 'lettura',
    etichetta: 'Oltre le 24 ore',
    aiuto: 'Le fonti non concordano',
    scelte: [
      { valore: 'settimana-per-settimana', testo: 'Ogni settimana per sé (legge)' },
      { valore: 'orario-unico', testo: 'Un solo orario (simulatore INPS)' },
    ],
  },
  {
    tipo: 'scelta',
    nome: 'festivita',
    etichetta: 'Festività',
    scelte: [
      { valore: 'comprese', testo: 'Già comprese nelle ore' },
      { valore: 'un-sesto', testo: 'Un sesto dell’orario l’una' },
    ],
  },
  {
    tipo: 'scelta',
    nome: 'oreInParti',
    etichetta: 'Frazioni di ora',
    scelte: [
      { valore: '', testo: 'Totale arrotondato per eccesso (circ. 19/2006)' },
      { valore: 'esatte', testo: 'Ore esatte' },
    ],
  },
  {
    tipo: 'scelta',
    nome: 'settimaneIncomplete',
    etichetta: 'Settimana di inizio o di fine',
    scelte: [
      { valore: '', testo: 'Intera, come propone l’INPS' },
      { valore: 'a-giorni', testo: 'Solo i giorni del rapporto' },
    ],
  },
  {
    tipo: 'scelta',
    nome: 'quartaFascia',
    etichetta: 'Fra 24 e 25 ore a settimana',
    scelte: [
      { valore: '', testo: 'La più prudente che si può calcolare' },
      { valore: 'dalle-25', testo: '4ª fascia dalle 25 ore' },
      { valore: 'oltre-24', testo: '4ª fascia oltre 24 ore' },
    ],
  },
  {
    tipo: 'scelta',
    nome: 'contoAssistenza',
    etichetta: 'F2 o E1 che cambia nel trimestre',
    scelte: [
      { valore: '', testo: 'Importo di fine trimestre' },
      { valore: 'a-giorni', testo: 'Ogni giorno il suo' },
    ],
  },
];

export function weekFields(trimestre: Trimestre): GruppoCampi {
  return {
    legenda: 'Le ore, settimana per settimana',
    fitta: true,
    aiuto:
      'Si compila solo la settimana diversa dal solito; le altre seguono le condizioni. Ogni settimana va da domenica a sabato.',
    campi: settimaneDi(trimestre).map(({ domenica, sabato }) => ({
      tipo: 'testo',
      nome: `sabato-${sabato}`,
      etichetta: `${formatGiornoItaliano(domenica).slice(0, 5)} – ${formatGiornoItaliano(sabato).slice(0, 5)}`,
      modo: 'decimal',
    })),
  };
}

export function absenceFields(): readonly GruppoCampi[] {
  const tipi = norme().assenze.tipi.map(({ codice, nome }) => ({ valore: codice, testo: nome }));
  return ASSENZE.map((i) => ({
    legenda: `Assenza ${i}`,
    ...(i === 1 ? { aiuto: 'Al posto delle ore per settimana: quanto resta retribuito si ricava dal motivo.' } : {}),
    campi: [
      {
        tipo: 'scelta',
        nome: `assenza${i}Tipo`,
        etichetta: 'Motivo',
        scelte: [{ valore: '', testo: 'Nessuna' }, ...tipi],
      },
      campi.giorno(`assenza${i}Dal`, 'Dal'),
      campi.giorno(`assenza${i}Al`, 'Al'),
    ],
  }));
}

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
    ...comeAndato(scritto, trimestre),
  };
}

/** The part of a `Situazione` that tells how the quarter went, whatever its terms: weeks, absences, end, readings. */
export function comeAndato(scritto: Scritto, trimestre: Trimestre): Readonly<Record<string, unknown>> {
  const t = (nome: string) => testo(scritto, nome) || undefined;
  const settimane = settimaneDi(trimestre).flatMap(({ sabato }) => {
    const ore = t(`sabato-${sabato}`);
    return ore === undefined ? [] : [{ sabato, ore }];
  });
  const assenze = ASSENZE.flatMap((i) => {
    const tipo = t(`assenza${i}Tipo`);
    return tipo === undefined
      ? []
      : [{ tipo, dal: t(`assenza${i}Dal`), al: t(`assenza${i}Al`) ?? t(`assenza${i}Dal`) }];
  });
  const ferie = t('ferieNonGodute');
  return {
    preavvisoFinoAl: t('preavvisoFinoAl'),
    ferieNonGodute: ferie === undefined ? undefined : { ore: ferie },
    ore: settimane.length === 0 ? { tipo: 'contratto' } : { tipo: 'settimane', settimane },
    assenze,
    festivita: t('festivita'),
    lettura: t('lettura'),
    oreInParti: t('oreInParti'),
    settimaneIncomplete: t('settimaneIncomplete'),
    quartaFascia: t('quartaFascia'),
    contoAssistenza: t('contoAssistenza'),
    territorio: t('territorio'),
  };
}

function payOf(oraria: string | undefined, mensile: string | undefined): unknown {
  if (oraria !== undefined && mensile !== undefined) {
    throw new ErroreDati('due-paghe', 'Paga oraria e paga mensile: darne una sola.', { campo: 'pagaMensile' });
  }
  if (oraria !== undefined) return { tipo: 'oraria', importo: oraria };
  return mensile === undefined ? undefined : { tipo: 'mensile', importo: mensile };
}
