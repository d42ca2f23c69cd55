import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSimulazione, loadImpostazioniReali } from '../../src/impostazioni/uso-reale.ts';

describe('the settings of a family’s own archive', () => {
  it('stand beside the simulated ones, in a file of another name, on this machine alone', () => {
    const reali = loadImpostazioniReali({});
    expect(reali).toMatchObject({
      usoReale: true,
      demo: false,
      host: '127.0.0.1',
      cartellaDati: resolve('dati-reali'),
      database: { tipo: 'sqlite', file: resolve('dati-reali', 'famiglia.sqlite') },
    });
    expect(isSimulazione(reali)).toBe(false);
    expect(loadImpostazioniReali({ TRIMESTRE_DATI: '/srv/casa' }).database).toEqual({
      tipo: 'sqlite',
      file: resolve('/srv/casa', 'famiglia.sqlite'),
    });
  });

  it.each([
    [{ DATABASE_URL: 'postgres://qualcuno@altrove/db' }, 'impostazione-non-reale'],
    [{ TRIMESTRE_ENTE_REALE: 'si' }, 'impostazione-non-reale'],
    [{ TRIMESTRE_HOST: '0.0.0.0' }, 'uso-reale-esposto'],
    [{ TRIMESTRE_HOST: '0.0.0.0', TRIMESTRE_URL: 'http://casa.example' }, 'uso-reale-esposto'],
  ])('%j is refused', (env, codice) => {
    expect(() => loadImpostazioniReali(env)).toThrow(expect.objectContaining({ codice }));
  });

  it('are served to others only through a proxy that encrypts', () => {
    const env = { TRIMESTRE_HOST: '0.0.0.0', TRIMESTRE_URL: 'https://casa.example', TRIMESTRE_PROXY: '1' };
    expect(loadImpostazioniReali(env).host).toBe('0.0.0.0');
  });
});
