import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventiCalendario } from '../../src/prospetti/calendario/index.ts';
import { statoTrimestre } from '../../src/clienti/stato-trimestre.ts';
import { oreDegliAnni } from '../../src/bollettini/ore-degli-anni.ts';
import type { MotivoSospensione } from '../../src/anagrafe/sospensione-obbligo.ts';
import { norme } from '../../src/norme/norme.ts';
import { regoleProspetti } from '../../src/norme/regole-prospetti.ts';
import { scoperti } from '../../src/prospetti/scoperti/index.ts';
import { formatTrimestre, parseTrimestre } from '../../src/scadenze/trimestre.ts';
import { parseGiorno } from '../../src/valori/giorno.ts';
import {
  type AmbienteBollettini,
  ambienteBollettini,
  contestoIdentita,
  secondoRapporto,
} from '../bollettini/ambiente.ts';
import type { ArchivioDiProva } from './archivio-di-prova.ts';

const OGGI = parseGiorno('2026-05-04');

/** INPS's own suspensions of the duty (msg 1643/2016), on every database. */
export function casiSospensioni(nome: string, apri: () => Promise<ArchivioDiProva>): void {
  describe(`${nome}: quarters that owe nothing`, () => {
    let a: AmbienteBollettini;
    beforeEach(async () => {
      a = await ambienteBollettini(apri);
      a.prova.clock.set('2026-05-04T08:00:00Z');
    });
    afterEach(() => a.prova.close());
    const dichiara = (...dette: [string, MotivoSospensione | null][]) =>
      a.servizio.cambiaSospensioni(
        a.datore,
        a.rapporto.id,
        dette.map(([trimestre, motivo]) => ({ trimestre: parseTrimestre(trimestre), motivo })),
      );
    const trimestri = () =>
      a.servizio.trimestri(a.datore, a.rapporto.id, () => ({ scadenza: parseGiorno('2026-04-10') }));
    const stati = async () => {
      const { righe } = scoperti(await trimestri(), OGGI, regoleProspetti());
      return Object.fromEntries(righe.map(({ trimestre, stato }) => [formatTrimestre(trimestre), stato]));
    };

    it('are kept, read everywhere with the rapporto, and taken away', async () => {
      expect((await stati())['1/2026']).toBe('mancante');
      expect((await dichiara(['1/2026', 'maternita'], ['4/2025', 'permesso'])).sospensioni).toEqual({
        '4/2025': 'permesso',
        '1/2026': 'maternita',
      });
      expect(await stati()).toMatchObject({ '1/2026': 'non-dovuto', '4/2025': 'non-dovuto', '3/2025': 'mancante' });
      const [rapporto] = await a.servizio.rapporti(a.datore);
      if (rapporto === undefined) throw new Error('no rapporto');
      const primo = parseTrimestre('1/2026');
      const giorniPrima = 3;
      expect(eventiCalendario({ rapporti: [rapporto], dal: primo, al: primo, giorniPrima }, norme())).toEqual([]);
      const cliente = { rapporto, datore: await a.servizio.datore(a.datore) };
      const stato = statoTrimestre([cliente], [], { trimestre: primo, oggi: OGGI, norme: norme() });
      expect(stato).toMatchObject({ righe: [{ stato: 'non-dovuto' }], totale: { mancano: 0 } });
      // Leave without pay earns no TFR, a maternity does: 13 weeks of 25 hours less in 2025.
      const anni = oreDegliAnni(rapporto, await trimestri());
      const ore = (anno: number) => Number(anni.find((uno) => uno.anno === anno)?.pattuite);
      expect([ore(2024) - ore(2025), ore(2026)]).toEqual([13 * 25, 13 * 25]);
      expect(anni.find(({ anno }) => anno === 2026)?.daVersare).toBe(0);
      expect((await dichiara(['1/2026', null])).sospensioni).toEqual({ '4/2025': 'permesso' });
      expect((await dichiara(['4/2025', null])).sospensioni).toBeUndefined();
      expect((await stati())['1/2026']).toBe('mancante');
      const atti = await a.prova
        .knex<{ id: number; azione: string; dettaglio: string }>('atti')
        .orderBy('id')
        .select('*');
      expect(atti.map(({ azione }) => azione)).toEqual([
        'sospensione-dichiarata',
        'sospensione-dichiarata',
        'sospensione-tolta',
        'sospensione-tolta',
      ]);
      expect(atti[0]?.dettaglio).toContain('maternita');
    });

    it('ask for no bollettino, in the quarter or as what is put back, and wait for none that is there', async () => {
      const primo = parseTrimestre('1/2026');
      const [bollettino] = (await a.servizio.emetti(a.datore, a.rapporto.id, primo)).emessi;
      await expect(dichiara(['4/2025', 'permesso'], ['1/2026', 'maternita'])).rejects.toMatchObject({
        codice: 'sospensione-con-bollettini',
        statoHttp: 409,
        message: expect.stringContaining(bollettino?.iuv ?? '') as string,
      });
      // All of them or none.
      expect((await a.servizio.rapporti(a.datore))[0]?.sospensioni).toBeUndefined();
      await a.servizio.elimina(a.datore, bollettino?.id ?? '', 1);
      await dichiara(['1/2026', 'maternita']);
      await expect(a.servizio.emetti(a.datore, a.rapporto.id, primo)).rejects.toMatchObject({
        codice: 'obbligo-sospeso',
        message: expect.stringContaining('maternità') as string,
      });
      await expect(a.servizio.prevedi(a.datore, a.rapporto.id, primo)).rejects.toMatchObject({
        codice: 'obbligo-sospeso',
      });
      await expect(a.servizio.ripristina(a.datore, bollettino?.id ?? '', 2)).rejects.toMatchObject({
        codice: 'obbligo-sospeso',
      });
      await dichiara(['1/2026', null]);
      await a.servizio.ripristina(a.datore, bollettino?.id ?? '', 2);
      // What turns out paid is paid, whatever was declared meanwhile.
      await a.prova.knex('rapporti').update({ sospensioni: '{"1/2026":"maternita"}' });
      expect((await stati())['1/2026']).toBe('scaduto');
    });

    it('are of the rapporto’s own quarters, near, and of its employer', async () => {
      await expect(dichiara(['1/2015', 'malattia'])).rejects.toMatchObject({ codice: 'rapporto-non-attivo' });
      await expect(dichiara(['1/2028', 'malattia'])).rejects.toMatchObject({ codice: 'sospensione-lontana' });
      await expect(dichiara(['1/2026', null])).rejects.toMatchObject({ codice: 'sospensione-mancante' });
      const altro = await secondoRapporto(a.prova, '2100000778');
      const detta = [{ trimestre: parseTrimestre('1/2026'), motivo: 'malattia' }] as const;
      await expect(a.servizio.cambiaSospensioni(a.datore, altro.id, detta)).resolves.toBeDefined();
      const loro = contestoIdentita('altrui');
      await expect(a.servizio.cambiaSospensioni(loro, altro.id, detta)).rejects.toMatchObject({ statoHttp: 404 });
      expect((await dichiara(['4/2027', 'malattia'])).sospensioni).toEqual({ '4/2027': 'malattia' });
    });
  });
}
