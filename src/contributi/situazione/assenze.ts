import type { TipoAssenza } from '../../norme/assenze.ts';
import type { Norme } from '../../norme/norme.ts';
import { vale } from '../../norme/regole-scadenze.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import {
  aggiungiGiorni,
  aggiungiMesi,
  formatGiornoItaliano,
  type Giorno,
  giornoDellaSettimana,
  giorniTra,
} from '../../valori/giorno.ts';
import { italiano } from '../../valori/italiano.ts';
import type { Fonte, Passo } from '../../valori/spiegazione.ts';
import { condizioniDel, type GiornoDelTrimestre, nelGiorno } from './calendario.ts';
import { testoOre } from '../ore.ts';
import { passo } from './centesimi-di-ora.ts';
import { orePagate } from './ore-pagate.ts';
import { ripartisci } from './ripartizione.ts';
import type { Assenza, OrePagate, Situazione } from './situazione.ts';
import { fonteUnica } from '../../valori/fonte-unica.ts';

/** Longest absence that can be told: beyond it a year was surely mistyped. */
const GIORNI_MASSIMI = 1100;

/**
 * Takes away the hours of the unpaid days of each absence; paid ones keep the hours that would have been worked.
 * @param ore hours of each day of the quarter, changed in place
 * @returns one step an absence, with what was taken away
 * @throws ErroreDati for an unknown kind or days out of order
 */
export function togliAssenze(
  ore: number[],
  giorni: readonly GiornoDelTrimestre[],
  situazione: Situazione,
  norme: Norme,
): Passo[] {
  return situazione.assenze.map((assenza) => {
    const tipo = trovaTipo(assenza, norme);
    if (assenza.orePagate !== undefined)
      return conOreProprie(ore, giorni, assenza, assenza.orePagate, tipo, situazione, norme);
    const { pagati, fonte, note } = giorniPagati(assenza, tipo, situazione, norme);
    const primoNonPagato = aggiungiGiorni(assenza.dal, Math.min(pagati, GIORNI_MASSIMI));
    let tolte = 0;
    for (const [indice, { giorno }] of giorni.entries()) {
      if (giorno < primoNonPagato || giorno > assenza.al) continue;
      tolte += ore[indice] ?? 0;
      ore[indice] = 0;
    }
    return {
      etichetta: `Assenza: ${tipo.nome}`,
      formula: italiano`dal ${formatGiornoItaliano(assenza.dal)} al ${formatGiornoItaliano(assenza.al)}, ${quantiPagati(assenza, pagati)}${note}`,
      risultato: tolte === 0 ? 'nessuna ora tolta' : `${testoOre(tolte)} in meno`,
      fonte,
    };
  });
}

/** Replaces the hours of the absence's days by those paid for it, spread as the terms foresee on all of them. */
function conOreProprie(
  ore: number[],
  giorni: readonly GiornoDelTrimestre[],
  { dal, al }: Assenza,
  pagate: OrePagate,
  tipo: TipoAssenza,
  situazione: Situazione,
  norme: Norme,
): Passo {
  const { oreSettimanali } = condizioniDel(situazione, dal);
  const { centesimiDiOra, formula, fonte } = orePagate(
    pagate,
    { giorno: dal, oreSettimanali, campo: 'assenze' },
    norme,
  );
  const durata = giorniTra(dal, al) + 1;
  const date = Array.from({ length: durata }, (_, n) => aggiungiGiorni(dal, n));
  const pesi = date.map((data) => nelGiorno(situazione, data, giornoDellaSettimana(data), norme).previste);
  const parti = ripartisci(centesimiDiOra, pesi, passo(centesimiDiOra));
  const perData = new Map(date.map((data, n) => [data, parti[n] ?? 0]));
  for (const [indice, { giorno }] of giorni.entries()) ore[indice] = perData.get(giorno) ?? ore[indice] ?? 0;
  return {
    etichetta: italiano`${tipo.nome} dal ${formatGiornoItaliano(dal)} al ${formatGiornoItaliano(al)}: ore pagate`,
    formula,
    risultato: testoOre(centesimiDiOra),
    fonte,
  };
}

function trovaTipo({ tipo, dal, al }: Assenza, norme: Norme): TipoAssenza {
  if (al < dal || giorniTra(dal, al) > GIORNI_MASSIMI) {
    throw new ErroreDati('assenza-non-valida', {
      dal: formatGiornoItaliano(dal),
      al: formatGiornoItaliano(al),
      campo: 'assenze',
    });
  }
  const trovato = norme.assenze.tipi.find(({ codice }) => codice === tipo);
  if (trovato !== undefined) return trovato;
  const noti = norme.assenze.tipi.map(({ codice }) => codice).join(', ');
  throw new ErroreDati('assenza-sconosciuta', { tipo: tipo.slice(0, 40), noti, campo: 'assenze' });
}

/** Calendar days, counted from the first of the absence, whose hours stay paid. */
function giorniPagati(
  assenza: Assenza,
  tipo: TipoAssenza,
  situazione: Situazione,
  norme: Norme,
): { pagati: number; fonte: Fonte; note: string } {
  const fonte = fonteUnica(norme.assenze.fonti);
  if (assenza.giorniPagati !== undefined) return { pagati: assenza.giorniPagati, fonte, note: ' (indicati)' };
  switch (tipo.pagate) {
    case 'tutte':
      return { pagati: Number.POSITIVE_INFINITY, fonte, note: '' };
    case 'nessuna':
      return { pagati: 0, fonte, note: '' };
    case 'primi-giorni':
      return { pagati: tipo.giorni, fonte, note: '' };
    case 'malattia': {
      const regola = norme.assenze.malattia.find((voce) => vale(voce, assenza.dal));
      if (regola === undefined) return { pagati: 0, fonte, note: '' };
      const limite = giorniMalattia(
        regola.scaglioni,
        situazione.assunzione ?? situazione.condizioni[0].dal ?? assenza.dal,
        assenza.dal,
      );
      const gia = assenza.giorniGiaPagati ?? 0;
      const note = gia > 0 ? ` (${limite} nell’anno, ${gia} già pagati)` : ` (${limite} nell’anno)`;
      return { pagati: Math.max(limite - gia, 0), fonte: fonteUnica(regola.fonti), note };
    }
  }
}

/** Paid sickness days of a year, by the service on its first day. */
export function giorniMalattia(
  scaglioni: readonly { readonly oltreMesi: number; readonly giorni: number }[],
  assunzione: Giorno,
  primoGiorno: Giorno,
): number {
  const scaglione = scaglioni.findLast(
    ({ oltreMesi }) => oltreMesi === 0 || primoGiorno > aggiungiMesi(assunzione, oltreMesi),
  );
  return scaglione?.giorni ?? 0;
}

function quantiPagati({ dal, al }: Assenza, pagati: number): string {
  const durata = giorniTra(dal, al) + 1;
  if (pagati >= durata) return durata === 1 ? '1 giorno pagato' : `${durata} giorni tutti pagati`;
  if (pagati === 0) return durata === 1 ? '1 giorno non pagato' : `${durata} giorni non pagati`;
  return `${durata} giorni, i primi ${pagati} pagati`;
}
