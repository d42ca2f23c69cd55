import { mkdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCodiceRapporto } from '../../../src/anagrafe/codice-rapporto.ts';
import { lottoAvvisi } from '../../../src/lotti/avvisi/lotto-avvisi.ts';
import type { EsitoAvvisi, RichiestaAvvisi } from '../../../src/lotti/avvisi/richiesta.ts';
import { testi } from '../../avvisi/leggi-pdf.ts';
import { INTESTAZIONE_AVVISI, righeAvvisi } from '../avvisi-generati.ts';
import { type AmbienteLotti, ambienteLotti } from './ambiente.ts';

let ambiente: AmbienteLotti;
beforeEach(async () => (ambiente = await ambienteLotti()));
afterEach(() => ambiente.close());

const attore = { tipo: 'sistema', nome: 'prova' } as const;
const righe = righeAvvisi(6);

function run(linee: readonly string[], opzioni: Partial<RichiestaAvvisi> = {}): Promise<EsitoAvvisi> {
  const { app, cartella } = ambiente;
  const input = cartella.write('datori.csv', [INTESTAZIONE_AVVISI, ...linee, ''].join('\n'));
  const dove = opzioni.cartella === undefined ? { out: cartella.file('avvisi.pdf') } : {};
  return lottoAvvisi({ app, attore, input, ...dove, ...opzioni });
}

/** A batch of one row with an end of the rapporto. */
function runWithEnd(riga: string, cessazione: string, opzioni: Partial<RichiestaAvvisi> = {}): Promise<EsitoAvvisi> {
  const { app, cartella } = ambiente;
  const input = cartella.write('cessati.csv', `${INTESTAZIONE_AVVISI};cessazione\n${riga};${cessazione}\n`);
  return lottoAvvisi({ app, attore, input, out: cartella.file('avvisi.pdf'), ...opzioni });
}

const manifesto = (nome = 'avvisi.manifesto.csv') => ambiente.cartella.rows(nome);
const iuv = () => manifesto().map((riga) => riga['iuv']);
const errori = () => ambiente.cartella.rows('avvisi.errori.csv');

describe('lottoAvvisi', () => {
  it('issues a bollettino a row and prints them by employer, with a manifest in the order of the file', async () => {
    const esito = await run(righe);
    expect(esito).toMatchObject({
      codice: 0,
      riepilogo: { righe: 6, righeRifiutate: 0, avvisi: 6, datori: 3, pagine: 6 },
      interrotto: false,
    });
    // Surnames in the file: Rossi, Bianchi, De Luca; on paper Bianchi, De Luca, Rossi.
    expect(manifesto().map((riga) => [riga['riga'], riga['id'], riga['datore_nome'], riga['pagina']])).toEqual([
      ['2', 'R1', 'Rossi Maria', '5'],
      ['3', 'R2', 'Rossi Maria', '6'],
      ['4', 'R3', 'Bianchi Marco', '1'],
      ['5', 'R4', 'Bianchi Marco', '2'],
      ['6', 'R5', 'De Luca Elena', '3'],
      ['7', 'R6', 'De Luca Elena', '4'],
    ]);
    expect(manifesto()[0]).toMatchObject({ lavoratore_nome: 'Lavoratrice Numero 1', periodo: 'gennaio–marzo 2026' });
    const carta = await testi(readFileSync(ambiente.cartella.file('avvisi.pdf')), 5);
    expect(carta.map(({ testo }) => testo).join(' ')).toContain('Numero 1 Lavoratrice, gennaio–marzo 2026');
    // 26 h × 13 weeks × 1,24 (2026, above 24 hours) = 419,12
    expect(manifesto()[0]).toMatchObject({ importo: '419,12', scadenza: '10/04/2026', trimestre: '1/2026' });
    expect(new Set(iuv()).size).toBe(6);
    expect(errori()).toEqual([]);
    expect(readFileSync(ambiente.cartella.file('avvisi.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('tells how much of the file is issued, a hundred rows at a time', async () => {
    const parti: number[] = [];
    await run(righeAvvisi(250), {
      onProgress: ({ fase, fatti, totali }) => {
        if (fase === 'emissione') parti.push(fatti / totali);
      },
    });
    expect(parti.map((parte) => Math.round(parte * 10))).toEqual([4, 8, 10, 10]);
  });

  it('registers what the row agreed: a pay that it does not tell is not known, and not zero', async () => {
    const [senza = '', settimane = ''] = righe;
    const ore = '27 27 27 27 27 27 30 30 30 30 30 30 30';
    expect((await run([senza.replace(';9,50;', ';;'), settimane.replace(';27;', `;${ore};`)])).codice).toBe(0);
    const { registro } = ambiente.app.archivio;
    const rapporti = await Promise.all(
      manifesto().map((riga) => registro.rapportoConCodice(parseCodiceRapporto(riga['rapporto'] ?? ''))),
    );
    expect(rapporti[0]?.condizioni[0]).not.toHaveProperty('paga');
    expect(rapporti[1]?.condizioni[0].paga).toEqual({ tipo: 'oraria', importo: 950 });
  });

  it('prints an employer’s notices in the language of its column, and remembers it', async () => {
    const { app, cartella } = ambiente;
    const linee = [
      `${INTESTAZIONE_AVVISI};lingua_avviso`,
      ...righe.map((riga, i) => `${riga};${['IT-DE', '', 'tedesco'][i] ?? ''}`),
    ];
    const input = cartella.write('datori.csv', [...linee, ''].join('\n'));
    await lottoAvvisi({ app, attore, input, out: cartella.file('avvisi.pdf') });
    expect(errori().map((riga) => [riga['riga'], riga['colonna']])).toEqual([['4', 'lingua_avviso']]);
    const pdf = readFileSync(cartella.file('avvisi.pdf'));
    const tedeschi = [];
    for (const riga of manifesto()) {
      const parole = (await testi(pdf, Number(riga['pagina']))).map(({ testo }) => testo).join(' ');
      if (parole.includes('Zahlungsinformationen')) tedeschi.push(riga['id']);
    }
    expect(tedeschi).toEqual(['R1', 'R2']);
    const rapporto = await app.registro.rapportoConCodice(parseCodiceRapporto(manifesto()[0]?.['rapporto'] ?? ''));
    expect(await app.registro.datore(rapporto?.datoreId ?? '')).toMatchObject({ linguaAvviso: 'it-de' });
  });

  it('prints the address of its columns in the window, keeps it, and says when it changes', async () => {
    const { app, cartella } = ambiente;
    const prova = (vie: readonly string[]) => {
      const linee = righe.slice(0, vie.length).map((riga, i) => `${riga};${vie[i] ?? ''}`);
      const testata = `${INTESTAZIONE_AVVISI};Indirizzo datore;CAP datore;Comune datore;Prov. datore`;
      const input = cartella.write('datori.csv', [testata, ...linee, ''].join('\n'));
      return lottoAvvisi({ app, attore, input, out: cartella.file('avvisi.pdf') });
    };
    // The third row is of another employer.
    expect((await prova([';;;', 'Via Aldini 3;40136;Bologna;bo', 'Via Aldini;4013;Bologna;BO'])).codice).toBe(1);
    expect(errori()).toMatchObject([{ riga: '4', colonna: 'CAP datore', valore: '4013' }]);
    const intero = 'Via Aldini 3, 40136 Bologna (BO)';
    expect(manifesto().map((riga) => riga['datore_indirizzo'])).toEqual([intero, intero]);
    const carta = await testi(readFileSync(cartella.file('avvisi.pdf')), 1);
    expect(carta).toContainEqual(expect.objectContaining({ testo: '40136 Bologna (BO)' }));
    await prova(['Via Verdi 5;40136;Bologna;BO', ';;;']);
    expect(manifesto().map((riga) => [riga['datore_indirizzo'], riga['avvertenze']])).toEqual([
      ['Via Verdi 5, 40136 Bologna (BO)', expect.stringContaining(`era ${intero}`)],
      ['Via Verdi 5, 40136 Bologna (BO)', expect.not.stringContaining('indirizzo')],
    ]);
    expect(await app.knex('atti').where({ azione: 'indirizzo-cambiato' })).toHaveLength(1);
  });

  it('prints an address abroad on three lines, with its country in capitals', async () => {
    const { app, cartella } = ambiente;
    const testata = `${INTESTAZIONE_AVVISI};datore_via;datore_cap;datore_comune;Nazione datore`;
    const linee = [
      `${righe[0] ?? ''};Bahnhofstrasse 1;8001;Zürich;Svizzera`,
      `${righe[2] ?? ''};Via Aldini;8001;Zürich;`,
    ];
    const input = cartella.write('estero.csv', [testata, ...linee, ''].join('\n'));
    await lottoAvvisi({ app, attore, input, out: cartella.file('avvisi.pdf') });
    expect(errori().map(({ colonna }) => colonna)).toEqual(['datore_provincia', 'datore_cap']);
    const carta = (await testi(readFileSync(cartella.file('avvisi.pdf')), 1)).map(({ testo }) => testo);
    expect(carta).toEqual(expect.arrayContaining(['Bahnhofstrasse 1', '8001 Zürich', 'SVIZZERA']));
  });

  it('records the end that a file gives to a known rapporto, and refuses another end by name', async () => {
    const [riga = ''] = righe;
    await run([riga.replace(';1/2026;', ';4/2025;')]);
    await runWithEnd(riga, '15/02/2026');
    const { registro } = ambiente.app.archivio;
    const codice = parseCodiceRapporto(manifesto()[0]?.['rapporto'] ?? '');
    expect((await registro.rapportoConCodice(codice))?.cessazione).toBe('2026-02-15');
    await runWithEnd(riga, '28/02/2026');
    expect(errori()).toEqual([
      expect.objectContaining({
        colonna: 'cessazione',
        errore: expect.stringContaining('cessato il 15/02/2026') as string,
      }),
    ]);
  });

  it('tells in the manifest a name that the register has otherwise, and a row asked twice', async () => {
    const [riga = ''] = righe;
    await run([riga]);
    await run([riga.replace('Rossi Maria', 'Rossini Maria'), riga]);
    expect(manifesto().map((voce) => voce['avvertenze'])).toEqual([
      expect.stringContaining('nel registro il datore si chiama Rossi Maria'),
      expect.not.stringContaining('nel registro'),
    ]);
  });

  it('names workers by initials, or not at all, on paper and in the manifest', async () => {
    const nomi = async (lavoratore: 'iniziali' | 'nascosto') => {
      await run(righe.slice(0, 1), { lavoratore, copertina: true });
      const carta = await testi(readFileSync(ambiente.cartella.file('avvisi.pdf')), 1);
      return [manifesto()[0]?.['lavoratore_nome'], carta.some(({ testo }) => testo === 'Lavoratore')];
    };
    expect(await nomi('iniziali')).toEqual(['L. N.', true]);
    expect(await nomi('nascosto')).toEqual(['', false]);
  });

  it('says in the manifest that a row asks for the bollettino of an earlier one', async () => {
    const [riga = ''] = righe;
    await run([riga, riga]);
    expect(manifesto().map((voce) => voce['avvertenze'])).toEqual([
      '',
      expect.stringContaining('stesso bollettino della riga 2'),
    ]);
  });

  it('tells which columns it does not use, and does not promise to give them back', async () => {
    const { app, cartella } = ambiente;
    const input = cartella.write('note.csv', `${INTESTAZIONE_AVVISI};nota studio;importo\n${righe[0]};abc;3\n`);
    const { avvertenze } = await lottoAvvisi({ app, attore, input, out: cartella.file('avvisi.pdf') });
    expect(avvertenze).toEqual(['2 colonne non sono usate per il calcolo: «nota studio», «importo».']);
    expect(Object.keys(manifesto()[0] ?? {})).not.toContain('nota studio');
  });

  it('keeps the order of the file when asked', async () => {
    await run(righe, { ordine: 'file' });
    expect(manifesto().map((riga) => riga['pagina'])).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  it('gives the same row the same IUV: twice in a file, in another file, from another run', async () => {
    const [prima = '', ...altre] = righe;
    const { riepilogo } = await run([prima, ...altre, prima]);
    expect(riepilogo).toMatchObject({ righe: 7, righeRifiutate: 0, avvisi: 6 });
    const primi = iuv();
    expect(primi[6]).toBe(primi[0]);
    expect(manifesto()[6]?.['pagina']).toBe(manifesto()[0]?.['pagina']);
    await run([...altre].reverse());
    expect(iuv()).toEqual(primi.slice(1, 6).reverse());
    const { bollettini } = await counts();
    expect(bollettini).toBe(6);
  });

  it('refuses a row that asks something else for a rapporto and quarter already issued, and one already paid', async () => {
    await run(righe);
    const { knex } = ambiente.app;
    await knex('bollettini')
      .where({ iuv: iuv()[1] ?? '' })
      .update({ stato: 'pagato' });
    const cambiata = (righe[0] ?? '').replace(';26;', ';40;');
    const esito = await run([cambiata, ...righe.slice(1)]);
    expect(esito).toMatchObject({ codice: 1, riepilogo: { righeRifiutate: 2, avvisi: 4 } });
    expect(errori().map((riga) => [riga['riga'], riga['colonna'], riga['errore']])).toEqual([
      ['2', 'trimestre', expect.stringMatching(/già un bollettino da pagare .*\(419,12 €, codice avviso 3010 /)],
      ['3', 'trimestre', expect.stringMatching(/già pagato \(435,24 €, codice avviso 3010 /)],
    ]);
  });

  it('takes the place of what is unpaid when told to, names the old and the new, and keeps what asks the same', async () => {
    await run(righe);
    const primi = iuv();
    const cambiata = (righe[0] ?? '').replace(';26;', ';20;');
    const esito = await run([cambiata, ...righe.slice(1)], { sostituisci: true });
    expect(esito).toMatchObject({ codice: 0, riepilogo: { righeRifiutate: 0, avvisi: 6, sostituiti: 1 } });
    const [nuovo, ...altri] = manifesto();
    expect(nuovo?.['iuv_sostituito']).toBe(primi[0]);
    expect(nuovo?.['iuv']).not.toBe(primi[0]);
    expect(altri.map((riga) => riga['iuv'])).toEqual(primi.slice(1));
    expect(altri.map((riga) => riga['iuv_sostituito']).join('')).toBe('');
    const vecchio = (await ambiente.app
      .knex('bollettini')
      .where({ iuv: primi[0] ?? '' })
      .first()) as { stato: string };
    expect(vecchio.stato).toBe('eliminato');
    const coperte = await ambiente.app.knex('settimane_coperte').count<{ n: number }[]>({ n: '*' });
    expect(Number(coperte[0]?.n)).toBe(6 * 13);
  });

  it('integrates what was paid when told to, and says what was paid beyond', async () => {
    await run(righe);
    const { knex } = ambiente.app;
    await knex('bollettini').update({ stato: 'pagato' });
    const [prima = '', seconda = ''] = righe;
    const esito = await run([prima.replace(';26;', ';40;'), seconda.replace(/;(2[5-9]|3\d);/, ';1;')], {
      integra: true,
    });
    expect(esito).toMatchObject({ codice: 1, riepilogo: { avvisi: 1, righeRifiutate: 1 } });
    expect(manifesto()[0]).toMatchObject({ nota: 'integrazione' });
    expect(errori()[0]?.['errore']).toMatch(/versati in più e si chiedono a rimborso/);
    // The same file again: the integration that was given is given again.
    const iuvDato = iuv()[0];
    await run([prima.replace(';26;', ';40;')], { integra: true });
    expect(iuv()).toEqual([iuvDato]);
  });

  it('refuses a second row of the same file for the same quarter with other hours', async () => {
    const [prima = ''] = righe;
    await run([prima, prima.replace(';26;', ';40;')]);
    expect(errori()).toMatchObject([
      { riga: '3', errore: expect.stringContaining('in una riga precedente') as string },
    ]);
  });

  it('names what a notice needs and a row lacks', async () => {
    const [prima = '', seconda = '', terza = ''] = righe;
    const senza = (riga: string, campo: number) =>
      riga
        .split(';')
        .map((cella, i) => (i === campo ? '' : cella))
        .join(';');
    await run([senza(prima, 2), senza(seconda, 9), senza(senza(terza, 1), 4), prima]);
    expect(errori().map((riga) => [riga['riga'], riga['colonna']])).toEqual([
      ['2', 'datore_nome'],
      ['3', 'assunzione'],
      ['4', 'datore_cf'],
      ['4', 'lavoratore_cf'],
    ]);
    expect(manifesto()).toHaveLength(1);
  });

  it('needs no date of hiring for a rapporto that is known, and uses the one it knows', async () => {
    const [prima = ''] = righe;
    const assunta = prima.replace('01/02/2020', '02/03/2026');
    await run([assunta]);
    const senza = assunta.replace('02/03/2026', '');
    const esito = await run([senza]);
    expect(esito).toMatchObject({ codice: 0 });
    expect((await counts()).bollettini).toBe(1);
  });

  it('refuses a rapporto of another employer, a name that cannot be printed, a quarter not begun', async () => {
    await run(righe);
    const [prima = '', seconda = '', terza = ''] = righeAvvisi(9).slice(6);
    const [, , , codice = ''] = (righe[0] ?? '').split(';');
    const esito = await run([
      prima.replace(/;9\d{10};/, `;${codice};`),
      seconda.replace('Esposito', 'ꦗꦮ'),
      terza.replace('1/2026', '4/2026'),
    ]);
    expect(esito).toMatchObject({ codice: 2, riepilogo: { avvisi: 0 } });
    expect(esito.out).toBeUndefined();
    expect(errori().map((riga) => riga['colonna'])).toEqual(['rapporto', 'datore_nome', 'trimestre']);
  });

  it('names the column of a worker’s name that cannot be printed, and how to do without', async () => {
    const [riga = ''] = righe;
    const nome = riga.split(';')[INTESTAZIONE_AVVISI.split(';').indexOf('lavoratore_nome')] ?? '';
    await run([riga.replace(nome, 'ꦗꦮ')]);
    expect(errori()).toMatchObject([{ colonna: 'lavoratore_nome', valore: 'ꦗꦮ' }]);
    const scritti = readFileSync(ambiente.cartella.file('avvisi.errori.csv'), 'utf8');
    expect(scritti).toContain('senza il nome del lavoratore (nascosto)');
  });

  it('registers people by the name that their codice fiscale tells, and never renames who is known', async () => {
    const [prima = ''] = righe;
    await run([prima.replace('Rossi Maria', 'Maria Rossi')]);
    expect(await ambiente.app.knex('datori').select('cognome', 'nome')).toEqual([{ cognome: 'Rossi', nome: 'Maria' }]);
    await run([(righe[1] ?? '').replace('Rossi Maria', 'Rossi M.')]);
    expect(await ambiente.app.knex('datori').select('cognome', 'nome')).toEqual([{ cognome: 'Rossi', nome: 'Maria' }]);
  });

  it('puts a cover before each employer’s notices and starts each on a new sheet', async () => {
    const { riepilogo } = await run(righe, { copertina: true, fronteRetro: true });
    // 3 employers × (cover + blank + 2 × (notice + blank))
    expect(riepilogo).toMatchObject({ avvisi: 6, pagine: 18 });
    expect(manifesto().map((riga) => riga['pagina'])).toEqual(['15', '17', '3', '5', '9', '11']);
  });

  it('writes one document an employer into a folder, with the manifest', async () => {
    const { cartella } = ambiente;
    const esito = await run(righe, { cartella: cartella.file('avvisi') });
    expect(esito).toMatchObject({ codice: 0, out: cartella.file('avvisi') });
    const nomi = [...new Set(righe.map((riga) => `${riga.split(';')[1]}.pdf`))].sort();
    expect(cartella.list().filter((nome) => nome.startsWith('avvisi'))).toEqual(['avvisi', 'avvisi.errori.csv']);
    expect(manifesto('avvisi/manifesto.csv').map((riga) => [riga['file'], riga['pagina']])).toEqual(
      righe.map((riga, i) => [`${riga.split(';')[1]}.pdf`, String(1 + (i % 2))]),
    );
    for (const nome of nomi) expect(cartella.read(`avvisi/${nome}`).slice(0, 5)).toBe('%PDF-');
    await expect(run(righe, { cartella: cartella.file('avvisi') })).rejects.toMatchObject({
      codice: 'cartella-esistente',
    });
  });

  it('writes the same into a ZIP archive', async () => {
    const esito = await run(righe, { cartella: ambiente.cartella.file('avvisi'), zip: true });
    expect(esito.out).toBe(ambiente.cartella.file('avvisi.zip'));
    const zip = readFileSync(ambiente.cartella.file('avvisi.zip'));
    expect(zip.subarray(0, 4).toString('latin1')).toBe('PK\x03\x04');
    for (const nome of ['manifesto.csv', `${righe[0]?.split(';')[1]}.pdf`]) expect(zip.includes(nome)).toBe(true);
  });

  it('refuses an output it cannot make sense of', async () => {
    const { app, cartella } = ambiente;
    const input = cartella.write('datori.csv', INTESTAZIONE_AVVISI);
    await expect(lottoAvvisi({ app, attore, input })).rejects.toMatchObject({ codice: 'uscita-ambigua' });
    await expect(lottoAvvisi({ app, attore, input, out: input })).rejects.toMatchObject({ codice: 'stesso-file' });
    await expect(run(righe, { out: cartella.file('x.pdf'), zip: true })).rejects.toMatchObject({
      codice: 'zip-senza-cartella',
    });
    await expect(
      run(righe, { cartella: cartella.file('nuova'), manifesto: cartella.file('m.csv') }),
    ).rejects.toMatchObject({ codice: 'manifesto-nella-cartella' });
    mkdirSync(cartella.file('c'));
    await expect(run(righe, { cartella: cartella.file('c') })).rejects.toMatchObject({ codice: 'cartella-esistente' });
    await expect(run([], { out: cartella.file('x.pdf') })).resolves.toMatchObject({ codice: 2 });
  });

  it('leaves a batch that fails closed, with its reason', async () => {
    const { app, cartella } = ambiente;
    const input = cartella.write('datori.csv', 'trimestre;ore\n');
    await expect(lottoAvvisi({ app, attore, input, out: cartella.file('x.pdf') })).rejects.toThrow(/«rapporto»/);
    const [lotto] = await app.archivio.letture.lotti.delProprietario('riga-di-comando');
    expect(lotto).toMatchObject({ stato: 'fallito', errore: expect.stringContaining('«rapporto»') as string });
  });
});

async function counts(): Promise<{ bollettini: number; rapporti: number }> {
  const { knex } = ambiente.app;
  const quanti = async (tabella: string) => Number((await knex(tabella).count<{ n: number }[]>({ n: '*' }))[0]?.n ?? 0);
  return { bollettini: await quanti('bollettini'), rapporti: await quanti('rapporti') };
}
