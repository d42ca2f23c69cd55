import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { percorsi } from '../../src/portale/percorsi.ts';
import { startPortaleDiProva, type PortaleDiProva } from '../portale/portale-di-prova.ts';
import { assedia } from './assedio.ts';
import { rotteDi } from './rotte.ts';

const NESSUN_LIMITE = { pagineAlMinuto: 1_000_000, calcoliAlMinuto: 1_000_000, accessiAlMinuto: 1_000_000 };

let prova: PortaleDiProva;
beforeAll(async () => {
  prova = await startPortaleDiProva({ limiti: NESSUN_LIMITE });
});
afterAll(() => prova.close());

describe('bodies that are cut, broken off, slow or malformed, sent to every route of the portal', () => {
  it('knows the routes from the routers', () => {
    const rotte = rotteDi(prova.portale).map(({ metodo, percorso }) => `${metodo} ${percorso}`);
    for (const una of [`POST ${percorsi.leggiAvviso}`, `POST ${percorsi.riceviRt}`, `POST ${percorsi.api}/calcoli`]) {
      expect(rotte).toContain(una);
    }
    expect(rotte.length).toBeGreaterThan(80);
  });

  it('pages that somebody merely looks at leave no session behind', async () => {
    for (const { metodo, percorso } of rotteDi(prova.portale)) {
      if (metodo === 'GET') await prova.browser().get(percorso);
    }
    expect(await prova.app.knex('sessioni')).toEqual([]);
  });

  it('harm nobody else, from who has not come in', async () => {
    const { mali, risposte } = await assedia(prova.portale, percorsi.home);
    expect(mali).toEqual([]);
    expect(risposte).toBeGreaterThan(800);
  }, 400_000);

  it('harm nobody else, from who has come in or bears a token', async () => {
    const { segreto } = await prova.app.accesso.creaToken('Patronato di prova');
    const io = prova.browser();
    const pagina = await io.post(percorsi.operatoriAccesso, { token: segreto }, percorsi.operatoriAccesso);
    const biscotto = /^[^;]+/.exec(String(pagina.headers['set-cookie']))?.[0] ?? '';
    const altre = [`Cookie: ${biscotto}`, `Authorization: Bearer ${segreto}`, `X-Nodo-Segreto: ${prova.segreti.nodo}`];
    const rotte = rotteDi(prova.portale).filter(({ metodo }) => metodo !== 'GET');
    const { mali } = await assedia(prova.portale, percorsi.home, { rotte, altre });
    expect(mali).toEqual([]);
  }, 400_000);
});
