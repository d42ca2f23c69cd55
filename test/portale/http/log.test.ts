import { describe, expect, it } from 'vitest';
import { explainFault } from '../../../src/cli/guasti.ts';
import { logPerTerminale } from '../../../src/portale/http/log-terminale.ts';
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

describe('the log on a terminal', () => {
  it('says nothing while all goes well, and one short line of what goes wrong', () => {
    let detto = '';
    const log = createLog(
      'info',
      logPerTerminale((riga) => (detto += riga), explainFault),
    );
    log.info({ metodo: 'GET', percorso: '/', stato: 200 }, 'richiesta');
    expect(detto).toBe('');
    log.error({ richiesta: 'r-1', errore: new Error('il disco è pieno') }, 'errore interno');
    expect(detto).toMatch(/^\d\d:\d\d:\d\d {2}errore interno: il disco è pieno: richiesta r-1\n$/);
    detto = '';
    const sql = 'update `lotti` set `preso_da` = ?, `preso_il` = ? where `id` in (select `id` from `lotti`)';
    const negato = new Error(`${sql} - attempt to write a readonly database`);
    log.error({ errore: Object.assign(negato, { code: 'SQLITE_READONLY' }) }, 'lotto');
    expect(detto).toMatch(/^\S+ {2}lotto: TRIMESTRE_DATI=\S+: il database è di sola lettura; [^.`]+\n$/);
    detto = '';
    log.error({ errore: new Error(`${sql} - no such column: id`) }, 'lotto');
    expect(detto).toMatch(/^\S+ {2}lotto: no such column: id\n$/);
  });
});
