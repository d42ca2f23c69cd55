import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FormatoUscita, formatData, formatImporto } from '../lotti/calcola/formato.ts';
import { csvLine } from '../lotti/csv/cell.ts';
import type { TipoColonna } from '../lotti/xlsx/sheet-xml.ts';
import { writeWorkbook } from '../lotti/xlsx/write-workbook.ts';
import { formatTrimestre } from '../scadenze/trimestre.ts';
import { type Centesimi, formatEuro } from '../valori/denaro.ts';
import { type RigaStato, STATI_TRIMESTRE, type StatoDeiClienti, type TotaleCliente } from './stato-trimestre.ts';

type Celle<R> = readonly {
  readonly nome: string;
  readonly tipo: TipoColonna;
  readonly cella: (riga: R, formato: FormatoUscita) => string;
}[];

const euro = (importo: Centesimi | undefined, formato: FormatoUscita): string =>
  importo === undefined ? '' : formatImporto(importo, formato);

/** The state of a quarter, a line a rapporto. */
const RAPPORTI: Celle<RigaStato> = [
  { nome: 'datore_cf', tipo: 'testo', cella: ({ cliente }) => cliente.datore.codiceFiscale },
  { nome: 'datore_nome', tipo: 'testo', cella: ({ cliente: { datore } }) => `${datore.cognome} ${datore.nome}` },
  { nome: 'rapporto', tipo: 'testo', cella: ({ cliente }) => cliente.rapporto.codice },
  {
    nome: 'lavoratore_nome',
    tipo: 'testo',
    cella: ({ cliente: { rapporto } }) => `${rapporto.lavoratore.cognome} ${rapporto.lavoratore.nome}`,
  },
  { nome: 'stato', tipo: 'testo', cella: ({ stato }) => STATI_TRIMESTRE[stato] },
  { nome: 'emesso', tipo: 'decimale', cella: ({ emesso }, f) => euro(emesso, f) },
  { nome: 'pagato', tipo: 'decimale', cella: ({ pagato }, f) => euro(pagato, f) },
  {
    nome: 'pagato_il',
    tipo: 'data',
    cella: ({ pagatoIl }, f) => (pagatoIl === undefined ? '' : formatData(pagatoIl, f)),
  },
  { nome: 'da_pagare', tipo: 'decimale', cella: ({ daPagare }, f) => euro(daPagare, f) },
  { nome: 'scadenza', tipo: 'data', cella: ({ scadenza }, f) => formatData(scadenza, f) },
  { nome: 'codice_avviso', tipo: 'testo', cella: ({ avvisi }) => avvisi.join(' ') },
  { nome: 'trimestre_prima', tipo: 'decimale', cella: ({ prima }, f) => euro(prima, f) },
  { nome: 'differenza', tipo: 'decimale', cella: ({ differenza }, f) => euro(differenza, f) },
];

/** The totals, a line an employer. */
const CLIENTI: Celle<TotaleCliente> = [
  { nome: 'datore_cf', tipo: 'testo', cella: ({ datore }) => datore.codiceFiscale },
  { nome: 'datore_nome', tipo: 'testo', cella: ({ datore }) => `${datore.cognome} ${datore.nome}` },
  { nome: 'rapporti', tipo: 'intero', cella: ({ rapporti }) => String(rapporti) },
  { nome: 'mancano', tipo: 'intero', cella: ({ mancano }) => String(mancano) },
  { nome: 'emesso', tipo: 'decimale', cella: ({ emesso }, f) => euro(emesso, f) },
  { nome: 'pagato', tipo: 'decimale', cella: ({ pagato }, f) => euro(pagato, f) },
  { nome: 'da_pagare', tipo: 'decimale', cella: ({ daPagare }, f) => euro(daPagare, f) },
];

const LARGHEZZA = 18;

/** The lines of the rapporti, and at their end the grand total. */
export function statoCsv(stato: StatoDeiClienti): string {
  const { totale } = stato;
  const somme: Readonly<Record<string, Centesimi>> = {
    emesso: totale.emesso,
    pagato: totale.pagato,
    da_pagare: totale.daPagare,
  };
  const righe = [
    RAPPORTI.map(({ nome }) => nome),
    ...stato.righe.map((riga) => RAPPORTI.map(({ cella }) => cella(riga, 'italiano'))),
    RAPPORTI.map(({ nome }) => (nome === 'datore_nome' ? 'Totale' : euro(somme[nome], 'italiano'))),
  ];
  return `\ufeff${righe.map((riga) => csvLine(riga, '\r\n')).join('')}`;
}

/** A workbook: the rapporti, and the totals of each client with the grand total. */
export async function statoXlsx(stato: StatoDeiClienti): Promise<Buffer> {
  const cartella = await mkdtemp(join(tmpdir(), 'trimestre-stato-'));
  const { totale } = stato;
  const somma = ['', 'Totale', String(totale.rapporti), String(totale.mancano)];
  const euroTotali = [totale.emesso, totale.pagato, totale.daPagare].map((importo) => formatEuro(importo));
  try {
    const file = join(cartella, 'stato.xlsx');
    await writeWorkbook(file, [
      sheet(`Trimestre ${formatTrimestre(stato.trimestre).replace('/', ' ')}`, RAPPORTI, stato.righe, []),
      sheet('Clienti', CLIENTI, stato.perCliente, [[...somma, ...euroTotali]]),
    ]);
    return await readFile(file);
  } finally {
    await rm(cartella, { recursive: true, force: true });
  }
}

function sheet<R>(nome: string, celle: Celle<R>, righe: readonly R[], inFondo: readonly (readonly string[])[]) {
  return {
    nome,
    intestazioni: celle.map((una) => una.nome),
    tipi: celle.map(({ tipo }) => tipo),
    larghezze: celle.map(() => LARGHEZZA),
    righe: [...righe.map((riga) => celle.map(({ cella }) => cella(riga, 'iso'))), ...inFondo],
  };
}

/** For `--json` and the API: amounts `"338.00"`, null where there is none. */
export function statoToJson({ trimestre, righe, perCliente, totale, senzaSettimane }: StatoDeiClienti) {
  return {
    trimestre: formatTrimestre(trimestre),
    rapporti: righe.map(
      ({ cliente: { datore, rapporto }, stato, pagatoIl, scadenza, avvisi, prima, differenza, ...importi }) => ({
        datore: { codiceFiscale: datore.codiceFiscale, cognome: datore.cognome, nome: datore.nome },
        rapporto: rapporto.codice,
        lavoratore: { cognome: rapporto.lavoratore.cognome, nome: rapporto.lavoratore.nome },
        stato,
        ...amounts(importi),
        pagatoIl: pagatoIl ?? null,
        scadenza,
        codiciAvviso: avvisi,
        trimestrePrima: prima === undefined ? null : formatEuro(prima),
        differenza: differenza === undefined ? null : formatEuro(differenza),
      }),
    ),
    clienti: perCliente.map(({ datore, rapporti, mancano, ...importi }) => ({
      codiceFiscale: datore.codiceFiscale,
      cognome: datore.cognome,
      nome: datore.nome,
      rapporti,
      mancano,
      ...amounts(importi),
    })),
    totale: quantities(totale),
    senzaSettimane: senzaSettimane.map(({ rapporto }) => rapporto.codice),
  };
}

/** The grand total alone. */
export function totaleToJson({ trimestre, totale }: StatoDeiClienti) {
  return { trimestre: formatTrimestre(trimestre), ...quantities(totale) };
}

function quantities({ rapporti, mancano, ...importi }: StatoDeiClienti['totale']) {
  return { rapporti, mancano, ...amounts(importi) };
}

function amounts({ emesso, pagato, daPagare }: Pick<RigaStato, 'emesso' | 'pagato' | 'daPagare'>) {
  return { emesso: formatEuro(emesso), pagato: formatEuro(pagato), daPagare: formatEuro(daPagare) };
}
