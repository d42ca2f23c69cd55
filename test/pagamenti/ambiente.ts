import { randomUUID } from 'node:crypto';
import { daNodo } from './da-nodo.ts';
import type { RapportoDiLavoro } from '../../src/anagrafe/rapporto-di-lavoro.ts';
import type { Bollettino } from '../../src/bollettini/bollettino.ts';
import { createServizioOperatori } from '../../src/pagamenti/crea-servizio-operatori.ts';
import { createServizioPagamenti } from '../../src/pagamenti/crea-servizio-pagamenti.ts';
import type { NodoFlussi } from '../../src/pagamenti/flussi.ts';
import type { Consegna, Tentativo } from '../../src/pagamenti/pagamento.ts';
import type { ServizioOperatori } from '../../src/pagamenti/servizio-operatori.ts';
import type { ServizioPagamenti } from '../../src/pagamenti/servizio-pagamenti.ts';
import {
  type CanalePsp,
  type EsitoInvioCarrello,
  type EsitoInvioRpt,
  type FaultBean,
  type NodoClient,
  NodoIrraggiungibile,
  type StatoRpt,
} from '../../src/pagopa/nodo-client.ts';
import { buildPaaInviaRt, parsePaaInviaRtRisposta } from '../../src/pagopa/operazioni/paa-invia-rt.ts';
import { buildRt } from '../../src/pagopa/rpt/build-rt.ts';
import { parseRpt } from '../../src/pagopa/rpt/parse-rpt.ts';
import type { Rt } from '../../src/pagopa/rpt/rt.ts';
import { parseTrimestre } from '../../src/scadenze/trimestre.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { parseGiorno } from '../../src/valori/giorno.ts';
import { type ArchivioDiProva, archivioSqlite, isDel2020, nelSuoGiorno } from '../archivio/archivio-di-prova.ts';
import { type AmbienteBollettini, ambienteBollettini, ente } from '../bollettini/ambiente.ts';

export const SCONOSCIUTA: FaultBean = {
  faultCode: 'PPT_RPT_SCONOSCIUTA',
  faultString: 'RPT sconosciuta.',
  id: 'NodoDeiPagamentiSPC',
};

/** Where the pages of that node are. */
export const ORIGINE_NODO = 'http://nodo.example';

/** A node that remembers what it was sent and answers as the test wishes. */
export class NodoDiProva implements NodoClient {
  readonly carrelli: string[] = [];
  /** Keys of the RPTs the node has. */
  readonly presi = new Set<string>();
  domande = 0;
  /** What the next sending does; `persa`: the node takes the cart and its answer is lost. */
  prossimo: 'ok' | 'persa' | 'giu' | 'rifiuta' | 'fault-sbagliato' = 'ok';
  /** Where the next sending sends the browser. */
  indirizzo = urlOf;

  inviaCarrelloRpt(
    idCarrello: string,
    rpt: readonly { readonly chiave: { readonly iuv: string; readonly ccp: string } }[],
  ): Promise<EsitoInvioCarrello> {
    this.carrelli.push(idCarrello);
    const modo = this.prossimo;
    if (modo === 'giu') return Promise.reject(new NodoIrraggiungibile('down'));
    const fault = { faultCode: 'PPT_SEMANTICA', faultString: 'Errore semantico.', id: 'NodoDeiPagamentiSPC' };
    if (modo === 'rifiuta') return Promise.resolve({ esito: 'KO', fault, erroriRpt: [] });
    for (const { chiave } of rpt) this.presi.add(chiave.ccp);
    if (modo === 'persa') return Promise.reject(new NodoIrraggiungibile('time-out'));
    if (modo === 'fault-sbagliato') return Promise.resolve({ esito: 'KO', fault, erroriRpt: [] });
    return Promise.resolve({ esito: 'OK', url: this.indirizzo(idCarrello) });
  }

  /** RPTs of notices that a PSP activated: their keys and the PSP each went to. */
  readonly singole: { readonly ccp: string; readonly xml: string; readonly psp: string | undefined }[] = [];

  inviaRpt({ ccp }: { readonly ccp: string }, xml: string, canale?: CanalePsp): Promise<EsitoInvioRpt> {
    if (this.prossimo === 'giu') return Promise.reject(new NodoIrraggiungibile('down'));
    this.singole.push({ ccp, xml, psp: canale?.psp });
    this.presi.add(ccp);
    return Promise.resolve({ esito: 'OK' });
  }

  chiediStatoRpt({ ccp }: { readonly ccp: string }): Promise<StatoRpt | FaultBean> {
    this.domande += 1;
    if (this.prossimo === 'giu') return Promise.reject(new NodoIrraggiungibile('down'));
    if (!this.presi.has(ccp)) return Promise.resolve(SCONOSCIUTA);
    return Promise.resolve({
      stato: 'RPT_PARCHEGGIATA_NODO',
      url: `${ORIGINE_NODO}/wallet/welcome?idSession=s-${ccp}`,
      storico: [],
    });
  }

  /** RTs that the node can be asked for, by CCP. */
  readonly copie = new Map<string, string>();

  chiediCopiaRt({ ccp }: { readonly ccp: string }): Promise<{ readonly rt: string } | FaultBean> {
    if (this.prossimo === 'giu') return Promise.reject(new NodoIrraggiungibile('down'));
    const rt = this.copie.get(ccp);
    return Promise.resolve(rt === undefined ? { ...SCONOSCIUTA, faultCode: 'PPT_RT_SCONOSCIUTA' } : { rt });
  }
}

/** A node without flows. */
const nessunFlusso: NodoFlussi = {
  chiediElencoFlussi: () => Promise.resolve([]),
  chiediFlusso: () => Promise.resolve(SCONOSCIUTA),
};

function urlOf(idCarrello: string): string {
  return `${ORIGINE_NODO}/wallet/welcome?idSession=s-${idCarrello}`;
}

export interface AmbientePagamenti extends AmbienteBollettini {
  readonly nodo: NodoDiProva;
  readonly pagamenti: ServizioPagamenti;
}

export async function ambientePagamenti(
  apri: () => Promise<ArchivioDiProva> = archivioSqlite,
): Promise<AmbientePagamenti> {
  const base = await ambienteBollettini(apri);
  const nodo = new NodoDiProva();
  const archivio = base.prova.archivio;
  return {
    ...base,
    nodo,
    pagamenti: createServizioPagamenti({
      ...base.dipendenze,
      archivio,
      nodo,
      modo: 'carrello-rpt',
      originePagamento: ORIGINE_NODO,
    }),
  };
}

/** The operators’ service over the same archive and node. */
export function operatoriDi(a: AmbientePagamenti): ServizioOperatori {
  const { archivio } = a.prova;
  const { registro } = archivio;
  return createServizioOperatori({
    ...a.dipendenze,
    archivio,
    registro,
    nodo: a.nodo,
    flussi: nessunFlusso,
    modo: 'carrello-rpt',
    originePagamento: ORIGINE_NODO,
  });
}

/** Issues a quarter of a rapporto, of 2020 or before on its day. */
export async function emetti(
  a: AmbienteBollettini,
  trimestre = '4/2020',
  rapporto: RapportoDiLavoro = a.rapporto,
): Promise<Bollettino> {
  const {
    emessi: [bollettino],
  } = await nelSuoGiorno(a.prova.clock, trimestre, () =>
    a.servizio.emetti(a.datore, rapporto.id, parseTrimestre(trimestre)),
  );
  if (bollettino === undefined) throw new Error('nothing was issued');
  // Else nobody could pay it today: it would be prescribed.
  if (isDel2020(trimestre)) await a.servizio.dichiaraAtto(a.datore, bollettino.id, parseGiorno('2024-03-01'));
  return bollettino;
}

/** Confirms these bollettini and hands them over; resolves to the hand-offs and their attempts. */
export async function consegnati(
  a: AmbientePagamenti,
  bollettini: readonly Bollettino[],
): Promise<{ readonly consegne: readonly Consegna[]; readonly tentativi: readonly Tentativo[] }> {
  const confermate = await a.pagamenti.conferma(a.datore, bollettini);
  const consegne: Consegna[] = [];
  const tentativi: Tentativo[] = [];
  for (const { id } of confermate) {
    consegne.push(await a.pagamenti.consegnaAlNodo(a.datore, id));
    tentativi.push(...(await a.prova.archivio.letture.tentativi.dellaConsegna(id)));
  }
  return { consegne, tentativi };
}

/** How a test's RT differs from that of a payment made as asked. */
export type ModificheRt = Partial<Pick<Rt, 'esito' | 'idMessaggio' | 'iuv' | 'ccp' | 'riferimentoMessaggio'>> & {
  readonly importo?: number;
  readonly iur?: string;
};

/** The RT of an attempt's RPT, as XML. */
export async function rtDi(a: AmbientePagamenti, tentativo: Tentativo, modifiche: ModificheRt = {}): Promise<string> {
  const rpt = parseRpt((await a.prova.archivio.letture.tentativi.rpt(tentativo.id)) ?? '');
  const { importo: dato, iur = randomUUID().slice(0, 20), ...altre } = modifiche;
  const negativa = altre.esito === '1' || altre.esito === '3';
  const importo = centesimi(dato ?? (negativa ? 0 : rpt.importoTotale));
  return buildRt({
    dominio: rpt.dominio,
    idMessaggio: randomUUID().replaceAll('-', ''),
    dataOraMessaggio: '2026-10-05T10:10:00',
    riferimentoMessaggio: rpt.idMessaggio,
    riferimentoData: rpt.dataOraMessaggio.slice(0, 10),
    attestante: { tipo: 'B', codice: 'PROVITXX', denominazione: 'Banca di Prova' },
    ente: rpt.ente,
    pagatore: rpt.pagatore,
    esito: '0',
    importoTotale: importo,
    iuv: rpt.iuv,
    ccp: rpt.ccp,
    pagamenti: rpt.versamenti.map((versamento) => ({
      importo,
      esito: negativa ? 'Annullato da utente' : 'ESEGUITO',
      dataEsito: '2026-10-05',
      iur: negativa ? '0' : iur,
      causale: versamento.causale,
      datiSpecificiRiscossione: versamento.datiSpecificiRiscossione,
      ...(negativa ? {} : { commissioniPsp: centesimi(100) }),
    })),
    ...altre,
  });
}

/** The envelope in which the node hands over this RT. */
export function buste(tentativo: Pick<Tentativo, 'dominio' | 'iuv' | 'ccp'>, xml: string): string {
  const { intermediario, stazione } = ente;
  const { dominio, iuv, ccp } = tentativo;
  return buildPaaInviaRt({ intestazione: { intermediario, stazione, dominio, iuv, ccp }, xml });
}

/** Hands over an RT and tells the answer: `OK` or the fault code. */
export async function consegnaRt(a: AmbientePagamenti, tentativo: Tentativo, xml: string): Promise<string> {
  const risposta = parsePaaInviaRtRisposta(await daNodo(a.pagamenti, buste(tentativo, xml)));
  return risposta.esito === 'OK' ? 'OK' : risposta.fault.faultCode;
}

/** States as the database has them. */
export async function stati(
  a: AmbientePagamenti,
): Promise<Record<'bollettini' | 'tentativi' | 'consegne' | 'anomalie', string[]>> {
  const colonna = async (tabella: string, quale: string, ordine: string) =>
    ((await a.prova.knex(tabella).orderBy(ordine)) as Record<string, string>[]).map((riga) => riga[quale] ?? '');
  return {
    bollettini: await colonna('bollettini', 'stato', 'iuv'),
    tentativi: await colonna('tentativi', 'stato', 'iuv'),
    consegne: await colonna('consegne', 'stato', 'ordine'),
    anomalie: await colonna('anomalie', 'tipo', 'aperta_il'),
  };
}
