import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NodoIrraggiungibile } from '../../src/pagopa/nodo-client.ts';
import { loadCatalogoScenari } from '../../src/simulatore/scenari/scenario.ts';
import { ErroreDati } from '../../src/valori/errore-dati.ts';
import { type Banco, avviaBanco, chiaveDi, finche, type Inviato, nodoClient, rptNuova } from './banco.ts';
import { cittadino, ritornoDi } from './cittadino.ts';

let banco: Banco;
beforeEach(async () => {
  banco = await avviaBanco();
});
afterEach(() => banco.close());

const ricevute = (quante: number) => finche(() => banco.ente.ricevute.length >= quante, `${quante} receipts`);
const esiti = () => banco.ente.ricevute.map((rt) => rt.esito);
async function paga(inviato: Inviato) {
  return cittadino(banco.url, inviato.idSession).paga('carta');
}
async function statoDi({ chiavi: [chiave] }: Inviato): Promise<string> {
  if (chiave === undefined) throw new Error('an empty cart');
  const stato = await banco.nodo.chiediStatoRpt(chiave);
  return 'stato' in stato ? stato.stato : stato.faultCode;
}
async function carrelloCon(scenario: string): Promise<Inviato> {
  banco.simulatore.regole.aggiungi({ scenario });
  return banco.carrello();
}

describe('named scenarios of a cart’s payment', () => {
  it.each([
    ['eseguito', 'DIFFERITO', '0', 33800, 'ESEGUITO'],
    ['non-eseguito', 'DIFFERITO', '1', 0, 'Annullato per RPT rifiutata'],
    ['non-autorizzato', 'ERROR', '1', 0, 'Autorizzazione negata'],
    ['annullato', 'ERROR', '1', 0, 'Annullato da utente'],
    ['scaduto', 'ERROR', '1', 0, 'Annullato per sessione scaduta'],
    ['importo-errato', 'DIFFERITO', '0', 33700, 'ESEGUITO'],
    ['parziale', 'DIFFERITO', '2', 16900, 'ESEGUITO'],
    ['esito-sconosciuto', 'DIFFERITO', '1', 0, 'Annullato per esito sconosciuto PSP'],
    ['errore-invio', 'ERROR', '1', 0, 'Annullato per errore in connessione'],
  ])('%s', async (scenario, ritorno, esito, importo, motivo) => {
    const inviato = await carrelloCon(scenario);
    expect(ritornoDi(await paga(inviato)).searchParams.get('esito')).toBe(ritorno);
    await ricevute(1);
    const [rt] = banco.ente.ricevute;
    expect([rt?.esito, rt?.importoTotale, rt?.pagamenti[0]?.esito]).toEqual([esito, importo, motivo]);
  });

  it.each([
    ['data-validita-decorsa', '3', 0],
    ['decorrenza-parziale', '4', 16900],
  ])('%s: nothing for 90 days, then an RT %s', async (scenario, esito, importo) => {
    const inviato = await carrelloCon(scenario);
    await paga(inviato);
    banco.simulatore.orologio.sposta(89 * 24 * 3_600_000);
    await new Promise((poi) => setTimeout(poi, 50));
    expect(await statoDi(inviato)).toBe('RPT_ACCETTATA_PSP');
    banco.simulatore.orologio.sposta(2 * 24 * 3_600_000);
    await ricevute(1);
    expect(banco.ente.ricevute[0]).toMatchObject({ esito, importoTotale: importo });
  });

  it('duplicato: the same receipt twice, the second called a duplicate by the creditor', async () => {
    const inviato = await carrelloCon('duplicato');
    await paga(inviato);
    await ricevute(2);
    const [prima, seconda] = banco.ente.ricevute;
    expect(seconda).toEqual(prima);
    await finche(async () => (await statoDi(inviato)) === 'RT_ACCETTATA_PA', 'closed all the same');
  });

  it('sconosciuto: first a receipt of an IUV nobody issued, then the true one', async () => {
    const inviato = await carrelloCon('sconosciuto');
    await paga(inviato);
    await ricevute(1);
    expect(banco.ente.ricevute[0]?.iuv).not.toBe(inviato.chiavi[0]?.iuv);
    expect(await statoDi(inviato)).toBe('RPT_ACCETTATA_PSP');
    banco.simulatore.orologio.sposta(60_000);
    await ricevute(2);
    expect(banco.ente.ricevute[1]?.iuv).toBe(inviato.chiavi[0]?.iuv);
  });

  it('rt-in-ritardo: an hour later, not before', async () => {
    const inviato = await carrelloCon('rt-in-ritardo');
    await paga(inviato);
    banco.simulatore.orologio.sposta(59 * 60_000);
    await new Promise((poi) => setTimeout(poi, 50));
    expect(esiti()).toEqual([]);
    banco.simulatore.orologio.sposta(60_000);
    await ricevute(1);
  });

  it('rt-mai: never sent, but there for who asks', async () => {
    const inviato = await carrelloCon('rt-mai');
    await paga(inviato);
    await finche(async () => (await statoDi(inviato)) === 'RT_ACCETTATA_NODO', 'the RT exists');
    const [chiave] = inviato.chiavi;
    expect(chiave && (await banco.nodo.chiediCopiaRt(chiave))).toHaveProperty('rt');
    expect(esiti()).toEqual([]);
  });

  it('rt-persa: not even a copy', async () => {
    const inviato = await carrelloCon('rt-persa');
    await paga(inviato);
    banco.simulatore.orologio.sposta(3_600_000);
    await new Promise((poi) => setTimeout(poi, 50));
    const [chiave] = inviato.chiavi;
    expect(chiave && (await banco.nodo.chiediCopiaRt(chiave))).toMatchObject({ faultCode: 'PPT_RT_NONDISPONIBILE' });
  });

  it('rt-malformata: refused by the creditor, then only in copy', async () => {
    const inviato = await carrelloCon('rt-malformata');
    await paga(inviato);
    await finche(async () => (await statoDi(inviato)) === 'RT_RIFIUTATA_PA', 'the creditor refuses');
    const [chiave] = inviato.chiavi;
    expect(chiave && (await banco.nodo.chiediCopiaRt(chiave))).toHaveProperty('rt');
  });

  it.each([
    ['negativa-poi-positiva', ['1', '0']],
    ['positiva-poi-negativa', ['0', '1']],
  ])('%s', async (scenario, attesi) => {
    const inviato = await carrelloCon(scenario);
    await paga(inviato);
    await ricevute(1);
    banco.simulatore.orologio.sposta(60_000);
    await ricevute(2);
    expect(esiti()).toEqual(attesi);
    expect(new Set(banco.ente.ricevute.map((rt) => rt.idMessaggio)).size).toBe(2);
  });
});

describe('scenarios of the node’s answers', () => {
  const una = (scenario: string, nodo = {}) => banco.simulatore.regole.aggiungi({ scenario, volte: 1, ...nodo });

  it.each([
    ['nodo-irraggiungibile', false],
    ['timeout-prima', false],
    ['timeout-dopo', true],
    ['risposta-malformata', true],
  ])('%s: nothing is known, and the cart was taken: %s', async (scenario, presa) => {
    una(scenario);
    const impaziente = nodoClient(banco.url, {}, 1_500);
    await expect(banco.carrello(1, (rpt) => rpt, impaziente)).rejects.toThrow(NodoIrraggiungibile);
    const stato = await banco.nodo.chiediStatoRpt(chiaveDi(rptNuova(1n)));
    expect('stato' in stato ? stato.stato : stato.faultCode).toBe(
      presa ? 'RPT_PARCHEGGIATA_NODO' : 'PPT_RPT_SCONOSCIUTA',
    );
  });

  it('fault-errato: refused with a fault that has nothing to do with it, once', async () => {
    una('fault-errato');
    await expect(banco.carrello()).rejects.toThrow('PPT_SUPERAMENTOSOGLIA');
    await expect(banco.carrello()).resolves.toBeDefined();
  });

  it('holds for the operations it names alone', async () => {
    una('fault-errato', { nodo: { comportamento: 'fault', operazioni: ['nodoChiediStatoRPT'] } });
    const inviato = await banco.carrello();
    expect(await statoDi(inviato)).toBe('PPT_SYSTEM_ERROR');
    expect(await statoDi(inviato)).toBe('RPT_PARCHEGGIATA_NODO');
  });
});

describe('rules', () => {
  it('on the single payment come before those on a PSP, which come before those on everything', async () => {
    const { regole } = banco.simulatore;
    const inviato = await banco.carrello();
    regole.aggiungi({ quando: { iuv: inviato.chiavi[0]?.iuv }, scenario: 'eseguito' });
    regole.aggiungi({ quando: { psp: 'SIMPON03' }, scenario: 'non-eseguito' });
    regole.aggiungi({ scenario: 'non-autorizzato' });
    await paga(inviato);
    await paga(await banco.carrello());
    const persona = cittadino(banco.url, (await banco.carrello()).idSession);
    await persona.paga('altro');
    await ricevute(3);
    const motivi = banco.ente.ricevute.map((rt) => rt.pagamenti[0]?.esito);
    expect(new Set(motivi)).toEqual(new Set(['ESEGUITO', 'Annullato per RPT rifiutata', 'Autorizzazione negata']));
  });

  it('match the beginning of a code, an amount, a method', async () => {
    banco.simulatore.regole.aggiungi({
      quando: { iuv: '0300*', importo: '338.00', metodo: 'carta' },
      scenario: 'non-eseguito',
    });
    await paga(await banco.carrello());
    await cittadino(banco.url, (await banco.carrello()).idSession).paga('conto');
    await ricevute(2);
    expect(esiti().sort()).toEqual(['0', '1']);
  });

  it('that hold once hold for one payment with all that belongs to it, and for no other', async () => {
    banco.simulatore.regole.aggiungi({ scenario: 'negativa-poi-positiva', volte: 1 });
    await paga(await banco.carrello(2));
    await ricevute(2);
    banco.simulatore.orologio.sposta(60_000);
    await ricevute(4);
    expect(esiti().sort()).toEqual(['0', '0', '1', '1']);
    await paga(await banco.carrello());
    banco.simulatore.orologio.sposta(60_000);
    await ricevute(5);
    expect(esiti()[4]).toBe('0');
  });

  it('make no receipt attest what no PSP was given: a session that ends by itself was not paid', async () => {
    for (const scenario of ['sconosciuto', 'negativa-poi-positiva', 'importo-errato']) {
      banco.simulatore.regole.togliTutte();
      banco.simulatore.regole.aggiungi({ scenario });
      const inviato = await banco.carrello();
      await cittadino(banco.url, inviato.idSession).finoAlRiepilogo('carta');
      banco.simulatore.orologio.sposta(20 * 60_000);
      await finche(async () => (await statoDi(inviato)) === 'RT_ACCETTATA_PA', scenario);
      const [chiave] = inviato.chiavi;
      expect(banco.ente.ricevute.at(-1)).toMatchObject({ esito: '1', importoTotale: 0, iuv: chiave?.iuv });
    }
    banco.simulatore.orologio.sposta(10 * 60_000);
    await new Promise((poi) => setTimeout(poi, 50));
    expect(esiti()).toEqual(['1', '1', '1']);
  });

  it('with a probability pick the same payments at every run of a seed, others with another', async () => {
    const giro = async (seme: string): Promise<string> => {
      const uno = await avviaBanco({ seme });
      uno.simulatore.regole.aggiungi({ quando: { probabilita: 0.5 }, scenario: 'non-eseguito' });
      let scelti = '';
      for (let i = 0; i < 12; i += 1) {
        const inviato = await uno.carrello();
        const fine = await cittadino(uno.url, inviato.idSession).paga('carta');
        expect(fine.percorso).toBe('/wallet/esito');
        await finche(() => uno.ente.ricevute.length > i, 'the receipt');
        scelti += uno.ente.ricevute[i]?.esito ?? '';
      }
      await uno.close();
      return scelti;
    };
    const [a, b, c] = [await giro('alfa'), await giro('alfa'), await giro('beta')];
    expect(a).toMatch(/0/);
    expect(a).toMatch(/1/);
    expect(b).toBe(a);
    expect(c).not.toBe(a);
  });

  it('that are wrong are refused with the reason', () => {
    const { regole } = banco.simulatore;
    expect(() => regole.aggiungi({ scenario: 'inventato' })).toThrow(/sono noti: eseguito/);
    expect(() => regole.aggiungi({ quando: { colore: 'rosso' } })).toThrow(ErroreDati);
    expect(() => regole.aggiungi({ rt: { ritardo: 'presto' } })).toThrow(/durata/);
    expect(regole.elenco()).toEqual([]);
  });

  it('can be taken away', () => {
    const { regole } = banco.simulatore;
    const { id } = regole.aggiungi({ scenario: 'rt-mai' });
    expect(regole.togli(id)).toBe(true);
    expect(regole.togli(id)).toBe(false);
  });
});

describe('a file of rules', () => {
  let cartella: string;
  beforeEach(() => {
    cartella = mkdtempSync(join(tmpdir(), 'scenari-'));
  });
  afterEach(() => rmSync(cartella, { recursive: true }));

  it('is loaded at the start, first come first served, and replaced at the next one', async () => {
    const file = join(cartella, 'scenari.yaml');
    const dbFile = join(cartella, 'nodo.sqlite');
    writeFileSync(file, 'regole:\n  - scenario: rt-mai\n  - scenario: eseguito\n');
    const primo = await avviaBanco({ fileScenari: file, dbFile });
    primo.simulatore.regole.aggiungi({ scenario: 'duplicato' });
    expect(primo.simulatore.regole.elenco().map(({ scenario }) => scenario)).toEqual([
      'duplicato',
      'rt-mai',
      'eseguito',
    ]);
    await primo.close();
    writeFileSync(file, 'regole:\n  - quando: { iuv: "1" }\n    scenario: scaduto\n    volte: 2\n');
    const secondo = await avviaBanco({ fileScenari: file, dbFile });
    expect(secondo.simulatore.regole.elenco().map(({ scenario }) => scenario)).toEqual(['scaduto', 'duplicato']);
    await secondo.close();
  });

  it.each([
    ['regole:\n  - scenario: boh\n', /regola 1: .*boh/],
    ['scenari: []\n', /scenari/],
    ['regole: [\n', /scenari\.yaml/],
  ])('that is wrong stops the start: %s', async (testo, messaggio) => {
    const file = join(cartella, 'scenari.yaml');
    writeFileSync(file, testo);
    await expect(avviaBanco({ fileScenari: file })).rejects.toThrow(messaggio);
  });
});

describe('the catalogue', () => {
  it('has every outcome a creditor may meet', () => {
    const nomi = [...loadCatalogoScenari().keys()];
    for (const esito of 'eseguito non-eseguito duplicato scaduto sconosciuto annullato importo-errato data-validita-decorsa non-autorizzato'.split(
      ' ',
    )) {
      expect(nomi).toContain(esito);
    }
  });
});
