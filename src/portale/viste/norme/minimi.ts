import type { FormaMinimo, RegoleMinimi } from '../../../norme/minimi.ts';
import type { RegoleProiezione } from '../../../norme/proiezione.ts';
import { formatEuroItaliano, type Centesimi } from '../../../valori/denaro.ts';
import { percento, validita, type VistaNorma } from './regola.ts';
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

/** `rules/minimi.yaml`: the latest year first. */
export function normaMinimi(regole: RegoleMinimi): VistaNorma {
  return {
    nome: 'minimi',
    titolo: 'Paghe minime del contratto',
    file: 'rules/minimi.yaml',
    verificatoIl: regole.verificatoIl,
    gruppi: regole.minimi.toReversed().map(({ anno, importi, note, fonti, indennitaFunzione }) => ({
      titolo: String(anno),
      regole: (Object.entries(importi) as [FormaMinimo, Record<string, Centesimi>][]).map(([forma, livelli], i) => ({
        nome: FORME[forma],
        validita: '',
        valore: Object.entries(livelli)
          .map(([livello, importo]) => `${livello} ${formatEuroItaliano(importo)} €`)
          .join(', '),
        fonti,
        note:
          i > 0
            ? []
            : [
                ...note,
                ...(indennitaFunzione === undefined
                  ? []
                  : [`Indennità di funzione ${formatEuroItaliano(indennitaFunzione)} €. ${regole.indennitaFunzione}`]),
              ],
      })),
    })),
  };
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
