import type { TipoMessaggio } from '../../messaggi/messaggio.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { loadCatalogo, type Testi } from '../../testi/catalogo.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import { formatGiornoItaliano, type Giorno } from '../../valori/giorno.ts';
import type { MessaggioLetto } from '../messaggi.ts';
import { percorsi } from '../percorsi.ts';

/** Who writes: the portal itself, or pagoPA by it. INPS tells *Messaggi da Portale* from *da applicazioni esterne*. */
export const ORIGINI = ['portale', 'pagopa'] as const;
export type Origine = (typeof ORIGINI)[number];

/** What the reader looks for; empty fields ask for nothing. */
export interface Ricerca {
  readonly origine?: Origine | undefined;
  readonly dal?: Giorno | undefined;
  readonly al?: Giorno | undefined;
  /** A word, of whatever case. */
  readonly parola: string;
  readonly daLeggere: boolean;
}

/** Nothing in particular is looked for. */
export const TUTTI: Ricerca = { parola: '', daLeggere: false };

const ICONE: Readonly<Record<TipoMessaggio, string>> = {
  'pagamento-confermato': 'check-circle',
  'pagamento-in-verifica': 'search',
  'scadenza-vicina': 'calendar',
  'trimestre-scaduto': 'warning-circle',
  'tabella-nuova': 'info-circle',
};

/** A message as the page shows it. */
export interface VistaMessaggio {
  readonly chiave: string;
  readonly origine: Origine;
  readonly icona: string;
  readonly tono: 'info' | 'attenzione';
  readonly il: Giorno;
  readonly titolo: string;
  readonly testo: string;
  readonly letto: boolean;
  readonly azione: { readonly testo: string; readonly href: string };
}

export function createVisteMessaggi() {
  const { it } = loadCatalogo('messaggi', ['it']);
  return {
    /** Those that are looked for, as they are read. */
    elenco: (messaggi: readonly MessaggioLetto[], ricerca: Ricerca): readonly VistaMessaggio[] =>
      messaggi.map((uno) => toVista(uno, it)).filter((vista) => isAsked(vista, ricerca)),
  };
}

function isAsked(vista: VistaMessaggio, { origine, dal, al, parola, daLeggere }: Ricerca): boolean {
  const testo = `${vista.titolo} ${vista.testo}`.toLocaleLowerCase('it');
  return (
    (origine === undefined || vista.origine === origine) &&
    (dal === undefined || vista.il >= dal) &&
    (al === undefined || vista.il <= al) &&
    (!daLeggere || !vista.letto) &&
    testo.includes(parola.toLocaleLowerCase('it'))
  );
}

function toVista({ messaggio, lavoratore, letto }: MessaggioLetto, testi: Testi): VistaMessaggio {
  const { chiave, tipo, il } = messaggio;
  const comune = { chiave, il, letto, icona: ICONE[tipo] };
  switch (messaggio.tipo) {
    case 'pagamento-confermato':
    case 'pagamento-in-verifica': {
      const confermato = tipo === 'pagamento-confermato';
      return {
        ...{ ...comune, origine: 'pagopa', tono: confermato ? 'info' : 'attenzione' },
        titolo: testi.testo(`${tipo}.titolo`, { trimestre: formatTrimestre(messaggio.trimestre), lavoratore }),
        testo: testi.testo(`${tipo}.testo`, { importo: `${formatEuroItaliano(messaggio.importo)} €` }),
        azione: confermato
          ? { testo: 'Ricevuta', href: percorsi.ricevuta(messaggio.tentativoId) }
          : { testo: 'Guarda il pagamento', href: percorsi.pagamentoOnline },
      };
    }
    case 'scadenza-vicina':
    case 'trimestre-scaduto':
      return {
        ...{ ...comune, origine: 'portale', tono: tipo === 'scadenza-vicina' ? 'info' : 'attenzione' },
        titolo: testi.testo(`${tipo}.titolo`, { trimestre: formatTrimestre(messaggio.trimestre), lavoratore }),
        testo: dellaScadenza(messaggio, testi),
        azione: { testo: 'Vedi che cosa fare', href: `${percorsi.daFare}?anno=${messaggio.trimestre.anno}` },
      };
    case 'tabella-nuova':
      return {
        ...{ ...comune, origine: 'portale', tono: 'info' },
        titolo: testi.testo(`${tipo}.titolo`, { anno: String(messaggio.anno) }),
        testo: testi.testo(`${tipo}.testo`, { anno: String(messaggio.anno), circolare: messaggio.circolare }),
        azione: { testo: 'Guarda la tabella', href: percorsi.tabella(messaggio.anno) },
      };
  }
}

function dellaScadenza(
  { tipo, scadenza, saldato, manca }: Extract<MessaggioLetto['messaggio'], { readonly scadenza: Giorno }>,
  testi: Testi,
): string {
  const giorno = formatGiornoItaliano(scadenza);
  if (tipo === 'trimestre-scaduto') return testi.testo(`${tipo}.${saldato ? 'pagato' : 'testo'}`, { giorno });
  if (manca === null) return testi.testo(`${tipo}.testo`, { giorno });
  return testi.testo(`${tipo}.importo`, { giorno, importo: `${formatEuroItaliano(manca)} €` });
}
