import { expect } from 'vitest';
import { daNodo } from '../da-nodo.ts';
import type { Consegna } from '../../../src/pagamenti/pagamento.ts';
import { parseTrimestre } from '../../../src/scadenze/trimestre.ts';
import { Decimale } from '../../../src/valori/decimale.ts';
import { ErroreDati } from '../../../src/valori/errore-dati.ts';
import { cittadino } from '../../simulatore/cittadino.ts';
import type { Mondo } from '../mondo.ts';
import type { Passo } from './passi.ts';

const TRIMESTRI = ['3/2024', '4/2024', '1/2025', '2/2025', '3/2025', '4/2025', '1/2026', '2/2026'] as const;
type Di<T extends Passo['che']> = Passo & { readonly che: T };
type Atto = (mondo: Mondo, passo: never) => Promise<unknown>;

const ATTI: Readonly<Record<Passo['che'], Atto>> = {
  emetti: ({ app, datore, rapporto }, { trimestre }: Di<'emetti'>) =>
    app.bollettini.emetti(datore, rapporto.id, parseTrimestre(TRIMESTRI[trimestre] ?? '2/2026')),
  racconta: async ({ app, datore, rapporto }, passo: Di<'racconta'>) => {
    const { oreSettimanali, settimane, ...consenso } = passo;
    const trimestre = parseTrimestre(TRIMESTRI[passo.trimestre] ?? '2/2026');
    const modifiche = { oreSettimanali: new Decimale(oreSettimanali), ...(settimane !== undefined && { settimane }) };
    const esito = await app.bollettini.emetti(datore, rapporto.id, trimestre, modifiche, consenso);
    if (settimane !== undefined) return;
    const tutti = await app.archivio.letture.bollettini.delTrimestre(rapporto.id, trimestre);
    const somma = (bollettini: typeof tutti) => bollettini.reduce((totale, { importo }) => totale + importo, 0);
    const pagati = somma(tutti.filter(({ stato }) => stato === 'pagato'));
    const chiesto = somma(tutti.filter(({ stato }) => stato !== 'eliminato'));
    expect(chiesto, 'a quarter told whole asks what it comes to').toBe(Math.max(esito.dovuto, pagati));
  },
  modifica: async ({ app, datore }, { quale, oreSettimanali }: Di<'modifica'>) => {
    const { righe } = await app.bollettini.carrello(datore);
    const scelto = uno(righe, quale)?.bollettino;
    if (scelto === undefined) return;
    const modifiche = { oreSettimanali: new Decimale(oreSettimanali) };
    await app.bollettini.modifica(datore, scelto.id, scelto.versione, modifiche);
  },
  elimina: async ({ app, datore }, { quale }: Di<'elimina'>) => {
    const { righe } = await app.bollettini.carrello(datore);
    const scelto = uno(righe, quale)?.bollettino;
    if (scelto !== undefined) await app.bollettini.elimina(datore, scelto.id, scelto.versione);
  },
  conferma,
  'conferma-due-volte': async (mondo, passo: Di<'conferma'>) => {
    const esiti = await Promise.allSettled([conferma(mondo, passo), conferma(mondo, passo)]);
    for (const esito of esiti) if (esito.status === 'rejected') refused(esito.reason);
    const inviate = await Promise.allSettled([invia(mondo, passo), invia(mondo, passo)]);
    for (const esito of inviate) if (esito.status === 'rejected') refused(esito.reason);
  },
  invia,
  paga: async (mondo, passo: Di<'paga'>) => {
    await comporta(mondo, passo.scenario, passo.volte);
    await paga(mondo, passo.quale);
  },
  compra,
  esci: async (mondo, { quale }: Di<'esci'>) => {
    const idSession = await sessione(mondo, quale);
    if (idSession !== undefined) await cittadino(mondo.urlNodo, idSession).invia('annulla');
  },
  sportello: async (mondo, { quale, decisione, scenario }: Di<'sportello'>) => {
    await comporta(mondo, scenario);
    const tutti = await mondo.app
      .knex('bollettini')
      .orderBy('iuv')
      .select<{ codice_avviso: string }[]>('codice_avviso');
    const codice = uno(tutti, quale)?.codice_avviso;
    // A counter that cannot reach the node takes no money: its trouble is not ours.
    if (codice !== undefined) await mondo.api('POST', 'sportello/paga', { codice, decisione }).catch(() => undefined);
  },
  torna: async (mondo, { quale, esito }: Di<'torna'>) => {
    const idSession = (await sessione(mondo, quale)) ?? 'mai-esistita';
    const dominio = mondo.app.impostazioni.ente.codiceFiscale;
    for (let volta = 0; volta < 2; volta += 1) await mondo.app.pagamenti.registraRitorno(idSession, dominio, esito);
  },
  'nodo-male': (mondo, { scenario, volte }: Di<'nodo-male'>) => comporta(mondo, scenario, volte),
  passano: (mondo, { minuti }: Di<'passano'>) => mondo.passano(minuti),
  'ente-fermo': (mondo, { minuti }: Di<'ente-fermo'>) => mondo.enteFermoPer(minuti),
  'ripeti-messaggio': async ({ app }, { quale }: Di<'ripeti-messaggio'>) => {
    const eventi = await app.operatori.giornale({});
    const delNodo = eventi.filter(
      ({ fruitore, sottotipo }) => fruitore === 'NodoDeiPagamentiSPC' && sottotipo === 'REQ',
    );
    const scelto = uno(delNodo, quale * 5 + 1);
    if (scelto !== undefined) await daNodo(app.pagamenti, scelto.messaggio);
  },
  restituisci: async (mondo, passo: Di<'restituisci'>) => {
    await compra(mondo, passo);
    await mondo.quiete();
    const { operatori } = mondo.app;
    const inVerifica = (await operatori.anomalie('aperta')).filter((anomalia) => anomalia.inVerifica);
    const scelta = uno(inVerifica, passo.quale);
    if (scelta !== undefined) await operatori.chiudiAnomalia(scelta.id, 'op', 'restituito', { restituito: true });
  },
  'risposte-perse': (mondo, { quante }: Di<'risposte-perse'>) => Promise.resolve(mondo.perdiRisposte(quante)),
  sorveglia: ({ app }) => app.operatori.sorveglia(),
  'riavvia-ente': (mondo) => mondo.riavviaEnte(),
  'riavvia-nodo': (mondo) => mondo.riavviaNodo(),
  flussi: ({ app }) => app.operatori.scaricaFlussi(),
};

/** One step; what the services rightly refuse (a cart that changed, a paid quarter…) is part of the story. */
export async function esegui(mondo: Mondo, passo: Passo): Promise<void> {
  await tollera(ATTI[passo.che](mondo, passo as never));
  await mondo.quiete();
}

/** Lets everything that is under way end: no more scenarios, time, watching, flows. */
export async function finoInFondo(mondo: Mondo): Promise<void> {
  const giorno = 24 * 60;
  mondo.perdiRisposte(0);
  await mondo.api('DELETE', 'regole');
  for (const minuti of [5, 70, 2 * giorno, 2 * giorno, 92 * giorno, 4 * giorno]) {
    await mondo.passano(minuti);
    await mondo.app.operatori.sorveglia();
  }
  await mondo.quiete();
  await mondo.app.operatori.scaricaFlussi();
}

async function conferma({ app, datore }: Mondo, { quale }: { readonly quale: number }): Promise<void> {
  const { righe } = await app.bollettini.carrello(datore);
  const scelti = righe.map((riga) => riga.bollettino).filter((_, i) => i === 0 || (i + quale) % 3 === 0);
  if (scelti.length > 0) await app.pagamenti.conferma(datore, scelti);
}

async function invia(mondo: Mondo, { quale }: { readonly quale: number }): Promise<void> {
  const scelta = uno(await consegne(mondo, ['da-inviare', 'invio-incerto']), quale);
  if (scelta !== undefined) await mondo.app.pagamenti.consegnaAlNodo(mondo.datore, scelta);
}

async function compra(mondo: Mondo, passo: Omit<Di<'compra'>, 'che'>): Promise<void> {
  await comporta(mondo, passo.scenario, passo.volte);
  for (const atto of [conferma, invia]) await tollera(atto(mondo, passo));
  await paga(mondo, passo.quale);
}

async function paga(mondo: Mondo, quale: number): Promise<void> {
  const idSession = await sessione(mondo, quale);
  if (idSession !== undefined) await cittadino(mondo.urlNodo, idSession).paga(quale % 2 === 0 ? 'carta' : 'conto');
}

/** The session of one of the hand-offs that pagoPA took. */
async function sessione(mondo: Mondo, quale: number): Promise<string | undefined> {
  const id = uno(await consegne(mondo, ['inviata']), quale);
  if (id === undefined) return undefined;
  const { consegna } = await mondo.app.pagamenti.consegna(mondo.datore, id);
  return consegna.url === undefined ? undefined : (new URL(consegna.url).searchParams.get('idSession') ?? undefined);
}

export async function consegne({ app }: Mondo, stati: readonly Consegna['stato'][]): Promise<string[]> {
  const righe = await app
    .knex('consegne')
    .whereIn('stato', stati)
    .orderBy('id_carrello')
    .select<{ id: string }[]>('id');
  return righe.map(({ id }) => id);
}

async function comporta(mondo: Mondo, scenario: string, volte = 1_000): Promise<void> {
  await mondo.api('DELETE', 'regole');
  await mondo.api('POST', 'regole', { scenario, volte });
}

function uno<T>(tutti: readonly T[], quale: number): T | undefined {
  return tutti.length === 0 ? undefined : tutti[quale % tutti.length];
}

async function tollera(atto: Promise<unknown>): Promise<void> {
  try {
    await atto;
  } catch (errore) {
    refused(errore);
  }
}

/** Refusals of ours, and the network's when a side is down, are no failure of the story. */
function refused(errore: unknown): void {
  const diRete = errore instanceof TypeError && /fetch failed|Invalid URL/.test(errore.message);
  if (!(errore instanceof ErroreDati) && !diRete) throw errore;
}
