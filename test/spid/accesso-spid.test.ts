import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GUASTI } from '../../src/identita/guasti.ts';
import { anomaliaDi, CODICI_ANOMALIA } from '../../src/spid/anomalie.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { type BancoSpid, BIANCHI, GRECO, KOWALSKA, startBancoSpid } from './banco-spid.ts';

let banco: BancoSpid;
beforeAll(async () => {
  banco = await startBancoSpid([BIANCHI, KOWALSKA, GRECO]);
});
afterAll(() => banco.close());

/**
 * The check that sees a case, where it is not the one of its number: what is empty and what is missing are seen by the same check,
 * and what the signatures cover is looked at before what they cover.
 */
const VISTO_DA: Readonly<Record<string, string>> = {
  ...{ 2: 'firma', 3: 'firma', 4: 'firma', 100: 'firma', 'altro-gestore': 'firma', 'nessuna-firma': 'firma' },
  ...{ 9: '8', 11: '13', 12: '13', 16: '18', 17: '18', 19: '21', 20: '21', 22: '24', 23: '22', 26: 'anomalia 0' },
  ...{ 28: '27', 33: 'firma', 34: '33', 36: 'firma', 37: 'firma', 42: '41', 44: '43', 45: '47', 46: '47', 49: '48' },
  ...{ 52: '51', 53: '55', 54: '55', 57: '59', 58: '59', 60: '62', 61: '62', 63: 'firma', 64: 'firma', 67: '68' },
  ...{ 70: '72', 71: '72', 74: '73', 75: '77', 76: '77', 79: 'firma', 80: 'firma', 81: 'firma', 83: '85', 84: '83' },
  ...{ 86: '85', 89: '88', 91: '88', 93: '90', xsw1: 'firma', xsw2: 'firma', xsw3: '32', xsw4: 'firma' },
  ...{ xsw5: '32', xsw6: 'firma', xsw7: 'firma', xsw8: 'firma', alterata: 'firma' },
  ...{ commento: 'xml-schema', doctype: 'xml-doctype', xslt: 'algoritmo', sha1: 'algoritmo' },
};

/** Why the last answer was refused, as the log has it. */
function motivo(): string {
  const riga = banco.portale.righe.findLast((una) => una.includes('accesso SPID rifiutato'));
  return (JSON.parse(riga ?? '{}') as { readonly caso?: string }).caso?.split(':')[0] ?? '';
}

describe('the login with SPID', () => {
  it('lets in who proves who they are, in a session of their own, as one record that knows no SAML', async () => {
    const agente = banco.browser();
    await agente.get(percorsi.accesso);
    const posta = await banco.autentica(await banco.parti(agente), BIANCHI.utente);
    const risposta = await banco.porta(agente, posta);
    expect(risposta.headers['location'], risposta.text).toBe(percorsi.daFare);
    expect(String(risposta.headers['set-cookie'])).toContain('trimestre=');
    expect((await agente.get(percorsi.daFare)).text).toContain('Lucia Bianchi');
    const righe = await banco.portale.app.knex('sessioni').select<{ sess: string }[]>('sess');
    const accesso = (JSON.parse(righe.at(-1)?.sess ?? '') as { accesso: { contesto: { actor: object } } }).accesso;
    expect(accesso.contesto.actor).toEqual({
      tipo: 'identita',
      identita: {
        cf: BIANCHI.codiceFiscale,
        name: 'Lucia',
        familyName: 'Bianchi',
        birthDate: '1958-05-12',
        scheme: 'SPID',
        loa: 2,
        dispositive: true,
        idpEntityId: `${banco.urlIdentita}/faro`,
        subjectId: expect.stringMatching(/^_\w{40}$/) as string,
        authnInstant: '2026-11-22T10:00:00.000Z',
        messageId: expect.stringMatching(/^_\w{40}$/) as string,
        evidenceRef: expect.stringMatching(/^_\w{40}$/) as string,
      },
    });
  });

  it('offers the providers in an order that changes, with the three links', async () => {
    const ordini = new Set<string>();
    for (let i = 0; i < 40; i += 1) {
      const { text } = await banco.browser().get(percorsi.accesso);
      ordini.add([...text.matchAll(/name="fornitore" value="[^"]*\/(\w+)"/g)].map((trovato) => trovato[1]).join(' '));
      for (const link of ['Maggiori informazioni', 'Non hai SPID?', 'Serve aiuto?']) expect(text).toContain(link);
    }
    expect(ordini.size).toBeGreaterThan(1);
    expect([...ordini].every((ordine) => ordine.split(' ').sort().join(' ') === 'faro molo vela')).toBe(true);
  });

  it('says on a page of its own why somebody without rapporti stays outside', async () => {
    const agente = banco.browser();
    const risposta = await banco.porta(agente, await banco.autentica(await banco.parti(agente), KOWALSKA.utente));
    expect(risposta.status).toBe(403);
    expect(risposta.text).toContain('non risultano rapporti di lavoro domestico');
  });

  it('AB-30: who has a password alone is refused by the provider (nr20), and the page says what to do', async () => {
    const agente = banco.browser();
    const risposta = await banco.porta(agente, await banco.autentica(await banco.parti(agente), GRECO.utente));
    expect(risposta.status).toBe(403);
    expect(risposta.text).toContain('Serve un’identità di livello più alto');
    expect(risposta.text).toContain('ErrorCode nr20');
  });

  it.each(CODICI_ANOMALIA)('tells what ErrorCode nr%i means, with a way back', async (codice) => {
    const agente = banco.browser();
    const posta = await banco.autentica(await banco.parti(agente), BIANCHI.utente, `anomalia-${codice}`);
    const prima = await banco.stato();
    const risposta = await banco.porta(agente, posta);
    expect(risposta.status).toBe(403);
    expect(risposta.text).toContain(`<h1>${anomaliaDi(codice).titolo}</h1>`);
    expect(risposta.text).toContain(`ErrorCode nr${codice}`);
    expect(risposta.text).toContain(`href="${percorsi.accesso}"`);
    expect(await banco.stato()).toEqual(prima);
  });
});

describe('the official cases of answers', () => {
  it.each(GUASTI.filter(({ buono }) => buono !== true))(
    'AB-29, AB-30: $caso ($titolo) opens nothing and changes nothing',
    async ({ caso }) => {
      const { agente, posta } = await banco.risposta(caso);
      const prima = await banco.stato();
      const risposta = await banco.porta(agente, posta);
      expect(risposta.status, risposta.text).toBe(403);
      expect(risposta.text).toContain('Torna all’accesso');
      expect(motivo()).toBe(VISTO_DA[caso] ?? caso);
      expect(await banco.stato()).toEqual(prima);
      expect((await agente.get(percorsi.daFare)).headers['location']).toContain(percorsi.accesso);
    },
  );

  it.each(GUASTI.filter(({ buono }) => buono === true))('$caso ($titolo) is good', async ({ caso }) => {
    const { agente, posta } = await banco.risposta(caso);
    expect((await banco.porta(agente, posta)).headers['location']).toBe(percorsi.daFare);
  });

  it('AB-29: an answer is good once, whoever brings it again', async () => {
    const { agente, posta } = await banco.risposta('1');
    expect((await banco.porta(agente, posta)).headers['location']).toBe(percorsi.daFare);
    const prima = await banco.stato();
    expect((await banco.porta(agente, posta)).status).toBe(403);
    expect((await banco.porta(banco.browser(), posta)).status).toBe(403);
    expect(await banco.stato()).toEqual(prima);
  });

  it('AB-29: many at once with the same answer: one comes in', async () => {
    const { agente, posta } = await banco.risposta('1');
    const esiti = await Promise.all([1, 2, 3, 4].map(() => banco.porta(agente, posta)));
    expect(esiti.map(({ status }) => status).sort()).toEqual([303, 403, 403, 403]);
  });

  it('AB-29: what is no answer at all', async () => {
    for (const SAMLResponse of ['', 'ciao', Buffer.from('<a/>').toString('base64'), 'A'.repeat(380_000)]) {
      const risposta = await banco.porta(banco.browser(), { SAMLResponse, RelayState: '' });
      expect(risposta.status).toBe(403);
    }
  });

  it('AB-29: an answer with the RelayState of another', async () => {
    const { agente, posta } = await banco.risposta('1');
    const altra = await banco.risposta('1');
    const risposta = await banco.porta(agente, { ...posta, RelayState: altra.posta.RelayState });
    expect(risposta.status).toBe(403);
    expect(motivo()).toBe('relay-state');
  });
});

describe('AB-27: the browser that began', () => {
  it('alone comes in: an attacker’s answer opens nothing in the victim’s browser', async () => {
    const attaccante = await banco.risposta('1');
    const vittima = banco.browser();
    await banco.parti(vittima);
    const prima = await banco.stato();
    const risposta = await banco.porta(vittima, attaccante.posta);
    expect(risposta.status).toBe(403);
    expect(motivo()).toBe('legame');
    expect((await banco.stato()).sessioni).toBe(prima.sessioni);
    expect((await vittima.get(percorsi.daFare)).headers['location']).toContain(percorsi.accesso);
  });

  it('AB-27: who made another authenticate in their place has the cookie, but not the code', async () => {
    const { agente, posta } = await banco.risposta('1');
    // The victim's browser brings the answer, and gets the code; the attacker has the cookie alone.
    expect((await banco.porta(banco.browser(), posta)).status).toBe(403);
    expect((await agente.get(`${percorsi.spidEntra}?codice=`)).status).toBe(403);
    expect((await agente.get(percorsi.spidEntra)).status).toBe(403);
    expect((await banco.porta(agente, posta)).status).toBe(403);
  });

  it('AB-25: gets another session than the one it had', async () => {
    const { agente, posta } = await banco.risposta('1');
    const sid = (risposta: { headers: Record<string, unknown> }): string | undefined =>
      /trimestre=([^;]+)/.exec(String(risposta.headers['set-cookie']))?.[1];
    const primo = sid(await banco.porta(agente, posta));
    const partenza = await banco.parti(agente);
    const secondo = sid(await banco.porta(agente, await banco.autentica(partenza, BIANCHI.utente)));
    expect(primo).toBeDefined();
    expect(secondo).toBeDefined();
    expect(secondo).not.toBe(primo);
  });
});
