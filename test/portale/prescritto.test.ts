import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodiceRapporto } from '../../src/anagrafe/codice-rapporto.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { apri } from '../avvisi/leggi-pdf.ts';
import { type Agente, startPortaleDiProva, type PortaleDiProva } from './portale-di-prova.ts';

let prova: PortaleDiProva;
let browser: Agente;
beforeAll(async () => {
  prova = await startPortaleDiProva();
  browser = await prova.browser().enter(prova.app, 'Bianchi');
  // The 4/2020 of the demo data, without the act that was declared for it.
  await prova.app.knex('bollettini').update({ interrotta_il: null });
});
afterAll(() => prova.close());

describe('a bollettino of the cart that is prescribed', () => {
  it('offers no notice on any page, and none comes at its addresses', async () => {
    const [id = ''] = await browser.bollettini();
    const { text } = await browser.get(`${percorsi.bollettini}/${id}`);
    expect(text).toContain('è prescritto dal 01/07/2026');
    expect(text).not.toMatch(/Stampa l’avviso|Leggi l’avviso/);
    expect((await browser.get(percorsi.bollettini)).text).not.toContain(percorsi.avvisiDelCarrello);
    for (const indirizzo of [
      percorsi.avvisoPdf(id),
      percorsi.avvisoHtml(id),
      percorsi.avviso(id),
      percorsi.avvisiDelCarrello,
    ]) {
      const risposta = await browser.get(indirizzo);
      expect([indirizzo, risposta.status]).toEqual([indirizzo, 409]);
      expect(risposta.text).toContain('è prescritto dal 01/07/2026');
    }
  });

  it('leaves the cart’s others to be printed, all in one file', async () => {
    const cliente = await prova.app.registro.rapportoConCodice('99109784511' as CodiceRapporto);
    const contesto = {
      actor: { tipo: 'sistema', nome: 'prova' },
      subject: { datoreId: cliente?.datoreId ?? '' },
      authority: { tipo: 'operatore' },
    } as const;
    await prova.app.bollettini.emetti(contesto, cliente?.id ?? '', { anno: 2026, numero: 3 });
    expect((await browser.get(percorsi.bollettini)).text).toContain(percorsi.avvisiDelCarrello);
    const pdf = await browser.agent.get(percorsi.avvisiDelCarrello).responseType('blob');
    expect(pdf.status).toBe(200);
    const carta = await apri(pdf.body as Buffer);
    expect(carta.numPages).toBe(1);
  });
});
