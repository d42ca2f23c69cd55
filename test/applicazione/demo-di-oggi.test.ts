import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Applicazione } from '../../src/applicazione/applicazione.ts';
import { createApplicazione } from '../../src/applicazione/crea-applicazione.ts';
import { loadImpostazioni } from '../../src/impostazioni/impostazioni.ts';
import { situazioniDi } from '../../src/portale/prospetti.ts';
import { formatTrimestre } from '../../src/scadenze/trimestre.ts';

let dati = '';
let app: Applicazione;
let ora = '';
afterEach(async () => {
  await app.close();
  rmSync(dati, { recursive: true });
});

async function apri(il: string): Promise<void> {
  ora = il;
  dati = mkdtempSync(join(tmpdir(), 'trimestre-demo-'));
  app = await createApplicazione(loadImpostazioni({ TRIMESTRE_DATI: dati }), { clock: { now: () => new Date(ora) } });
  await app.migrate();
}

/** State of each quarter that is not still to come, by codice rapporto. */
async function stati(): Promise<Record<string, string[]>> {
  const contesto = await app.accesso.accessoOperatore('prova', 'CNTPLA66C50D620A');
  const anno = Number(ora.slice(0, 4));
  return Object.fromEntries(
    (await situazioniDi(app, contesto, { anno, numero: 4 })).map(({ rapporto, prospetto }) => [
      rapporto.codice,
      prospetto.righe
        .filter(({ stato }) => stato !== 'non-aperto')
        .map(({ trimestre, stato }) => `${formatTrimestre(trimestre)} ${stato}`),
    ]),
  );
}

describe('the demo of today', () => {
  it.each([
    ['2026-11-30T10:00:00Z', ['4/2025', '1/2026', '2/2026', '3/2026', '4/2026']],
    ['2026-10-05T10:00:00Z', ['3/2025', '4/2025', '1/2026', '2/2026', '3/2026']],
    ['2026-01-03T10:00:00Z', ['4/2024', '1/2025', '2/2025', '3/2025', '4/2025']],
  ])('on %s: one to pay now, one late, one paid, one left half-way, one not covered', async (il, t) => {
    await apri(il);
    await app.loadDemo();
    await app.preparaDemoDiOggi();
    expect(await stati()).toEqual({
      '21000099001': [`${t[0]} pagato`, `${t[1]} pagato`, `${t[2]} pagato`, `${t[3]} scaduto`, `${t[4]} da-pagare`],
      '21000099002': [`${t[1]} pagato`, `${t[2]} mancante`, `${t[3]} in-pagamento`, `${t[4]} da-pagare`],
    });
    const [prima] = app.accesso.identitaSimulate();
    expect(prima).toMatchObject({ codiceRapporto: '21000099001', identita: { familyName: 'Conti' } });
    expect(await app.knex('anomalie')).toEqual([]);
  });

  it('goes on in the next quarter: what was to be paid is late, and there is a new one', async () => {
    await apri('2026-08-20T10:00:00Z');
    await app.loadDemo();
    await app.preparaDemoDiOggi();
    await app.preparaDemoDiOggi();
    expect((await app.knex('bollettini').where({ trimestre_anno: 2026, trimestre_numero: 3 })).length).toBeGreaterThan(
      1,
    );
    ora = '2026-11-30T10:00:00Z';
    await app.preparaDemoDiOggi();
    expect((await stati())['21000099001']?.slice(-3)).toEqual(['2/2026 scaduto', '3/2026 scaduto', '4/2026 da-pagare']);
  });

  it('past the last year with a table, stays at its last quarter', async () => {
    await apri('2031-05-05T10:00:00Z');
    await app.loadDemo();
    await app.preparaDemoDiOggi();
    expect((await stati())['21000099001']?.length).toBeGreaterThan(4);
  });

  it('is not where other people’s data are, nor among the identities before it is there', async () => {
    await apri('2026-11-30T10:00:00Z');
    await app.preparaDemoDiOggi();
    expect(await app.knex('datori')).toEqual([]);
    expect(app.accesso.identitaSimulate().map(({ identita }) => identita.familyName)).not.toContain('Conti');
  });
});
