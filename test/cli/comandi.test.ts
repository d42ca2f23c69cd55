import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testi } from '../avvisi/leggi-pdf.ts';
import { trimestre } from './esegui.ts';

const dati = { TRIMESTRE_DATI: mkdtempSync(join(tmpdir(), 'trimestre-cli-')) };

async function json(...argomenti: string[]): Promise<unknown> {
  const { stdout, stderr, codice } = await trimestre([...argomenti, '--json'], dati);
  expect({ stderr, codice }).toEqual({ stderr: '', codice: 0 });
  return JSON.parse(stdout);
}

describe('trimestre calcola', () => {
  it('gives the real row of January 2021: 325 hours × 1,04 = 338,00, due on 11/01/2021', async () => {
    const risultato = await json('calcola', '--trimestre', '4/2020', '--ore-settimanali', '25');
    expect(risultato).toMatchObject({
      trimestre: '4/2020',
      settimane: 13,
      ore: 325,
      fascia: 4,
      contributoOrario: '1.04',
      totale: '338.00',
      quotaLavoratore: '84.50',
      quotaDatore: '253.50',
      scadenza: '2021-01-11',
    });
    const { passi } = risultato as { passi: Record<string, unknown>[] };
    for (const passo of passi) {
      expect(Object.keys(passo)).toEqual(expect.arrayContaining(['etichetta', 'formula', 'risultato', 'fonte']));
    }
  });

  it('names the safe day where the sources disagree', async () => {
    const { stdout } = await trimestre(['calcola', '--trimestre', '3/2020', '--ore-settimanali', '25']);
    expect(stdout.split('\n')[1]).toBe(
      'da pagare dal 01/10/2020 al 12/10/2020; le fonti non concordano, giorno sicuro il 10/10/2020',
    );
  });

  it('explains itself to a person, step by step with its sources', async () => {
    const { stdout } = await trimestre(['calcola', '--trimestre', '4/2020', '--ore-settimanali', '25']);
    expect(stdout).toContain('338,00 euro');
    expect(stdout).toContain('325 ore × 1,04 € = 338,00 €');
    expect(stdout).toContain('circolare INPS n. 17 del 6/2/2020');
  });
});

describe('trimestre calcola, a quarter as it was', () => {
  it('gives two bollettini where weeks of up to 24 hours and above stand in one quarter', async () => {
    const ore = '25,25,25,20,20,25,25,25,25,25,25,25,25';
    const { calcoli } = (await json(
      ...['calcola', '--trimestre', '4/2020', '--settimane-dettaglio', ore, '--paga-oraria', '8,00'],
    )) as { calcoli: { gruppo: string; settimane: number; ore: number; totale: string }[] };
    // 8.00 × 13/12 = 8.67, band 2 of 2020: 1.62; 40 h × 1.62 = 64.80. The other eleven weeks: 275 h × 1.04 = 286.00.
    expect(calcoli.map(({ gruppo, settimane, ore, totale }) => [gruppo, settimane, ore, totale])).toEqual([
      ['fino-24', 2, 40, '64.80'],
      ['oltre-24', 11, 275, '286.00'],
    ]);
  });

  it('tells a person of both, their sum first and what holds for both last', async () => {
    const ore = '25,25,25,20,20,25,25,25,25,25,25,25,25';
    const { stdout } = await trimestre(
      ['calcola', '--trimestre', '4/2020', '--settimane-dettaglio', ore, '--paga-oraria', '8,00'],
      dati,
    );
    const righe = stdout.split('\n');
    expect(righe.slice(0, 6)).toEqual([
      'Contributi del trimestre 4/2020: 350,80 euro, in 2 pagamenti',
      'Al lavoratore sono accreditate tutte le settimane pagate (13).',
      '',
      '--- Settimane fino a 24 ore ---',
      'Contributi del trimestre 4/2020: 64,80 euro',
      'da pagare dal 01/01/2021 all’11/01/2021',
    ]);
    expect(righe).toContain('--- Settimane oltre 24 ore ---');
    expect(stdout.match(/servono due pagamenti/g)).toHaveLength(1);
    expect(stdout).toContain('Da sapere su tutto il trimestre:');
  });

  it('reads it from a file', async () => {
    const file = join(dati.TRIMESTRE_DATI, 'rapporto.yaml');
    writeFileSync(file, 'trimestre: 4/2020\ncondizioni:\n  - { dal: 2020-01-01, oreSettimanali: 25 }\n');
    const { calcoli } = (await json('calcola', '--rapporto', file)) as { calcoli: { totale: string }[] };
    expect(calcoli.map(({ totale }) => totale)).toEqual(['338.00']);
  });
});

describe('trimestre scadenza, tabella, avviso decodifica, verifica', () => {
  it('says when and why', async () => {
    expect(await json('scadenza', '1/2020')).toMatchObject({ scadenza: '2020-06-10', spostata: true });
  });

  it('prints a year with its sources', async () => {
    expect(await json('tabella', '2024')).toMatchObject({ anno: 2024 });
  });

  it('takes a codice avviso apart, spaces and all', async () => {
    expect(await json('avviso', 'decodifica', '3010', '0000', '0001', '2345', '19')).toMatchObject({
      codiceAvviso: '301000000001234519',
      iuv: '01000000001234519',
      controlloValido: true,
    });
  });

  it('says which amounts are near one that cannot be', async () => {
    const { stdout } = await trimestre(['verifica', '--trimestre', '4/2020', '--importo', '338,01']);
    expect(stdout).toContain(
      'Gli importi possibili più vicini:\n338,00 € (−0,01): 325 ore × 1,04 €, 4ª fascia, con CUAF',
    );
  });

  it('finds the hours behind 338,00 euro', async () => {
    const { ipotesi } = (await json('verifica', '--trimestre', '4/2020', '--importo', '338,00')) as {
      ipotesi: Record<string, unknown>[];
    };
    expect(ipotesi[0]).toMatchObject({ ore: 325, fascia: 4, cuaf: true, tempoDeterminato: false, totale: '338.00' });
  });
});

describe('bad input', () => {
  it.each([
    [['calcola', '--trimestre', '5/2020', '--ore', '10'], /«5\/2020» non è un trimestre/],
    [['calcola', '--ore', '10'], /trimestre: manca/],
    [['calcola', '--trimestre', '4/2020', '--ore-settimanali', '10'], /indicare la paga/],
    [
      ['calcola', '--trimestre', '4/2020', '--ore-settimanali', 'venti'],
      /^trimestre: --ore-settimanali: «venti» non è/,
    ],
    [['tabella', '1999'], /1999/],
    [['costo-annuo', '--anno', '2027', '--ore-settimanali', '25', '--paga-oraria', '8'], /con --istat .* una stima/],
    [['scadenza'], /Manca <n\/aaaa>/],
    [['inesistente'], /comando sconosciuto/],
    [['avviso', 'nessuno', '--out', 'x.pdf'], /non trovato/],
    [['avviso', 'nessuno'], /--out/],
  ])('%j: exit code 2 and one clear line', async (argomenti, atteso) => {
    const { stdout, stderr, codice } = await trimestre(argomenti, dati);
    expect(codice).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(atteso);
  });

  it('stops the start when a setting is wrong, naming it', async () => {
    const { stderr, codice } = await trimestre(['avvia'], { ...dati, TRIMESTRE_PORTA: 'ottanta' });
    expect(codice).toBe(2);
    expect(stderr).toContain('TRIMESTRE_PORTA=«ottanta»: deve essere un numero di porta');
  });
});

describe('from an empty folder to a notice', () => {
  it('issues a bollettino for a demo employer, lists it, shows it, prints its notice', async () => {
    const datore = 'BNCLCU58E52D620L';
    const [emesso] = (await json(
      ...['bollettino', 'emetti', '--datore', datore, '--rapporto', '99109784511', '--trimestre', '3/2026'],
    )) as { id: string; importo: string }[];
    // 3/2026 has 13 Saturdays: 25 × 13 = 325 hours × 1,24 (2026, more than 24 hours, con CUAF) = 403,00.
    expect(emesso?.importo).toBe('403.00');
    const elenco = (await json('bollettino', 'elenco', '--datore', datore)) as { id: string; codiceInps: string }[];
    expect(elenco.map(({ id }) => id)).toContain(emesso?.id);
    expect(elenco.map(({ codiceInps }) => codiceInps)).toContain('991097845204027');
    const id = emesso?.id ?? '';
    expect(await json('bollettino', 'mostra', id)).toMatchObject({ id, importo: '403.00' });
    const out = join(dati.TRIMESTRE_DATI, 'avviso.pdf');
    const altro = join(dati.TRIMESTRE_DATI, 'avviso-de.pdf');
    expect(await json('avviso', id, '--out', altro, '--lingua', 'it-de')).toMatchObject({
      edizione: '3',
      lingua: 'it-de',
    });
    expect((await testi(readFileSync(altro))).map(({ testo }) => testo).join(' ')).toContain('Zahlungsinformationen');
    const vecchio = ['avviso', id, '--out', join(dati.TRIMESTRE_DATI, 'avviso-2018.pdf'), '--edizione', '2018'];
    expect(await json(...vecchio)).toMatchObject({ edizione: '2018', lingua: 'it' });
    const impossibile = [
      'avviso',
      id,
      '--out',
      join(dati.TRIMESTRE_DATI, 'no.pdf'),
      '--edizione',
      '2018',
      '--lingua',
      'it-de',
    ];
    expect((await trimestre(impossibile, dati)).stderr).toContain('solo in italiano');
    expect(await json('avviso', id, '--out', out)).toMatchObject({
      file: out,
      importo: '403.00',
      edizione: '3',
      lingua: 'it',
    });
    expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
    // The notice is read back, checked, and compared with what the person says of it.
    const letto = await trimestre(['verifica', '--avviso', out, '--trimestre', '2/2026'], dati);
    expect(letto.stdout).toMatch(
      /^Avviso 3010 .*403,00 €, creditore INPS\ncausale: .*\nATTENZIONE: .* trimestre 3\/2026; /,
    );
    expect(letto.stdout).toContain('403,00 € = 325 ore × 1,24 €');
    expect((await trimestre(['verifica', '--avviso', out, '--importo', '400'], dati)).stderr).toBe(
      'trimestre: --importo: l’avviso dice 403,00 €; togliere --importo.\n',
    );
  });

  it('prints on paper what was paid in a year, and for a worker', async () => {
    const datore = 'BNCLCU58E52D620L';
    const stampa = async (nome: string, ...argomenti: string[]): Promise<string> => {
      const out = join(dati.TRIMESTRE_DATI, nome);
      await json(...argomenti, '--datore', datore, '--out', out);
      return (await testi(readFileSync(out))).map(({ testo }) => testo).join(' ');
    };
    // The demo pays 3/2020 on 8 October 2020: 338,00, of which 84,50 are the worker’s.
    const attestazione = await stampa('attestazione.pdf', 'attestazione', '--anno', '2020');
    expect(attestazione).toMatch(/Attestazione dei contributi pagati nel 2020.*08\/10\/2020.*253,50.*84,50.*338,00/);
    const estratto = await stampa('estratto.pdf', 'estratto', '--lavoratore', 'PPSLNE79P43M149M');
    expect(estratto).toMatch(/Estratto.*rapporto 99109784511.*3\/2020 08\/10\/2020 325 8,67 13 13 338,00/);
  });
});
