import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodiceRapporto } from '../../src/anagrafe/codice-rapporto.ts';
import { PERMESSI } from '../../src/portale/permessi.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { LINGUE_DEL_LAVORATORE } from '../../src/portale/viste/lavoratore.ts';
import { parseGiorno } from '../../src/valori/giorno.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { testi } from '../avvisi/leggi-pdf.ts';
import { rotteDi } from '../ostili/rotte.ts';
import { codiceFiscaleDi, startPortaleDiProva, type Agente, type PortaleDiProva } from './portale-di-prova.ts';

/** Elena Popescu works for two of the invented employers. */
const SUOI = ['99109784511', '21000022334'];

let prova: PortaleDiProva;
let elena: Agente;
beforeAll(async () => {
  prova = await startPortaleDiProva();
  elena = await prova.browser().enter(prova.app, 'Popescu', percorsi.lavoratore);
});
afterAll(() => prova.close());

/** A page as it is read: no tags, one space. */
function letta(html: string): string {
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

/** The text of the extract on paper. */
async function pdf(): Promise<string> {
  const risposta = await elena.agent.get(percorsi.lavoratorePdf).responseType('blob');
  const scritti = await testi(new Uint8Array(risposta.body as Buffer));
  return scritti.map(({ testo }) => testo).join(' ');
}

async function scritte(): Promise<unknown> {
  const tabelle = ['bollettini', 'rapporti', 'condizioni', 'datori', 'conferme', 'tentativi'];
  return Promise.all(tabelle.map((nome) => prova.app.knex(nome)));
}

describe('a worker', () => {
  it('sees each rapporto, of whatever employer: what was paid, and what is missing', async () => {
    const { text } = await elena.get(percorsi.lavoratore);
    const pagina = letta(text);
    expect([...text.matchAll(/id="rapporto-(\d+)"/g)].map(([, codice]) => codice).sort()).toEqual([...SUOI].sort());
    expect(pagina).toContain('Datore di lavoro: Lucia Bianchi');
    expect(pagina).toContain('3/2020 luglio – settembre pagato 325 8,67 € 13 8 ott 2020 338,00 €');
    expect(pagina).toMatch(/3\/2026 luglio – settembre non pagato, scadenza 12 ott 2026 – – – – –/);
    expect(pagina).toMatch(/\d+ trimestri già scaduti non risultano pagati\./);
  });

  it('sees nothing of an employer but the name: no codice fiscale, address, or code of a payment', async () => {
    const [pagina, csv, carta] = [
      (await elena.get(percorsi.lavoratore)).text,
      (await elena.get(percorsi.lavoratoreCsv)).text,
      await pdf(),
    ];
    const [bollettino] = await prova.app.knex('bollettini').where({ stato: 'pagato' }).select<{ iuv: string }[]>('iuv');
    for (const testo of [pagina, csv, carta]) {
      expect(testo).toContain('Bianchi');
      expect(testo).not.toContain(codiceFiscaleDi(prova.app, 'Bianchi'));
      expect(testo).not.toContain('Via dei Giardini');
      expect(testo).not.toContain(bollettino?.iuv);
    }
    expect(csv).toContain('338.00');
    expect(csv).toContain('BNC•');
    expect(carta).toContain('338,00');
  });

  it.each(LINGUE_DEL_LAVORATORE)(
    'reads it in %s, and is told when no person has looked at the translation',
    async (lingua) => {
      const { text } = await elena.get(`${percorsi.lavoratore}?lingua=${lingua}`);
      expect(text).toContain(`<html lang="${lingua}">`);
      expect(text.match(/aria-current="true">([^<]+)/)?.[1]).toBeDefined();
      expect(text.includes('<p class="nota">')).toBe(lingua !== 'it');
      expect(text).not.toMatch(/\{\w+\}/);
    },
  );

  it('reads it in the browser’s language when none is asked for', async () => {
    const in_ = async (accetta: string): Promise<string | undefined> =>
      /<html lang="(\w+)">/.exec(
        (await elena.agent.get(percorsi.lavoratore).set('Accept-Language', accetta)).text,
      )?.[1];
    expect(await Promise.all(['uk-UA,uk;q=0.9', 'tl-PH', 'fil', 'de', ''].map(in_))).toEqual([
      'uk',
      'fil',
      'fil',
      'it',
      'it',
    ]);
  });

  it('AB-04: changes nothing: every other page and form of who came in leads back', async () => {
    const prima = await scritte();
    const rotte = rotteDi(prova.portale).filter(({ percorso }) =>
      /^\/(bollettini|calcolo\/dettaglio|da-fare|pagamenti|pagamento-online|scadenze)/.test(percorso),
    );
    expect(rotte.length).toBeGreaterThan(30);
    for (const { metodo, percorso } of rotte) {
      const vero = percorso.replace(/:\w+/g, '00000000-0000-4000-8000-000000000000');
      const risposta = metodo === 'GET' ? await elena.get(vero) : await elena.post(vero, {}, percorsi.lavoratore);
      expect([risposta.status, risposta.headers['location']], `${metodo} ${percorso}`).toEqual([
        303,
        percorsi.lavoratore,
      ]);
    }
    expect(await scritte()).toEqual(prima);
  });

  it('AB-04: changes nothing by the services either', async () => {
    const { app } = prova;
    const prima = await scritte();
    const scelta = app.accesso.identitaSimulate().find(({ identita }) => identita.familyName === 'Popescu');
    const [contesto] = await app.accesso.contestiDelLavoratore(scelta?.identita as never);
    if (contesto?.authority.tipo !== 'lavoratore') throw new Error('no context');
    const { rapportoId } = contesto.authority;
    const suoi = prova.app.knex('bollettini').where({ rapporto_id: rapportoId, stato: 'nel-carrello' });
    const [id = ''] = (await suoi.pluck('id')) as string[];
    const tentativi: (() => Promise<unknown>)[] = [
      () => app.bollettini.emetti(contesto, rapportoId, { anno: 2026, numero: 2 }),
      () => app.bollettini.elimina(contesto, id, 1),
      () => app.bollettini.cambiaTerritorio(contesto, rapportoId, ''),
      () => app.bollettini.dichiaraAtto(contesto, id, parseGiorno('2026-01-01')),
      () => app.pagamenti.conferma(contesto, [{ id, versione: 1 }]),
    ];
    for (const tenta of tentativi) await expect(tenta()).rejects.toMatchObject({ codice: 'solo-consultazione' });
    expect(PERMESSI.lavoratore).toEqual(['consulta', 'prospetti']);
    expect(await scritte()).toEqual(prima);
  });

  it('is told when they came in before, and the register of each rapporto says that they did', async () => {
    const prima = await prova.app.knex('atti').where({ azione: 'accesso-lavoratore' });
    const ancora = await prova.browser().enter(prova.app, 'Popescu', percorsi.lavoratore);
    expect((await ancora.get(percorsi.lavoratore)).text).toContain('Ultimo accesso: 22/11/2026');
    const dopo = await prova.app.knex('atti').where({ azione: 'accesso-lavoratore' });
    expect(dopo.length - prima.length).toBe(SUOI.length);
    expect(JSON.stringify(dopo)).not.toContain('PPSLNE79P43M149M');
    await ancora.post(percorsi.esci, {}, percorsi.lavoratore);
    expect((await ancora.get(percorsi.lavoratore)).headers['location']).toContain(percorsi.accesso);
  });

  it('who employs somebody too goes on as employer, and reaches the rest from every page', async () => {
    await prova.app.registro.registra({
      codice: '21000091919' as CodiceRapporto,
      datore: { codiceFiscale: codiceFiscaleDi(prova.app, 'Ferrari') as never, cognome: 'Ferrari', nome: 'Giovanni' },
      lavoratore: { codiceFiscale: codiceFiscaleDi(prova.app, 'Bianchi') as never, cognome: 'Bianchi', nome: 'Lucia' },
      assunzione: parseGiorno('2026-10-01'),
      condizioni: [
        {
          dal: parseGiorno('2026-10-01'),
          oreSettimanali: '10',
          paga: { tipo: 'oraria', importo: centesimi(900) },
          vittoAlloggioGiorni: 0,
          senzaCuaf: false,
          tempoDeterminato: false,
        },
      ],
    });
    const lucia = await prova.browser().enter(prova.app, 'Bianchi');
    expect((await lucia.get(percorsi.bollettini)).text).toContain(`href="${percorsi.lavoratore}"`);
    const { text } = await lucia.get(percorsi.lavoratore);
    expect(text).toContain('21000091919');
    expect(text).not.toContain(SUOI[0]);
    expect(letta(text)).toContain('Non c’è ancora nessun trimestre da pagare.');
    expect(text).toContain(`href="${percorsi.daFare}"`);
  });

  it('who only employs has no such page, and who is neither does not come in', async () => {
    const io = await prova.browser().enter(prova.app, 'Ferrari');
    expect((await io.get(percorsi.bollettini)).text).not.toContain(`href="${percorsi.lavoratore}"`);
    expect((await io.get(percorsi.lavoratore)).headers['location']).toBe(percorsi.daFare);
    await expect(prova.browser().enter(prova.app, 'Barbieri')).rejects.toThrow('403');
  });
});
