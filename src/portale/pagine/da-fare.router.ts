import { Router } from 'express';
import { z } from 'zod';
import { visibilitaDi } from '../../accesso/visibilita.ts';
import type { Contesto } from '../../accesso/contesto.ts';
import { norme } from '../../norme/norme.ts';
import { formatGiornoItaliano, type Giorno, giornoInItalia, partiDelGiorno } from '../../valori/giorno.ts';
import { italiano } from '../../valori/italiano.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { contestoDi, requireAccess } from '../http/access.ts';
import { percorsi } from '../percorsi.ts';
import { permessiDi } from '../permessi.ts';
import { situazioniDi } from '../prospetti.ts';
import { azioniDi } from '../viste/da-fare/azioni.ts';
import { azioniReali } from '../viste/da-fare/azioni-reali.ts';
import { coseDaFare } from '../viste/da-fare/adesso.ts';
import { graficoDi } from '../viste/da-fare/grafico.ts';
import { toVistaTrimestre } from '../viste/da-fare/righe.ts';
import type { Momento, Situazione } from '../viste/da-fare/situazione.ts';
import { trimestreDiOggi } from '../viste/periodi.ts';
import { renderScheda, takeMessaggio } from './pagina.ts';

const domanda = z.object({
  anno: z
    .string()
    .regex(/^\d{4}$/)
    .transform(Number)
    .optional(),
});

/** The first page of who comes in: what there is to do now, and each worker's year. */
export function daFareRouter(dip: Dipendenze): Router {
  const router = Router();
  router.get(percorsi.daFare, requireAccess, async (req, res) => {
    const contesto = contestoDi(req);
    const oggi = giornoInItalia(dip.app.clock.now());
    const corrente = partiDelGiorno(oggi).anno;
    const anno = domanda.parse(req.query).anno ?? trimestreDiOggi(oggi, norme().anni).anno;
    const [situazioni, momento] = await Promise.all([
      situazioniDelDatore(dip, contesto, corrente),
      momentoDi(dip, contesto, oggi),
    ]);
    const scheda = { nome: 'da-fare', modello: 'da-fare', titolo: 'Che cosa devo fare ora' } as const;
    await renderScheda(dip, { req, res }, scheda, {
      avviso: takeMessaggio(req),
      cose: coseDaFare(situazioni, momento),
      prossima: prossimaScadenza(situazioni),
      anno,
      anni: anniDi(situazioni, corrente),
      rapporti: situazioni.map((situazione) => ({
        codice: situazione.rapporto.codice,
        lavoratore: situazione.lavoratore,
        righe: situazione.righe
          .filter(({ trimestre }) => trimestre.anno === anno)
          .map((riga) => toVistaTrimestre(riga, situazione, momento)),
      })),
      grafico: graficoDi(situazioni, anno),
    });
  });
  return router;
}

async function situazioniDelDatore(dip: Dipendenze, contesto: Contesto, anno: number): Promise<readonly Situazione[]> {
  const visibile = visibilitaDi(contesto);
  return (await situazioniDi(dip.app, contesto, { anno, numero: 4 })).map(({ rapporto, prospetto }) => ({
    rapporto,
    lavoratore: `${visibile.nome(rapporto.lavoratore.nome)} ${visibile.nome(rapporto.lavoratore.cognome)}`,
    righe: prospetto.righe,
  }));
}

async function momentoDi(dip: Dipendenze, contesto: Contesto, oggi: Giorno): Promise<Momento> {
  const effettuati = await dip.app.pagamenti.effettuati(contesto);
  const conRicevuta = effettuati.filter(({ ricevuta }) => ricevuta !== undefined);
  const ricevute = new Map(conRicevuta.map(({ bollettino, tentativo }) => [bollettino.id, tentativo.id]));
  return {
    oggi,
    ricevute,
    azioni: dip.app.impostazioni.usoReale ? azioniReali : azioniDi,
    permessi: permessiDi(contesto),
  };
}

/** From the first hiring to this year, the latest first. */
function anniDi(situazioni: readonly Situazione[], corrente: number) {
  const primo = Math.min(
    corrente,
    ...situazioni.flatMap(({ righe }) => righe.slice(0, 1).map((r) => r.trimestre.anno)),
  );
  return Array.from({ length: corrente - primo + 1 }, (_, i) => String(corrente - i)).map((valore) => ({
    valore,
    testo: valore,
  }));
}

/** For who has nothing to do: when there will be. */
function prossimaScadenza(situazioni: readonly Situazione[]): string | null {
  const [prima] = situazioni
    .flatMap(({ righe }) => righe.filter(({ stato }) => stato === 'non-aperto').map(({ scadenza }) => scadenza))
    .sort();
  return prima === undefined ? null : italiano`La prossima scadenza è il ${formatGiornoItaliano(prima)}.`;
}
