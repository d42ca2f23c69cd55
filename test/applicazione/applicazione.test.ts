import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCodiceFiscale } from '../../src/anagrafe/codice-fiscale.ts';
import { descriviCodiceFiscale } from '../../src/anagrafe/descrizione-codice-fiscale.ts';
import type { Applicazione } from '../../src/applicazione/applicazione.ts';
import { createApplicazione } from '../../src/applicazione/crea-applicazione.ts';
import { demo } from '../../src/applicazione/demo.ts';
import { loadImpostazioni } from '../../src/impostazioni/impostazioni.ts';
import { ENTE_REALE } from '../impostazioni/ente-reale.ts';
import { packagePath } from '../../src/valori/package-root.ts';
import { parseGiorno } from '../../src/valori/giorno.ts';
import { clockDiProva, nuovoRapporto } from '../archivio/archivio-di-prova.ts';

const run = promisify(execFile);
let cartella: string;
let app: Applicazione;
const apri = (env: Record<string, string> = {}) =>
  createApplicazione(loadImpostazioni({ TRIMESTRE_DATI: cartella, ...env }), { clock: clockDiProva() });

beforeEach(async () => {
  cartella = mkdtempSync(join(tmpdir(), 'trimestre-app-'));
  app = await apri();
});
afterEach(async () => {
  await app.close();
  rmSync(cartella, { recursive: true });
});

describe('demo data', () => {
  it('hold the real row of January 2021 in the cart', async () => {
    await app.migrate();
    await app.loadDemo();
    const contesto = await app.accesso.accessoConCodiceRapporto('BNCLCU58E52D620L', '99109784511', '192.0.2.1');
    const { righe, totale } = await app.bollettini.carrello(contesto);
    expect(totale).toBe(33_800);
    expect(righe[0]?.bollettino).toMatchObject({ codiceInps: '991097845204027', scadenza: '2021-01-11' });
  });

  it('hold richer employers: three workers, payments made with their receipts, more than five to pay', async () => {
    await app.migrate();
    const conti = await app.loadDemo();
    const ferrari = await app.accesso.accessoOperatore('prova', 'FRRGNN49B27D620F');
    expect(await app.bollettini.rapporti(ferrari)).toHaveLength(3);
    const effettuati = await app.pagamenti.effettuati(ferrari);
    expect(effettuati).toHaveLength(5);
    expect(effettuati.every((riga) => riga.ricevuta?.istitutoAttestante !== undefined)).toBe(true);
    expect(effettuati.map((riga) => riga.ricevuta?.dataEsito)).toContain('2026-04-08');
    const rossi = await app.accesso.accessoOperatore('prova', 'RSSMRA52M41D62LP');
    expect((await app.bollettini.carrello(rossi)).righe.length).toBeGreaterThan(5);
    expect(conti).toEqual({ datori: 6, rapporti: 9, bollettini: 22 });
    expect(await app.knex('anomalie')).toEqual([]);
  });

  it('are reconciled: each payment of the past stands in a flow', async () => {
    await app.migrate();
    await app.loadDemo();
    const { riconciliati, mancanti, senzaRicevuta } = await app.operatori.rendicontazione();
    expect(riconciliati.quanti).toBeGreaterThan(0);
    expect([mancanti, senzaRicevuta]).toEqual([[], []]);
  });

  it('are loaded once, and leave a database with other people alone', async () => {
    await app.migrate();
    await app.loadDemo();
    const quanti = async () => (await app.knex('bollettini')).length;
    const prima = await quanti();
    await app.loadDemo();
    expect(await quanti()).toBe(prima);
    const altra = await apri({ DATABASE_URL: 'sqlite:altra.sqlite' });
    await altra.migrate();
    await altra.registro.registra(nuovoRapporto());
    expect(await altra.loadDemo()).toEqual({ datori: 0, rapporti: 0, bollettini: 0 });
    expect(await altra.knex('bollettini')).toEqual([]);
    await altra.close();
  });

  it('are completed when their loading was interrupted', async () => {
    await app.migrate();
    await app.loadDemo();
    const completi = (await app.knex('bollettini')).length;
    await app.knex('stato_archivio').update({ valore: 'in-corso' });
    await app.loadDemo();
    expect(await app.knex('bollettini')).toHaveLength(completi);
    expect(await app.knex('stato_archivio')).toEqual([{ nome: 'demo', valore: 'caricata' }]);
  });

  it('have well-made codici fiscali that tell the day of birth they give', () => {
    const { datori, altreIdentita } = demo();
    for (const { codiceFiscale, identita } of [...datori, ...altreIdentita]) {
      const descrizione = descriviCodiceFiscale(parseCodiceFiscale(codiceFiscale), parseGiorno('2026-10-05'));
      if (identita === undefined || descrizione.tipo === 'provvisorio') continue;
      expect(descrizione.nascitePossibili).toContain(identita.nascita);
    }
  });

  it('offer invented identities, each able to come in or to be told why not', async () => {
    await app.migrate();
    await app.loadDemo();
    const identita = app.accesso.identitaSimulate().map((una) => una.identita);
    expect(new Set(identita.map((una) => una.scheme))).toEqual(new Set(['SPID', 'CIE', 'CNS', 'PIN']));
    const entrati = await Promise.all(
      identita.map((una) =>
        app.accesso.accessoConIdentita(una).then(
          () => 'entered',
          (errore: unknown) => (errore as { codice: string }).codice,
        ),
      ),
    );
    expect(entrati.filter((esito) => esito !== 'entered')).toEqual(['nessun-rapporto']);
  });

  it('do not exist beside a real creditor (AB-51)', async () => {
    const reale = await apri({ ...ENTE_REALE, DATABASE_URL: 'sqlite:reale.sqlite' });
    await reale.migrate();
    expect(await reale.loadDemo()).toMatchObject({ bollettini: 0 });
    expect(await reale.knex('datori')).toEqual([]);
    expect(reale.accesso.identitaSimulate()).toEqual([]);
    await reale.close();
  });
});

describe('the application', () => {
  it('migrates once, also when two processes start together', async () => {
    const migra = () =>
      run(process.execPath, ['--import', 'tsx', packagePath('test/applicazione/migra-adesso.ts'), cartella]);
    const eseguite = (await Promise.all([migra(), migra()])).flatMap(({ stdout }) => JSON.parse(stdout) as string[]);
    expect(eseguite.length).toBeGreaterThan(0);
    expect(eseguite).toEqual([...new Set(eseguite)]);
    expect(await app.migrate()).toEqual([]);
  });

  it('writes down what it sends to a node that does not answer', async () => {
    const sola = await apri({ TRIMESTRE_URL_NODO: 'http://127.0.0.1:1' });
    await sola.migrate();
    await sola.loadDemo();
    const contesto = await sola.accesso.accessoOperatore('prova', 'BNCLCU58E52D620L');
    const { righe } = await sola.bollettini.carrello(contesto);
    const [consegna] = await sola.pagamenti.conferma(
      contesto,
      righe.map((riga) => riga.bollettino),
    );
    const esito = await sola.pagamenti.consegnaAlNodo(contesto, consegna?.id ?? '');
    expect(esito.stato).toBe('invio-incerto');
    const eventi = (await sola.knex('giornale_eventi').where({ id_carrello: esito.idCarrello })) as {
      sottotipo: string;
      messaggio: string;
      esito: string;
    }[];
    expect(eventi.map((evento) => evento.sottotipo)).toEqual(['REQ', 'RSP']);
    expect(eventi[0]?.messaggio).toContain('nodoInviaCarrelloRPT');
    expect(eventi[1]?.esito).toMatch(/ECONNREFUSED/);
    await sola.close();
  });

  it('keeps no codice fiscale in the register of acts', async () => {
    await app.migrate();
    await app.loadDemo();
    const atti = JSON.stringify(await app.knex('atti'));
    const codici = readFileSync(packagePath('rules', 'demo.yaml'), 'utf8').match(
      /\b[A-Z]{6}\d\d[A-Z]\d\d[A-Z]\w{3}[A-Z]\b/g,
    );
    expect(codici?.length).toBeGreaterThan(10);
    expect(codici?.filter((codice) => atti.includes(codice))).toEqual([]);
  });
});
