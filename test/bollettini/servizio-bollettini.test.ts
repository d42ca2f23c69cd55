import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ricalcola } from '../../src/bollettini/ricalcolo.ts';
import { parseTrimestre } from '../../src/scadenze/trimestre.ts';
import { Decimale } from '../../src/valori/decimale.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { parseGiorno } from '../../src/valori/giorno.ts';
import { nuovoRapporto, QUANDO_SI_EMETTE_IL_2020 } from '../archivio/archivio-di-prova.ts';
import {
  type AmbienteBollettini,
  altroRapporto,
  ambienteBollettini,
  calcolatore,
  contestoCodice,
  contestoIdentita,
  QUARTO_2020,
  secondoRapporto,
} from './ambiente.ts';

let a: AmbienteBollettini;
beforeEach(async () => {
  a = await ambienteBollettini();
  a.prova.clock.set(QUANDO_SI_EMETTE_IL_2020);
});
afterEach(() => a.prova.close());

const emesso = async () => {
  const {
    emessi: [bollettino],
  } = await a.servizio.emetti(a.datore, a.rapporto.id, QUARTO_2020);
  if (bollettino === undefined) throw new Error('nothing was issued');
  return bollettino;
};
const atti = async () =>
  ((await a.prova.knex('atti').orderBy('id')) as { azione: string; attore: string; autorita: string }[]).map(
    (atto) => atto,
  );

describe('emetti', () => {
  it('issues the real row of January 2021: 325 hours × 1,04 = 338,00, due 11/01/2021', async () => {
    const bollettino = await emesso();
    expect(bollettino).toMatchObject({
      importo: 33_800,
      scadenza: '2021-01-11',
      gruppo: 'oltre-24',
      codiceInps: '991097845204001',
      stato: 'nel-carrello',
      versione: 1,
      dati: { trimestre: '4/2020', oreSettimanali: '25', pagaTipo: 'oraria', pagaImporto: 800 },
    });
    expect(bollettino.codiceAvviso).toMatch(/^301\d{15}$/);
    expect(bollettino.codiceAvviso.endsWith(bollettino.iuv)).toBe(true);
    expect(bollettino.calcolo.passi.at(0)?.etichetta).toBeTruthy();
    const { righe, totale } = await a.servizio.carrello(a.datore);
    expect(totale).toBe(33_800);
    expect(righe.map((riga) => [riga.bollettino.id, riga.rapporto.codice])).toEqual([[bollettino.id, '99109784511']]);
  });

  it('refuses a second one while the first is alive, and allows it after Elimina with numbers never used', async () => {
    const primo = await emesso();
    await expect(emesso()).rejects.toMatchObject({ codice: 'bollettino-gia-emesso', statoHttp: 409 });
    await a.servizio.elimina(a.datore, primo.id, primo.versione);
    const secondo = await emesso();
    expect(secondo.codiceInps).toBe('991097845204002');
    expect(secondo.iuv > primo.iuv).toBe(true);
    expect((await a.servizio.mostra(a.datore, primo.id)).bollettino.stato).toBe('eliminato');
  });

  it('gives one of twenty simultaneous requests, and refuses the others', async () => {
    const esiti = await Promise.allSettled(Array.from({ length: 20 }, emesso));
    expect(esiti.filter((esito) => esito.status === 'fulfilled')).toHaveLength(1);
    expect(await a.prova.knex('bollettini')).toHaveLength(1);
  });

  it('refuses a quarter already paid, unless more hours are being paid', async () => {
    const primo = await emesso();
    await a.prova.archivio.letture.bollettini.segna(primo.id, ['nel-carrello'], 'pagato', 'ora');
    await expect(emesso()).rejects.toMatchObject({ codice: 'trimestre-gia-pagato', statoHttp: 409 });
    expect(await a.prova.knex('bollettini')).toHaveLength(1);
    // 335 hours in all, 325 of them paid: 10 × 1,04.
    const {
      emessi: [altro],
    } = await a.servizio.emetti(a.datore, a.rapporto.id, QUARTO_2020, { ore: new Decimale(335) }, { integra: true });
    expect(altro).toMatchObject({ importo: 1_040, codiceInps: '991097845204002', integrazione: 1, settimane: 0 });
  });

  it('does not reach the rapporto of somebody else (AB-03)', async () => {
    const altrui = await altroRapporto(a.prova);
    await expect(a.servizio.emetti(a.datore, altrui.id, QUARTO_2020)).rejects.toMatchObject({ statoHttp: 404 });
    await expect(a.servizio.proponi(a.datore, altrui.id, QUARTO_2020)).rejects.toMatchObject({ statoHttp: 404 });
    expect(await a.prova.knex('bollettini')).toEqual([]);
  });

  it('refuses who may only consult, and saves nothing (AB-04)', async () => {
    const consulta = contestoIdentita(a.rapporto.datoreId, { scheme: 'PIN', loa: 1, dispositive: false });
    await expect(a.servizio.emetti(consulta, a.rapporto.id, QUARTO_2020)).rejects.toMatchObject({
      codice: 'solo-consultazione',
      statoHttp: 403,
    });
    expect(await a.servizio.proponi(consulta, a.rapporto.id, QUARTO_2020)).toHaveLength(1);
    expect(await a.prova.knex('bollettini')).toEqual([]);
  });

  it('says when the rapporto did not exist in the quarter, or the quarter has not begun', async () => {
    const emetti = (trimestre: string) => a.servizio.emetti(a.datore, a.rapporto.id, parseTrimestre(trimestre));
    await expect(emetti('4/2018')).rejects.toMatchObject({ codice: 'rapporto-non-attivo', campo: 'trimestre' });
    await expect(emetti('1/2027')).rejects.toMatchObject({ codice: 'trimestre-futuro' });
    await expect(
      a.servizio.emetti(a.datore, a.rapporto.id, QUARTO_2020, { ore: new Decimale(0) }),
    ).rejects.toMatchObject({ campo: 'ore' });
  });

  it('tells the quarter as it was when the terms changed within it: two groups of weeks, two bollettini', async () => {
    const [prime] = nuovoRapporto().condizioni;
    const paga = { tipo: 'oraria', importo: centesimi(800) } as const;
    await a.prova.archivio.registro.registra(
      nuovoRapporto({
        condizioni: [
          { ...prime, oreSettimanali: '20' },
          { ...prime, dal: parseGiorno('2020-11-01'), oreSettimanali: '30', paga },
        ],
      }),
    );
    const { emessi } = await a.servizio.emetti(a.datore, a.rapporto.id, QUARTO_2020);
    expect(emessi.map((b) => b.gruppo)).toEqual(['fino-24', 'oltre-24']);
    expect(new Set(emessi.map((b) => b.codiceAvviso)).size).toBe(2);
    const proposti = await a.servizio.proponi(a.datore, a.rapporto.id, QUARTO_2020);
    expect(proposti.map((calcolo) => calcolo.totale)).toEqual(emessi.map((b) => b.importo));
    const [meno] = emessi;
    if (meno === undefined) throw new Error('nothing was issued');
    // 10 paid hours instead of this bollettino's own: the other one does not move.
    const dopo = await a.servizio.modifica(a.datore, meno.id, 1, { ore: new Decimale(10) });
    expect(dopo.importo).toBe(10 * Math.round(Number(String(dopo.calcolo['contributoOrario']).replace('.', ''))));
    expect(dopo.gruppo).toBe('fino-24');
  });

  it('keeps the place, whose suspension moves the due date, until it is taken back', async () => {
    // Due on 10/4/2020: in Ischia on 31/1/2021, a Sunday; elsewhere on 10/6/2020.
    const {
      emessi: [bollettino],
    } = await a.servizio.emetti(a.datore, a.rapporto.id, parseTrimestre('1/2020'), { territorio: 'ischia-2018' });
    if (bollettino === undefined) throw new Error('nothing was issued');
    expect([bollettino.scadenza, bollettino.dati['territorio']]).toEqual(['2021-02-01', 'ischia-2018']);
    const ore = await a.servizio.modifica(a.datore, bollettino.id, 1, { ore: new Decimale(300) });
    expect(ore.scadenza).toBe('2021-02-01');
    const altrove = await a.servizio.modifica(a.datore, bollettino.id, ore.versione, { territorio: 'nessuno' });
    expect(altrove.scadenza).toBe('2020-06-10');
  });

  it('tells a quarter of changing terms as it was, also with a place or a reading beside', async () => {
    const [prime] = nuovoRapporto().condizioni;
    await a.prova.archivio.registro.registra(
      nuovoRapporto({ condizioni: [prime, { ...prime, dal: parseGiorno('2020-02-03'), oreSettimanali: '30' }] }),
    );
    const trimestre = parseTrimestre('1/2020');
    const senza = await a.servizio.proponi(a.datore, a.rapporto.id, trimestre);
    const con = await a.servizio.proponi(a.datore, a.rapporto.id, trimestre, {
      territorio: 'ischia-2018',
      oreInParti: 'esatte',
    });
    expect(con.map(({ totale }) => totale)).toEqual(senza.map(({ totale }) => totale));
    expect(con.map(({ scadenza }) => scadenza.scadenza)).toEqual(con.map(() => '2021-02-01'));
  });

  it('warns who gives one figure for a quarter in which the terms changed', async () => {
    const [prime] = nuovoRapporto().condizioni;
    await a.prova.archivio.registro.registra(
      nuovoRapporto({ condizioni: [prime, { ...prime, dal: parseGiorno('2020-11-02'), oreSettimanali: '30' }] }),
    );
    const [calcolo] = await a.servizio.proponi(a.datore, a.rapporto.id, QUARTO_2020, { settimane: 12 });
    expect(calcolo?.avvertenze[0]).toMatch(/cambiate nel trimestre, dal 02\/11\/2020/);
    const [conOre] = await a.servizio.proponi(a.datore, a.rapporto.id, QUARTO_2020, { ore: new Decimale(360) });
    expect(conOre?.avvertenze.join()).not.toMatch(/cambiate nel trimestre/);
  });

  it('computes the quarter as the person tells it, and again the same from what it stored', async () => {
    const situazione = { assenze: [{ tipo: 'permesso-non-retribuito', dal: '2020-10-05', al: '2020-10-09' }] };
    const {
      emessi: [bollettino],
    } = await a.servizio.emetti(a.datore, a.rapporto.id, QUARTO_2020, { situazione });
    if (bollettino === undefined) throw new Error('nothing was issued');
    expect(bollettino.importo).toBeLessThan(33_800);
    expect(ricalcola(bollettino, calcolatore)).toBeUndefined();
    await expect(
      a.servizio.proponi(a.datore, a.rapporto.id, QUARTO_2020, { situazione, settimane: 3 }),
    ).rejects.toMatchObject({ codice: 'modifiche-incompatibili' });
    await expect(
      a.servizio.proponi(a.datore, a.rapporto.id, QUARTO_2020, { situazione: { importo: '1' } }),
    ).rejects.toMatchObject({ codice: 'situazione-non-valida', campo: 'importo' });
  });
});

describe('modifica', () => {
  it('computes anew and keeps IUV and codice avviso', async () => {
    const prima = await emesso();
    const dopo = await a.servizio.modifica(a.datore, prima.id, 1, { oreSettimanali: new Decimale(30) });
    // 30 hours × 13 weeks = 390 hours × 1,04 = 405,60.
    expect(dopo).toMatchObject({ importo: 40_560, versione: 2, iuv: prima.iuv, codiceAvviso: prima.codiceAvviso });
    expect((await a.servizio.carrello(a.datore)).totale).toBe(40_560);
  });

  it('hears weekly hours given after a total of hours', async () => {
    const prima = await emesso();
    await a.servizio.modifica(a.datore, prima.id, 1, { ore: new Decimale(100) });
    const dopo = await a.servizio.modifica(a.datore, prima.id, 2, { oreSettimanali: new Decimale(30) });
    expect(dopo.importo).toBe(40_560);
    expect(dopo.dati).not.toHaveProperty('ore');
  });

  it('moves to the other group of weeks when the hours do', async () => {
    const prima = await emesso();
    const dopo = await a.servizio.modifica(a.datore, prima.id, 1, { oreSettimanali: new Decimale(20) });
    expect(dopo.gruppo).toBe('fino-24');
    // Its weeks are billed all the same: no second bollettino beside it.
    await expect(emesso()).rejects.toMatchObject({ codice: 'bollettino-gia-emesso' });
  });

  it('refuses a version that is no longer the one seen, and changes nothing', async () => {
    const prima = await emesso();
    await a.servizio.modifica(a.datore, prima.id, 1, { oreSettimanali: new Decimale(30) });
    await expect(
      a.servizio.modifica(a.datore, prima.id, 1, { oreSettimanali: new Decimale(40) }),
    ).rejects.toMatchObject({ codice: 'bollettino-cambiato', statoHttp: 409 });
    expect((await a.servizio.carrello(a.datore)).totale).toBe(40_560);
  });

  it('answers the same for what is not theirs and what is not there (AB-01)', async () => {
    const prima = await emesso();
    const altri = contestoIdentita((await altroRapporto(a.prova)).datoreId);
    const refusals = await Promise.all(
      [prima.id, 'sconosciuto'].flatMap((id) =>
        [
          a.servizio.mostra(altri, id),
          a.servizio.modifica(altri, id, 1, {}),
          a.servizio.elimina(altri, id, 1),
          a.servizio.avviso(altri, id),
        ].map((tentativo) =>
          tentativo.then(
            () => 'reached',
            (errore: unknown) => (errore as Error).message,
          ),
        ),
      ),
    );
    expect(new Set(refusals)).toEqual(new Set(['Bollettino non trovato.']));
    expect((await a.servizio.mostra(a.datore, prima.id)).bollettino).toEqual(prima);
  });
});

describe('codice rapporto alone', () => {
  it('sees and reaches its own rapporto, and no other of the same employer', async () => {
    const altro = await secondoRapporto(a.prova, '2100000002');
    const {
      emessi: [suo],
    } = await a.servizio.emetti(a.datore, a.rapporto.id, QUARTO_2020);
    const {
      emessi: [nonSuo],
    } = await a.servizio.emetti(a.datore, altro.id, QUARTO_2020);
    const contesto = contestoCodice(a.rapporto);
    expect((await a.servizio.carrello(contesto)).righe.map((riga) => riga.bollettino.id)).toEqual([suo?.id]);
    expect((await a.servizio.rapporti(contesto)).map((r) => r.id)).toEqual([a.rapporto.id]);
    await expect(a.servizio.mostra(contesto, nonSuo?.id ?? '')).rejects.toMatchObject({ statoHttp: 404 });
    await expect(a.servizio.elimina(contesto, nonSuo?.id ?? '', 1)).rejects.toMatchObject({ statoHttp: 404 });
    await a.servizio.elimina(contesto, suo?.id ?? '', 1);
    expect((await a.servizio.carrello(a.datore)).righe).toHaveLength(1);
  });
});

describe('avviso', () => {
  it('bears what the notice needs, until there is nothing left to pay', async () => {
    const bollettino = await emesso();
    expect(await a.servizio.avviso(a.datore, bollettino.id)).toMatchObject({
      codiceAvviso: bollettino.codiceAvviso,
      oggetto: 'Contributi lavoro domestico 4/2020 rapp. 99109784511',
      importo: 33_800,
      scadenza: '2021-01-11',
      destinatario: {
        codiceFiscale: 'RSSMRA80A01D620V',
        nome: 'Mario Rossi',
        indirizzo: 'Via Aldini 3, 40136 Bologna (BO)',
      },
      emessoIl: '2021-01-05',
    });
    expect(await a.servizio.avviso(a.datore, bollettino.id)).toMatchObject({
      lavoratore: 'Samantha Müller',
      periodo: 'ottobre–dicembre 2020',
    });
    expect(await a.servizio.avviso(a.datore, bollettino.id, { lavoratore: 'iniziali' })).toMatchObject({
      lavoratore: 'S. M.',
    });
    await a.servizio.elimina(a.datore, bollettino.id, 1);
    await expect(a.servizio.avviso(a.datore, bollettino.id)).rejects.toMatchObject({ codice: 'avviso-non-stampabile' });
  });

  it('fits its object into the notice for the longest quarter and code', async () => {
    const bollettino = await emesso();
    expect((await a.servizio.avviso(a.datore, bollettino.id)).oggetto.length).toBeLessThanOrEqual(60);
  });
});

describe('acts', () => {
  it('keeps who did what, for whom and by what right, without a codice fiscale in clear', async () => {
    const bollettino = await emesso();
    await a.servizio.modifica(a.datore, bollettino.id, 1, { paga: { tipo: 'oraria', importo: centesimi(900) } });
    await a.servizio.elimina(contestoCodice(a.rapporto), bollettino.id, 2);
    const registrati = await atti();
    expect(registrati.map((atto) => atto.azione)).toEqual([
      'bollettino-emesso',
      'bollettino-modificato',
      'bollettino-eliminato',
    ]);
    expect(JSON.parse(registrati[0]?.attore ?? '')).toMatchObject({ tipo: 'identita', scheme: 'SPID', loa: 2 });
    expect(JSON.parse(registrati[2]?.autorita ?? '')).toEqual({ tipo: 'codice-rapporto', rapportoId: a.rapporto.id });
    expect(JSON.stringify(registrati)).not.toContain('RSSMRA80A01D620V');
  });
});
