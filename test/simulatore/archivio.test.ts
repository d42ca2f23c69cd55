import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archivio, openArchivio } from '../../src/simulatore/archivio/archivio.ts';
import { createScritturaDiGruppo } from '../../src/simulatore/archivio/scrittura-di-gruppo.ts';
import { centesimi } from '../../src/valori/denaro.ts';

let archivio: Archivio;
beforeEach(() => {
  archivio = openArchivio(':memory:');
});
afterEach(() => archivio.close());

function inserisci(id: string): void {
  archivio.sessioni.inserisci({
    id,
    tipo: 'rpt',
    intermediario: '1',
    stazione: '1_01',
    dominio: '1',
    idCarrello: id,
    stato: 'CART_PARCHEGGIATO_NODO',
    totale: centesimi(33800),
    creata: 0,
    scade: 10,
    canaleEc: null,
  });
}

describe('a session', () => {
  it('is closed once: the second comer changes nothing', () => {
    inserisci('a');
    const aperta = archivio.sessioni.trova('a');
    if (aperta === undefined) throw new Error('not there');
    const pagata = { stato: 'CART_ACCETTATO_PSP', esito: 'DIFFERITO', motivo: 'ESEGUITO' } as const;
    const annullata = { stato: 'CART_PARCHEGGIATO_NODO', esito: 'ERROR', motivo: 'Annullato da utente' } as const;
    expect(archivio.sessioni.chiudi(aperta, pagata)).toBe(true);
    expect(archivio.sessioni.chiudi({ ...aperta, canale: 'altro' }, annullata)).toBe(false);
    expect(archivio.sessioni.trova('a')).toMatchObject({ stato: 'CART_ACCETTATO_PSP', esito: 'DIFFERITO' });
    archivio.sessioni.scegli('a', { canale: 'altro' });
    archivio.sessioni.prolunga('a', 1_000);
    expect(archivio.sessioni.trova('a')).toMatchObject({ canale: null, scade: 10 });
    expect(archivio.sessioni.scadute(100, 10)).toEqual([]);
  });

  it('of a cart the node has is refused by the database too', () => {
    inserisci('a');
    expect(() => archivio.db.prepare("UPDATE sessione SET id = 'b' WHERE id = 'a'").run() && inserisci('a')).toThrow(
      /UNIQUE/,
    );
  });
});

describe('writing together', () => {
  it('keeps each write by itself: one that throws undoes nothing of the others', async () => {
    const scrivi = createScritturaDiGruppo(archivio, 1_000);
    const esiti = await Promise.allSettled([
      scrivi(() => {
        inserisci('a');
        return 'prima';
      }),
      scrivi(() => {
        inserisci('b');
        throw new Error('ripensamento');
      }),
      scrivi(() => inserisci('c')),
    ]);
    expect(esiti.map((esito) => esito.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(['a', 'b', 'c'].map((id) => archivio.sessioni.trova(id) !== undefined)).toEqual([true, false, true]);
  });

  it('resolves only when the writes are committed', async () => {
    const scrivi = createScritturaDiGruppo(archivio, 1_000);
    let aperta = true;
    await scrivi(() => inserisci('a')).then(() => (aperta = archivio.db.inTransaction));
    expect(aperta).toBe(false);
  });
});

describe('money owed to a creditor', () => {
  it('is written down once for each part of a payment', () => {
    const incasso = {
      psp: 'P',
      dominio: '1',
      iuv: '1',
      iur: 'r',
      indice: 1,
      importo: centesimi(1),
      codice: '0',
      giorno: '2021-01-05',
    } as const;
    archivio.incassi.registra(incasso);
    archivio.incassi.registra(incasso);
    archivio.incassi.registra({ ...incasso, indice: 2 });
    expect(archivio.incassi.daRiversare('2021-01-05')).toHaveLength(2);
    expect(archivio.incassi.daRiversare('2021-01-04')).toEqual([]);
  });
});
