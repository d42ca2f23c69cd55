import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { percorsi } from '../../src/portale/percorsi.ts';
import { startPortaleDiProva, type Agente, type PortaleDiProva } from './portale-di-prova.ts';

let prova: PortaleDiProva;
beforeAll(async () => {
  prova = await startPortaleDiProva();
});
afterAll(() => prova.close());

const enter = (cognome: string): Promise<Agente> => prova.browser().enter(prova.app, cognome);

describe('AB-36, AB-42, AB-43, AB-44, AB-52: the frame of every answer', () => {
  it('bears the headers, on pages of persons and of nobody', async () => {
    const io = await enter('Ferrari');
    for (const pagina of [percorsi.home, percorsi.bollettini, '/bollettini/nessuno.css', `${percorsi.api}/carrello`]) {
      const { headers } = await io.get(pagina);
      expect(headers['cache-control'], pagina).toBe('no-store');
      expect(headers['vary'], pagina).toMatch(/Cookie/);
      expect(headers['etag'], pagina).toBeUndefined();
      expect(headers['x-frame-options']).toBe('DENY');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toMatch(/script-src 'self';.*frame-ancestors 'none'/);
      expect(headers['content-security-policy']).not.toMatch(/unsafe/);
      expect(headers['x-powered-by']).toBeUndefined();
    }
    expect((await io.get('/bollettini/nessuno.css')).status).toBe(404);
  });

  it('has no inline script or style on any page', async () => {
    const io = await enter('Ferrari');
    for (const pagina of [percorsi.home, percorsi.bollettini, percorsi.calcolo, percorsi.norme, percorsi.manuale]) {
      const { text } = await io.get(pagina);
      expect(text).not.toMatch(/ style=|<style|<script(?![^>]*src=)|\son[a-z]+="/);
    }
  });

  it('writes what a person typed as text', async () => {
    const cattivo = '"><script>alert(1)</script>';
    const risposta = await prova
      .browser()
      .post(percorsi.accessoCodiceRapporto, { codiceFiscale: cattivo, codiceRapporto: '1' });
    expect(risposta.status).toBe(422);
    expect(risposta.text).not.toContain('<script>alert');
    expect(risposta.text).toContain('&lt;script&gt;');
  });

  it('serves nothing from outside its folders', async () => {
    for (const percorso of [
      '/statici/..%2f..%2fbase.njk',
      '/statici/kit/..%2f..%2fpackage.json',
      '/manuale/..%2f..%2fpackage',
      '/norme/tabelle/..%2f2020',
    ]) {
      expect((await prova.browser().get(percorso)).status, percorso).toBeGreaterThanOrEqual(400);
    }
  });

  it('knows only its own name', async () => {
    const { agent } = prova.browser();
    expect((await agent.get('/').set('Host', 'evil.example')).status).toBe(400);
    expect((await agent.get('/').set('Host', 'localhost:3000')).status).toBe(200);
  });
});

describe('AB-40, AB-48: too much, or the wrong kind', () => {
  it('leaves the object prototype as it was', async () => {
    const io = prova.browser();
    const campi = { _csrf: await io.token(), ['__proto__[x]']: '1', 'constructor[prototype][x]': '1' };
    const risposta = await io.agent
      .post(percorsi.calcolo)
      .type('form')
      .send({ ...campi, numero: '4', anno: '2020' });
    expect(risposta.status).toBe(422);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('refuses a form of a hundred thousand characters, or of a thousand fields', async () => {
    const io = prova.browser();
    const token = await io.token();
    const lungo = await io.agent
      .post(percorsi.calcolo)
      .type('form')
      .send({ _csrf: token, ore: 'x'.repeat(100_000) });
    expect(lungo.status).toBe(413);
    const tanti = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`c${i}`, '1']));
    expect(
      (
        await io.agent
          .post(percorsi.calcolo)
          .type('form')
          .send({ _csrf: token, ...tanti })
      ).status,
    ).toBe(413);
  });
});
