import { afterEach, describe, expect, it } from 'vitest';
import { percorsi } from '../../src/portale/percorsi.ts';
import { ENTE_REALE } from '../impostazioni/ente-reale.ts';
import { startPortaleDiProva, type PortaleDiProva } from './portale-di-prova.ts';

let prova: PortaleDiProva;
afterEach(() => prova.close());

const INVENTATI =
  /Per provare, con una persona inventata: codice fiscale <span class="codice">(\w+)<\/span>, codice del rapporto <span class="codice">(\d+)</;

describe('the way in', () => {
  it('with the demo data shows two codes that let in', async () => {
    prova = await startPortaleDiProva();
    const pagina = await prova.browser().get(percorsi.accesso);
    const [, codiceFiscale = '', codiceRapporto = ''] = INVENTATI.exec(pagina.text) ?? [];
    const risposta = await prova.browser().post(percorsi.accessoCodiceRapporto, { codiceFiscale, codiceRapporto });
    expect([risposta.status, risposta.headers['location']]).toEqual([303, percorsi.daFare]);
  });

  it.each([
    ['without demo data', { TRIMESTRE_DEMO: 'no' }],
    ['of a real creditor', ENTE_REALE],
    ['of a real creditor that asks for demo data', { ...ENTE_REALE, TRIMESTRE_DEMO: 'si' }],
  ])('%s shows nobody’s codes and no simulated identity', async (_, ambiente) => {
    prova = await startPortaleDiProva({ ambiente });
    const { status, text } = await prova.browser().get(percorsi.accesso);
    expect(status).toBe(200);
    expect(text).toContain('Codice del rapporto di lavoro');
    expect(text).not.toMatch(/Per provare|identità simulata|persona inventata|99109784511/);
  });

  it('names a wrong field as the page does, and tells who must wait that nothing is to be corrected', async () => {
    prova = await startPortaleDiProva();
    const browser = prova.browser();
    const prova1 = (codiceRapporto: string) =>
      browser.post(percorsi.accessoCodiceRapporto, { codiceFiscale: 'BNCLCU58E52D620L', codiceRapporto });
    const corto = await prova1('123');
    expect(corto.text).toContain('<a href="#codiceRapporto">Servono le 10 o 11 cifre');
    expect(corto.text).not.toContain('codiceRapporto:');
    for (let volta = 0; volta < 5; volta++) expect((await prova1('99109784599')).status).toBeLessThan(429);
    const troppi = await prova1('99109784599');
    expect(troppi.status).toBe(429);
    expect(troppi.text).toContain('Per ora non si può');
    expect(troppi.text).not.toContain('un dato da correggere');
  });
});
