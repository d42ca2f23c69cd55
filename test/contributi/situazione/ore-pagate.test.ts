import { describe, expect, it } from 'vitest';
import { orePagate } from '../../../src/contributi/situazione/ore-pagate.ts';
import { norme } from '../../../src/norme/norme.ts';
import { Decimale } from '../../../src/valori/decimale.ts';
import type { Giorno } from '../../../src/valori/giorno.ts';
import { rifiuto } from '../rifiuto.ts';
import { condizioni, solo } from './situazione.ts';

const giorno = '2018-08-01' as Giorno;
const aGiorni = (giorni: number, delMese = '78', quando = giorno) =>
  orePagate(
    { giorni, oreMesePrecedente: new Decimale(delMese), lettura: 'ore-del-mese' },
    { giorno: quando, oreSettimanali: undefined, campo: 'ferieNonGodute' },
    norme(),
  );
const delSesto = (giorni: number, oreSettimanali?: string) =>
  orePagate(
    { giorni },
    {
      giorno,
      oreSettimanali: oreSettimanali === undefined ? undefined : new Decimale(oreSettimanali),
      campo: 'assenze',
    },
    norme(),
  );

describe('holidays of who is paid by the hour', () => {
  // CCNL art. 17 (homecaresystem.it, patronato.acli.it): 20 hours a week, three weeks of six days are 60 hours.
  it('are a sixth of the weekly hours, for each working day', () => {
    expect(delSesto(18, '20')).toMatchObject({ centesimiDiOra: 6000, formula: '20 ore / 6 × 18 giorni' });
    expect(delSesto(1, '25')).toMatchObject({ centesimiDiOra: 417 });
    expect(rifiuto(() => delSesto(1))[0]).toBe('ore-mancanti');
  });

  it('say what the month before would give, where its hours are told and the reading is not asked for', () => {
    const pagate = { giorni: 18, oreMesePrecedente: new Decimale(60) };
    const quando = { giorno, oreSettimanali: new Decimale(20), campo: 'assenze' };
    expect(orePagate(pagate, quando, norme())).toMatchObject({
      centesimiDiOra: 6000,
      formula: '20 ore / 6 × 18 giorni; per la lettura «ore-del-mese» sarebbero 41,54 ore',
    });
  });

  // Older reading; Corriere della Sera 2018: 78 hours / 26 × 15 days = 45 hours.
  it('are a twenty-sixth of the month before, for each day', () => {
    expect(aGiorni(15)).toMatchObject({ centesimiDiOra: 4500, formula: '78 ore / 26 × 15 giorni' });
    expect(aGiorni(1)).toMatchObject({ centesimiDiOra: 300 });
    expect(aGiorni(104)).toMatchObject({ centesimiDiOra: 31_200 });
  });

  it.each([0, -1, 105, 1.5, Number.NaN])('of %d days are no number of days', (giorni) => {
    expect(rifiuto(() => aGiorni(giorni))).toEqual([
      'ferie-non-valide',
      `ferieNonGodute: «${giorni}» giorni non va bene; indicare da 1 a 104 giorni, oppure le ore.`,
      'ferieNonGodute',
    ]);
  });

  it('have no rule before 2012, and then want the hours', () => {
    expect(aGiorni(1, '78', '2012-01-01' as Giorno).centesimiDiOra).toBe(300);
    expect(rifiuto(() => aGiorni(1, '78', '2011-12-31' as Giorno))).toEqual([
      'regola-non-nota',
      'ferieNonGodute: la regola delle ferie a ore al 2011-12-31 non è nota; indicare le ore.',
      'ferieNonGodute',
    ]);
  });

  it('bear the source of the rule, those said in hours the one of all absences', () => {
    const fonte = (orePagate: object) =>
      solo(
        { assenze: [{ tipo: 'ferie', dal: '2020-11-02', al: '2020-11-06', orePagate }] },
        condizioni({ oreSettimanali: '20', paga: { tipo: 'oraria', importo: '8' } }),
      ).passi.find(({ etichetta }) => etichetta.endsWith('ore pagate'))?.fonte.titolo;
    expect(fonte({ giorni: 5, oreMesePrecedente: '104', lettura: 'ore-del-mese' })).toContain(
      '78 ore / 26 × 15 giorni = 45 ore',
    );
    expect(fonte({ ore: '20' })).toContain('contributi su tutte le ore retribuite');
  });
});
