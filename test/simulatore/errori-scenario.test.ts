import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ErroreScenario } from '../../src/simulatore/scenari/errore-scenario.ts';
import { leggiRegola } from '../../src/simulatore/scenari/regola.ts';
import { loadCatalogoScenari } from '../../src/simulatore/scenari/scenario.ts';
import { type Banco, avviaBanco } from './banco.ts';

const catalogo = loadCatalogoScenari();

function sbaglio(regola: unknown): ErroreScenario {
  try {
    leggiRegola(regola, catalogo, { id: 0, origine: 'api' });
  } catch (errore) {
    if (errore instanceof ErroreScenario) return errore;
    throw errore;
  }
  throw new Error('the rule was taken');
}

describe('what is wrong with a rule', () => {
  it.each<[unknown, string, string, string]>([
    [{ quando: { importo: '3' } }, 'un importo come 338.00', 'an amount like 338.00', 'ein Betrag wie 338.00'],
    [{ rt: { ritardo: 'presto' } }, 'una durata come 500ms', 'a span of time like 500ms', 'eine Dauer wie 500ms'],
    [{ rt: { variazione: 'x' } }, 'un importo con segno', 'an amount with its sign', 'ein Betrag mit Vorzeichen'],
    [{ psp: { rpt: 'ftp://x' } }, 'un indirizzo come', 'an address like', 'eine Adresse wie'],
    [{ avviso: { fault: 'no' } }, 'un codice come', 'a code like', 'ein Code wie'],
    [{ pagamento: 'forse' }, 'pagamento: sono ammessi', 'Invalid option', 'Ungültige Option'],
    [{ boh: 1 }, 'boh: campo sconosciuto', 'Unrecognized key', 'Unbekannter Schlüssel'],
    [{ volte: '0' }, 'volte: almeno 1', 'Too small', 'Zu klein'],
    [{ scenario: 'boh' }, '«boh» sconosciuto', '“boh” is not known', '„boh“ ist unbekannt'],
  ])('of %j is said in the reader’s language', (regola, it, en, de) => {
    const errore = sbaglio(regola);
    expect(errore.message).toContain(it);
    expect(errore.frase('it')).toBe(errore.message);
    expect(errore.frase('en')).toContain(en);
    expect(errore.frase('de')).toContain(de);
    expect(errore.nellaStoria(3).frase('en')).toBe(`Story, rule 3: ${errore.frase('en')}`);
  });
});

describe('the operator’s page in English', () => {
  let banco: Banco;
  beforeAll(async () => {
    banco = await avviaBanco();
  });
  afterAll(() => banco.close());

  it.each<[string, Record<string, string>, number, string]>([
    ['regole', {}, 422, 'The rule changes nothing'],
    ['regole', { 'psp.notifiche': 'qui' }, 422, 'Rule: psp.notifiche: an address like http://localhost:9090/psp'],
    ['scenari', { nome: 'MIO NOME' }, 422, 'small letters, digits and hyphens'],
    ['scenari', { nome: 'eseguito' }, 409, 'is one of the catalogue'],
    ['scenari/togli', { nome: 'mai-visto' }, 404, 'is not among those saved'],
    ['orologio', { sposta: 'un po' }, 422, 'write a span of time'],
    ['storia', {}, 422, 'Choose the file of the story.'],
  ])('says in English what is wrong with %s %j', async (modulo, campi, stato, frase) => {
    const risposta = await fetch(`${banco.url}/admin/${modulo}`, {
      method: 'POST',
      headers: { Cookie: 'lingua=en' },
      body: new URLSearchParams(campi),
    });
    expect(risposta.status).toBe(stato);
    const [, detto = ''] = /role="alert">([^<]*)</.exec(await risposta.text()) ?? [];
    expect(detto).toContain(frase);
  });

  it('and the API follows Accept-Language', async () => {
    const risposta = await fetch(`${banco.url}/api/regole`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': 'en-GB' },
      body: '{}',
    });
    expect(await risposta.json()).toMatchObject({
      title: expect.stringContaining('The rule changes nothing') as string,
    });
  });
});
