import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { up as maskJournal } from '../../migrations/0013-giornale-senza-password.ts';
import { parseCodiceFiscale } from '../../src/anagrafe/codice-fiscale.ts';
import type { Bollettino } from '../../src/bollettini/bollettino.ts';
import type { Settimane } from '../../src/bollettini/settimane-coperte.ts';
import { ConflittoTransazione } from '../../src/bollettini/transazioni.ts';
import { migrate } from '../../src/archivio/migrazioni.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { parseGiorno } from '../../src/valori/giorno.ts';
import { type ArchivioDiProva, nuovoRapporto } from './archivio-di-prova.ts';
import { bollettinoDiProva } from './bollettino-di-prova.ts';

/** What every database must do: run by the tests of each one. */
export function casiArchivio(nome: string, apri: () => Promise<ArchivioDiProva>): void {
  let prova: ArchivioDiProva;
  let numero: number;
  beforeEach(async () => {
    prova = await apri();
    numero = 0;
  });
  afterEach(() => prova.close());

  async function bollettino(modifiche: Partial<Bollettino> = {}): Promise<Bollettino> {
    return bollettinoDiProva(await prova.archivio.registro.registra(nuovoRapporto()), (numero += 1), modifiche);
  }

  describe(`${nome}: registro`, () => {
    it('keeps the language of an employer’s notices, which registering again does not take away', async () => {
      const { registro } = prova.archivio;
      const { datoreId } = await registro.registra(nuovoRapporto());
      expect((await registro.datore(datoreId))?.linguaAvviso).toBeUndefined();
      await registro.scegliLingua(datoreId, 'it-sl-perfetto');
      await registro.registra(nuovoRapporto());
      expect((await registro.datore(datoreId))?.linguaAvviso).toBe('it-sl-perfetto');
      const { datore } = nuovoRapporto();
      await registro.registra(nuovoRapporto({ datore: { ...datore, linguaAvviso: 'it-de' } }));
      expect((await registro.datore(datoreId))?.linguaAvviso).toBe('it-de');
    });

    it('gives back what was registered, and the same ids when it is registered again', async () => {
      const { registro } = prova.archivio;
      const primo = await registro.registra(nuovoRapporto());
      const secondo = await registro.registra(nuovoRapporto());
      expect(secondo).toEqual(primo);
      expect(primo).toMatchObject({ codice: '99109784511', assunzione: '2019-03-01' });
      expect(primo.condizioni[0].paga).toEqual({ tipo: 'oraria', importo: 800 });
      expect(await registro.datore(primo.datoreId)).toMatchObject({ cognome: 'Rossi', indirizzo: { cap: '40136' } });
      expect(await registro.rapportiDelDatore(primo.datoreId)).toEqual([primo]);
    });

    it('adds new terms to the ones it has and corrects those of the same day', async () => {
      const { registro } = prova.archivio;
      const prime = nuovoRapporto().condizioni[0];
      await registro.registra(nuovoRapporto());
      const { condizioni } = await registro.registra(
        nuovoRapporto({
          condizioni: [
            { ...prime, oreSettimanali: '26' },
            { ...prime, dal: parseGiorno('2020-11-01'), oreSettimanali: '30' },
          ],
        }),
      );
      expect(condizioni.map((c) => [c.dal, c.oreSettimanali])).toEqual([
        ['2019-03-01', '26'],
        ['2020-11-01', '30'],
      ]);
    });

    it('refuses a codice rapporto of another employer, and registers nothing of the attempt', async () => {
      const { registro } = prova.archivio;
      await registro.registra(nuovoRapporto());
      const altro = {
        ...nuovoRapporto().datore,
        codiceFiscale: parseCodiceFiscale('VRDGPP13R10B293P'),
        cognome: 'Verdi',
      };
      await expect(registro.registra(nuovoRapporto({ datore: altro }))).rejects.toMatchObject({
        codice: 'rapporto-di-altri',
      });
      expect(await registro.datoreConCodiceFiscale(altro.codiceFiscale)).toBeUndefined();
    });

    it('registers once what comes twice at the same moment', async () => {
      const { registro } = prova.archivio;
      const ids = await Promise.all(Array.from({ length: 8 }, () => registro.registra(nuovoRapporto())));
      expect(new Set(ids.map((rapporto) => rapporto.id)).size).toBe(1);
    });
  });

  describe(`${nome}: progressivi`, () => {
    it('gives every number once, also to many at the same moment', async () => {
      const { progressivi } = prova.archivio.letture;
      const numeri = await Promise.all(Array.from({ length: 30 }, () => progressivi.prossimo('iuv')));
      expect([...numeri].sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
      expect(await progressivi.prossimo('altro')).toBe(1);
    });

    it('can be brought forward, never back', async () => {
      const { progressivi } = prova.archivio.letture;
      await progressivi.almeno('codice', 27);
      expect(await progressivi.prossimo('codice')).toBe(28);
      await progressivi.almeno('codice', 5);
      expect(await progressivi.prossimo('codice')).toBe(29);
    });
  });

  describe(`${nome}: bollettini`, () => {
    it('reads back exactly what was written, a large amount too', async () => {
      const scritto = await bollettino({ importo: centesimi(99_999_999_999) });
      const { bollettini } = prova.archivio.letture;
      await bollettini.inserisci(scritto);
      expect(await bollettini.trova({ datoreId: scritto.datoreId }, scritto.id)).toEqual(scritto);
    });

    it('finds nothing outside the ambito', async () => {
      const scritto = await bollettino();
      const { bollettini } = prova.archivio.letture;
      await bollettini.inserisci(scritto);
      const { datoreId, rapportoId } = scritto;
      expect(await bollettini.trova({ datoreId: 'altro' }, scritto.id)).toBeUndefined();
      expect(await bollettini.trova({ datoreId, rapportoId: 'altro' }, scritto.id)).toBeUndefined();
      expect(await bollettini.inStato({ datoreId, rapportoId }, 'nel-carrello')).toHaveLength(1);
      expect(await bollettini.sposta({ datoreId: 'altro' }, scritto.id, 1, 'nel-carrello', 'eliminato', 'ora')).toBe(
        false,
      );
    });

    it('covers each week of a quarter once, whoever races and whatever the group', async () => {
      const tutti: Bollettino[] = [];
      for (let i = 0; i < 10; i += 1) tutti.push(await bollettino({ gruppo: i % 2 === 0 ? 'fino-24' : 'oltre-24' }));
      const { bollettini } = prova.archivio.letture;
      const esiti = await Promise.allSettled(tutti.map((b) => bollettini.inserisci(b)));
      expect(esiti.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await prova.knex('settimane_coperte')).toHaveLength(13);
      await expect(bollettini.inserisci(await bollettino({ settimane: 1 as Settimane }))).rejects.toThrow();
      await bollettini.inserisci(await bollettino({ settimane: 0b10_0000_0000_0000 as Settimane }));
      await bollettini.inserisci(await bollettino({ trimestre: { anno: 2021, numero: 1 } }));
    });

    it('covers weeks until the bollettino is removed, paid ones for good', async () => {
      const primo = await bollettino();
      const { bollettini } = prova.archivio.letture;
      await bollettini.inserisci(primo);
      expect(await bollettini.sposta(primo, primo.id, 1, 'nel-carrello', 'eliminato', 'ora')).toBe(true);
      expect(await prova.knex('settimane_coperte')).toEqual([]);
      const secondo = await bollettino();
      await bollettini.inserisci(secondo);
      // The removed one turns out paid: its weeks are another's by now.
      await expect(bollettini.riprendi(primo.id, primo.settimane, 'ora')).rejects.toThrow();
      expect(await bollettini.segna(secondo.id, ['nel-carrello'], 'pagato', 'ora')).toBe(true);
      await expect(bollettini.inserisci(await bollettino())).rejects.toThrow();
      expect(await bollettini.riprendi(primo.id, 0 as Settimane, 'ora')).toBe(true);
      expect(await bollettini.perId([primo.id])).toMatchObject([{ stato: 'pagato', settimane: 0 }]);
    });

    it('numbers the integrations of a quarter, and keeps one of them alive', async () => {
      const { bollettini } = prova.archivio.letture;
      const nessuna = { settimane: 0 as Settimane };
      const prima = await bollettino({ ...nessuna, integrazione: 1 });
      await bollettini.inserisci(prima);
      await expect(bollettini.inserisci(await bollettino({ ...nessuna, integrazione: 2 }))).rejects.toThrow();
      await bollettini.segna(prima.id, ['nel-carrello'], 'pagato', 'ora');
      await expect(bollettini.inserisci(await bollettino({ ...nessuna, integrazione: 1 }))).rejects.toThrow();
      await bollettini.inserisci(await bollettino({ ...nessuna, integrazione: 2 }));
    });

    it('keeps what took the place of what', async () => {
      const { bollettini } = prova.archivio.letture;
      const vecchio = await bollettino({ stato: 'eliminato' });
      const nuovo = await bollettino();
      await bollettini.inserisci(vecchio);
      await bollettini.inserisci(nuovo);
      await bollettini.registraSostituzioni(vecchio.id, [nuovo.id]);
      expect(await bollettini.successori(vecchio.id)).toEqual([nuovo]);
      expect(await bollettini.successori(nuovo.id)).toEqual([]);
      await expect(prova.knex('sostituzioni').delete()).rejects.toThrow(/refused/);
    });

    it('lets one of many simultaneous writers of the same version win', async () => {
      const scritto = await bollettino();
      const { bollettini } = prova.archivio.letture;
      await bollettini.inserisci(scritto);
      const { gruppo, importo, scadenza, settimane, dati, calcolo } = scritto;
      const cambio = { gruppo, importo, scadenza, settimane, dati, calcolo };
      const esiti = await Promise.all([
        ...Array.from({ length: 5 }, () => bollettini.cambia(scritto, scritto.id, 1, cambio, 'ora')),
        ...Array.from({ length: 5 }, () =>
          bollettini.sposta(scritto, scritto.id, 1, 'nel-carrello', 'in-pagamento', 'ora'),
        ),
      ]);
      expect(esiti.filter(Boolean)).toHaveLength(1);
    });

    it('does not let one grow over the weeks of another', async () => {
      const scritto = await bollettino({ settimane: 0b111 as Settimane });
      const altro = await bollettino({ settimane: 0b11_1000 as Settimane });
      const { bollettini } = prova.archivio.letture;
      await bollettini.inserisci(scritto);
      await bollettini.inserisci(altro);
      const cambio = { ...scritto, settimane: 0b1111 as Settimane };
      await expect(bollettini.cambia(scritto, scritto.id, 1, cambio, 'ora')).rejects.toThrow();
      expect(await bollettini.cambia(scritto, scritto.id, 7, cambio, 'ora')).toBe(false);
      const minore = { ...scritto, settimane: 0b110 as Settimane };
      expect(await bollettini.cambia(scritto, scritto.id, 1, minore, 'ora')).toBe(true);
      await bollettini.inserisci(await bollettino({ settimane: 1 as Settimane }));
    });

    it('AB-46: no IUV and no codice avviso is used twice, however it is written', async () => {
      const uno = await bollettino();
      await prova.archivio.letture.bollettini.inserisci(uno);
      const altro = { ...(await bollettino()), trimestre: { anno: 2021, numero: 1 } as const };
      for (const doppio of [{ iuv: uno.iuv }, { codiceAvviso: uno.codiceAvviso }]) {
        await expect(prova.archivio.letture.bollettini.inserisci({ ...altro, ...doppio })).rejects.toThrow();
      }
      expect(await prova.knex('bollettini').pluck('iuv')).toEqual([uno.iuv]);
    });

    it('refuses what no code may write', async () => {
      const scritto = await bollettino();
      await prova.archivio.letture.bollettini.inserisci(scritto);
      const rotto = (campi: Record<string, unknown>) =>
        prova.knex('bollettini').where({ id: scritto.id }).update(campi);
      await expect(rotto({ importo: 0 })).rejects.toThrow();
      await expect(rotto({ stato: 'perso' })).rejects.toThrow();
      await expect(rotto({ datore_id: 'altro' })).rejects.toThrow();
      await expect(rotto({ versione: 'uno' })).rejects.toThrow();
      await expect(prova.knex('bollettini').delete()).rejects.toThrow(/refused/);
    });
  });

  describe(`${nome}: transazioni`, () => {
    it('leaves nothing of a transaction that failed', async () => {
      const scritto = await bollettino();
      await expect(
        prova.archivio.transazione(async (tx) => {
          await tx.bollettini.inserisci(scritto);
          throw new Error('fallito');
        }),
      ).rejects.toThrow('fallito');
      expect(await prova.archivio.letture.bollettini.perId([scritto.id])).toEqual([]);
    });

    it('tries anew after a conflict, and gives up on one that never ends', async () => {
      let volte = 0;
      const lavoro = (fino: number) => () => {
        volte += 1;
        return volte < fino ? Promise.reject(new ConflittoTransazione('perso')) : Promise.resolve(volte);
      };
      expect(await prova.archivio.transazione(lavoro(3))).toBe(3);
      volte = 0;
      await expect(prova.archivio.transazione(lavoro(Infinity))).rejects.toThrow('perso');
      expect(volte).toBe(10);
    });

    it('keeps journals that nobody can change', async () => {
      const { atti } = prova.archivio.letture;
      await atti.registra({ azione: 'esito-ricevuto', oggetto: { tipo: 'tentativo', id: 't' } });
      await expect(prova.knex('atti').update({ azione: 'altro' })).rejects.toThrow(/refused/);
      await expect(prova.knex('atti').delete()).rejects.toThrow(/refused/);
    });

    it('keeps no password in the journal of messages, nor one that an older version wrote', async () => {
      const evento = {
        categoria: 'INTERFACCIA',
        tipo: 'nodoInviaRPT',
        sottotipo: 'REQ',
        componente: 'FESP',
        fruitore: 'a',
        erogatore: 'b',
        messaggio: '<x><password>parola12</password></x>',
      } as const;
      const { giornale } = prova.archivio.letture;
      await giornale.registra([{ ...evento, dataOra: 'ora' }]);
      await prova.knex('giornale_eventi').insert({ ...evento, data_ora: 'prima' });
      await maskJournal(prova.knex);
      const messaggi = (await giornale.elenco({})).map(({ messaggio }) => messaggio);
      expect(messaggi).toEqual(Array(2).fill('<x><password>********</password></x>'));
      await expect(prova.knex('giornale_eventi').update({ messaggio: '' })).rejects.toThrow(/refused/);
    });

    it('migrates once, also when asked again or by two at the same moment', async () => {
      expect(await Promise.all([migrate(prova.knex), migrate(prova.knex)])).toEqual([[], []]);
    });
  });

  describe(`${nome}: flussi`, () => {
    it('keeps payments of every outcome code, stand-in too, and nobody changes them', async () => {
      const codici = ['0', '3', '4', '8', '9'] as const;
      const flusso = {
        id: '2026-10-07PROVITXX-1',
        dataOra: '2026-10-07T08:00:00',
        regolamento: 'TRN1',
        dataRegolamento: '2026-10-06',
        mittente: { tipo: 'B', codice: 'PROVITXX' },
        ricevente: { tipo: 'G', codice: '80078750587' },
        totale: centesimi(500),
        righe: codici.map((codice, i) => ({
          iuv: `${i}`,
          iur: 'a',
          importo: centesimi(100),
          codice,
          dataEsito: '2026-10-05',
        })),
      } as const;
      const { flussi } = prova.archivio.letture;
      expect(await flussi.inserisci(flusso, '<xml/>', '2026-10-07T08:00:00.000Z')).toBe(true);
      expect((await flussi.righe()).map(({ codice }) => codice)).toEqual(codici);
      await expect(prova.knex('righe_flusso').delete()).rejects.toThrow(/refused/);
    });
  });

  describe(`${nome}: limiti e token`, () => {
    it('counts each attempt once, also many at the same moment, and forgets', async () => {
      const { limiti } = prova.archivio.letture;
      const add = (chiavi: string[], ultimo: number) =>
        limiti.aggiorna(chiavi, (letti) => ({
          contatori: letti.map(({ falliti }) => ({ falliti: falliti + 1, ultimo })),
          esito: letti.map(({ falliti }) => falliti),
        }));
      const read = (...chiavi: string[]) => limiti.aggiorna(chiavi, (letti) => ({ esito: letti }));
      const conti = await Promise.all(Array.from({ length: 20 }, () => add(['coppia:p:a', 'tutti'], 7)));
      expect(conti.map(([, tutti]) => tutti).sort((a = 0, b = 0) => a - b)).toEqual(
        Array.from({ length: 20 }, (_, i) => i),
      );
      await add(['coppia:p:b', 'persona:p'], 9);
      expect(await read('persona:p', 'coppia:p:a', 'persona:q')).toEqual([
        { falliti: 1, ultimo: 9 },
        { falliti: 20, ultimo: 7 },
        { falliti: 0, ultimo: 0 },
      ]);
      expect(await limiti.conta('coppia:', { dal: 0, almeno: 1 })).toEqual({ quanti: 2, falliti: 21 });
      expect(await limiti.conta('coppia:', { dal: 8, almeno: 1 })).toEqual({ quanti: 1, falliti: 1 });
      await limiti.azzera(['persona:p', 'coppia:p:']);
      expect(await limiti.conta('', { dal: 0, almeno: 1 })).toEqual({ quanti: 1, falliti: 20 });
      await limiti.dimentica(8);
      expect(await limiti.conta('', { dal: 0, almeno: 0 })).toEqual({ quanti: 0, falliti: 0 });
    });

    it('finds a token until it is revoked', async () => {
      const { token } = prova.archivio.letture;
      await token.inserisci({ id: 't1', nome: 'gestionale', impronta: 'abc', creatoIl: 'ora' });
      expect(await token.conImpronta('abc')).toEqual({ id: 't1', nome: 'gestionale' });
      expect(await token.revoca('t1', 'ora')).toBe(true);
      expect(await token.revoca('t1', 'ora')).toBe(false);
      expect(await token.conImpronta('abc')).toBeUndefined();
      expect(await token.elenco()).toEqual([]);
    });
  });
}
