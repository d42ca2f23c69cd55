import { readFileSync } from 'node:fs';
import { packagePath } from '../../valori/package-root.ts';

/** The sheets of `templates/portale/stile`, one a concept, in the order in which they override each other. */
const FOGLI = [
  ...[
    'base',
    'cornice',
    'schede',
    'riquadri',
    'messaggi',
    'tabelle',
    'passi',
    'da-fare',
    'lotti',
    'strumenti',
    'norme',
    'moduli',
    'spid',
    'pratica',
    'lavoratore',
    'messaggi-ricevuti',
  ],
  '../../comune/albero',
  ...['manuale', 'schermi-stretti', 'stampa'],
];

/** The pages' own style, as one sheet to be read after the kit's. */
export function foglioDiStile(): string {
  return FOGLI.map((nome) => readFileSync(packagePath('templates', 'portale', 'stile', `${nome}.css`), 'utf8')).join(
    '\n',
  );
}
