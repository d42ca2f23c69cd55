import { describe, expect, it } from 'vitest';
import { schemaAssenze } from '../../src/norme/assenze.ts';
import { schemaAssociazioni } from '../../src/norme/associazioni.ts';
import { schemaChiPaga } from '../../src/norme/chi-paga.ts';
import { leggiNorma } from '../../src/norme/lettura.ts';
import { schemaMinimi } from '../../src/norme/minimi.ts';
import { schemaScadenze } from '../../src/norme/regole-scadenze.ts';
import { schemaRetribuzioneAnnua } from '../../src/norme/retribuzione-annua.ts';
import { schemaSanzioni } from '../../src/norme/sanzioni.ts';
import { schemaAnno } from '../../src/norme/schema-anno.ts';
import { schemaSgravi } from '../../src/norme/sgravi.ts';
import { cartellaVuota, guasta, rifiuto } from './copia-norme.ts';

const SCHEMI = {
  'assenze.yaml': schemaAssenze,
  'associazioni.yaml': schemaAssociazioni,
  'chi-paga.yaml': schemaChiPaga,
  'minimi.yaml': schemaMinimi,
  'sanzioni.yaml': schemaSanzioni,
  'scadenze.yaml': schemaScadenze,
  'sgravi.yaml': schemaSgravi,
  'tfr.yaml': schemaRetribuzioneAnnua,
  'anni/2020.yaml': schemaAnno,
} as const;
type File = keyof typeof SCHEMI;

const CELLA = 'serve una cella come fasce.2.contributo.conCuaf';
const QUANDO = 'serve o mese e giorno, o giorniDopoPasqua';
const VOCI = 'il numero di voci non è quello atteso';
const EPIFANIA = "{ nome: 'Epifania', mese: '1', giorno: '6', dal: 2001-01-01 }";
const festa = (quando: string): string => EPIFANIA.replace("mese: '1', giorno: '6', ", quando);

describe('the schema of a rule file refuses', () => {
  it.each<[string, File, string, string, string, string]>([
    ['a holiday without its day', 'scadenze.yaml', EPIFANIA, festa("mese: '1', "), 'festivita.1', QUANDO],
    ['a holiday without its month', 'scadenze.yaml', EPIFANIA, festa("giorno: '6', "), 'festivita.1', QUANDO],
    ['a holiday of no day at all', 'scadenze.yaml', EPIFANIA, festa(''), 'festivita.1', QUANDO],
    [
      'a holiday counted from Easter and of a month',
      'scadenze.yaml',
      EPIFANIA,
      festa("mese: '1', giorniDopoPasqua: '1', "),
      'festivita.1',
      QUANDO,
    ],
    [
      'a holiday counted from Easter and of a day',
      'scadenze.yaml',
      EPIFANIA,
      festa("giorno: '6', giorniDopoPasqua: '1', "),
      'festivita.1',
      QUANDO,
    ],
    [
      'sources that disagree without a warning',
      'scadenze.yaml',
      "discordi: 'false'",
      "discordi: 'true'",
      'sabato.0',
      'se le fonti discordano serve l’avvertenza',
    ],
    [
      'an absence paid in a way that is none',
      'assenze.yaml',
      'pagate: nessuna',
      'pagate: meta',
      'tipi.5.pagate',
      'non è uno dei casi previsti',
    ],
    [
      'days of an absence that has none',
      'assenze.yaml',
      "'Ferie', pagate: tutte",
      "'Ferie', pagate: tutte, giorni: '3'",
      'tipi.0.giorni',
      'chiave sconosciuta',
    ],
    ['an absence paid for days not told', 'assenze.yaml', ", giorni: '3'", '', 'tipi.4.giorni', 'manca'],
    [
      'an absence paid for more than a year',
      'assenze.yaml',
      "giorni: '3'",
      "giorni: '366'",
      'tipi.4.giorni',
      'serve un numero intero da 1 a 365',
    ],
    [
      'an example of a fund that is none',
      'associazioni.yaml',
      "codice: E1, ore: '100'",
      "codice: E2, ore: '100'",
      'esempi.2.codice',
      'serve F2 oppure E1',
    ],
    [
      'a form of pay that is none',
      'minimi.yaml',
      'presenza-notturna:',
      'notturna:',
      'minimi.0.importi.notturna',
      'chiave sconosciuta',
    ],
    [
      'a level that is none',
      'minimi.yaml',
      "{ A: '595.36'",
      "{ Z: '595.36'",
      'minimi.7.importi.convivente.Z',
      'chiave sconosciuta',
    ],
    [
      'an example of no known sum',
      'tfr.yaml',
      'calcolo: tfr',
      'calcolo: ferie',
      'esempi.1.calcolo',
      'non è uno dei casi previsti',
    ],
    [
      'an example with the data of another',
      'tfr.yaml',
      '{ annua:',
      '{ mensile:',
      'esempi.1.dati.mensile',
      'chiave sconosciuta',
    ],
    ['a band too many', 'anni/2020.yaml', '# Valore', '  - {}\n# Valore', 'fasce', VOCI],
    [
      'a cell with something before it',
      'anni/2020.yaml',
      'anno: 2020',
      'anno: 2020\ncelleCalcolate: [le fasce.1.convenzionale]',
      'celleCalcolate.0',
      CELLA,
    ],
    [
      'a cell with something after it',
      'anni/2020.yaml',
      'anno: 2020',
      'anno: 2020\ncelleCalcolate: [fasce.1.convenzionale.conCuaf]',
      'celleCalcolate.0',
      CELLA,
    ],
    [
      'a correction of a cell that is none',
      'anni/2020.yaml',
      'anno: 2020',
      'anno: 2020\nscostamenti: [{ cella: fasce.1.contributo, motivo: prova }]',
      'scostamenti.0.cella',
      CELLA,
    ],
  ])('%s', (_nome, file, da, a, campo, motivo) => {
    const dir = cartellaVuota();
    guasta(dir, file, da, a);
    expect(rifiuto(() => leggiNorma(dir, file, SCHEMI[file]))).toEqual({
      file,
      campo,
      frase: `rules/${file}, chiave «${campo}»: ${motivo}.`,
    });
  });
});
