import { MOTIVI_SOSPENSIONE } from '../../../anagrafe/sospensione-obbligo.ts';
import { costo, STATI_IN_PAROLE, type StatoTrimestre } from '../../../prospetti/scoperti/index.ts';
import { formatTrimestre } from '../../../scadenze/trimestre.ts';
import type { Centesimi } from '../../../valori/denaro.ts';
import { formatGiornoItaliano, type Giorno, giorniTra } from '../../../valori/giorno.ts';
import { italiano } from '../../../valori/italiano.ts';
import type { Azione, Momento, Riga, Situazione } from './situazione.ts';

/** The icon of a quarter's state, wherever it is shown. */
export const ICONE_DI_STATO: Readonly<Record<StatoTrimestre, string>> = {
  pagato: 'check-circle',
  'da-pagare': 'calendar',
  'in-pagamento': 'refresh',
  'in-verifica': 'search',
  scaduto: 'warning-circle',
  mancante: 'error',
  prescritto: 'ban',
  sospeso: 'clock',
  'non-dovuto': 'minus-circle',
  'non-aperto': 'locked',
};

/** A quarter as the table of a worker shows it. */
export interface VistaTrimestre {
  readonly trimestre: string;
  readonly stato: StatoTrimestre;
  readonly parole: string;
  readonly icona: string;
  /** Paid, or to be paid; null when it is not known. */
  readonly importo: Centesimi | null;
  readonly previsto: boolean;
  readonly scadenza: Giorno;
  /** How far the due date is, where there is still something to do. */
  readonly quando: string | null;
  /** What being late costs if it is paid today, or what else there is to know. */
  readonly note: string | null;
  readonly azioni: readonly Azione[];
}

export function toVistaTrimestre(riga: Riga, situazione: Situazione, momento: Momento): VistaTrimestre {
  const { stato, scadenza, versato, manca } = riga;
  return {
    trimestre: formatTrimestre(riga.trimestre),
    stato,
    parole: STATI_IN_PAROLE[stato],
    icona: ICONE_DI_STATO[stato],
    importo: stato === 'pagato' ? versato : manca,
    previsto: riga.bollettini.length === 0 && manca !== null && stato !== 'non-dovuto',
    scadenza,
    quando:
      stato === 'pagato' || stato === 'prescritto' || stato === 'non-dovuto'
        ? null
        : quandoScade(scadenza, momento.oggi),
    note: noteDi(riga),
    azioni: momento.azioni(riga, situazione, momento),
  };
}

/** `fra 5 giorni`, `oggi`, `da 49 giorni`. */
export function quandoScade(scadenza: Giorno, oggi: Giorno): string {
  const giorni = giorniTra(oggi, scadenza);
  if (giorni === 0) return 'oggi';
  const quanti = Math.abs(giorni) === 1 ? '1 giorno' : `${Math.abs(giorni)} giorni`;
  return giorni > 0 ? `fra ${quanti}` : `da ${quanti}`;
}

function noteDi(riga: Riga): string | null {
  const { stato, sanzioni, motivo, prescrizione, versato, settimaneScoperte, sospesa, obbligoSospeso } = riga;
  const note = [
    ...(stato === 'non-dovuto' && obbligoSospeso !== undefined ? [MOTIVI_SOSPENSIONE[obbligoSospeso]] : []),
    ...(motivo !== undefined && stato !== 'pagato' ? [motivo] : []),
    ...(sanzioni === null || sanzioni.massimo === 0 ? [] : [`in ritardo: ${costo(sanzioni)} di sanzioni a oggi`]),
    ...(stato === 'sospeso' && sospesa !== undefined
      ? [italiano`sospeso: senza, sarebbe scaduto il ${formatGiornoItaliano(sospesa)}`]
      : []),
    ...(stato === 'prescritto' ? [italiano`dal ${formatGiornoItaliano(prescrizione)} l’INPS non può riceverlo`] : []),
    ...(stato === 'in-verifica' ? ['non pagarlo di nuovo'] : []),
    ...(riga.soloFondo.length > 0 ? ['da pagare anche il contributo di assistenza da solo'] : []),
    ...(versato > 0 && settimaneScoperte > 0 ? [`settimane non versate: ${settimaneScoperte}`] : []),
  ];
  return note.length === 0 ? null : note.join('; ');
}
