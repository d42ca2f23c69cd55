import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseStringPromise } from 'xml2js';
import { PERCORSO_NODO } from '../../src/simulatore/server.ts';
import { SERVIZI } from '../../src/simulatore/wsdl/servizi.ts';
import { packagePath } from '../../src/valori/package-root.ts';
import { ufficialiPresenti } from '../pagopa/schemi-ufficiali.ts';
import { type NomeWsdl, wsdlUfficiali } from '../soap/fonti-wsdl.ts';
import { type Banco, avviaBanco } from './banco.ts';

let banco: Banco;
beforeAll(async () => {
  banco = await avviaBanco();
});
afterAll(() => banco.close());

const prendi = (percorso: string): Promise<Response> => fetch(`${banco.url}${PERCORSO_NODO}${percorso}`);

interface Nodo {
  readonly $: Readonly<Record<string, string>>;
  readonly [figlio: string]: unknown;
}

/** SOAPAction, element in and element out of every operation of a WSDL, whatever its prefixes. */
async function operazioniDi(wsdl: string): Promise<readonly string[]> {
  const senzaPrefisso = (nome: string): string => nome.replace(/^.*:/, '');
  const { definitions } = (await parseStringPromise(wsdl, { tagNameProcessors: [senzaPrefisso] })) as {
    definitions: Readonly<Record<string, Nodo[]>>;
  };
  const figli = (nodo: Nodo, nome: string): Nodo[] => (nodo[nome] ?? []) as Nodo[];
  const elementoDi = (messaggio: string): string => {
    const parti = figli(
      definitions['message']?.find(({ $ }) => $['name'] === senzaPrefisso(messaggio)) as Nodo,
      'part',
    );
    const corpo = parti.find(({ $ }) => !$['element']?.includes('intestazione'));
    return senzaPrefisso(corpo?.$['element'] ?? '');
  };
  const azioni = new Map(
    figli(definitions['binding']?.[0] as Nodo, 'operation').map((una) => [
      una.$['name'],
      figli(una, 'operation')[0]?.$['soapAction'],
    ]),
  );
  return figli(definitions['portType']?.[0] as Nodo, 'operation').map((una) => {
    const [entra = '', esce = ''] = ['input', 'output'].map((verso) => figli(una, verso)[0]?.$['message'] ?? '');
    return `${azioni.get(una.$['name']) ?? ''} ${elementoDi(entra)} ${elementoDi(esce)}`;
  });
}

describe.each(SERVIZI.map(({ nome }) => nome))('the WSDL of %s', (nome) => {
  it('has the operations of the node’s own tables, of elements that our schemas define', async () => {
    const servizio = SERVIZI.find((uno) => uno.nome === nome);
    const risposta = await prendi(`/${nome}?wsdl`);
    expect(risposta.headers.get('Content-Type')).toBe('text/xml; charset=utf-8');
    const attese = servizio?.operazioni.map(
      ({ azione, richiesta, risposta: esce }) => `${azione} ${richiesta} ${esce}`,
    );
    expect(await operazioniDi(await risposta.text())).toEqual(attese);
    const schema = readFileSync(packagePath('rules', 'pagopa', `${servizio?.schema ?? ''}.xsd`), 'utf8');
    for (const { richiesta, risposta: esce } of servizio?.operazioni ?? []) {
      expect(schema).toContain(`<xs:element name="${richiesta}"`);
      expect(schema).toContain(`<xs:element name="${esce}"`);
    }
  });

  it.runIf(ufficialiPresenti)('says of each what the official one says', async () => {
    const ufficiali = wsdlUfficiali();
    const loro = await operazioniDi(await ufficiali.testo(nome as NomeWsdl));
    await ufficiali.chiudi();
    const nostre = await operazioniDi(await (await prendi(`/${nome}?WSDL`)).text());
    expect(nostre.filter((una) => !loro.includes(una))).toEqual([]);
  });
});

describe('the node’s endpoint', () => {
  it('describes all its services together, and its schemas', async () => {
    const insieme = await (await prendi('?wsdl')).text();
    for (const { servizio, chi } of SERVIZI) {
      expect(insieme.includes(`<wsdl:service name="${servizio}">`), servizio).toBe(chi === 'nodo');
    }
    const schemi = [...insieme.matchAll(/schemaLocation="([^"]+)"/g)].map(([, url]) => url ?? '');
    expect(schemi).toHaveLength(3);
    for (const url of schemi) {
      const xsd = await (await fetch(url)).text();
      const importati = [...xsd.matchAll(/schemaLocation="([^"]+)"/g)].map(([, file]) => new URL(file ?? '', url));
      for (const uno of importati) expect((await fetch(uno)).status).toBe(200);
    }
  });

  it('serves no other file, and no page without ?wsdl', async () => {
    for (const percorso of ['/xsd/..%2f..%2fpackage.json', '/xsd/flusso-riversamento.xsd', '/xsd/', '', '/NodoPerPa']) {
      expect((await prendi(percorso)).status, percorso).toBe(404);
    }
  });
});
