import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { quante } from '../../src/bollettini/settimane-coperte.ts';
import { Decimale } from '../../src/valori/decimale.ts';
import { type AmbienteBollettini, ambienteBollettini, QUARTO_2020 } from '../bollettini/ambiente.ts';
import { type ArchivioDiProva, QUANDO_SI_EMETTE_IL_2020 } from './archivio-di-prova.ts';

/** The Saturdays of 4/2020: 3/10 to 26/12. */
const SABATI = Array.from({ length: 13 }, (_, i) => new Date(Date.UTC(2020, 9, 3 + 7 * i)).toISOString().slice(0, 10));

/** Weeks told as a number beside weeks that are named, on every database. */
export function casiSettimane(nome: string, apri: () => Promise<ArchivioDiProva>): void {
  describe(`${nome}: weeks told as a number`, () => {
    let a: AmbienteBollettini;
    beforeEach(async () => {
      a = await ambienteBollettini(apri);
      a.prova.clock.set(QUANDO_SI_EMETTE_IL_2020);
    });
    afterEach(() => a.prova.close());
    const contate = (settimane: number) =>
      a.servizio.emetti(a.datore, a.rapporto.id, QUARTO_2020, { settimane, oreSettimanali: new Decimale(20) });
    const nominate = (quali: readonly number[]) =>
      a.servizio.emetti(a.datore, a.rapporto.id, QUARTO_2020, {
        situazione: {
          ore: {
            tipo: 'settimane',
            settimane: SABATI.map((sabato, i) => ({ sabato, ore: quali.includes(i + 1) ? '30' : '0' })),
          },
        },
      });
    const tenute = async () => {
      const righe = await a.prova
        .knex<{ settimana: number; bollettino_id: string }>('settimane_coperte')
        .orderBy('settimana')
        .select('*');
      return righe.map(({ settimana, bollettino_id: chi }) => ({ settimana: Number(settimana), chi }));
    };

    it('make room for the ones named later, in the cart and once paid, with their IUV and amount', async () => {
      const [contato] = (await contate(6)).emessi;
      const [nominato] = (await nominate([1, 2, 3])).emessi;
      expect((await tenute()).filter(({ chi }) => chi === nominato?.id).map(({ settimana }) => settimana)).toEqual([
        1, 2, 3,
      ]);
      const [dopo] = await a.prova.archivio.letture.bollettini.perId([contato?.id ?? '']);
      expect(dopo).toMatchObject({ iuv: contato?.iuv, importo: contato?.importo, versione: 2, stato: 'nel-carrello' });
      expect(dopo && quante(dopo.settimane)).toBe(6);
      await a.prova.knex('bollettini').where({ id: contato?.id }).update({ stato: 'pagato' });
      const { emessi, daDire } = await nominate([4, 5, 6, 7]);
      expect(emessi).toMatchObject([{ importo: 4 * 30 * 104 }]);
      expect(daDire.join()).toContain('Queste settimane (4) si aggiungono a quelle che il trimestre ha già (9)');
      const [pagato] = await a.prova.archivio.letture.bollettini.perId([contato?.id ?? '']);
      expect(pagato).toMatchObject({ stato: 'pagato', importo: contato?.importo });
      expect((await tenute()).map(({ settimana }) => settimana)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    });

    it('are in the way only where the count does not fit', async () => {
      await contate(6);
      await expect(nominate([1, 2, 3, 4, 5, 6, 7, 8])).rejects.toMatchObject({ codice: 'bollettino-gia-emesso' });
      expect((await tenute()).map(({ settimana }) => settimana)).toEqual([1, 2, 3, 4, 5, 6]);
    });

    it('cross one another in one step: who gives up a week and who takes it', async () => {
      const { bollettini } = a.prova.archivio.letture;
      const uno = (await contate(2)).emessi[0];
      const due = (await contate(2)).emessi[0];
      if (uno === undefined || due === undefined) throw new Error('nothing was issued');
      const nuove = [
        { id: uno.id, versione: uno.versione, settimane: due.settimane },
        { id: due.id, versione: due.versione, settimane: uno.settimane },
      ];
      expect(await a.prova.archivio.transazione((tx) => tx.bollettini.ricolloca(nuove, 'ora'))).toBe(true);
      expect((await bollettini.perId([uno.id]))[0]?.settimane).toBe(due.settimane);
      expect(await a.prova.archivio.transazione((tx) => tx.bollettini.ricolloca(nuove, 'ora'))).toBe(false);
    });
  });
}
