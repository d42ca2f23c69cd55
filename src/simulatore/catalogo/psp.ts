import { z } from 'zod';
import { leggiImporto } from '../../pagopa/importo.ts';
import { type Centesimi, centesimi } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { lamenti } from '../../valori/zod-in-italiano.ts';
import { packagePath } from '../../valori/package-root.ts';
import { ascolto } from '../psp-in-ascolto/ascolto.ts';
import { leggiYaml } from '../scenari/file-stazioni.ts';

/** What a citizen pays with; `sportello` pays printed notices only. */
export type Metodo = 'carta' | 'conto' | 'altro' | 'sportello';

const importo = z
  .string()
  .regex(/^\d{1,9}\.\d{2}$/)
  .transform(leggiImporto);
const servizio = z.strictObject({
  canale: z.string().min(1).max(35),
  metodo: z.enum(['carta', 'conto', 'altro', 'sportello']),
  tipoVersamento: z.enum(['CP', 'OBEP', 'MYBK', 'JIF', 'PPAL', 'BBT', 'PO']),
  autorizzazione: z.enum(['nodo', 'psp-online', 'psp-differita']),
  costi: z.array(z.strictObject({ finoA: importo, commissione: importo })).min(1),
  /** The PSP's own server, when it has one to be called. */
  ascolto: ascolto.optional(),
});
const psp = z.strictObject({
  id: z.string().min(1).max(35),
  ragioneSociale: z.string().min(1).max(70),
  abi: z.string().regex(/^\d{5}$/),
  bic: z.string().regex(/^[A-Z]{6}[A-Z2-9][A-NP-Z0-9]$/),
  intermediario: z.string().regex(/^\d{11}$/),
  password: z.string().min(8).max(15),
  servizi: z.array(servizio).min(1),
});

export type Psp = Readonly<z.output<typeof psp>>;
export type ServizioPsp = Readonly<z.output<typeof servizio>>;

/** One way to pay: a service with the PSP that offers it. */
export interface Offerta {
  readonly psp: Psp;
  readonly servizio: ServizioPsp;
  readonly commissione: Centesimi;
}

export interface CatalogoPsp {
  readonly psp: readonly Psp[];
  perCanale(canale: string): { readonly psp: Psp; readonly servizio: ServizioPsp } | undefined;
  /** The offers for an amount, the cheapest first; at the same price in the order of the file. */
  offerte(metodo: Metodo, importo: Centesimi): readonly Offerta[];
  offerta(canale: string, importo: Centesimi): Offerta | undefined;
}

const catalogo = z.strictObject({ psp: z.array(psp, 'psp: un elenco').min(1, 'psp: almeno uno') });

/**
 * The catalogue of invented PSPs, and before them those of a file of one's own, which may redefine some of them.
 * @param fileProprio YAML, as `rules/simulatore/psp.yaml`
 * @throws ErroreDati `file-psp`, naming the file of one's own and what is wrong
 */
export function loadCatalogoPsp(fileProprio?: string): CatalogoPsp {
  const propri = fileProprio === undefined ? [] : leggiFile(fileProprio);
  const ridefiniti = new Set(propri.map(({ id }) => id));
  const spediti = leggiFile(packagePath('rules', 'simulatore', 'psp.yaml')).filter(({ id }) => !ridefiniti.has(id));
  const canali = [...propri, ...spediti].flatMap(({ servizi }) => servizi.map(({ canale }) => canale));
  const doppio = canali.find((canale, i) => canali.indexOf(canale) !== i);
  if (doppio !== undefined) throw new ErroreDati('file-psp/canale-doppio', { file: fileProprio ?? '', doppio });
  return createCatalogo([...propri, ...spediti]);
}

function leggiFile(file: string): readonly Psp[] {
  const letto = catalogo.safeParse(leggiYaml(file, 'file-psp'));
  if (!letto.success) throw new ErroreDati('file-psp', { file, motivo: lamenti(letto.error) });
  return letto.data.psp;
}

function createCatalogo(tutti: readonly Psp[]): CatalogoPsp {
  const perCanale = new Map(
    tutti.flatMap((uno) => uno.servizi.map((servizio) => [servizio.canale, { psp: uno, servizio }] as const)),
  );
  const offerta = (canale: string, importo: Centesimi): Offerta | undefined => {
    const trovato = perCanale.get(canale);
    const commissione = trovato && commissioneDi(trovato.servizio, importo);
    return trovato && commissione !== undefined ? { ...trovato, commissione } : undefined;
  };
  return {
    psp: tutti,
    perCanale: (canale) => perCanale.get(canale),
    offerta,
    offerte: (metodo, importo) =>
      [...perCanale.values()]
        .filter(({ servizio }) => servizio.metodo === metodo)
        .map(({ servizio }) => offerta(servizio.canale, importo))
        .filter((trovata) => trovata !== undefined)
        .sort((a, b) => a.commissione - b.commissione),
  };
}

/** The first band whose maximum holds the amount (catalogue of the node); undefined when the service does not take so much. */
function commissioneDi(servizio: ServizioPsp, importo: Centesimi): Centesimi | undefined {
  const fascia = servizio.costi.find(({ finoA }) => importo <= finoA);
  return fascia === undefined ? undefined : centesimi(fascia.commissione);
}
