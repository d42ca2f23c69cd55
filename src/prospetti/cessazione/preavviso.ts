import type { RegoleCessazione } from '../../norme/cessazione.ts';
import type { Decimale } from '../../valori/decimale.ts';
import { arrotondaAlCentesimo, inEuro } from '../../valori/decimale.ts';
import { centesimi, type Centesimi } from '../../valori/denaro.ts';
import { aggiungiGiorni, aggiungiMesi, type Giorno } from '../../valori/giorno.ts';
import { italiano, quanti } from '../../valori/italiano.ts';
import type { Passo } from '../../valori/spiegazione.ts';
import { ore as testoOre } from '../../contributi/testo.ts';
import { decimaleIt, euroIt } from '../formati.ts';
import type { CondizioniDiFine, DatiCessazione } from './dati-cessazione.ts';
import { MOTIVI } from './motivi.ts';
import { fonteUnica } from '../../valori/fonte-unica.ts';

/** The notice due, what of it was worked, and what the rest comes to. */
export interface Preavviso {
  /** Calendar days. */
  readonly dovuti: number;
  readonly mancanti: number;
  /** Of the days that are missing; paid by `aCarico`. */
  readonly indennita: Centesimi;
  readonly aCarico: 'datore' | 'lavoratore' | null;
  /** Last day of the contribution duty, when the notice is paid and not worked. */
  readonly finoAl?: Giorno;
  readonly passi: readonly Passo[];
}

/** @param vittoAlGiorno conventional value of board and lodging of a day, exact euro; zero without */
export function preavviso(dati: DatiCessazione, vittoAlGiorno: Decimale, regole: RegoleCessazione): Preavviso {
  const { preavviso: aCarico } = MOTIVI[dati.motivo];
  const fonte = fonteUnica(regole.preavviso.fonti);
  if (aCarico === null) {
    const passo = {
      etichetta: 'Preavviso (CCNL, art. 40)',
      formula: MOTIVI[dati.motivo].nome,
      risultato: 'non dovuto',
      fonte,
    };
    return { dovuti: 0, mancanti: 0, indennita: centesimi(0), aCarico, passi: [passo] };
  }
  const { giorni: dovuti, formula } = giorniDovuti(dati, regole);
  const mancanti = Math.max(0, dovuti - lavorati(dati, dovuti));
  const ultime = dati.condizioni.at(-1) as CondizioniDiFine;
  const giornata = alGiorno(ultime, vittoAlGiorno);
  const indennita = arrotondaAlCentesimo(giornata.valore.times(mancanti));
  const passi: Passo[] = [
    { etichetta: 'Preavviso (CCNL, art. 40)', formula, risultato: quanti(dovuti, 'giorno', 'giorni'), fonte },
  ];
  if (mancanti > 0) {
    passi.push({
      etichetta:
        aCarico === 'datore' ? 'Indennità di preavviso, da pagare' : 'Preavviso non dato, da trattenere al lavoratore',
      formula: `${giornata.formula} × ${quanti(mancanti, 'giorno', 'giorni')}`,
      risultato: euroIt(indennita),
      fonte,
    });
  }
  // On what the worker did not give nothing is paid; on a dead worker's indemnity no source was found.
  const conContributi = aCarico === 'datore' && mancanti > 0 && dati.motivo !== 'morte-lavoratore';
  return {
    dovuti,
    mancanti,
    indennita,
    aCarico,
    ...(conContributi && { finoAl: aggiungiGiorni(dati.cessazione, mancanti) }),
    passi,
  };
}

/** Nobody works after a death of their own. */
function lavorati({ motivo, preavvisoLavorato }: DatiCessazione, dovuti: number): number {
  if (motivo === 'morte-lavoratore' || motivo === 'dimissioni-giusta-causa') return preavvisoLavorato ?? 0;
  return preavvisoLavorato ?? dovuti;
}

function giorniDovuti(
  dati: DatiCessazione,
  { preavviso: regole }: RegoleCessazione,
): { readonly giorni: number; readonly formula: string } {
  const { oreSettimanali } = dati.condizioni.at(-1) as CondizioniDiFine;
  const lungo = oreSettimanali.gte(regole.dalleOre);
  const scaglioni = dati.alloggioIndipendente ? regole.alloggio : lungo ? regole.lungo : regole.breve;
  const scaglione =
    scaglioni.find(({ finoAnni }) => dati.cessazione <= aggiungiMesi(dati.assunzione, finoAnni * 12)) ??
    scaglioni.at(-1);
  const interi = scaglione?.giorni ?? 0;
  const limite = scaglioni[0]?.finoAnni ?? 0;
  const anni = scaglione === scaglioni[0] ? italiano`fino a ${limite} anni` : italiano`oltre ${limite} anni`;
  const dove = dati.alloggioIndipendente
    ? 'alloggio indipendente'
    : `${lungo ? 'almeno' : 'meno di'} ${regole.dalleOre} ore a settimana`;
  const base = `${dove}, ${anni} di servizio`;
  if (dati.motivo === 'dimissioni' && regole.metaPerDimissioni && lungo && !dati.alloggioIndipendente) {
    return {
      giorni: Math.ceil(interi / 2),
      formula: `${base}: ${quanti(interi, 'giorno', 'giorni')}; metà per le dimissioni`,
    };
  }
  if (dati.dopoMaternita && dati.motivo === 'licenziamento') {
    const volte = regole.moltiplicatoreMaternita;
    return {
      giorni: interi * volte,
      formula: `${base}: ${quanti(interi, 'giorno', 'giorni')} × ${volte}, entro 31 giorni dal congedo di maternità`,
    };
  }
  return { giorni: interi, formula: base };
}

/** Pay of a calendar day, board included: a thirtieth of the month, or a seventh of the week. */
function alGiorno(
  { oreSettimanali, paga, vittoAlloggioGiorni }: CondizioniDiFine,
  vittoAlGiorno: Decimale,
): { readonly valore: Decimale; readonly formula: string } {
  const vitto = vittoAlGiorno.times(vittoAlloggioGiorni).dividedBy(7);
  const [valore, formula] =
    paga.tipo === 'mensile'
      ? [inEuro(paga.importo).dividedBy(30), `${euroIt(paga.importo)} / 30`]
      : [
          inEuro(paga.importo).times(oreSettimanali).dividedBy(7),
          `${euroIt(paga.importo)} × ${testoOre(oreSettimanali)} / 7`,
        ];
  if (vitto.isZero()) return { valore, formula };
  const alVitto = `${decimaleIt(vittoAlGiorno)} € × ${vittoAlloggioGiorni} / 7`;
  return { valore: valore.plus(vitto), formula: `(${formula} + ${alVitto})` };
}
