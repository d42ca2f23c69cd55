import type { DatiProspetto, SezioneProspetto } from '../avvisi/prospetto-pdf.ts';
import { formatTable } from './uscita.ts';

/** A statement for the terminal: the sections that page and paper have, line by line. */
export function prospettoInTesto({ titolo, sottotitolo, sezioni, simulazione }: DatiProspetto): string[] {
  return [
    titolo.toUpperCase(),
    sottotitolo,
    ...(simulazione === undefined ? [] : [`FAC-SIMILE. ${simulazione}`]),
    ...sezioni.flatMap(sectionLines),
  ];
}

function sectionLines({ titolo, testo, voci = [], tabella }: SezioneProspetto): string[] {
  if (testo !== undefined) return [`- ${testo}`];
  const larghezza = Math.max(0, ...voci.map(({ etichetta }) => etichetta.length + 1));
  return [
    '',
    ...(titolo === undefined ? [] : [titolo]),
    ...voci.map(({ etichetta, valore }) => `${`${etichetta}:`.padEnd(larghezza)} ${plain(valore)}`),
    ...(tabella === undefined
      ? []
      : formatTable(
          tabella.colonne.map((colonna) => colonna.titolo),
          [...tabella.righe, ...(tabella.totali === undefined ? [] : [tabella.totali])].map((riga) => riga.map(plain)),
        )),
    '',
  ];
}

/** Page and paper keep an amount beside its sign with a space that does not break; a terminal and its pipes do not know it. */
function plain(testo: string): string {
  return testo.replaceAll('\u00a0', ' ');
}
