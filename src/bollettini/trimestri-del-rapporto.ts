import type { RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import type { TrimestreNoto } from '../prospetti/scoperti/index.ts';
import { obbligoSospeso } from '../scadenze/obbligo-sospeso.ts';
import { confrontaTrimestri, estremi, type Trimestre, trimestreSuccessivo } from '../scadenze/trimestre.ts';
import { somma } from '../valori/denaro.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { type Giorno, partiDelGiorno } from '../valori/giorno.ts';
import { type Calcolatore, calcolaBase } from './base-di-calcolo.ts';
import type { Bollettino } from './bollettino.ts';
import { baseDelRapporto } from './dati-del-rapporto.ts';
import { versatoNetto } from './decisione.ts';
import { ultimoAtto } from './prescritto.ts';
import type { ArchivioBollettini } from './porte.ts';
import type { TrimestreConBollettini } from './trimestre-con-bollettini.ts';
import type { TermineDi } from './termine-di.ts';
import { meno, quante, settimaneDelTrimestre, unione } from './settimane-coperte.ts';

/**
 * The quarters of a rapporto that are over, oldest first: what was paid for each, what is asked, what it comes to.
 * @param quando `fino`: also those that are not over, up to this one
 */
export async function trimestriDelRapporto(
  letture: ArchivioBollettini,
  calcolatore: Calcolatore,
  rapporto: RapportoDiLavoro,
  { oggi, termineDi, fino }: { readonly oggi: Giorno; readonly termineDi: TermineDi; readonly fino?: Trimestre },
): Promise<readonly TrimestreConBollettini[]> {
  const noti: TrimestreConBollettini[] = [];
  const tutti = await letture.bollettini.delRapporto(rapporto.id);
  for (const trimestre of overBy(rapporto, oggi, fino)) {
    const suoi = tutti.filter((b) => confrontaTrimestri(b.trimestre, trimestre) === 0);
    // The association's contribution alone says nothing of INPS's.
    const bollettini = suoi.filter(({ stato, fondo }) => stato !== 'eliminato' && fondo !== 'solo');
    const termine = termineDi(trimestre, rapporto);
    // A suspension of the place moves what was issued before it was told too.
    const scadenza = termine?.sospesa === undefined ? (bollettini[0]?.scadenza ?? termine?.scadenza) : termine.scadenza;
    const senza =
      bollettini.length === 0 && settimaneDelTrimestre(trimestre, rapporto.assunzione, rapporto.cessazione) === 0;
    if (scadenza === undefined || senza) continue;
    const { sospesa } = termine ?? {};
    noti.push({
      scadenza,
      ...(sospesa !== undefined && { sospesa }),
      ...(estremi(trimestre).ultimo >= oggi && { inCorso: true }),
      bollettini,
      soloFondo: suoi.filter(
        ({ stato, fondo }) => fondo === 'solo' && (stato === 'nel-carrello' || stato === 'in-pagamento'),
      ),
      ...known(rapporto, trimestre, suoi, calcolatore),
    });
  }
  return noti;
}

function known(
  rapporto: RapportoDiLavoro,
  trimestre: Trimestre,
  tutti: readonly Bollettino[],
  calcolatore: Calcolatore,
): Omit<TrimestreNoto, 'scadenza'> {
  const bollettini = tutti.filter(({ stato, fondo }) => stato !== 'eliminato' && fondo !== 'solo');
  const pagati = bollettini.filter(({ stato }) => stato === 'pagato');
  const vivi = bollettini.filter(({ stato }) => stato !== 'pagato');
  const coperte = unione(bollettini.map(({ settimane }) => settimane));
  const { assunzione, cessazione } = rapporto;
  const sospeso = obbligoSospeso(rapporto, trimestre);
  const nulla = sospeso !== undefined && bollettini.length === 0;
  return {
    trimestre,
    ...ultimoAtto(tutti.map(({ interrottaIl }) => interrottaIl)),
    versato: somma(pagati.map(versatoNetto)),
    chiesto: somma(vivi.map(({ importo }) => importo)),
    ...(vivi.length > 0 && vivi.every(({ stato }) => stato === 'in-pagamento') && { pagamento: 'in-corso' }),
    ...(sospeso !== undefined && { obbligoSospeso: sospeso }),
    settimaneScoperte: nulla ? 0 : quante(meno(settimaneDelTrimestre(trimestre, assunzione, cessazione), coperte)),
    ...(bollettini.length === 0 && !nulla && proposed(rapporto, trimestre, calcolatore)),
  };
}

function proposed(
  rapporto: RapportoDiLavoro,
  trimestre: Trimestre,
  calcolatore: Calcolatore,
): Pick<TrimestreNoto, 'dovuto' | 'motivo'> {
  try {
    const calcoli = calcolaBase(baseDelRapporto(rapporto, trimestre, {}), calcolatore);
    return { dovuto: somma(calcoli.map(({ totale }) => totale)) };
  } catch (errore) {
    if (!(errore instanceof ErroreDati)) throw errore;
    return { motivo: errore.message };
  }
}

/** From the hiring to the last quarter that is over (or `fino`), or that the rapporto ended in. */
function overBy({ assunzione, cessazione }: RapportoDiLavoro, oggi: Giorno, fino?: Trimestre): Trimestre[] {
  const trovati: Trimestre[] = [];
  const ultimo = cessazione === undefined ? undefined : trimestreDel(cessazione);
  const dentro = (uno: Trimestre) =>
    estremi(uno).ultimo < oggi || (fino !== undefined && confrontaTrimestri(uno, fino) <= 0);
  for (let trimestre = trimestreDel(assunzione); dentro(trimestre);) {
    if (ultimo !== undefined && confrontaTrimestri(trimestre, ultimo) > 0) break;
    trovati.push(trimestre);
    trimestre = trimestreSuccessivo(trimestre);
  }
  return trovati;
}

function trimestreDel(giorno: Giorno): Trimestre {
  const { anno, mese } = partiDelGiorno(giorno);
  return { anno, numero: Math.ceil(mese / 3) as Trimestre['numero'] };
}
