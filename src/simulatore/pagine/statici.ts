import { readFileSync } from 'node:fs';
import express, { type Router } from 'express';
import { packagePath } from '../../valori/package-root.ts';
import { risorsa } from '../../valori/risorsa.ts';

const UN_GIORNO_MS = 24 * 60 * 60 * 1000;

/** The sheets of `templates/simulatore/stile`, one a concept, in the order in which they override each other. */
const FOGLI = [
  'base',
  'cornice',
  'riquadri',
  'moduli',
  'scelte',
  'tabelle',
  'messaggi',
  '../../comune/albero',
  'schermi-stretti',
  'stampa',
];

/** Our own style sheets as one, and Titillium Web from the kit that the portal uses too. */
export function rotteStatici(): Router {
  const router = express.Router();
  const opzioni = { maxAge: UN_GIORNO_MS, index: false, redirect: false, dotfiles: 'ignore' } as const;
  const stile = FOGLI.map((nome) =>
    readFileSync(packagePath('templates', 'simulatore', 'stile', `${nome}.css`), 'utf8'),
  ).join('\n');
  router.get('/simulatore.css', (_req, res) => {
    res
      .type('css')
      .set('Cache-Control', `public, max-age=${UN_GIORNO_MS / 1000}`)
      .send(stile);
  });
  router.use('/font', express.static(risorsa('kit', 'fonts', 'Titillium_Web'), opzioni));
  router.use('/', express.static(packagePath('templates', 'simulatore', 'statici'), opzioni));
  return router;
}
