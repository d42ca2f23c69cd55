import {
  CODICI_RIVERSAMENTO,
  type FlussoLetto,
  parseFlussoRiversamento,
  type RigaNonCompresa,
} from '../pagopa/flussi/flusso-riversamento.ts';
import { type FaultBean, NodoIrraggiungibile } from '../pagopa/nodo-client.ts';
import { XmlRifiutato } from '../pagopa/xml/xml-rifiutato.ts';
import { centesimi, somma } from '../valori/denaro.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { aggiungiGiorni, giornoInItalia } from '../valori/giorno.ts';
import type { NuovaAnomalia } from './anomalia.ts';
import type { DipendenzePagamenti } from './dipendenze.ts';
import type { IncassoRendicontabile, RapportoRendicontazione, RigaRendicontata } from './rendicontazione.ts';

/** The node's rendicontazione pair (nodoChiediElencoFlussi…, nodoChiediFlusso…). */
export interface NodoFlussi {
  chiediElencoFlussi(): Promise<readonly { readonly id: string; readonly dataOra: string }[] | FaultBean>;
  chiediFlusso(id: string): Promise<{ readonly xml: Uint8Array } | FaultBean>;
}

/** Credit the day after, flow the day after that: by the third the receipt must be in a flow (SACI 1.4.0 ch. 4). */
const GIORNI_DEL_FLUSSO = 3;

/** Downloads the flows we lack. What is refused (it does not add up, it is not the creditor's) is named and not kept. */
export async function scaricaFlussi(
  dip: DipendenzePagamenti,
  nodo: NodoFlussi,
): Promise<{ readonly nuovi: number; readonly rifiutati: readonly string[] }> {
  const elenco = await orSilent(() => nodo.chiediElencoFlussi());
  if (elenco === undefined) throw nodeSilent();
  if ('faultCode' in elenco) throw nodeRefused(elenco);
  const rifiutati: string[] = [];
  let nuovi = 0;
  for (const { id, dataOra } of elenco) {
    if (await dip.archivio.letture.flussi.esiste(id, dataOra)) continue;
    const risposta = await orSilent(() => nodo.chiediFlusso(id));
    try {
      if (risposta === undefined) rifiutati.push(`${id}: il nodo non ha risposto`);
      else if ('faultCode' in risposta) rifiutati.push(`${id}: ${risposta.faultCode}`);
      else if (await registraFlusso(dip, Buffer.from(risposta.xml).toString('utf8'))) nuovi += 1;
    } catch (errore) {
      if (!(errore instanceof ErroreDati)) throw errore;
      rifiutati.push(`${id}: ${errore.message}`);
    }
  }
  return { nuovi, rifiutati };
}

/**
 * Keeps a flow as it came; each payment of it that is not understood is told to operators.
 * @returns false when we have it already
 * @throws ErroreDati `flusso-non-valido`
 */
export async function registraFlusso({ archivio, clock, ente }: DipendenzePagamenti, xml: string): Promise<boolean> {
  const flusso = readFlow(xml);
  if (flusso.ricevente.codice !== ente.codiceFiscale) {
    throw new ErroreDati('flusso-non-valido/altro-ente', { flusso: flusso.id });
  }
  const il = clock.now().toISOString();
  return archivio.transazione(async (tx) => {
    const nuovo = await tx.flussi.inserisci(flusso, xml, il);
    if (nuovo) for (const riga of flusso.nonComprese) await tx.anomalie.apri(notUnderstood(flusso, riga), il);
    return nuovo;
  });
}

function notUnderstood(
  flusso: FlussoLetto,
  { posto, difetto, iuv, iur, importo, codice }: RigaNonCompresa,
): NuovaAnomalia {
  return {
    tipo: 'riga-di-flusso-non-compresa',
    chiave: `riga-di-flusso-non-compresa:${flusso.id}:${flusso.dataOra}:${posto}`,
    dominio: flusso.ricevente.codice,
    ...(iuv !== '' && { iuv: iuv.slice(0, 35) }),
    dettaglio: { flusso: flusso.id, posto, difetti: difetto.slice(0, 200), iur, importoNelFlusso: importo, codice },
  };
}

function readFlow(xml: string) {
  try {
    return parseFlussoRiversamento(xml);
  } catch (errore) {
    if (!(errore instanceof XmlRifiutato)) throw errore;
    throw new ErroreDati('flusso-non-valido', { motivo: errore.message });
  }
}

/** Matches flows and receipts by IUV and IUR, as they are now: nothing is stored, so asking twice says the same. */
export async function riconcilia({ archivio, clock }: DipendenzePagamenti): Promise<RapportoRendicontazione> {
  const { flussi } = archivio.letture;
  const incassi = new Map((await flussi.incassi()).map((incasso) => [keyOf(incasso), incasso]));
  const viste = new Set<string>();
  const esito = { riconciliati: [] as RigaRendicontata[], ripetuti: [] as RigaRendicontata[] };
  const senzaRicevuta: RigaRendicontata[] = [];
  const revocati: RigaRendicontata[] = [];
  const importoDiverso: RapportoRendicontazione['importoDiverso'][number][] = [];
  for (const letta of await flussi.righe()) {
    const incasso = incassi.get(keyOf(letta));
    const riga = incasso === undefined ? letta : { ...letta, incassoId: incasso.id };
    if (riga.codice === '3') revocati.push(riga);
    else if (incasso === undefined) senzaRicevuta.push(riga);
    else if (viste.has(keyOf(riga))) esito.ripetuti.push(riga);
    else if (incasso.importo !== riga.importo) importoDiverso.push({ ...riga, importoRicevuta: incasso.importo });
    else esito.riconciliati.push(riga);
    viste.add(keyOf(riga));
  }
  const attesi = [...incassi.values()].filter((incasso) => !viste.has(keyOf(incasso)));
  const limite = aggiungiGiorni(giornoInItalia(clock.now()), -GIORNI_DEL_FLUSSO);
  const [mancanti, recenti] = partition(attesi, (incasso) => incasso.dataEsito <= limite);
  return {
    flussi: await flussi.elenco(),
    riconciliati: total(esito.riconciliati),
    senzaRpt: esito.riconciliati.filter(({ codice }) => CODICI_RIVERSAMENTO[codice].senzaRpt),
    importoDiverso,
    senzaRicevuta,
    revocati,
    mancanti,
    inArrivo: total(recenti),
    ripetuti: esito.ripetuti,
  };
}

function keyOf({ iuv, iur }: Pick<RigaRendicontata | IncassoRendicontabile, 'iuv' | 'iur'>): string {
  return `${iuv} ${iur}`;
}

function total(righe: readonly { readonly importo: RigaRendicontata['importo'] }[]) {
  return {
    quanti: righe.length,
    importo: righe.length === 0 ? centesimi(0) : somma(righe.map((riga) => riga.importo)),
  };
}

function partition<T>(tutti: readonly T[], come: (uno: T) => boolean): readonly [T[], T[]] {
  return [tutti.filter(come), tutti.filter((uno) => !come(uno))];
}

async function orSilent<T>(chiedi: () => Promise<T>): Promise<T | undefined> {
  try {
    return await chiedi();
  } catch (errore) {
    if (errore instanceof NodoIrraggiungibile) return undefined;
    throw errore;
  }
}

function nodeSilent(): ErroreDati {
  return new ErroreDati('nodo-non-risponde');
}

function nodeRefused({ faultCode, faultString }: FaultBean): ErroreDati {
  return new ErroreDati('nodo-ha-rifiutato', { faultCode, faultString });
}
