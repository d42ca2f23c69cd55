import type { MinimiAnno, RegoleMinimi } from '../../norme/minimi.ts';
import type { Norme } from '../../norme/norme.ts';
import { aumentoDi, proiettaMinimi } from '../../norme/proietta-minimi.ts';
import type { RegoleProiezione } from '../../norme/proiezione.ts';
import { proiettaTabella as proietta } from '../../norme/proietta-tabella.ts';
import type { Fascia, TabellaAnno } from '../../norme/tabella-anno.ts';
import type { Giorno } from '../../valori/giorno.ts';
import type { Passo } from '../../valori/spiegazione.ts';
import { euroIt } from '../formati.ts';
import { fonteUnica } from '../../valori/fonte-unica.ts';

/** A table that nobody has published, with how it came about. */
export interface TabellaProiettata {
  readonly tabella: TabellaAnno;
  /** The contract's minimums of the same year; undefined where those of the year before are not known. */
  readonly minimi: MinimiAnno | undefined;
  readonly passi: readonly Passo[];
  readonly avvertenze: readonly string[];
}

/**
 * Next year's table from an assumed ISTAT variation, explained.
 * @throws ErroreDati `aliquote-non-note` when the year before has no rates
 */
export function proiettaTabella(
  precedente: TabellaAnno,
  istat: string,
  { proiezione: regole, minimi }: Pick<Norme, 'proiezione' | 'minimi'>,
  oggi: Giorno,
  aliquote: TabellaAnno['aliquote'] = precedente.aliquote,
): TabellaProiettata {
  const tabella = proietta(precedente, istat, regole, oggi, aliquote);
  const prima = minimi.minimi.find(({ anno }) => anno === precedente.anno);
  const dopo = prima === undefined ? undefined : proiettaMinimi(prima, istat, minimi);
  return {
    tabella,
    minimi: dopo,
    passi: [
      ...tabella.fasce.map((fascia, indice) => step(fascia, precedente.fasce[indice], istat, regole)),
      ...passoMinimi(prima, dopo, istat, minimi),
    ],
    avvertenze: tabella.note,
  };
}

function step(fascia: Fascia, prima: Fascia | undefined, istat: string, regole: RegoleProiezione): Passo {
  const variazione = istat.startsWith('-') ? '0%, la variazione è negativa' : `${istat.replace('.', ',')}%`;
  return {
    etichetta: `${fascia.numero}ª fascia: retribuzione convenzionale e contributi`,
    formula: `${euroIt(prima?.convenzionale ?? fascia.convenzionale)} × (1 + ${variazione}) = ${euroIt(fascia.convenzionale)}`,
    risultato: `con CUAF ${euroIt(fascia.contributo.conCuaf)}, senza CUAF ${euroIt(fascia.contributo.senzaCuaf)}, lavoratore ${euroIt(fascia.quotaLavoratore)}`,
    fonte: fonteUnica([...regole.fonti, ...regole.quotaLavoratore.fonti]),
  };
}

/** How the minimums move, told of level BS, for which rises are agreed. */
function passoMinimi(
  prima: MinimiAnno | undefined,
  dopo: MinimiAnno | undefined,
  istat: string,
  { rinnovo }: RegoleMinimi,
): Passo[] {
  const [da, a] = [prima?.importi.convivente?.BS, dopo?.importi.convivente?.BS];
  if (dopo === undefined || da === undefined || a === undefined) return [];
  const quota = istat.startsWith('-')
    ? '0%, la variazione è negativa'
    : `${rinnovo.quotaIstat}% di ${istat.replace('.', ',')}%`;
  return [
    {
      etichetta: 'Minimi del contratto: livello BS convivente, gli altri in proporzione',
      formula: `(${euroIt(da)} + ${euroIt(aumentoDi(dopo.anno, rinnovo))}) × (1 + ${quota})`,
      risultato: euroIt(a),
      fonte: fonteUnica(rinnovo.fonti),
    },
  ];
}
