import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { packagePath } from '../../valori/package-root.ts';
import { facciaPsp } from '../psp-in-ascolto/ascolto.ts';
import { durata } from './durata.ts';

const euroConSegno = z
  .string()
  .regex(/^[+-]?\d{1,9}\.\d{2}$/, 'un importo con segno come -1.00')
  .transform((testo) => Number(testo.replace('.', '')));

/** How a cart's payment ends. */
export const esitoPagamento = z.enum([
  'eseguito',
  'rifiutato-emittente',
  'rifiutato-psp',
  'annullato',
  'sessione-scaduta',
  'decorrenza-termini',
  'parziale',
  'decorrenza-parziale',
  'esito-sconosciuto-psp',
  'errore-invio-psp',
]);

const rt = z.strictObject({
  /** Before the first sending; the simulator's own delay otherwise. */
  ritardo: durata.optional(),
  consegna: z.enum(['normale', 'due-volte', 'mai', 'persa', 'malformata']).optional(),
  /** Cents added to what the receipt says was paid. */
  variazione: euroConSegno.optional(),
  iuv: z.literal('sconosciuto').optional(),
  /** A second receipt of the same RPT, `dopo` the first. */
  poi: z.enum(['positiva', 'negativa']).optional(),
  dopo: durata.optional(),
});

const nodo = z.strictObject({
  /** SOAP operations it holds for; all of them when absent. */
  operazioni: z.array(z.string()).optional(),
  comportamento: z.enum(['irraggiungibile', 'timeout-prima', 'timeout-dopo', 'risposta-malformata', 'fault', 'lento']),
  fault: z.string().optional(),
  attesa: durata.optional(),
});

const avviso = z.strictObject({
  /** PAA_… as if the creditor had answered it, or PPT_… of the node itself. */
  fault: z
    .string()
    .regex(/^(PAA|PPT)_[A-Z_]+$/, 'un codice come PAA_PAGAMENTO_SCADUTO o PPT_SYSTEM_ERROR')
    .optional(),
  esito: z.enum(['eseguito', 'non-eseguito', 'token-scaduto']).optional(),
});

const flusso = z.strictObject({
  /** The payment is left out of the flow. */
  assente: z.literal('si').optional(),
  /** 3 revoked, 9 without RPT; 0 otherwise. */
  codice: z.enum(['0', '3', '4', '8', '9']).optional(),
  /** Cents added to what the flow says was paid. */
  variazione: euroConSegno.optional(),
  /** One more payment beside it, of an IUV nobody issued. */
  inPiu: z.literal('si').optional(),
});

/** Outcome codes of Checkout's last page. */
const checkout = z.strictObject({
  codice: z.enum(['0', '1', '2', '3', '4', '7', '8', '10', '12', '17', '18', '25', '116', '117', '121']),
});

export const facce = z.strictObject({
  pagamento: esitoPagamento.optional(),
  rt: rt.optional(),
  nodo: nodo.optional(),
  avviso: avviso.optional(),
  flusso: flusso.optional(),
  checkout: checkout.optional(),
  psp: facciaPsp.optional(),
});

/** What a scenario changes; a face that is absent changes nothing. */
export type Facce = Readonly<z.output<typeof facce>>;
export type EsitoPagamento = z.output<typeof esitoPagamento>;
export type CodiceCheckout = z.output<typeof checkout>['codice'];
export type FacciaRt = Readonly<z.output<typeof rt>>;
export type FacciaNodo = Readonly<z.output<typeof nodo>>;

export interface ScenarioNominato extends Facce {
  readonly nome: string;
  readonly descrizione: string;
  /** The same in English; saved ones have the words of who saved them alone. */
  readonly description?: string;
  /** By a user; false for those shipped with the simulator. */
  readonly salvato: boolean;
}

export type CatalogoScenari = ReadonlyMap<string, ScenarioNominato>;

const catalogo = z.strictObject({
  scenari: z.record(
    z.string().regex(/^[a-z0-9-]+$/),
    facce.extend({ descrizione: z.string().min(1), description: z.string().min(1) }),
  ),
});

/**
 * The named scenarios shipped with the simulator.
 * @throws Error naming the file and what is wrong
 */
export function loadCatalogoScenari(file = packagePath('rules', 'simulatore', 'scenari.yaml')): CatalogoScenari {
  const letto = catalogo.safeParse(parse(readFileSync(file, 'utf8'), { schema: 'failsafe' }));
  if (!letto.success) throw new Error(`${file}: ${z.prettifyError(letto.error)}`);
  return new Map(
    Object.entries(letto.data.scenari).map(([nome, scenario]) => [nome, { nome, salvato: false, ...scenario }]),
  );
}
