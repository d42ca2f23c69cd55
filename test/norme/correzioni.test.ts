import { describe, expect, it } from 'vitest';
import { certezza, euro } from '../../src/norme/campi.ts';
import { applicaCorrezioni } from '../../src/norme/correzioni.ts';
import { norme } from '../../src/norme/norme.ts';
import type { Correzione } from '../../src/norme/schema-anno.ts';
import { parseGiorno } from '../../src/valori/giorno.ts';

const { fasce } = norme().tabella(2020);

function correzione(cella: string, era: string, vale: string): Correzione {
  const annotataIl = parseGiorno('2020-03-01');
  const fonte = { titolo: 'circolare', certezza: certezza.parse('vista') };
  return { annotataIl, cella, era: euro.parse(era), vale: euro.parse(vale), motivo: 'Cifre scambiate.', fonte };
}

describe('applicaCorrezioni', () => {
  it('changes nothing and notes nothing without corrections', () => {
    expect(applicaCorrezioni(fasce, [])).toEqual({ fasce, note: [] });
  });

  it('corrects cells of each kind, each in its band, and says so in their order', () => {
    const [prima, seconda, terza, quarta] = fasce;
    const corrette = applicaCorrezioni(fasce, [
      correzione('fasce.1.finoA', '8.10', '8.11'),
      correzione('fasce.3.contributo.senzaCuaf', '1.98', '1.99'),
      correzione('fasce.4.tempoDeterminato.conCuaf', '1.12', '1.13'),
      correzione('fasce.4.quotaLavoratore', '0.26', '0.27'),
    ]);
    expect(corrette).toEqual({
      fasce: [
        { ...prima, finoA: 811 },
        seconda,
        { ...terza, contributo: { conCuaf: 197, senzaCuaf: 199 } },
        { ...quarta, tempoDeterminato: { conCuaf: 113, senzaCuaf: 112 }, quotaLavoratore: 27 },
      ],
      note: [
        'Corretto il 2020-03-01: fasce.1.finoA da 8.10 a 8.11. Cifre scambiate. (circolare)',
        'Corretto il 2020-03-01: fasce.3.contributo.senzaCuaf da 1.98 a 1.99. Cifre scambiate. (circolare)',
        'Corretto il 2020-03-01: fasce.4.tempoDeterminato.conCuaf da 1.12 a 1.13. Cifre scambiate. (circolare)',
        'Corretto il 2020-03-01: fasce.4.quotaLavoratore da 0.26 a 0.27. Cifre scambiate. (circolare)',
      ],
    });
    expect(quarta.quotaLavoratore).toBe(26);
  });

  it('takes a cell corrected twice as the first correction left it', () => {
    const due = [
      correzione('fasce.2.convenzionale', '8.10', '8.20'),
      correzione('fasce.2.convenzionale', '8.20', '8.30'),
    ];
    expect(applicaCorrezioni(fasce, due)).toMatchObject({ fasce: [{}, { convenzionale: 830 }, {}, {}] });
  });

  it('refuses a correction of a figure that is another', () => {
    const buona = correzione('fasce.1.finoA', '8.10', '8.11');
    expect(applicaCorrezioni(fasce, [buona, correzione('fasce.4.contributo.conCuaf', '1.40', '1.04')])).toEqual({
      chiave: 'correzioni.1.era',
      motivo: '1.40, ma la cella vale 1.04',
    });
  });

  it.each([
    ['a limit that the band has not', 2020, 'fasce.4.finoA'],
    ['a group that the year has not', 2012, 'fasce.1.tempoDeterminato.conCuaf'],
  ])('refuses a correction of %s', (_nome, anno, cella) => {
    expect(applicaCorrezioni(norme().tabella(anno).fasce, [correzione(cella, '1.40', '1.04')])).toEqual({
      chiave: 'correzioni.0.era',
      motivo: '1.40, ma la cella non c’è',
    });
  });
});
