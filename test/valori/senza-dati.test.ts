import { describe, expect, it } from 'vitest';
import { descriviErrore, testoErrore } from '../../src/valori/descrivi-errore.ts';
import { senzaDati } from '../../src/valori/senza-dati.ts';

describe('a text without people’s data', () => {
  it.each([
    [
      'a codice fiscale, also of omocodia and in small letters',
      'di RSSMRA80A01D620V e rssmraulamlh5llo',
      /RSSMRA|lh5llo/i,
    ],
    ['numbers that identify', 'rapporto 21000045678, avviso 301000000000000017', /\d{9}/],
    ['what is quoted', 'Unexpected token \'h\', "{"nome":"Mario Rossi"}" is not valid JSON', /Mario/],
    ['what is in Italian quotes', 'non è stato trovato «Maria Bianchi»', /Bianchi/],
    ['an e-mail address', 'inviare a maria.bianchi@esempio.it', /bianchi/],
    ['the credentials of an address', 'connect postgres://utente:pass@word@host:5432/db', /utente|word/],
    ['a session’s id', 'sid Zk3vYw0aXbq1_l8sQ-8rTnM3oPpE5cUv', /Zk3vYw/],
    ['a token', 'trimestre_Zk3vYw0aXbq1l8sQ8rTnM3oPpE5cUvAbCdEfGhIjKl', /Zk3vYw/],
  ])('leaves out %s', (_, testo, vietato) => {
    expect(testo).toMatch(vietato);
    expect(senzaDati(testo)).not.toMatch(vietato);
  });

  it('keeps what tells where the fault is', () => {
    for (const testo of [
      'insert into `bollettini` (`id`, `iuv`) values (?, ?) - UNIQUE constraint failed: bollettini.iuv',
      'bollettino 0197e4f3-2b1c-7000-8000-5d0f6a1b2c3d without its rapporto',
      'SQLITE_FULL: database or disk is full',
      'listen EADDRINUSE: address already in use 127.0.0.1:3000',
    ]) {
      expect(senzaDati(testo)).toBe(testo);
    }
    expect(senzaDati('violates unique constraint "bollettini_iuv"')).toBe('violates unique constraint bollettini_iuv');
    expect(senzaDati("Cannot read properties of undefined (reading 'id')")).toBe(
      'Cannot read properties of undefined (reading id)',
    );
  });
});

describe('an error as a log may hold it', () => {
  it('says its kind, code and lines of code; not the properties that libraries hang on it', () => {
    const errore = Object.assign(new Error('duplicate key value violates unique constraint "datori_cf"'), {
      code: '23505',
      constraint: 'datori_cf',
      detail: 'Key (codice_fiscale)=(RSSMRA80A01D620V) already exists.',
      bindings: ['Mario Rossi'],
    });
    const descritto = descriviErrore(errore);
    expect(descritto).toMatchObject({ tipo: 'Error', codice: '23505', vincolo: 'datori_cf' });
    expect(descritto.righe[0]).toMatch(/^at .*senza-dati\.test\.ts/);
    expect(JSON.stringify(descritto)).not.toMatch(/RSSMRA|Mario/);
  });

  it('never repeats a value that PostgreSQL did not take', () => {
    const errore = Object.assign(new Error('invalid input syntax for type bigint: Mario'), { code: '22P02' });
    expect(testoErrore(errore)).not.toContain('Mario');
    expect(testoErrore(errore)).toContain('22P02');
  });

  it('tells the cause, and of many errors the first', () => {
    const rifiutata = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
    expect(testoErrore(new Error('no database', { cause: rifiutata }))).toContain('ECONNREFUSED 127.0.0.1');
    expect(descriviErrore(new AggregateError([rifiutata], '')).causa).toMatchObject({ codice: 'ECONNREFUSED' });
  });

  it('takes what is no error', () => {
    expect(descriviErrore('di RSSMRA80A01D620V')).toEqual({ tipo: 'string', messaggio: 'di …', righe: [] });
    expect(descriviErrore(undefined)).toMatchObject({ messaggio: 'undefined' });
  });
});
