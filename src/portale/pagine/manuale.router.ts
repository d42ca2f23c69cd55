import { Router } from 'express';
import { NonTrovato } from '../../valori/errore-dati.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { type Capitolo, loadManuale } from '../manuale.ts';
import { percorsi } from '../percorsi.ts';
import { renderAperta, renderScheda } from './pagina.ts';

/** Chapters on what only the portal that issues and pays has. */
const SOLO_DEL_SERVIZIO: ReadonlySet<string> = new Set([
  'cominciare',
  'bollettini',
  'pagare-online',
  'avviso-su-carta',
  'dopo-il-pagamento',
  'per-chi-programma',
  'file-di-rapporti',
]);

/** The tab *Manuale*: open to everybody, under the tabs for who has come in. */
export function manualeRouter(dip: Dipendenze): Router {
  const router = Router();
  const { usoReale } = dip.app.impostazioni;
  const capitoli = usoReale ? forAFamily(loadManuale(undefined, SOLO_DEL_SERVIZIO)) : loadManuale();
  router.get([percorsi.manuale, `${percorsi.manuale}/:capitolo`], async (req, res) => {
    const nome = req.params['capitolo'] ?? capitoli[0]?.nome;
    const capitolo = capitoli.find((uno) => uno.nome === nome);
    if (capitolo === undefined) throw new NonTrovato('Capitolo del manuale');
    const titolo = `${capitolo.titolo} – Manuale`;
    const dati = { capitoli, capitolo };
    if (req.session.accesso !== undefined) {
      await renderScheda(dip, { req, res }, { nome: 'manuale', modello: 'manuale', titolo }, dati);
      return;
    }
    const briciole = [
      { testo: 'Home', href: percorsi.home },
      { testo: 'Manuale', href: '' },
    ];
    renderAperta(req, res, 'manuale', titolo, { ...dati, briciole });
  });
  return router;
}

/** How it is used comes first. */
function forAFamily(capitoli: readonly Capitolo[]): readonly Capitolo[] {
  const isFirst = ({ nome }: Capitolo) => nome === 'uso-reale';
  return [...capitoli.filter(isFirst), ...capitoli.filter((uno) => !isFirst(uno))];
}
