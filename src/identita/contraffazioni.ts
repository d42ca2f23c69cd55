import type { Guasto } from './guasto.ts';

/** What a forger puts in the place of the person's. Of nobody: the check character is right, the person does not exist. */
const ALTRO = 'TINIT-VRDLGU70A01H501O';

/** The parts of a signed answer that a forger moves about. */
interface Parti {
  /** The assertion with its signature. */
  readonly intera: string;
  readonly firma: string;
  readonly senzaFirma: string;
  /** The same, of somebody else and with another ID. */
  readonly falsa: string;
}

function parti(xml: string): Parti {
  const intera = /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(xml)?.[0] ?? '';
  const firma = /<ds:Signature[\s\S]*?<\/ds:Signature>/.exec(intera)?.[0] ?? '';
  const senzaFirma = intera.replace(firma, '');
  return { intera, firma, senzaFirma, falsa: falsifica(senzaFirma).replace(/ ID="[^"]*"/, ' ID="_falsa"') };
}

function falsifica(xml: string): string {
  return xml.replace(/TINIT-[A-Z0-9]+/, ALTRO);
}

/** @param come what the forger puts in place of the assertion */
function alPosto(come: (p: Parti) => string): (xml: string) => string {
  return (xml) => {
    const p = parti(xml);
    return xml.replace(p.intera, () => come(p));
  };
}

const dentro = (esterno: string, chiusura: string, interno: string): string =>
  esterno.replace(chiusura, () => `${interno}${chiusura}`);
const FINE = '</saml:Assertion>';
const FINE_FIRMA = '</ds:Signature>';
const oggetto = (contenuto: string): string => `<ds:Object>${contenuto}</ds:Object>`;

/** The signed response moved within a false one: in its signature, or beside it. */
function bustaFalsa(come: (firma: string, vera: string) => string): (xml: string) => string {
  return (xml) => {
    const [dichiarazione, radice] = [
      xml.slice(0, xml.indexOf('<samlp:Response')),
      xml.slice(xml.indexOf('<samlp:Response')),
    ];
    const firma = /<ds:Signature[\s\S]*?<\/ds:Signature>/.exec(radice)?.[0] ?? '';
    const vera = radice.replace(firma, '');
    const falsa = falsifica(vera).replace(/ ID="[^"]*"/, ' ID="_busta"');
    return dichiarazione + falsa.replace('</saml:Issuer>', () => `</saml:Issuer>${come(firma, vera)}`);
  };
}

/** Wrapping of signatures (XSW 1-8), and messages made to mislead the readers of XML. */
export const CONTRAFFAZIONI: readonly Guasto[] = [
  {
    caso: 'xsw1',
    titolo: 'La busta firmata dentro la firma di una falsa',
    dopo: bustaFalsa((firma, vera) => dentro(firma, FINE_FIRMA, oggetto(vera))),
  },
  { caso: 'xsw2', titolo: 'La busta firmata accanto alla firma, in una falsa', dopo: bustaFalsa((f, v) => f + v) },
  { caso: 'xsw3', titolo: 'Una Assertion falsa prima della vera', dopo: alPosto((p) => p.falsa + p.intera) },
  { caso: 'xsw4', titolo: 'La Assertion vera dentro una falsa', dopo: alPosto((p) => dentro(p.falsa, FINE, p.intera)) },
  {
    caso: 'xsw5',
    titolo: 'La firma della vera in una falsa, la vera in fondo',
    dopo: alPosto((p) => dentro(p.falsa, FINE, p.firma) + p.senzaFirma),
  },
  {
    caso: 'xsw6',
    titolo: 'La vera dentro la firma, in una falsa',
    dopo: alPosto((p) => dentro(p.falsa, FINE, dentro(p.firma, FINE_FIRMA, p.senzaFirma))),
  },
  {
    caso: 'xsw7',
    titolo: 'Una falsa in Extensions',
    dopo: alPosto((p) => `<samlp:Extensions>${p.falsa}</samlp:Extensions>${p.intera}`),
  },
  {
    caso: 'xsw8',
    titolo: 'La vera in un Object della firma, in una falsa',
    dopo: alPosto((p) => dentro(p.falsa, FINE, dentro(p.firma, FINE_FIRMA, oggetto(p.senzaFirma)))),
  },
  { caso: 'alterata', titolo: 'Codice fiscale cambiato dopo la firma', dopo: falsifica },
  {
    caso: 'commento',
    titolo: 'Un commento nel codice fiscale',
    dopo: (xml) => xml.replace(/(TINIT-[A-Z]{3})/, '$1<!-- -->'),
  },
  {
    caso: 'doctype',
    titolo: 'Un DOCTYPE con un’entità',
    dopo: (xml) => xml.replace('<samlp:Response', '<!DOCTYPE r [<!ENTITY e "x">]><samlp:Response'),
  },
  {
    caso: 'xslt',
    titolo: 'Una trasformazione XSLT nella firma',
    dopo: (xml) =>
      xml.replace(
        '<ds:Transforms>',
        '<ds:Transforms><ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"/>',
      ),
  },
  {
    caso: 'sha1',
    titolo: 'Firma con SHA-1',
    dopo: (xml) =>
      xml.replaceAll('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'http://www.w3.org/2000/09/xmldsig#rsa-sha1'),
  },
];
