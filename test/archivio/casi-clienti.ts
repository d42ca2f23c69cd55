import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCodiceRapporto } from '../../src/anagrafe/codice-rapporto.ts';
import type { Fetta } from '../../src/valori/fetta.ts';
import { newId } from '../../src/valori/new-id.ts';
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
      expect(await clienti.elenco({ proprietario: 'altri' })).toEqual([]);
      const attesi = [{ rapporto: { id: rapporto.id }, datore: { cognome: 'Rossi' } }];
      expect(await clienti.elenco({ proprietario: 'studio' })).toMatchObject(attesi);
      const { trimestre, codiceAvviso, importo, scadenza } = uno;
      expect(await clienti.bollettini([rapporto.id], [trimestre, { anno: 2021, numero: 1 }])).toEqual([
        { rapportoId: rapporto.id, trimestre, codiceAvviso, importo, scadenza, stato: 'pagato' },
      ]);
      expect(await clienti.trimestreDelLotto('nessuno')).toBeUndefined();
      expect(await clienti.trova('studio', rapporto.id)).toMatchObject(attesi[0] ?? {});
      expect(await clienti.trova('studio', rapporto.codice)).toMatchObject(attesi[0] ?? {});
      expect(await clienti.trova('altri', rapporto.codice)).toBeUndefined();
      expect(await clienti.togli('altri', rapporto.id)).toBe(false);
      expect(await clienti.togli('studio', rapporto.id)).toBe(true);
    });

    it('cuts its lists where they are kept: clients, rapporti, batches and payments, piece after piece', async () => {
      const { letture, registro } = prova.archivio;
      const codici = ['99109784511', '99109784500', '99109784533', '99109784522', '99109784544'];
      const rapporti = [];
      for (const codice of codici) {
        rapporti.push(await registro.registra(nuovoRapporto({ codice: parseCodiceRapporto(codice) })));
      }
      const ids = rapporti.map(({ id }) => id);
      await letture.clienti.aggiungi('studio', ids, 'ora');
      const ambito = { datoreId: rapporti[0]?.datoreId ?? '' };
      const ordinati = codici.toSorted();
      const suoi = (fetta: Fetta) => letture.rapporti.elenco(ambito, fetta);
      expect(await pieces(suoi, ({ codice }) => codice)).toEqual(ordinati);
      const soloSuo = { ...ambito, rapportoId: ids[2] ?? '' };
      expect(await letture.rapporti.elenco(soloSuo, { dopo: undefined, quanti: 9 })).toHaveLength(1);
      const clienti = (fetta: Fetta) => letture.clienti.fetta('studio', fetta);
      expect(await pieces(clienti, ({ rapporto }) => rapporto.codice)).toEqual(ordinati);
      expect(await letture.clienti.fetta('altri', { dopo: undefined, quanti: 9 })).toEqual([]);
      const tutti = { dopo: undefined, quanti: 9 };
      const [datore] = await letture.clienti.datori({ proprietario: 'studio' }, tutti);
      expect(datore?.id).toBe(ambito.datoreId);
      const cf = datore?.codiceFiscale;
      expect(await letture.clienti.datori({ proprietario: 'studio' }, { ...tutti, dopo: cf })).toEqual([]);
      expect(await letture.clienti.datori({ lottoId: 'nessuno' }, tutti)).toEqual([]);
      expect(await letture.clienti.elenco({ proprietario: 'studio' }, [ambito.datoreId])).toHaveLength(codici.length);
      expect(await letture.clienti.elenco({ proprietario: 'studio' }, ['nessuno'])).toEqual([]);
      const lotti = [newId(), newId(), newId(), newId(), newId()];
      for (const id of lotti) {
        const nuovo = { id, tipo: 'calcola', proprietario: 'studio', nomeFile: 'a.csv', opzioni: {} } as const;
        const attore = { tipo: 'sistema', nome: 'studio' } as const;
        await letture.lotti.crea({ ...nuovo, attore, creatoIl: '2026-01-01T00:00:00Z' }, 'in-arrivo');
      }
      const deiLotti = (fetta: Fetta) => letture.lotti.delProprietario('studio', fetta);
      expect(await pieces(deiLotti, ({ id }) => id)).toEqual(lotti.toReversed());
    });
  });
}

/** The keys of a list read two at a time, to its end. */
async function pieces<T>(
  leggi: (fetta: Fetta) => Promise<readonly T[]>,
  chiave: (uno: T) => string,
): Promise<readonly string[]> {
  const chiavi: string[] = [];
  for (let dopo: string | undefined; ; dopo = chiavi.at(-1)) {
    const letti = await leggi({ dopo, quanti: 2 });
    expect(letti.length).toBeLessThanOrEqual(2);
    if (letti.length === 0) return chiavi;
    chiavi.push(...letti.map(chiave));
  }
}
