import type { Bollettino } from '../../../bollettini/bollettino.ts';
import { formatTrimestre } from '../../../scadenze/trimestre.ts';
import { formatEuroItaliano } from '../../../valori/denaro.ts';
import { percorsi } from '../../percorsi.ts';
import { nonDovuto } from './non-dovuto.ts';
import type { Azione, Momento, Riga, Situazione } from './situazione.ts';

/** Every act that the quarter's state and the person's capacity allow; the first is the one to do. Of the portal that pays. */
export function azioniDi(riga: Riga, { rapporto, lavoratore }: Situazione, momento: Momento): readonly Azione[] {
  const { ricevute, permessi } = momento;
  const trimestre = formatTrimestre(riga.trimestre);
  const diChe = `${trimestre}, ${lavoratore}`;
  const calcolo = `${percorsi.calcolo}?rapporto=${rapporto.id}&numero=${riga.trimestre.numero}&anno=${riga.trimestre.anno}`;
  const una = (testo: string, href: string, quale = diChe): Azione => ({ testo, href, diChe: quale });
  const nomina = (b: Bollettino): string =>
    riga.bollettini.length > 1 ? `${diChe}, bollettino da ${formatEuroItaliano(b.importo)} €` : diChe;
  // What INPS cannot receive is not to be paid.
  const pagabili = riga.stato === 'prescritto' ? [] : riga.bollettini;
  const nelCarrello = pagabili.filter(({ stato }) => stato === 'nel-carrello');
  const pagati = riga.bollettini.flatMap((b) => {
    const tentativo = ricevute.get(b.id);
    return tentativo === undefined ? [] : [una('Ricevuta', percorsi.ricevuta(tentativo), nomina(b))];
  });
  const perEmettere = riga.stato === 'da-pagare' || riga.stato === 'mancante' || riga.stato === 'sospeso';
  return [
    ...(nelCarrello.length > 0 && permessi.paga
      ? [una('Paga', percorsi.riepilogoDi(nelCarrello.map(({ id }) => id)))]
      : []),
    ...nelCarrello.map((b) => ({ ...una('Stampa', percorsi.avvisoPdf(b.id), nomina(b)), inAltraScheda: true })),
    ...(permessi.modifica ? nelCarrello.map((b) => una('Cambia ore', percorsi.modifica(b.id), nomina(b))) : []),
    ...(nelCarrello.length === 0 && perEmettere ? [una('Prepara il bollettino', calcolo)] : []),
    ...(nonDovuto(riga, momento) ? [una('Non si deve?', `${percorsi.scoperti(rapporto.id)}#sospensione`)] : []),
    ...(riga.stato === 'in-pagamento' ? [una('Riprendi o annulla', percorsi.pagamentoOnline)] : []),
    ...(riga.stato === 'in-verifica' ? [una('Segui', percorsi.pagamentoOnline)] : []),
    ...pagati,
    ...(riga.versato > 0 && riga.stato === 'pagato' && permessi.modifica ? [una('Integra', calcolo)] : []),
    ...(riga.stato === 'prescritto' ? [una('Che cosa vuol dire', `${percorsi.manuale}/prescrizione`)] : []),
  ];
}
