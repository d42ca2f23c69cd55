import type { Norme } from '../../norme/norme.ts';
import { fonteUnica } from '../../scadenze/slittamento.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { aggiungiGiorni, aggiungiMesi, formatGiornoItaliano, type Giorno } from '../../valori/giorno.ts';
import { dividiMezzoInSu } from '../../valori/arrotondamento.ts';
import { centesimi, type Centesimi } from '../../valori/denaro.ts';
import { italiano } from '../../valori/italiano.ts';
import type { Passo } from '../../valori/spiegazione.ts';
import type { SgravioApplicato } from '../calcolo.ts';
import { euro } from '../testo.ts';
import { testoOre } from './centesimi-di-ora.ts';
import { type GiornoPagato, perOra, type Riga } from './righe.ts';
import type { RichiestaSgravio } from './situazione.ts';

/** A relief worked out on the rows of one bollettino. */
export interface Sgravio {
  readonly applicato: SgravioApplicato;
  readonly passi: readonly Passo[];
  readonly avvertenze: readonly string[];
}

/**
 * The reliefs asked for, on the rows of one bollettino; those that give nothing here are left out.
 * @param gia cents of the over-80 relief already taken by the quarter's other bollettino
 * @throws ErroreDati when the day given cannot open the relief
 */
export function sgravi(
  richieste: readonly RichiestaSgravio[],
  righe: readonly Riga[],
  giorni: readonly GiornoPagato[],
  gia: number,
  norme: Norme,
): Sgravio[] {
  return richieste
    .map((richiesta) =>
      richiesta.codice === 'madri-2022'
        ? madri(richiesta.rientro, righe, giorni, norme)
        : over80(richiesta.dal, righe, giorni, gia, norme),
    )
    .filter(({ applicato }) => applicato.importo > 0);
}

/** Hourly exemption of the mother's share: half of it, half-up to the cent (reproduces INPS's table). */
export function esoneroOrario(quota: Centesimi, percentuale: string): Centesimi {
  return centesimi(dividiMezzoInSu(quota * Number(percentuale), 100));
}

function madri(rientro: Giorno, righe: readonly Riga[], giorni: readonly GiornoPagato[], norme: Norme): Sgravio {
  const { codice, nome, rientroDal, rientroAl, durataMesi, percentuale, fonti, avvertenza } = norme.sgravi.madri;
  controllaPeriodo(rientro, rientroDal, rientroAl, 'il rientro');
  const ore = oreNelPeriodo(righe, giorni, rientro, durataMesi);
  const voci = righe.map(({ tariffa }, indice) => ({
    ore: ore[indice] ?? 0,
    oraria: esoneroOrario(tariffa.quotaLavoratore, percentuale),
  }));
  const importo = centesimi(voci.reduce((somma, voce) => somma + perOra(voce.ore, voce.oraria), 0));
  return {
    applicato: { codice, nome, importo, aCarico: 'lavoratore' },
    passi: voci
      .filter((voce) => voce.ore > 0)
      .map((voce) => ({
        etichetta: nome,
        formula: `${testoOre(voce.ore)} × ${euro(voce.oraria)}`,
        risultato: euro(perOra(voce.ore, voce.oraria)),
        fonte: fonteUnica(fonti),
      })),
    avvertenze: [avvertenza],
  };
}

function over80(
  dal: Giorno,
  righe: readonly Riga[],
  giorni: readonly GiornoPagato[],
  gia: number,
  norme: Norme,
): Sgravio {
  const regola = norme.sgravi.over80;
  controllaPeriodo(dal, regola.assunzioniDal, regola.assunzioniAl, 'l’assunzione o la trasformazione');
  const ore = oreNelPeriodo(righe, giorni, dal, regola.durataMesi);
  const quotaDatore = righe.reduce((somma, { tariffa, tempoDeterminato }, indice) => {
    const quante = tempoDeterminato ? 0 : (ore[indice] ?? 0);
    return somma + perOra(quante, tariffa.contributoOrario) - perOra(quante, tariffa.quotaLavoratore);
  }, 0);
  const tetto = Math.max(regola.tettoTrimestre - gia, 0);
  const importo = centesimi(Math.min(quotaDatore, tetto));
  return {
    applicato: { codice: regola.codice, nome: regola.nome, importo, aCarico: 'datore' },
    passi: [
      {
        etichetta: regola.nome,
        formula: `il minore fra ${euro(centesimi(quotaDatore))} (quota del datore) e ${euro(centesimi(tetto))} (tetto del trimestre)`,
        risultato: euro(importo),
        fonte: fonteUnica(regola.fonti),
      },
    ],
    avvertenze: [regola.avvertenza, `Requisiti: ${regola.requisiti}`],
  };
}

/** Hours of each row that fall in the months from a day on. */
function oreNelPeriodo(righe: readonly Riga[], giorni: readonly GiornoPagato[], dal: Giorno, mesi: number): number[] {
  const al = aggiungiGiorni(aggiungiMesi(dal, mesi), -1);
  return righe.map((riga) =>
    giorni
      .filter(({ indice, giorno }) => riga.giorni.includes(indice) && dal <= giorno.giorno && giorno.giorno <= al)
      .reduce((somma, { ore }) => somma + ore, 0),
  );
}

function controllaPeriodo(giorno: Giorno, dal: Giorno, al: Giorno, cosa: string): void {
  if (dal <= giorno && giorno <= al) return;
  throw new ErroreDati(
    'sgravio-non-spettante',
    italiano`sgravi: ${cosa} deve cadere fra il ${formatGiornoItaliano(dal)} e il ${formatGiornoItaliano(al)}, non il ${formatGiornoItaliano(giorno)}.`,
    { campo: 'sgravi' },
  );
}
