import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codiciDiUnaFetta } from '../../src/avvisi/lettura/lettore-codici.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { startPortaleDiProva, type Agente, type PortaleDiProva } from './portale-di-prova.ts';

let p: PortaleDiProva;

beforeAll(async () => {
  p = await startPortaleDiProva();
});
afterAll(() => p.close());

const IMMAGINE = /<img class="qr-grande" src="data:image\/svg\+xml;base64,([^"]+)"[^>]* alt="([^"]+)"/;

/** What the page's code says to who frames it, and to who cannot see it; undefined where the page shows none. */
async function shown(pagina: string): Promise<{ readonly testo: string; readonly alt: string } | undefined> {
  const [, base64 = '', alt = ''] = IMMAGINE.exec(pagina) ?? [];
  if (base64 === '') return undefined;
  const disegno = await loadImage(Buffer.from(base64, 'base64'));
  const tela = createCanvas(disegno.width, disegno.height);
  tela.getContext('2d').drawImage(disegno, 0, 0);
  const { codici } = await codiciDiUnaFetta(await tela.encode('png'));
  return { testo: codici.map(({ testo }) => testo).join(), alt };
}

async function operatore(): Promise<Agente> {
  const { segreto } = await p.app.accesso.creaToken('ufficio');
  const io = p.browser();
  await io.post(percorsi.operatoriAccesso, { token: segreto, verso: 'operatori' }, percorsi.operatoriAccesso);
  return io;
}

describe('the code of a bollettino on its page', () => {
  it('is large, says the notice’s own data, and has them written beside it', async () => {
    const io = await p.browser().enter(p.app, 'Ferrari');
    const [id = ''] = await io.bollettini();
    const { codiceAvviso, importo } = (await p.app.bollettini.mostraPerOperatore(id)).bollettino;
    const atteso = `PAGOPA|002|${codiceAvviso}|80078750587|${String(importo)}`;
    const scritto = codiceAvviso.replace(/(\d{4})(?=\d)/g, '$1\u00a0');
    for (const pagina of [
      await io.get(`${percorsi.bollettini}/${id}`),
      await (await operatore()).get(percorsi.bollettinoOperatori(id)),
    ]) {
      const visto = await shown(pagina.text);
      expect(visto?.testo).toBe(atteso);
      expect(visto?.alt).toContain(scritto);
      expect(pagina.text.split(scritto).length).toBeGreaterThan(2);
      expect(pagina.text).toContain('FAC-SIMILE: NON PAGABILE');
    }
  });

  it('is not there once the bollettino is on its way, paid, removed or prescribed', async () => {
    const io = await p.browser().enter(p.app, 'Ferrari');
    const [id = ''] = await io.bollettini();
    const ufficio = await operatore();
    const bollettini = p.app.knex('bollettini').where({ id });
    for (const stato of ['in-pagamento', 'pagato', 'eliminato']) {
      await bollettini.clone().update({ stato });
      const pagine = [
        await ufficio.get(percorsi.bollettinoOperatori(id)),
        await io.get(`${percorsi.bollettini}/${id}`),
      ].filter(({ status }) => status === 200);
      expect(pagine.length, stato).toBeGreaterThan(0);
      for (const { text } of pagine) expect(text, stato).not.toContain('qr-grande');
    }
    await bollettini.clone().update({ stato: 'nel-carrello' });
    expect((await io.get(`${percorsi.bollettini}/${id}`)).text).toContain('qr-grande');
    await bollettini.clone().update({ trimestre_anno: 2019, scadenza: '2019-04-10' });
    expect((await io.get(`${percorsi.bollettini}/${id}`)).text).not.toContain('qr-grande');
  });
});
