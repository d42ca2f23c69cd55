import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Contesto } from '../../src/accesso/contesto.ts';
import { INTESTAZIONE_DATORE } from '../../src/portale/api/token.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { attestazioneDi, scopertiDi } from '../../src/portale/prospetti.ts';
import { parseTrimestre } from '../../src/scadenze/trimestre.ts';
import { Decimale } from '../../src/valori/decimale.ts';
import { codiceFiscaleDi, startPortaleDiProva, type Agente, type PortaleDiProva } from './portale-di-prova.ts';

let prova: PortaleDiProva;
let io: Agente;
let contesto: Contesto;
beforeEach(async () => {
  prova = await startPortaleDiProva();
  io = await prova.browser().enter(prova.app, 'Ferrari');
  const datore = await prova.app.registro.datoreConCodiceFiscale(codiceFiscaleDi(prova.app, 'Ferrari') as never);
  contesto = {
    actor: { tipo: 'sistema', nome: 'prova' },
    subject: { datoreId: datore?.id ?? '' },
    authority: { tipo: 'operatore' },
  };
});
afterEach(() => prova.close());

const PRIMO = parseTrimestre('1/2026');
/** Shevchenko's 1/2026: 20 hours a week at 9,00 with F2, paid in April. */
async function pagato() {
  const [rapporto] = (await prova.app.bollettini.rapporti(contesto)).filter(({ codice }) => codice === '2100005123');
  const effettuati = await prova.app.pagamenti.effettuati(contesto);
  const riga = effettuati.find(
    ({ bollettino }) => bollettino.rapportoId === rapporto?.id && bollettino.trimestre.numero === 1,
  );
  if (rapporto === undefined || riga === undefined) throw new Error('the demo lacks what was paid');
  return { rapporto, bollettino: riga.bollettino };
}
const versatoNel2026 = async () =>
  (await attestazioneDi(prova.app, contesto, 2026, 'anno-di-pagamento')).totali.importo;

describe('money asked back from INPS', () => {
  it('is prepared on a page and on paper; once it came back it no longer counts as paid, and its anomaly is closed', async () => {
    const { rapporto, bollettino } = await pagato();
    const prima = await versatoNel2026();
    // Told again with fewer hours: 12 a week.
    const meno = { oreSettimanali: new Decimale(12) };
    const { eccedenza } = await prova.app.bollettini.emetti(contesto, rapporto.id, PRIMO, meno, { integra: true });
    expect(eccedenza).toBeGreaterThan(0);
    const pagina = await io.get(percorsi.rimborso(bollettino.id));
    expect(pagina.text).toContain('versato più del dovuto');
    const pdf = await io.agent.get(percorsi.rimborsoPdf(bollettino.id)).responseType('blob');
    expect((pdf.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
    const storto = await io.post(
      percorsi.rimborso(bollettino.id),
      { altroRapporto: '', ottenutoIl: 'ieri' },
      percorsi.rimborso(bollettino.id),
    );
    expect([storto.status, storto.text.includes('id="ottenutoIl-errore"')]).toEqual([422, true]);
    expect(
      (
        await io.post(
          percorsi.rimborso(bollettino.id),
          { altroRapporto: '', ottenutoIl: '01/01/2031' },
          percorsi.rimborso(bollettino.id),
        )
      ).status,
    ).toBe(422);
    const fatto = await io.post(
      percorsi.rimborso(bollettino.id),
      { altroRapporto: '', ottenutoIl: '10/11/2026' },
      percorsi.rimborso(bollettino.id),
    );
    expect(fatto.status).toBe(303);
    expect(await prova.app.operatori.anomalie('aperta')).toEqual([]);
    expect(await versatoNel2026()).toBe(prima - eccedenza);
    // The quarter as it is told now is paid in full, and is asked for nothing more.
    const ancora = await prova.app.bollettini.emetti(contesto, rapporto.id, PRIMO, meno, { integra: true });
    expect([ancora.emessi, ancora.eccedenza]).toEqual([[], 0]);
    expect((await io.get(percorsi.rimborso(bollettino.id))).text).toContain('non risulta nulla di versato in più');
  });

  it('of a payment meant for another rapporto leaves the quarter uncovered, and it is issued again', async () => {
    const { rapporto, bollettino } = await pagato();
    const altro = '?altroRapporto=21000045678';
    expect((await io.get(percorsi.rimborso(bollettino.id) + altro)).text).toContain('Da attribuire all’altro rapporto');
    const { segreto } = await prova.app.accesso.creaToken('prova');
    const intestazioni = {
      Authorization: `Bearer ${segreto}`,
      [INTESTAZIONE_DATORE]: codiceFiscaleDi(prova.app, 'Ferrari'),
    };
    const api = `/api/v1/bollettini/${bollettino.id}/rimborso`;
    expect(
      (
        await prova
          .browser()
          .agent.get(api + altro)
          .set(intestazioni)
      ).body,
    ).toMatchObject({
      motivo: 'altro-rapporto',
      altroRapporto: '21000045678',
    });
    await io.post(
      percorsi.rimborso(bollettino.id),
      { altroRapporto: '21000045678', ottenutoIl: '10/11/2026' },
      percorsi.rimborso(bollettino.id),
    );
    const riga = (await scopertiDi(prova.app, contesto, rapporto.id)).prospetto.righe.find(
      ({ trimestre: { anno, numero } }) => anno === 2026 && numero === 1,
    );
    expect([riga?.stato, riga?.versato]).toEqual(['mancante', 0]);
    const { emessi } = await prova.app.bollettini.emetti(contesto, rapporto.id, PRIMO);
    expect(emessi).toMatchObject([{ importo: bollettino.importo, settimane: bollettino.settimane }]);
    expect(emessi[0]?.integrazione).toBeUndefined();
  });

  it('is nobody else’s to see', async () => {
    const { bollettino } = await pagato();
    const altra = await prova.browser().enter(prova.app, 'Bianchi');
    expect((await altra.get(percorsi.rimborso(bollettino.id))).status).toBe(404);
  });
});
