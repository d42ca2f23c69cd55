import type { Norme } from '../../norme/norme.ts';
import { premesse } from '../../norme/premesse.ts';
import { regoleFinoAl } from '../../norme/proietta-tabella.ts';
import type { RegoleProspetti } from '../../norme/regole-prospetti.ts';
import { arrotondaAlCentesimo, Decimale, inEuro } from '../../valori/decimale.ts';
import { centesimi, type Centesimi, somma } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { partiDelGiorno } from '../../valori/giorno.ts';
import { italiano } from '../../valori/italiano.ts';
import type { Passo } from '../../valori/spiegazione.ts';
import { giornoDiFerie } from '../costo-annuo/index.ts';
import { decimaleIt, euroIt } from '../formati.ts';
import { adempimenti, type Adempimento } from './adempimenti.ts';
import { contributiFinali, type UltimoTrimestre } from './contributi-finali.ts';
import type { CondizioniDiFine, DatiCessazione } from './dati-cessazione.ts';
import { MOTIVI } from './motivi.ts';
import { preavviso, type Preavviso } from './preavviso.ts';
import { pagaDellAnno, tabellaDel } from './retribuzione-degli-anni.ts';
import { tfr, type Tfr } from './tfr.ts';
import { fonteUnica } from '../../valori/fonte-unica.ts';

/** What the end of a rapporto comes to: for the worker, for INPS, and what is to be done by when. */
export interface Cessazione {
  /** What stands before it where it rests on a table INPS has not published. Italian sentences. */
  readonly premesse: readonly string[];
  readonly dati: DatiCessazione;
  readonly preavviso: Preavviso;
  /** Holidays not taken. */
  readonly ferie: Centesimi;
  /** Thirteenth accrued in the year of the end. */
  readonly tredicesima: Centesimi;
  readonly tfr: Tfr;
  /** Gross, beside the pay of the last month: what is due less what the worker owes. */
  readonly totale: Centesimi;
  readonly contributi: readonly UltimoTrimestre[];
  readonly adempimenti: readonly Adempimento[];
  readonly passi: readonly Passo[];
  /** Italian sentences. */
  readonly avvertenze: readonly string[];
}

/** More days of holidays than anybody has left. */
const GIORNI_DI_FERIE_MASSIMI = 104;

/**
 * The end of a rapporto, reckoned once for every road: notice, holidays, thirteenth, TFR of all years, last contributions with
 * their due dates, what to tell INPS.
 * @throws ErroreDati naming the field
 */
export function cessazione(dati: DatiCessazione, norme: Norme, regole: RegoleProspetti): Cessazione {
  const { retribuzioneAnnua: annua } = regole;
  const anno = partiDelGiorno(dati.cessazione).anno;
  const ultime = dati.condizioni.at(-1) as CondizioniDiFine;
  const vitto = vittoAlGiorno(ultime, anno, norme);
  const suPreavviso = preavviso(dati, vitto, regole.cessazione);
  const suFerie = ferieNonGodute(dati, ultime, vitto, regole);
  const dellAnno = pagaDellAnno(anno, dati, norme, annua);
  const suTfr = tfr(
    dati,
    (quale) => {
      const { globale, tredicesima } = quale === anno ? dellAnno : pagaDellAnno(quale, dati, norme, annua);
      return centesimi(globale + tredicesima);
    },
    { cessazione: regole.cessazione, retribuzioneAnnua: annua },
  );
  const passoTredicesima: Passo = {
    etichetta: italiano`Tredicesima maturata nel ${anno}`,
    formula: `${euroIt(dellAnno.globale)} (paga${vitto.isZero() ? '' : ' e vitto e alloggio'} di ${dellAnno.mesi} mesi) / ${annua.tredicesima.divisore}`,
    risultato: euroIt(dellAnno.tredicesima),
    fonte: fonteUnica(annua.tredicesima.fonti),
  };
  const contributi = contributiFinali(dati, suPreavviso.finoAl, suFerie.ore, norme);
  const verso = suPreavviso.aCarico === 'lavoratore' ? -1 : 1;
  return {
    premesse: premesseDi(dati, contributi, norme),
    dati,
    preavviso: suPreavviso,
    ferie: suFerie.importo,
    tredicesima: dellAnno.tredicesima,
    tfr: suTfr,
    totale: centesimi(somma([suFerie.importo, dellAnno.tredicesima, suTfr.totale]) + verso * suPreavviso.indennita),
    contributi,
    adempimenti: adempimenti(dati, contributi, regole.cessazione),
    passi: [...suPreavviso.passi, ...suFerie.passi, passoTredicesima],
    avvertenze: [
      ...MOTIVI[dati.motivo].note,
      ...(suPreavviso.indennita > 0
        ? [
            'L’indennità di preavviso è qui di paga, vitto e alloggio; chi vi conta anche il rateo di tredicesima (art. 2121 c.c.) aggiunge un dodicesimo.',
          ]
        : []),
      'La tredicesima dell’anno è contata come non ancora pagata; la paga dell’ultimo mese e gli arretrati si pagano a parte.',
      ...suTfr.avvertenze,
    ],
  };
}

/** The years of the contributions, and that of the end where board is reckoned by its table. */
function premesseDi(
  { condizioni, cessazione: fine }: DatiCessazione,
  contributi: readonly UltimoTrimestre[],
  norme: Norme,
): string[] {
  const conVitto = condizioni.some(({ vittoAlloggioGiorni }) => vittoAlloggioGiorni > 0);
  const { anno } = partiDelGiorno(fine);
  const anni = [...(conVitto ? [anno] : []), ...contributi.map(({ trimestre }) => trimestre.anno)];
  return premesse(regoleFinoAl(norme, Math.max(anno, ...anni)), anni);
}

function vittoAlGiorno({ vittoAlloggioGiorni }: CondizioniDiFine, anno: number, norme: Norme): Decimale {
  if (vittoAlloggioGiorni === 0) return new Decimale(0);
  const { vittoAlloggio } = tabellaDel(anno, norme);
  if (vittoAlloggio !== undefined) return new Decimale(vittoAlloggio.totale);
  throw new ErroreDati('vitto-alloggio-non-noto/fine-rapporto', { anno, campo: 'vittoAlloggioGiorni' });
}

/** A day of holiday: a sixth of the week by the hour, a 26th of the month with board for who is paid by the month. */
function ferieNonGodute(
  { ferieNonGodute: giorni }: DatiCessazione,
  { oreSettimanali, paga, vittoAlloggioGiorni }: CondizioniDiFine,
  vitto: Decimale,
  { retribuzioneAnnua: annua }: RegoleProspetti,
): { readonly importo: Centesimi; readonly ore: Decimale; readonly passi: readonly Passo[] } {
  if (giorni.isNegative() || giorni.gt(GIORNI_DI_FERIE_MASSIMI)) {
    throw new ErroreDati('ferie-non-valide/non-godute', {
      giorni: giorni.toString(),
      massimo: GIORNI_DI_FERIE_MASSIMI,
      campo: 'ferieNonGodute',
    });
  }
  // Six working days a week, whatever the pay is told by: hours for INPS are theirs.
  const ore = oreSettimanali.times(giorni).dividedBy(6).toDecimalPlaces(2);
  if (giorni.isZero()) return { importo: centesimi(0), ore, passi: [] };
  const alMese = vitto.times(vittoAlloggioGiorni).times(annua.anno.settimane).dividedBy(annua.anno.mesi);
  const mensile =
    paga.tipo === 'mensile'
      ? inEuro(paga.importo)
      : inEuro(paga.importo).times(oreSettimanali).times(annua.anno.settimane).dividedBy(annua.anno.mesi);
  const globale = arrotondaAlCentesimo(mensile.plus(alMese));
  const importo = arrotondaAlCentesimo(giornoDiFerie(inEuro(globale), annua).times(giorni));
  return {
    importo,
    ore,
    passi: [
      {
        etichetta: 'Ferie non godute',
        formula: `${euroIt(globale)} al mese${vitto.isZero() ? '' : ', vitto e alloggio compresi,'} / ${annua.ferie.giorniLavorativi} × ${decimaleIt(giorni)} giorni`,
        risultato: euroIt(importo),
        fonte: fonteUnica(annua.ferie.fonti),
      },
    ],
  };
}
