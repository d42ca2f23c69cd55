import type { StatoBollettino } from '../../bollettini/bollettino.ts';
import type { RigaCarrello } from '../../bollettini/servizio-bollettini.ts';
import type { GruppoSettimane } from '../../contributi/calcolo.ts';
import type { Giorno } from '../../valori/giorno.ts';
import type { Passo } from '../../valori/spiegazione.ts';
import type { Visibilita } from './mascheratura.ts';
import { toVistaRiga, type VistaRiga } from './riga.ts';

export const STATI_BOLLETTINO: Readonly<Record<StatoBollettino, string>> = {
  'nel-carrello': 'Da pagare',
  'in-pagamento': 'Pagamento in corso, in attesa della ricevuta di pagoPA',
  pagato: 'Pagato',
  eliminato: 'Eliminato',
};

export const GRUPPI: Readonly<Record<GruppoSettimane, string>> = {
  'fino-24': 'settimane fino a 24 ore',
  'oltre-24': 'settimane oltre 24 ore',
};

/** A bollettino with everything its own page shows. */
export interface VistaBollettino extends VistaRiga {
  readonly codiceAvviso: string;
  readonly statoInParole: string;
  readonly gruppoInParole: string;
  readonly modificabile: boolean;
  /** A paid or removed bollettino has no notice to pay any more. */
  readonly stampabile: boolean;
  readonly passi: readonly Passo[];
  readonly avvertenze: readonly string[];
}

export function toVistaBollettino(riga: RigaCarrello, oggi: Giorno, visibile: Visibilita): VistaBollettino {
  const { bollettino } = riga;
  return {
    ...toVistaRiga(riga, oggi, visibile),
    codiceAvviso: bollettino.codiceAvviso,
    statoInParole: STATI_BOLLETTINO[bollettino.stato],
    gruppoInParole: GRUPPI[bollettino.gruppo],
    modificabile: bollettino.stato === 'nel-carrello',
    stampabile: bollettino.stato === 'nel-carrello' || bollettino.stato === 'in-pagamento',
    passi: bollettino.calcolo.passi,
    avvertenze: bollettino.calcolo.avvertenze,
  };
}
