import { describe, expect, it } from 'vitest';
import type { Contesto, VerifiedIdentity } from '../../src/accesso/contesto.ts';
import { esigi, PERMESSI, permessiDi, ruoloDi, type Atto } from '../../src/portale/permessi.ts';

const identita: VerifiedIdentity = {
  cf: 'RSSMRA60A01D620R',
  name: 'Mario',
  familyName: 'Rossi',
  birthDate: '1960-01-01',
  scheme: 'SPID',
  loa: 2,
  dispositive: true,
  idpEntityId: 'prova',
  subjectId: 'rossi',
  authnInstant: '2021-01-05T10:00:00Z',
  messageId: 'm',
  evidenceRef: 'e',
};
const subject = { datoreId: 'datore-1' };
const CONTESTI: Record<string, Contesto> = {
  datore: { actor: { tipo: 'identita', identita }, subject, authority: { tipo: 'in-proprio' } },
  'datore-sola-consultazione': {
    actor: { tipo: 'identita', identita: { ...identita, scheme: 'PIN', dispositive: false } },
    subject,
    authority: { tipo: 'in-proprio' },
  },
  'codice-rapporto': {
    actor: { tipo: 'codice-rapporto' },
    subject,
    authority: { tipo: 'codice-rapporto', rapportoId: 'rapporto-1' },
  },
  lavoratore: {
    actor: { tipo: 'identita', identita },
    subject,
    authority: { tipo: 'lavoratore', rapportoId: 'rapporto-1' },
  },
  operatore: { actor: { tipo: 'sistema', nome: 'api' }, subject, authority: { tipo: 'operatore' } },
};

/** INPS's two ways in, both of which change hours and pay: columns consulta, modifica, carrello, stampa, paga, prospetti, anagrafe. */
const ATTESI: Record<string, string> = {
  datore: 'sì sì sì sì sì sì sì',
  'datore-sola-consultazione': 'sì no no sì no sì no',
  'codice-rapporto': 'sì sì sì sì sì no no',
  lavoratore: 'sì no no no no sì no',
  operatore: 'sì sì sì sì sì sì sì',
};
const ATTI: readonly Atto[] = ['consulta', 'modifica', 'carrello', 'stampa', 'paga', 'prospetti', 'anagrafe'];

describe('permessi', () => {
  it.each(Object.keys(PERMESSI))('gives %s exactly its acts', (ruolo) => {
    const contesto = CONTESTI[ruolo];
    if (contesto === undefined) throw new Error(`no context for ${ruolo}`);
    expect(ruoloDi(contesto)).toBe(ruolo);
    const dati = permessiDi(contesto);
    expect(ATTI.map((atto) => (dati[atto] ? 'sì' : 'no')).join(' ')).toBe(ATTESI[ruolo]);
  });

  it('refuses with 403 what the page merely hides', () => {
    const contesto = CONTESTI['datore-sola-consultazione'];
    if (contesto === undefined) throw new Error('missing');
    expect(() => esigi(contesto, 'paga')).toThrowError(expect.objectContaining({ statoHttp: 403 }) as Error);
    expect(() => esigi(contesto, 'stampa')).not.toThrow();
  });
});
