import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseFlussoRiversamento } from '../../src/pagopa/flussi/flusso-riversamento.ts';
import { buildPaaInviaRt } from '../../src/pagopa/operazioni/paa-invia-rt.ts';
import { buildRt } from '../../src/pagopa/rpt/build-rt.ts';
import { parseRpt } from '../../src/pagopa/rpt/parse-rpt.ts';
import { parseRt } from '../../src/pagopa/rpt/parse-rt.ts';
import { leggiBusta } from '../../src/pagopa/soap/busta.ts';
import { packagePath } from '../../src/valori/package-root.ts';
import { intestazione, rt } from './esempi.ts';
import { ufficialiPresenti, validaUfficiale } from './schemi-ufficiali.ts';

const ESEMPI = packagePath('..', 'shared', 'pagopa', 'examples');

describe.runIf(ufficialiPresenti)('the official schemas', () => {
  it('refuse broken messages, so that the checks of the other tests can fail', () => {
    const xml = buildRt(rt);
    expect(() => validaUfficiale(xml.replace('338.00', '338'))).toThrow(/official/);
    const soap = buildPaaInviaRt({ intestazione, xml });
    expect(() => validaUfficiale(soap.replace('<tipoFirma></tipoFirma>', ''))).toThrow(/official/);
    expect(() => validaUfficiale(soap.replaceAll('codiceContestoPagamento>', 'ccp>'))).toThrow(/official/);
  });

  it('and ours accept the same examples of others', () => {
    const file = readdirSync(ESEMPI).filter((nome) => nome.endsWith('.xml') && !/Informativa/.test(nome));
    expect(file.length).toBeGreaterThan(35);
    for (const nome of file) {
      const xml = readFileSync(join(ESEMPI, nome), 'utf8');
      validaUfficiale(xml);
      if (nome.startsWith('rpt')) parseRpt(xml);
      else if (nome.startsWith('rt')) parseRt(xml);
      else if (nome.startsWith('flusso')) parseFlussoRiversamento(xml);
      else leggiBusta(xml);
    }
  });
});
