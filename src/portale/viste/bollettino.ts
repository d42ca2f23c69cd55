import type { Bollettino, StatoBollettino } from '../../bollettini/bollettino.ts';
import { percheNonSiStampa } from '../../bollettini/avviso.ts';
import { quante } from '../../bollettini/settimane-coperte.ts';
import type { RigaCarrello } from '../../bollettini/servizio-bollettini.ts';
import type { GruppoSettimane } from '../../contributi/calcolo.ts';
import type { Giorno } from '../../valori/giorno.ts';
import type { Passo } from '../../valori/spiegazione.ts';
import type { Visibilita } from '../../accesso/visibilita.ts';
import { toVistaRiga, type VistaRiga } from './riga.ts';

const STATO_IN_PAROLE: Readonly<Record<StatoBollettino, string>> = {
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
  /** A paid, removed or prescribed bollettino has no notice to pay any more. */
  readonly stampabile: boolean;
  /** What was paid for it can be corrected: more gives an integration, less an amount to ask back. */
  readonly integrabile: boolean;
  /** What took its place, when it was replaced. */
  readonly successori: readonly { readonly id: string; readonly codiceAvviso: string; readonly iuv: string }[];
  readonly passi: readonly Passo[];
  readonly avvertenze: readonly string[];
}

export function toVistaBollettino(
  riga: RigaCarrello,
  oggi: Giorno,
  visibile: Visibilita,
  successori: readonly Bollettino[] = [],
): VistaBollettino {
  const { bollettino } = riga;
  return {
    ...toVistaRiga(riga, oggi, visibile),
    codiceAvviso: bollettino.codiceAvviso,
    statoInParole: STATO_IN_PAROLE[bollettino.stato],
    gruppoInParole: weeksOf(bollettino),
    integrabile: bollettino.stato === 'pagato',
    successori: successori.map(({ id, codiceAvviso, iuv }) => ({ id, codiceAvviso, iuv })),
    modificabile: bollettino.stato === 'nel-carrello',
    stampabile: percheNonSiStampa(bollettino, oggi) === undefined,
    passi: bollettino.calcolo.passi,
    avvertenze: bollettino.calcolo.avvertenze,
  };
}

function weeksOf({ gruppo, settimane, integrazione }: Bollettino): string {
  if (integrazione !== undefined && settimane === 0) return `nessuna in più: solo la differenza (${GRUPPI[gruppo]})`;
  return `${quante(settimane)}, ${GRUPPI[gruppo]}`;
}
