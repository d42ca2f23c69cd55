import type { Command } from 'commander';
import { scadenzaToJson } from '../../contributi/json.ts';
import { norme } from '../../norme/norme.ts';
import { scadenza as calcolaScadenza } from '../../scadenze/scadenza.ts';
import { parseTrimestre } from '../../scadenze/trimestre.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { createCommand, withJson } from '../programma.ts';
import { printJson, printLines } from '../uscita.ts';
import { italiano } from '../../valori/italiano.ts';

/** `trimestre scadenza 4/2020`: the payment window and why its last day is that one. */
export function comandoScadenza(): Command {
  const command = createCommand('scadenza').argument('<n/aaaa>', 'il trimestre').esempio('4/2020');
  return withJson(command).action((testo: string, opzioni: { json?: boolean }) => {
    const scadenza = calcolaScadenza(parseTrimestre(testo), norme());
    if (opzioni.json) return printJson(scadenzaToJson(scadenza));
    printLines([
      italiano`Si paga dal ${formatGiornoItaliano(scadenza.apertura)} al ${formatGiornoItaliano(scadenza.scadenza)}.`,
      ...(scadenza.motivo === null ? [] : [scadenza.motivo]),
      ...(scadenza.giornoSicuro === undefined
        ? []
        : [`Giorno sicuro, perché le fonti non concordano: ${formatGiornoItaliano(scadenza.giornoSicuro)}.`]),
    ]);
  });
}
