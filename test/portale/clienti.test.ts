import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCodiceFiscale } from '../../src/anagrafe/codice-fiscale.ts';
import { guastoArchivio } from '../../src/archivio/guasto-archivio.ts';
import { startRunnerLotti, type RunnerLotti } from '../../src/lotti/coda/runner-lotti.ts';
import { lotto as schemaLotto } from '../../src/portale/api/schemi/lotti.ts';
import { createServizioClienti } from '../../src/clienti/servizio-clienti.ts';
import { parseCodiceRapporto } from '../../src/anagrafe/codice-rapporto.ts';
import { statoClienti } from '../../src/portale/api/schemi/clienti.ts';
import { nuovoRapporto } from '../archivio/archivio-di-prova.ts';
import { richiedenteDi } from '../../src/portale/lotti.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { codiceFiscaleDi, startPortaleDiProva, type Agente, type PortaleDiProva } from './portale-di-prova.ts';

let prova: PortaleDiProva;
let runner: RunnerLotti;
beforeAll(async () => {
  prova = await startPortaleDiProva();
  runner = startRunnerLotti(prova.app, (errore) => {
    if (guastoArchivio(errore) !== 'occupato') throw errore;
  });
});
afterAll(async () => {
  await runner.stop();
  await prova.close();
});

/** Until the batch is over. */
async function over(id: string): Promise<void> {
  for (;;) {
    const lotto = await prova.app.archivio.letture.lotti.trova(id);
    if (lotto?.finitoIl !== undefined) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

async function enter(
  nome: string,
): Promise<{ readonly io: Agente; readonly segreto: string; readonly proprietario: string }> {
  const { token, segreto } = await prova.app.accesso.creaToken(nome);
  const io = prova.browser();
  await io.post(percorsi.operatoriAccesso, { token: segreto }, percorsi.operatoriAccesso);
  return { io, segreto, proprietario: richiedenteDi(token).proprietario };
}

const QUARTO = '?numero=4&anno=2020';

describe('the clients of an office', () => {
  it('are its own: seen, downloaded, given to a batch, taken off', async () => {
    const { io, proprietario, segreto } = await enter('studio');
    const { clienti } = prova.app.archivio.letture;
    const [rapporto] = (await prova.app.knex('rapporti').where({ codice: '99109784511' })) as { id: string }[];
    await clienti.aggiungi(proprietario, [rapporto?.id ?? ''], 'ora');
    const pagina = await io.get(percorsi.clienti + QUARTO);
    expect(pagina.text).toContain('99109784511');
    expect(pagina.text).toContain('scaduto, non pagato');
    const file = async (percorso: string) => {
      const risposta = await io.agent.get(percorso + QUARTO).responseType('blob');
      expect(risposta.headers['content-disposition']).toMatch(/^attachment/);
      return (risposta.body as Buffer).toString();
    };
    const csv = await file(percorsi.statoClienti('csv'));
    expect(csv).toContain(';scaduto, non pagato;338,00;0,00;;338,00;11/01/2021;');
    expect((await file(percorsi.statoClienti('xlsx'))).slice(0, 2)).toBe('PK');
    expect(await file(percorsi.clientiFile)).toContain(';4/2020;25;8,00;');
    expect(await file(percorsi.clientiIcs)).toContain('Bianchi Lucia');
    const mandato = await io.post(percorsi.lottoDeiClienti, { numero: '4', anno: '2020' }, percorsi.clienti);
    expect([mandato.status, mandato.headers['location']]).toEqual([303, expect.stringMatching(/^\/lotti\/[\w-]{36}$/)]);
    const leggi = async (percorso: string): Promise<unknown> => {
      const risposta = await io.agent.get(percorsi.api + percorso).set('Authorization', `Bearer ${segreto}`);
      return risposta.body;
    };
    const importi = { rapporti: 1, mancano: 0, emesso: '338.00', pagato: '0.00', daPagare: '338.00' };
    const letto = statoClienti.parse(await leggi('/clienti/stato?trimestre=4/2020'));
    expect(letto.clienti).toMatchObject([{ codiceFiscale: 'BNCLCU58E52D620L', ...importi }]);
    expect([letto.rapporti.map((riga) => riga.rapporto), letto.successivo]).toEqual([['99109784511'], null]);
    expect(await leggi('/clienti/stato/totale?trimestre=4/2020')).toEqual({ trimestre: '4/2020', ...importi });
    const altri = await enter('altri');
    expect((await altri.io.get(percorsi.clienti + QUARTO)).text).not.toContain('99109784511');
    const altrui = await altri.io.get(`${String(mandato.headers['location'])}/stato`);
    expect(altrui.status).toBe(404);
    await io.post(percorsi.togliCliente, { rapporto: '99109784511' }, percorsi.clienti);
    expect(await createServizioClienti(prova.app).elenco(proprietario)).toEqual([]);
  });

  it('stand by employers in the API, page after page, each with all of its rapporti', async () => {
    const { io, proprietario, segreto } = await enter('a pagine');
    for (const codice of ['99109784533', '99109784544']) {
      await prova.app.registro.registra(nuovoRapporto({ codice: parseCodiceRapporto(codice) }));
    }
    const tutti = await prova.app
      .knex('rapporti')
      .join('datori', 'datori.id', 'datore_id')
      .select<readonly { id: string; codice_fiscale: string }[]>('rapporti.id', 'codice_fiscale');
    await prova.app.archivio.letture.clienti.aggiungi(
      proprietario,
      tutti.map(({ id }) => id),
      'ora',
    );
    const letti: string[] = [];
    let pagine = 0;
    for (let cursore = ''; ; pagine++) {
      const risposta = await io.agent
        .get(`${percorsi.api}/clienti/stato?trimestre=4/2020&limite=1${cursore}`)
        .set('Authorization', `Bearer ${segreto}`);
      const { rapporti, clienti, successivo } = statoClienti.parse(risposta.body);
      expect(clienti.map((cliente) => cliente.rapporti)).toEqual(rapporti.length === 0 ? [] : [rapporti.length]);
      letti.push(...rapporti.map(({ rapporto }) => rapporto));
      if (successivo === null) break;
      cursore = `&cursore=${successivo}`;
    }
    expect(pagine + 1).toBe(new Set(tutti.map((uno) => uno.codice_fiscale)).size);
    const interi = await createServizioClienti(prova.app).stato({ proprietario }, { anno: 2020, numero: 4 });
    expect(letti.toSorted()).toEqual(interi.righe.map(({ cliente }) => cliente.rapporto.codice).toSorted());
    expect(letti.length).toBeGreaterThan(2);
  });

  it('come from a file that is uploaded, which names what is wrong and gives back the rows to be mended', async () => {
    const { io, proprietario } = await enter('elenco');
    const send = async (contenuto?: string) => {
      const modulo = io.agent.post(percorsi.importaClienti).field({ _csrf: await io.token(percorsi.importaClienti) });
      return contenuto === undefined ? modulo : modulo.attach('file', Buffer.from(contenuto), 'elenco.csv');
    };
    /** The page of the batch that came of a list, once it is over. */
    const letta = async (contenuto: string) => {
      const inviata = await send(contenuto);
      const dove = String(inviata.headers['location']);
      expect([inviata.status, dove]).toEqual([303, expect.stringMatching(/^\/lotti\/[\w-]{36}$/)]);
      await over(dove.slice('/lotti/'.length));
      return { dove, testo: (await io.get(dove)).text };
    };
    const { dove, testo } = await letta('Codice rapporto;note\n99109784511;x\n99109784599;\n');
    expect(testo).toContain('Finito, con righe rifiutate');
    expect(testo).toMatch(/Clienti nuovi<\/dt>\s*<dd[^>]*>1</);
    expect(testo).toContain('«note»');
    expect(testo).toContain('Manca assunzione, e il registro non conosce questo rapporto.');
    const daCorreggere = await io.agent.get(`${dove}/file/da-correggere.csv`).responseType('blob');
    expect((daCorreggere.body as Buffer).toString()).toMatch(/^\ufeffCodice rapporto;note;errore\r\n99109784599;;/);
    expect(await createServizioClienti(prova.app).elenco(proprietario)).toHaveLength(1);
    expect((await letta('Codice rapporto\n99109784511\n')).testo).toMatch(/Clienti nuovi<\/dt>\s*<dd[^>]*>0</);
    expect((await letta('che;cosa\n1;2\n')).testo).toContain('manca la colonna «rapporto»');
    const vuoto = await send();
    expect([vuoto.status, vuoto.text]).toEqual([422, expect.stringContaining('Scegliere un file.')]);
    expect(readdirSync(join(prova.app.impostazioni.cartellaDati, 'arrivi'))).toEqual([]);
  });

  it('have a page each, where terms change from a day on and the rapporto ends', async () => {
    const { io, proprietario } = await enter('condizioni');
    const { clienti } = prova.app.archivio.letture;
    const [{ id = '' } = {}] = (await prova.app.knex('rapporti').where({ codice: '99109784511' })) as { id: string }[];
    await clienti.aggiungi(proprietario, [id], 'ora');
    const pagina = percorsi.cliente(id);
    expect((await io.get(percorsi.clienti + QUARTO)).text).toContain(`href="${pagina}"`);
    // Hired after that quarter, it is reached all the same.
    const prima = (await io.get(`${percorsi.clienti}?numero=4&anno=2006`)).text;
    expect(prima).toMatch(/Senza settimane nel trimestre 4\/2006[^]*99109784511/);
    expect(prima).toContain(`href="${pagina}"`);
    const cambia = (campi: Record<string, string>) => io.post(percorsi.cambiaCliente(id), campi, pagina);
    const errato = await cambia({ dal: '01/01/2027', oreSettimanali: 'molte' });
    expect([errato.status, errato.text]).toEqual([422, expect.stringContaining('value="molte"')]);
    expect(errato.text).toContain('non è un numero');
    const fatto = await cambia({ dal: '01/01/2027', oreSettimanali: '30', pagaOraria: '9,00', associazione: 'F2' });
    expect([fatto.status, fatto.headers['location']]).toEqual([303, pagina]);
    const dopo = (await io.get(pagina)).text;
    expect(dopo).toContain('le nuove condizioni valgono dal 01/01/2027');
    expect(dopo).toMatch(/01\/01\/2027<\/td>[^]*>30<\/td>[^]*9,00 € l’ora<\/td>[^]*F2/);
    const termina = (il: string) => io.post(percorsi.terminaCliente(id), { il }, pagina);
    expect((await termina('01/01/2001')).text).toContain('Viene prima dell’assunzione');
    expect((await termina('31/03/2027')).headers['location']).toBe(pagina);
    expect((await io.get(pagina)).text).toContain('31/03/2027');
    expect((await (await enter('estranei')).io.get(pagina)).status).toBe(404);
  });

  it('are read, filled, changed and left by program', async () => {
    const { segreto } = await enter('programma');
    const [codice = ''] = await prova.app
      .knex('rapporti')
      .whereNull('cessazione')
      .orderBy('codice')
      .pluck<string[]>('codice');
    const chiama = (metodo: 'get' | 'post' | 'patch' | 'delete', percorso: string) =>
      prova.browser().agent[metodo](`${percorsi.api}${percorso}`).set('Authorization', `Bearer ${segreto}`);
    const importa = () =>
      chiama('post', '/clienti/importa?nomeFile=elenco.csv')
        .set('Idempotency-Key', '"elenco-1"')
        .type('text/csv')
        .send(`rapporto\n${codice}\n12\n`);
    const importato = await importa();
    const { id } = schemaLotto.parse(importato.body);
    expect([importato.status, importato.headers['location']]).toEqual([201, `${percorsi.api}/lotti/${id}`]);
    expect(schemaLotto.parse((await importa()).body).id).toBe(id);
    await over(id);
    const { esito } = schemaLotto.parse((await chiama('get', `/lotti/${id}`)).body);
    expect(esito?.riepilogo).toMatchObject({ righe: 2, aggiunti: 1, primiErrori: [{ riga: 3, colonna: 'rapporto' }] });
    const elenco = await chiama('get', '/clienti?limite=1');
    const [uno] = (elenco.body as { clienti: { id: string; rapporto: string }[] }).clienti;
    expect([uno?.rapporto, (elenco.body as { successivo: unknown }).successivo]).toEqual([codice, null]);
    const suo = `/clienti/${uno?.id ?? ''}`;
    const cambiato = await chiama('patch', suo).send({
      dal: '2027-11-01',
      oreSettimanali: 20,
      associazione: 'nessuna',
    });
    expect((cambiato.body as { condizioni: unknown[] }).condizioni.at(-1)).toMatchObject({
      dal: '2027-11-01',
      oreSettimanali: 20,
      associazione: null,
    });
    expect((await chiama('patch', suo).send({ dal: '2028-01-01' })).body).toMatchObject({ codice: 'cambio-vuoto' });
    const finito = await chiama('post', `${suo}/termina`).send({ il: '2028-06-30' });
    expect(finito.body).toMatchObject({ cessazione: '2028-06-30' });
    expect((await chiama('get', suo)).body).toEqual(finito.body);
    expect((await chiama('get', '/clienti/clienti.csv?trimestre=1/2028')).text).toContain(';1/2028;20;');
    expect((await chiama('get', '/clienti/scadenze.ics?dal=1/2028&al=1/2028')).status).toBe(200);
    expect((await chiama('delete', suo)).status).toBe(204);
    expect((await chiama('get', suo)).status).toBe(404);
    const datoreCf = parseCodiceFiscale(codiceFiscaleDi(prova.app, 'Ferrari'));
    const datore = await prova.app.registro.datoreConCodiceFiscale(datoreCf);
    const { segreto: diUno } = await prova.app.accesso.creaToken('uno', datore?.id);
    const vietato = await prova
      .browser()
      .agent.post(`${percorsi.api}/clienti/importa`)
      .set('Authorization', `Bearer ${diUno}`)
      .type('text/csv')
      .send('rapporto\n99109784511\n');
    expect([vietato.status, (vietato.body as { codice: string }).codice]).toEqual([403, 'token-di-un-datore']);
  });

  it('are for operators', async () => {
    const datore = await prova.browser().enter(prova.app, 'Ferrari');
    for (const pagina of [
      percorsi.clienti,
      percorsi.importaClienti,
      percorsi.cliente('x'),
      percorsi.statoClienti('csv'),
      percorsi.statoLotto('x'.repeat(36)),
    ]) {
      expect((await datore.get(pagina)).headers['location']).toBe(`${percorsi.operatoriAccesso}?verso=lotti`);
    }
  });
});
