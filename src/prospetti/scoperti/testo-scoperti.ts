import { MOTIVI_SOSPENSIONE } from '../../anagrafe/sospensione-obbligo.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { type Centesimi, formatEuro } from '../../valori/denaro.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { italiano } from '../../valori/italiano.ts';
import { euroIt } from '../formati.ts';
import type { RigaScoperti, Scoperti, StatoTrimestre } from './scoperti.ts';

/** A quarter's state as people read it everywhere. */
export const STATI_IN_PAROLE: Readonly<Record<StatoTrimestre, string>> = {
  pagato: 'pagato',
  'da-pagare': 'da pagare',
  'in-pagamento': 'in pagamento',
  'in-verifica': 'in verifica',
  scaduto: 'scaduto',
  mancante: 'non coperto',
  prescritto: 'prescritto',
  sospeso: 'sospeso',
  'non-dovuto': 'obbligo sospeso',
  'non-aperto': 'non ancora aperto',
};

/** Names of the columns of {@link cellsOf}. */
export const COLONNE_SCOPERTI = [
  'Trimestre',
  'Stato',
  'Scadenza',
  'Versato',
  'Manca',
  'Sanzioni a oggi',
  'Note',
] as const;

/** A quarter as every list shows it, on the terminal, on the page and on paper. */
export function cellsOf(riga: RigaScoperti): readonly string[] {
  return [
    formatTrimestre(riga.trimestre),
    STATI_IN_PAROLE[riga.stato],
    formatGiornoItaliano(riga.scadenza),
    riga.versato === 0 ? '–' : euroIt(riga.versato),
    riga.manca === null ? 'non noto' : riga.manca === 0 ? '–' : euroIt(riga.manca),
    riga.sanzioni === null ? '–' : costo(riga.sanzioni),
    noteOf(riga),
  ];
}

/** What being late costs, by the readings of the law. */
export function costo({ minimo, massimo }: { readonly minimo: Centesimi; readonly massimo: Centesimi }): string {
  return minimo === massimo ? euroIt(minimo) : `da ${euroIt(minimo)} a ${euroIt(massimo)}`;
}

function noteOf(riga: RigaScoperti): string {
  const { stato, scadenza, prescrizione, settimaneScoperte, versato, motivo, sospesa, obbligoSospeso } = riga;
  if (stato === 'non-dovuto' && obbligoSospeso !== undefined) return MOTIVI_SOSPENSIONE[obbligoSospeso];
  if (motivo !== undefined) return motivo;
  const note = [
    ...(stato === 'sospeso' && sospesa !== undefined
      ? [italiano`termini sospesi dal ${formatGiornoItaliano(sospesa)} al ${formatGiornoItaliano(scadenza)}`]
      : []),
    ...(stato === 'prescritto' ? [italiano`termine passato il ${formatGiornoItaliano(prescrizione)}`] : []),
    ...(stato === 'mancante' || stato === 'da-pagare' || stato === 'scaduto'
      ? [italiano`si prescrive il ${formatGiornoItaliano(prescrizione)}`]
      : []),
    ...(versato > 0 && settimaneScoperte > 0 ? [`settimane non versate: ${settimaneScoperte}`] : []),
  ];
  return note.join('; ');
}

/** What it takes to be even today, in one sentence. */
export function sintesiScoperti({ manca, sanzioni, sospeso }: Scoperti): string {
  const poi =
    sospeso === 0 ? '' : ` Sospesi dove sta il datore: ${euroIt(sospeso)}, da versare entro la fine della sospensione.`;
  if (manca === 0) {
    return sospeso === 0
      ? 'Non risulta nulla da pagare fra i trimestri che si possono ancora versare.'
      : `Oggi non c’è nulla che scada.${poi}`;
  }
  const inPiu =
    sanzioni.massimo === 0
      ? ''
      : `, più sanzioni civili ${sanzioni.minimo === sanzioni.massimo ? 'per' : ''} ${costo(sanzioni)} se si paga oggi`.replace(
          '  ',
          ' ',
        );
  return `Da versare: ${euroIt(manca)}${inPiu}.${poi}`;
}

/** The JSON form: money as `"338.00"`, what is not known null. */
export function scopertiToJson(prospetto: Scoperti) {
  const costoJson = (sanzioni: { readonly minimo: Centesimi; readonly massimo: Centesimi }) => ({
    minimo: formatEuro(sanzioni.minimo),
    massimo: formatEuro(sanzioni.massimo),
  });
  return {
    trimestri: prospetto.righe.map((riga) => ({
      trimestre: formatTrimestre(riga.trimestre),
      stato: riga.stato,
      scadenza: riga.scadenza,
      sospesa: riga.sospesa ?? null,
      obbligoSospeso: riga.obbligoSospeso ?? null,
      versato: formatEuro(riga.versato),
      chiesto: formatEuro(riga.chiesto),
      manca: riga.manca === null ? null : formatEuro(riga.manca),
      sanzioni: riga.sanzioni === null ? null : costoJson(riga.sanzioni),
      prescrizione: riga.prescrizione,
      settimaneScoperte: riga.settimaneScoperte,
      motivo: riga.motivo ?? null,
    })),
    manca: formatEuro(prospetto.manca),
    sanzioni: costoJson(prospetto.sanzioni),
    sospeso: formatEuro(prospetto.sospeso),
    avvertenze: prospetto.avvertenze,
  };
}
