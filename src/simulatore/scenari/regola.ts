import { z } from 'zod';
import { ErroreScenario, PER_SPIEGARE } from './errore-scenario.ts';
import { type CatalogoScenari, facce, type Facce } from './scenario.ts';

/** When a rule holds. All the conditions given must hold; a text may end with `*`. None: it always holds. */
const quando = z.strictObject({
  iuv: z.string().min(1).max(36).optional(),
  ccp: z.string().min(1).max(36).optional(),
  avviso: z.string().min(1).max(19).optional(),
  dominio: z.string().min(1).max(36).optional(),
  importo: z
    .string()
    .regex(/^\d{1,9}\.\d{2}$/, 'un importo come 338.00')
    .optional(),
  psp: z.string().min(1).max(36).optional(),
  metodo: z.enum(['carta', 'conto', 'altro', 'sportello']).optional(),
  /** Holds for this share of the payments, chosen by the seed: `0.1` is one in ten. */
  probabilita: z.coerce.number().min(0).max(1).optional(),
});

/** A rule as people write it: a named scenario, its faces changed or added, for how many times. */
export const regola = z.strictObject({
  quando: quando.default({}),
  scenario: z.string().optional(),
  ...facce.shape,
  /** Holds only for so many payments (all that happens to one of them counts once) or, for `nodo` and a notice's fault, calls. */
  volte: z.coerce.number().int().min(1).max(1_000_000).optional(),
});

type RegolaLetta = z.output<typeof regola>;
export type Quando = RegolaLetta['quando'];

/** A rule ready to be applied. */
export interface Regola {
  readonly id: number;
  readonly origine: 'file' | 'api';
  readonly quando: Quando;
  readonly scenario: string | undefined;
  readonly facce: Facce;
  readonly volte: number | undefined;
}

/** What is known of a payment or call when a rule is looked for; what is not known fails the conditions on it. */
export interface Circostanza {
  /** Which payment it is, for rules that hold a number of times: no condition looks at it. Absent, each call counts by itself. */
  readonly pagamento?: string;
  readonly dominio?: string;
  readonly iuv?: string;
  readonly ccp?: string;
  readonly avviso?: string;
  /** `338.00` */
  readonly importo?: string;
  readonly psp?: string;
  readonly metodo?: string;
}

/**
 * Checks a rule and resolves its named scenario.
 * @throws ErroreScenario `regola-non-valida`, `scenario-sconosciuto`
 */
export function leggiRegola(
  dati: unknown,
  catalogo: CatalogoScenari,
  di: { readonly id: number; readonly origine: 'file' | 'api' },
): Regola {
  const letta = regola.safeParse(dati, PER_SPIEGARE);
  if (!letta.success) throw new ErroreScenario('regola-non-valida', { perche: letta.error });
  const { quando: condizioni, scenario, volte, ...proprie } = letta.data;
  const base = scenario === undefined ? undefined : catalogo.get(scenario);
  if (scenario !== undefined && base === undefined) {
    const noti = [...catalogo.keys()].join(', ');
    throw new ErroreScenario('scenario-sconosciuto', { nome: scenario, noti });
  }
  return { ...di, quando: condizioni, scenario, facce: unisci(base ?? {}, proprie), volte };
}

/** The more a rule says about the single payment, the sooner it is looked at: 2 payment, 1 PSP or method, 0 everything. */
export function specificita(condizioni: Quando): number {
  const { iuv, ccp, avviso, importo, psp, metodo } = condizioni;
  if ([iuv, ccp, avviso, importo].some((campo) => campo !== undefined)) return 2;
  return psp !== undefined || metodo !== undefined ? 1 : 0;
}

export function vale(condizioni: Quando, circostanza: Circostanza): boolean {
  const campi = ['iuv', 'ccp', 'avviso', 'dominio', 'importo', 'psp', 'metodo'] as const;
  return campi.every((campo) => {
    const attesa = condizioni[campo];
    return attesa === undefined || corrisponde(attesa, circostanza[campo]);
  });
}

function corrisponde(attesa: string, trovata: string | undefined): boolean {
  if (trovata === undefined) return false;
  return attesa.endsWith('*') ? trovata.startsWith(attesa.slice(0, -1)) : trovata === attesa;
}

function unisci(base: Facce, proprie: Facce): Facce {
  const rt = base.rt || proprie.rt ? { ...base.rt, ...proprie.rt } : undefined;
  const nodo = proprie.nodo ?? base.nodo;
  const avviso = base.avviso || proprie.avviso ? { ...base.avviso, ...proprie.avviso } : undefined;
  const flusso = base.flusso || proprie.flusso ? { ...base.flusso, ...proprie.flusso } : undefined;
  const checkout = proprie.checkout ?? base.checkout;
  const psp = base.psp || proprie.psp ? { ...base.psp, ...proprie.psp } : undefined;
  const pagamento = proprie.pagamento ?? base.pagamento;
  return {
    ...(pagamento && { pagamento }),
    ...(rt && { rt }),
    ...(nodo && { nodo }),
    ...(avviso && { avviso }),
    ...(flusso && { flusso }),
    ...(checkout && { checkout }),
    ...(psp && { psp }),
  };
}
