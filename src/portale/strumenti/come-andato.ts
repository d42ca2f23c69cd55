import { parseNotti, parseStraordinari } from '../../contributi/parse-straordinari.ts';
import { norme } from '../../norme/norme.ts';
import { settimane as settimaneDi } from '../../scadenze/settimane.ts';
import { estremi, type Trimestre } from '../../scadenze/trimestre.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import * as campi from './campi-comuni.ts';
import { testo, type GruppoCampi, type Scritto } from './strumento.ts';

/** Rows of absences that the form has; a file or the API takes as many as a quarter holds. */
const ASSENZE = [1, 2, 3] as const;

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

export function absenceFields(trimestre: Trimestre): readonly GruppoCampi[] {
  const esempio = formatGiornoItaliano(estremi(trimestre).primo);
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
        esempio: tipi[0]?.valore ?? '',
      },
      { ...campi.giorno(`assenza${i}Dal`, 'Dal'), esempio },
      { ...campi.giorno(`assenza${i}Al`, 'Al'), esempio },
    ],
  }));
}

/** The part of a `Situazione` that tells how the quarter went, whatever its terms: weeks, absences, end, readings. */
export function comeAndato(scritto: Scritto, trimestre: Trimestre): Readonly<Record<string, unknown>> {
  const t = (nome: string) => testo(scritto, nome) || undefined;
  const settimane = settimaneDi(trimestre).flatMap(({ sabato }) => {
    const ore = t(`sabato-${sabato}`);
    return ore === undefined ? [] : [{ sabato, ore }];
  });
  const assenze = ASSENZE.flatMap((i) => {
    const [tipo, dal, al] = [t(`assenza${i}Tipo`), t(`assenza${i}Dal`), t(`assenza${i}Al`)];
    if (tipo !== undefined) return [{ tipo, dal, al: al ?? dal }];
    if (dal !== undefined || al !== undefined) throw missing(`assenza${i}Tipo`, 'Scegliere il motivo dell’assenza.');
    return [];
  });
  return {
    preavvisoFinoAl: t('preavvisoFinoAl'),
    ferieNonGodute: ferieDi(t('ferieNonGodute'), t('giorniFerieNonGodute')),
    sgravi: sgraviDi(scritto),
    ore: settimane.length === 0 ? { tipo: 'contratto' } : { tipo: 'settimane', settimane },
    assenze,
    straordinari: straordinariDi(t('straordinari')),
    notti: parseNotti(t('nottiPresenza'), t('nottiAssistenza')),
    assistenzaInPiu: t('assistenzaInPiu'),
    festivita: t('festivita'),
    patrono: t('patrono'),
    lettura: t('lettura'),
    oreInParti: t('oreInParti'),
    settimaneIncomplete: t('settimaneIncomplete'),
    quartaFascia: t('quartaFascia'),
    contoAssistenza: t('contoAssistenza'),
    inizioF2: t('inizioF2'),
    importoE1: t('importoE1'),
    territorio: t('territorio'),
  };
}

function straordinariDi(testo: string | undefined): unknown {
  if (testo === undefined) return undefined;
  return parseStraordinari(testo).map(({ giorno, ore }) => ({
    ...(giorno !== undefined && { giorno }),
    ore: ore.toFixed(),
  }));
}

function ferieDi(ore: string | undefined, giorni: string | undefined): unknown {
  if (ore !== undefined && giorni !== undefined) {
    throw new ErroreDati('ferie-due-volte', { campo: 'giorniFerieNonGodute' });
  }
  if (ore !== undefined) return { ore };
  return giorni === undefined ? undefined : { giorni };
}

function sgraviDi(scritto: Scritto): unknown {
  const dal = testo(scritto, 'over80Dal');
  if (dal === '') {
    const altro = Object.entries(scritto).some(
      ([nome, valore]) => nome.startsWith('over80') && valore !== '' && valore,
    );
    if (altro) throw missing('over80Dal', 'Scrivere da quando spetta lo sgravio.');
    return undefined;
  }
  const si = (nome: string) => scritto[`over80${nome}`] === true;
  const isee = testo(scritto, 'over80Isee');
  return [
    {
      codice: 'over-80',
      dal,
      ...(isee !== '' && { isee }),
      ottantenne: si('Ottantenne'),
      accompagnamento: si('Accompagnamento'),
      assistenza: si('Assistenza'),
      rapportoNeiSeiMesi: si('SeiMesi'),
      parente: si('Parente'),
      mansioniAmmesse: si('Mansioni'),
    },
  ];
}

/** What stands beside it would be ignored: the answer would be of another quarter than the one told. */
export function missing(campo: string, frase: string): ErroreDati {
  return new ErroreDati('campo-mancante/a-parole', { frase, campo });
}
