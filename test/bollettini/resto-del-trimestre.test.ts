import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Modifiche } from '../../src/bollettini/servizio-bollettini.ts';
import { calcolaDati } from '../../src/contributi/calcola.ts';
import type { DatiCalcolo } from '../../src/contributi/calcolo.ts';
import { parseDatiCalcolo, parseModifiche } from '../../src/contributi/parse-dati.ts';
import { restoDelTrimestre } from '../../src/bollettini/resto-del-trimestre.ts';
import { norme } from '../../src/norme/norme.ts';
import { regoleFinoAl } from '../../src/norme/proietta-tabella.ts';
import { parseTrimestre } from '../../src/scadenze/trimestre.ts';
import { formatEuroItaliano } from '../../src/valori/denaro.ts';
import { type AmbienteBollettini, ambienteBollettini, calcolatore } from './ambiente.ts';

let a: AmbienteBollettini;
beforeEach(async () => {
  a = await ambienteBollettini();
});
afterEach(() => a.prova.close());

const emetti = (trimestre: string, modifiche: Modifiche, consenso = {}) =>
  a.servizio.emetti(a.datore, a.rapporto.id, parseTrimestre(trimestre), modifiche, consenso);
const FINE = { oreSettimanali: '20', pagaOraria: '8', cessazione: '30/09/2026' };
const voci = (esito: Awaited<ReturnType<typeof emetti>>) =>
  esito.emessi.map(({ trimestre: { numero, anno }, importo, scadenza }) => [`${numero}/${anno}`, importo, scadenza]);

describe('an end in the last days of a quarter', () => {
  it.each([
    // The Saturday of the last week is the next quarter's: 30/3-5/4/2025, 28/6-4/7/2026 (its Sunday), 27/9-3/10/2026.
    ['1/2025', '31/03/2025', '2/2025'],
    ['2/2026', '30/06/2026', '3/2026'],
    ['3/2026', '30/09/2026', '4/2026'],
    ['4/2025', '31/12/2025', '1/2026'],
  ])('%s until %s gives both bollettini, the second as the first one says', async (trimestre, cessazione, prossimo) => {
    a.prova.clock.set('2026-10-05T08:00:00Z');
    const esito = await emetti(trimestre, parseModifiche({ ...FINE, cessazione }));
    expect(voci(esito).map(([quale]) => quale)).toEqual([trimestre, prossimo]);
    const [primo, secondo] = esito.emessi;
    const frase = primo?.calcolo.avvertenze.find((una) => una.includes('un altro bollettino')) ?? '';
    expect(frase).toContain(`${prossimo}: 20 ore, ${formatEuroItaliano(secondo?.importo as never)} €`);
    expect(esito.daDire.join()).not.toContain('un altro bollettino');
    expect(esito.dovuto).toBe((primo?.importo ?? 0) + (secondo?.importo ?? 0));
  });

  it('is foreseen, both, before anything is issued', async () => {
    const previsioni = await a.servizio.prevedi(
      a.datore,
      a.rapporto.id,
      parseTrimestre('3/2026'),
      parseModifiche(FINE),
    );
    expect(previsioni.map(({ nuovi }) => nuovi.map(({ calcolo }) => calcolo.trimestre.numero))).toEqual([[3], [4]]);
  });

  it('told as it was: hours of that week alone, or by the last month, and holidays with the last week', async () => {
    const { oreSettimanali: _o, ...fine } = FINE;
    const situazione = {
      cessazione: fine.cessazione,
      condizioni: [{ oreSettimanali: '20', paga: { tipo: 'oraria', importo: '8.00' } }],
      ferieNonGodute: { ore: '6' },
    };
    const { emessi } = await emetti('3/2026', { situazione });
    // 20 hours of the week and 6 of holidays, at 1.70.
    expect(emessi.map(({ importo }) => importo)).toEqual([44_200, 4_420]);
  });

  it('whose table is not out gives the first, and says what is left, how much about, and when', async () => {
    a.prova.clock.set('2026-12-30T08:00:00Z');
    const esito = await emetti('4/2026', parseModifiche({ ...FINE, cessazione: '31/12/2026' }));
    expect(voci(esito).map(([quale]) => quale)).toEqual(['4/2026']);
    expect(esito.daDire.join()).toMatch(
      /un altro bollettino, dell’1\/2027: 20 ore, circa \d+,\d\d €.*proiettata.*si paga entro/,
    );
  });

  it('leaves nothing to issue where the next year has a draft alone: the quarter that ends is issued all the same', () => {
    const stimate = regoleFinoAl(norme(), 2027);
    const dati = parseDatiCalcolo({ trimestre: '4/2026', ...FINE, cessazione: '31/12/2026' });
    const calcolatoreStimato = { ...calcolatore, semplice: (suoi: DatiCalcolo) => calcolaDati(suoi, stimate) };
    expect(restoDelTrimestre({ forma: 'semplice', dati }, calcolatoreStimato, stimate)).toBe(undefined);
  });

  it('is issued once: the second stays when the first is told anew, and what was paid is not asked again', async () => {
    const { emessi } = await emetti('3/2026', parseModifiche(FINE));
    const ancora = await emetti('3/2026', parseModifiche({ ...FINE, ore: '250' }), { sostituisci: true });
    expect(ancora.tenuti.map(({ id }) => id)).toEqual([emessi[1]?.id]);
    await a.prova.archivio.letture.bollettini.segna(emessi[1]?.id ?? '', ['nel-carrello'], 'pagato', 'ora');
    const dopo = await emetti('3/2026', parseModifiche(FINE), { sostituisci: true });
    expect(dopo.emessi.map(({ trimestre }) => trimestre.numero)).toEqual([3]);
  });
});
