import { describe, expect, it } from 'vitest';
import { createLog } from '../../../src/portale/http/log.ts';

function written(dati: Readonly<Record<string, unknown>>): string {
  const righe: string[] = [];
  createLog('info', { write: (riga) => righe.push(riga) }).error(dati, 'prova');
  return righe.join('');
}

describe('AB-45: the log', () => {
  it('holds no secret and no person, whatever it is given', () => {
    const riga = written({
      richiesta: '0197e4f3-2b1c-7000-8000-5d0f6a1b2c3d',
      token: 'abc',
      req: { headers: { cookie: 'trimestre=x', authorization: 'Bearer y' } },
      errore: Object.assign(new Error('no «Mario»'), { bindings: ['RSSMRA80A01D620V'] }),
      elenco: [{ testo: 'di RSSMRA80A01D620V' }],
    });
    expect(riga).toContain('0197e4f3-2b1c-7000-8000-5d0f6a1b2c3d');
    expect(riga).toContain('no «…»');
    expect(riga).not.toMatch(/abc|trimestre=x|Bearer|Mario|RSSMRA/);
  });
});
