import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCodiceRapporto } from '../../src/anagrafe/codice-rapporto.ts';
import { fileDelTrimestre } from '../../src/clienti/file-del-trimestre.ts';
import { importaFile } from '../../src/lotti/clienti/importa-file.ts';
import { fraseImportazione } from '../../src/lotti/clienti/riepilogo-clienti.ts';
import { parseCambio } from '../../src/clienti/parse-cambio.ts';
import { createServizioClienti, type ServizioClienti } from '../../src/clienti/servizio-clienti.ts';
import { statoCsv, statoToJson, statoXlsx } from '../../src/clienti/stato-in-tabella.ts';
import { lottoAvvisi } from '../../src/lotti/avvisi/lotto-avvisi.ts';
import type { Trimestre } from '../../src/scadenze/trimestre.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { parseGiorno } from '../../src/valori/giorno.ts';
import { type AmbienteLotti, ambienteLotti } from '../lotti/avvisi/ambiente.ts';
import { INTESTAZIONE_AVVISI, righeAvvisi } from '../lotti/avvisi-generati.ts';

const attore = { tipo: 'sistema', nome: 'prova' } as const;
const PRIMO_2026 = { anno: 2026, numero: 1 } as const;
const righe = righeAvvisi(4);
const rapportoDi = (riga = '') => riga.split(';')[3] ?? '';

let ambiente: AmbienteLotti;
let clienti: ServizioClienti;
beforeEach(async () => {
  ambiente = await ambienteLotti();
  clienti = createServizioClienti(ambiente.app);
});
afterEach(() => ambiente.close());

/** At the tariff over 24 hours of 2026, 1,24 euro (circolare INPS 9/2026). */
const perOre = (ore: number) => ore * 124;

const write = (...linee: readonly string[]) => ambiente.cartella.write('dati.csv', [...linee, ''].join('\n'));
const importaPer = async (proprietario: string, ...linee: readonly string[]) => {
  const daCorreggere = ambiente.cartella.file('da-correggere.csv');
  const { riepilogo, ...esito } = await importaFile(ambiente.app, {
    proprietario,
    input: write(...linee),
    daCorreggere,
  });
  return { ...riepilogo, ...esito };
};
const importa = (...linee: readonly string[]) => importaPer('studio', ...linee);

async function emetti(...linee: readonly string[]): Promise<void> {
  const out = ambiente.cartella.file('avvisi.pdf');
  await lottoAvvisi({ app: ambiente.app, attore, input: write(INTESTAZIONE_AVVISI, ...linee), out });
}

const righeDi = (stato: Awaited<ReturnType<ServizioClienti['stato']>>) =>
  stato.righe.map((riga) => [riga.cliente.rapporto.codice, riga.stato, riga.emesso]);

describe('the list of clients', () => {
  it('registers what is new, takes a known rapporto by its code, and names what lacks', async () => {
    const prima = await importa(INTESTAZIONE_AVVISI, ...righe.slice(0, 2), ';;;90000000099;;;;25;8;');
    expect(prima).toMatchObject({ righe: 3, aggiunti: 2, registrati: 2 });
    expect(prima.errori.map(({ riga, colonna }) => [riga, colonna])).toEqual([
      [4, 'datore_cf'],
      [4, 'datore_nome'],
      [4, 'lavoratore_cf'],
      [4, 'lavoratore_nome'],
      [4, 'assunzione'],
    ]);
    expect(await importa('Codice rapporto', rapportoDi(righe[0]))).toMatchObject({ aggiunti: 0, registrati: 0 });
    expect(await importaPer('altri', 'rapporto', rapportoDi(righe[0]))).toMatchObject({
      aggiunti: 1,
    });
    expect((await clienti.elenco('studio')).map(({ rapporto }) => rapporto.codice)).toEqual(
      righe.slice(0, 2).map((riga) => rapportoDi(riga)),
    );
  });

  it('says of a file that is not there that it is not there', async () => {
    await expect(
      importaFile(ambiente.app, { proprietario: 'studio', input: '/altrove/elenco.csv' }),
    ).rejects.toMatchObject({
      codice: 'file-non-leggibile',
      campo: 'ingresso',
    });
  });

  it('changes terms from a day on, ends a rapporto, takes one off; nobody else’s', async () => {
    await importa(INTESTAZIONE_AVVISI, ...righe.slice(0, 2));
    const codice = parseCodiceRapporto(rapportoDi(righe[0]));
    const cambio = { dal: parseGiorno('01/02/2026'), oreSettimanali: '30' };
    await expect(clienti.cambia({ proprietario: 'altri', attore }, codice, cambio)).rejects.toMatchObject({
      statoHttp: 404,
    });
    const { rapporto } = await clienti.cambia({ proprietario: 'studio', attore }, codice, cambio);
    expect(rapporto.condizioni.map(({ dal, oreSettimanali, paga }) => [dal, oreSettimanali, paga?.importo])).toEqual([
      ['2020-02-01', '26', 950],
      ['2026-02-01', '30', 950],
    ]);
    const file = async (trimestre: Trimestre) => fileDelTrimestre(await clienti.elenco('studio'), trimestre);
    expect((await file({ anno: 2026, numero: 2 })).split('\r\n')[1]).toContain(';2/2026;30;9,50;');
    // In the quarter of the change neither 26 nor 30 hours are right: the register, which knows both, fills them in.
    expect((await file(PRIMO_2026)).split('\r\n')[1]).toContain(';1/2026;;;;;;;');
    await clienti.termina({ proprietario: 'studio', attore }, codice, parseGiorno('20/12/2025'));
    expect(fileDelTrimestre(await clienti.elenco('studio'), PRIMO_2026)).not.toContain(codice);
    const stato = await clienti.stato({ proprietario: 'studio' }, PRIMO_2026);
    expect(stato.senzaSettimane.map((cliente) => cliente.rapporto.codice)).toEqual([codice]);
    expect(statoToJson(stato)).toMatchObject({ totale: { rapporti: 1 }, senzaSettimane: [codice] });
    expect(await ambiente.app.knex('atti').orderBy('id').pluck('azione')).toEqual([
      'condizioni-cambiate',
      'rapporto-cessato',
    ]);
    await expect(clienti.cambia({ proprietario: 'studio', attore }, codice, cambio)).rejects.toMatchObject({
      codice: 'data-dopo-cessazione',
    });
    await clienti.togli('studio', codice);
    expect(await clienti.elenco('studio')).toHaveLength(1);
    await expect(clienti.togli('studio', codice)).rejects.toMatchObject({ statoHttp: 404 });
  });

  it('issues a quarter in which terms change as the register knows them, from the file it gives', async () => {
    await importa(INTESTAZIONE_AVVISI, righe[0] ?? '');
    const codice = parseCodiceRapporto(rapportoDi(righe[0]));
    const cambio = parseCambio({ dal: '01/02/2026', oreSettimanali: '30', associazione: 'nessuna' });
    const { rapporto } = await clienti.cambia({ proprietario: 'studio', attore }, codice, cambio);
    const file = fileDelTrimestre(await clienti.elenco('studio'), PRIMO_2026);
    const out = ambiente.cartella.file('cambio.pdf');
    await lottoAvvisi({ app: ambiente.app, attore, input: ambiente.cartella.write('clienti.csv', file), out });
    const emessi = await ambiente.app.knex('bollettini').where({ rapporto_id: rapporto.id }).pluck<number[]>('importo');
    // Saturdays 3, 10, 17, 24, 31 January at 26 hours and eight more, from 7 February to 28 March, at 30.
    expect(emessi.map(Number)).toEqual([perOre(5 * 26 + 8 * 30)]);
  });

  it('gives refused rows back in their own columns, ready to be mended', async () => {
    const esito = await importa(INTESTAZIONE_AVVISI, righe[0] ?? '', ';;;90000000099;;;;25;8;');
    const [testa, riga, ...altre] = readFileSync(ambiente.cartella.file('da-correggere.csv'), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(testa).toBe(`\ufeff${INTESTAZIONE_AVVISI};errore`);
    expect(riga).toMatch(/^;;;90000000099;;;;25;8;;.*assunzione: Manca assunzione/);
    expect(altre).toEqual([]);
    expect(fraseImportazione(esito)).toBe(
      '2 righe: 1 cliente nuovo, 1 rapporto aggiunto al registro; 1 riga rifiutata.',
    );
  });

  it.each([
    [{ dal: '01/02/2026' }, 'cambio-vuoto', 'oreSettimanali'],
    [{ oreSettimanali: '30' }, 'giorno-mancante', 'dal'],
    [{ dal: '1/2', oreSettimanali: '30' }, 'data-non-valida', 'dal'],
    [{ dal: '01/02/2026', oreSettimanali: '200' }, 'ore-non-valide', 'oreSettimanali'],
    [{ dal: '01/02/2026', oreSettimanali: '0' }, 'ore-non-valide', 'oreSettimanali'],
    [{ dal: '01/02/2026', pagaOraria: '9,00', pagaMensile: '900' }, 'due-paghe', 'pagaMensile'],
    [{ dal: '01/02/2026', pagaOraria: '0' }, 'importo-non-valido', 'pagaOraria'],
    [{ dal: '01/02/2026', vittoAlloggioGiorni: '8' }, 'intero-non-valido', 'vittoAlloggioGiorni'],
    [{ dal: '01/02/2026', associazione: 'X9' }, 'associazione-sconosciuta', 'associazione'],
  ])('refuses new terms that say nothing or too much: %j', (campi, codice, campo) => {
    expect(() => parseCambio(campi)).toThrow(expect.objectContaining({ codice, campo }) as Error);
  });

  it('tells who has paid, who has not and who is missing, beside the quarter before, with the totals', async () => {
    await importa(INTESTAZIONE_AVVISI, ...righe);
    await emetti(...righe.slice(0, 3), (righe[0] ?? '').replace(';1/2026;', ';4/2025;'));
    const { knex } = ambiente.app;
    const [primo] = (await clienti.stato({ proprietario: 'studio' }, PRIMO_2026)).righe;
    await knex('bollettini')
      .where({ codice_avviso: primo?.avvisi[0] ?? '' })
      .update({ stato: 'pagato' });
    const stato = await clienti.stato({ proprietario: 'studio' }, PRIMO_2026);
    const per = new Map(righeDi(stato).map(([codice, come]) => [codice, come]));
    expect(righe.map((riga) => per.get(rapportoDi(riga) as never))).toEqual([
      ...righe
        .slice(0, 3)
        .map((riga) => (primo?.cliente.rapporto.codice === rapportoDi(riga) ? 'pagato' : 'da-pagare')),
      'manca',
    ]);
    const emesso = stato.righe.reduce((somma, riga) => somma + riga.emesso, 0);
    expect(stato.totale).toMatchObject({ rapporti: 4, mancano: 1, emesso, pagato: primo?.emesso });
    expect(stato.totale.daPagare).toBe(emesso - (primo?.emesso ?? 0));
    expect(stato.perCliente).toHaveLength(2);
    // 26 hours in both quarters; 13 weeks at 1,24 in 2026 and 13 at the tariff of 2025.
    const conPrima = stato.righe.filter(({ prima }) => prima !== undefined);
    expect(conPrima).toHaveLength(1);
    expect(conPrima[0]?.differenza).toBe(centesimi((conPrima[0]?.emesso ?? 0) - (conPrima[0]?.prima ?? 0)));
    const csv = statoCsv(stato).trimEnd().split('\r\n');
    expect(csv).toHaveLength(6);
    expect(csv.at(-1)).toContain(';Totale;');
    expect((await statoXlsx(stato)).subarray(0, 2).toString()).toBe('PK');
    expect(statoToJson(stato).totale.mancano).toBe(1);
  });

  it('says overdue after the last day, and follows a batch without its being a list', async () => {
    await emetti(...righe.slice(0, 2));
    const [lotto] = await ambiente.app.archivio.letture.lotti.delProprietario('riga-di-comando');
    const id = lotto?.id ?? '';
    expect(await clienti.trimestreDelLotto(id)).toEqual(PRIMO_2026);
    ambiente.clock.set('2026-05-04T08:00:00Z');
    expect((await clienti.stato({ lottoId: id }, PRIMO_2026)).righe.map(({ stato }) => stato)).toEqual([
      'scaduto',
      'scaduto',
    ]);
    expect(await clienti.stato({ proprietario: 'studio' }, PRIMO_2026)).toMatchObject({ righe: [] });
    expect(await clienti.aggiungiLotto('studio', id)).toBe(2);
    const ics = await clienti.scadenze('studio', PRIMO_2026, PRIMO_2026);
    expect(ics.replaceAll(/\r\n\t/g, '')).toContain(`Rossi Maria\\, rapporto ${rapportoDi(righe[0])}`);
  });
});
