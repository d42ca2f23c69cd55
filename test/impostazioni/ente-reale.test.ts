import { describe, expect, it } from 'vitest';
import { loadImpostazioni } from '../../src/impostazioni/impostazioni.ts';
import { VARIABILI, type NomeVariabile } from '../../src/impostazioni/variabili.ts';
import { ENTE_REALE } from './ente-reale.ts';

const senza = (nome: string) => Object.fromEntries(Object.entries(ENTE_REALE).filter(([uno]) => uno !== nome));
const codice = (env: Readonly<Record<string, string>>): string => {
  try {
    loadImpostazioni(env);
    return 'starts';
  } catch (errore) {
    return `${(errore as { codice: string }).codice} ${(errore as Error).message}`;
  }
};

const SIMULATE = [
  'TRIMESTRE_ENTE_INFO',
  'TRIMESTRE_ENTE_STAZIONE',
  'TRIMESTRE_ENTE_PASSWORD',
  'TRIMESTRE_ENTE_IBAN',
  'TRIMESTRE_ENTE_TASSONOMIA',
  'TRIMESTRE_ENTE_CCP',
  'TRIMESTRE_ENTE_CCP_INTESTATO',
  'TRIMESTRE_ENTE_CCP_AUTORIZZAZIONE',
];

describe('a real creditor is a whole set', () => {
  it('starts when everything is its own', () => {
    expect(loadImpostazioni(ENTE_REALE).ente).toMatchObject({ reale: true, codiceFiscale: '12345678903' });
  });

  it('with nothing of its own: every simulated value is named, its secrets are not', () => {
    const detto = codice({ TRIMESTRE_ENTE_REALE: 'si' });
    expect(detto).toMatch(/^ente-reale-incompleto /);
    for (const nome of SIMULATE) expect(detto).toContain(nome);
    expect(detto).not.toContain('simulazione»');
  });

  it.each(SIMULATE)('%s left as simulated is named alone, also when somebody writes the default out', (nome) => {
    const predefinito = VARIABILI[nome as NomeVariabile].predefinito ?? '';
    for (const env of [senza(nome), { ...ENTE_REALE, [nome]: predefinito }]) {
      expect(codice(env)).toMatch(new RegExp(`^ente-reale-incompleto .*: ${nome} ha ancora`));
    }
  });

  it('the fictional account is known with fewer zeros too; without an account the Poste strip needs nothing', () => {
    expect(codice({ ...ENTE_REALE, TRIMESTRE_ENTE_CCP: '99999999' })).toMatch(/TRIMESTRE_ENTE_CCP ha ancora/);
    const senzaPoste = senza('TRIMESTRE_ENTE_CCP_INTESTATO');
    expect(codice({ ...senzaPoste, TRIMESTRE_ENTE_CCP: '' })).toBe('starts');
  });

  it.each(['TRIMESTRE_ENTE_CF', 'TRIMESTRE_ENTE_NOME', 'TRIMESTRE_ENTE_CBILL', 'TRIMESTRE_ENTE_INTERMEDIARIO'])(
    '%s of INPS needs INPS’s confirmation',
    (nome) => {
      expect(codice(senza(nome))).toMatch(new RegExp(`^ente-reale-non-confermato .*: ${nome} è dell’INPS`));
      expect(codice({ ...senza(nome), TRIMESTRE_ENTE_CONFERMA_INPS: 'si' })).toBe('starts');
    },
  );
});
