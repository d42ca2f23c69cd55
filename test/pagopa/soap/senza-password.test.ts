import { describe, expect, it } from 'vitest';
import { senzaPassword } from '../../../src/pagopa/soap/senza-password.ts';

describe('a message as it is kept', () => {
  it.each([
    ['plain', '<a><password>parola12</password><b>1</b></a>', '<a><password>********</password><b>1</b></a>'],
    [
      'with a prefix and an attribute',
      '<ppt:password x="1"> parola12 </ppt:password>',
      '<ppt:password x="1">********</ppt:password>',
    ],
    ['in CDATA', '<password><![CDATA[par<ola12]]></password>', '<password>********</password>'],
    ['around a comment', '<password>par<!-- x -->ola12</password>', '<password>********</password>'],
    ['broken off', '<password>parola1', '<password>********'],
    ['broken off in CDATA', '<password><![CDATA[parola1', '<password>********'],
    ['in JSON', '{"password": "par\\"ola12", "n": 1}', '{"password": "********", "n": 1}'],
    ['in JSON broken off', '{"password":"parola1', '{"password":"********"'],
    ['empty', '<password></password><password/>', '<password></password><password/>'],
  ])('holds no password: %s', (_, messaggio, atteso) => {
    expect(senzaPassword(messaggio)).toBe(atteso);
  });

  it('is otherwise as it came, and may be masked twice', () => {
    const messaggio = '<x><passwordless>a</passwordless><identificativoPSP>b</identificativoPSP></x>';
    expect(senzaPassword(messaggio)).toBe(messaggio);
    const mascherato = senzaPassword('<password>parola12</password>');
    expect(senzaPassword(mascherato)).toBe(mascherato);
  });
});
