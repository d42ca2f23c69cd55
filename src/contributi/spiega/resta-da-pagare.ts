import { conArticolo, italiano } from '../../valori/italiano.ts';
import { pubblicato } from '../../norme/premesse.ts';
import { regoleFinoAl } from '../../norme/proietta-tabella.ts';
import type { Norme } from '../../norme/norme.ts';
import { scadenzaDelRapporto } from '../../scadenze/scadenza-del-rapporto.ts';
import { estremiDelleSettimane } from '../../scadenze/settimane.ts';
import { formatTrimestre, type Trimestre, trimestreSuccessivo } from '../../scadenze/trimestre.ts';
import { centesimi } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { aggiungiGiorni, formatGiornoItaliano } from '../../valori/giorno.ts';
import { conto } from '../conto/conto.ts';
import { importi } from '../conto/importi.ts';
import type { ContestoTrimestre } from '../contesto-trimestre.ts';
import { testoOre } from '../ore.ts';
import { ultimoGiorno } from '../situazione/calendario.ts';
import type { Situazione } from '../situazione/situazione.ts';
import { euro } from '../testo.ts';

/**
 * What an end in a week of the next quarter leaves to pay there: which week, how much (by the projected table where the new
 * year's is not out), and by when. Undefined when nothing is left.
 */
export function restaDaPagare(situazione: Situazione, contesto: ContestoTrimestre, norme: Norme): string | undefined {
  const { cessazione, preavvisoFinoAl, trimestre } = situazione;
  const fine = ultimoGiorno(situazione);
  const { sabato } = contesto.estremi;
  if (cessazione === undefined || fine === undefined || fine <= sabato) return undefined;
  // An end further on is another quarter's affair.
  if (cessazione > aggiungiGiorni(sabato, 7)) return undefined;
  const prossimo = trimestreSuccessivo(trimestre);
  const domenica = formatGiornoItaliano(aggiungiGiorni(sabato, 1));
  const nome = formatTrimestre(prossimo);
  const inizio =
    preavvisoFinoAl === undefined
      ? italiano`La settimana che comincia il ${domenica} è del trimestre ${nome}: per i giorni fino alla fine del rapporto (${formatGiornoItaliano(fine)})`
      : italiano`Il preavviso non lavorato prosegue oltre il trimestre ${formatTrimestre(trimestre)}, fino al ${formatGiornoItaliano(fine)}: per le settimane dal ${domenica}`;
  return `${inizio} ${importoDelResto(situazione, prossimo, norme)}`;
}

const UN_ALTRO = 'resta da pagare un altro bollettino';

/** Whether a sentence of a calculation's says that another bollettino is left: not so any more where it is issued with the first. */
export function diceCheResta(frase: string): boolean {
  return frase.includes(UN_ALTRO);
}

function importoDelResto(situazione: Situazione, prossimo: Trimestre, norme: Norme): string {
  const nome = formatTrimestre(prossimo);
  const resto = nelTrimestre(situazione, prossimo);
  const mancaTabella = !pubblicato(norme, prossimo.anno);
  try {
    const regole = regoleFinoAl(norme, prossimo.anno);
    const circa = mancaTabella ? 'circa ' : '';
    const quanto = quantoCosta(resto, regole, circa);
    const tabella = mancaTabella
      ? italiano` con la tabella ${prossimo.anno} proiettata (ISTAT supposta del ${regole.tabella(prossimo.anno).istat.percentuale.replace('.', ',')}%)`
      : '';
    return italiano`${UN_ALTRO}, del ${nome}: ${quanto}${tabella}${aGiorni(resto, regole, circa)}. ${quando(situazione, prossimo, norme)}`;
  } catch (errore) {
    if (!(errore instanceof ErroreDati)) throw errore;
    return errore.codice === 'nulla-da-versare'
      ? 'non ci sono ore da pagare.'
      : italiano`${UN_ALTRO}, del ${nome}: calcolarlo con quel trimestre. ${quando(situazione, prossimo, norme)}`;
  }
}

function quantoCosta(situazione: Situazione, norme: Norme, circa: string): string {
  const suo = conto(situazione, norme);
  const totale = importi(suo, norme).reduce((somma, voce) => somma + voce.totale, 0);
  const ore = suo.gruppi.flatMap(({ righe }) => righe).reduce((somma, riga) => somma + riga.centesimiDiOra, 0);
  return `${testoOre(ore)}, ${circa}${euro(centesimi(totale))}`;
}

/** Where the days of work are not told the week is whole: what its days alone would cost. */
function aGiorni(situazione: Situazione, norme: Norme, circa: string): string {
  const { condizioni, settimaneIncomplete, ore } = situazione;
  if (settimaneIncomplete !== undefined || ore.tipo !== 'contratto' || condizioni.at(-1)?.orario !== undefined)
    return '';
  try {
    const quanto = quantoCosta({ ...situazione, settimaneIncomplete: 'a-giorni' }, norme, circa);
    return `, a settimana intera; contando solo i giorni del rapporto, da lunedì a sabato, ${quanto}`;
  } catch (errore) {
    if (!(errore instanceof ErroreDati)) throw errore;
    return errore.codice === 'nulla-da-versare'
      ? ', a settimana intera; contando solo i giorni del rapporto, da lunedì a sabato, nulla'
      : ', a settimana intera';
  }
}

/** The same rapporto in the next quarter: hours told for this one say nothing of that one. */
function nelTrimestre(situazione: Situazione, trimestre: Trimestre): Situazione {
  const { ore, notti: _notti, assistenzaInPiu: _inPiu, ferieNonGodute, ...altri } = situazione;
  const { domenica } = estremiDelleSettimane(trimestre);
  // Holidays are paid with the last week, wherever that is.
  const ferie = ferieNonGodute !== undefined && (situazione.cessazione ?? '') >= domenica ? { ferieNonGodute } : {};
  const continua = ore.tipo === 'mesi' ? mesiCheContinuano(ore, trimestre) : { tipo: 'contratto' as const };
  return { ...altri, ...ferie, trimestre, ore: continua, straordinari: [] };
}

function mesiCheContinuano(
  { mesi }: Extract<Situazione['ore'], { tipo: 'mesi' }>,
  trimestre: Trimestre,
): Situazione['ore'] {
  const suoi = mesi.filter(({ mese }) => mese === meseCheContinua(trimestre));
  return suoi.length === 0 ? { tipo: 'contratto' } : { tipo: 'mesi', mesi: suoi };
}

/** The month before a quarter, `2026-09`: its last days may be of the quarter's first week. */
export function meseCheContinua({ anno, numero }: Trimestre): string {
  return numero === 1 ? `${anno - 1}-12` : `${anno}-${String(numero * 3 - 3).padStart(2, '0')}`;
}

/** By when: the cautious term of the law first, then the later one of the association where the new table is not out. */
function quando({ cessazione, territori }: Situazione, prossimo: Trimestre, norme: Norme): string {
  if (pubblicato(norme, prossimo.anno)) {
    const { scadenza, giornoSicuro } = scadenzaDelRapporto(prossimo, cessazione, norme, territori);
    const prudente = conArticolo('il', formatGiornoItaliano(giornoSicuro ?? scadenza));
    return giornoSicuro === undefined
      ? `Si paga entro ${prudente}, dieci giorni dalla fine del rapporto.`
      : `Si paga entro ${prudente} per prudenza (${conArticolo('il', formatGiornoItaliano(scadenza))} per altre fonti).`;
  }
  const { scadenza, giornoSicuro } = scadenzaDelRapporto(prossimo, cessazione, norme, territori);
  return (
    `Per prudenza si paga entro ${conArticolo('il', formatGiornoItaliano(giornoSicuro ?? scadenza))}, dieci giorni dalla fine del rapporto; per ` +
    italiano`Assindatcolf entro dieci giorni da quando esce la tabella del ${prossimo.anno}, che dà l’importo esatto.`
  );
}
