import { expect } from 'vitest';
import { calcola } from '../../../src/contributi/calcola.ts';
import { norme } from '../../../src/norme/norme.ts';
import { parseTrimestre } from '../../../src/scadenze/trimestre.ts';
import { Decimale } from '../../../src/valori/decimale.ts';
import { centesimi } from '../../../src/valori/denaro.ts';
import { type IncassoDelNodo, type Mondo } from '../mondo.ts';
import { consegne } from './esegui.ts';
import { ORE_SETTIMANALI, type Storia } from './passi.ts';

interface Incasso {
  readonly id: string;
  readonly tentativo_id: string;
  readonly bollettino_id: string;
  readonly natura: string;
  readonly importo: number;
  readonly iuv: string;
  readonly iur: string;
  readonly indice: number;
}

interface Bollettino {
  readonly id: string;
  readonly stato: string;
  readonly importo: number;
  readonly settimane: number;
  readonly trimestre_anno: number;
  readonly trimestre_numero: number;
}

/** What the creditor's database says of payments. */
interface Stato {
  readonly bollettini: readonly Bollettino[];
  readonly coperte: readonly { bollettino_id: string; settimana: number }[];
  readonly tentativi: readonly { id: string; stato: string; bollettino_id: string; consegna_id: string }[];
  readonly incassi: readonly Incasso[];
  readonly ricevute: readonly {
    id: string;
    tentativo_id: string;
    importo: number;
    esito: string;
    coerente: number;
    dati: string;
  }[];
  /** Rows of flows with code 9. */
  readonly nove: readonly IncassoDelNodo[];
  readonly anomalie: readonly {
    id: string;
    tipo: string;
    iuv: string | null;
    tentativo_id: string | null;
    bollettino_id: string | null;
    stato: string;
    nota: string | null;
  }[];
  /** Attempts that an operator gave back. */
  readonly restituiti: readonly string[];
}

async function leggi({ app: { knex } }: Mondo): Promise<Stato> {
  const tutte = async <T>(tabella: string): Promise<T[]> => (await knex(tabella).orderBy('id')) as T[];
  return {
    bollettini: await tutte('bollettini'),
    coperte: await knex('settimane_coperte').select<Stato['coperte']>('*'),
    tentativi: await tutte('tentativi'),
    incassi: await tutte('incassi'),
    ricevute: await tutte('ricevute'),
    anomalie: await tutte('anomalie'),
    restituiti: (await knex('atti').where({ azione: 'pagamento-restituito' }).pluck('oggetto_id')) as string[],
    nove: (await knex('righe_flusso').where({ codice: '9' })) as IncassoDelNodo[],
  };
}

const idDi = (righe: readonly { readonly id: string }[]): readonly string[] => righe.map(({ id }) => id);
const somma = (righe: readonly { readonly importo: number }[]): number =>
  righe.reduce((s, { importo }) => s + importo, 0);
const iurDi = (dati: string): string => (JSON.parse(dati) as { readonly iur: string }).iur;
const chiave = ({ iuv, iur, indice, importo }: Incasso | IncassoDelNodo): string =>
  `${iuv} ${iur} ${indice} ${importo}`;

/** What must hold after every step, whatever it was; remembers what may never be taken back. */
export function createInvarianti(mondo: Mondo): () => Promise<void> {
  const finali = new Set<string>();
  const scritti = new Set<string>();
  return async () => {
    const stato = await leggi(mondo);
    const { bollettini, tentativi, incassi, ricevute, anomalie, restituiti, nove } = stato;
    billedOnce(stato);
    const dovuti = incassi.filter(({ natura }) => natura === 'dovuto').map((incasso) => incasso.bollettino_id);
    expect(new Set(dovuti).size, 'money counted twice').toBe(dovuti.length);
    const pagati = idDi(bollettini.filter(({ stato }) => stato === 'pagato'));
    expect([...pagati].sort(), 'paid is what has its money').toEqual([...dovuti].sort());
    const doppi = new Set(anomalie.filter(({ tipo }) => tipo === 'pagamento-doppio').map((una) => una.bollettino_id));
    for (const incasso of incassi.filter(({ natura }) => natura === 'doppio')) {
      expect(doppi, 'a double payment nobody is told of').toContain(incasso.bollettino_id);
    }

    const terminati = [...pagati, ...idDi(tentativi.filter(({ stato }) => stato === 'eseguito'))];
    for (const id of finali) expect(terminati, 'what was final stays').toContain(id);
    for (const id of terminati) finali.add(id);
    const note = anomalie.filter(({ stato }) => stato === 'chiusa').map(({ id, nota }) => `${id} ${nota ?? ''}`);
    const soldi = incassi.map((incasso) => incasso.id + chiave(incasso));
    const righe = new Set([...idDi(ricevute), ...idDi(anomalie), ...note, ...soldi]);
    for (const riga of scritti) expect(righe.has(riga), 'what was written stays').toBe(true);
    for (const riga of righe) scritti.add(riga);

    expect(new Set(restituiti).size, 'an attempt given back twice').toBe(restituiti.length);
    const fatti = new Set(idDi(tentativi.filter(({ stato }) => stato === 'non-eseguito' || stato === 'eseguito')));
    for (const id of restituiti) expect(fatti, 'what was given back holds its bollettino').toContain(id);

    const positive = ricevute.filter(({ coerente, esito }) => coerente === 1 && esito === '0');
    const attestati = new Set(positive.map(({ tentativo_id, dati }) => `${tentativo_id} ${iurDi(dati)}`));
    const attestato = ({ tentativo_id, iur }: Incasso) => attestati.has(`${tentativo_id} ${iur}`);
    expect(somma(incassi.filter(attestato)), 'money in receipts is money in the ledger').toBe(somma(positive));
    for (const incasso of incassi.filter((uno) => !attestato(uno))) {
      expect(nove.map(chiave), 'money without receipt that no flow reports with code 9').toContain(chiave(incasso));
    }
    const presi = new Set(mondo.incassiDelNodo().map(chiave));
    for (const incasso of incassi) expect(presi, 'money that no PSP took').toContain(chiave(incasso));
  };
}

/** A quarter's weeks are billed once, and never for more than they can come to. */
function billedOnce({ bollettini, coperte, anomalie }: Stato): void {
  const chiesti = bollettini.filter(({ stato }) => stato !== 'eliminato');
  const settimane = chiesti.flatMap(({ id, settimane: bit }) =>
    Array.from({ length: 14 }, (_, i) => i).flatMap((i) => (((bit >> i) & 1) === 1 ? [`${id} ${i + 1}`] : [])),
  );
  const scritte = coperte.map(({ bollettino_id, settimana }) => `${bollettino_id} ${settimana}`);
  expect(scritte.sort(), 'the covered weeks are those of what is alive or paid').toEqual(settimane.sort());
  const tardivi = new Set(
    anomalie.filter(({ tipo }) => tipo === 'pagato-dopo-eliminazione').map((una) => una.bollettino_id),
  );
  const trimestri = new Map<string, Bollettino[]>();
  for (const uno of chiesti) {
    const chiave = `${uno.trimestre_numero}/${uno.trimestre_anno}`;
    trimestri.set(chiave, [...(trimestri.get(chiave) ?? []), uno]);
  }
  for (const [trimestre, suoi] of trimestri) {
    // Money that came for what had been removed, while what took its place was being paid: operators know of it.
    if (suoi.some(({ id }) => tardivi.has(id))) continue;
    expect(somma(suoi), `the ${trimestre} is billed beyond what it can come to`).toBeLessThanOrEqual(
      massimo(trimestre),
    );
  }
}

/** The dearest that a step can tell of a quarter. */
function massimo(trimestre: string): number {
  const oraria = {
    paga: { tipo: 'oraria', importo: centesimi(800) },
    senzaCuaf: false,
    tempoDeterminato: false,
  } as const;
  const importi = ORE_SETTIMANALI.map(
    (ore) =>
      calcola({ trimestre: parseTrimestre(trimestre), oreSettimanali: new Decimale(ore), ...oraria }, norme()).totale,
  );
  return Math.max(...importi);
}

/** What must hold when everything that was under way has ended. */
export async function contiFinali(mondo: Mondo, { fedele }: Storia): Promise<void> {
  const { operatori } = mondo.app;
  const rapporto = await operatori.rendicontazione();
  const { bollettini, tentativi, incassi, anomalie } = await leggi(mondo);
  const registrati = new Set(incassi.map(chiave));
  const senza = mondo.incassiDelNodo().filter((preso) => !registrati.has(chiave(preso)));
  // The flows are the node's word on what PSPs took: nothing of it is missing here, and nothing here is more.
  const iur = (righe: readonly { readonly iur: string }[]): string[] => righe.map((riga) => riga.iur).sort();
  expect(iur(rapporto.senzaRicevuta), 'a payment was lost').toEqual(iur(senza));
  if (fedele) expect(senza, 'a payment has no receipt').toEqual([]);
  const detti = new Set(anomalie.filter(({ tipo }) => tipo === 'rendicontato-senza-ricevuta').map(({ iuv }) => iuv));
  for (const { iuv } of senza) expect(detti, 'money without receipt nobody is told of').toContain(iuv);
  expect(rapporto.mancanti, 'a payment was invented').toEqual([]);
  expect([...rapporto.importoDiverso, ...rapporto.ripetuti, ...rapporto.revocati]).toEqual([]);
  expect(rapporto.riconciliati.importo, 'money in the ledger is money in the flows').toBe(somma(incassi));
  expect(rapporto.inArrivo.quanti).toBe(0);

  const sospesi = new Set(anomalie.map((una) => una.tentativo_id));
  const vivi = tentativi.filter(({ stato }) => ['da-inviare', 'in-attesa', 'anomalo'].includes(stato));
  if (fedele) expect(vivi, 'something hangs').toEqual([]);
  for (const vivo of vivi) expect(sospesi, 'something hangs and nobody is told').toContain(vivo.id);
  const tenuti = new Set(vivi.map((vivo) => vivo.bollettino_id));
  for (const { id, stato } of bollettini) {
    if (stato === 'in-pagamento') expect(tenuti, 'in payment is what an attempt holds').toContain(id);
    // An attempt may be open still when an earlier one, or a counter, has paid.
    if (tenuti.has(id)) expect(['in-pagamento', 'pagato']).toContain(stato);
  }
  const aperte = new Set(await consegne(mondo, ['da-inviare', 'invio-incerto', 'inviata']));
  expect(aperte, 'a hand-off hangs').toEqual(new Set(vivi.map((vivo) => vivo.consegna_id)));

  expect(await operatori.scaricaFlussi()).toEqual({ nuovi: 0, rifiutati: [] });
  expect(await operatori.rendicontazione(), 'reconciling again changes nothing').toEqual(rapporto);
}
