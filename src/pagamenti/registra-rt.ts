import { createHash } from 'node:crypto';
import type { CodiceFaultPaa } from '../pagopa/faults.ts';
import { controllaRt } from '../pagopa/rpt/controlla-rt.ts';
import { parseRpt } from '../pagopa/rpt/parse-rpt.ts';
import type { Rt } from '../pagopa/rpt/rt.ts';
import { newId } from '../valori/new-id.ts';
import { applyEvento } from './esito-tentativo.ts';
import { contaPagato } from './incassi.ts';
import type { Tentativo } from './pagamento.ts';
import type { ArchivioPagamenti, RicevutaConservata } from './porte.ts';
import { anomaliaDi, type Prova, provaDaRt } from './prova.ts';
import { ricevutaDaRt } from './ricevuta-da-rt.ts';
import type { EventoTentativo } from './transizioni.ts';

/** What the node is told of its RT. */
export type EsitoRt = { readonly esito: 'OK' } | { readonly esito: 'KO'; readonly codice: CodiceFaultPaa };

const OK: EsitoRt = { esito: 'OK' };
const DUPLICATA: EsitoRt = { esito: 'KO', codice: 'PAA_RT_DUPLICATA' };

/** codiceEsitoPagamento → event. 2 and 4 are partial outcomes: a bollettino is paid whole or not at all. */
const EVENTI: Readonly<Record<Rt['esito'], EventoTentativo>> = {
  '0': 'rt-eseguito',
  '1': 'rt-non-eseguito',
  '2': 'rt-incoerente',
  '3': 'rt-decorsi-termini',
  '4': 'rt-incoerente',
};

/**
 * Hears an RT, within the caller's transaction. The same RT again changes nothing and is answered OK, because the node
 * repeats what it believes lost. What fits no attempt, amount or state becomes an anomaly and is never counted as paid.
 * @param xml the RT's text as it came
 */
export async function registraRt(tx: ArchivioPagamenti, rt: Rt, xml: string, il: string): Promise<EsitoRt> {
  const prova = provaDaRt(rt, createHash('sha256').update(xml).digest('hex'), il);
  const richiesta = await tx.tentativi.conChiave(rt);
  if (richiesta === undefined) {
    await tx.anomalie.apri(anomaliaDi('rt-sconosciuta', prova), il);
    return { esito: 'KO', codice: 'PAA_RPT_SCONOSCIUTA' };
  }
  const { tentativo } = richiesta;
  const precedenti = await tx.ricevute.delTentativo(tentativo.id);
  const stessa = precedenti.find((ricevuta) => ricevuta.idMessaggio === rt.idMessaggio);
  if (stessa?.impronta === prova.impronta) return stessa.coerente ? OK : { esito: 'KO', codice: 'PAA_SEMANTICA' };
  if (stessa !== undefined) {
    await tx.anomalie.apri(anomaliaDi('rt-alterata', prova, tentativo), il);
    return DUPLICATA;
  }
  const difetti = defects(richiesta.rpt, rt);
  const evento = difetti.length > 0 ? 'rt-incoerente' : EVENTI[rt.esito];
  await Promise.all([
    tx.ricevute.inserisci(
      toConservata(tentativo, rt, { xml, impronta: prova.impronta, il, coerente: evento !== 'rt-incoerente' }),
    ),
    tx.atti.registra({
      azione: 'esito-ricevuto',
      oggetto: { tipo: 'tentativo', id: tentativo.id },
      dettaglio: { esito: rt.esito, importo: rt.importoTotale, evento },
    }),
  ]);
  const ricevuto = precedenti.some(({ coerente, esito }) => coerente && esito === '0');
  return apply(tx, { tentativo, prova, evento, il, difetti, ricevuto });
}

interface Arrivo {
  readonly tentativo: Tentativo;
  readonly prova: Prova;
  readonly evento: EventoTentativo;
  readonly il: string;
  readonly difetti: readonly string[];
  /** Whether a receipt of an executed payment had come before; a flow may have closed the attempt without one. */
  readonly ricevuto: boolean;
}

async function apply(tx: ArchivioPagamenti, arrivo: Arrivo): Promise<EsitoRt> {
  const { tentativo, prova, evento, il, difetti, ricevuto } = arrivo;
  const giaEseguito = tentativo.stato === 'eseguito';
  await applyEvento(tx, tentativo, evento, il);
  if (evento === 'rt-incoerente') {
    await tx.anomalie.apri(anomaliaDi('rt-incoerente', prova, tentativo, difetti), il);
    return { esito: 'KO', codice: 'PAA_SEMANTICA' };
  }
  if (evento !== 'rt-eseguito') {
    if (!giaEseguito) return OK;
    await tx.anomalie.apri(anomaliaDi('rt-contraddittoria', prova, tentativo), il);
    return DUPLICATA;
  }
  await contaPagato(tx, tentativo, prova, il);
  return giaEseguito && ricevuto ? DUPLICATA : OK;
}

function defects(rpt: string | undefined, rt: Rt): readonly string[] {
  if (rpt === undefined) return ['an RT for an RPT that was never written'];
  const difetti = controllaRt(rt, parseRpt(rpt)).map((difetto) => `${difetto.codice}: ${difetto.descrizione}`);
  return EVENTI[rt.esito] === 'rt-incoerente' ? [...difetti, `partial outcome ${rt.esito}`] : difetti;
}

function toConservata(
  tentativo: Tentativo,
  rt: Rt,
  arrivo: { readonly xml: string; readonly impronta: string; readonly il: string; readonly coerente: boolean },
): RicevutaConservata {
  return {
    id: newId(),
    tentativoId: tentativo.id,
    idMessaggio: rt.idMessaggio,
    impronta: arrivo.impronta,
    esito: rt.esito,
    coerente: arrivo.coerente,
    importo: rt.importoTotale,
    dati: ricevutaDaRt(rt, arrivo.il),
    xml: arrivo.xml,
    ricevutaIl: arrivo.il,
  };
}
