import { accessSync, constants } from 'node:fs';
import type { Command } from 'commander';
import { cartellaMetadati } from '../../identita/cartella-metadati.ts';
import { type Impostazioni, loadImpostazioni } from '../../impostazioni/impostazioni.ts';
import { loadSegreti } from '../../impostazioni/segreti.ts';
import { EXIT_BAD_INPUT, EXIT_UNFORESEEN } from '../esci.ts';
import { EXIT_INTERRUPTED, SEGNALI_DI_FERMATA, untilStopped } from '../fermata.ts';
import { type Figlio, startFiglio, type UscitaFiglio } from '../figli.ts';
import { createCommand } from '../programma.ts';
import { printLines } from '../uscita.ts';
import { conVariabili } from '../variabili-in-aiuto.ts';
import { cartellaIdentita } from './cartella-identita.ts';

/** Why the processes end: one of them by itself, or because a person or a signal asked, or asked twice. */
type Fine = 'da-solo' | 'chiesta' | 'subito';

/** `trimestre avvia`: portal, simulated node and simulated identity providers as processes that live and stop together. */
export function comandoAvvia(): Command {
  return conVariabili(createCommand('avvia'), [
    'TRIMESTRE_PORTA',
    'TRIMESTRE_PORTA_SIMULATORE',
    'TRIMESTRE_PORTA_IDENTITA',
    'TRIMESTRE_HOST',
    'TRIMESTRE_URL',
    'TRIMESTRE_URL_NODO',
    'TRIMESTRE_URL_IDENTITA',
    'TRIMESTRE_SPID_FORNITORI',
    'TRIMESTRE_DATI',
    'DATABASE_URL',
    'TRIMESTRE_DEMO',
  ])
    .esempio('')
    .action(avvia);
}

async function avvia(): Promise<void> {
  const impostazioni = loadImpostazioni(process.env);
  checkGround(impostazioni);
  let fine: Fine = 'da-solo';
  const figli: Figlio[] = [];
  const fermata = untilStopped(() => {
    fine = 'subito';
    for (const figlio of figli) figlio.kill();
  }).then(() => {
    fine = 'chiesta';
  });
  const primo = await Promise.race([fermata, startAll(figli, impostazioni)]);
  for (const figlio of figli) figlio.stop();
  const uscite = await Promise.all(figli.map(({ uscita }) => uscita));
  process.exitCode = exitCode(primo === undefined ? uscite : [primo, ...uscite], fine);
}

/**
 * The simulated ones first, the portal once they answer: it reads the metadata that the identity providers write. Those of
 * others (TRIMESTRE_SPID_FORNITORI) take their place.
 * @param figli gets the processes as they start
 * @returns the first that ends
 */
async function startAll(figli: Figlio[], impostazioni: Impostazioni): Promise<UscitaFiglio> {
  const start = (...figlio: Parameters<typeof startFiglio>): Figlio => {
    const avviato = startFiglio(...figlio);
    figli.push(avviato);
    return avviato;
  };
  const ended = (): Promise<UscitaFiglio> => Promise.race(figli.map(({ uscita }) => uscita));
  const simulato = impostazioni.spid.fornitori === undefined;
  const primi = [
    start(['simulatore', '--senza-esempi'], 'il nodo simulato'),
    ...(simulato ? [start(['identita'], 'il gestore di identità simulato')] : []),
  ];
  const caduto = await Promise.race([ended(), Promise.all(primi.map(({ pronto }) => pronto)).then(() => undefined)]);
  if (caduto !== undefined) return caduto;
  const metadati = cartellaMetadati(cartellaIdentita(impostazioni));
  const portale = start(['serve'], 'il portale', simulato ? { TRIMESTRE_SPID_FORNITORI: metadati } : {});
  void portale.pronto.then(() => printLines(welcome(impostazioni)));
  return ended();
}

/** What every process would complain of is said once, before they start. */
function checkGround(impostazioni: Impostazioni): void {
  loadSegreti(impostazioni);
  accessSync(impostazioni.cartellaDati, constants.R_OK | constants.W_OK | constants.X_OK);
}

function welcome({ urlPortale, urlNodo, urlIdentita, spid }: Impostazioni): string[] {
  return [
    '',
    `  Trimestre è pronto.  Portale:  ${urlPortale}`,
    `                       Nodo pagoPA simulato:  ${urlNodo}`,
    ...(spid.fornitori === undefined ? [`                       Gestori SPID simulati:  ${urlIdentita}`] : []),
    '  Tutto è simulato: nessun pagamento è vero. Per fermare: Ctrl-C.',
    '',
  ];
}

/** A signal that asks to stop ends a process by itself only before it has opened anything, or after it has closed all. */
function stoppedCleanly({ codice, motivo }: UscitaFiglio): boolean {
  return codice === 0 || (SEGNALI_DI_FERMATA as readonly string[]).includes(motivo);
}

/**
 * 0 only when both were asked to stop and did. Who had bad input or found the ground missing has said so already.
 * @param uscite the first to end stands first
 */
function exitCode(uscite: readonly UscitaFiglio[], fine: Fine): number {
  if (fine === 'subito') return EXIT_INTERRUPTED;
  if (uscite.some(({ codice }) => codice === EXIT_BAD_INPUT)) return EXIT_BAD_INPUT;
  const caduto = uscite.find((uscita) => fine === 'da-solo' || !stoppedCleanly(uscita));
  if (caduto === undefined) return 0;
  console.error(
    `trimestre: ${caduto.nome} si è fermato da solo (${caduto.motivo}): anche il resto è stato fermato; riavviare con «trimestre avvia».`,
  );
  return EXIT_UNFORESEEN;
}
