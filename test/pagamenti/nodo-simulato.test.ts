import { afterEach, describe, expect, it } from 'vitest';
import type { Bollettino } from '../../src/bollettini/bollettino.ts';
import type { Consegna } from '../../src/pagamenti/pagamento.ts';
import { parseGiorno } from '../../src/valori/giorno.ts';
import { parseTrimestre } from '../../src/scadenze/trimestre.ts';
import { cittadino } from '../simulatore/cittadino.ts';
import { finche } from '../simulatore/banco.ts';
import { dettagli, molo, pspDi } from '../simulatore/psp-di-prova.ts';
import { isDel2020, nelSuoGiorno } from '../archivio/archivio-di-prova.ts';
import { creaMondo, type Mondo } from './mondo.ts';

let mondo: Mondo;
afterEach(() => mondo.close());

const GIORNO = 24 * 60;

async function emetti(trimestre = '4/2020'): Promise<Bollettino> {
  const {
    emessi: [bollettino],
  } = await nelSuoGiorno(mondo.clock, trimestre, () =>
    mondo.app.bollettini.emetti(mondo.datore, mondo.rapporto.id, parseTrimestre(trimestre)),
  );
  if (bollettino === undefined) throw new Error('nothing was issued');
  // Else nobody could pay it today: it would be prescribed.
  if (isDel2020(trimestre))
    await mondo.app.bollettini.dichiaraAtto(mondo.datore, bollettino.id, parseGiorno('2024-03-01'));
  return bollettino;
}

async function consegna(bollettini: readonly Bollettino[]): Promise<Consegna> {
  const [confermata] = await mondo.app.pagamenti.conferma(mondo.datore, bollettini);
  return mondo.app.pagamenti.consegnaAlNodo(mondo.datore, confermata?.id ?? '');
}

const sessione = ({ url }: Consegna) => new URL(url ?? '').searchParams.get('idSession') ?? '';
const stato = async ({ id }: Bollettino) => (await mondo.app.bollettini.mostra(mondo.datore, id)).bollettino.stato;
const conta = async (tabella: string) => (await mondo.app.knex(tabella)).length;

/** Lets the flows of the payments made come, and reconciles. */
async function rendiconta() {
  await mondo.passano(4 * GIORNO);
  await mondo.app.operatori.scaricaFlussi();
  return mondo.app.operatori.rendicontazione();
}

describe('with the simulated node, the cart way', () => {
  it('pays a cart, and money in receipts is money in flows', async () => {
    mondo = await creaMondo();
    const bollettini = [await emetti('3/2020'), await emetti('4/2020')];
    const inviata = await consegna(bollettini);
    await cittadino(mondo.urlNodo, sessione(inviata)).paga('carta');
    await mondo.quiete();
    expect(await Promise.all(bollettini.map(stato))).toEqual(['pagato', 'pagato']);
    const rapporto = await rendiconta();
    expect(rapporto).toMatchObject({ riconciliati: { quanti: 2, importo: 67_600 }, mancanti: [], senzaRicevuta: [] });
    expect(await conta('anomalie')).toBe(0);
  });

  it('after a refusal pays at the second attempt, with the same IUV', async () => {
    mondo = await creaMondo();
    const bollettino = await emetti();
    const prima = await consegna([bollettino]);
    await cittadino(mondo.urlNodo, sessione(prima)).paga('carta', 'negata');
    await mondo.quiete();
    expect(await stato(bollettino)).toBe('nel-carrello');
    const { righe } = await mondo.app.bollettini.carrello(mondo.datore);
    const dopo = await consegna(righe.map((riga) => riga.bollettino));
    await cittadino(mondo.urlNodo, sessione(dopo)).paga('carta');
    await mondo.quiete();
    expect(await stato(bollettino)).toBe('pagato');
    expect(await conta('tentativi')).toBe(2);
  });

  it.each(['rt-mai', 'rt-malformata'])('gets by watching the receipt that does not come (%s)', async (scenario) => {
    mondo = await creaMondo();
    await mondo.api('POST', 'regole', { scenario });
    const bollettino = await emetti();
    const inviata = await consegna([bollettino]);
    await cittadino(mondo.urlNodo, sessione(inviata)).paga('carta');
    await mondo.passano(10);
    expect(await stato(bollettino)).toBe('in-pagamento');
    expect(await mondo.app.operatori.sorveglia()).toMatchObject({ ricevuteRecuperate: 1 });
    expect(await stato(bollettino)).toBe('pagato');
  });

  it('knows what became of a cart whose answer could not be read, and does not send it twice', async () => {
    mondo = await creaMondo();
    await mondo.api('POST', 'regole', { scenario: 'risposta-malformata', volte: 1 });
    const bollettino = await emetti();
    const incerta = await consegna([bollettino]);
    expect(incerta.stato).toBe('invio-incerto');
    const inviata = await mondo.app.pagamenti.consegnaAlNodo(mondo.datore, incerta.id);
    expect(inviata.stato).toBe('inviata');
    await cittadino(mondo.urlNodo, sessione(inviata)).paga('conto');
    await mondo.quiete();
    expect(await stato(bollettino)).toBe('pagato');
  });

  it('survives a restart of either side between cart and receipt', async () => {
    mondo = await creaMondo();
    await mondo.api('POST', 'regole', { scenario: 'rt-in-ritardo' });
    const bollettino = await emetti();
    const inviata = await consegna([bollettino]);
    await mondo.riavviaEnte();
    await cittadino(mondo.urlNodo, sessione(inviata)).paga('carta');
    await mondo.riavviaNodo();
    await mondo.riavviaEnte();
    await mondo.passano(90);
    expect(await stato(bollettino)).toBe('pagato');
  });

  it.each([
    ['importo-errato', 'in-pagamento', ['rt-incoerente']],
    ['positiva-poi-negativa', 'pagato', ['rt-contraddittoria']],
    ['negativa-poi-positiva', 'pagato', []],
    ['duplicato', 'pagato', []],
    ['sconosciuto', 'pagato', ['rt-sconosciuta']],
    ['parziale', 'in-pagamento', ['rt-incoerente']],
    ['data-validita-decorsa', 'nel-carrello', []],
  ])('%s ends %s', async (scenario, atteso, anomalie) => {
    mondo = await creaMondo();
    await mondo.api('POST', 'regole', { scenario });
    const bollettino = await emetti();
    const inviata = await consegna([bollettino]);
    await cittadino(mondo.urlNodo, sessione(inviata)).paga('carta');
    for (const minuti of [5, 60, 91 * GIORNO]) await mondo.passano(minuti);
    expect(await stato(bollettino)).toBe(atteso);
    expect((await mondo.app.operatori.anomalie()).map((anomalia) => anomalia.tipo)).toEqual(anomalie);
  });
});

describe('money in a flow whose receipt we lack', () => {
  it('is looked for: the copy of a positive receipt that the node gave up closes the payment', async () => {
    mondo = await creaMondo('carrello-rpt', 'rpt');
    await mondo.api('POST', 'regole', { scenario: 'negativa-poi-positiva' });
    const bollettino = await emetti();
    await cittadino(mondo.urlNodo, sessione(await consegna([bollettino]))).paga('carta');
    await mondo.quiete();
    expect(await stato(bollettino)).toBe('nel-carrello');
    for (let volta = 0; volta < 3; volta += 1) await mondo.enteFermoPer(1);
    expect(await stato(bollettino)).toBe('nel-carrello');
    expect(await rendiconta()).toMatchObject({ riconciliati: { quanti: 1 }, senzaRicevuta: [] });
    expect(await stato(bollettino)).toBe('pagato');
    expect(await conta('anomalie')).toBe(0);
  });

  it('is told to operators, once, when the node has no copy of it', async () => {
    mondo = await creaMondo();
    await mondo.api('POST', 'regole', { scenario: 'rt-persa' });
    const bollettino = await emetti();
    await cittadino(mondo.urlNodo, sessione(await consegna([bollettino]))).paga('carta');
    for (let volta = 0; volta < 2; volta += 1) {
      expect(await rendiconta()).toMatchObject({ senzaRicevuta: [{ iuv: bollettino.iuv }] });
    }
    const anomalie = await mondo.app.operatori.anomalie();
    expect(anomalie.map(({ tipo, bollettinoId }) => [tipo, bollettinoId])).toEqual([
      ['rendicontato-senza-ricevuta', bollettino.id],
    ]);
  });
});

describe('with the simulated node, a printed notice at a counter', () => {
  it('is paid, with its receipt in the portal and its money in the flows', async () => {
    mondo = await creaMondo();
    const bollettino = await emetti();
    const pagato = await mondo.api('POST', 'sportello/paga', { codice: bollettino.codiceAvviso, decisione: 'incassa' });
    expect(pagato).toMatchObject({ esito: 'pagato' });
    await mondo.quiete();
    expect(await stato(bollettino)).toBe('pagato');
    const [riga] = await mondo.app.pagamenti.effettuati(mondo.datore);
    expect(riga?.ricevuta).toMatchObject({ importoPagato: '338.00', iuv: bollettino.iuv });
    const ancora = await mondo.api('POST', 'sportello/paga', { codice: bollettino.codiceAvviso, decisione: 'incassa' });
    expect(ancora).toMatchObject({ esito: 'non-pagato' });
    expect(await rendiconta()).toMatchObject({ riconciliati: { quanti: 1 }, senzaRicevuta: [], mancanti: [] });
  });

  it('is refused while a cart pays it', async () => {
    mondo = await creaMondo();
    const bollettino = await emetti();
    await consegna([bollettino]);
    const esito = await mondo.api('POST', 'sportello/paga', { codice: bollettino.codiceAvviso, decisione: 'incassa' });
    expect(esito).toMatchObject({ esito: 'non-pagato' });
    expect(JSON.stringify(esito)).toContain('PAA_PAGAMENTO_IN_CORSO');
  });
});

describe.each(['avvisi', 'rpt'] as const)('a counter that holds a notice and speaks later (%s)', (modello) => {
  /** A new bollettino whose notice a counter has activated. */
  async function trattenuto() {
    mondo = await creaMondo('carrello-rpt', modello);
    const bollettino = await emetti();
    const { codiceAvviso: codice } = bollettino;
    const preso = await mondo.api('POST', 'sportello/paga', { codice, canale: molo.canale, decisione: 'trattieni' });
    const { token } = preso as { token: string };
    const tentativi = () => mondo.app.knex('tentativi').whereIn('stato', ['da-inviare', 'invio-incerto']);
    await finche(async () => (await tentativi()).length === 0, 'in the first model, the RPT at the node');
    return { bollettino, incassa: () => pspDi(mondo.urlNodo).esito({ token: [token], esito: 'OK', dettagli }) };
  }
  const pagaOnline = async (): Promise<void> => {
    const carrello = async () => (await mondo.app.bollettini.carrello(mondo.datore)).righe;
    await finche(async () => (await carrello()).length > 0, 'the notice is free again');
    const inviata = await consegna((await carrello()).map((riga) => riga.bollettino));
    await cittadino(mondo.urlNodo, sessione(inviata)).paga('carta');
    await mondo.quiete();
  };

  it('too late, with nobody else having paid: it is paid all the same, with its receipt', async () => {
    const { bollettino, incassa } = await trattenuto();
    await mondo.passano(31);
    expect(await incassa()).toMatchObject({ fault: { faultCode: 'PPT_TOKEN_SCADUTO' } });
    await finche(async () => (await stato(bollettino)) === 'pagato', 'the receipt');
    expect(await rendiconta()).toMatchObject({ riconciliati: { quanti: 1 }, senzaRicevuta: [], mancanti: [] });
    expect(await conta('anomalie')).toBe(0);
  });

  it('too late, after it was paid online: no receipt, and operators are told of the money', async () => {
    const { bollettino, incassa } = await trattenuto();
    await mondo.passano(31);
    await pagaOnline();
    expect(await stato(bollettino)).toBe('pagato');
    expect(await incassa()).toMatchObject({ fault: { faultCode: 'PPT_TOKEN_SCADUTO' } });
    await mondo.quiete();
    await rendiconta();
    const anomalie = await mondo.app.operatori.anomalie();
    expect(anomalie.map(({ bollettinoId }) => bollettinoId)).toEqual([bollettino.id]);
    expect(await stato(bollettino)).toBe('pagato');
  });
});

describe('with the simulated node, by Checkout', () => {
  it('pays a cart of notices: the receipts close the hand-off', async () => {
    mondo = await creaMondo('checkout');
    const bollettini = [await emetti('3/2020'), await emetti('4/2020')];
    const inviata = await consegna(bollettini);
    expect(inviata).toMatchObject({ modo: 'checkout', stato: 'inviata' });
    await cittadino(mondo.urlNodo, sessione(inviata)).paga('carta');
    await mondo.quiete();
    expect(await Promise.all(bollettini.map(stato))).toEqual(['pagato', 'pagato']);
    expect((await mondo.app.pagamenti.consegna(mondo.datore, inviata.id)).consegna.stato).toBe('conclusa');
    expect(await conta('tentativi')).toBe(2);
    expect(await rendiconta()).toMatchObject({ riconciliati: { quanti: 2 }, senzaRicevuta: [], mancanti: [] });
    const eventi = await mondo.app.operatori.giornale({ idCarrello: inviata.idCarrello });
    expect(eventi.map((evento) => `${evento.tipo} ${evento.sottotipo}`)).toEqual(['carts REQ', 'carts RSP']);
  });

  it('is not sent what a counter was paid meanwhile, and a cart of nothing else is concluded', async () => {
    mondo = await creaMondo('checkout');
    const [primo, secondo] = [await emetti('3/2020'), await emetti('4/2020')];
    const [sola] = await mondo.app.pagamenti.conferma(mondo.datore, [primo]);
    await mondo.api('POST', 'sportello/paga', { codice: primo.codiceAvviso, decisione: 'incassa' });
    await mondo.quiete();
    expect((await mondo.app.pagamenti.consegna(mondo.datore, sola?.id ?? '')).consegna.stato).toBe('conclusa');
    const terzo = await emetti('2/2020');
    const [mista] = await mondo.app.pagamenti.conferma(mondo.datore, [secondo, terzo]);
    await mondo.api('POST', 'sportello/paga', { codice: secondo.codiceAvviso, decisione: 'incassa' });
    await mondo.quiete();
    const inviata = await mondo.app.pagamenti.consegnaAlNodo(mondo.datore, mista?.id ?? '');
    await cittadino(mondo.urlNodo, sessione(inviata)).paga('carta');
    await mondo.quiete();
    expect(await Promise.all([primo, secondo, terzo].map(stato))).toEqual(['pagato', 'pagato', 'pagato']);
    expect(await conta('incassi')).toBe(3);
  });

  it('gives the bollettini back when who left never came back, and hears of money that comes all the same', async () => {
    mondo = await creaMondo('checkout');
    const bollettino = await emetti();
    const inviata = await consegna([bollettino]);
    await mondo.passano(50);
    expect(await mondo.app.operatori.sorveglia()).toMatchObject({ liberati: 1 });
    expect(await stato(bollettino)).toBe('nel-carrello');
    expect((await mondo.app.pagamenti.consegna(mondo.datore, inviata.id)).consegna.stato).toBe('conclusa');
    await mondo.api('POST', 'sportello/paga', { codice: bollettino.codiceAvviso, decisione: 'incassa' });
    await mondo.quiete();
    expect(await stato(bollettino)).toBe('pagato');
    expect(await conta('incassi')).toBe(1);
  });

  it('holds what was paid with another amount until somebody has looked: nobody is asked to pay again', async () => {
    mondo = await creaMondo('checkout');
    const bollettino = await emetti();
    const inviata = await consegna([bollettino]);
    await mondo.api('POST', 'regole', { scenario: 'importo-errato' });
    await cittadino(mondo.urlNodo, sessione(inviata)).paga('carta');
    await mondo.quiete();
    await mondo.passano(70);
    await mondo.app.operatori.sorveglia();
    expect(await stato(bollettino)).toBe('in-pagamento');
    const altro = await emetti('3/2020');
    await mondo.api('POST', 'sportello/paga', { codice: altro.codiceAvviso, decisione: 'incassa' });
    await mondo.quiete();
    expect(await stato(altro)).toBe('in-pagamento');
    const inVerifica = await mondo.app.pagamenti.inAttesa(mondo.datore);
    expect(inVerifica.map(({ tentativo }) => tentativo.stato)).toEqual(['anomalo', 'anomalo']);
    const anomalie = await mondo.app.operatori.anomalie();
    expect(anomalie.map(({ tipo }) => tipo)).toEqual(['avviso-importo-diverso', 'avviso-importo-diverso']);
    expect(new Set(anomalie.map(({ tentativoId }) => tentativoId)).size).toBe(2);
    expect(await conta('incassi')).toBe(0);
  });
});
