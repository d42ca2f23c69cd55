import { describe, expect, it } from 'vitest';
import { norme } from '../../src/norme/norme.ts';
import { regoleProspetti } from '../../src/norme/regole-prospetti.ts';
import { type CampiSanzioni, parseDatiSanzioni, sanzioni, testoSanzioni } from '../../src/prospetti/sanzioni/index.ts';
import { giorno } from '../../src/valori/giorno.ts';

const OGGI = giorno(2026, 11, 30);
const regole = regoleProspetti();

function ritardo(campi: CampiSanzioni) {
  const prospetto = sanzioni(parseDatiSanzioni(campi, OGGI, norme()), regole);
  return { ...prospetto, testo: testoSanzioni(prospetto, regole.sanzioni.baseGiorni) };
}

/** Real cases that people brought, with the answer that is right and whence it comes; their numbers are those of docs/golden.md. */
describe('cases of the law: late payments', () => {
  it('11: evasion of 1/2017 paid on 10/4/2022: 600 (cap) + 80.47 at one rate, or 81.21 by period (laleggepertutti.it)', () => {
    const campi = { contributi: '1000', trimestre: '1/2017', pagamento: '10/04/2022', evasione: true };
    const { letture, testo } = ritardo(campi);
    expect(letture.map(({ sanzione, mora }) => [sanzione, mora?.importo])).toEqual([
      [60_000, 8047],
      [60_000, 8121],
    ]);
    expect(testo).toContain('Sanzioni e interessi previsti: da 680,47 € a 681,21 €');
    expect(testo).toMatch(/LETTURA 2: misura fissa di legge; mora: ogni giorno al tasso allora in vigore/);
  });
});
