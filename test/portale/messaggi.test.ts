import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { percorsi } from '../../src/portale/percorsi.ts';
import { startPortaleDiProva, type Agente, type PortaleDiProva } from './portale-di-prova.ts';

let prova: PortaleDiProva;
let io: Agente;
beforeAll(async () => {
  prova = await startPortaleDiProva();
  const { segreto } = await prova.app.accesso.creaToken('ufficio');
  io = prova.browser();
  await io.post(percorsi.operatoriAccesso, { token: segreto }, percorsi.operatoriAccesso);
});
afterAll(() => prova.close());

/** The number of a new row of the journal that holds `messaggio`. */
async function registered(messaggio: string): Promise<number> {
  const [prima] = await prova.app.operatori.giornale({ dopo: 0, massimo: 1 });
  if (prima === undefined) throw new Error('the demo data have messages');
  const righe = () => prova.app.knex<{ id: number; messaggio: string }>('giornale_eventi');
  const riga = await righe().where({ id: prima.numero }).first();
  const nuova = { ...riga, messaggio };
  delete nuova.id;
  await righe().insert(nuova);
  return (await righe().max({ id: 'id' }).first())?.id ?? 0;
}
const confronto = (primo: number, secondo: number | string) =>
  io.get(`${percorsi.confrontoMessaggi}?primo=${primo}&secondo=${secondo}`);

describe('a message of the journal', () => {
  it('is a tree that folds, with no password, and goes as it went to who wants the text', async () => {
    const n = await registered('<e><password>segreta</password><a x="1">uno &amp; &lt;b&gt;</a><b/></e>');
    const { text } = await io.get(percorsi.messaggio(n));
    expect(text).toMatch(/<details open><summary><b>e<\/b><\/summary>/);
    expect(text).toContain(
      '<b>a</b> <span class="albero-attributo">x=“1”</span> <span class="albero-testo">uno &amp; &lt;b&gt;</span>',
    );
    expect(text).toContain('<b>password</b> <span class="albero-testo">********</span>');
    expect(text).not.toContain('segreta');
    expect((await io.get(percorsi.messaggioGrezzo(n))).text).toContain('<a x="1">uno &amp;');
  });

  it('that is not well-formed is its text, escaped, and says so', async () => {
    const n = await registered('<a><script>alert(1)</script><b></a>');
    const { text } = await io.get(percorsi.messaggio(n));
    expect(text).toContain('Non è XML ben formato');
    expect(text).toContain('&lt;script&gt;alert(1)');
    expect(text).not.toContain('<script>alert');
  });

  it('is not there under another number', async () => {
    for (const n of [999_999, 0, 'x']) expect((await io.get(percorsi.messaggio(n))).status).toBeGreaterThanOrEqual(404);
  });

  it('beside another says what is the same, different, missing', async () => {
    const a = await registered('<e><a>1</a><b>2</b><c>3</c></e>');
    const b = await registered('<e><a>1</a><b>9</b><d/></e>');
    const { text } = await confronto(a, b);
    expect(text).toMatch(/<li class="esito-uguale"><b>a<\/b>/);
    expect(text).toMatch(/<li class="esito-diverso"><b>b<\/b>.*>2<.*>9</);
    expect(text).toMatch(/<b>c<\/b> <span class="albero-esito">manca nel secondo/);
    expect(text).toMatch(/<b>d<\/b> <span class="albero-esito">manca nel primo/);
  });

  it('cannot stand beside one that is not there, nor be compared with what has no tree', async () => {
    const a = await registered('<e/>');
    const rifiuto = await confronto(a, 999_999);
    expect([rifiuto.status, rifiuto.text.includes('Nel giornale non c’è un messaggio')]).toEqual([422, true]);
    expect((await confronto(a, await registered('{"a":1}'))).text).toContain('Non si confrontano');
  });
});
