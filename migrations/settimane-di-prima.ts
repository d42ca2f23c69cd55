import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';

/** A bollettino as it was before anybody kept its weeks. Whole numbers come as text from PostgreSQL. */
interface Prima {
  readonly id: string;
  readonly rapporto_id: string;
  readonly trimestre_anno: number | string;
  readonly trimestre_numero: number | string;
  readonly gruppo: string;
  readonly iuv: string;
  readonly stato: string;
  readonly dati: string;
  readonly calcolo: string;
  readonly creato_il: string;
}

/** Rapporti whose bollettini are read at a time. */
const RAPPORTI = 500;
const GIORNO_MS = 24 * 3_600_000;

/**
 * Gives the bollettini that are already there the weeks they pay, as far as nobody holds them. What was paid comes first, then
 * what is older. One that asks for weeks already paid in its own group was issued as an integration; any other that finds its
 * weeks taken is kept as it is, without them, and shown to operators.
 */
export async function carryOver(knex: Knex): Promise<void> {
  for (let ultimo = ''; ;) {
    const rapporti = await knex('bollettini')
      .where('rapporto_id', '>', ultimo)
      .distinct('rapporto_id')
      .orderBy('rapporto_id')
      .limit(RAPPORTI)
      .pluck<string[]>('rapporto_id');
    const fine = rapporti.at(-1);
    if (fine === undefined) return;
    const righe = await knex('bollettini').whereIn('rapporto_id', rapporti).select<Prima[]>('*');
    for (const suoi of byQuarter(righe).values()) await coverQuarter(knex, suoi);
    ultimo = fine;
  }
}

function byQuarter(righe: readonly Prima[]): Map<string, Prima[]> {
  const trimestri = new Map<string, Prima[]>();
  for (const riga of righe) {
    const chiave = `${riga.rapporto_id} ${riga.trimestre_anno} ${riga.trimestre_numero}`;
    trimestri.set(chiave, [...(trimestri.get(chiave) ?? []), riga]);
  }
  return trimestri;
}

async function coverQuarter(knex: Knex, righe: readonly Prima[]): Promise<void> {
  const posto = ({ stato, creato_il, id }: Prima) =>
    `${stato === 'pagato' ? 0 : stato === 'eliminato' ? 2 : 1} ${creato_il} ${id}`;
  let coperte = 0;
  let integrazioni = 0;
  let integraViva: boolean = false;
  const pagati = new Set<string>();
  for (const riga of [...righe].sort((a, b) => (posto(a) < posto(b) ? -1 : 1))) {
    const { possibili, quante } = asked(riga);
    if (riga.stato === 'eliminato') {
      await knex('bollettini')
        .where({ id: riga.id })
        .update({ settimane: first(possibili, quante) });
      continue;
    }
    const sue = first(possibili & ~coperte, quante);
    const viva = riga.stato !== 'pagato';
    const integra: boolean = sue === 0 && pagati.has(riga.gruppo) && !(viva && integraViva);
    integraViva ||= integra && viva;
    await knex('bollettini')
      .where({ id: riga.id })
      .update({ settimane: sue, ...(integra && { integrazione: (integrazioni += 1) }) });
    coperte |= sue;
    if (!viva) pagati.add(riga.gruppo);
    if (!integra && bits(sue) < quante) await report(knex, riga, quante - bits(sue));
  }
}

/** The weeks a bollettino was computed on: named where its calculation names them, otherwise so many of the rapporto's. */
function asked(riga: Prima): { readonly possibili: number; readonly quante: number } {
  const calcolo = JSON.parse(riga.calcolo) as { settimane?: number; dettaglio?: { segniSettimane?: string } };
  const { assunzione = '', cessazione = '9999' } = JSON.parse(riga.dati) as {
    assunzione?: string;
    cessazione?: string;
  };
  const sabati = saturdays(Number(riga.trimestre_anno), Number(riga.trimestre_numero));
  const segni = calcolo.dettaglio?.segniSettimane;
  if (segni !== undefined) {
    const nominate = sabati.reduce((bit, _, i) => ((segni[i] ?? '0') === '0' ? bit : bit | (1 << i)), 0);
    return { possibili: nominate, quante: bits(nominate) };
  }
  const tutte = sabati.reduce((bit, _, i) => bit | (1 << i), 0);
  const delRapporto = sabati.reduce(
    (bit, sabato, i) => (day(sabato) >= assunzione && day(sabato - 6 * GIORNO_MS) <= cessazione ? bit | (1 << i) : bit),
    0,
  );
  const quante = Math.min(calcolo.settimane ?? bits(delRapporto), sabati.length);
  return { possibili: quante > bits(delRapporto) ? tutte : delRapporto, quante };
}

/** The Saturdays of a calendar quarter, as instants at midnight UTC. */
function saturdays(anno: number, numero: number): number[] {
  const trovati: number[] = [];
  const fine = Date.UTC(anno, numero * 3, 1);
  for (let ora = Date.UTC(anno, numero * 3 - 3, 1); ora < fine; ora += GIORNO_MS) {
    if (new Date(ora).getUTCDay() === 6) trovati.push(ora);
  }
  return trovati;
}

function day(ora: number): string {
  return new Date(ora).toISOString().slice(0, 10);
}

function bits(insieme: number): number {
  return insieme.toString(2).replaceAll('0', '').length;
}

function first(insieme: number, quante: number): number {
  let scelte = 0;
  for (let i = 0; i < 14 && bits(scelte) < quante; i += 1) scelte |= insieme & (1 << i);
  return scelte;
}

async function report(knex: Knex, riga: Prima, mancano: number): Promise<void> {
  const trimestre = `${riga.trimestre_numero}/${riga.trimestre_anno}`;
  await knex('anomalie').insert({
    id: randomUUID(),
    chiave: `settimane-doppie ${riga.id}`,
    tipo: 'settimane-doppie',
    bollettino_id: riga.id,
    iuv: riga.iuv,
    descrizione:
      'Il bollettino chiede settimane che un altro dello stesso trimestre paga già: eliminarlo, o chiederne il rimborso.',
    dettaglio: JSON.stringify({ trimestre, stato: riga.stato, settimaneGiaCoperte: mancano }),
    stato: 'aperta',
    aperta_il: new Date().toISOString(),
  });
}
