import type { Norme } from '../../norme/norme.ts';
import { centesimi, type Centesimi } from '../../valori/denaro.ts';
import { dividiMezzoInSu } from '../../valori/arrotondamento.ts';
import { arrotondaOre, perOra } from '../../valori/ore.ts';
import type { Calcolo, SgravioApplicato } from '../calcolo.ts';
import type { Conto, Gruppo, OreDelFondo } from './gruppo.ts';
import type { Riga } from './riga.ts';

/** The money of one bollettino. */
export interface ImportiGruppo {
  /** Of the hours alone. */
  readonly contributi: Centesimi;
  readonly quotaContributi: Centesimi;
  readonly associazione: Calcolo['associazione'];
  /** Reliefs that give something here. */
  readonly sgravi: readonly SgravioApplicato[];
  /** What is due: contributions and fund, less the reliefs. */
  readonly totale: Centesimi;
  readonly quotaLavoratore: Centesimi;
  readonly quotaDatore: Centesimi;
}

const NESSUNO: readonly SgravioApplicato[] = [];

/** The one place where hours become money: each row is rounded once, half-up to the cent. One result a group. */
export function importi({ gruppi, situazione }: Conto, norme: Norme): ImportiGruppo[] {
  const soldi: ImportiGruppo[] = [];
  let gia = 0;
  for (const gruppo of gruppi) {
    const solo = situazione.soloAssistenza === true;
    const sgravi = gruppo.sgravi.length === 0 || solo ? NESSUNO : applica(gruppo, gia, norme);
    for (const { aCarico, importo } of sgravi) if (aCarico === 'datore') gia += importo;
    soldi.push(componi(gruppo, sgravi, solo));
  }
  return soldi;
}

/** @param solo the fund's contribution alone */
function componi({ righe, fondo, inPiu }: Gruppo, sgravi: readonly SgravioApplicato[], solo: boolean): ImportiGruppo {
  let contributi = 0;
  let quotaContributi = 0;
  if (!solo) {
    for (const { centesimiDiOra, tariffa } of righe) {
      contributi += perOra(centesimiDiOra, tariffa.contributoOrario);
      quotaContributi += perOra(centesimiDiOra, tariffa.quotaLavoratore);
    }
  }
  const associazione = fondo === null ? null : delFondo(fondo, inPiu);
  let totale = contributi + (associazione === null ? 0 : associazione.totale);
  let lavoratore = quotaContributi + (associazione === null ? 0 : associazione.quotaLavoratore);
  for (const { aCarico, importo } of sgravi) {
    totale -= importo;
    if (aCarico === 'lavoratore') lavoratore -= importo;
  }
  return {
    contributi: centesimi(contributi),
    quotaContributi: centesimi(quotaContributi),
    associazione,
    sgravi,
    totale: centesimi(totale),
    quotaLavoratore: centesimi(lavoratore),
    quotaDatore: centesimi(totale - lavoratore),
  };
}

/**
 * One amount, however many hourly ones its hours have: it is rounded once, so that the printed formula gives what is paid.
 * @param inPiu cents beyond the hours, all the employer's
 */
function delFondo(fondo: readonly OreDelFondo[], inPiu: number): NonNullable<Calcolo['associazione']> {
  let totale = 0;
  let quota = 0;
  for (const { tariffa, centesimiDiOra } of fondo) {
    totale += centesimiDiOra * tariffa.totale;
    quota += centesimiDiOra * tariffa.quota;
  }
  // Every entry is of the one fund, and there is at least one.
  const { codice } = (fondo[0] as OreDelFondo).tariffa;
  return {
    codice,
    totale: centesimi(arrotondaOre(totale) + inPiu),
    quotaLavoratore: arrotondaOre(quota),
  };
}

/** @param gia cents of the over-80 relief already taken by the quarter's other bollettino */
function applica({ sgravi, righe }: Gruppo, gia: number, norme: Norme): SgravioApplicato[] {
  const { madri, over80 } = norme.sgravi;
  return sgravi
    .map(({ codice, perRiga }): SgravioApplicato => {
      if (codice === 'madri-2022') {
        const importo = sommaRighe(perRiga, righe, ({ tariffa }, ore) =>
          perOra(ore, esoneroOrario(tariffa.quotaLavoratore, madri.percentuale)),
        );
        return { codice, nome: madri.nome, importo, aCarico: 'lavoratore' };
      }
      const importo = centesimi(Math.min(quotaDelDatore(perRiga, righe), tettoOver80(gia, norme)));
      return { codice, nome: over80.nome, importo, aCarico: 'datore' };
    })
    .filter(({ importo }) => importo > 0);
}

/** Hourly exemption of the mother's share: half of it, half-up to the cent (reproduces INPS's table). */
export function esoneroOrario(quota: Centesimi, percentuale: string): Centesimi {
  return centesimi(dividiMezzoInSu(quota * Number(percentuale), 100));
}

/** What is left of a quarter's ceiling of the over-80 relief. */
export function tettoOver80(gia: number, { sgravi }: Norme): Centesimi {
  return centesimi(Math.max(sgravi.over80.tettoTrimestre - gia, 0));
}

/** The employer's share of the hours that a relief looks at. */
export function quotaDelDatore(perRiga: readonly number[], righe: readonly Riga[]): Centesimi {
  return sommaRighe(
    perRiga,
    righe,
    ({ tariffa }, ore) => perOra(ore, tariffa.contributoOrario) - perOra(ore, tariffa.quotaLavoratore),
  );
}

function sommaRighe(
  perRiga: readonly number[],
  righe: readonly Riga[],
  importo: (riga: Riga, ore: number) => number,
): Centesimi {
  return centesimi(righe.reduce((somma, riga, n) => somma + importo(riga, perRiga[n] ?? 0), 0));
}
