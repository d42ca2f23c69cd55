import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ArchivioDiProva, nuovoRapporto } from './archivio-di-prova.ts';

const IL = '2026-10-02T08:00:00.000Z';

/** Where people want reminders, and what was sent to them. */
export function casiContatti(nome: string, apri: () => Promise<ArchivioDiProva>): void {
  describe(`${nome}: reminders`, () => {
    let a: ArchivioDiProva;
    let datoreId: string;
    beforeEach(async () => {
      a = await apri();
      ({ datoreId } = await a.archivio.registro.registra(nuovoRapporto()));
    });
    afterEach(() => a.close());

    it('go to one address, the latest, once it was confirmed', async () => {
      const { contatti } = a.archivio.letture;
      const primo = { datoreId, email: 'uno@prova.example', chiave: 'a', scrittoIl: IL };
      await contatti.scrivi(primo);
      expect([await contatti.di(datoreId), await contatti.confermati()]).toEqual([primo, []]);
      expect(await contatti.conferma('a', IL)).toBe(true);
      expect(await contatti.confermati()).toEqual([{ ...primo, confermatoIl: IL }]);
      const secondo = { ...primo, email: 'due@prova.example', chiave: 'b' };
      await contatti.scrivi(secondo);
      expect([await contatti.di(datoreId), await contatti.confermati()]).toEqual([secondo, []]);
      expect([await contatti.conferma('a', IL), await contatti.conChiave('a')]).toEqual([false, undefined]);
      await contatti.togli(datoreId);
      expect(await contatti.di(datoreId)).toBeUndefined();
    });

    it('are taken by one of those who would send them at once, and by another when they are left', async () => {
      const { contatti } = a.archivio.letture;
      const chiavi = ['scadenza 1', 'scadenza 2', 'scadenza 3'];
      const presi = await Promise.all([1, 2, 3].map(() => contatti.prendiDaInviare(datoreId, chiavi, IL)));
      expect(presi.flat().sort()).toEqual(chiavi);
      await contatti.lascia(datoreId, ['scadenza 2']);
      expect(await contatti.prendiDaInviare(datoreId, chiavi, IL)).toEqual(['scadenza 2']);
    });
  });
}
