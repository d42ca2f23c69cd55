import {
  type FormaMinimo,
  type Indennita,
  indennita,
  type Livello,
  type MinimiAnno,
  type RegoleMinimi,
} from '../../../norme/minimi.ts';
import type { RegoleProiezione } from '../../../norme/proiezione.ts';
import { formatEuroItaliano, type Centesimi } from '../../../valori/denaro.ts';
import { percento, validita, type VistaNorma, type VistaRegola } from './regola.ts';
import { italiano } from '../../../valori/italiano.ts';

const FORME: Readonly<Record<FormaMinimo, string>> = {
  convivente: 'Convivente, al mese',
  'convivente-30-ore': 'Convivente fino a 30 ore, al mese',
  'convivente-25-ore': 'Studente convivente, 25 ore, al mese',
  oraria: 'Non convivente, all’ora',
  sostituzione: 'Sostituzione nei riposi, all’ora',
  'assistenza-notturna': 'Assistenza notturna, al mese',
  'presenza-notturna': 'Presenza notturna, al mese',
};

const INDENNITA: Readonly<Record<Indennita, string>> = {
  'bambino-sotto-sei-anni': 'Indennità, bambino sotto i sei anni (tabella H)',
  'piu-persone': 'Indennità, più di una persona non autosufficiente (tabella I)',
  'certificazione-uni': 'Indennità, norma UNI 11766 (tabella L)',
};

/** `rules/minimi.yaml`: what moves them, then the latest year first. */
export function normaMinimi(regole: RegoleMinimi): VistaNorma {
  return {
    nome: 'minimi',
    titolo: 'Paghe minime del contratto',
    file: 'rules/minimi.yaml',
    verificatoIl: regole.verificatoIl,
    gruppi: [
      { titolo: 'Come salgono', regole: [...aumenti(regole), scatti(regole)] },
      ...regole.minimi.toReversed().map((anno) => ({ titolo: String(anno.anno), regole: dellAnno(anno, regole) })),
    ],
  };
}

function aumenti({ rinnovo: { contratto, quotaIstat, tranche, fonti } }: RegoleMinimi): VistaRegola[] {
  return tranche.map(({ dal, aumento }) => ({
    nome: `Aumento del livello BS, gli altri in proporzione (${contratto})`,
    validita: validita({ dal }),
    valore: italiano`${formatEuroItaliano(aumento)} € al mese, più il ${percento(quotaIstat)} dell’ISTAT ogni gennaio`,
    fonti,
    note: [],
  }));
}

function scatti({ scatti: { percentuale, ogniAnni, massimo, fonti } }: RegoleMinimi): VistaRegola {
  const valore = italiano`il ${percento(percentuale)} della paga minima ogni ${ogniAnni} anni, fino a ${massimo} volte`;
  return { nome: 'Scatti di anzianità', validita: '', valore, fonti, note: [] };
}

function dellAnno(anno: MinimiAnno, regole: RegoleMinimi): VistaRegola[] {
  const { dal, importi, note, fonti, indennitaFunzione, aggiunte, calcolate } = anno;
  const voce = (nome: string, livelli: Partial<Record<Livello, Centesimi>>, inizio = dal): VistaRegola => ({
    nome,
    validita: inizio === undefined ? '' : validita({ dal: inizio }),
    valore: Object.entries(livelli)
      .map(([livello, importo]) => `${livello} ${formatEuroItaliano(importo)} €`)
      .join(', '),
    fonti,
    note: [],
  });
  const [prima, ...altre] = (Object.entries(importi) as [FormaMinimo, Record<string, Centesimi>][]).map(
    ([forma, livelli]) => voce(FORME[forma], livelli),
  );
  const sue = indennita.options.flatMap((nome) =>
    (Object.entries(aggiunte?.[nome] ?? {}) as [FormaMinimo, Record<string, Centesimi>][]).map(([forma, livelli]) =>
      voce(`${INDENNITA[nome]}: ${FORME[forma].toLowerCase()}`, livelli, aggiunte?.dal),
    ),
  );
  if (prima === undefined) return sue;
  const funzione =
    indennitaFunzione === undefined
      ? []
      : [`Indennità di funzione ${formatEuroItaliano(indennitaFunzione)} €. ${regole.indennitaFunzione}`];
  const ricavate = calcolate.length === 0 ? [] : [`Celle non viste in stampa, ricavate: ${calcolate.join(', ')}.`];
  const assorbite = sue.length === 0 ? [] : [regole.assorbimento];
  return [{ ...prima, note: [...note, ...funzione, ...assorbite, ...ricavate] }, ...altre, ...sue];
}

/** `rules/proiezione.yaml`. */
export function normaProiezione({ quotaLavoratore, fonti, verificatoIl }: RegoleProiezione): VistaNorma {
  return {
    nome: 'proiezione',
    titolo: 'Come si proietta una tabella',
    file: 'rules/proiezione.yaml',
    verificatoIl,
    gruppi: [
      {
        titolo: 'Da un anno all’altro',
        regole: [
          {
            nome: 'Retribuzioni convenzionali',
            validita: '',
            valore: 'quelle dell’anno prima, aumentate dell’ISTAT',
            fonti,
            note: [],
          },
          {
            nome: 'Quota del lavoratore',
            validita: validita(quotaLavoratore),
            valore: `${percento(quotaLavoratore.percentuale)} della convenzionale`,
            fonti: quotaLavoratore.fonti,
            note: quotaLavoratore.eccezioni.map(
              ({ anno, fascia, stampata, calcolata }) =>
                italiano`Nel ${anno}, ${fascia}ª fascia: stampata ${formatEuroItaliano(stampata)}, dalla percentuale ${formatEuroItaliano(calcolata)}.`,
            ),
          },
        ],
      },
    ],
  };
}
