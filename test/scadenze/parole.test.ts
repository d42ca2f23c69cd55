import { describe, expect, it } from 'vitest';
import type { Norme } from '../../src/norme/norme.ts';
import { norme } from '../../src/norme/norme.ts';
import { type Scadenza, scadenza, scadenzaCessazione } from '../../src/scadenze/scadenza.ts';
import { slitta } from '../../src/scadenze/slittamento.ts';
import { parseTrimestre } from '../../src/scadenze/trimestre.ts';
import type { ErroreDati } from '../../src/valori/errore-dati.ts';
import type { Giorno } from '../../src/valori/giorno.ts';

/** What a person reads of a due date, one line a step: `what: how = result [source]`. */
function parole({ passi, avvertenze }: Scadenza): string[] {
  return [
    ...passi.map(
      ({ etichetta, formula, risultato, fonte }) => `${etichetta}: ${formula} = ${risultato} [${fonte.titolo}]`,
    ),
    ...avvertenze,
  ];
}

const di = (trimestre: string, territori?: string[]) => parole(scadenza(parseTrimestre(trimestre), norme(), territori));
const dopo = (fine: string, territori?: string[]) => parole(scadenzaCessazione(fine as Giorno, norme(), territori));

const FINESTRA =
  '[DPR 1403/1971, art. 8: entro il decimo giorno dalla fine del trimestre; INPS: pagamento dal 1° al 10 di aprile, luglio, ottobre e gennaio]';
const RIPOSO = 'INPS: se il termine cade di domenica o in un giorno festivo, vale il primo giorno lavorativo';
const FINE = '[DPR 1403/1971, art. 8: se il rapporto cessa nel trimestre, entro dieci giorni dalla cessazione]';
const SLITTA_FINE =
  'Che il decimo giorno dopo la cessazione slitti se festivo non è scritto: si applica la stessa regola delle altre scadenze.';

describe('the words of a due date', () => {
  it('that stays where the law writes it', () => {
    expect(di('2/2020')).toEqual([
      `Finestra di pagamento: trimestre 2/2020: dal 01/07/2020 al 10/07/2020 = 10/07/2020 ${FINESTRA}`,
    ]);
  });

  it('on a Sunday, after the year’s end', () => {
    expect(di('4/2020')).toEqual([
      `Finestra di pagamento: trimestre 4/2020: dal 01/01/2021 al 10/01/2021 = 10/01/2021 ${FINESTRA}`,
      `Termine che cade in un giorno non lavorativo: 10/01/2021 è domenica = 11/01/2021 [${RIPOSO}]`,
    ]);
  });

  it('on a Saturday: each source with its own, the safe day said', () => {
    const [, sabato, domenica, avvertenza] = di('3/2020');
    expect(sabato).toMatch(
      /^Termine che cade in un giorno non lavorativo: 10\/10\/2020 è sabato = 11\/10\/2020 \[CAF ACLI .*: 12\/10\/2020; scadenzefiscali\.it: .*; in senso contrario: Assindatcolf/,
    );
    expect(domenica).toBe(
      `Termine che cade in un giorno non lavorativo: 11/10/2020 è domenica = 12/10/2020 [${RIPOSO}]`,
    );
    expect(avvertenza).toMatch(/^Le fonti non concordano .* Il giorno sicuro è sabato 10\/10\/2020\.$/);
  });

  it('on a holiday of the law of 1949, and on one of a law of its own', () => {
    expect(di('1/2023')[1]).toBe(
      `Termine che cade in un giorno non lavorativo: 10/04/2023 è festa (Lunedì dell’Angelo) = 11/04/2023 [${RIPOSO}; legge 260/1949, art. 2]`,
    );
    expect(dopo('2026-09-24')).toEqual([
      `Termine dopo la cessazione: 24/09/2026 + 10 giorni = 04/10/2026 ${FINE}`,
      `Termine che cade in un giorno non lavorativo: 04/10/2026 è festa (San Francesco d’Assisi) = 05/10/2026 [${RIPOSO}; legge 151/2025, in vigore dal 1/1/2026]`,
      SLITTA_FINE,
    ]);
  });

  it('suspended for everybody', () => {
    const { passi, motivo } = scadenza(parseTrimestre('1/2020'), norme());
    expect(passi[1]).toMatchObject({
      etichetta: 'Sospensione COVID-19',
      formula: '10/04/2020, termine sospeso',
      risultato: '10/06/2020',
      fonte: { titolo: 'DL 18/2020, art. 37', certezza: 'vista' },
    });
    expect(motivo).toBe('Sospensione COVID-19: DL 18/2020, art. 37');
  });

  it('suspended where the flood was, up to a Sunday', () => {
    const { passi, motivo } = scadenza(parseTrimestre('2/2023'), norme(), ['alluvione-maggio-2023']);
    expect(passi.map(({ formula, risultato }) => `${formula} = ${risultato}`)).toEqual([
      'trimestre 2/2023: dal 01/07/2023 al 10/07/2023 = 10/07/2023',
      '10/07/2023, termine sospeso = 10/12/2023',
      '10/12/2023 è domenica = 11/12/2023',
    ]);
    expect(motivo).toMatch(/^Alluvione .*: circolare INPS n\. 67\/2023; DL 132\/2023 .*; 10\/12\/2023: domenica$/);
  });
});

describe('a suspension', () => {
  const nuovo = (legale: string): string => slitta(legale as Giorno, norme()).giorno;

  it('holds from its first day to its last, both included', () => {
    // COVID-19: due from 23 February to 31 May 2020, both of them Sundays.
    expect(['2020-02-21', '2020-02-23', '2020-05-31', '2020-06-01'].map(nuovo)).toEqual([
      '2020-02-21',
      '2020-06-10',
      '2020-06-10',
      '2020-06-01',
    ]);
  });

  it('is told with the move, and only then', () => {
    expect(slitta('2020-03-10' as Giorno, norme()).sospensione?.id).toBe('covid-2020');
    expect(slitta('2021-03-10' as Giorno, norme()).sospensione).toBeUndefined();
  });
});

describe('rules that do not reach a day', () => {
  const senzaSabati: Norme = { ...norme(), scadenze: { ...norme().scadenze, sabato: [] } };

  it('leave a Saturday alone, without a safe day', () => {
    expect(scadenza(parseTrimestre('3/2020'), senzaSabati)).toMatchObject({ scadenza: '2020-10-10', avvertenze: [] });
  });

  it('of windows are an error of the quarter', () => {
    const senza: Norme = { ...norme(), scadenze: { ...norme().scadenze, finestre: [] } };
    expect(() => scadenza(parseTrimestre('3/2020'), senza)).toThrow(
      expect.objectContaining({
        codice: 'trimestre-non-valido',
        campo: 'trimestre',
      } satisfies Partial<ErroreDati>) as Error,
    );
  });
});
