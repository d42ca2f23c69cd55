import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildDataMatrixAvviso } from '../../src/pagopa/identificativi/data-matrix-avviso.ts';
import type { CodiceAvviso } from '../../src/pagopa/identificativi/codice-avviso.ts';
import { buildQrAvviso } from '../../src/pagopa/identificativi/qr-avviso.ts';
import { type Banco, avviaBanco, DOMINIO, finche, stazione } from './banco.ts';
import { avviaEnteAvvisi, type EnteAvvisi } from './ente-avvisi.ts';
import { importo, molo } from './psp-di-prova.ts';

let banco: Banco;
let ente: EnteAvvisi;
beforeEach(async () => {
  ente = await avviaEnteAvvisi();
  banco = await avviaBanco({ stazioni: [{ ...stazione('http://127.0.0.1:9'), urlAvvisi: ente.url }] });
});
afterEach(async () => {
  await banco.close();
  await ente.close();
});

describe('the counter', () => {
  const api = async (percorso: string, corpo: unknown) => {
    const risposta = await fetch(`${banco.url}/api/sportello/${percorso}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(corpo),
    });
    return { stato: risposta.status, corpo: (await risposta.json()) as Record<string, unknown> };
  };

  it('reads the 18 digits as printed, the QR and the Data Matrix', async () => {
    const { avviso } = ente.nuovo();
    const codiceAvviso = avviso as CodiceAvviso;
    const qr = buildQrAvviso({ codiceAvviso, codiceFiscaleEnte: DOMINIO, importo });
    const matrice = buildDataMatrixAvviso({
      codiceAvviso,
      numeroConto: '99999999',
      importo,
      codiceFiscaleEnte: DOMINIO,
      codiceFiscaleDebitore: 'BRNLSN75D41A944K',
      nomeDebitore: 'Bernini Alessandra',
      oggetto: 'Contributi',
    });
    for (const [codice, origine] of [
      [avviso.replace(/(.{4})/g, '$1 '), 'avviso'],
      [qr, 'qr'],
      [matrice, 'data-matrix'],
    ] as const) {
      expect((await api('verifica', { codice })).corpo).toMatchObject({
        origine,
        avviso,
        dominio: DOMINIO,
        importo: '338.00',
      });
    }
  });

  it('is paid once by nine calls at the same time; the others are told so', async () => {
    const { avviso } = ente.nuovo();
    const esiti = await Promise.all(Array.from({ length: 9 }, () => api('paga', { codice: avviso })));
    const pagati = esiti.filter(({ corpo }) => corpo['esito'] === 'pagato');
    const altri = esiti.filter(({ corpo }) => corpo['esito'] === 'non-pagato');
    expect([pagati.length, altri.length]).toEqual([1, 8]);
    for (const { corpo } of altri) expect(JSON.stringify(corpo)).toMatch(/PPT_PAGAMENTO_(IN_CORSO|DUPLICATO)/);
    expect((await api('paga', { codice: avviso })).corpo).toMatchObject({ esito: 'non-pagato' });
  });

  it('takes the money: the paper path closes with a receipt', async () => {
    const { avviso } = ente.nuovo();
    const { corpo } = await api('paga', { codice: avviso, canale: molo.canale });
    expect(corpo).toMatchObject({ esito: 'pagato', importo: '338.00', commissione: '2.00' });
    await finche(() => ente.ricevute.length === 1, 'the receipt');
    expect((await api('paga', { codice: avviso })).corpo).toMatchObject({
      esito: 'non-pagato',
      fault: { faultCode: 'PPT_PAGAMENTO_DUPLICATO' },
    });
  });

  it('may refuse after activation, or leave the notice pending', async () => {
    const rifiutato = ente.nuovo().avviso;
    expect((await api('paga', { codice: rifiutato, decisione: 'rifiuta' })).corpo).toMatchObject({
      esito: 'rifiutato',
    });
    const sospeso = ente.nuovo().avviso;
    expect((await api('paga', { codice: sospeso, decisione: 'trattieni' })).corpo).toMatchObject({
      esito: 'trattenuto',
    });
    expect((await api('verifica', { codice: sospeso })).corpo).toMatchObject({
      fault: { faultCode: 'PPT_PAGAMENTO_IN_CORSO' },
    });
  });

  it.each([
    ['scaduto', 'PAA_PAGAMENTO_SCADUTO'],
    ['annullato', 'PAA_PAGAMENTO_ANNULLATO'],
    ['sconosciuto', 'PAA_PAGAMENTO_SCONOSCIUTO'],
    ['duplicato', 'PAA_PAGAMENTO_DUPLICATO'],
  ])('in the scenario %s is refused with %s', async (scenario, codice) => {
    const { avviso } = ente.nuovo();
    banco.simulatore.regole.aggiungi({ quando: { avviso }, scenario });
    expect((await api('paga', { codice: avviso })).corpo).toMatchObject({ fault: { originalFaultCode: codice } });
  });

  it.each([
    ['non-eseguito', 'rifiutato'],
    ['non-autorizzato', 'rifiutato'],
    ['data-validita-decorsa', 'non-pagato'],
    ['eseguito', 'pagato'],
  ])('in the scenario %s ends %s', async (scenario, esito) => {
    const { avviso } = ente.nuovo();
    banco.simulatore.regole.aggiungi({ quando: { avviso }, scenario });
    expect((await api('paga', { codice: avviso })).corpo).toMatchObject({ esito });
  });

  it('says what is wrong with a code it cannot read', async () => {
    const { stato, corpo } = await api('verifica', { codice: '12' });
    expect(stato).toBe(422);
    expect(corpo['title']).toMatch(/18 cifre/);
    expect((await api('verifica', { codice: ente.nuovo().avviso, canale: 'x' })).stato).toBe(422);
  });

  it('has pages for people: the form, what was read, how it ended', async () => {
    const { avviso } = ente.nuovo();
    const pagina = (percorso: string, campi?: Record<string, string>) =>
      fetch(`${banco.url}/sportello${percorso}`, campi && { method: 'POST', body: new URLSearchParams(campi) }).then(
        (risposta) => risposta.text(),
      );
    expect(await pagina('')).toContain('Sportello di pagamento simulato');
    expect(await pagina('?lang=de')).toContain('Simulierter Zahlungsschalter');
    const letto = await pagina('/verifica', { codice: avviso });
    expect(letto).toContain('338,00');
    expect(letto).toContain('AMBIENTE SIMULATO');
    expect(await pagina('/paga', { codice: avviso, decisione: 'incassa' })).toContain('Avviso pagato');
    expect(await pagina('/verifica', { codice: avviso })).toContain('PPT_PAGAMENTO_DUPLICATO');
    expect(await pagina('/verifica', { codice: '3' })).toContain('18 cifre');
  });
});
