import type { Contesto } from '../accesso/contesto.ts';
import { visibilitaDi } from '../accesso/visibilita.ts';
import type { Applicazione } from '../applicazione/applicazione.ts';
import { type Fatti, type Messaggio, messaggiDi } from '../messaggi/messaggio.ts';
import { norme } from '../norme/norme.ts';
import { pubblicato } from '../norme/premesse.ts';
import type { StatoTrimestre } from '../prospetti/scoperti/index.ts';
import { confrontaTrimestri } from '../scadenze/trimestre.ts';
import { aggiungiMesi, formatGiornoItaliano, type Giorno, giornoInItalia } from '../valori/giorno.ts';
import { italiano } from '../valori/italiano.ts';
import { pagatiDi, situazioniDi } from './prospetti.ts';

/** How far back messages are told. */
const MESI = 24;
/** Not late, whatever the day: pagoPA has it, or a suspension holds. */
const FERMI: ReadonlySet<StatoTrimestre> = new Set(['in-pagamento', 'in-verifica', 'sospeso']);

/** A message as it stands on the page of who reads. */
export interface MessaggioLetto {
  readonly messaggio: Messaggio;
  /** As the reader may name the worker; empty where none is spoken of. */
  readonly lavoratore: string;
  readonly letto: boolean;
}

/** What an employer is told, the latest first. */
export async function messaggiDelDatore(app: Applicazione, contesto: Contesto): Promise<readonly MessaggioLetto[]> {
  const oggi = giornoInItalia(app.clock.now());
  const [situazioni, effettuati, inAttesa, { pagati }, letti] = await Promise.all([
    situazioniDi(app, contesto),
    app.pagamenti.effettuati(contesto),
    app.pagamenti.inAttesa(contesto),
    pagatiDi(app, contesto),
    app.archivio.letture.messaggi.letti(contesto.subject.datoreId),
  ]);
  const visibile = visibilitaDi(contesto);
  const nomi = new Map(
    situazioni.map(({ rapporto: { id, lavoratore } }) => {
      return [id, `${visibile.nome(lavoratore.nome)} ${visibile.nome(lavoratore.cognome)}`] as const;
    }),
  );
  const [prima] = situazioni.map(({ rapporto }) => rapporto.assunzione).sort();
  const fatti: Fatti = {
    pagamenti: [
      ...effettuati.map((riga) => ({ ...delPagamento(riga), ...quandoPagato(riga.ricevuta ?? riga.rendicontato) })),
      ...inAttesa.filter(({ tentativo }) => tentativo.stato === 'anomalo').map(delPagamento),
    ],
    trimestri: situazioni.flatMap(({ rapporto, prospetto }) =>
      // A quarter whose duty is suspended is owed by nobody: it has no due date to tell.
      prospetto.righe
        .filter(({ stato }) => stato !== 'non-dovuto')
        .map(({ trimestre, scadenza, manca, stato }) => ({
          ...{ rapportoId: rapporto.id, trimestre, scadenza, manca },
          ...quandoPagato(
            pagati
              .filter(
                (uno) => uno.codiceRapporto === rapporto.codice && confrontaTrimestri(uno.trimestre, trimestre) === 0,
              )
              .map(({ pagatoIl }) => ({ dataEsito: pagatoIl }))
              .at(-1),
          ),
          saldato: stato === 'pagato',
          fermo: FERMI.has(stato),
        })),
    ),
    tabelle: tabelleDal(prima),
  };
  return messaggiDi(fatti, oggi, aggiungiMesi(oggi, -MESI)).map((messaggio) => ({
    messaggio,
    lavoratore: 'rapportoId' in messaggio ? (nomi.get(messaggio.rapportoId) ?? '') : '',
    letto: letti.has(messaggio.chiave),
  }));
}

type Riga = Awaited<ReturnType<Applicazione['pagamenti']['effettuati']>>[number];

function delPagamento({ bollettino, tentativo }: Riga) {
  const { rapportoId, trimestre } = bollettino;
  return { rapportoId, trimestre, tentativoId: tentativo.id, importo: tentativo.importo };
}

function quandoPagato(prova: { readonly dataEsito: Giorno } | undefined): { readonly pagatoIl?: Giorno } {
  return prova === undefined ? {} : { pagatoIl: prova.dataEsito };
}

/** The tables that came out since somebody was employed; a projected year has no circular. */
function tabelleDal(assunzione: Giorno | undefined) {
  const note = norme();
  return note.anni.flatMap((anno) => {
    const { circolare } = note.tabella(anno);
    if (circolare === undefined || assunzione === undefined || circolare.data < assunzione) return [];
    if (!pubblicato(note, anno)) return [];
    const { numero, data } = circolare;
    return [{ anno, circolare: italiano`n. ${numero} del ${formatGiornoItaliano(data)}`, data }];
  });
}
