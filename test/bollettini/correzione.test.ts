import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bollettino } from '../../src/bollettini/bollettino.ts';
import { calcoloEmesso } from '../../src/bollettini/calcolo-emesso.ts';
import type { Consenso } from '../../src/bollettini/consenso.ts';
import { ricalcola } from '../../src/bollettini/ricalcolo.ts';
import { riprendiPagato } from '../../src/bollettini/ripresa.ts';
import { quante } from '../../src/bollettini/settimane-coperte.ts';
import { Decimale } from '../../src/valori/decimale.ts';
import { centesimi, somma } from '../../src/valori/denaro.ts';
import { QUANDO_SI_EMETTE_IL_2020 } from '../archivio/archivio-di-prova.ts';
import { type AmbienteBollettini, ambienteBollettini, calcolatore, QUARTO_2020 } from './ambiente.ts';

let a: AmbienteBollettini;
beforeEach(async () => {
  a = await ambienteBollettini();
  a.prova.clock.set(QUANDO_SI_EMETTE_IL_2020);
});
afterEach(() => a.prova.close());

// 2020, pay of 8,00 with its thirteenth: 25 hours × 13 × 1,04 = 338,00; 20 × 13 × 1,62 = 421,20.
const VENTICINQUE = 33_800;
const VENTI = 42_120;

const emetti = (oreSettimanali: number, consenso: Consenso = {}) =>
  a.servizio.emetti(a.datore, a.rapporto.id, QUARTO_2020, { oreSettimanali: new Decimale(oreSettimanali) }, consenso);
async function unico(oreSettimanali: number, consenso: Consenso = {}): Promise<Bollettino> {
  const { emessi } = await emetti(oreSettimanali, consenso);
  expect(emessi).toHaveLength(1);
  return emessi[0] as Bollettino;
}
const paga = ({ id }: Bollettino) =>
  a.prova.archivio.letture.bollettini.segna(id, ['nel-carrello', 'in-pagamento'], 'pagato', 'ora');
const stato = async ({ id }: Bollettino) => (await a.servizio.mostra(a.datore, id)).bollettino.stato;
const chiesto = async () => {
  const tutti = await a.prova.archivio.letture.bollettini.delTrimestre(a.rapporto.id, QUARTO_2020);
  return somma(tutti.filter((uno) => uno.stato !== 'eliminato').map(({ importo }) => importo));
};

describe('a quarter with an unpaid bollettino', () => {
  it.each([
    [25, 20, VENTI],
    [20, 25, VENTICINQUE],
  ])('from %d to %d hours is refused by name, or takes its place', async (prima, poi, importo) => {
    const vecchio = await unico(prima);
    await expect(emetti(poi)).rejects.toMatchObject({
      codice: 'bollettino-gia-emesso',
      statoHttp: 409,
      message: expect.stringContaining(vecchio.iuv) as string,
    });
    const { emessi, sostituiti } = await emetti(poi, { sostituisci: true });
    expect(emessi).toMatchObject([{ importo, stato: 'nel-carrello' }]);
    expect(sostituiti.map(({ iuv }) => iuv)).toEqual([vecchio.iuv]);
    expect(emessi[0]?.iuv).not.toBe(vecchio.iuv);
    expect(await stato(vecchio)).toBe('eliminato');
    expect((await a.servizio.successori(a.datore, vecchio.id)).map(({ iuv }) => iuv)).toEqual([emessi[0]?.iuv]);
    expect(await chiesto()).toBe(importo);
    const azioni = (await a.prova.knex('atti').orderBy('id').pluck('azione')) as string[];
    expect(azioni).toEqual(['bollettino-emesso', 'bollettino-sostituito', 'bollettino-emesso']);
  });

  it('keeps it, with its IUV, when the amount is the same', async () => {
    const vecchio = await unico(25);
    expect(await emetti(25, { sostituisci: true })).toMatchObject({ emessi: [], sostituiti: [], tenuti: [vecchio] });
    expect(await stato(vecchio)).toBe('nel-carrello');
  });

  it('waits for the outcome of one that is being paid', async () => {
    const vecchio = await unico(25);
    await a.prova.archivio.letture.bollettini.segna(vecchio.id, ['nel-carrello'], 'in-pagamento', 'ora');
    await expect(emetti(20, { sostituisci: true, integra: true })).rejects.toMatchObject({
      codice: 'bollettino-in-pagamento',
    });
  });

  it('says beforehand what issuing would come to, and writes nothing', async () => {
    const vecchio = await unico(25);
    const modifiche = { oreSettimanali: new Decimale(20) };
    const [previsione] = await a.servizio.prevedi(a.datore, a.rapporto.id, QUARTO_2020, modifiche);
    expect(previsione).toMatchObject({ dovuto: VENTI, sostituiti: [vecchio], nuovi: [{}] });
    expect(await stato(vecchio)).toBe('nel-carrello');
  });

  it('has its place taken once by twenty at the same moment', async () => {
    await unico(25);
    await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => emetti(i % 2 === 0 ? 20 : 30, { sostituisci: true })),
    );
    const vivi = await a.prova.knex('bollettini').whereNot({ stato: 'eliminato' });
    expect(vivi).toHaveLength(1);
  });

  it('keeps its weeks when changed over 24 hours and back', async () => {
    const vecchio = await unico(25);
    const dopo = await a.servizio.modifica(a.datore, vecchio.id, 1, { oreSettimanali: new Decimale(20) });
    expect(dopo).toMatchObject({ gruppo: 'fino-24', importo: VENTI, iuv: vecchio.iuv, settimane: vecchio.settimane });
    expect(await a.servizio.modifica(a.datore, dopo.id, 2, { oreSettimanali: new Decimale(25) })).toMatchObject({
      gruppo: 'oltre-24',
      importo: VENTICINQUE,
    });
  });

  it('does not grow over the weeks of another', async () => {
    const ore = { oreSettimanali: new Decimale(25) };
    await a.servizio.emetti(a.datore, a.rapporto.id, QUARTO_2020, { ...ore, settimane: 7 });
    const { emessi } = await a.servizio.emetti(a.datore, a.rapporto.id, QUARTO_2020, { ...ore, settimane: 6 });
    const seconda = emessi[0] as Bollettino;
    await expect(a.servizio.modifica(a.datore, seconda.id, 1, { settimane: 7 })).rejects.toMatchObject({
      codice: 'bollettino-gia-emesso',
    });
    const minore = await a.servizio.modifica(a.datore, seconda.id, 1, { settimane: 2 });
    expect(quante(minore.settimane)).toBe(2);
    expect(quante((await a.servizio.modifica(a.datore, seconda.id, 2, { settimane: 6 })).settimane)).toBe(6);
  });
});

describe('a paid quarter', () => {
  it('of more hours is refused by name with the difference, or gives an integration of it', async () => {
    const pagato = await unico(25);
    await paga(pagato);
    await expect(emetti(30, { sostituisci: true })).rejects.toMatchObject({
      codice: 'trimestre-gia-pagato',
      message: expect.stringMatching(new RegExp(`${pagato.iuv}.*mancano 67,60 €`)) as string,
    });
    const integrazione = await unico(30, { integra: true });
    expect(integrazione).toMatchObject({ importo: 6_760, integrazione: 1, settimane: 0, gruppo: 'oltre-24' });
    const emesso = calcoloEmesso(integrazione.calcolo);
    expect([emesso.settimane, emesso.ore.toNumber()]).toEqual([0, 65]);
    expect(emesso.quotaLavoratore + emesso.quotaDatore).toBe(6_760);
    expect(integrazione.calcolo.passi.at(-1)).toMatchObject({ formula: '405,60 € − 338,00 €', risultato: '67,60 €' });
    expect(ricalcola(integrazione, calcolatore)).toBeUndefined();
    expect(await chiesto()).toBe(40_560);
  });

  it('paid without the fund: the fund’s contribution alone is what is left, 325 × 0.03 = 9.75, and what tops it up', async () => {
    await paga(await unico(25));
    const conFondo = { associazione: 'F2', assistenzaInPiu: centesimi(25) } as const;
    const { emessi } = await a.servizio.emetti(a.datore, a.rapporto.id, QUARTO_2020, conFondo, { integra: true });
    expect(emessi).toMatchObject([{ importo: 1_000, integrazione: 1, settimane: 0 }]);
    const [solo] = emessi;
    if (solo === undefined) throw new Error('nothing was issued');
    const emesso = calcoloEmesso(solo.calcolo);
    expect(emesso.associazione).toMatchObject({ codice: 'F2', totale: 1_000, quotaLavoratore: 325 });
    expect(emesso.ore.toNumber()).toBe(0);
    expect(ricalcola(solo, calcolatore)).toBeUndefined();
  });

  it('over 24 hours down: the difference of the amounts, with hours less than nothing', async () => {
    await paga(await unico(25));
    const integrazione = await unico(20, { integra: true });
    expect(integrazione).toMatchObject({ importo: VENTI - VENTICINQUE, gruppo: 'fino-24', settimane: 0 });
    expect(calcoloEmesso(integrazione.calcolo).ore.toNumber()).toBe(260 - 325);
  });

  it('over 24 hours up: what was paid beyond is told, and nothing is issued', async () => {
    await paga(await unico(20));
    const esito = await emetti(25, { integra: true });
    expect(esito).toMatchObject({ emessi: [], dovuto: VENTICINQUE, eccedenza: VENTI - VENTICINQUE });
    await expect(emetti(25)).rejects.toThrow(/83,20 € sono stati versati in più/);
    const aperte = () => a.prova.archivio.letture.anomalie.elenco('aperta');
    expect(await aperte()).toMatchObject([
      {
        tipo: 'versato-in-eccesso',
        dettaglio: { trimestre: '4/2020', importoVersato: VENTI, importoInEccesso: 8_320 },
      },
    ]);
    // Told again otherwise: what was said before no longer holds.
    await emetti(20, { integra: true });
    expect(await aperte()).toEqual([]);
  });

  it('integrates from all that was paid, and changes an integration not paid yet', async () => {
    await paga(await unico(25));
    const prima = await unico(28, { integra: true });
    await expect(emetti(30, { integra: true })).rejects.toMatchObject({ codice: 'bollettino-gia-emesso' });
    const cambiata = await a.servizio.modifica(a.datore, prima.id, 1, { oreSettimanali: new Decimale(27) });
    expect(cambiata).toMatchObject({ importo: 2_704, iuv: prima.iuv, integrazione: 1 });
    await expect(
      a.servizio.modifica(a.datore, prima.id, 2, { oreSettimanali: new Decimale(25) }),
    ).rejects.toMatchObject({ codice: 'nulla-da-integrare' });
    await paga(cambiata);
    expect(await unico(30, { integra: true })).toMatchObject({
      importo: 40_560 - VENTICINQUE - 2_704,
      integrazione: 2,
    });
  });

  it('has one integration alive, whoever asks at the same moment', async () => {
    await paga(await unico(25));
    const esiti = await Promise.allSettled(Array.from({ length: 10 }, () => emetti(30, { integra: true })));
    expect(esiti.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('counts the association’s part in the difference', async () => {
    await paga(await unico(25));
    const { emessi } = await a.servizio.emetti(
      a.datore,
      a.rapporto.id,
      QUARTO_2020,
      { associazione: 'F2' },
      { integra: true },
    );
    // 325 hours × 0,03 (2020: 0,01 the worker's).
    expect(emessi).toMatchObject([{ importo: 975 }]);
    const { associazione, quotaLavoratore } = calcoloEmesso((emessi[0] as Bollettino).calcolo);
    expect(associazione).toMatchObject({ codice: 'F2', totale: 975, quotaLavoratore });
  });
});

describe('a replaced bollettino that is paid all the same', () => {
  const tardivo = async (uno: Bollettino) =>
    a.prova.archivio.transazione((tx) => riprendiPagato(tx, uno.id, '2026-10-06T08:00:00Z'));

  it('takes its weeks back, and what asked for them leaves the cart', async () => {
    const vecchio = await unico(25);
    const nuovo = await unico(20, { sostituisci: true });
    expect((await tardivo(vecchio)).map(({ id }) => id)).toEqual([nuovo.id]);
    expect([await stato(vecchio), await stato(nuovo)]).toEqual(['pagato', 'eliminato']);
    expect(await chiesto()).toBe(VENTICINQUE);
    expect(await unico(20, { integra: true })).toMatchObject({ importo: VENTI - VENTICINQUE });
  });

  it('counts as money where its place is being paid: all of it is then told as beyond what is due', async () => {
    const vecchio = await unico(25);
    const nuovo = await unico(20, { sostituisci: true });
    await a.prova.archivio.letture.bollettini.segna(nuovo.id, ['nel-carrello'], 'in-pagamento', 'ora');
    expect(await tardivo(vecchio)).toEqual([]);
    await paga(nuovo);
    expect([await stato(vecchio), await stato(nuovo)]).toEqual(['pagato', 'pagato']);
    const { versati, eccedenza } = await emetti(20, { integra: true });
    expect(somma(versati.map(({ importo }) => importo)) - eccedenza).toBe(VENTI);
    expect(eccedenza).toBe(centesimi(VENTICINQUE));
  });

  it('draws an unpaid integration away with it: it was worked out without that money', async () => {
    const uno = await unico(25);
    await paga(uno);
    const prima = await unico(28, { integra: true });
    const seconda = await unico(30, { integra: true, sostituisci: true });
    expect((await tardivo(prima)).map(({ id }) => id)).toEqual([seconda.id]);
    expect(await unico(30, { integra: true })).toMatchObject({ importo: 40_560 - VENTICINQUE - prima.importo });
  });
});
