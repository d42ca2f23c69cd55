import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ArchivioDiProva, nuovoRapporto } from './archivio-di-prova.ts';
import { bollettinoDiProva } from './bollettino-di-prova.ts';

/** The lists of clients, on every database. */
export function casiClienti(nome: string, apri: () => Promise<ArchivioDiProva>): void {
  describe(`${nome}: clienti`, () => {
    let prova: ArchivioDiProva;
    beforeEach(async () => {
      prova = await apri();
    });
    afterEach(() => prova.close());

    it('keep a list for each owner, and know the bollettini of a quarter', async () => {
      const rapporto = await prova.archivio.registro.registra(nuovoRapporto());
      const uno = bollettinoDiProva(rapporto, 1, { stato: 'pagato' });
      const { clienti, bollettini } = prova.archivio.letture;
      await bollettini.inserisci(uno);
      expect(await clienti.aggiungi('studio', [rapporto.id, rapporto.id], 'ora')).toBe(1);
      expect(await clienti.aggiungi('studio', [rapporto.id], 'ora')).toBe(0);
      expect(await clienti.elenco('altri')).toEqual([]);
      const attesi = [{ rapporto: { id: rapporto.id }, datore: { cognome: 'Rossi' } }];
      expect(await clienti.elenco('studio')).toMatchObject(attesi);
      const { trimestre, codiceAvviso, importo, scadenza } = uno;
      expect(await clienti.bollettini([rapporto.id], [trimestre, { anno: 2021, numero: 1 }])).toEqual([
        { rapportoId: rapporto.id, trimestre, codiceAvviso, importo, scadenza, stato: 'pagato' },
      ]);
      expect(await clienti.trimestreDelLotto('nessuno')).toBeUndefined();
      expect(await clienti.togli('altri', rapporto.id)).toBe(false);
      expect(await clienti.togli('studio', rapporto.id)).toBe(true);
    });
  });
}
