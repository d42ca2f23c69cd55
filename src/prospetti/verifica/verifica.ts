import type { Norme } from '../../norme/norme.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { DatiVerifica } from './dati-verifica.ts';
import { importiVicini, type ImportoVicino } from './importi-vicini.ts';
import { trovaIpotesi, type Ipotesi } from './ipotesi.ts';
import { scostamento, type Scostamento } from './scostamento.ts';
import { quanti } from '../../valori/italiano.ts';
import { ore as testoOre } from '../../contributi/testo.ts';

/** What an amount may be. */
export interface EsitoVerifica {
  readonly dati: DatiVerifica;
  /** Most plausible first; empty when no combination gives the amount. */
  readonly ipotesi: readonly Ipotesi[];
  /** Only when there is no hypothesis. */
  readonly vicini: readonly ImportoVicino[];
  /** Only when the true hours are given and there is a hypothesis. */
  readonly scostamento: Scostamento | null;
  /** The answer in one sentence. */
  readonly sintesi: string;
}

/**
 * Finds every combination of hours, weeks, band, CUAF, term and association that gives exactly an amount in a quarter.
 * @throws ErroreDati `importo-non-valido` (not positive), `anno-sconosciuto`, or what the true hours do not fit in
 */
export function verifica(dati: DatiVerifica, norme: Norme): EsitoVerifica {
  if (dati.importo <= 0) {
    throw new ErroreDati('importo-non-valido/zero', { campo: 'importo' });
  }
  const ipotesi = trovaIpotesi(dati, norme);
  const [prima] = ipotesi;
  const { oreVere } = dati;
  return {
    dati,
    ipotesi,
    vicini: prima === undefined ? importiVicini(dati, norme) : [],
    scostamento: prima === undefined || oreVere === undefined ? null : scostamento(dati, prima, oreVere, norme),
    sintesi: prima === undefined ? nothing(dati) : best(dati, prima, ipotesi.length),
  };
}

function best(dati: DatiVerifica, { calcolo, distribuzione, motivi, tariffa }: Ipotesi, quante: number): string {
  const associazione = tariffa.associazione === null ? '' : ` (con ${tariffa.associazione})`;
  const altre = quante === 1 ? 'È l’unica possibilità.' : `Le possibilità sono ${quante}: questa è la più plausibile.`;
  return (
    `${formatEuroItaliano(dati.importo)} € = ${testoOre(calcolo.ore)} × ${formatEuroItaliano(tariffa.oraria)} €${associazione}, ` +
    `${tariffa.fascia}ª fascia, ${quanti(distribuzione.settimane, 'settimana', 'settimane')}: ${motivi.join('; ')}. ${altre}`
  );
}

function nothing(dati: DatiVerifica): string {
  return (
    `Nessuna combinazione di ore, settimane, fascia, CUAF, durata e assistenza dà ${formatEuroItaliano(dati.importo)} €` +
    `${Object.keys(dati.noti).length === 0 ? '' : ' con i dati indicati'}: ` +
    'l’importo può contenere sanzioni o arretrati, o essere di un altro trimestre.'
  );
}
