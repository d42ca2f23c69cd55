import { Router } from 'express';
import { NonTrovato } from '../../valori/errore-dati.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { loadManuale } from '../manuale.ts';
import { percorsi } from '../percorsi.ts';
import { renderAperta, renderScheda } from './pagina.ts';

/** The tab *Manuale*: open to everybody, under the tabs for who has come in. */
export function manualeRouter(dip: Dipendenze): Router {
  const router = Router();
  const capitoli = loadManuale();
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
