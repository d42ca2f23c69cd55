import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCheckoutClient } from '../../src/pagopa/checkout/checkout-client.ts';
import { PERCORSO_CHECKOUT } from '../../src/simulatore/server.ts';
import { type Banco, avviaBanco, DOMINIO, finche, SEGRETO, stazione } from './banco.ts';
import { cittadino, type Cittadino, ritornoDi } from './cittadino.ts';
import { avviaEnteAvvisi, type EnteAvvisi } from './ente-avvisi.ts';
import { attiva, pspDi, qrDi } from './psp-di-prova.ts';

let banco: Banco;
let ente: EnteAvvisi;
beforeEach(async () => {
  ente = await avviaEnteAvvisi();
  banco = await avviaBanco({
    stazioni: [{ ...stazione('http://127.0.0.1:9'), urlAvvisi: ente.url, versioneAvvisi: 2 }],
  });
});
afterEach(async () => {
  await banco.close();
  await ente.close();
});

const ritorni = {
  returnOkUrl: 'http://ente.example/ok',
  returnCancelUrl: 'http://ente.example/annullato',
  returnErrorUrl: 'http://ente.example/errore',
};
const v2 = { ...ritorni, returnWaitingUrl: 'http://ente.example/attesa' };
const voce = (avviso: string, amount = 33800) => ({
  noticeNumber: avviso,
  fiscalCode: DOMINIO,
  amount,
  companyName: 'INPS (simulato)',
  description: 'Contributi 4/2020',
});
const client = (versione = 'v2', chiave = SEGRETO) =>
  createCheckoutClient({ url: `${banco.url}${PERCORSO_CHECKOUT}/${versione}`, chiave, timeoutMs: 10_000 });

/** Opens a cart of so many notices and brings a person to its pages. */
async function apri(avvisi: readonly string[], altro = {}): Promise<Cittadino> {
  const esito = await client().inviaCarrello({
    paymentNotices: avvisi.map((uno) => voce(uno)),
    returnUrls: v2,
    ...altro,
  });
  if (esito.esito === 'KO') throw new Error(esito.dettaglio);
  return cittadino(banco.url, new URL(esito.url).searchParams.get('idSession') ?? '');
}
const finoA = async (persona: Cittadino, carta = 'buona') => ritornoDi(await persona.paga('carta', carta)).pathname;

describe('Checkout', () => {
  it('pays up to five notices at once: OK, and a receipt for each with the cart’s id', async () => {
    const avvisi = Array.from({ length: 5 }, () => ente.nuovo().avviso);
    const persona = await apri(avvisi, { idCart: 'carrello-7' });
    const fine = await persona.paga('carta');
    expect(fine.html).toContain('Pagamento riuscito');
    expect(ritornoDi(fine).href).toBe('http://ente.example/ok');
    await finche(() => ente.ricevute.length === 5, 'five receipts');
    expect(ente.ricevute.map(({ avviso }) => avviso).sort()).toEqual([...avvisi].sort());
    expect(new Set(ente.ricevute.map(({ nota, metodo }) => `${nota} ${metodo}`))).toEqual(
      new Set(['carrello-7 creditCard']),
    );
  });

  it('does not pay twice for an impatient press', async () => {
    const { avviso } = ente.nuovo();
    const persona = await apri([avviso]);
    await persona.finoAlRiepilogo('carta');
    const canale = '99999900011_CARTE';
    const qui = await persona.pagina('riepilogo');
    const scelto = /name="canale" value="([^"]*)"/.exec(qui.html)?.[1] ?? canale;
    const esiti = await Promise.all([1, 2, 3].map(() => persona.invia('paga', { canale: scelto })));
    expect(esiti.map((pagina) => pagina.html.includes('Pagamento riuscito'))).toEqual([true, true, true]);
    await finche(() => ente.ricevute.length > 0, 'the receipt');
    await new Promise((poi) => setTimeout(poi, 100));
    expect(ente.ricevute).toHaveLength(1);
  });

  it.each([
    ['negata', '/errore', 'Autorizzazione negata'],
    ['rifiutata-dopo', '/errore', 'non è andato a buon fine'],
    ['senza-risposta', '/attesa', 'Attendi la conferma'],
  ])('with the card «%s» goes back to %s', async (carta, ritorno, testo) => {
    const persona = await apri([ente.nuovo().avviso]);
    const fine = await persona.paga('carta', carta);
    expect(fine.html).toContain(testo);
    expect(ritornoDi(fine).pathname).toBe(ritorno);
    expect(ente.ricevute).toHaveLength(0);
  });

  it('left by the person goes back to the cancel address; the notice stays payable', async () => {
    const { avviso } = ente.nuovo();
    const persona = await apri([avviso]);
    expect(ritornoDi(await persona.invia('annulla')).pathname).toBe('/annullato');
    expect(await finoA(await apri([avviso]))).toBe('/ok');
  });

  it('that runs out of time goes to the error address', async () => {
    const persona = await apri([ente.nuovo().avviso]);
    banco.simulatore.orologio.sposta(21 * 60_000);
    const fine = await persona.pagina('welcome');
    expect(fine.html).toContain('La sessione è scaduta');
    expect(ritornoDi(fine).pathname).toBe('/errore');
  });

  it('stops on a notice that cannot be paid, says why, and gives the others back', async () => {
    const [buono, cattivo] = [ente.nuovo().avviso, ente.nuovo().avviso];
    ente.rifiuti.set(cattivo, 'PAA_PAGAMENTO_SCADUTO');
    const fine = await (await apri([buono, cattivo])).paga('carta');
    expect(fine.html).toContain('L’avviso è scaduto');
    expect(ritornoDi(fine).pathname).toBe('/errore');
    expect(await pspDi(banco.url).verifica(qrDi(buono))).toMatchObject({ esito: 'OK' });
  });

  it('stops on a notice that somebody else is paying', async () => {
    const { avviso } = ente.nuovo();
    await attiva(avviso, pspDi(banco.url));
    const fine = await (await apri([avviso])).paga('carta');
    expect(fine.html).toContain('già un pagamento in corso');
  });

  it('takes no money when the amount has changed since', async () => {
    const { avviso } = ente.nuovo();
    const persona = await apri([], { paymentNotices: [voce(avviso, 100)] });
    const fine = await persona.paga('carta');
    expect(fine.html).toContain('Dati non corretti');
    expect(ente.ricevute).toHaveLength(0);
  });

  it.each([
    ['saldo-insufficiente', 'Saldo insufficiente'],
    ['cvv-errato', 'Codice di sicurezza errato'],
    ['limite-superato', 'Limite superato'],
    ['carta-scaduta', 'Il metodo di pagamento è scaduto'],
    ['rimborsato', 'Importo rimborsato'],
  ])('in the scenario %s ends with its own page', async (scenario, testo) => {
    banco.simulatore.regole.aggiungi({ scenario });
    const fine = await (await apri([ente.nuovo().avviso])).paga('carta');
    expect(fine.html).toContain(testo);
    expect(ente.ricevute).toHaveLength(0);
  });

  it('skips the e-mail page when the creditor gave the address', async () => {
    const esito = await client().inviaCarrello({
      paymentNotices: [voce(ente.nuovo().avviso)],
      returnUrls: v2,
      emailNotice: 'alessandra@example.org',
    });
    expect(esito.esito === 'OK' && new URL(esito.url).pathname).toBe('/wallet/metodo');
  });

  it('of the first version has no waiting address: it goes back as paid, since only the receipt decides', async () => {
    const esito = await client('v1').inviaCarrello({
      paymentNotices: [voce(ente.nuovo().avviso)],
      returnUrls: ritorni,
    });
    const idSession = (esito.esito === 'OK' && new URL(esito.url).searchParams.get('idSession')) || '';
    expect(await finoA(cittadino(banco.url, idSession), 'senza-risposta')).toBe('/ok');
  });
});

describe('carts that Checkout refuses', () => {
  it.each([
    ['out of its schema', { paymentNotices: [] }, 400],
    ['of an unknown creditor', { paymentNotices: [{ ...voce('301000000000000123'), fiscalCode: '12345678903' }] }, 400],
    ['with the same notice twice', { paymentNotices: [voce('301000000000000123'), voce('301000000000000123')] }, 400],
  ])('%s', async (_che, cambia, stato) => {
    const esito = await client().inviaCarrello({ returnUrls: v2, ...cambia });
    expect(esito).toMatchObject({ esito: 'KO', stato });
  });

  it('without the station’s key', async () => {
    const carrello = { paymentNotices: [voce('301000000000000123')], returnUrls: v2 };
    expect(await client('v2', 'chiave-sbagliata').inviaCarrello(carrello)).toMatchObject({ stato: 401 });
  });
});
