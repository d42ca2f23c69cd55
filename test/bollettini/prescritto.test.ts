import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Decimale } from '../../src/valori/decimale.ts';
import { parseGiorno } from '../../src/valori/giorno.ts';
import { parseTrimestre } from '../../src/scadenze/trimestre.ts';
import { altroRapporto, type AmbienteBollettini, ambienteBollettini, contestoCodice, QUARTO_2020 } from './ambiente.ts';

let a: AmbienteBollettini;
beforeEach(async () => {
  a = await ambienteBollettini();
});
afterEach(() => a.prova.close());
const emetti = () => a.servizio.emetti(a.datore, a.rapporto.id, QUARTO_2020);

describe('a quarter that is prescribed', () => {
  // Due 11/01/2021, within the second suspension, which ends on 30/06/2021: five years from then (INPS circular 126/2021).
  it('is issued until the last day of its term, and not a day longer; the refusal says since when', async () => {
    a.prova.clock.set('2026-06-30T21:59:00Z');
    expect((await emetti()).emessi).toHaveLength(1);
    await a.prova.close();
    a = await ambienteBollettini();
    a.prova.clock.set('2026-06-30T22:01:00Z');
    await expect(emetti()).rejects.toMatchObject({
      codice: 'trimestre-prescritto',
      statoHttp: 409,
      message: expect.stringMatching(/4\/2020 è prescritto dal 01\/07\/2026 \(scadeva l’11\/01\/2021\)/) as string,
    });
    const { righe } = await a.servizio.carrello(a.datore);
    expect(righe).toEqual([]);
    const [previsione] = await a.servizio.prevedi(a.datore, a.rapporto.id, QUARTO_2020);
    expect(previsione?.prescritto).toMatch(/l’INPS non può riceverne i contributi/);
  });

  it('one that is late is issued, and says what the delay costs', async () => {
    a.prova.clock.set('2026-06-30T10:00:00Z');
    expect((await emetti()).ritardi).toEqual([
      expect.stringMatching(
        /^La scadenza, l’11\/01\/2021, è passata: per chi paga oggi le sanzioni civili sono (da )?\d/,
      ),
    ]);
    const inTempo = await a.servizio.emetti(a.datore, a.rapporto.id, parseTrimestre('2/2026'));
    expect(inTempo.ritardi).toEqual([]);
  });

  it('with an act declared before the term was over it is issued, and its bollettini are payable for five years from it', async () => {
    a.prova.clock.set('2026-11-30T10:00:00Z');
    const con = (interrottaIl: string) =>
      a.servizio.emetti(a.datore, a.rapporto.id, QUARTO_2020, {}, { interrottaIl: parseGiorno(interrottaIl) });
    await expect(con('2026-07-01')).rejects.toThrow(/viene dopo la fine del termine, il 30\/06\/2026/);
    await expect(con('2021-01-11')).rejects.toThrow(/viene prima della scadenza, l’11\/01\/2021/);
    await expect(con('2026-12-01')).rejects.toThrow(/è nel futuro/);
    expect((await con('2026-06-30')).emessi).toMatchObject([{ interrottaIl: '2026-06-30' }]);
    const noti = await a.servizio.trimestri(a.datore, a.rapporto.id, () => ({ scadenza: parseGiorno('2021-01-11') }));
    expect(noti.flatMap(({ interrottaIl }) => interrottaIl ?? [])).toEqual(['2026-06-30']);
    // What takes its place knows of the act, without being told again; five years later it too is over.
    const meno = { oreSettimanali: new Decimale(20) };
    const { emessi } = await a.servizio.emetti(a.datore, a.rapporto.id, QUARTO_2020, meno, { sostituisci: true });
    expect(emessi).toMatchObject([{ interrottaIl: '2026-06-30' }]);
    a.prova.clock.set('2031-07-01T10:00:00Z');
    await expect(a.servizio.emetti(a.datore, a.rapporto.id, QUARTO_2020, {}, { sostituisci: true })).rejects.toThrow(
      /prescritto dal 01\/07\/2031 \(scadeva l’11\/01\/2021, interrotto il 30\/06\/2026\)/,
    );
  });

  it('one in the cart is declared interrupted with all of its quarter, by who it belongs to', async () => {
    a.prova.clock.set('2021-01-05T08:00:00Z');
    const { emessi } = await emetti();
    const id = emessi[0]?.id ?? '';
    a.prova.clock.set('2026-11-30T10:00:00Z');
    const giorno = parseGiorno('2024-03-01');
    const altri = await altroRapporto(a.prova);
    await expect(a.servizio.dichiaraAtto(contestoCodice(altri), id, giorno)).rejects.toMatchObject({ statoHttp: 404 });
    expect(await a.servizio.dichiaraAtto(a.datore, id, giorno)).toMatchObject({ interrottaIl: giorno });
    const { righe } = await a.servizio.carrello(a.datore);
    expect(righe.map(({ bollettino }) => [bollettino.interrottaIl, bollettino.versione])).toEqual([[giorno, 1]]);
    expect(await a.prova.knex('atti').orderBy('id', 'desc').first()).toMatchObject({ azione: 'atto-interruttivo' });
    await a.servizio.elimina(a.datore, id, 1);
    await expect(a.servizio.dichiaraAtto(a.datore, id, giorno)).rejects.toMatchObject({
      codice: 'bollettino-cambiato',
    });
  });

  it('one in the cart has no notice, until an act is declared', async () => {
    a.prova.clock.set('2021-01-05T08:00:00Z');
    const id = (await emetti()).emessi[0]?.id ?? '';
    a.prova.clock.set('2026-06-30T21:59:00Z');
    expect((await a.servizio.avviso(a.datore, id)).importo).toBe(33_800);
    a.prova.clock.set('2026-06-30T22:01:00Z');
    await expect(a.servizio.avviso(a.datore, id)).rejects.toMatchObject({
      codice: 'trimestre-prescritto',
      statoHttp: 409,
    });
    await a.servizio.dichiaraAtto(a.datore, id, parseGiorno('2024-03-01'));
    expect((await a.servizio.avviso(a.datore, id)).importo).toBe(33_800);
  });
});
