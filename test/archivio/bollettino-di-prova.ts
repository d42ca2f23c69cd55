import type { RapportoDiLavoro } from '../../src/anagrafe/rapporto-di-lavoro.ts';
import type { Bollettino } from '../../src/bollettini/bollettino.ts';
import type { CodiceInps } from '../../src/bollettini/codice-inps.ts';
import type { Settimane } from '../../src/bollettini/settimane-coperte.ts';
import type { CodiceAvviso, Iuv } from '../../src/pagopa/identificativi/codice-avviso.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { parseGiorno } from '../../src/valori/giorno.ts';

/** Thirteen weeks. */
const TUTTE = 0b1_1111_1111_1111 as Settimane;

/** A bollettino of 4/2020, in the cart; its codes end with the number. */
export function bollettinoDiProva(
  rapporto: Pick<RapportoDiLavoro, 'id' | 'datoreId'>,
  numero: number,
  modifiche: Partial<Bollettino> = {},
): Bollettino {
  const cifre = String(numero).padStart(3, '0');
  return {
    id: `b${cifre}`,
    rapportoId: rapporto.id,
    datoreId: rapporto.datoreId,
    trimestre: { anno: 2020, numero: 4 },
    gruppo: 'oltre-24',
    settimane: TUTTE,
    codiceInps: `991097845204${cifre}` as CodiceInps,
    iuv: `01000000000000${cifre}` as Iuv,
    codiceAvviso: `301000000000000${cifre}` as CodiceAvviso,
    importo: centesimi(33_800),
    scadenza: parseGiorno('2021-01-11'),
    stato: 'nel-carrello',
    versione: 1,
    dati: { trimestre: '4/2020', oreSettimanali: '25' },
    calcolo: { passi: [], avvertenze: ['città'] },
    creatoIl: '2026-10-05T08:00:00.000Z',
    aggiornatoIl: '2026-10-05T08:00:00.000Z',
    ...modifiche,
  };
}
