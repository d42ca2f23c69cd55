import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { formatGiornoItaliano, type Giorno } from '../../valori/giorno.ts';
import { euroIt } from '../formati.ts';
import type { Persona } from './bollettino-pagato.ts';
import type { Estratto } from './estratto.ts';
import { italiano, quanti } from '../../valori/italiano.ts';
import { ore as testoOre } from '../../contributi/testo.ts';

/** The extract as plain text. */
export function testoEstratto({ lavoratore, righe, anni, avvertenze }: Estratto, oggi: Giorno): string {
  return [
    'ESTRATTO DEI CONTRIBUTI DI LAVORO DOMESTICO',
    `Lavoratore: ${person(lavoratore)}`,
    '',
    ...righe.map((riga) => {
      const { trimestre, datore, codiceRapporto, ore, settimane, retribuzioneOrariaEffettiva, importo } = riga;
      const paga =
        retribuzioneOrariaEffettiva === null
          ? 'paga oraria non indicata'
          : `retribuzione effettiva ${euroIt(retribuzioneOrariaEffettiva)} l’ora`;
      return `${formatTrimestre(trimestre)}, ${person(datore)}, rapporto ${codiceRapporto}: ${testoOre(ore)}, ${quanti(settimane, 'settimana', 'settimane')}${accreditate(riga.settimaneAccreditate)}, ${paga}, ${euroIt(importo)}`;
    }),
    '',
    ...anni.map(
      ({ anno, ore, settimane, settimaneAccreditate, importo }) =>
        `${anno}: ${testoOre(ore)}, ${quanti(settimane, 'settimana', 'settimane')}${accreditate(settimaneAccreditate)}, ${euroIt(importo)}`,
    ),
    '',
    ...avvertenze.map((frase) => `- ${frase}`),
    italiano`Prospetto del ${formatGiornoItaliano(oggi)}.`,
    '',
  ].join('\n');
}

function accreditate(quante: number | null): string {
  return quante === null ? '' : ` (${quante} accreditate)`;
}

function person({ cognome, nome, codiceFiscale }: Persona): string {
  return `${cognome} ${nome} (${codiceFiscale})`;
}
