import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ArchivioDiProva, nuovoRapporto } from './archivio-di-prova.ts';

/** What people have read of what they are told. */
export function casiMessaggi(nome: string, apri: () => Promise<ArchivioDiProva>): void {
  describe(`${nome}: messages read`, () => {
    let a: ArchivioDiProva;
    beforeEach(async () => {
      a = await apri();
    });
    afterEach(() => a.close());

    it('are an employer’s own, as many as there are, each once, and can be made unread', async () => {
      const { messaggi } = a.archivio.letture;
      const { datoreId } = await a.archivio.registro.registra(nuovoRapporto());
      const chiavi = Array.from({ length: 230 }, (_, n) => `scadenza ${n}`);
      await messaggi.segnaLetti(datoreId, chiavi.slice(0, 3), '2026-10-01T08:00:00.000Z');
      await messaggi.segnaLetti(datoreId, chiavi, '2026-10-05T08:00:00.000Z');
      expect(await messaggi.letti(datoreId)).toEqual(new Set(chiavi));
      expect(await a.knex('messaggi_letti').where({ chiave: 'scadenza 1' }).pluck('letto_il')).toEqual([
        '2026-10-01T08:00:00.000Z',
      ]);
      await messaggi.segnaDaLeggere(datoreId, 'scadenza 7');
      expect((await messaggi.letti(datoreId)).has('scadenza 7')).toBe(false);
      expect(await messaggi.letti('nobody')).toEqual(new Set());
      await expect(messaggi.segnaLetti('nobody', ['x'], '2026-10-05T08:00:00.000Z')).rejects.toThrow();
    });
  });
}
