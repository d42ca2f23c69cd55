import { costo, type StatoTrimestre } from '../../../prospetti/scoperti/index.ts';
import { formatTrimestre } from '../../../scadenze/trimestre.ts';
import { centesimi, formatEuroItaliano, somma } from '../../../valori/denaro.ts';
import { formatGiornoItaliano } from '../../../valori/giorno.ts';
import { italiano } from '../../../valori/italiano.ts';
import { percorsi } from '../../percorsi.ts';
import { quandoScade } from './righe.ts';
import type { Azione, Momento, Riga, Situazione } from './situazione.ts';

/** One thing to do now. */
export interface VistaCosa {
  readonly tono: 'attenzione' | 'info';
  readonly titolo: string;
  readonly frase: string;
  readonly azione: Azione | null;
}

/** Most urgent first: what pagoPA holds, what is late, what is due, what nobody has issued. */
const ORDINE: readonly StatoTrimestre[] = ['in-verifica', 'in-pagamento', 'scaduto', 'da-pagare', 'mancante'];
/** Quarters that nobody has issued, told one by one; more of them are told together. */
const UNO_PER_UNO = 2;

/** What there is to do now for all the workers, the most urgent first. */
export function coseDaFare(situazioni: readonly Situazione[], momento: Momento): readonly VistaCosa[] {
  return ORDINE.flatMap((stato) =>
    situazioni.flatMap((situazione) => {
      const righe = situazione.righe.filter((riga) => riga.stato === stato);
      const fondo = situazione.righe.flatMap((riga) => ofTheFund(riga, momento)).filter((riga) => riga.stato === stato);
      const sue =
        stato === 'mancante' && righe.length > UNO_PER_UNO
          ? [missingTogether(righe, situazione, momento)]
          : righe.map((riga) => toCosa(riga, situazione, momento));
      return [...sue, ...fondo.map((riga) => toCosa(riga, situazione, momento, 'Contributo di assistenza, '))];
    }),
  );
}

/** What is asked for the association alone, as a row of its own: no sanction of INPS's is on it. */
function ofTheFund(riga: Riga, { oggi }: Momento): readonly Riga[] {
  const { soloFondo } = riga;
  const [primo] = soloFondo;
  if (primo === undefined || riga.stato === 'prescritto') return [];
  const { scadenza } = primo;
  const stato = soloFondo.every((uno) => uno.stato === 'in-pagamento')
    ? 'in-pagamento'
    : scadenza < oggi
      ? 'scaduto'
      : 'da-pagare';
  const chiesto = somma(soloFondo.map(({ importo }) => importo));
  return [
    { ...riga, stato, scadenza, bollettini: soloFondo, versato: centesimi(0), chiesto, manca: chiesto, sanzioni: null },
  ];
}

function toCosa(riga: Riga, situazione: Situazione, momento: Momento, prefisso = ''): VistaCosa {
  const { stato } = riga;
  const tono = stato === 'scaduto' || stato === 'mancante' ? 'attenzione' : 'info';
  const titolo = `${prefisso}${formatTrimestre(riga.trimestre)}, ${situazione.lavoratore}`;
  const [azione = null] = momento.azioni(riga, situazione, momento);
  return { tono, titolo, frase: fraseDi(riga, momento), azione };
}

function fraseDi({ stato, manca, scadenza, sanzioni, motivo, bollettini }: Riga, { oggi }: Momento): string {
  const quanto = manca === null ? 'Importo non noto' : `${formatEuroItaliano(manca)} €`;
  const giorno = formatGiornoItaliano(scadenza);
  const quando = quandoScade(scadenza, oggi);
  const inPiu =
    sanzioni === null || sanzioni.massimo === 0
      ? ''
      : ` Pagando oggi, sanzioni ${costo(sanzioni)}: le chiede l’INPS dopo.`;
  switch (stato) {
    case 'in-verifica':
      return `${quanto}: il pagamento è in verifica. Non pagarlo di nuovo.`;
    case 'in-pagamento':
      return `${quanto}: il pagamento è stato iniziato su pagoPA e non se ne sa ancora l’esito.`;
    case 'scaduto':
      return italiano`${quanto}: scaduto il ${giorno}, ${quando}.${inPiu}`;
    case 'da-pagare':
      return italiano`${quanto}${bollettini.length === 0 ? ', come dicono le condizioni del rapporto' : ''}: da pagare entro il ${giorno}, ${quando}.`;
    case 'mancante':
    case 'sospeso':
    case 'non-dovuto':
    case 'non-aperto':
    case 'pagato':
    case 'prescritto':
      return motivo ?? italiano`Nessun bollettino copre questo trimestre, scaduto il ${giorno}: ${quanto}.${inPiu}`;
  }
}

/** Many at once: where all of them are told, or at least the first. */
function missingTogether(righe: readonly Riga[], { rapporto, lavoratore }: Situazione, momento: Momento): VistaCosa {
  const [prima = '', ultima = ''] = [...righe.slice(0, 1), ...righe.slice(-1)].map(({ trimestre }) =>
    formatTrimestre(trimestre),
  );
  const anno = String(righe[0]?.trimestre.anno);
  const href = momento.permessi.prospetti
    ? percorsi.scoperti(rapporto.id)
    : `${percorsi.daFare}?anno=${anno}#rapporto-${rapporto.codice}`;
  return {
    tono: 'attenzione',
    titolo: `Trimestri non coperti, ${lavoratore}`,
    frase: italiano`${righe.length} trimestri, dal ${prima} al ${ultima}, non risultano pagati qui. Possono esserlo stati altrove: controllare l’estratto contributivo prima di versare.`,
    azione: { testo: 'Guarda quali', href, diChe: lavoratore },
  };
}
