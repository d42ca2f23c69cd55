import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NESSUN_INDIRIZZO } from '../../src/anagrafe/indirizzo.ts';
import { pagatoreDi } from '../../src/pagamenti/richiesta.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { codiceFiscaleDi, startPortaleDiProva, type Agente, type PortaleDiProva } from './portale-di-prova.ts';

let prova: PortaleDiProva;
let io: Agente;
beforeAll(async () => {
  prova = await startPortaleDiProva();
  io = await prova.browser().enter(prova.app, 'Ferrari');
});
afterAll(() => prova.close());

const temporanei = () => readdirSync(join(prova.app.impostazioni.cartellaDati, 'arrivi'));

async function send(file: Buffer | undefined, token?: string) {
  const browser = prova.browser();
  const gettone = token ?? (await browser.token(percorsi.leggiAvviso));
  const richiesta = browser.agent.post(percorsi.leggiAvviso).field('_csrf', gettone);
  return file === undefined ? richiesta : richiesta.attach('file', file, 'avviso.pdf');
}

describe('the language of one’s notices', () => {
  it('is remembered from the page of a notice, for all of them, and only of one’s own', async () => {
    const [id = ''] = await io.bollettini();
    // The demo's bollettini were due on 12 October, and it is November.
    expect((await io.get(percorsi.avviso(id))).text).toContain('<span class="segno segno-scaduto">scaduto</span>');
    const pagina = async () => (await io.get(percorsi.avviso(id))).text;
    const scelta = await io.post(percorsi.linguaAvviso(id), { linguaAbituale: 'it-de' }, percorsi.avviso(id));
    expect([scelta.status, scelta.headers['location']]).toEqual([303, percorsi.avviso(id)]);
    expect(await pagina()).toContain('Gli avvisi si stampano da ora così: Italiano, tedesco come seconda lingua.');
    expect(await pagina()).toContain('<option value="it-de" selected>');
    const [prima, chiesta] = await Promise.all(
      ['', '?lingua=it'].map(
        async (come) => (await io.agent.get(percorsi.avvisoPdf(id) + come).responseType('blob')).body as Buffer,
      ),
    );
    expect(prima?.equals(chiesta ?? Buffer.alloc(0))).toBe(false);
    const altra = await prova.browser().enter(prova.app, 'Bianchi');
    expect((await altra.post(percorsi.linguaAvviso(id), { linguaAbituale: 'it-sl' })).status).toBe(404);
    await io.post(percorsi.linguaAvviso(id), { linguaAbituale: 'it' }, percorsi.avviso(id));
  });
});

describe('the address of one’s notices', () => {
  const via = { via: 'Via Aldini', civico: '3', cap: '40136', comune: 'Bologna', provincia: 'bo', nazione: '' };
  const [indirizzo, pagina] = [percorsi.indirizzo, percorsi.avviso];

  it('is written once, stands on the notice, and is taken away', async () => {
    const [id = ''] = await io.bollettini();
    const salvato = await io.post(indirizzo(id), via, indirizzo(id));
    expect([salvato.status, salvato.headers['location']]).toEqual([303, pagina(id)]);
    expect((await io.get(pagina(id))).text).toContain('Via Aldini 3, 40136 Bologna (BO)');
    expect((await io.get(indirizzo(id))).text).toContain('value="40136"');
    await io.post(indirizzo(id), NESSUN_INDIRIZZO, indirizzo(id));
    expect((await io.get(pagina(id))).text).toContain('Aggiungi l’indirizzo');
  });

  it('may be abroad, without a province, and goes so into the messages of the payment', async () => {
    const [id = ''] = await io.bollettini();
    const estero = { ...via, cap: '8001', comune: 'Zürich', provincia: '', nazione: 'svizzera' };
    await io.post(indirizzo(id), estero, indirizzo(id));
    expect((await io.get(pagina(id))).text).toContain('Via Aldini 3, 8001 Zürich, SVIZZERA');
    expect((await io.get(indirizzo(id))).text).toContain('value="CH"');
    const operatore = await prova.app.accesso.accessoOperatore('prova', codiceFiscaleDi(prova.app, 'Ferrari'));
    expect(pagatoreDi(await prova.app.bollettini.datore(operatore))).toMatchObject({
      localita: 'Zürich',
      nazione: 'CH',
    });
    const rifiutato = await io.post(indirizzo(id), { ...estero, nazione: 'Elvezia' }, indirizzo(id));
    expect([rifiutato.status, rifiutato.text.includes('nazione-errore')]).toEqual([422, true]);
    await io.post(indirizzo(id), NESSUN_INDIRIZZO, indirizzo(id));
  });

  it('names what is wrong beside its field and keeps what was written', async () => {
    const [id = ''] = await io.bollettini();
    const rifiutato = await io.post(indirizzo(id), { ...via, cap: '4013' }, indirizzo(id));
    expect(rifiutato.status).toBe(422);
    expect(rifiutato.text).toContain('cap-errore');
    expect(rifiutato.text).toContain('value="Via Aldini"');
  });

  it('is nobody else’s to change', async () => {
    const [id = ''] = await io.bollettini();
    const altra = await prova.browser().enter(prova.app, 'Bianchi');
    expect((await altra.post(indirizzo(id), via)).status).toBe(404);
  });
});

describe('reading a notice', () => {
  it('our own, printed a moment before, and goes on to check its amount', async () => {
    const [id = ''] = await io.bollettini();
    const pdf = (await io.agent.get(percorsi.avvisoPdf(id)).responseType('blob')).body as Buffer;
    const risposta = await send(pdf);
    expect(risposta.status).toBe(200);
    const codice = /Avviso (\d{4} \d{4} \d{4} \d{4} \d{2})/.exec(risposta.text)?.[1] ?? 'none';
    const dettaglio = await io.get(`${percorsi.bollettini}/${id}`);
    expect(dettaglio.text.replaceAll('\u00a0', ' ')).toContain(codice);
    const campi = Object.fromEntries(
      [...risposta.text.matchAll(/type="hidden" name="(importo|trimestre|codiceInps)" value="([^"]+)"/g)].map((t) => [
        t[1],
        t[2],
      ]),
    ) as Record<string, string>;
    expect(Object.keys(campi)).toHaveLength(2);
    const verifica = await prova.browser().post(percorsi.strumento('verifica'), campi);
    expect(verifica.text).toContain('più plausibile');
  });

  it('refuses what is no notice, what is missing, what is too big, and keeps nothing', async () => {
    expect((await send(Buffer.from('ciao'))).text).toContain('Non è un PDF');
    expect((await send(undefined)).text).toContain('Scegliere un file');
    const grande = await send(Buffer.alloc(16 * 1024 * 1024));
    expect([grande.status, grande.text.includes('più grande')]).toEqual([413, true]);
    expect(temporanei()).toEqual([]);
  });

  it('does not even store a file without the session’s token', async () => {
    const risposta = await send(Buffer.from('%PDF-1.7'), 'un-altro-gettone');
    expect(risposta.status).toBe(403);
    const semplice = await prova.browser().agent.post(percorsi.leggiAvviso).type('form').send('file=x');
    expect(semplice.status).toBe(403);
    expect(temporanei()).toEqual([]);
  });
});

describe('statements', () => {
  it('what was paid in a year, on page and on paper', async () => {
    const pagina = await io.get(percorsi.attestazione(2026));
    expect(pagina.text).toContain('Contributi pagati nel 2026');
    expect(pagina.text).toContain('Massimo deducibile in un anno');
    const pdf = await io.get(percorsi.attestazionePdf(2026));
    expect([pdf.headers['content-type'], pdf.headers['cache-control']]).toEqual(['application/pdf', 'no-store']);
    const perTrimestre = await io.get(`${percorsi.attestazione(2026)}?criterio=anno-di-contribuzione`);
    expect(perTrimestre.text).toContain('dei trimestri del 2026');
    expect((await io.get(percorsi.attestazione('1899'))).status).toBe(422);
  });

  it('the worker’s extract, of one’s own rapporti alone', async () => {
    const elenco = await io.get(percorsi.pagamenti);
    const [, estratto = ''] = /href="(\/pagamenti\/estratto\/[\w-]+)"/.exec(elenco.text) ?? [];
    expect((await io.get(estratto)).text).toMatch(/Contributi pagati per \w+/);
    expect((await io.get(`${estratto}/estratto.pdf`)).headers['content-type']).toBe('application/pdf');
    const altro = await prova.browser().enter(prova.app, 'Bianchi');
    expect((await altro.get(estratto)).status).toBe(404);
    expect((await altro.get(`${estratto}/estratto.pdf`)).status).toBe(404);
  });

  it('the due dates ahead, as a list and as a calendar file with alarms', async () => {
    const calendario = (await io.get(percorsi.calendario)).text;
    expect(calendario).toContain('11/01/2027');
    // Each rapporto, and what is to be known, on a line of its own.
    expect(calendario).toMatch(/<p class="regola-validita">[^<\n]+, rapporto \d+<\/p>\s*<p class="regola-validita">/);
    const ics = await io.get(percorsi.calendarioIcs);
    expect(ics.headers['content-type']).toMatch(/^text\/calendar/);
    expect(ics.headers['content-disposition']).toContain('scadenze-contributi.ics');
    expect(ics.text).toMatch(/BEGIN:VALARM/);
    expect(ics.text).not.toMatch(/[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]/);
  });

  it('are not for who came in with two codes alone', async () => {
    const ospite = prova.browser();
    await ospite.post(percorsi.accessoCodiceRapporto, {
      codiceFiscale: codiceFiscaleDi(prova.app, 'Ferrari'),
      codiceRapporto: '2100005123',
    });
    expect((await ospite.get(percorsi.attestazione(2026))).status).toBe(403);
    expect((await ospite.get(percorsi.calendario)).status).toBe(403);
    expect((await ospite.get(percorsi.pagamenti)).text).not.toContain('attestazione');
  });
});

describe('a quarter of one’s own, week by week', () => {
  it('is proposed, then issued as two bollettini where it has two kinds of weeks', async () => {
    const calcolo = await io.get(`${percorsi.calcolo}?numero=4&anno=2024`);
    const [, href = ''] = /href="(\/calcolo\/dettaglio\?[^"]+)"/.exec(calcolo.text) ?? [];
    const pagina = await io.get(href.replaceAll('&amp;', '&'));
    const campo = (nome: string) => new RegExp(`name="${nome}" value="([^"]+)"`).exec(pagina.text)?.[1] ?? '';
    const [prima = ''] = [...pagina.text.matchAll(/name="(sabato-[\d-]+)"/g)].map((trovato) => trovato[1] ?? '');
    const campi = { rapporto: campo('rapporto'), numero: '4', anno: '2024', [prima]: '20' };
    const proposta = await io.post(percorsi.dettaglio, campi);
    expect([proposta.status, proposta.text.includes('In 2 bollettini')]).toEqual([200, true]);
    const vicini = (await io.bollettini()).length;
    const emessi = await io.post(percorsi.dettaglio, { ...campi, azione: 'emetti' });
    expect(emessi.headers['location']).toBe(percorsi.bollettini);
    expect((await io.bollettini()).length).toBe(vicini + 2);
    const ancora = await io.post(percorsi.dettaglio, { ...campi, azione: 'emetti' });
    expect([ancora.status, ancora.text.includes('ci sono già dei bollettini da pagare')]).toEqual([409, true]);
  });

  it('is refused beside the field that is wrong, and to who may not change anything', async () => {
    const [, rapporto = ''] = /\/pagamenti\/estratto\/([\w-]+)"/.exec((await io.get(percorsi.pagamenti)).text) ?? [];
    const campi = { rapporto, numero: '3', anno: '2024' };
    const errato = await io.post(percorsi.dettaglio, { ...campi, assenza1Tipo: 'ferie', assenza1Dal: 'mai' });
    expect([errato.status, errato.text.includes('id="assenza1Dal-errore"')]).toEqual([422, true]);
    // The second week that was told, and the fourth of the form.
    const settimane = { 'sabato-2024-07-13': '20', 'sabato-2024-07-27': 'boh' };
    const settimana = await io.post(percorsi.dettaglio, { ...campi, ...settimane });
    expect([settimana.status, settimana.text.includes('id="sabato-2024-07-27-errore"')]).toEqual([422, true]);
    expect(settimana.text).not.toContain('ore.settimane');
    const verdi = await prova.browser().enter(prova.app, 'Verdi');
    expect((await verdi.post(percorsi.dettaglio, campi)).status).toBe(403);
  });
});
