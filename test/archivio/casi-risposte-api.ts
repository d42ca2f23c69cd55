import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArchivioDiProva } from './archivio-di-prova.ts';

/** Calls of the API by their key, on each database. */
export function casiRisposteApi(nome: string, apri: () => Promise<ArchivioDiProva>): void {
  describe(`${nome}: calls by their key`, () => {
    let prova: ArchivioDiProva;
    const ADESSO = '2026-10-05T08:00:00.000Z';
    const DOPO = '2026-10-05T08:10:00.000Z';
    const tenuta = { impronta: 'a1', risposta: '{"città":1}' };
    const presa = (quale: string) => ({ tokenId: 't1', chiave: 'chiave-0001', presa: quale });
    const prendi = (quale: string, adesso = ADESSO) =>
      prova.archivio.transazione(({ risposteApi }) => risposteApi.prendi(presa(quale), adesso, DOPO));
    afterEach(() => prova.close());
    beforeEach(async () => {
      prova = await apri();
      const token = { id: 't1', nome: 'prova', impronta: 'x', creatoIl: ADESSO };
      await prova.archivio.transazione((archivio) => archivio.token.inserisci(token));
    });

    it('are taken by one of many that come at once', async () => {
      const esiti = await Promise.all(Array.from({ length: 8 }, (_, indice) => prendi(`p${indice}`)));
      expect(esiti.filter((esito) => esito === undefined)).toHaveLength(1);
      expect(esiti.filter((esito) => esito === 'in-corso')).toHaveLength(7);
    });

    it('keep what was answered, give it again until its time, and then begin anew', async () => {
      await prendi('p1');
      await prova.archivio.transazione(({ risposteApi }) => risposteApi.concludi(presa('p1'), tenuta, DOPO));
      expect(await prendi('p2')).toEqual(tenuta);
      expect(await prendi('p3', DOPO)).toBeUndefined();
    });

    it('are free again when the call was refused or its process died, and nobody else closes them', async () => {
      await prendi('p1');
      await prova.archivio.transazione(({ risposteApi }) => risposteApi.libera(presa('p2')));
      expect(await prendi('p3')).toBe('in-corso');
      await prova.archivio.transazione(({ risposteApi }) => risposteApi.libera(presa('p1')));
      expect(await prendi('p4')).toBeUndefined();
      expect(await prendi('p5', DOPO)).toBeUndefined();
      await prova.archivio.transazione(({ risposteApi }) => risposteApi.concludi(presa('p4'), tenuta, DOPO));
      expect(await prendi('p6')).toBe('in-corso');
    });
  });
}
