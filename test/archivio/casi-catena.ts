import type { Knex } from 'knex';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allowUpdates, isPostgres } from '../../migrations/dialetto.ts';
import type { ArchivioDiProva } from './archivio-di-prova.ts';

const DOMANI = '2026-10-06T08:00:00Z';

/** AB-54: the register of acts is changed, cut or added to behind the program's back; whoever can do so can lift its triggers. */
export function casiCatena(nome: string, apri: () => Promise<ArchivioDiProva>): void {
  describe(`${nome}: the chain over the register of acts`, () => {
    let a: ArchivioDiProva;
    beforeEach(async () => {
      a = await apri();
    });
    afterEach(() => a.close());

    const act = (id: string) =>
      a.archivio.letture.atti.registra({ azione: 'esito-ricevuto', oggetto: { tipo: 'tentativo', id } });
    const seal = () => a.archivio.catena.sigilla(a.clock.now());
    const sealed = async (...ids: string[]) => {
      for (const id of ids) await act(id);
      return seal();
    };
    const verdict = async () => {
      const { rotture } = await a.archivio.catena.verifica();
      return rotture.map(({ numero, che }) => `${numero ?? ''} ${che}`.trim());
    };

    it('is whole after many rounds, whoever seals, and seals each act once', async () => {
      await sealed('a', 'b');
      a.clock.set(DOMANI);
      await act('c');
      await Promise.all([seal(), seal(), seal()]);
      expect(await a.archivio.catena.verifica()).toMatchObject({ sigillati: 3, daSigillare: 0, rotture: [] });
      await expect(a.knex('sigilli').update({ impronta: '0'.repeat(64) })).rejects.toThrow(/refused/);
    });

    it('AB-54: shows an act that was changed', async () => {
      await sealed('a', 'b', 'c');
      await allowUpdates(a.knex, 'atti');
      await a.knex('atti').where({ oggetto_id: 'b' }).update({ dettaglio: '{"importo":1}' });
      expect(await verdict()).toEqual(['2 atto-alterato']);
    });

    it('AB-54: shows an act that was taken away, with its seal or without', async () => {
      await sealed('a', 'b', 'c', 'd');
      await liftDeletes(a.knex, 'atti');
      await a.knex('atti').where({ oggetto_id: 'b' }).delete();
      expect(await verdict()).toEqual(['2 atto-mancante']);
      await liftDeletes(a.knex, 'sigilli');
      await a.knex('sigilli').where({ numero: 2 }).delete();
      expect(await verdict()).toEqual(['3 sigilli-mancanti']);
    });

    it('AB-54: shows an act written as if it were of another day', async () => {
      await sealed('a');
      a.clock.set(DOMANI);
      await sealed('b');
      a.clock.set('2025-01-10T08:00:00Z');
      await act('c');
      a.clock.set(DOMANI);
      await seal();
      expect(await verdict()).toEqual(['3 atto-retrodatato']);
    });

    it('AB-54: shows an act put among others that were sealed long ago', async () => {
      await sealed('a');
      const [riga] = await a.knex('atti').select<Record<string, unknown>[]>('*');
      await a.knex('atti').insert({ ...riga, id: 20_000 });
      await seal();
      await a.knex('atti').insert({ ...riga, id: 2 });
      await seal();
      expect(await verdict()).toEqual(['atto-inserito']);
    });

    it('AB-54: a chain cut at its end, or written anew, lacks the seal that was noted', async () => {
      const annotato = await sealed('a', 'b');
      await liftDeletes(a.knex, 'sigilli');
      await liftDeletes(a.knex, 'atti');
      await a.knex('sigilli').where({ numero: 2 }).delete();
      await a.knex('atti').where({ oggetto_id: 'b' }).delete();
      expect(await verdict()).toEqual([]);
      await sealed('z');
      expect((await a.archivio.catena.sigillo(2))?.impronta).not.toBe(annotato?.impronta);
    });
  });
}

async function liftDeletes(knex: Knex, tabella: string): Promise<void> {
  await knex.raw(`DROP TRIGGER ${tabella}_senza_delete${isPostgres(knex) ? ` ON ${tabella}` : ''}`);
}
