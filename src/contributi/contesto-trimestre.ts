import { proiettata } from '../norme/celle.ts';
import type { Criteri } from '../norme/criteri.ts';
import type { Norme } from '../norme/norme.ts';
import type { ColonneCuaf, NumeroFascia, TabellaAnno } from '../norme/tabella-anno.ts';
import { type Scadenza, scadenza } from '../scadenze/scadenza.ts';
import { estremiDelleSettimane, type Settimana, settimane } from '../scadenze/settimane.ts';
import { estremi, type Trimestre } from '../scadenze/trimestre.ts';
import type { Centesimi } from '../valori/denaro.ts';
import { aggiungiGiorni, formatGiornoItaliano, type Giorno } from '../valori/giorno.ts';
import { italiano } from '../valori/italiano.ts';
import type { Fonte, Passo } from '../valori/spiegazione.ts';
import { FondiDelTrimestre, type LetturaDelFondo } from './fondi-del-trimestre.ts';
import type { TariffaAssistenza } from './tariffa-assistenza.ts';
import type { CodiceAssociazione } from './calcolo.ts';
import { type MinimiPiuBassi, minimiPiuBassi } from './minimo-piu-basso.ts';
import { euro, settimane as contaSettimane } from './testo.ts';

/** What one paid hour costs in a quarter, with the step that says so. */
export interface Tariffa {
  readonly contributoOrario: Centesimi;
  readonly quotaLavoratore: Centesimi;
  readonly passo: Passo;
  /** The two as the steps that multiply them need them. */
  readonly voci: { readonly contributo: VoceDiTariffa; readonly quota: VoceDiTariffa };
}

/** An amount an hour, as it is and as a step writes it (`1,04 €`). */
export interface VoceDiTariffa {
  readonly oraria: Centesimi;
  readonly testo: string;
  readonly fonte: Fonte;
}

/** All that depends on the quarter alone, worked out once: table, weeks, due date, and the steps that never change. */
export interface ContestoTrimestre {
  readonly tabella: TabellaAnno;
  readonly criteri: Criteri;
  readonly settimane: readonly Settimana[];
  /** The days on which the weeks begin and end. */
  readonly estremi: Settimana;
  readonly scadenza: Scadenza;
  readonly passoSettimane: Passo;
  /** What to know of a table that INPS has not published: every contribution in it is computed. */
  readonly proiezione: string | undefined;
  /** Last solar day of the quarter. */
  readonly ultimo: Giorno;
  /** Below which no pay of the quarter may be. */
  readonly minimiPiuBassi: MinimiPiuBassi;
  /** Hourly cost by band, CUAF and term. */
  tariffa(fascia: NumeroFascia, senzaCuaf: boolean, tempoDeterminato: boolean): Tariffa;
  /** What a contractual fund takes for an hour of the quarter (of its last day), by a reading of it. */
  assistenza(codice: CodiceAssociazione, lettura?: string): TariffaAssistenza;
  /** True when that amount is not the one of the quarter's first day: it changed, or the fund began, inside the weeks. */
  assistenzaCambia(codice: CodiceAssociazione, lettura?: string): boolean;
  /** The fund's readings by which it takes something else in the quarter; mostly none. */
  lettureDelFondo(codice: CodiceAssociazione): readonly LetturaDelFondo[];
}

const contesti = new WeakMap<Norme, Map<number, ContestoTrimestre>>();

/** @throws ErroreDati `anno-sconosciuto` when there is no table for the quarter's year */
export function contestoTrimestre(trimestre: Trimestre, norme: Norme): ContestoTrimestre {
  let perTrimestre = contesti.get(norme);
  if (perTrimestre === undefined) contesti.set(norme, (perTrimestre = new Map<number, ContestoTrimestre>()));
  const chiave = trimestre.anno * 4 + trimestre.numero;
  let contesto = perTrimestre.get(chiave);
  if (contesto === undefined) perTrimestre.set(chiave, (contesto = componi(trimestre, norme)));
  return contesto;
}

function componi(trimestre: Trimestre, norme: Norme): ContestoTrimestre {
  const tabella = norme.tabella(trimestre.anno);
  const elenco = settimane(trimestre);
  const giorniEstremi = estremiDelleSettimane(trimestre);
  const tariffe: (Tariffa | undefined)[] = [];
  const { ultimo } = estremi(trimestre);
  const fondi = new FondiDelTrimestre(giorniEstremi.domenica, ultimo, norme);
  return {
    ultimo,
    minimiPiuBassi: minimiPiuBassi(ultimo, norme),
    tabella,
    proiezione: proiezione(tabella),
    criteri: norme.criteri.criteri,
    settimane: elenco,
    estremi: giorniEstremi,
    scadenza: scadenza(trimestre, norme),
    passoSettimane: passoSettimane(giorniEstremi, elenco.length, norme.criteri.criteri.settimane.fonte),
    tariffa(fascia, senzaCuaf, tempoDeterminato) {
      const posto = fascia * 4 + (senzaCuaf ? 2 : 0) + (tempoDeterminato ? 1 : 0);
      return (tariffe[posto] ??= componiTariffa(tabella, fascia, senzaCuaf, tempoDeterminato));
    },
    assistenza: (codice, lettura) => fondi.assistenza(codice, lettura),
    assistenzaCambia: (codice, lettura) => fondi.cambia(codice, lettura),
    lettureDelFondo: (codice) => fondi.letture(codice),
  };
}

function proiezione(tabella: TabellaAnno): string | undefined {
  if (!proiettata(tabella)) return undefined;
  return (
    italiano`La tabella del ${tabella.anno} è una proiezione con una variazione ISTAT supposta (${tabella.istat.percentuale.replace('.', ',')}%): gli ` +
    'importi da pagare si sapranno con la circolare dell’INPS.'
  );
}

function passoSettimane({ domenica, sabato }: Settimana, quante: number, fonte: Fonte): Passo {
  const primoSabato = aggiungiGiorni(domenica, 6);
  return {
    etichetta: 'Settimane di contribuzione del trimestre',
    formula: italiano`sabati dal ${formatGiornoItaliano(primoSabato)} al ${formatGiornoItaliano(sabato)}`,
    risultato: contaSettimane(quante),
    fonte,
  };
}

function componiTariffa(
  tabella: TabellaAnno,
  numero: NumeroFascia,
  senzaCuaf: boolean,
  tempoDeterminato: boolean,
): Tariffa {
  const fascia = tabella.fasce[numero - 1] as (typeof tabella.fasce)[0];
  const colonna: keyof ColonneCuaf = senzaCuaf ? 'senzaCuaf' : 'conCuaf';
  const aTermine = tempoDeterminato ? fascia.tempoDeterminato : undefined;
  const gruppo = aTermine === undefined ? 'contributo' : 'tempoDeterminato';
  const contributoOrario = (aTermine ?? fascia.contributo)[colonna];
  const termine = tempoDeterminato ? 'tempo determinato (con l’1,40%)' : 'tempo indeterminato';
  const esisteAddizionale = fascia.tempoDeterminato !== undefined;
  const contributo = voce(contributoOrario, fonteCella(tabella, `fasce.${numero}.${gruppo}.${colonna}`));
  return {
    contributoOrario,
    quotaLavoratore: fascia.quotaLavoratore,
    passo: {
      etichetta: 'Contributo orario',
      formula: [
        `tabella ${tabella.anno}`,
        `${numero}ª fascia`,
        senzaCuaf ? 'senza CUAF' : 'con CUAF',
        ...(esisteAddizionale ? [termine] : []),
      ].join(', '),
      risultato: contributo.testo,
      fonte: contributo.fonte,
    },
    voci: {
      contributo,
      quota: voce(fascia.quotaLavoratore, fonteCella(tabella, `fasce.${numero}.quotaLavoratore`)),
    },
  };
}

function voce(oraria: Centesimi, fonte: Fonte): VoceDiTariffa {
  return { oraria, testo: euro(oraria), fonte };
}

/** The year's first source (the circular where known; no year's file goes without one); a cell that nobody saw in print says that it was computed. */
function fonteCella(tabella: TabellaAnno, cella: string): Fonte {
  const prima = tabella.fonti[0] as Fonte;
  if (!tabella.celleCalcolate.includes(cella)) return prima;
  return {
    ...prima,
    titolo: `${prima.titolo}; cella non vista in stampa, ricavata dall’aliquota`,
    certezza: 'calcolata',
  };
}
