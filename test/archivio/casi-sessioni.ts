import session, { type SessionData } from 'express-session';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { INATTIVITA_MS } from '../../src/portale/http/session.ts';
import { SessionStore } from '../../src/portale/http/session-store.ts';
import type { ArchivioDiProva } from './archivio-di-prova.ts';

const UN_MINUTO_MS = 60_000;

/** Sessions, which a library writes and we read: run by the tests of each database. */
export function casiSessioni(nome: string, apri: () => Promise<ArchivioDiProva>): void {
  let prova: ArchivioDiProva;
  let store: SessionStore;
  beforeEach(async () => {
    prova = await apri();
    store = new SessionStore(prova, (errore) => {
      throw errore;
    });
  });
  afterEach(async () => {
    store.stop();
    await prova.close();
  });

  /** As express-session hands one over at the end of a request: its cookie lives half an hour from then. */
  function sessione(campi: Partial<SessionData> = {}): SessionData {
    const cookie = new session.Cookie();
    cookie.maxAge = INATTIVITA_MS;
    return { cookie, ...campi };
  }
  const read = () => store.get('sid', () => undefined);
  const scade = async () => (await prova.archivio.sessione('sid'))?.scade.getTime() ?? Number.NaN;
  const endsAt = (ms: number) => prova.knex('sessioni').update({ expired: new Date(ms).toISOString() });

  describe(`${nome}: sessioni`, () => {
    it('gives back what was written, and nothing under another id', async () => {
      const scritta = sessione({ messaggio: 'città' });
      await store.set('sid', scritta);
      // Half an hour, or the millisecond less that the clock took meanwhile.
      const { originalMaxAge } = scritta.cookie;
      expect(await read()).toMatchObject({ messaggio: 'città', cookie: { originalMaxAge } });
      expect(await prova.archivio.sessione('altra')).toBeUndefined();
      await store.destroy('sid');
      expect(await read()).toBeNull();
    });

    it('gives nothing back once it is over', async () => {
      await store.set('sid', sessione());
      await endsAt(Date.now() - 1);
      expect(await read()).toBeNull();
    });

    it('is prolonged by a request, but not written again within the minute', async () => {
      await store.set('sid', sessione());
      const quasi = Date.now() + INATTIVITA_MS - UN_MINUTO_MS / 2;
      await endsAt(quasi);
      await read();
      await store.touch('sid', sessione());
      expect(await scade()).toBe(quasi);

      await endsAt(Date.now() + INATTIVITA_MS - 2 * UN_MINUTO_MS);
      await read();
      const presa = sessione();
      await store.touch('sid', presa);
      expect(await scade()).toBe(presa.cookie.expires?.getTime());
    });
  });
}
