import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApplicazione } from '../../applicazione/crea-applicazione.ts';
import { renderAvvisoPdf } from '../../avvisi/avvisi-pdf.ts';
import { loadImpostazioni } from '../../impostazioni/impostazioni.ts';
import { lottoModello } from '../../lotti/modello/lotto-modello.ts';
import { parseTrimestre } from '../../scadenze/trimestre.ts';
import { systemClock } from '../../valori/clock.ts';
import type { Comando } from '../comando.ts';
import { contestoOperatore } from '../operatore.ts';
import { createCommand } from '../programma.ts';
import { writeWholeFile } from '../scrivi-file.ts';

/** The bollettino of the notice: 25 hours a week for 13 weeks of 2026, 325 × 1,24 = 403,00 euro. */
const AVVISO = { datore: 'BNCLCU58E52D620L', rapporto: '99109784511', trimestre: '3/2026' };

/** A quarter with an absence and an hour of overtime, as the manual tells it. */
const TRIMESTRE = `trimestre: 4/2020
condizioni:
  - dal: 01/09/2020
    orario: [0, 6, 6, 6, 6, 6, 0] # ore da domenica a sabato; oppure oreSettimanali: 30
    paga: { tipo: oraria, importo: 8.00 }
assenze:
  - { tipo: malattia, dal: 02/11/2020, al: 13/11/2020 }
straordinari:
  - { giorno: 10/12/2020, ore: 2 }
`;

const FILE = ['rapporti.csv', 'trimestre.yaml', 'avviso.pdf'] as const;

interface OpzioniEsempi {
  readonly cartella: string;
}

/** `trimestre esempi`: the files that the commands of the README speak of, to try them on. */
export function comandoEsempi(): Comando {
  const command = createCommand('esempi')
    .esempio('')
    .option('--cartella <dir>', 'dove scriverli: una cartella che c’è', '.');
  for (const nome of FILE) command.scriveIn(nome, ({ cartella }) => join(cartella as string, nome));
  return command.action(async ({ cartella }: OpzioniEsempi) => {
    await lottoModello({ out: join(cartella, 'rapporti.csv') });
    await writeWholeFile(join(cartella, 'trimestre.yaml'), Buffer.from(TRIMESTRE));
    await writeWholeFile(join(cartella, 'avviso.pdf'), await notice());
  });
}

/** A notice as the portal prints it, of an archive that lives only as long as it takes: the person's own is not touched. */
async function notice(): Promise<Uint8Array> {
  const dati = await mkdtemp(join(tmpdir(), 'trimestre-esempi-'));
  const impostazioni = loadImpostazioni({ TRIMESTRE_DATI: dati });
  const applicazione = await createApplicazione(impostazioni, { clock: systemClock });
  try {
    await applicazione.migrate();
    await applicazione.loadDemo();
    const contesto = await contestoOperatore(applicazione, AVVISO.datore);
    const rapporti = await applicazione.bollettini.rapporti(contesto);
    const rapporto = rapporti.find(({ codice }) => codice === AVVISO.rapporto);
    if (rapporto === undefined) throw new Error('the demo has lost its first rapporto');
    const { emessi } = await applicazione.bollettini.emetti(
      contesto,
      rapporto.id,
      parseTrimestre(AVVISO.trimestre),
      {},
    );
    const [bollettino] = emessi;
    if (bollettino === undefined) throw new Error('the demo’s quarter gives no bollettino');
    return renderAvvisoPdf(await applicazione.bollettini.avviso(contesto, bollettino.id));
  } finally {
    await applicazione.close();
    await rm(dati, { recursive: true, force: true });
  }
}
