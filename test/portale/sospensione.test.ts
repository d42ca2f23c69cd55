import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCodiceRapporto } from '../../src/anagrafe/codice-rapporto.ts';
import * as schemiBollettini from '../../src/portale/api/schemi/bollettini.ts';
import * as schemiProspetti from '../../src/portale/api/schemi/prospetti.ts';
import { INTESTAZIONE_DATORE } from '../../src/portale/api/token.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { parseTrimestre } from '../../src/scadenze/trimestre.ts';
import { testi } from '../avvisi/leggi-pdf.ts';
import { checked, chiamate } from './chiamate-api.ts';
import { codiceFiscaleDi, startPortaleDiProva, type PortaleDiProva } from './portale-di-prova.ts';

/** Carmela De Luca of the demo: nothing covers her 1/2026. */
const CODICE = '21000078901';

let prova: PortaleDiProva;
let id: string;
beforeAll(async () => {
  prova = await startPortaleDiProva();
  id = (await prova.app.registro.rapportoConCodice(parseCodiceRapporto(CODICE)))?.id ?? '';
});
afterAll(() => prova.close());

const testo = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** What the messages say of her 1/2026. */
const delPrimo = (pagina: string) => [...pagina.matchAll(/[^.]{0,60}1\/2026[^.]{0,80}Carmela De Luca/g)].map(String);

describe('a quarter that owes nothing', () => {
  it('is declared on the page of the rapporto, seen everywhere, and taken back', async () => {
    const io = await prova.browser().enter(prova.app, 'Ferrari');
    const pagina = percorsi.scoperti(id);
    expect((await io.get(percorsi.daFare)).text).toContain(`${pagina}#sospensione`);
    expect(delPrimo(testo((await io.get(percorsi.messaggi)).text))).not.toEqual([]);
    const invia = (campi: Record<string, string>) => io.post(percorsi.sospensione(id), campi, pagina);
    expect((await invia({ trimestre: '1/2026', motivo: 'maternita' })).status).toBe(303);
    const dopo = testo((await io.get(pagina)).text);
    expect(dopo).toContain(
      'Fatto: per il trimestre 1/2026 non si deve nulla (maternità). All’INPS la sospensione si comunica a parte',
    );
    expect(dopo).toMatch(/1\/2026 obbligo sospeso 10\/04\/2026 – – – maternità/);
    expect(dopo).toContain('vale se è stata comunicata all’INPS');
    const oggi = (await io.get(percorsi.daFare)).text;
    expect(oggi).not.toContain(`${pagina}#sospensione`);
    expect(testo(oggi)).toMatch(/1\/2026 obbligo sospeso maternità 0,00 10\/04\/2026/);
    const carta = await io.agent.get(percorsi.scopertiPdf(id)).responseType('blob');
    const scritto = (await testi(carta.body as Buffer)).map((uno) => uno.testo).join(' ');
    expect(scritto).toContain('obbligo sospeso');
    expect(delPrimo(testo((await io.get(percorsi.messaggi)).text))).toEqual([]);
    // A bollettino of that quarter is refused in the words of its page.
    const calcolo = await io.get(`${percorsi.calcolo}?rapporto=${id}&numero=1&anno=2026`);
    expect([calcolo.status, testo(calcolo.text)]).toEqual([
      409,
      expect.stringContaining('è dichiarata la sospensione dell’obbligo contributivo (maternità)'),
    ]);
    expect((await invia({ togli: '1/2026' })).status).toBe(303);
    expect(testo((await io.get(pagina)).text)).toMatch(/1\/2026 non coperto/);
  });

  it('says at its field what is wrong', async () => {
    const io = await prova.browser().enter(prova.app, 'Ferrari');
    const pagina = percorsi.scoperti(id);
    for (const [campi, stato, frase] of [
      [
        { trimestre: '3/2026', motivo: 'maternita' },
        409,
        /Il trimestre 3\/2026 ha già dei bollettini \(296,66 €, codice avviso/,
      ],
      [{ trimestre: '1/2026', motivo: 'ferie' }, 422, /«ferie» non è un motivo di sospensione; si conoscono maternita/],
      [{ trimestre: 'ieri', motivo: 'malattia' }, 422, /«ieri» non è un trimestre/],
      [{ togli: '1/2026' }, 422, /Per il trimestre 1\/2026 non è dichiarata nessuna sospensione/],
    ] as const) {
      const risposta = await io.post(percorsi.sospensione(id), campi, pagina);
      expect([risposta.status, testo(risposta.text)]).toEqual([stato, expect.stringMatching(frase)]);
    }
  });

  it('is for programs a key of the rapporto, all of it or nothing', async () => {
    const { segreto } = await prova.app.accesso.creaToken('prova');
    const mio = { Authorization: `Bearer ${segreto}`, [INTESTAZIONE_DATORE]: codiceFiscaleDi(prova.app, 'Ferrari') };
    const call = chiamate(prova);
    const cambia = (sospensioni: object) => call('patch', `/rapporti/${id}`, { sospensioni }, mio);
    const dopo = checked(schemiBollettini.rapporto, await cambia({ '1/2026': 'malattia' }));
    expect(dopo.sospensioni).toEqual({ '1/2026': 'malattia' });
    const scoperti = checked(schemiProspetti.scoperti, await call('get', `/rapporti/${id}/scoperti`, undefined, mio));
    expect(scoperti.trimestri.find(({ trimestre }) => trimestre === '1/2026')).toMatchObject({
      stato: 'non-dovuto',
      obbligoSospeso: 'malattia',
      manca: '0.00',
      sanzioni: null,
      settimaneScoperte: 0,
    });
    const emetti = await call('post', '/bollettini', { rapporto: id, trimestre: '1/2026' }, mio);
    expect([emetti.status, (emetti.body as { codice: string }).codice]).toEqual([409, 'obbligo-sospeso']);
    expect((await cambia({ '1/2026': null, '3/2026': 'malattia' })).status).toBe(409);
    expect((await cambia({ '1/2026': 'ferie' })).status).toBe(422);
    expect((await cambia({ ieri: 'malattia' })).status).toBe(422);
    expect(checked(schemiBollettini.rapporto, await cambia({ '1/2026': null })).sospensioni).toEqual({});
  });
});

it('the association’s contribution alone is among the things to do until it is paid', async () => {
  const io = await prova.browser().enter(prova.app, 'Ferrari');
  const rapporto = await prova.app.registro.rapportoConCodice(parseCodiceRapporto(CODICE));
  const contesto = {
    actor: { tipo: 'sistema', nome: 'prova' },
    subject: { datoreId: rapporto?.datoreId ?? '' },
    authority: { tipo: 'operatore' },
  } as const;
  const { emessi } = await prova.app.bollettini.emetti(contesto, id, parseTrimestre('3/2026'), {
    associazione: 'F2',
    soloAssistenza: true,
  });
  const cose = testo((await io.get(percorsi.daFare)).text);
  expect(emessi).toHaveLength(1);
  expect(cose).toMatch(/Contributo di assistenza, 3\/2026, Carmela De Luca \d+,\d\d €: scaduto il 12\/10\/2026/);
  expect(cose).toContain('da pagare anche il contributo di assistenza da solo');
  await prova.app.knex('bollettini').where({ id: emessi[0]?.id }).update({ stato: 'pagato' });
  expect(testo((await io.get(percorsi.daFare)).text)).not.toContain('Contributo di assistenza');
});
