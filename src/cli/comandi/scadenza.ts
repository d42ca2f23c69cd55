import type { Command } from 'commander';
import { scadenzaToJson } from '../../contributi/json.ts';
import { norme } from '../../norme/norme.ts';
import { scadenza as calcolaScadenza } from '../../scadenze/scadenza.ts';
import { parseTerritorio, territoriDi } from '../../scadenze/territori.ts';
import { parseTrimestre } from '../../scadenze/trimestre.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { createCommand, withJson } from '../programma.ts';
import { withTerritorio } from '../territorio.ts';
import { printJson, printLines } from '../uscita.ts';
import { italiano } from '../../valori/italiano.ts';

/** `trimestre scadenza 4/2020`: the payment window and why its last day is that one. */
export function comandoScadenza(): Command {
  const command = createCommand('scadenza')
    .argument('<n/aaaa>', 'il trimestre')
    .esempio('4/2020', '1/2026 --territorio ciclone-harry-2026');
  return withJson(withTerritorio(command)).action((testo: string, opzioni: { territorio?: string; json?: boolean }) => {
    const { territorio } = opzioni;
    const territori = territoriDi(territorio === undefined ? undefined : parseTerritorio(territorio));
    const scadenza = calcolaScadenza(parseTrimestre(testo), norme(), territori);
    if (opzioni.json) return printJson(scadenzaToJson(scadenza));
    printLines([
      italiano`Si paga dal ${formatGiornoItaliano(scadenza.apertura)} al ${formatGiornoItaliano(scadenza.scadenza)}.`,
      ...(scadenza.motivo === null ? [] : [scadenza.motivo]),
      ...(scadenza.giornoSicuro === undefined
        ? []
        : [`Giorno sicuro, perché le fonti non concordano: ${formatGiornoItaliano(scadenza.giornoSicuro)}.`]),
      ...(territori.length === 0 ? [] : scadenza.avvertenze),
    ]);
  });
}
