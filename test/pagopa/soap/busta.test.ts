import { describe, expect, it } from 'vitest';
import { buildNodoChiediStatoRpt, readDomandaRpt } from '../../../src/pagopa/operazioni/nodo-chiedi-stato-rpt.ts';
import { leggiBusta } from '../../../src/pagopa/soap/busta.ts';
import { messaggioSoap } from '../../../src/pagopa/soap/messaggio.ts';
import { XmlRifiutato } from '../../../src/pagopa/xml/xml-rifiutato.ts';

const domanda = {
  stazione: { intermediario: '80078750587', stazione: '80078750587_01', password: 'perché-no' },
  chiave: { dominio: '80078750587', iuv: '01000000000001239', ccp: 'ccp-1' },
};
const buona = buildNodoChiediStatoRpt(domanda);
const senzaDichiarazione = buona.replace(/^<\?xml.*?\?>/, '');

function motivo(xml: string | Uint8Array, charset?: string): string {
  try {
    leggiBusta(xml, charset === undefined ? {} : { charset });
  } catch (errore) {
    if (errore instanceof XmlRifiutato) return errore.motivo;
    throw errore;
  }
  return 'accettata';
}

const conHeader = (header: string) => buona.replace('<soapenv:Body>', `<soapenv:Header>${header}</soapenv:Header>$&`);

describe('what stands between the elements of a message', () => {
  it.each([
    ['a processing instruction in the operation', buona.replace('<identificativoDominio>', '<?pi x?>$&')],
    ['one in a text', buona.replace('01000000000001239', '0100000000<?pi x?>0001239')],
    ['one in the body, one in the envelope', buona.replace('<soapenv:Body>', '<?pi x?>$&<?pi y?>')],
    ['one before and one after everything', `<?xml version="1.0"?><?pi x?>${senzaDichiarazione}<?pi y?>`],
    ['one last in the operation', buona.replace('</ppt:nodoChiediStatoRPT>', '<?pi x?>$&')],
    ['comments everywhere', buona.replaceAll('><', '><!-- x --><')],
    ['a comment in a text', buona.replace('01000000000001239', '0100000000<!-- x -->0001239')],
    ['CDATA in a text', buona.replace('01000000000001239', '0100<![CDATA[0000000]]>001239')],
  ])('%s changes nothing of what it says', (_nome, xml) => {
    expect(readDomandaRpt(leggiBusta(xml))).toEqual(domanda);
  });
});

describe('an envelope that holds no operation', () => {
  it.each([
    ['an empty body', buona.replace(/<ppt:.*<\/ppt:[^>]*>/, '')],
    ['no body', buona.replace(/<soapenv:Body>.*<\/soapenv:Body>/, '')],
    ['two bodies', buona.replace(/<soapenv:Body>.*<\/soapenv:Body>/, '$&$&')],
    ['an empty body before', buona.replace('<soapenv:Body>', '<soapenv:Body/>$&')],
    ['a processing instruction alone', buona.replace(/<ppt:.*<\/ppt:[^>]*>/, '<?pi x?>')],
    ['another root', '<a/>'],
    [
      'SOAP 1.2',
      buona.replaceAll('http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope'),
    ],
    ['text in the body', buona.replace('<soapenv:Body>', '$&testo')],
  ])('%s is refused', (_nome, xml) => {
    expect(motivo(xml)).toBe('busta');
  });
});

describe('headers', () => {
  const sicurezza = (attributi: string) => conHeader(`<w:Security xmlns:w="urn:w" ${attributi}/>`);

  it('that must be understood and are none of ours are a refusal of its own', () => {
    for (const si of ['1', 'true']) expect(motivo(sicurezza(`soapenv:mustUnderstand="${si}"`))).toBe('non-compreso');
    const prossimo = 'soapenv:actor="http://schemas.xmlsoap.org/soap/actor/next"';
    expect(motivo(sicurezza(`soapenv:mustUnderstand="1" ${prossimo}`))).toBe('non-compreso');
  });

  it('that may be passed over, or are for somebody else on the way, are passed over', () => {
    expect(motivo(sicurezza(''))).toBe('accettata');
    expect(motivo(sicurezza('soapenv:mustUnderstand="0"'))).toBe('accettata');
    expect(motivo(sicurezza('soapenv:mustUnderstand="1" soapenv:actor="urn:altri"'))).toBe('accettata');
    expect(motivo(sicurezza('mustUnderstand="1"'))).toBe('accettata');
  });
});

describe('the encoding of a message', () => {
  const dichiarata = (nome: string) => buona.replace('UTF-8', nome);
  const password = (byte: Uint8Array, charset?: string) =>
    readDomandaRpt(leggiBusta(byte, charset === undefined ? {} : { charset })).stazione.password;

  it.each(['UTF-8', 'utf-8', 'UTF8', 'utf8'])('UTF-8 is read under the name %s', (nome) => {
    expect(password(Buffer.from(dichiarata(nome)))).toBe('perché-no');
  });

  it.each(['ISO-8859-1', 'iso-8859-1', 'latin1'])('ISO-8859-1 is read under the name %s', (nome) => {
    expect(password(Buffer.from(dichiarata(nome), 'latin1'))).toBe('perché-no');
  });

  it('US-ASCII is read, and refused where a byte is not of it', () => {
    const ascii = dichiarata('US-ASCII').replace('perché', 'perche');
    expect(password(Buffer.from(ascii))).toBe('perche-no');
    expect(motivo(Buffer.from(dichiarata('US-ASCII')))).toBe('codifica');
  });

  it('the transport’s word comes before the declaration, a byte order mark before both', () => {
    expect(password(Buffer.from(buona, 'latin1'), 'ISO-8859-1')).toBe('perché-no');
    expect(password(Buffer.from(`\uFEFF${dichiarata('ISO-8859-1')}`), 'ISO-8859-1')).toBe('perché-no');
    expect(motivo(Buffer.from(buona, 'latin1'), 'utf-8')).toBe('codifica');
  });

  it('any other is refused', () => {
    for (const nome of ['UTF-16', 'windows-1252', 'UTF-7', ''])
      expect(motivo(Buffer.from(dichiarata(nome)))).not.toBe('accettata');
    expect(motivo(Buffer.from(buona, 'utf16le'))).toBe('codifica');
    expect(motivo(Buffer.from(buona), 'koi8-r')).toBe('codifica');
  });
});

describe('a message as HTTP brings it', () => {
  const header = (nomi: Record<string, string>) => (nome: string) => nomi[nome];

  it('has its action without quotes and its charset, when they are said', () => {
    const corpo = Buffer.from('x');
    expect(
      messaggioSoap(corpo, header({ SOAPAction: '"paaInviaRT"', 'Content-Type': 'text/xml; Charset="UTF-8"' })),
    ).toEqual({
      corpo,
      azione: 'paaInviaRT',
      charset: 'UTF-8',
    });
    expect(messaggioSoap(undefined, header({ 'Content-Type': 'text/xml' }))).toEqual({
      corpo: new Uint8Array(),
      azione: '',
    });
  });
});
