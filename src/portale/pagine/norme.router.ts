import { Router } from 'express';
import { norme } from '../../norme/norme.ts';
import { NonTrovato } from '../../valori/errore-dati.ts';
import { percorsi } from '../percorsi.ts';
import { elencoNorme } from '../viste/norme/elenco.ts';
import { contaIncertezze } from '../viste/norme/regola.ts';
import { righeTabella } from '../viste/norme/tabella.ts';
import { renderAperta } from './pagina.ts';

/** The section *Norme*: every table and rule that the calculations use, with validity, source and last check. */
export function normeRouter(): Router {
  const router = Router();
  const elenco = elencoNorme();
  const briciole = (ultima: string) => [
    { testo: 'Home', href: percorsi.home },
    { testo: 'Norme', href: percorsi.norme },
    { testo: ultima, href: '' },
  ];

  router.get(percorsi.norme, (req, res) => {
    renderAperta(req, res, 'norme', 'Norme', {
      norme: elenco.map((norma) => ({ ...norma, ...contaIncertezze(norma) })),
      tabelle: norme()
        .anni.toReversed()
        .map((anno) => norme().tabella(anno)),
    });
  });

  router.get(percorsi.tabella(':anno'), (req, res) => {
    const anno = Number(req.params['anno']);
    if (!norme().anni.includes(anno)) throw new NonTrovato('Tabella');
    const tabella = norme().tabella(anno);
    renderAperta(req, res, 'tabella', `Tabella dei contributi ${anno}`, {
      briciole: briciole(`Tabella ${anno}`),
      tabella,
      righe: righeTabella(tabella),
      aliquote: tabella.aliquote ?? null,
      vittoAlloggio: tabella.vittoAlloggio ?? null,
      circolare: tabella.circolare ?? null,
      precedente: norme().anni.includes(anno - 1) ? anno - 1 : null,
      successivo: norme().anni.includes(anno + 1) ? anno + 1 : null,
    });
  });

  router.get(percorsi.norma(':nome'), (req, res) => {
    const norma = elenco.find(({ nome }) => nome === req.params['nome']);
    if (norma === undefined) throw new NonTrovato('Norma');
    renderAperta(req, res, 'norma', norma.titolo, { briciole: briciole(norma.titolo), norma });
  });
  return router;
}
