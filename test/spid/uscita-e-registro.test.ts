import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { percorsi } from '../../src/portale/percorsi.ts';
import { indirizzoConMessaggio, leggiMessaggio } from '../../src/spid/redirect.ts';
import { logoutRequest } from '../../src/spid/richiesta.ts';
import { createSigillo } from '../../src/spid/sigillo.ts';
import { type BancoSpid, BIANCHI, KOWALSKA, startBancoSpid } from './banco-spid.ts';

let banco: BancoSpid;
beforeAll(async () => {
  // At level 1 one comes in to look.
  banco = await startBancoSpid([BIANCHI, KOWALSKA], { TRIMESTRE_SPID_LIVELLO: '1' });
});
afterAll(() => banco.close());

async function entra() {
  const agente = banco.browser();
  const posta = await banco.autentica(await banco.parti(agente), BIANCHI.utente);
  expect((await banco.porta(agente, posta)).headers['location']).toBe(percorsi.daFare);
  return agente;
}

describe('AB-30: a session of level 1', () => {
  it('looks but does not pay, and is raised at its provider, by the same person, in a new session', async () => {
    const agente = await entra();
    const bollettini = await agente.get(percorsi.bollettini);
    expect(bollettini.text).toContain('Conferma con SPID di livello 2');
    expect((await agente.post(percorsi.conferma, {}, percorsi.bollettini)).status).toBe(403);
    const partenza = await agente.post(percorsi.spidConferma, {}, percorsi.bollettini);
    const indirizzo = String(partenza.headers['location']);
    const { xml = '' } = leggiMessaggio(new URL(indirizzo).search.slice(1)) ?? {};
    expect(xml).toContain('SpidL2');
    expect(xml).toContain('ForceAuthn="true"');
    const risposta = await banco.porta(agente, await banco.autentica(indirizzo, BIANCHI.utente));
    expect(risposta.headers['location'], risposta.text).toBe(percorsi.bollettini);
    expect((await agente.get(percorsi.bollettini)).text).not.toContain('Conferma con SPID di livello 2');
  });

  it('AB-30: is not raised by an answer of level 1, nor by somebody else', async () => {
    const agente = await entra();
    const prova = async (utente: string, guasto?: string): Promise<number> => {
      const partenza = await agente.post(percorsi.spidConferma, {}, percorsi.bollettini);
      const posta = await banco.autentica(String(partenza.headers['location']), utente, guasto);
      return (await banco.porta(agente, posta)).status;
    };
    expect(await prova(BIANCHI.utente, '94')).toBe(403);
    expect(await prova(BIANCHI.utente, 'anomalia-25')).toBe(403);
    expect(await prova(KOWALSKA.utente)).toBe(403);
    expect((await agente.get(percorsi.bollettini)).text).toContain('Conferma con SPID di livello 2');
  });
});

describe('the way out', () => {
  it('ends the session here, then at the provider, and comes back', async () => {
    const agente = await entra();
    const uscita = await agente.post(percorsi.esci, {}, percorsi.bollettini);
    const dove = String(uscita.headers['location']);
    expect(dove.startsWith(`${banco.urlIdentita}/faro/uscita?SAMLRequest=`)).toBe(true);
    expect((await agente.get(percorsi.daFare)).headers['location']).toContain(percorsi.accesso);
    const ritorno = await fetch(dove, { redirect: 'manual' });
    const risposta = new URL(ritorno.headers.get('location') ?? '');
    expect(risposta.pathname).toBe(percorsi.spidUscita);
    const fine = await agente.get(risposta.pathname + risposta.search);
    expect(fine.headers['location']).toBe(percorsi.uscita);
  });

  it('a provider ends the sessions of the person it names, and is answered', async () => {
    const [agente, altro] = [await entra(), await entra()];
    const { spid } = banco.portale.app;
    const ultima = (await spid.registro('2026-01-01T00:00:00Z', 1_000)).at(-1);
    const risposta = (await spid.messaggi(ultima?.richiestaId ?? '')).at(-1)?.xml ?? '';
    const nomeId = /<saml:NameID[^>]*>([^<]+)</.exec(risposta)?.[1] ?? '';
    const messaggio = (destinazione: string, gestore: string) =>
      logoutRequest({
        id: '_uscita',
        quando: new Date(),
        destinazione,
        entityId: `${banco.urlIdentita}/${gestore}`,
        fornitore: `${banco.urlIdentita}/${gestore}`,
        nomeId,
      });
    const manda = async (xml: string, chi: string) => {
      const { chiave } = await banco.chiavi(chi);
      const { search } = new URL(
        indirizzoConMessaggio(banco.url, { tipo: 'SAMLRequest', xml, relayState: 'r' }, chiave),
      );
      return banco.browser().get(percorsi.spidUscita + search);
    };
    const qui = banco.url + percorsi.spidUscita;
    expect((await manda(messaggio(qui, 'faro'), 'estranea')).status).toBe(403);
    expect((await manda(messaggio('https://altrove.example', 'faro'), 'faro')).status).toBe(400);
    expect((await manda(messaggio(qui, 'molo'), 'molo')).status).toBe(303);
    expect((await altro.get(percorsi.daFare)).status).toBe(200);
    const buona = await manda(messaggio(qui, 'faro'), 'faro');
    expect(buona.headers['location']).toContain(`${banco.urlIdentita}/faro/uscita?SAMLResponse=`);
    expect((await fetch(String(buona.headers['location']))).status).toBe(200);
    expect((await altro.get(percorsi.daFare)).headers['location']).toContain(percorsi.accesso);
    expect((await agente.get(percorsi.daFare)).status).toBe(200);
    expect((await manda(messaggio(qui, 'faro'), 'faro')).status).toBe(303);
  });

  it('a message that nobody signed, or signed by somebody else, ends no session', async () => {
    const agente = await entra();
    const { sessioni } = await banco.stato();
    for (const query of ['', 'SAMLRequest=ciao', 'SAMLRequest=fZ&SigAlg=x&Signature=y']) {
      expect((await agente.get(`${percorsi.spidUscita}?${query}`)).status).toBe(400);
    }
    expect((await banco.stato()).sessioni).toBe(sessioni);
    expect((await agente.get(percorsi.daFare)).status).toBe(200);
  });
});

describe('the register of requests and answers', () => {
  it('holds each, closed: nobody reads it from the database alone', async () => {
    await entra();
    const { spid, knex } = banco.portale.app;
    const voci = await spid.registro('2026-01-01T00:00:00Z', 1_000);
    const ultima = voci.at(-1);
    expect(voci.slice(-2).map(({ tipo, esito }) => [tipo, esito])).toEqual([
      ['richiesta', 'inviata'],
      ['risposta', 'riuscita'],
    ]);
    const righe = JSON.stringify(await knex('registro_spid').select('*'));
    expect(['BNCLCU58', 'Bianchi', '<saml'].filter((testo) => righe.includes(testo))).toEqual([]);
    const messaggi = await spid.messaggi(ultima?.richiestaId ?? '');
    expect(messaggi[0]?.xml).toContain('AuthnRequest');
    expect(messaggi[1]?.xml).toContain(BIANCHI.codiceFiscale);
  });

  it('is not changed, and opens only where it belongs', async () => {
    const { knex } = banco.portale.app;
    await expect(knex('registro_spid').update({ esito: 'riuscita' })).rejects.toThrow();
    const sigillo = createSigillo('un segreto di prova');
    const chiuso = sigillo.chiudi('testo', '_a');
    expect(sigillo.apri(chiuso, '_a')).toBe('testo');
    expect(() => sigillo.apri(chiuso, '_b')).toThrow();
    expect(() => createSigillo('un altro segreto').apri(chiuso, '_a')).toThrow();
  });

  it('forgets what is older than 24 months, and nothing younger', async () => {
    const { spid, archivio, knex } = banco.portale.app;
    const voce = { tipo: 'richiesta', fornitore: 'f', esito: 'inviata', chiuso: 'x' } as const;
    await archivio.spid.annota({ ...voce, richiestaId: '_vecchia', quando: '2024-11-22T09:59:59.000Z' });
    await archivio.spid.annota({ ...voce, richiestaId: '_giovane', quando: '2024-11-22T10:00:01.000Z' });
    const [prima] = await knex('registro_spid').count<{ n: number }[]>({ n: '*' });
    await spid.pulisci();
    const [dopo] = await knex('registro_spid').count<{ n: number }[]>({ n: '*' });
    expect(Number(prima?.n) - Number(dopo?.n)).toBe(1);
    expect(await archivio.spid.vociDi('_vecchia')).toEqual([]);
    expect(await archivio.spid.vociDi('_giovane')).toHaveLength(1);
  });
});
