import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTESTAZIONE_CHIAVE } from '../../src/portale/api/idempotenza.ts';
import { OPERAZIONI } from '../../src/portale/api/api.router.ts';
import { INTESTAZIONE_DATORE } from '../../src/portale/api/token.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { codiceFiscaleDi, startPortaleDiProva, type PortaleDiProva } from './portale-di-prova.ts';

let prova: PortaleDiProva;
let segreto: string;
let rapporto: string;

beforeAll(async () => {
  prova = await startPortaleDiProva();
  ({ segreto } = await prova.app.accesso.creaToken('prova'));
  const risposta = await prova.browser().agent.get(`${percorsi.api}/rapporti`).set(chi());
  const { rapporti } = risposta.body as { rapporti: { id: string; codice: string }[] };
  rapporto = rapporti.find(({ codice }) => codice === '2100005123')?.id ?? '';
});
afterAll(() => prova.close());

const chi = (): Record<string, string> => ({
  Authorization: `Bearer ${segreto}`,
  [INTESTAZIONE_DATORE]: codiceFiscaleDi(prova.app, 'Ferrari'),
});

async function post(percorso: string, chiave: string | undefined, corpo: object, altre: Record<string, string> = {}) {
  return prova
    .browser()
    .agent.post(percorsi.api + percorso)
    .set({ ...chi(), ...altre, ...(chiave === undefined ? {} : { [INTESTAZIONE_CHIAVE]: chiave }) })
    .send(corpo);
}

const codiceDi = ({ body }: { body: unknown }) => (body as { codice?: string }).codice;
const quanti = async (tabella: string) => (await prova.app.knex(tabella)).length;

describe('a call that creates, with a key of its own', () => {
  it('creates once, however often it comes, and answers the same', async () => {
    const corpo = { rapporto, trimestre: '4/2025', ore: '100' };
    const prima = await post('/bollettini', 'aaaaaaaa-1', corpo);
    expect([prima.status, prima.headers['idempotency-replayed']]).toEqual([201, undefined]);
    const emessi = await quanti('bollettini');
    for (let volta = 0; volta < 3; volta += 1) {
      const ancora = await post('/bollettini', '"aaaaaaaa-1"', corpo);
      expect([ancora.status, ancora.headers['idempotency-replayed']]).toEqual([201, 'true']);
      expect(ancora.body).toEqual(prima.body);
      expect(ancora.headers['location']).toBe(prima.headers['location']);
    }
    expect(await quanti('bollettini')).toBe(emessi);
    const luogo = await prova
      .browser()
      .agent.get(prima.headers['location'] ?? '')
      .set(chi());
    expect(luogo.body).toEqual((prima.body as { bollettini: object[] }).bollettini[0]);
  });

  it('is refused when it is another call: other body, other employer, other operation', async () => {
    const corpo = { rapporto, trimestre: '4/2025', ore: '100' };
    const altre = [
      await post('/bollettini', 'aaaaaaaa-1', { ...corpo, ore: '101' }),
      await post('/carrello/conferma', 'aaaaaaaa-1', { bollettini: [{ id: rapporto, versione: 1 }] }),
      await post('/bollettini', 'aaaaaaaa-1', corpo, {
        [INTESTAZIONE_DATORE]: codiceFiscaleDi(prova.app, 'Bianchi'),
      }),
    ];
    for (const altra of altre) expect([altra.status, codiceDi(altra)]).toEqual([422, 'chiave-riusata']);
    const male = await post('/bollettini', 'breve', corpo);
    expect([male.status, codiceDi(male)]).toEqual([422, 'chiave-non-valida']);
  });

  it('of many at once one creates; the others are told to wait, and then get its answer', async () => {
    const corpo = { rapporto, trimestre: '3/2025', ore: '90' };
    const prima = await quanti('bollettini');
    const insieme = await Promise.all(Array.from({ length: 6 }, () => post('/bollettini', 'bbbbbbbb-1', corpo)));
    const stati = insieme.map(({ status, headers }) => (headers['idempotency-replayed'] ? 'ripetuta' : status));
    expect(stati.filter((stato) => stato === 201)).toHaveLength(1);
    for (const risposta of insieme.filter(({ status }) => status === 409)) {
      expect([codiceDi(risposta), risposta.headers['retry-after']]).toEqual(['richiesta-in-corso', '5']);
    }
    expect((await post('/bollettini', 'bbbbbbbb-1', corpo)).headers['idempotency-replayed']).toBe('true');
    expect(await quanti('bollettini')).toBe(prima + 1);
  });

  it('that was refused leaves its key free: mended, it goes', async () => {
    const corpo = { rapporto, trimestre: '2/2025', ore: '9000' };
    expect((await post('/bollettini', 'cccccccc-1', corpo)).status).toBe(422);
    expect((await post('/bollettini', 'cccccccc-1', { ...corpo, ore: '90' })).status).toBe(201);
  });

  it('works alike for a confirmation', async () => {
    const emesso = await post('/bollettini', undefined, { rapporto, trimestre: '1/2025', ore: '90' });
    const [uno] = (emesso.body as { bollettini: { id: string; versione: number }[] }).bollettini;
    const scelti = { bollettini: [{ id: uno?.id, versione: uno?.versione }] };
    const conferme = await quanti('conferme');
    const prima = await post('/carrello/conferma', 'dddddddd-1', scelti);
    const seconda = await post('/carrello/conferma', 'dddddddd-1', scelti);
    expect([prima.status, seconda.status]).toEqual([201, 201]);
    expect(seconda.body).toEqual(prima.body);
    expect(prima.headers['location']).toMatch(/^\/api\/v1\/consegne\//);
    expect(seconda.headers['idempotency-replayed']).toBe('true');
    expect(await quanti('conferme')).toBe(conferme + 1);
  });

  it('works alike for a file, whose bytes are compared as they come', async () => {
    const file = 'trimestre;ore_settimanali\n4/2020;25\n';
    const manda = (contenuto: string, chiave = 'eeeeeeee-1') =>
      prova
        .browser()
        .agent.post(`${percorsi.api}/lotti/importi?nomeFile=a.csv`)
        .set({ Authorization: `Bearer ${segreto}`, [INTESTAZIONE_CHIAVE]: chiave, 'Content-Type': 'text/csv' })
        .send(contenuto);
    const prima = await manda(file);
    expect([prima.status, prima.body]).toEqual([201, expect.anything()]);
    const seconda = await manda(file);
    expect([seconda.status, seconda.body]).toEqual([201, prima.body]);
    expect(seconda.headers['location']).toBe(`/api/v1/lotti/${(prima.body as { id: string }).id}`);
    expect(await quanti('lotti')).toBe(1);
    const altro = await manda(`${file}4/2021;25\n`);
    expect([altro.status, codiceDi(altro)]).toEqual([422, 'chiave-riusata']);
    expect(await quanti('lotti')).toBe(1);
  });

  it('every operation that answers 201 takes one', () => {
    const senza = OPERAZIONI.filter(({ stato, luogo }) => (stato === 201) !== (luogo !== undefined));
    expect(senza.map(({ nome }) => nome)).toEqual([]);
  });
});

describe('a list, page by page', () => {
  it('gives each once, whatever comes and goes meanwhile', async () => {
    const pagina = async (cursore?: string | null, limite = 2) => {
      const risposta = await prova
        .browser()
        .agent.get(`${percorsi.api}/pagamenti`)
        .query({ limite, ...(cursore ? { cursore } : {}) })
        .set(chi());
      return risposta.body as { pagamenti: { id: string }[]; successivo: string | null };
    };
    const tutti = (await pagina(undefined, 200)).pagamenti.map(({ id }) => id);
    expect(tutti.length).toBeGreaterThan(4);
    const letti: string[] = [];
    for (let cursore: string | null | undefined; cursore !== null;) {
      const { pagamenti, successivo } = await pagina(cursore);
      expect(pagamenti.length).toBeLessThanOrEqual(2);
      letti.push(...pagamenti.map(({ id }) => id));
      cursore = successivo;
    }
    expect(letti).toEqual(tutti);
    expect([...tutti].sort().reverse()).toEqual(tutti);
  });

  it('refuses a number or a cursor that is none', async () => {
    for (const domanda of ['limite=0', 'limite=201', 'limite=x', 'cursore=pippo']) {
      const risposta = await prova.browser().agent.get(`${percorsi.api}/rapporti?${domanda}`).set(chi());
      expect([risposta.status, (risposta.body as { campo?: string }).campo], domanda).toEqual([
        422,
        domanda.split('=')[0],
      ]);
    }
  });
});

describe('what a program is told', () => {
  it.each([
    [{}, 'trimestre: manca.'],
    [{ trimestre: 4 }, 'trimestre: deve essere un testo.'],
    [{ trimestre: '4/2020', oreSettimanali: true }, 'oreSettimanali: deve essere un testo o un numero.'],
    [{ trimestre: '4/2020', senzaCuaf: 'si' }, 'senzaCuaf: deve essere true o false.'],
    [{ trimestre: '4/2020', associazione: 'Z9' }, 'associazione: sono ammessi F2, E1.'],
    [{ trimestre: '4/2020'.repeat(9) }, 'trimestre: al più 20 caratteri.'],
    [[], 'richiesta: deve essere un oggetto JSON.'],
  ])('%j is refused in Italian: %s', async (corpo, frase) => {
    const risposta = await prova.browser().agent.post(`${percorsi.api}/calcoli`).send(corpo);
    expect(risposta.body).toMatchObject({ status: 422, title: 'La richiesta non va bene', detail: frase });
  });

  it('who is not let in at the door of the API is told as the API tells', async () => {
    const risposta = await prova.browser().agent.get(`${percorsi.api}/rapporti`).set('Host', 'altrove.test');
    expect([risposta.status, risposta.headers['content-type']]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
    ]);
    expect((await prova.browser().agent.get('/').set('Host', 'altrove.test')).text).toBe(
      'Indirizzo del servizio sconosciuto.\n',
    );
  });
});
