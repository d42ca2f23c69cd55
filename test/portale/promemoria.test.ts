import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPosta, type Lettera, type Posta } from '../../src/posta/posta.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { createServizioPromemoria } from '../../src/portale/promemoria.ts';
import { startPortaleDiProva, type Agente, type PortaleDiProva } from './portale-di-prova.ts';

const EMAIL = 'giovanni.ferrari@prova.example';

let prova: PortaleDiProva;
let io: Agente;
let adesso: string;
beforeEach(async () => {
  adesso = '2026-09-20T08:00:00Z';
  prova = await startPortaleDiProva({ adesso: () => adesso });
  io = await prova.browser().enter(prova.app, 'Ferrari');
});
afterEach(() => prova.close());

/** Letters in the folder, as they would have left, with their lines whole. */
function lettere(): string[] {
  const { cartella } = prova.app.impostazioni.posta;
  try {
    return readdirSync(cartella).map((nome) => readFileSync(join(cartella, nome), 'utf8').replaceAll('=\n', ''));
  } catch {
    return [];
  }
}

const linkDi = (lettera = ''): string => /https?:\/\/[^/\s]+(\/promemoria\/[\w/-]+)/.exec(lettera)?.[1] ?? '';
const invia = (posta: Posta) => createServizioPromemoria(prova.app, posta).invia(() => undefined);
const inCartella = (): Posta => createPosta(prova.app.impostazioni.posta);

/** A post office that remembers. */
function postaDiProva(prende: () => boolean = () => true) {
  const spedite: Lettera[] = [];
  const posta: Posta = {
    come: 'di prova',
    invia: (lettera) => {
      if (!prende()) return Promise.reject(new Error('451 try later'));
      spedite.push(lettera);
      return Promise.resolve();
    },
  };
  return { spedite, posta };
}

async function conferma(): Promise<void> {
  await io.post(percorsi.promemoria, { email: EMAIL }, percorsi.promemoria);
  const link = linkDi(lettere()[0]);
  const risposta = await io.post(link, {}, link);
  expect(risposta.text).toContain('L’indirizzo è confermato');
}

describe('reminders by e-mail', () => {
  it('say what is no address, and keep what was written', async () => {
    const risposta = await io.post(percorsi.promemoria, { email: 'giovanni(at)prova' }, percorsi.promemoria);
    expect([risposta.status, lettere()]).toEqual([422, []]);
    expect(risposta.text).toMatch(/id="email-errore">[\s\S]{0,80}«giovanni\(at\)prova» non è un indirizzo/);
    expect(risposta.text).toContain('value="giovanni(at)prova"');
  });

  it('begin when who reads that address says yes, by a button and not by looking at the link', async () => {
    const risposta = await io.post(percorsi.promemoria, { email: EMAIL }, percorsi.promemoria);
    expect(risposta.headers['location']).toBe(`${percorsi.promemoria}#esito`);
    const [lettera = ''] = lettere();
    expect(lettera).toContain(`To: ${EMAIL}`);
    const link = linkDi(lettera);
    adesso = '2026-10-02T08:00:00Z';
    io = await prova.browser().enter(prova.app, 'Ferrari');
    expect((await io.get(link)).text).toContain('Conferma l’indirizzo');
    expect(await invia(inCartella())).toEqual({ inviati: 0, falliti: 0 });
    const altrove = await prova.browser().post(link, {}, link);
    expect(altrove.text).toContain('L’indirizzo è confermato');
    expect((await io.get(percorsi.promemoria)).text).toContain('I promemoria sono attivi');
    expect(await invia(inCartella())).toEqual({ inviati: 1, falliti: 0 });
  });

  it('tell what is new, once, in one letter; nothing of long ago, no codice fiscale', async () => {
    await conferma();
    adesso = '2026-10-02T08:00:00Z';
    const { spedite, posta } = postaDiProva();
    expect(await invia(posta)).toEqual({ inviati: 1, falliti: 0 });
    expect(await invia(posta)).toEqual({ inviati: 0, falliti: 0 });
    const [{ testo, oggetto, a } = { testo: '', oggetto: '', a: '' }] = spedite;
    expect([a, oggetto]).toEqual([EMAIL, 'Contributi del lavoro domestico: 3 messaggi']);
    expect(testo).toMatch(
      /Scadenza vicina: 3\/2026, Oksana Shevchenko\nContributi del trimestre: \d+,\d\d €, scadenza 12\/10\/2026\./,
    );
    expect(testo).not.toMatch(/[A-Z]{6}\d\d[A-Z]\d\d[A-Z]\d{3}[A-Z]/);
    expect(testo).not.toContain('2/2026');
    adesso = '2026-10-13T08:00:00Z';
    await invia(posta);
    expect(spedite[1]?.testo).toContain('Scadenza passata: 3/2026');
    expect(spedite[1]?.testo).not.toContain('Scadenza vicina');
  });

  it('that the server did not take leave at the next round; two processes send one letter', async () => {
    await conferma();
    adesso = '2026-10-02T08:00:00Z';
    let prende = false;
    const { spedite, posta } = postaDiProva(() => prende);
    expect(await invia(posta)).toEqual({ inviati: 0, falliti: 1 });
    prende = true;
    const insieme = await Promise.all([invia(posta), invia(posta)]);
    expect(insieme.reduce((somma, { inviati }) => somma + inviati, 0)).toBe(spedite.length);
    const titoli = spedite.flatMap(({ testo }) => testo.match(/^Scadenza vicina.*$/gm) ?? []);
    expect(titoli).toHaveLength(3);
    expect(new Set(titoli).size).toBe(3);
  });

  it('end by one click, without session, cookie or token (RFC 8058), and the address is gone', async () => {
    await conferma();
    adesso = '2026-10-02T08:00:00Z';
    await invia(inCartella());
    const lettera = lettere().find((una) => una.includes('List-Unsubscribe:')) ?? '';
    expect(lettera).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    const link = /List-Unsubscribe:\s*<[^>]*?(\/promemoria\/disiscrivi\/[\w-]+)>/.exec(lettera)?.[1] ?? '';
    const click = () => request(prova.portale).post(link).type('form').send('List-Unsubscribe=One-Click');
    expect((await request(prova.portale).get(link)).text).toContain('Non voglio più promemoria');
    expect(await prova.app.knex('contatti')).toHaveLength(1);
    expect([(await click()).status, (await click()).status]).toEqual([200, 200]);
    expect(await prova.app.knex('contatti')).toEqual([]);
    adesso = '2026-10-13T08:00:00Z';
    expect(await invia(inCartella())).toEqual({ inviati: 0, falliti: 0 });
  });

  it('are changed and ended from the page; a link of before confirms nothing', async () => {
    await io.post(percorsi.promemoria, { email: EMAIL }, percorsi.promemoria);
    const vecchio = linkDi(lettere()[0]);
    const subito = await io.post(percorsi.promemoria, { email: EMAIL }, percorsi.promemoria);
    expect([subito.status, subito.headers['retry-after']]).toEqual([429, '60']);
    adesso = '2026-09-20T08:02:00Z';
    await io.post(percorsi.promemoria, { email: 'altro@prova.example' }, percorsi.promemoria);
    expect((await io.get(vecchio)).status).toBe(404);
    await io.post(percorsi.togliPromemoria, {}, percorsi.promemoria);
    expect(await prova.app.knex('contatti')).toEqual([]);
    expect((await io.get('/promemoria/conferma/inventata')).status).toBe(404);
  });

  it('are of who proved who they are, and their letters are for their owner alone', async () => {
    const conDueCodici = prova.browser();
    const codici = { codiceFiscale: 'BNCLCU58E52D620L', codiceRapporto: '99109784511' };
    await conDueCodici.post(percorsi.accessoCodiceRapporto, codici);
    expect((await conDueCodici.get(percorsi.promemoria)).status).toBe(403);
    await io.post(percorsi.promemoria, { email: EMAIL }, percorsi.promemoria);
    const { cartella } = prova.app.impostazioni.posta;
    expect(statSync(cartella).mode & 0o777).toBe(0o700);
    for (const nome of readdirSync(cartella)) expect(statSync(join(cartella, nome)).mode & 0o777).toBe(0o600);
    expect(prova.righe.join()).not.toContain(EMAIL);
    expect(prova.righe.join()).not.toContain(linkDi(lettere()[0]).split('/').at(-1));
  });
});
