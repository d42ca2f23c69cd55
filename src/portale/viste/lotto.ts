import type { StatoLotto } from '../../archivio/lotti-repository.ts';
import type { RiepilogoAvvisi } from '../../lotti/avvisi/richiesta.ts';
import type { Riepilogo } from '../../lotti/calcola/totali.ts';
import { fraseAggiunti, type RiepilogoClienti } from '../../lotti/clienti/riepilogo-clienti.ts';
import type { FineLotto } from '../../lotti/coda/lavoro.ts';
import type { LottoVisto } from '../../lotti/coda/servizio-lotti.ts';
import type { ErroreRiga } from '../../lotti/righe/errore-riga.ts';
import { euro, premesseInBlocchi, type Blocco } from '../strumenti/blocchi.ts';
import { quanti } from '../../valori/italiano.ts';

/** What each kind of batch does, in a person's words. */
const LAVORI = { calcola: 'Importi', avvisi: 'Avvisi', clienti: 'Elenco di clienti' } as const;

const STATI: Readonly<Record<Exclude<StatoLotto, 'finito'>, string>> = {
  'in-arrivo': 'In arrivo',
  'in-coda': 'In coda',
  'in-corso': 'In corso',
  fallito: 'Non riuscito',
  annullato: 'Annullato',
};
const ESITI = ['Finito', 'Finito, con righe rifiutate', 'Finito: nessuna riga è andata a buon fine'] as const;
const TONI = ['successo', 'attenzione', 'errore'] as const;
const FASI: Readonly<Record<string, string>> = {
  calcolo: 'Calcolo degli importi',
  emissione: 'Emissione dei bollettini',
  stampa: 'Stampa degli avvisi',
  clienti: 'Registrazione dei clienti',
};
const FILE: Readonly<Record<string, string>> = {
  importi: 'Gli importi, riga per riga',
  errori: 'Le righe rifiutate e il perché',
  'da-correggere': 'Le righe rifiutate con le loro colonne: corrette, si rimanda questo file',
  avvisi: 'Gli avvisi da stampare',
  manifesto: 'L’elenco: riga, codice avviso, importo, pagina',
};

/** What a batch that did not end had issued. */
function toVistaEmessi({ quanti: quante, daPagare }: NonNullable<LottoVisto['emessi']>) {
  const restano = daPagare === 0 ? 'nessuno' : daPagare;
  return { daPagare, frase: `${quanti(quante, 'bollettino', 'bollettini')}; ancora da pagare: ${restano}` };
}

/** What a list of clients that did not end had taken in. */
function fraseImportati({ righe, ...aggiunti }: NonNullable<LottoVisto['importati']>): string {
  return `${quanti(righe, 'riga', 'righe')}: ${fraseAggiunti(aggiunti)}`;
}

/** A batch as the list and its page show it. */
export function toVistaLotto(lotto: LottoVisto) {
  const fine = lotto.esito as FineLotto | undefined;
  const vivo = lotto.stato === 'in-arrivo' || lotto.stato === 'in-coda' || lotto.stato === 'in-corso';
  return {
    id: lotto.id,
    nomeFile: lotto.nomeFile,
    lavoro: LAVORI[lotto.tipo],
    creatoIl: lotto.creatoIl,
    finitoIl: lotto.finitoIl ?? null,
    vivo,
    attende: vivo && lotto.stato !== 'in-corso',
    stato: lotto.stato === 'finito' ? ESITI[fine?.codice ?? 0] : STATI[lotto.stato],
    tono: lotto.stato === 'finito' ? TONI[fine?.codice ?? 0] : lotto.stato === 'fallito' ? 'errore' : 'info',
    motivo: lotto.errore ?? null,
    avanzamento: vivo && lotto.totali > 0 ? { ...progressOf(lotto), fase: FASI[lotto.fase] ?? lotto.fase } : null,
    emette: lotto.tipo === 'avvisi',
    importa: lotto.tipo === 'clienti',
    importati: lotto.importati === undefined ? null : fraseImportati(lotto.importati),
    emessi: lotto.emessi === undefined || lotto.emessi.quanti === 0 ? null : toVistaEmessi(lotto.emessi),
    blocchi: fine === undefined ? [] : toBlocchi(fine),
    file: filesOf(lotto, fine).map(({ nome, dimensione }) => ({
      nome,
      contenuto: FILE[nome.replace(/\.\w+$/, '')] ?? '',
      dimensione: formatSize(dimensione),
    })),
  };
}

/** The list of refused rows comes last, and not at all when it has only its heading. */
function filesOf({ file }: LottoVisto, fine: FineLotto | undefined): LottoVisto['file'] {
  const errori = file.filter(({ nome }) => nome.startsWith('errori'));
  return [...file.filter((uno) => !errori.includes(uno)), ...(fine?.riepilogo.errori === 0 ? [] : errori)];
}

function progressOf({ fatti, totali, righe, rifiutate }: LottoVisto) {
  const lette = `${quanti(righe, 'riga letta', 'righe lette')}, ${rifiutateDi(rifiutate)}`;
  return { fatti, totali, percento: Math.floor((100 * fatti) / totali), lette };
}

function toBlocchi({ premesse = [], avvertenze, riepilogo }: FineLotto): readonly Blocco[] {
  return [
    ...premesseInBlocchi(premesse),
    { tipo: 'avvertenze', frasi: avvertenze },
    inBreve(riepilogo),
    ...blocchiErrori(riepilogo.primiErrori, riepilogo.errori),
    ...('perTrimestre' in riepilogo ? blocchiTrimestri(riepilogo) : []),
  ];
}

function inBreve(riepilogo: FineLotto['riepilogo']): Blocco {
  if ('avvisi' in riepilogo) return inBreveAvvisi(riepilogo);
  return 'aggiunti' in riepilogo ? inBreveClienti(riepilogo) : inBreveImporti(riepilogo);
}

function inBreveClienti({ righe, righeRifiutate, aggiunti, registrati }: RiepilogoClienti): Blocco {
  const voci: [string, string][] = [
    ['Righe', `${intero(righe)}, ${rifiutateDi(righeRifiutate)}`],
    ['Clienti nuovi', intero(aggiunti)],
    ['Rapporti aggiunti al registro', intero(registrati)],
  ];
  return { tipo: 'dati', titolo: 'In breve', voci };
}

function inBreveImporti(riepilogo: Riepilogo): Blocco {
  const voci: [string, string][] = [
    ['Righe', `${intero(riepilogo.righe)}, ${rifiutateDi(riepilogo.righeRifiutate)}`],
    ...daRicontrollare(riepilogo.righeConAvvertenze),
    ['Bollettini', intero(riepilogo.bollettini)],
    ['Totale', euro(riepilogo.totale)],
    ['A carico dei lavoratori', euro(riepilogo.quotaLavoratore)],
    ['A carico dei datori', euro(riepilogo.quotaDatore)],
    ['Contributo alle associazioni', euro(riepilogo.contributoAssociazione)],
  ];
  return { tipo: 'dati', titolo: 'In breve', voci };
}

/** Batches of before this was counted have no number. */
function daRicontrollare(quante: number | undefined): [string, string][] {
  return quante === undefined || quante === 0
    ? []
    : [['Da ricontrollare', `${intero(quante)}: si veda la colonna «avvertenze»`]];
}

function blocchiTrimestri({ perTrimestre }: Riepilogo): Blocco[] {
  if (perTrimestre.length < 2) return [];
  return [
    {
      tipo: 'tabella',
      titolo: 'Per trimestre',
      colonne: [{ testo: 'Trimestre' }, { testo: 'Bollettini', numero: true }, { testo: 'Totale', numero: true }],
      righe: perTrimestre.map((t) => [t.trimestre, intero(t.bollettini), euro(t.totale)]),
      totale: null,
    },
  ];
}

function inBreveAvvisi(riepilogo: RiepilogoAvvisi): Blocco {
  const voci: [string, string][] = [
    ['Righe', `${intero(riepilogo.righe)}, ${rifiutateDi(riepilogo.righeRifiutate)}`],
    ['Avvisi stampati', intero(riepilogo.avvisi)],
    ['Datori', intero(riepilogo.datori)],
    ['Pagine', intero(riepilogo.pagine)],
    ['Totale', euro(riepilogo.totale)],
    // What was kept by an older version tells none.
    ...(riepilogo.sostituiti > 0
      ? [['Bollettini annullati e sostituiti', intero(riepilogo.sostituiti)] satisfies [string, string]]
      : []),
  ];
  return { tipo: 'dati', titolo: 'In breve', voci };
}

function blocchiErrori(errori: readonly ErroreRiga[], tuttiQuanti: number): Blocco[] {
  if (errori.length === 0) return [];
  const tutti = tuttiQuanti === errori.length;
  return [
    {
      tipo: 'tabella',
      titolo: tutti ? 'Che cosa non va' : `Che cosa non va: i primi ${errori.length} errori di ${intero(tuttiQuanti)}`,
      colonne: [
        { testo: 'Riga', numero: true },
        { testo: 'Id' },
        { testo: 'Colonna' },
        { testo: 'Valore' },
        { testo: 'Errore' },
      ],
      righe: errori.map((e) => [intero(e.riga), e.id, e.colonna, e.valore, e.errore]),
      totale: null,
    },
  ];
}

function rifiutateDi(quante: number): string {
  return quante === 0 ? 'nessuna rifiutata' : quanti(quante, 'rifiutata', 'rifiutate');
}

const conPunti = new Intl.NumberFormat('it-IT', { useGrouping: 'always' });

function intero(valore: number): string {
  return conPunti.format(valore);
}

function formatSize(byte: number): string {
  if (byte < 1000) return `${byte} byte`;
  const kilo = byte / 1000;
  return kilo < 1000 ? `${Math.ceil(kilo)} kB` : `${(kilo / 1000).toFixed(1).replace('.', ',')} MB`;
}
