import type { Trimestre } from '../../scadenze/trimestre.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { type Centesimi, formatEuro } from '../../valori/denaro.ts';
import { formatGiornoItaliano, type Giorno } from '../../valori/giorno.ts';
import type { Persona } from '../attestazione/index.ts';
import { italiano } from '../../valori/italiano.ts';
import { euroIt } from '../formati.ts';

/** Why money is asked back: more than the quarter comes to, the same bollettino paid twice, a payment meant for another rapporto. */
export type MotivoRimborso = 'eccesso' | 'doppio' | 'altro-rapporto';

/** A payment that a receipt or a flow proves. */
export interface Versamento {
  readonly iuv: string;
  /** Identifier of the collected payment, which INPS looks it up by. */
  readonly iur: string;
  readonly giorno: Giorno;
  readonly importo: Centesimi;
}

/** What to bring to INPS when money is to be given back, or moved to the rapporto it was meant for. */
export interface Rimborso {
  readonly motivo: MotivoRimborso;
  readonly datore: Persona;
  readonly lavoratore: Persona;
  readonly codiceRapporto: string;
  readonly trimestre: Trimestre;
  readonly versamenti: readonly Versamento[];
  /** What the quarter comes to; absent where that is not the point. */
  readonly dovuto?: Centesimi;
  readonly daRendere: Centesimi;
  /** The rapporto that was meant. */
  readonly altroRapporto?: string;
}

const MOTIVI: Readonly<Record<MotivoRimborso, string>> = {
  eccesso: 'versato più del dovuto',
  doppio: 'stesso bollettino pagato due volte',
  'altro-rapporto': 'pagamento fatto per il rapporto sbagliato',
};

/** Named values in order, the same on the terminal and on paper. */
export function vociRimborso(rimborso: Rimborso): readonly (readonly [string, string])[] {
  const { datore, lavoratore, dovuto, altroRapporto } = rimborso;
  const persona = ({ nome, cognome, codiceFiscale }: Persona) => `${nome} ${cognome}, ${codiceFiscale}`;
  return [
    ['Motivo', MOTIVI[rimborso.motivo]],
    ['Datore di lavoro', persona(datore)],
    ['Lavoratore', persona(lavoratore)],
    ['Codice rapporto', rimborso.codiceRapporto],
    ['Trimestre', formatTrimestre(rimborso.trimestre)],
    ...rimborso.versamenti.map(
      ({ giorno, importo, iuv, iur }) =>
        [italiano`Pagato il ${formatGiornoItaliano(giorno)}`, `${euroIt(importo)}, IUV ${iuv}, IUR ${iur}`] as const,
    ),
    ...(dovuto === undefined ? [] : [['Dovuto per il trimestre', euroIt(dovuto)] as const]),
    ...(altroRapporto === undefined ? [] : [['Rapporto al quale andava', altroRapporto] as const]),
    [
      altroRapporto === undefined ? 'Da chiedere a rimborso' : 'Da attribuire all’altro rapporto',
      euroIt(rimborso.daRendere),
    ],
  ];
}

/** What to do with the figures. Italian sentences. */
export function passiRimborso({ motivo }: Rimborso): readonly string[] {
  return [
    motivo === 'altro-rapporto'
      ? 'Chiedere all’INPS di attribuire il versamento al rapporto giusto: se non lo fa, chiederne il rimborso e pagare quello giusto.'
      : 'Chiedere il rimborso all’INPS, sul suo sito: lavoratori domestici, «Richiesta rimborso», oppure dal Cassetto previdenziale.',
    'Allegare le ricevute dei pagamenti qui elencati. La quota del lavoratore, se gli è stata trattenuta, va restituita a lui.',
    'Finché il rimborso non è arrivato la somma non si deduce né si compensa con il trimestre che viene.',
  ];
}

export function rimborsoToJson(rimborso: Rimborso) {
  return {
    motivo: rimborso.motivo,
    rapporto: rimborso.codiceRapporto,
    trimestre: formatTrimestre(rimborso.trimestre),
    versamenti: rimborso.versamenti.map(({ importo, ...altri }) => ({ ...altri, importo: formatEuro(importo) })),
    dovuto: rimborso.dovuto === undefined ? null : formatEuro(rimborso.dovuto),
    daRendere: formatEuro(rimborso.daRendere),
    altroRapporto: rimborso.altroRapporto ?? null,
    passi: passiRimborso(rimborso),
  };
}
