import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { formatGiornoItaliano, type Giorno } from '../../valori/giorno.ts';
import { euroIt } from '../formati.ts';
import type { Attestazione } from './attestazione.ts';
import type { Persona } from './bollettino-pagato.ts';
import type { Estratto } from './estratto.ts';
import { italiano, quanti } from '../../valori/italiano.ts';
import { ore as testoOre } from '../../contributi/testo.ts';

/** The statement as plain text, for the terminal and for whoever copies it into a letter. */
export function testoAttestazione(attestazione: Attestazione, oggi: Giorno): string {
  const { datore, anno, criterio, righe, totali, deducibile, avvertenze } = attestazione;
  const quando = criterio === 'anno-di-pagamento' ? italiano`pagati nel ${anno}` : italiano`dei trimestri del ${anno}`;
  return [
    `CONTRIBUTI DI LAVORO DOMESTICO ${quando.toUpperCase()}`,
    `Datore di lavoro: ${person(datore)}`,
    '',
    ...righe.map(
      ({ bollettino, quotaDatore, quotaLavoratore, associazione }) =>
        italiano`${formatTrimestre(bollettino.trimestre)}, ${person(bollettino.lavoratore)}, pagato il ${formatGiornoItaliano(bollettino.pagatoIl)}: ` +
        `${euroIt(bollettino.importo)} (datore ${euroIt(quotaDatore)}, lavoratore ${euroIt(quotaLavoratore)}` +
        `${associazione === 0 ? '' : `, assistenza contrattuale ${euroIt(associazione)}`})`,
    ),
    '',
    `Totale versato: ${euroIt(totali.importo)}. Quota a carico del datore: ${euroIt(totali.quotaDatore)}.`,
    ...(deducibile === null
      ? []
      : [
          `Deducibile nella dichiarazione dei redditi: ${euroIt(deducibile)}${deducibile < totali.quotaDatore ? ', il massimo dell’anno' : ''}.`,
        ]),
    '',
    ...avvertenze.map((frase) => `- ${frase}`),
    italiano`Prospetto del ${formatGiornoItaliano(oggi)}, senza valore di certificazione INPS.`,
    '',
  ].join('\n');
}

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
