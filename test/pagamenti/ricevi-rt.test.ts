import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { daNodo } from './da-nodo.ts';
import type { Tentativo } from '../../src/pagamenti/pagamento.ts';
import { buildPaaInviaRt, parsePaaInviaRtRisposta } from '../../src/pagopa/operazioni/paa-invia-rt.ts';
import { ente } from '../bollettini/ambiente.ts';
import {
  type AmbientePagamenti,
  ambientePagamenti,
  buste,
  consegnaRt,
  consegnati,
  emetti,
  type ModificheRt,
  rtDi,
  stati,
} from './ambiente.ts';

const SENZA_INTESTAZIONE = buildPaaInviaRt({
  intestazione: { intermediario: ente.intermediario, stazione: ente.stazione, dominio: 'x', iuv: 'x', ccp: 'x' },
  xml: '<RT/>',
}).replace(/<soapenv:Header>.*<\/soapenv:Header>/, '');

let a: AmbientePagamenti;
beforeEach(async () => {
  a = await ambientePagamenti();
});
afterEach(() => a.prova.close());

/** A bollettino handed over to the node, and its attempt. */
async function inAttesa(trimestre = '4/2020'): Promise<Tentativo> {
  const { tentativi } = await consegnati(a, [await emetti(a, trimestre)]);
  const [tentativo] = tentativi;
  if (tentativo === undefined) throw new Error('no attempt');
  return tentativo;
}

/** Confirms again what went back into the cart. */
async function dalCarrello(): Promise<Tentativo> {
  const { righe } = await a.servizio.carrello(a.datore);
  const { tentativi } = await consegnati(
    a,
    righe.map((riga) => riga.bollettino),
  );
  const [tentativo] = tentativi;
  if (tentativo === undefined) throw new Error('no attempt');
  return tentativo;
}

const incassi = async () =>
  (await a.prova.knex('incassi').orderBy('registrato_il')) as { natura: string; importo: number }[];
const invia = async (tentativo: Tentativo, modifiche?: ModificheRt) =>
  consegnaRt(a, tentativo, await rtDi(a, tentativo, modifiche));

describe('an RT of an executed payment', () => {
  it('closes the payment and gives the receipt', async () => {
    const tentativo = await inAttesa();
    expect(await a.pagamenti.effettuati(a.datore)).toEqual([]);
    expect(await invia(tentativo, { iur: 'IUR1' })).toBe('OK');
    expect(await stati(a)).toEqual({
      bollettini: ['pagato'],
      tentativi: ['eseguito'],
      consegne: ['conclusa'],
      anomalie: [],
    });
    const [riga] = await a.pagamenti.effettuati(a.datore);
    expect(riga?.ricevuta).toEqual({
      dataOraMessaggio: '2026-10-05T10:10:00',
      dataEsito: '2026-10-05',
      istitutoAttestante: 'Banca di Prova',
      enteBeneficiario: { denominazione: 'Istituto Nazionale Previdenza Sociale', codiceFiscale: '80078750587' },
      iuv: tentativo.iuv,
      ccp: tentativo.ccp,
      iur: 'IUR1',
      importoPagato: '338.00',
      commissione: '1.00',
      causale: `/RFB/${tentativo.iuv}/338.00/TXT/Contributi lavoro domestico 4/2020 rapp. 99109784511`,
    });
    expect(await a.pagamenti.pagamento(a.datore, tentativo.id)).toEqual(riga);
    expect(await a.pagamenti.inAttesa(a.datore)).toEqual([]);
  });

  it('repeated, also by many at the same moment, is answered OK and counted once (AB-20)', async () => {
    const tentativo = await inAttesa();
    const xml = await rtDi(a, tentativo);
    const risposte = await Promise.all(Array.from({ length: 10 }, () => consegnaRt(a, tentativo, xml)));
    expect(new Set(risposte)).toEqual(new Set(['OK']));
    expect(await incassi()).toMatchObject([{ natura: 'dovuto', importo: 33_800 }]);
    expect(await a.prova.knex('ricevute')).toHaveLength(1);
    expect((await stati(a)).anomalie).toEqual([]);
  });

  it('told anew with another message of the same money is a duplicate, nothing more', async () => {
    const tentativo = await inAttesa();
    await invia(tentativo, { iur: 'IUR1' });
    expect(await invia(tentativo, { iur: 'IUR1' })).toBe('PAA_RT_DUPLICATA');
    expect(await incassi()).toHaveLength(1);
    expect((await stati(a)).anomalie).toEqual([]);
  });
});

describe('an RT of a payment not made', () => {
  it.each([
    ['1', 'non-eseguito'],
    ['3', 'decorsi-termini'],
  ] as const)('outcome %s frees the bollettino for a new attempt', async (esito, stato) => {
    const tentativo = await inAttesa();
    expect(await invia(tentativo, { esito })).toBe('OK');
    expect(await stati(a)).toEqual({
      bollettini: ['nel-carrello'],
      tentativi: [stato],
      consegne: ['conclusa'],
      anomalie: [],
    });
    const nuovo = await dalCarrello();
    expect(nuovo.iuv).toBe(tentativo.iuv);
    expect(nuovo.ccp).not.toBe(tentativo.ccp);
    expect(await invia(nuovo)).toBe('OK');
    expect((await stati(a)).bollettini).toEqual(['pagato']);
  });

  it('may be followed by a positive one that comes late: the bollettino is paid', async () => {
    const tentativo = await inAttesa();
    await invia(tentativo, { esito: '1' });
    expect(await invia(tentativo)).toBe('OK');
    expect(await stati(a)).toMatchObject({ bollettini: ['pagato'], tentativi: ['eseguito'], anomalie: [] });
  });

  it('after a positive one changes nothing and is shown to operators (AB-22)', async () => {
    const tentativo = await inAttesa();
    await invia(tentativo);
    expect(await invia(tentativo, { esito: '1' })).toBe('PAA_RT_DUPLICATA');
    expect(await stati(a)).toMatchObject({
      bollettini: ['pagato'],
      tentativi: ['eseguito'],
      anomalie: ['rt-contraddittoria'],
    });
  });
});

describe('what does not fit (AB-21)', () => {
  it.each([
    ['a smaller amount', { importo: 33_799 }],
    ['a larger amount', { importo: 33_801 }],
    ['a partial outcome', { esito: '2' }],
    ['a partial outcome after the deadline', { esito: '4', importo: 0 }],
    ['another request', { riferimentoMessaggio: 'altra' }],
    ['money with a negative outcome', { esito: '1', importo: 100 }],
  ] as const)('%s is kept as an anomaly and never counted as paid', async (_, modifiche) => {
    const tentativo = await inAttesa();
    const xml = await rtDi(a, tentativo, modifiche);
    expect(await consegnaRt(a, tentativo, xml)).toBe('PAA_SEMANTICA');
    expect(await consegnaRt(a, tentativo, xml)).toBe('PAA_SEMANTICA');
    expect(await stati(a)).toMatchObject({
      bollettini: ['in-pagamento'],
      tentativi: ['anomalo'],
      anomalie: ['rt-incoerente'],
    });
    expect(await incassi()).toEqual([]);
    expect(await a.pagamenti.effettuati(a.datore)).toEqual([]);
    expect(await a.pagamenti.inAttesa(a.datore)).toHaveLength(1);
    // A correct one that follows settles it.
    expect(await invia(tentativo)).toBe('OK');
    expect((await stati(a)).bollettini).toEqual(['pagato']);
  });

  it('an RT for an attempt we never made is told so, once', async () => {
    const tentativo = await inAttesa();
    const altro = { ...tentativo, ccp: 'mai-visto' };
    const xml = await rtDi(a, tentativo, { ccp: 'mai-visto' });
    expect(await consegnaRt(a, altro, xml)).toBe('PAA_RPT_SCONOSCIUTA');
    expect(await consegnaRt(a, altro, xml)).toBe('PAA_RPT_SCONOSCIUTA');
    expect(await stati(a)).toMatchObject({ tentativi: ['in-attesa'], anomalie: ['rt-sconosciuta'] });
  });

  it('an RT under a number already used, with another text, changes nothing', async () => {
    const tentativo = await inAttesa();
    await invia(tentativo, { esito: '1', idMessaggio: 'RT1' });
    expect(await invia(tentativo, { idMessaggio: 'RT1' })).toBe('PAA_RT_DUPLICATA');
    expect(await stati(a)).toMatchObject({ tentativi: ['non-eseguito'], anomalie: ['rt-alterata'] });
  });

  it('an envelope that names another attempt than its RT is refused', async () => {
    const tentativo = await inAttesa();
    const xml = await rtDi(a, tentativo);
    expect(await consegnaRt(a, { ...tentativo, ccp: 'altro' }, xml)).toBe('PAA_SEMANTICA');
    expect((await stati(a)).tentativi).toEqual(['in-attesa']);
  });

  it.each([
    ['not XML', 'ciao', 'PAA_SINTASSI_EXTRAXSD'],
    ['a DOCTYPE', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', 'PAA_SINTASSI_EXTRAXSD'],
    ['an envelope without its header', SENZA_INTESTAZIONE, 'PAA_SINTASSI_EXTRAXSD'],
  ])('%s is refused and kept in the journal', async (_, soap, codice) => {
    const risposta = parsePaaInviaRtRisposta(await daNodo(a.pagamenti, soap, 'paaInviaRT'));
    expect(risposta).toMatchObject({ esito: 'KO', fault: { faultCode: codice, id: '80078750587' } });
    expect(await a.prova.knex('giornale_eventi')).toMatchObject([
      { tipo: 'paaInviaRT', sottotipo: 'REQ', messaggio: soap },
      { tipo: 'paaInviaRT', sottotipo: 'RSP', esito: codice },
    ]);
  });

  it('what is inside the envelope must be an RT, and the envelope ours', async () => {
    const tentativo = await inAttesa();
    expect(await consegnaRt(a, tentativo, '<RT/>')).toBe('PAA_SINTASSI_XSD');
    const xml = await rtDi(a, tentativo);
    const { dominio, iuv, ccp } = tentativo;
    const { intermediario, stazione } = ente;
    const buste = [
      [{ intermediario, stazione, dominio: '00000000000', iuv, ccp }, 'PAA_ID_DOMINIO_ERRATO'],
      [{ intermediario: '00000000000', stazione, dominio, iuv, ccp }, 'PAA_ID_INTERMEDIARIO_ERRATO'],
      [{ intermediario, stazione: 'altra', dominio, iuv, ccp }, 'PAA_STAZIONE_INT_ERRATA'],
    ] as const;
    for (const [intestazione, codice] of buste) {
      const risposta = parsePaaInviaRtRisposta(await daNodo(a.pagamenti, buildPaaInviaRt({ intestazione, xml })));
      expect(risposta).toMatchObject({ esito: 'KO', fault: { faultCode: codice } });
    }
    expect((await stati(a)).tentativi).toEqual(['in-attesa']);
  });
});

describe('paid twice, or against our word', () => {
  it('keeps both payments, counts one and marks the other to be given back', async () => {
    const primo = await inAttesa();
    await invia(primo, { esito: '1' });
    const secondo = await dalCarrello();
    await Promise.all([invia(primo), invia(secondo)]);
    expect(await stati(a)).toMatchObject({
      bollettini: ['pagato'],
      tentativi: ['eseguito', 'eseguito'],
      anomalie: ['pagamento-doppio'],
    });
    expect((await incassi()).map((incasso) => incasso.natura).sort()).toEqual(['doppio', 'dovuto']);
    expect(await a.pagamenti.effettuati(a.datore)).toHaveLength(2);
  });

  it('hears of money for a bollettino that was removed, or whose cart the node had refused', async () => {
    const tentativo = await inAttesa();
    await invia(tentativo, { esito: '1' });
    const { righe } = await a.servizio.carrello(a.datore);
    await a.servizio.elimina(a.datore, righe[0]?.bollettino.id ?? '', righe[0]?.bollettino.versione ?? 0);
    expect(await invia(tentativo)).toBe('OK');
    expect(await stati(a)).toMatchObject({ bollettini: ['pagato'], anomalie: ['pagato-dopo-eliminazione'] });

    const [consegna] = await a.pagamenti.conferma(a.datore, [await emetti(a, '3/2020')]);
    a.nodo.prossimo = 'rifiuta';
    await a.pagamenti.consegnaAlNodo(a.datore, consegna?.id ?? '');
    const [rifiutato] = await a.prova.archivio.letture.tentativi.dellaConsegna(consegna?.id ?? '');
    if (rifiutato === undefined) throw new Error('no attempt');
    expect(await invia(rifiutato)).toBe('OK');
    expect((await stati(a)).anomalie).toContain('pagato-dopo-rifiuto');
    expect((await stati(a)).bollettini).toEqual(['pagato', 'pagato']);
  });

  it('whatever receipts come, in whatever order: paid once and for ever, money counted once', async () => {
    const ricette: readonly ModificheRt[] = [
      { esito: '0', iur: 'A' },
      { esito: '0', iur: 'B' },
      { esito: '1' },
      { esito: '3' },
      { importo: 1 },
      { esito: '2' },
      { esito: '0', idMessaggio: 'fisso', iur: 'C' },
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: ricette.length - 1 }), { minLength: 1, maxLength: 6 }),
        async (ordine) => {
          await a.prova.close();
          a = await ambientePagamenti();
          const tentativo = await inAttesa();
          let pagato = false;
          for (const quale of ordine) {
            await invia(tentativo, ricette[quale]);
            const ora = await stati(a);
            if (pagato) expect([ora.bollettini, ora.tentativi]).toEqual([['pagato'], ['eseguito']]);
            pagato = ora.tentativi[0] === 'eseguito';
            const dovuti = (await incassi()).filter((incasso) => incasso.natura === 'dovuto');
            expect(dovuti).toHaveLength(pagato ? 1 : 0);
            expect(ora.bollettini[0] === 'pagato').toBe(pagato);
          }
          const positive = ordine.some((quale) => ricette[quale]?.esito === '0');
          expect(pagato).toBe(positive);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('the journal', () => {
  it('has every message with its key, and cannot be rewritten', async () => {
    const tentativo = await inAttesa();
    const xml = await rtDi(a, tentativo);
    await daNodo(a.pagamenti, buste(tentativo, xml));
    const { giornale } = a.prova.archivio.letture;
    const eventi = await giornale.elenco({ iuv: tentativo.iuv, ccp: tentativo.ccp });
    expect(eventi).toMatchObject([
      { tipo: 'paaInviaRT', sottotipo: 'REQ', dominio: '80078750587', iuv: tentativo.iuv, ccp: tentativo.ccp },
      { tipo: 'paaInviaRT', sottotipo: 'RSP', esito: 'OK' },
    ]);
    expect(eventi[0]?.messaggio).toBe(buste(tentativo, xml));
    expect(await giornale.elenco({ iuv: 'altro' })).toEqual([]);
    expect(await giornale.elenco({ dopo: eventi[0]?.numero ?? 0, massimo: 1 })).toEqual([eventi[1]]);
    await expect(a.prova.knex('giornale_eventi').update({ esito: 'OK' })).rejects.toThrow(/refused/);
  });
});
