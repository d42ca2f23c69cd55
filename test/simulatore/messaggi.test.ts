import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildVerifyPaymentNotice } from '../../src/pagopa/avvisi/verify-payment-notice.ts';
import { leggiBusta } from '../../src/pagopa/soap/busta.ts';
import { comandoCurl } from '../../src/simulatore/messaggi/comando-curl.ts';
import { impagina } from '../../src/simulatore/messaggi/impagina.ts';
import { PERCORSO_NODO } from '../../src/simulatore/server.ts';
import { type Banco, avviaBanco, finche } from './banco.ts';
import { cittadino } from './cittadino.ts';
import { molo } from './psp-di-prova.ts';

let banco: Banco;
let iuv: string;
beforeAll(async () => {
  banco = await avviaBanco();
  const inviato = await banco.carrello();
  iuv = inviato.chiavi[0]?.iuv ?? '';
  await cittadino(banco.url, inviato.idSession).paga('carta');
  const verifica = buildVerifyPaymentNotice({
    psp: molo,
    qr: { dominio: '10000000000', avviso: '301000000000099123' },
  });
  await fetch(banco.url + PERCORSO_NODO, { method: 'POST', body: verifica });
  await fetch(`${banco.url}/checkout/ec/v1/carts`, {
    method: 'POST',
    body: '{"idCart":"C1","password":"segretissima"}',
  });
  await finche(async () => (await cerca('')).length === 4, 'the messages');
});
afterAll(() => banco.close());

interface Riga {
  readonly id: number;
  readonly operazione: string;
  readonly fault: string;
}
const cerca = async (domanda: string): Promise<readonly Riga[]> =>
  (await (await fetch(`${banco.url}/api/messaggi${domanda}`)).json()) as never;
const nomi = async (domanda: string): Promise<readonly string[]> =>
  (await cerca(domanda)).map(({ operazione }) => operazione).sort();
const pagina = async (percorso: string): Promise<string> =>
  (await fetch(`${banco.url}/admin/messaggi${percorso}`)).text();
const idDi = async (operazione: string): Promise<number> => (await cerca(`?operazione=${operazione}`))[0]?.id ?? 0;

describe('the journal', () => {
  it('is searched by what messages hold, by direction, primitive and outcome', async () => {
    expect(await nomi('')).toEqual(['checkoutCarts', 'nodoInviaCarrelloRPT', 'paaInviaRT', 'verifyPaymentNotice']);
    expect(await nomi(`?testo=${iuv}`)).toEqual(['nodoInviaCarrelloRPT', 'paaInviaRT']);
    expect(await nomi('?testo=niente')).toEqual([]);
    expect(await nomi('?verso=uscita')).toEqual(['paaInviaRT']);
    expect(await nomi('?esito=ko')).toEqual(['checkoutCarts', 'verifyPaymentNotice']);
    expect(await nomi('?esito=ok&verso=entrata')).toEqual(['nodoInviaCarrelloRPT']);
    expect((await cerca('?operazione=verifyPaymentNotice'))[0]?.fault).toBe('PPT_DOMINIO_SCONOSCIUTO');
    const [ultimo] = await cerca('');
    expect(await cerca(`?prima=${ultimo?.id ?? 0}`)).toHaveLength(3);
    expect((await fetch(`${banco.url}/api/messaggi?verso=su`)).status).toBe(422);
  });

  it('finds on its page what was asked for, and keeps it in the form', async () => {
    const html = await pagina(`?testo=${iuv}&verso=uscita&operazione=&esito=&prima=`);
    expect(html).toContain('paaInviaRT</a>');
    expect(html).not.toContain('nodoInviaCarrelloRPT</a>');
    expect(html).toContain(`value="${iuv}"`);
    expect(html).toContain('<option value="uscita" selected>');
    expect(await pagina('?testo=niente')).toContain('Nessun messaggio.');
  });

  it('shows a message beside its answer, laid out, with the documents inside and no password', async () => {
    const html = await pagina(`/${await idDi('nodoInviaCarrelloRPT')}`);
    expect(html).toContain('    &lt;ppt:nodoInviaCarrelloRPT&gt;\n      &lt;password&gt;********&lt;/password&gt;');
    // The RPT that the cart carries is opened where it stands.
    expect(html).toMatch(
      /<summary><b>rpt<\/b> <em>un documento in base64, qui aperto<\/em><\/summary>\s*<ul>\s*<li>\s*<details open><summary><b>(?:\w+:)?RPT<\/b>/,
    );
    expect(html).toContain('importoTotaleDaVersare</b> <span class="albero-testo">338.00</span>');
    expect(html).toContain('esitoComplessivoOperazione</b> <span class="albero-testo">OK</span>');
    expect(html).not.toContain('simulazione<');
    const checkout = await pagina(`/${await idDi('checkoutCarts')}`);
    expect(checkout).toContain('&quot;idCart&quot;: &quot;C1&quot;');
    expect(checkout).not.toContain('segretissima');
    expect(checkout).toContain('Formally invalid input');
    expect(checkout).toContain('Non è XML: ecco il testo com’è passato.');
  });

  it('puts two messages side by side, and says what is the same, different, missing', async () => {
    const [carrello, verifica] = [await idDi('nodoInviaCarrelloRPT'), await idDi('verifyPaymentNotice')];
    const uguali = await pagina(`/confronto?primo=${carrello}&secondo=${carrello}`);
    expect(uguali).toContain('esito-uguale');
    expect(uguali).not.toMatch(/esito-(diverso|solo)/);
    const diversi = await pagina(`/confronto?primo=${carrello}&secondo=${verifica}`);
    expect(diversi).toMatch(/<b>rpt<\/b> <span class="albero-esito">manca nel secondo/);
    expect(diversi).toMatch(/<b>noticeNumber<\/b> <span class="albero-esito">manca nel primo/);
    expect(diversi + uguali).not.toContain('simulazione<');
    const senza = await pagina(`/confronto?primo=${carrello}&secondo=${await idDi('checkoutCarts')}`);
    expect(senza).toContain('Almeno uno dei due non è XML');
  });

  it('asks for another number where there is no such message', async () => {
    const id = await idDi('paaInviaRT');
    const risposta = await fetch(`${banco.url}/admin/messaggi/confronto?primo=${id}&secondo=999`);
    expect([risposta.status, (await risposta.text()).includes('role="alert"')]).toEqual([422, true]);
    expect((await fetch(`${banco.url}/admin/messaggi/confronto?secondo=${id}`)).status).toBe(404);
  });

  it('hands request and answer out as files, as they went', async () => {
    const id = await idDi('paaInviaRT');
    const richiesta = await fetch(`${banco.url}/admin/messaggi/${id}/richiesta`);
    expect(richiesta.headers.get('Content-Disposition')).toBe(`attachment; filename=messaggio-${id}-richiesta.xml`);
    expect(leggiBusta(await richiesta.text()).operazione).toBe('paaInviaRT');
    const risposta = await fetch(`${banco.url}/admin/messaggi/${id}/risposta`);
    expect(leggiBusta(await risposta.text()).operazione).toBe('paaInviaRTRisposta');
    expect((await fetch(`${banco.url}/admin/messaggi/999/risposta`)).status).toBe(404);
  });

  it('is shown in the language that was asked for, and from then on', async () => {
    const inglese = await fetch(`${banco.url}/admin/messaggi?lang=en&testo=x`);
    expect(await inglese.text()).toContain('<h1 id="h-messaggi">Messages</h1>');
    const cookie = inglese.headers.get('Set-Cookie')?.split(';')[0] ?? '';
    const dopo = await (await fetch(`${banco.url}/admin`, { headers: { cookie } })).text();
    expect(dopo).toContain('<html lang="en">');
    expect(dopo).toContain('Scenarios and clock');
    expect(dopo).toContain('Payment accepted; positive receipt.');
    expect(await (await fetch(`${banco.url}/admin`)).text()).toContain('<html lang="it">');
  });
});

describe('a message laid out', () => {
  it('has an element a line, and is the same message', () => {
    const xml = '<?xml version="1.0"?><a x="1 &amp; 2"><b>t &lt; u</b><c/><d><!--nota--><e>1</e></d></a>';
    const righe = ['<?xml version="1.0"?>', '<a x="1 &amp; 2">', '  <b>t &lt; u</b>', '  <c/>', '  <d>'];
    expect(impagina(xml)).toBe([...righe, '    <!--nota-->', '    <e>1</e>', '  </d>', '</a>'].join('\n'));
    expect(impagina(impagina(xml))).toBe(impagina(xml));
  });

  it('is left as it came when it is broken or is no message', () => {
    for (const testo of ['<a><b></a>', '<a', '{"a":', 'linea caduta', '']) expect(impagina(testo)).toBe(testo);
    expect(impagina('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}');
  });
});

it('a command for curl keeps quotes of a shell from doing anything', () => {
  const comando = comandoCurl({ url: "http://x/'; rm -rf ~; '", azione: 'a', corpo: '<a>$(id) `id`</a>' });
  expect(comando).toContain(`curl -s 'http://x/'\\''; rm -rf ~; '\\'''`);
  expect(comando).toContain("<<'FINE'\n<a>$(id) `id`</a>\nFINE");
});
