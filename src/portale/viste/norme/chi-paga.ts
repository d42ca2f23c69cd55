import type { RegoleChiPaga } from '../../../norme/chi-paga.ts';
import type { RegoleSgravi } from '../../../norme/sgravi.ts';
import { formatEuroItaliano } from '../../../valori/denaro.ts';
import { percento, validita, type VistaNorma } from './regola.ts';
import { italiano } from '../../../valori/italiano.ts';

/** `rules/chi-paga.yaml`. */
export function normaChiPaga(regole: RegoleChiPaga): VistaNorma {
  return {
    nome: 'chi-paga',
    titolo: 'CUAF e tempo determinato',
    file: 'rules/chi-paga.yaml',
    verificatoIl: regole.verificatoIl,
    gruppi: [
      {
        titolo: 'Quota CUAF',
        regole: regole.cuaf.map((regola) => ({
          nome: 'Non è dovuta',
          validita: validita(regola),
          valore: italiano`per il coniuge, e per parenti e affini entro il ${regola.gradoMassimo}° grado che convivono con il datore`,
          fonti: regola.fonti,
          note: [regola.avvertenzaConiuge],
        })),
      },
      {
        titolo: 'Contributo addizionale del tempo determinato',
        regole: regole.addizionale.flatMap((regola) => [
          {
            nome: percento(regola.percentuale),
            validita: validita(regola),
            valore: 'tutto a carico del datore',
            fonti: regola.fonti,
            note: [regola.trasformazione],
          },
          {
            nome: 'Sostituzione di un lavoratore assente',
            validita: validita(regola),
            valore: regola.sostituzione.esclusa ? 'non si paga' : 'si paga',
            fonti: regola.sostituzione.fonti,
            note: [regola.sostituzione.avvertenza],
          },
        ]),
      },
    ],
  };
}

/** `rules/sgravi.yaml`. */
export function normaSgravi({ madri, over80, nonCalcolati, verificatoIl }: RegoleSgravi): VistaNorma {
  return {
    nome: 'sgravi',
    titolo: 'Sgravi',
    file: 'rules/sgravi.yaml',
    verificatoIl,
    gruppi: [
      {
        titolo: 'Sgravi da chiedere',
        regole: [
          {
            nome: madri.nome,
            validita: `rientri ${validita({ dal: madri.rientroDal, al: madri.rientroAl })}`,
            valore: `${percento(madri.percentuale)} della quota del lavoratore per ${madri.durataMesi} mesi`,
            fonti: madri.fonti,
            note: [madri.avvertenza],
          },
          {
            nome: over80.nome,
            validita: `assunzioni ${validita({ dal: over80.assunzioniDal, al: over80.assunzioniAl })}`,
            valore: `fino a ${formatEuroItaliano(over80.tettoTrimestre)} € a trimestre e ${formatEuroItaliano(over80.tettoAnno)} € l’anno, per ${over80.durataMesi} mesi`,
            fonti: over80.fonti,
            note: [over80.avvertenza, over80.requisiti],
          },
          ...nonCalcolati.map(({ nome, avvertenza, fonti }) => ({
            nome,
            validita: '',
            valore: 'non calcolato',
            fonti,
            note: [avvertenza],
          })),
        ],
      },
    ],
  };
}
