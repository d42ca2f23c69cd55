import { condizioniAl } from '../anagrafe/condizioni-nel-tempo.ts';
import type { RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import { settimaneDelRapporto } from '../scadenze/settimane.ts';
import { Decimale } from '../valori/decimale.ts';
import { calcoloEmesso } from './calcolo-emesso.ts';
import { versatoNetto } from './decisione.ts';
import type { TrimestreConBollettini } from './trimestre-con-bollettini.ts';

/** The hours of a year's quarters: those that were paid for, and those that the terms come to. */
export interface OreDellAnno {
  readonly anno: number;
  readonly versate: Decimale;
  readonly pattuite: Decimale;
  /** Quarters of which a week is not paid for. */
  readonly daVersare: number;
}

/** Year by year, oldest first, what the register knows of a rapporto's hours. */
export function oreDegliAnni(
  rapporto: RapportoDiLavoro,
  trimestri: readonly TrimestreConBollettini[],
): readonly OreDellAnno[] {
  const anni = new Map<number, OreDellAnno>();
  for (const noto of trimestri) {
    const { anno } = noto.trimestre;
    const prima = anni.get(anno) ?? { anno, versate: new Decimale(0), pattuite: new Decimale(0), daVersare: 0 };
    anni.set(anno, {
      anno,
      versate: prima.versate.plus(paid(noto)),
      // Leave without pay earns nothing; maternity and sickness count as if worked (art. 2120 c.c.).
      pattuite: noto.obbligoSospeso === 'permesso' ? prima.pattuite : prima.pattuite.plus(agreed(rapporto, noto)),
      daVersare: prima.daVersare + (noto.settimaneScoperte > 0 || noto.chiesto > 0 ? 1 : 0),
    });
  }
  return [...anni.values()];
}

function paid({ bollettini }: TrimestreConBollettini): Decimale {
  return bollettini
    .filter((uno) => uno.stato === 'pagato' && versatoNetto(uno) > 0 && uno.fondo !== 'solo')
    .reduce((ore, { calcolo }) => ore.plus(calcoloEmesso(calcolo).ore), new Decimale(0));
}

function agreed(rapporto: RapportoDiLavoro, { trimestre }: TrimestreConBollettini): Decimale {
  return settimaneDelRapporto(trimestre, rapporto.assunzione, rapporto.cessazione).reduce(
    (ore, { sabato }) => ore.plus(condizioniAl(rapporto, sabato).oreSettimanali),
    new Decimale(0),
  );
}
