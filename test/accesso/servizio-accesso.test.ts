import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ambitoDi } from '../../src/accesso/ambito.ts';
import { createServizioAccesso } from '../../src/accesso/crea-servizio-accesso.ts';
import { LIMITI_ACCESSO } from '../../src/accesso/limiti.ts';
import { createPseudonimo } from '../../src/accesso/pseudonimo.ts';
import type { ServizioAccesso } from '../../src/accesso/servizio-accesso.ts';
import type { VerifiedIdentity } from '../../src/accesso/contesto.ts';
import type { RapportoDiLavoro } from '../../src/anagrafe/rapporto-di-lavoro.ts';
import { type ArchivioDiProva, archivioSqlite, nuovoRapporto } from '../archivio/archivio-di-prova.ts';
import { altroRapporto, contestoIdentita } from '../bollettini/ambiente.ts';

let prova: ArchivioDiProva;
let accesso: ServizioAccesso;
let rapporto: RapportoDiLavoro;
const CF = 'RSSMRA80A01D620V';
const GIUSTO = '99109784511';

beforeEach(async () => {
  prova = await archivioSqlite();
  accesso = createServizioAccesso({
    archivio: prova.archivio.letture,
    pseudonimo: createPseudonimo('segreto di prova'),
    clock: prova.clock,
    identitaSimulate: () => [],
  });
  rapporto = await prova.archivio.registro.registra(nuovoRapporto());
});
afterEach(() => prova.close());

const refusal = (tentativo: Promise<unknown>) =>
  tentativo.then(
    () => 'entered',
    (errore: unknown) => {
      const { codice, message, statoHttp } = errore as { codice: string; message: string; statoHttp: number };
      return `${statoHttp} ${codice} ${message}`;
    },
  );

describe('codice fiscale and codice rapporto', () => {
  it('open the one rapporto', async () => {
    expect(await accesso.accessoConCodiceRapporto(CF.toLowerCase(), '991 0978 4511', '192.0.2.1')).toEqual({
      actor: { tipo: 'codice-rapporto' },
      subject: { datoreId: rapporto.datoreId },
      authority: { tipo: 'codice-rapporto', rapportoId: rapporto.id },
    });
    expect(await prova.knex('atti')).toMatchObject([{ azione: 'accesso', oggetto_id: rapporto.id }]);
  });

  it('answer the same whether person, code or both are unknown, or the code is another’s (AB-07)', async () => {
    const altrui = await altroRapporto(prova);
    const risposte = await Promise.all([
      refusal(accesso.accessoConCodiceRapporto(CF, '99109784512', '192.0.2.1')),
      refusal(accesso.accessoConCodiceRapporto('VRDGPP13R10B293P', '99109784511', '192.0.2.2')),
      refusal(accesso.accessoConCodiceRapporto('VRDGPP13R10B293P', '1234567890', '192.0.2.3')),
      refusal(accesso.accessoConCodiceRapporto(CF, altrui.codice, '192.0.2.4')),
    ]);
    expect(new Set(risposte).size).toBe(1);
    expect(risposte[0]).toMatch(/^401 accesso-non-riconosciuto/);
  });

  it('say what is wrong with a field that is no codice fiscale or codice rapporto', async () => {
    expect(await refusal(accesso.accessoConCodiceRapporto('RSSMRA', '99109784511', '192.0.2.1'))).toMatch(
      /^422 codice-fiscale-lunghezza/,
    );
    expect(await refusal(accesso.accessoConCodiceRapporto(CF, '99', '192.0.2.1'))).toMatch(
      /^422 codice-rapporto-non-valido/,
    );
    expect(await prova.knex('tentativi_accesso')).toEqual([]);
  });

  it('count no success, and keep neither address nor codice fiscale', async () => {
    for (let i = 0; i < 3 * LIMITI_ACCESSO.indirizzo.liberi; i += 1) {
      await accesso.accessoConCodiceRapporto(CF, GIUSTO, '192.0.2.1');
    }
    const contatori = JSON.stringify(await prova.knex('tentativi_accesso'));
    expect(contatori).not.toContain(CF);
    expect(contatori).not.toContain('192.0.2.1');
    expect((await prova.knex('tentativi_accesso').where('falliti', '>', 0)) as unknown[]).toEqual([]);
  });
});

describe('a verified identity', () => {
  const identita = (cf: string): VerifiedIdentity => {
    const { actor } = contestoIdentita('x', { cf });
    if (actor.tipo !== 'identita') throw new Error('no identity');
    return actor.identita;
  };

  it('acts for itself as employer, however its codice fiscale is written (AB-33)', async () => {
    const { datore, lavoratore } = await accesso.accessoConIdentita(identita('TINIT-rssmra80a01d620v'));
    expect(datore).toMatchObject({
      actor: { tipo: 'identita', identita: { cf: CF } },
      subject: { datoreId: rapporto.datoreId },
      authority: { tipo: 'in-proprio' },
    });
    expect(lavoratore).toBeUndefined();
  });

  it('acts as worker of the rapporti in which it works, and reaches each of those alone', async () => {
    const scritta = identita(`TINIT-${rapporto.lavoratore.codiceFiscale.toLowerCase()}`);
    const { datore, lavoratore } = await accesso.accessoConIdentita(scritta);
    expect(datore).toBeUndefined();
    expect(lavoratore?.identita.cf).toBe(rapporto.lavoratore.codiceFiscale);
    const contesti = await accesso.contestiDelLavoratore(lavoratore?.identita ?? scritta);
    expect(contesti.map(ambitoDi)).toEqual([{ datoreId: rapporto.datoreId, rapportoId: rapporto.id }]);
  });

  it('is told when it neither employs nor works', async () => {
    expect(await refusal(accesso.accessoConIdentita(identita('VRDGPP13R10B293P')))).toMatch(/^403 nessun-rapporto/);
  });
});

describe('API tokens', () => {
  it('are known by their secret until revoked, and only the hash is kept', async () => {
    const { token, segreto } = await accesso.creaToken('gestionale');
    expect(segreto).toMatch(/^trimestre_[\w-]{43}$/);
    expect(await accesso.verificaToken(segreto)).toEqual(token);
    expect(await accesso.verificaToken(`${segreto}x`)).toBeUndefined();
    expect(await accesso.verificaToken('trimestre_')).toBeUndefined();
    expect(await accesso.verificaToken('x'.repeat(100_000))).toBeUndefined();
    expect(JSON.stringify(await prova.knex('token_api'))).not.toContain(segreto.slice(10));
    expect(await accesso.elencoToken()).toEqual([token]);
    await accesso.revocaToken(token.id);
    expect(await accesso.verificaToken(segreto)).toBeUndefined();
    await expect(accesso.revocaToken(token.id)).rejects.toMatchObject({ statoHttp: 404 });
  });

  it('reach every employer, or the one they are for', async () => {
    const altrui = await altroRapporto(prova);
    const suo = await accesso.creaToken('studio', altrui.datoreId);
    const { segreto, token } = await accesso.creaToken('tutti');
    expect(await accesso.accessoOperatore('studio', CF)).toEqual({
      actor: { tipo: 'sistema', nome: 'studio' },
      subject: { datoreId: rapporto.datoreId },
      authority: { tipo: 'operatore' },
    });
    const contesto = await accesso.accessoOperatore('tutti', CF);
    expect(await accesso.accessoConToken(segreto, ` ${CF.toLowerCase()}`)).toEqual({ token, contesto });
    expect(await accesso.accessoConToken(segreto, undefined)).toEqual({ token });
    expect(await refusal(accesso.accessoConToken(segreto, 'VRDGPP13R10B293P'))).toMatch(/^404/);
    expect(await refusal(accesso.accessoConToken(segreto, 'RSSMRA'))).toMatch(/^422/);
    expect(await accesso.accessoConToken(`${segreto}x`, 'RSSMRA')).toBeUndefined();
    expect(await refusal(accesso.accessoConToken(suo.segreto, CF))).toMatch(/^404/);
    const altro = { token: suo.token, contesto: await accesso.accessoOperatore('studio', 'MLLSNT82P65D620Y') };
    expect(await accesso.accessoConToken(suo.segreto, 'MLLSNT82P65D620Y')).toEqual(altro);
    expect(await accesso.accessoConToken(suo.segreto, undefined)).toEqual(altro);
    expect(await refusal(accesso.accessoOperatore('studio', 'VRDGPP13R10B293P'))).toMatch(/^404/);
  });
});
