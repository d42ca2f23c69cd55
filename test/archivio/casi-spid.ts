import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RichiestaInviata } from '../../src/spid/porte.ts';
import type { ArchivioDiProva } from './archivio-di-prova.ts';

const RICHIESTA: RichiestaInviata = {
  id: '_a',
  fornitore: 'https://faro.example',
  livello: 2,
  legame: 'legame',
  relay: 'relay',
  creataIl: '2026-11-22T10:00:00.000Z',
  scadeIl: '2026-11-22T10:10:00.000Z',
  torna: '/bollettini',
};
const BUONA = { asserzione: 'f _1', codice: 'codice', entro: '2026-11-22T10:02:00.000Z', identita: 'chiusa' };
const ADESSO = '2026-11-22T10:01:00.000Z';

/** The state of logins with SPID: each step is taken once, whoever comes first (AB-27, AB-29). */
export function casiSpid(nome: string, apri: () => Promise<ArchivioDiProva>): void {
  describe(`${nome}: logins with SPID`, () => {
    let a: ArchivioDiProva;
    beforeEach(async () => {
      a = await apri();
      await a.archivio.spid.inserisci(RICHIESTA);
    });
    afterEach(() => a.close());
    const volte = <T>(fai: () => Promise<T>) => Promise.all([1, 2, 3, 4, 5].map(fai));

    it('AB-29: a request takes one answer, and waits no longer than its time', async () => {
      const { spid } = a.archivio;
      expect(await spid.inAttesa('_a', ADESSO)).toEqual(RICHIESTA);
      expect(await spid.inAttesa('_a', RICHIESTA.scadeIl)).toBeUndefined();
      const esiti = await volte(() => spid.risposta('_a', BUONA));
      expect(esiti.filter(Boolean)).toHaveLength(1);
      expect(await spid.inAttesa('_a', ADESSO)).toBeUndefined();
      expect(await spid.negata('_a')).toBe(false);
    });

    it('AB-29: an assertion opens one request alone', async () => {
      const { spid } = a.archivio;
      await spid.inserisci({ ...RICHIESTA, id: '_b', relay: 'altro' });
      expect(await spid.risposta('_a', BUONA)).toBe(true);
      expect(await spid.risposta('_b', { ...BUONA, codice: 'altro' })).toBe(false);
      expect(await spid.inAttesa('_b', ADESSO)).toBeDefined();
    });

    it('AB-27: the answer goes once, in time, to who has both the code and the cookie', async () => {
      const { spid } = a.archivio;
      await spid.risposta('_a', BUONA);
      expect(await spid.consegna('codice', 'un altro', ADESSO)).toBeUndefined();
      expect(await spid.consegna('un altro', 'legame', ADESSO)).toBeUndefined();
      expect(await spid.consegna('codice', 'legame', BUONA.entro)).toBeUndefined();
      const esiti = await volte(() => spid.consegna('codice', 'legame', ADESSO));
      expect(esiti.filter((uno) => uno !== undefined)).toEqual([
        { id: '_a', identita: 'chiusa', torna: '/bollettini' },
      ]);
    });

    it('the register is read in order, is not changed, and loses only what is old', async () => {
      const { spid } = a.archivio;
      const voce = { richiestaId: '_a', fornitore: 'f', esito: 'inviata', chiuso: 'x' } as const;
      await spid.annota({ ...voce, tipo: 'richiesta', quando: '2024-01-01T00:00:00.000Z' });
      await spid.annota({ ...voce, tipo: 'risposta', quando: ADESSO });
      expect((await spid.vociDi('_a')).map(({ tipo }) => tipo)).toEqual(['richiesta', 'risposta']);
      expect(await spid.registro('2026-01-01T00:00:00.000Z', 10)).toEqual([
        { ...voce, numero: 2, tipo: 'risposta', quando: ADESSO },
      ]);
      await expect(a.knex('registro_spid').update({ esito: 'altro' })).rejects.toThrow(/refused/);
      await spid.pulisci({ giorno: ADESSO, mesi: '2024-11-22T00:00:00.000Z' });
      expect((await spid.vociDi('_a')).map(({ tipo }) => tipo)).toEqual(['risposta']);
      expect(await spid.inAttesa('_a', ADESSO)).toBeUndefined();
    });

    it('the sessions of a person at a provider end together, and nobody else’s', async () => {
      const { spid } = a.archivio;
      const scade = new Date('2099-01-01T00:00:00Z');
      for (const sid of ['s1', 's2', 's3']) {
        await a.knex('sessioni').insert({ sid, sess: '{}', expired: scade.toISOString() });
        const chi = sid === 's3' ? 'altri' : 'nome';
        await spid.lega({ sid, fornitore: 'f', nome: chi, chiuso: 'x', creataIl: ADESSO });
      }
      expect(await spid.chiudiSessioni('f', 'nome')).toBe(2);
      expect(await spid.chiudiSessioni('f', 'nome')).toBe(0);
      expect(await spid.sessione('s1')).toBeUndefined();
      expect(await spid.sessione('s3')).toMatchObject({ sid: 's3', nome: 'altri' });
      expect(await a.knex('sessioni').pluck('sid')).toEqual(['s3']);
    });
  });
}
