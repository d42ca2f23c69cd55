import { VARIABILI } from '../impostazioni/variabili.ts';
import type { Comando } from './comando.ts';

/** What whoever starts the servers may want to change; all the others are in the README. */
const DETTE = {
  TRIMESTRE_PORTA: 'porta del portale',
  TRIMESTRE_PORTA_SIMULATORE: 'porta del nodo pagoPA simulato',
  TRIMESTRE_PORTA_IDENTITA: 'porta dei gestori di identità (SPID) simulati',
  TRIMESTRE_HOST: 'indirizzo su cui si ascolta',
  TRIMESTRE_URL: 'indirizzo pubblico del portale; altrimenti http://localhost e la sua porta',
  TRIMESTRE_URL_NODO: 'indirizzo del nodo; altrimenti http://localhost e la sua porta',
  TRIMESTRE_URL_IDENTITA: 'indirizzo dei gestori simulati; altrimenti http://localhost e la loro porta',
  TRIMESTRE_SPID_FORNITORI:
    'metadati dei gestori SPID accettati (file .xml o cartella); «avvia» senza questi usa quelli simulati',
  TRIMESTRE_DATI: 'cartella dei dati',
  DATABASE_URL: 'postgres://… oppure sqlite:file; altrimenti trimestre.sqlite nella cartella dei dati',
  TRIMESTRE_DEMO: 'si oppure no: carica i dati di prova in un archivio vuoto',
} as const satisfies Partial<Record<keyof typeof VARIABILI, string>>;

/** Adds to a command's help the environment variables that it obeys, with their defaults. */
export function conVariabili(command: Comando, nomi: readonly (keyof typeof DETTE)[]): Comando {
  const larghezza = Math.max(...nomi.map((nome) => nome.length));
  const righe = nomi.map((nome) => {
    const { predefinito } = VARIABILI[nome];
    return `  ${nome.padEnd(larghezza)}  ${DETTE[nome]}${predefinito === undefined ? '' : ` (se non si dice: ${predefinito})`}`;
  });
  return command.addHelpText('after', ['', 'Variabili d’ambiente (tutte nel README):', ...righe].join('\n'));
}
