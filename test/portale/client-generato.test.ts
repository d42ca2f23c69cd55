import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERAZIONI } from '../../src/portale/api/api.router.ts';
import { createOpenApi } from '../../src/portale/api/openapi.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { packagePath } from '../../src/valori/package-root.ts';
import { codiceFiscaleDi, startPortaleDiProva, type PortaleDiProva } from './portale-di-prova.ts';
import type { Racconto } from './racconto-del-client.ts';

const STORIA = packagePath('test/portale/api-client/storia.ts');

const documento = createOpenApi(OPERAZIONI, 'https://portale.trimestre.test/api/v1');

describe('the OpenAPI document', () => {
  it('is what the linter of Redocly recommends, without a word', async () => {
    const config = await createConfig({ extends: ['recommended-strict'] });
    const problemi = await lintFromString({
      source: JSON.stringify(documento),
      absoluteRef: join(tmpdir(), 'openapi.json'),
      config,
    });
    expect(problemi.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
  });

  it('names each operation once, in Italian, and says what is open to everybody', () => {
    const nomi = OPERAZIONI.map(({ nome }) => nome);
    expect(new Set(nomi).size).toBe(nomi.length);
    expect(nomi.filter((nome) => !/^[a-z]+[A-Za-z]*$/.test(nome))).toEqual([]);
    const gruppi = new Set((documento.tags ?? []).map(({ name }) => name));
    expect(OPERAZIONI.filter(({ gruppo }) => !gruppi.has(gruppo)).map(({ nome }) => nome)).toEqual([]);
    const percorsiDescritti = documento.paths as Record<string, Record<string, { security?: object[] }>>;
    for (const { chi, metodo, percorso } of OPERAZIONI) {
      const { security } = percorsiDescritti[percorso]?.[metodo] ?? {};
      expect(security, `${metodo} ${percorso}`).toEqual(chi === 'tutti' ? [] : [{ token: [] }]);
    }
  });
});

describe('the document that the API gives', () => {
  it('is this one, with every operation that answers', async () => {
    const prova = await startPortaleDiProva();
    const risposta = await prova.browser().agent.get(`${percorsi.api}/openapi.json`);
    await prova.close();
    const { openapi, paths } = risposta.body as { openapi: string; paths: Record<string, object> };
    expect(openapi).toBe('3.1.0');
    const descritte = Object.entries(paths).flatMap(([p, m]) => Object.keys(m).map((metodo) => `${metodo} ${p}`));
    expect(descritte.sort()).toEqual(OPERAZIONI.map(({ metodo, percorso }) => `${metodo} ${percorso}`).sort());
    expect(paths).toEqual(JSON.parse(JSON.stringify(documento.paths)));
  });
});

describe('its sentences', () => {
  it('are Italian', () => {
    const frasi = [...JSON.stringify(documento).matchAll(/"(?:description|summary)":"((?:[^"\\\\]|\\\\.)*)"/g)].map(
      ([, frase]) => frase ?? '',
    );
    expect(frasi.length).toBeGreaterThan(80);
    expect(frasi.filter((frase) => /\b(the|of|which|what|its|is|and)\b/i.test(frase))).toEqual([]);
  });
});

describe('a client generated from it', () => {
  let prova: PortaleDiProva;
  let cartella: string;
  let url: string;
  let close: () => Promise<void>;
  beforeAll(async () => {
    cartella = mkdtempSync(join(tmpdir(), 'trimestre-client-'));
    prova = await startPortaleDiProva();
    const server = prova.portale.listen(0, 'localhost');
    await new Promise((poi) => server.once('listening', poi));
    url = `http://localhost:${(server.address() as AddressInfo).port}${percorsi.api}`;
    close = async () => {
      await new Promise((poi) => server.close(poi));
      await prova.close();
    };
  });
  afterAll(async () => {
    await close();
    rmSync(cartella, { recursive: true, force: true });
  });

  it('has the types that a program asks for', async () => {
    const tipi = join(cartella, 'tipi-dell-api.d.ts');
    writeFileSync(tipi, astToString(await openapiTS(documento as unknown as OpenAPI3)));
    expect(errorsIn(STORIA, tipi)).toEqual([]);
  });

  it('takes a quarter from its calculation to the payment, and repeats a call without doing it twice', async () => {
    const { racconta } = (await import(pathToFileURL(STORIA).href)) as { readonly racconta: Racconto };
    const { segreto } = await prova.app.accesso.creaToken('client generato');
    const storia = await racconta(url, segreto, codiceFiscaleDi(prova.app, 'Ferrari'));
    expect(storia).toMatchObject({
      calcolato: '338.00',
      errore: { status: 422, campo: 'trimestre' },
      ripetuta: 'true',
      chiaveRiusata: { codice: 'chiave-riusata', campo: 'Idempotency-Key' },
    });
    expect(storia.luogo).toMatch(/^\/api\/v1\/bollettini\/[\w-]{36}$/);
    const emesso = storia.luogo?.split('/').at(-1);
    expect(storia.nelCarrello.filter((id) => id === emesso)).toHaveLength(1);
    expect(storia.pagine).toBeGreaterThan(1);
    expect(storia.byteAvviso).toBeGreaterThan(5_000);
    expect(storia.url).toContain('/wallet/welcome');
  });
});

/** What TypeScript, as strict as for our own code, says of a program written on the generated types. */
function errorsIn(file: string, tipi: string): string[] {
  const { config } = ts.readConfigFile(packagePath('tsconfig.json'), (nome) => ts.sys.readFile(nome)) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(
    { ...config.compilerOptions, paths: { 'tipi-dell-api': [tipi] } },
    packagePath(),
  );
  const programma = ts.createProgram([file], options);
  return ts
    .getPreEmitDiagnostics(programma)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
