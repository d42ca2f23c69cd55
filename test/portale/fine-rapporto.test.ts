import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodiceRapporto } from '../../src/anagrafe/codice-rapporto.ts';
import * as schemiBollettini from '../../src/portale/api/schemi/bollettini.ts';
import * as schemi from '../../src/portale/api/schemi/cessazione.ts';
import { INTESTAZIONE_DATORE } from '../../src/portale/api/token.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { requireDescribed, type Metodo } from './descritta.ts';
import { type Agente, codiceFiscaleDi, startPortaleDiProva, type PortaleDiProva } from './portale-di-prova.ts';

// Lucia Bianchi’s rapporto: hired on 03/09/2018, 25 hours a week at 8.00.
const RAPPORTO = '99109784511' as CodiceRapporto;
const SUBITO = { cessazione: '15/11/2026', motivo: 'licenziamento', preavvisoLavorato: '0', ferieNonGodute: '6' };

let prova: PortaleDiProva;
let browser: Agente;
let id: string;

beforeEach(async () => {
  prova = await startPortaleDiProva();
  browser = await prova.browser().enter(prova.app, 'Bianchi');
  id = (await registrato()).id;
});
afterEach(() => prova.close());

async function registrato() {
  const rapporto = await prova.app.registro.rapportoConCodice(RAPPORTO);
  if (rapporto === undefined) throw new Error('no such rapporto');
  return rapporto;
}

const pagina = () => percorsi.fineRapporto(id);
const invia = (campi: Record<string, string>) => browser.post(pagina(), campi, pagina());
async function operatore() {
  const subject = { datoreId: (await registrato()).datoreId };
  return { subject, actor: { tipo: 'sistema', nome: 'prova' }, authority: { tipo: 'operatore' } } as const;
}

/** The quarters and amounts of the rapporto’s cart, without the old one of 2020 that the demo leaves there. */
async function carrello() {
  const { righe } = await prova.app.bollettini.carrello(await operatore());
  return righe
    .filter(({ bollettino }) => bollettino.trimestre.anno === 2026)
    .map(({ bollettino: { trimestre, importo, scadenza } }) => [trimestre.numero, importo, scadenza]);
}

describe('the end of a rapporto of the register, on its page', () => {
  it('begins with what is known, and asks neither hiring nor hours nor pay', async () => {
    const { text } = await browser.get(pagina());
    expect(text).toContain('03/09/2018');
    expect(text).toContain('8,00 € l’ora');
    // 3/2020 alone was paid: 13 weeks of 25 hours.
    expect(text).toMatch(/>2020<\/td>.*?>325<\/td>.*?>1300<\/td>.*?>3<\/td>/s);
    for (const nome of ['assunzione', 'oreSettimanali', 'pagaOraria']) expect(text).not.toContain(`name="${nome}"`);
    expect((await browser.get(percorsi.scoperti(id))).text).toContain(pagina());
  });

  it('reckons, and writes nothing until it is asked to', async () => {
    const { text } = await invia(SUBITO);
    // 8.00 × 25 / 7 × 30 days of notice; 7 weeks to the end, 5 of notice, 25 hours of holidays in the end’s week.
    expect(text).toContain('857,14');
    expect(text).toContain('Passo 4');
    expect((await registrato()).cessazione).toBeUndefined();
    expect(await carrello()).toEqual([]);
    const carta = await browser.agent
      .post(percorsi.fineRapportoPdf(id))
      .type('form')
      .send({ ...SUBITO, _csrf: await browser.token(pagina()) });
    expect(carta.headers['content-type']).toBe('application/pdf');
  });

  it('writes the end and issues the last bollettino in one step', async () => {
    const { text } = await invia(SUBITO);
    const importo = /<td role="cell"[^>]*>4\/2026<\/td>.*?class="numero">(\d+,\d\d)/s.exec(text)?.[1];
    const risposta = await invia({ ...SUBITO, azione: 'emetti' });
    expect(risposta.headers['location']).toBe(percorsi.bollettini);
    expect((await registrato()).cessazione).toBe('2026-11-15');
    expect(await carrello()).toEqual([[4, Number(importo?.replace(',', '')), '2026-11-25']]);
    expect((await browser.get(percorsi.bollettini)).text).toContain(
      'La fine del rapporto, il 15/11/2026, è scritta nel registro',
    );
    // A second time what is there already stands in the way, and nothing is doubled.
    expect((await invia({ ...SUBITO, azione: 'emetti' })).status).toBe(409);
    expect(await carrello()).toHaveLength(1);
  });

  it('whose week is of the next quarter gives both bollettini', async () => {
    // Wednesday 30/9/2026: the week from 27/9 is of 4/2026.
    await invia({ ...SUBITO, cessazione: '30/09/2026', preavvisoLavorato: '', azione: 'emetti' });
    // 13 × 25 h × 1.24; then 25 hours and 6 days of holidays, 25 hours more: 50 h.
    expect(await carrello()).toEqual([
      [3, 40_300, '2026-10-12'],
      [4, 6200, '2026-10-12'],
    ]);
  });

  it('in the new year issues what can be, and says what is left and when', async () => {
    const { text } = await invia({ ...SUBITO, cessazione: '31/12/2026', preavvisoLavorato: '' });
    expect(text).toMatch(/Il bollettino dell’1\/2027 si emette appena l’INPS pubblica la sua tabella: circa \d+,\d\d/);
    await invia({ ...SUBITO, cessazione: '31/12/2026', preavvisoLavorato: '', azione: 'emetti' });
    expect(await carrello()).toEqual([[4, 40_300, '2027-01-11']]);
  });

  it('is written by itself, and taken back', async () => {
    await invia({ ...SUBITO, azione: 'registra' });
    expect((await registrato()).cessazione).toBe('2026-11-15');
    expect(await carrello()).toEqual([]);
    // The form begins from there.
    expect((await browser.get(pagina())).text).toContain('value="15/11/2026"');
    await invia({ azione: 'togli' });
    expect((await registrato()).cessazione).toBeUndefined();
  });

  it('says what is wrong at its field, and names a bollettino that comes after the end', async () => {
    const prima = await invia({ ...SUBITO, cessazione: '01/01/2018' });
    expect(prima.status).toBe(422);
    expect(prima.text).toContain('Viene prima dell’assunzione');
    await prova.app.bollettini.emetti(await operatore(), id, { anno: 2026, numero: 4 });
    const { text } = await invia({ ...SUBITO, cessazione: '15/08/2026', preavvisoLavorato: '' });
    expect(text).toContain('Nel carrello c’è un bollettino del 4/2026, dopo la fine: eliminarlo.');
  });
});

describe('the end of a rapporto of the register, for programs', () => {
  async function call(metodo: Metodo, percorso: string, corpo: object) {
    const { segreto } = await prova.app.accesso.creaToken('prova');
    const risposta = await browser.agent[metodo](percorsi.api + percorso)
      .set({ Authorization: `Bearer ${segreto}`, [INTESTAZIONE_DATORE]: codiceFiscaleDi(prova.app, 'Bianchi') })
      .send(corpo);
    requireDescribed(metodo, percorso, risposta);
    return risposta;
  }

  it('is reckoned, printed, issued', async () => {
    const conto = schemi.fine.parse((await call('post', `/rapporti/${id}/fine`, SUBITO)).body);
    expect(conto).toMatchObject({
      fine: { assunzione: '2018-09-03', preavviso: { indennita: '857.14' } },
      emettibile: true,
    });
    expect(conto.anni).toContainEqual({
      anno: 2020,
      oreVersate: '325',
      oreDelleCondizioni: '1300',
      trimestriDaVersare: 3,
    });
    expect((await call('post', `/rapporti/${id}/fine.pdf`, SUBITO)).headers['content-type']).toBe('application/pdf');
    const risposta = await call('post', `/rapporti/${id}/ultimi-bollettini`, SUBITO);
    const [emesso] = schemiBollettini.emissione.parse(risposta.body).bollettini;
    expect([risposta.status, risposta.headers['location']]).toEqual([
      201,
      expect.stringContaining(`/bollettini/${emesso?.id ?? '?'}`),
    ]);
    expect(emesso?.importo).toBe(conto.fine.contributi[0]?.calcoli[0]?.totale);
  });

  it('refuses what the register knows already', async () => {
    const risposta = await call('post', `/rapporti/${id}/fine`, { ...SUBITO, pagaOraria: '9,00' });
    expect(risposta.status).toBe(422);
    expect(risposta.body).toMatchObject({ codice: 'modifiche-incompatibili', campo: 'pagaOraria' });
  });

  it('is written with the rapporto, and taken away with null', async () => {
    const scrivi = async (corpo: object): Promise<unknown> => (await call('patch', `/rapporti/${id}`, corpo)).body;
    expect(await scrivi({ cessazione: '15/11/2026' })).toMatchObject({ cessazione: '2026-11-15' });
    expect(await scrivi({ cessazione: null })).toMatchObject({ cessazione: null });
    expect(await scrivi({})).toMatchObject({ codice: 'campo-mancante' });
    expect(await scrivi({ cessazione: '01/01/2018' })).toMatchObject({ codice: 'data-prima-assunzione' });
  });
});
