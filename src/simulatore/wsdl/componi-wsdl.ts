import { SPAZIO_INTESTAZIONI } from '../../pagopa/soap/spazi.ts';
import { documento, elemento, type Xml } from '../../pagopa/xml/scrittura.ts';
import type { OperazioneWsdl, ServizioWsdl } from './servizi.ts';

const SPAZIO_WSDL = 'http://schemas.xmlsoap.org/wsdl/';
const SPAZIO_SOAP = 'http://schemas.xmlsoap.org/wsdl/soap/';
const SPAZIO_XSD = 'http://www.w3.org/2001/XMLSchema';
const TRASPORTO = 'http://schemas.xmlsoap.org/soap/http';

/** What a WSDL is made for. */
export interface DoveWsdl {
  /** Target namespace of the definitions. */
  readonly spazio: string;
  /** Where a service answers. */
  readonly indirizzo: (servizio: ServizioWsdl) => string;
  /** Where one of our schemas is to be had. */
  readonly schema: (nome: string) => string;
}

/** A WSDL 1.1 of some services, document/literal, which refers to our schemas (`rules/pagopa`) for every element. */
export function componiWsdl(servizi: readonly ServizioWsdl[], dove: DoveWsdl): string {
  const operazioni = servizi.flatMap((servizio) => servizio.operazioni.map((una) => ({ servizio, una })));
  const intestazioni = [...new Set(operazioni.flatMap(({ una }) => una.intestazione ?? []))];
  const figli = [
    tipi(servizi, intestazioni.length > 0, dove),
    ...operazioni.flatMap(({ servizio, una }) => [
      messaggio(una.richiesta, `${prefisso(servizio)}:${una.richiesta}`),
      messaggio(una.risposta, `${prefisso(servizio)}:${una.risposta}`),
    ]),
    ...intestazioni.map((nome) => messaggio(nome, `ppthead:${nome}`)),
    ...servizi.map(tipoDiPorta),
    ...servizi.map(legame),
    ...servizi.map((servizio) => offerta(servizio, dove)),
  ];
  const spazi = Object.fromEntries(servizi.map((uno) => [`xmlns:${prefisso(uno)}`, uno.spazioCorpi]));
  const attributi = {
    'xmlns:wsdl': SPAZIO_WSDL,
    'xmlns:soap': SPAZIO_SOAP,
    'xmlns:xsd': SPAZIO_XSD,
    'xmlns:ppthead': SPAZIO_INTESTAZIONI,
    'xmlns:tns': dove.spazio,
    ...spazi,
    targetNamespace: dove.spazio,
  };
  return documento(elemento('wsdl:definitions', figli, attributi));
}

/** The prefixes that pagoPA's own documents use: programs write messages with them. */
const PREFISSI = { 'nodo-corpi': 'ppt', 'avvisi-psp': 'nfp', 'avvisi-ente': 'pafn', 'notifiche-psp': 'pfn' } as const;

function prefisso({ schema }: ServizioWsdl): string {
  return PREFISSI[schema];
}

function tipi(servizi: readonly ServizioWsdl[], conIntestazioni: boolean, dove: DoveWsdl): Xml {
  const spazi = new Map<string, string>(servizi.map(({ spazioCorpi, schema }) => [spazioCorpi, schema]));
  if (conIntestazioni) spazi.set(SPAZIO_INTESTAZIONI, 'nodo-intestazioni');
  const importati = [...spazi].map(([namespace, schema]) =>
    elemento('xsd:import', [], { namespace, schemaLocation: dove.schema(schema) }),
  );
  return elemento('wsdl:types', [elemento('xsd:schema', importati)]);
}

function messaggio(nome: string, element: string): Xml {
  return elemento('wsdl:message', [elemento('wsdl:part', [], { name: parteDi(nome), element })], { name: nome });
}

/** Headers and bodies travel together: their parts have names of their own. */
function parteDi(messaggio: string): string {
  return messaggio.startsWith('intestazione') ? 'testa' : 'corpo';
}

function tipoDiPorta({ tipo, operazioni }: ServizioWsdl): Xml {
  const figli = operazioni.map(({ azione, richiesta, risposta }) =>
    elemento(
      'wsdl:operation',
      [
        elemento('wsdl:input', [], { message: `tns:${richiesta}` }),
        elemento('wsdl:output', [], { message: `tns:${risposta}` }),
      ],
      { name: azione },
    ),
  );
  return elemento('wsdl:portType', figli, { name: tipo });
}

function legame({ tipo, operazioni }: ServizioWsdl): Xml {
  const figli = [
    elemento('soap:binding', [], { style: 'document', transport: TRASPORTO }),
    ...operazioni.map(operazioneLegata),
  ];
  return elemento('wsdl:binding', figli, { name: `${tipo}Binding`, type: `tns:${tipo}` });
}

function operazioneLegata({ azione, intestazione }: OperazioneWsdl): Xml {
  const corpo = elemento('soap:body', [], { use: 'literal', parts: 'corpo' });
  const testa =
    intestazione === undefined
      ? []
      : [elemento('soap:header', [], { message: `tns:${intestazione}`, part: 'testa', use: 'literal' })];
  const figli = [
    elemento('soap:operation', [], { soapAction: azione, style: 'document' }),
    elemento('wsdl:input', [...testa, corpo]),
    elemento('wsdl:output', [corpo]),
  ];
  return elemento('wsdl:operation', figli, { name: azione });
}

function offerta(servizio: ServizioWsdl, dove: DoveWsdl): Xml {
  const { servizio: name, porta, tipo } = servizio;
  const dentro = elemento('soap:address', [], { location: dove.indirizzo(servizio) });
  return elemento('wsdl:service', [elemento('wsdl:port', [dentro], { name: porta, binding: `tns:${tipo}Binding` })], {
    name,
  });
}
