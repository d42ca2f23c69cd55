import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createServizioAccesso } from '../../src/accesso/crea-servizio-accesso.ts';
import { attesaDopo, LIMITI_ACCESSO } from '../../src/accesso/limiti.ts';
import { createPseudonimo } from '../../src/accesso/pseudonimo.ts';
import { provenienza } from '../../src/accesso/rete.ts';
import type { ServizioAccesso } from '../../src/accesso/servizio-accesso.ts';
import { carattereDiControllo } from '../../src/anagrafe/carattere-di-controllo.ts';
import { type ArchivioDiProva, archivioSqlite, nuovoRapporto } from '../archivio/archivio-di-prova.ts';
import { altroRapporto, contestoIdentita } from '../bollettini/ambiente.ts';

const CF = 'RSSMRA80A01D620V';
const GIUSTO = '99109784511';
const ALTRO_CF = 'VRDGPP13R10B293P';

let prova: ArchivioDiProva;
let accesso: ServizioAccesso;
beforeEach(async () => {
  prova = await archivioSqlite();
  accesso = createServizioAccesso({
    archivio: prova.archivio.letture,
    pseudonimo: createPseudonimo('segreto di prova'),
    clock: prova.clock,
    identitaSimulate: () => [],
  });
  await prova.archivio.registro.registra(nuovoRapporto());
});
afterEach(() => prova.close());

/** 200 when the pair opens, else the status of the refusal and the seconds to wait. */
async function enter(ip: string, codice: string, cf = CF): Promise<string> {
  try {
    await accesso.accessoConCodiceRapporto(cf, codice, ip);
    return '200';
  } catch (errore) {
    const { statoHttp, riprovaFra } = errore as { statoHttp: number; riprovaFra?: number };
    return riprovaFra === undefined ? String(statoHttp) : `${statoHttp} ${riprovaFra}`;
  }
}

const withCheck = (primiQuindici: string) => primiQuindici + carattereDiControllo(primiQuindici);

let numero = 0;
const wrong = (ip: string, cf = CF) => enter(ip, String(2_000_000_000 + (numero += 1)), cf);

async function repeat(volte: number, tenta: () => Promise<string>): Promise<string[]> {
  const esiti: string[] = [];
  for (let i = 0; i < volte; i += 1) esiti.push(await tenta());
  return esiti;
}

function after(secondi: number): void {
  prova.clock.set(new Date(prova.clock.now().getTime() + secondi * 1000).toISOString());
}

describe('AB-34: who guesses waits, longer each time', () => {
  it('five wrong codes are free; then one address waits for that person, and the right code waits too', async () => {
    expect(new Set(await repeat(LIMITI_ACCESSO.coppia.liberi, () => wrong('192.0.2.1')))).toEqual(new Set(['401']));
    expect(await wrong('192.0.2.1')).toBe('429 15');
    expect(await enter('192.0.2.1', GIUSTO)).toBe('429 15');
    after(10);
    expect(await wrong('192.0.2.1')).toBe('429 5');
    after(5);
    expect(await wrong('192.0.2.1')).toBe('401');
    expect(await wrong('192.0.2.1')).toBe('429 30');
    after(30);
    expect(await enter('192.0.2.1', GIUSTO)).toBe('200');
    expect(await wrong('192.0.2.1')).toBe('401');
  });

  it('waits grow to a bound, and an hour of quiet forgets', async () => {
    expect([4, 5, 6, 7, 8].map((falliti) => attesaDopo(falliti, LIMITI_ACCESSO.coppia))).toEqual([0, 15, 30, 60, 120]);
    expect(attesaDopo(500, LIMITI_ACCESSO.coppia)).toBe(900);
    await repeat(6, () => wrong('192.0.2.1'));
    after(3_600);
    expect(await repeat(5, () => wrong('192.0.2.1'))).not.toContain('429 15');
  });

  it('many at the same moment are counted one by one', async () => {
    const esiti = await Promise.all(Array.from({ length: 30 }, () => wrong('192.0.2.1')));
    expect(esiti.filter((esito) => esito === '401')).toHaveLength(LIMITI_ACCESSO.coppia.liberi);
    expect(esiti.filter((esito) => esito.startsWith('429'))).toHaveLength(25);
  });

  it('one address that tries many people waits, its whole IPv6 network with it', async () => {
    const cfs = ['01', '02', '03', '04', '05', '06'].map((giorno) => `RSSMRA81A${giorno}D620`);
    let i = 0;
    const esiti = await repeat(LIMITI_ACCESSO.indirizzo.liberi, () =>
      wrong(`2001:db8::${i}`, withCheck(cfs[(i += 1) % 6] ?? '')),
    );
    expect(new Set(esiti)).toEqual(new Set(['401']));
    expect(await enter('2001:db8::ffff', GIUSTO)).toBe('429 5');
    expect(await enter('2001:db8:0:1::1', GIUSTO)).toBe('200');
  });
});

describe('AB-07: nobody can shut the way in for others', () => {
  it('a thousand wrong tries from nineteen addresses on one person: who is right comes in, and so does everybody else', async () => {
    const altrui = await altroRapporto(prova);
    for (let i = 0; i < 1_000; i += 1) {
      await wrong(`198.51.100.${i % 19}`);
      if (i % 19 === 18) after(1);
    }
    expect(await enter('192.0.2.1', GIUSTO)).toBe('200');
    expect(await enter('192.0.2.2', altrui.codice, 'MLLSNT82P65D620Y')).toBe('200');
  });

  it('a person under attack has fewer free tries from each address, and the right one still opens', async () => {
    await repeat(LIMITI_ACCESSO.persona, () => wrong(`198.51.100.${numero}`));
    expect(await repeat(3, () => wrong('192.0.2.1'))).toEqual(['401', '401', '429 15']);
    expect(await wrong('192.0.2.2')).toBe('401');
    expect(await enter('192.0.2.2', GIUSTO)).toBe('200');
  });

  it('failures of all refuse nobody, however many: they call an operator', async () => {
    expect(await accesso.statoAccessi()).toEqual({
      falliti: 0,
      personeSottoTentativi: 0,
      indirizziFermati: 0,
      allarme: false,
    });
    await repeat(LIMITI_ACCESSO.inTutto, () => wrong(`198.51.${numero % 100}.${numero % 7}`));
    expect(await enter('192.0.2.1', GIUSTO)).toBe('200');
    expect(await accesso.statoAccessi()).toEqual({
      falliti: LIMITI_ACCESSO.inTutto,
      personeSottoTentativi: 1,
      indirizziFermati: 0,
      allarme: true,
    });
    after(3_600);
    expect((await accesso.statoAccessi()).allarme).toBe(false);
  });

  it('who comes in with an identity is let out of the wait, and an operator can do the same', async () => {
    const { actor } = contestoIdentita('x', { cf: CF });
    if (actor.tipo !== 'identita') throw new Error('no identity');
    await repeat(6, () => wrong('192.0.2.1'));
    expect(await enter('192.0.2.1', GIUSTO)).toBe('429 15');
    await accesso.accessoConIdentita(actor.identita);
    expect(await enter('192.0.2.1', GIUSTO)).toBe('200');
    await repeat(6, () => wrong('192.0.2.1'));
    await accesso.sbloccaAccesso(CF);
    expect(await enter('192.0.2.1', GIUSTO)).toBe('200');
    expect(await prova.knex('atti').where({ azione: 'accesso-sbloccato' })).toHaveLength(1);
    await expect(accesso.sbloccaAccesso(ALTRO_CF)).rejects.toMatchObject({ statoHttp: 404 });
  });
});

describe('where an attempt comes from', () => {
  it.each([
    ['192.0.2.1', { indirizzo: '192.0.2.1' }],
    ['::ffff:192.0.2.1', { indirizzo: '192.0.2.1' }],
    ['2001:DB8:1:2:3::4', { indirizzo: '2001:db8:1:2', rete: '2001:db8:1' }],
    ['::1', { indirizzo: '0:0:0:0', rete: '0:0:0' }],
    ['fe80::1%eth0', { indirizzo: 'fe80:0:0:0', rete: 'fe80:0:0' }],
    ['', { indirizzo: '' }],
  ])('%s', (ip, atteso) => {
    expect(provenienza(ip)).toEqual(atteso);
  });
});
