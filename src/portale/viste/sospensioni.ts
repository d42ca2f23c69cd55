import type { RapportoDiLavoro } from '../../anagrafe/rapporto-di-lavoro.ts';
import { MOTIVI_SOSPENSIONE } from '../../anagrafe/sospensione-obbligo.ts';
import type { TrimestreConBollettini } from '../../bollettini/trimestre-con-bollettini.ts';
import type { Scoperti } from '../../prospetti/scoperti/index.ts';
import { obbligoSospeso } from '../../scadenze/obbligo-sospeso.ts';
import { settimaneDelRapporto } from '../../scadenze/settimane.ts';
import { confrontaTrimestri, formatTrimestre, type Trimestre, trimestreSuccessivo } from '../../scadenze/trimestre.ts';

interface Scelta {
  readonly valore: string;
  readonly testo: string;
}

/** The quarters declared to owe nothing, with why. */
export function sospensioniDichiarate({ sospensioni = {} }: RapportoDiLavoro) {
  return Object.entries(sospensioni).map(([trimestre, motivo]) => ({ trimestre, motivo: MOTIVI_SOSPENSIONE[motivo] }));
}

/** What the form offers: quarters that nothing pays or asks for, latest first, up to the end of next year; and the reasons. */
export function scelteSospensione(
  rapporto: RapportoDiLavoro,
  { righe }: Scoperti<TrimestreConBollettini>,
  anno: number,
): { readonly trimestri: readonly Scelta[]; readonly motivi: readonly Scelta[] } {
  const passati = righe
    .filter(({ bollettini, stato }) => bollettini.length === 0 && stato !== 'non-dovuto')
    .map(({ trimestre }) => trimestre);
  const tutti = [...passati, ...toCome(rapporto, righe.at(-1)?.trimestre, anno)];
  return {
    trimestri: tutti
      .sort((a, b) => confrontaTrimestri(b, a))
      .map((trimestre) => ({ valore: formatTrimestre(trimestre), testo: formatTrimestre(trimestre) })),
    motivi: Object.entries(MOTIVI_SOSPENSIONE).map(([valore, parole]) => ({
      valore,
      testo: parole.charAt(0).toUpperCase() + parole.slice(1),
    })),
  };
}

/** Those after the last that is over; this year's where none is. */
function toCome(rapporto: RapportoDiLavoro, ultimo: Trimestre | undefined, anno: number): Trimestre[] {
  const futuri: Trimestre[] = [];
  let trimestre: Trimestre = ultimo === undefined ? { anno, numero: 1 } : trimestreSuccessivo(ultimo);
  for (; trimestre.anno <= anno + 1; trimestre = trimestreSuccessivo(trimestre)) {
    const suo = settimaneDelRapporto(trimestre, rapporto.assunzione, rapporto.cessazione).length > 0;
    if (suo && obbligoSospeso(rapporto, trimestre) === undefined) futuri.push(trimestre);
  }
  return futuri;
}
