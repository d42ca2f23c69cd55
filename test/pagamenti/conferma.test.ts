import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createServizioPagamenti } from '../../src/pagamenti/crea-servizio-pagamenti.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import type { Bollettino } from '../../src/bollettini/bollettino.ts';
import { parseTrimestre } from '../../src/scadenze/trimestre.ts';
import { parseGiorno } from '../../src/valori/giorno.ts';
import {
  altroRapporto,
  calcolatore,
  contestoCodice,
  contestoIdentita,
  secondoRapporto,
} from '../bollettini/ambiente.ts';
import { type AmbientePagamenti, ambientePagamenti, emetti, stati, ORIGINE_NODO } from './ambiente.ts';

let a: AmbientePagamenti;
beforeEach(async () => {
  a = await ambientePagamenti();
});
afterEach(() => a.prova.close());

const OTTO = ['1/2019', '2/2019', '3/2019', '4/2019', '1/2020', '2/2020', '3/2020', '4/2020'];

describe('a bollettino whose quarter has been prescribed since it was issued', () => {
  it('is not handed over, whatever is confirmed with it, until an act is declared', async () => {
    const vecchio = await a.prova.clock.durante('2021-01-05T08:00:00Z', async () => {
      const { emessi } = await a.servizio.emetti(a.datore, a.rapporto.id, parseTrimestre('4/2020'));
      return emessi[0] as Bollettino;
    });
    const nuovo = await emetti(a, '2/2026');
    await expect(a.pagamenti.conferma(a.datore, [nuovo, vecchio])).rejects.toMatchObject({
      codice: 'trimestre-prescritto',
      statoHttp: 409,
    });
    expect((await stati(a)).bollettini).toEqual(['nel-carrello', 'nel-carrello']);
    await a.servizio.dichiaraAtto(a.datore, vecchio.id, parseGiorno('2025-05-12'));
    expect(await a.pagamenti.conferma(a.datore, [nuovo, vecchio])).toHaveLength(1);
  });
});

describe('conferma', () => {
  it('takes the cart into one hand-off, with one attempt a bollettino', async () => {
    const uno = await emetti(a, '3/2020');
    const due = await emetti(a, '4/2020');
    const [consegna, ...altre] = await a.pagamenti.conferma(a.datore, [due, uno]);
    expect(altre).toEqual([]);
    expect(consegna).toMatchObject({ ordine: 1, stato: 'da-inviare', totale: uno.importo + due.importo });
    expect(consegna?.idCarrello).toMatch(/^202680078750587010{17}1$/);
    const { pagamenti } = await a.pagamenti.consegna(a.datore, consegna?.id ?? '');
    expect(pagamenti.map((riga) => riga.bollettino.id)).toEqual([uno.id, due.id]);
    expect(new Set(pagamenti.map((riga) => riga.tentativo.ccp)).size).toBe(2);
    expect(await stati(a)).toMatchObject({ bollettini: ['in-pagamento', 'in-pagamento'] });
    expect((await a.servizio.carrello(a.datore)).righe).toEqual([]);
  });

  it('splits more than five into several hand-offs, in the cart’s order', async () => {
    const bollettini = [];
    for (const trimestre of OTTO) bollettini.push(await emetti(a, trimestre));
    const consegne = await a.pagamenti.conferma(a.datore, [...bollettini].reverse());
    const righe = await Promise.all(consegne.map(({ id }) => a.pagamenti.consegna(a.datore, id)));
    expect(righe.map((riga) => riga.pagamenti.map((p) => p.bollettino.trimestre))).toEqual([
      bollettini.slice(0, 5).map((b) => b.trimestre),
      bollettini.slice(5).map((b) => b.trimestre),
    ]);
    expect(consegne.map((consegna) => consegna.ordine)).toEqual([1, 2]);
    const [prima] = consegne;
    expect(await a.pagamenti.consegneDellaConferma(a.datore, prima?.confermaId ?? '')).toEqual(consegne);
  });

  it('is one confirmation for twenty simultaneous presses (AB-14)', async () => {
    const bollettini = [await emetti(a, '3/2020'), await emetti(a, '4/2020')];
    const venti = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        a.pagamenti.conferma(a.datore, i % 2 === 0 ? bollettini : [...bollettini].reverse()),
      ),
    );
    expect(new Set(venti.map((consegne) => JSON.stringify(consegne))).size).toBe(1);
    expect(await a.prova.knex('tentativi')).toHaveLength(2);
    // The back button, much later: still the same one.
    expect(await a.pagamenti.conferma(a.datore, bollettini)).toEqual(venti[0]);
  });

  it('lets Elimina or Conferma win, never both (AB-15)', async () => {
    const bollettino = await emetti(a);
    const esiti = await Promise.allSettled([
      a.pagamenti.conferma(a.datore, [bollettino]),
      a.servizio.elimina(a.datore, bollettino.id, bollettino.versione),
    ]);
    expect(esiti.filter((esito) => esito.status === 'fulfilled')).toHaveLength(1);
    const { bollettini, tentativi } = await stati(a);
    expect([bollettini, tentativi]).toEqual(
      esiti[0].status === 'fulfilled' ? [['in-pagamento'], ['da-inviare']] : [['eliminato'], []],
    );
  });

  it('says that somebody else is paying it already, and takes nothing of the rest (AB-16)', async () => {
    const uno = await emetti(a, '3/2020');
    const due = await emetti(a, '4/2020');
    await a.pagamenti.conferma(a.datore, [uno]);
    const operatore = { ...a.datore, actor: { tipo: 'sistema', nome: 'studio' } as const };
    await expect(a.pagamenti.conferma(operatore, [uno, due])).rejects.toMatchObject({
      codice: 'pagamento-in-corso',
      statoHttp: 409,
    });
    expect((await stati(a)).bollettini).toEqual(['in-pagamento', 'nel-carrello']);
  });

  it('stops on a cart that changed since it was seen', async () => {
    const bollettino = await emetti(a);
    await a.servizio.modifica(a.datore, bollettino.id, 1, { settimane: 12 });
    await expect(a.pagamenti.conferma(a.datore, [bollettino])).rejects.toMatchObject({ codice: 'carrello-cambiato' });
    await expect(a.pagamenti.conferma(a.datore, [])).rejects.toMatchObject({ codice: 'carrello-vuoto' });
    expect(await a.prova.knex('conferme')).toEqual([]);
  });

  it('does not reach what is not theirs, nor serves who may only consult', async () => {
    const bollettino = await emetti(a);
    const altri = contestoIdentita((await altroRapporto(a.prova)).datoreId);
    await expect(a.pagamenti.conferma(altri, [bollettino])).rejects.toMatchObject({ statoHttp: 404 });
    const consulta = contestoIdentita(a.rapporto.datoreId, { dispositive: false });
    await expect(a.pagamenti.conferma(consulta, [bollettino])).rejects.toMatchObject({ statoHttp: 403 });
    expect((await stati(a)).bollettini).toEqual(['nel-carrello']);
  });

  it('asks again when the rules moved the amount since (AB-13)', async () => {
    const bollettino = await emetti(a);
    const pagamenti = createServizioPagamenti({
      ...a.dipendenze,
      archivio: a.prova.archivio,
      nodo: a.nodo,
      modo: 'carrello-rpt',
      originePagamento: ORIGINE_NODO,
      calcolatore: {
        ...calcolatore,
        semplice: (dati) => calcolatore.semplice(dati).map((calcolo) => ({ ...calcolo, totale: centesimi(34_100) })),
      },
    });
    await expect(pagamenti.conferma(a.datore, [bollettino])).rejects.toMatchObject({
      codice: 'importo-cambiato',
      message: expect.stringContaining('4/2020: da 338,00 a 341,00 euro') as string,
    });
    const { bollettino: aggiornato } = await a.servizio.mostra(a.datore, bollettino.id);
    expect(aggiornato).toMatchObject({ importo: 34_100, versione: 2, stato: 'nel-carrello' });
    const [consegna] = await pagamenti.conferma(a.datore, [aggiornato]);
    expect(consegna?.totale).toBe(34_100);
  });
});

describe('one rapporto alone', () => {
  it('neither sends nor is told the total of a hand-off that pays others too', async () => {
    const altro = await secondoRapporto(a.prova, '2100000002');
    const suo = await emetti(a);
    const nonSuo = await emetti(a, '4/2020', altro);
    const [consegna] = await a.pagamenti.conferma(a.datore, [suo, nonSuo]);
    const contesto = contestoCodice(a.rapporto);
    const vista = await a.pagamenti.consegna(contesto, consegna?.id ?? '');
    expect(vista.pagamenti.map((riga) => riga.bollettino.id)).toEqual([suo.id]);
    expect(vista.consegna.totale).toBe(suo.importo);
    await expect(a.pagamenti.consegnaAlNodo(contesto, consegna?.id ?? '')).rejects.toMatchObject({ statoHttp: 404 });
    expect((await a.pagamenti.inAttesa(contesto)).map((riga) => riga.consegna.totale)).toEqual([suo.importo]);
    const estraneo = contestoCodice(await secondoRapporto(a.prova, '2100000003'));
    await expect(a.pagamenti.consegna(estraneo, consegna?.id ?? '')).rejects.toMatchObject({ statoHttp: 404 });
  });
});
