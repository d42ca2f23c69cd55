import type { Centesimi } from '../valori/denaro.ts';
import type { Fonte } from '../valori/spiegazione.ts';
import type { CodiceAssociazione } from './calcolo.ts';
import { type Ore, testo } from './ore.ts';
import { orePerCentesimi } from './ore-per-centesimi.ts';
import type { TariffaAssistenza } from './tariffa-assistenza.ts';

/** The contractual assistance of one bollettino, with the arithmetic that gives it. */
export interface Assistenza {
  readonly codice: CodiceAssociazione;
  readonly etichetta: string;
  readonly etichettaQuota: string;
  readonly totale: Centesimi;
  readonly quota: Centesimi;
  readonly formula: string;
  readonly formulaQuota: string;
  readonly fonte: Fonte;
}

/** Hours × the fund's amount. */
export function assistenza(tariffa: TariffaAssistenza, ore: Ore): Assistenza {
  const quante = testo(ore);
  return {
    codice: tariffa.codice,
    etichetta: tariffa.etichetta,
    etichettaQuota: tariffa.etichettaQuota,
    totale: orePerCentesimi(ore.esatte, ore.intere, tariffa.totale),
    quota: orePerCentesimi(ore.esatte, ore.intere, tariffa.quota),
    formula: `${quante} × ${tariffa.testo}`,
    formulaQuota: `${quante} × ${tariffa.testoQuota}`,
    fonte: tariffa.fonte,
  };
}
