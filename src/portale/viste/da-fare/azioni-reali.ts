import type { Bollettino } from '../../../bollettini/bollettino.ts';
import { formatTrimestre } from '../../../scadenze/trimestre.ts';
import { formatEuroItaliano } from '../../../valori/denaro.ts';
import { percorsi } from '../../percorsi.ts';
import { percorsiReali } from '../../percorsi-reali.ts';
import { nonDovuto } from './non-dovuto.ts';
import type { Azione, Momento, Riga, Situazione } from './situazione.ts';

/** The same where the notices are INPS's: the first is the one to do. */
export function azioniReali(riga: Riga, { rapporto, lavoratore }: Situazione, momento: Momento): readonly Azione[] {
  const diChe = `${formatTrimestre(riga.trimestre)}, ${lavoratore}`;
  const calcolo = `${percorsi.calcolo}?rapporto=${rapporto.id}&numero=${riga.trimestre.numero}&anno=${riga.trimestre.anno}`;
  const una = (testo: string, href: string, quale = diChe): Azione => ({ testo, href, diChe: quale });
  const nomina = (b: Bollettino): string =>
    riga.bollettini.length > 1 ? `${diChe}, bollettino da ${formatEuroItaliano(b.importo)} €` : diChe;
  const daPagare = riga.bollettini.filter(({ stato }) => stato === 'nel-carrello');
  const pagati = riga.bollettini.filter(({ stato }) => stato === 'pagato');
  const perPreparare = riga.stato === 'da-pagare' || riga.stato === 'mancante' || riga.stato === 'sospeso';
  return [
    ...(riga.stato === 'prescritto'
      ? []
      : daPagare.map((b) => una('Paga sul sito dell’INPS', percorsiReali.pratica(b.id), nomina(b)))),
    ...daPagare.map((b) => una('Cambia ore', percorsi.modifica(b.id), nomina(b))),
    ...(daPagare.length === 0 && perPreparare ? [una('Prepara il bollettino', calcolo)] : []),
    ...(nonDovuto(riga, momento) ? [una('Non si deve?', `${percorsi.scoperti(rapporto.id)}#sospensione`)] : []),
    ...pagati.map((b) => una('Ricevuta', percorsiReali.pratica(b.id), nomina(b))),
    ...(pagati.length > 0 && riga.stato === 'pagato' ? [una('Integra', calcolo)] : []),
    ...(riga.stato === 'prescritto' ? [una('Che cosa vuol dire', `${percorsi.manuale}/prescrizione`)] : []),
  ];
}
