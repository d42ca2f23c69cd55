import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bollettino } from '../../src/bollettini/bollettino.ts';
import type { Consenso } from '../../src/bollettini/consenso.ts';
import type { Modifiche } from '../../src/bollettini/servizio-bollettini.ts';
import { Decimale } from '../../src/valori/decimale.ts';
import { parseGiorno } from '../../src/valori/giorno.ts';
import { QUANDO_SI_EMETTE_IL_2020 } from '../archivio/archivio-di-prova.ts';
import { type AmbienteBollettini, ambienteBollettini, QUARTO_2020 } from './ambiente.ts';

let a: AmbienteBollettini;
beforeEach(async () => {
  a = await ambienteBollettini();
  a.prova.clock.set(QUANDO_SI_EMETTE_IL_2020);
});
afterEach(() => a.prova.close());

// 4/2020: 25 hours × 13 × 1.04 = 338.00; F2 325 × 0.03 = 9.75.
const SOLO: Modifiche = { associazione: 'F2', soloAssistenza: true };
const emetti = (modifiche: Modifiche = {}, consenso: Consenso = {}) =>
  a.servizio.emetti(a.datore, a.rapporto.id, QUARTO_2020, modifiche, consenso);
async function uno(modifiche: Modifiche = {}, consenso: Consenso = {}): Promise<Bollettino> {
  const { emessi } = await emetti(modifiche, consenso);
  expect(emessi).toHaveLength(1);
  return emessi[0] as Bollettino;
}
const paga = ({ id }: Bollettino) =>
  a.prova.archivio.letture.bollettini.segna(id, ['nel-carrello', 'in-pagamento'], 'pagato', 'ora');

describe('the fund’s contribution alone', () => {
  it('is a bollettino of no week, beside the one of INPS’s contributions, in whatever order', async () => {
    a.prova.clock.set('2021-03-01T10:00:00Z');
    const { emessi, ritardi } = await emetti(SOLO);
    expect(emessi).toMatchObject([{ importo: 975, settimane: 0 }]);
    expect(ritardi).toEqual([]);
    // Told without the fund, the quarter does not know of it.
    expect(await uno()).toMatchObject({ importo: 33_800, settimane: 0b1_1111_1111_1111 });
    const { righe } = await a.servizio.carrello(a.datore);
    expect(righe.map(({ bollettino: { importo, fondo } }) => [importo, fondo])).toEqual([
      [975, 'solo'],
      [33_800, undefined],
    ]);
  });

  it('leaves the quarter uncovered, whatever was paid of it', async () => {
    await paga(await uno(SOLO));
    const [noto] = await a.servizio.trimestri(a.datore, a.rapporto.id, () => ({ scadenza: parseGiorno('2021-01-11') }));
    expect(noto).toMatchObject({ versato: 0, chiesto: 0, bollettini: [] });
  });

  it('is asked once: the same stays, another takes its place, one that is paid gives the difference', async () => {
    const primo = await uno(SOLO);
    await expect(emetti(SOLO)).rejects.toMatchObject({ codice: 'bollettino-gia-emesso' });
    expect((await emetti(SOLO, { ripeti: true })).tenuti.map(({ iuv }) => iuv)).toEqual([primo.iuv]);
    const conPiu = { ...SOLO, assistenzaInPiu: 1000 } as Modifiche;
    const secondo = await uno(conPiu, { sostituisci: true });
    expect(secondo.importo).toBe(1975);
    await paga(secondo);
    await expect(emetti(SOLO)).rejects.toMatchObject({ codice: 'trimestre-gia-pagato' });
    const ancora = await uno({ ...SOLO, assistenzaInPiu: 1500 } as Modifiche, { integra: true });
    expect(ancora).toMatchObject({ importo: 500, settimane: 0, integrazione: 1, fondo: 'solo' });
  });

  it('paid alone is counted when the whole quarter is told with it: the rest is the difference, with all its weeks', async () => {
    await paga(await uno(SOLO));
    const resto = await uno({ associazione: 'F2' }, { integra: true });
    expect(resto).toMatchObject({ importo: 33_800, settimane: 0b1_1111_1111_1111, integrazione: 1 });
    expect(resto.calcolo).toMatchObject({ ore: 325, settimane: 13, associazione: { totale: '0.00' } });
  });

  it('is refused where it is asked with INPS’s contributions already', async () => {
    const intero = await uno({ associazione: 'F2' });
    await expect(emetti(SOLO)).rejects.toMatchObject({ codice: 'assistenza-gia-chiesta', statoHttp: 409 });
    await paga(intero);
    await expect(emetti(SOLO, { integra: true })).rejects.toMatchObject({ codice: 'assistenza-gia-chiesta' });
  });

  it('changes and comes back as what it is', async () => {
    const { id, versione } = await uno(SOLO);
    const dopo = await a.servizio.modifica(a.datore, id, versione, { assistenzaInPiu: 500 } as Modifiche);
    expect(dopo).toMatchObject({ importo: 1475, settimane: 0, fondo: 'solo' });
  });
});

describe('what is told beside terms that change within the quarter', () => {
  const dal = parseGiorno('2020-11-16');
  const cambio = { dal, oreSettimanali: '30' };
  const proponi = async (modifiche: Modifiche) => {
    const calcoli = await a.servizio.proponi(a.datore, a.rapporto.id, QUARTO_2020, modifiche);
    return calcoli.map(({ ore, totale, associazione, avvertenze }) => ({
      ore: ore.toNumber(),
      totale,
      fondo: associazione?.totale,
      ultime: avvertenze.some((frase) => frase.includes('usa le ultime')),
    }));
  };

  // Seven weeks of 25 hours up to 14/11, then six of 30: 355 hours, the last terms for all would be 390.
  it('follows each part: nights, overtime, the fund, a replacement', async () => {
    expect(await proponi({ cambio })).toMatchObject([{ ore: 355, ultime: false }]);
    const conF2 = { cambio, associazione: 'F2' } as const;
    expect(await proponi({ ...conF2, notti: { tipo: 'presenza', quante: 10 } })).toMatchObject([
      // Where nights of presence are told the fund counts them, five hours each: 50 × 0.03 = 1.50.
      { ore: 355, fondo: 150, ultime: false },
    ]);
    const [straordinari] = await proponi({ cambio, straordinari: [{ giorno: dal, ore: new Decimale(6) }] });
    expect(straordinari).toMatchObject({ ore: 361, ultime: false });
    // Which part it belongs to only its day says.
    await expect(proponi({ cambio, straordinari: [{ ore: new Decimale(6) }] })).rejects.toMatchObject({
      codice: 'straordinari-senza-giorno',
    });
    const [termine] = await proponi({ cambio, tempoDeterminato: true });
    const [sostituto] = await proponi({ cambio, tempoDeterminato: true, sostituzione: true });
    expect([termine?.ore, sostituto?.ore]).toEqual([355, 355]);
    // 355 × 1.12 and × 1.04: the 1.40% is not owed for who replaces somebody.
    expect([termine?.totale, sostituto?.totale]).toEqual([39_760, 36_920]);
  });
});
