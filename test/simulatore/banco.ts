import { type InviaHttp, inviaHttp } from '../../src/pagopa/invia-http.ts';
import { createNodoClient, type NodoClientSoap } from '../../src/pagopa/nodo-client-soap.ts';
import type { ChiaveTentativo } from '../../src/pagopa/nodo-client.ts';
import type { Iuv } from '../../src/pagopa/identificativi/codice-avviso.ts';
import { buildIdCarrello } from '../../src/pagopa/rpt/id-carrello.ts';
import { buildRpt } from '../../src/pagopa/rpt/build-rpt.ts';
import type { Rpt } from '../../src/pagopa/rpt/rpt.ts';
import type { OpzioniSimulatore } from '../../src/simulatore/opzioni.ts';
import { createSimulatore, PERCORSO_NODO, type Simulatore } from '../../src/simulatore/server.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { rpt as modello } from '../pagopa/esempi.ts';
import { validaUfficiale } from '../pagopa/schemi-ufficiali.ts';
import { avviaEnteFinto, type EnteFinto } from './ente-finto.ts';

export const DOMINIO = '80078750587';
export const SEGRETO = 'segreto-di-prova-01';
/** The instant every run starts at; the node's clock moves only when a test moves it or real time passes. */
export const INIZIO = new Date('2021-01-05T09:30:00Z');

/** Node and creditor side by side, each with its port. */
export interface Banco {
  readonly simulatore: Simulatore;
  readonly url: string;
  readonly ente: EnteFinto;
  readonly nodo: NodoClientSoap;
  /** Sends a cart of so many new RPTs and gives back their keys with the session the node opened. */
  carrello(quante?: number, cambia?: (rpt: Rpt) => Rpt, nodo?: NodoClientSoap): Promise<Inviato>;
  close(): Promise<void>;
}

export interface Inviato {
  readonly idSession: string;
  readonly chiavi: readonly ChiaveTentativo[];
  readonly url: string;
}

export async function avviaBanco(opzioni: Partial<OpzioniSimulatore> = {}): Promise<Banco> {
  const ente = await avviaEnteFinto();
  // From this bench's own start: the process may be minutes old.
  const partenza = performance.now();
  const simulatore = createSimulatore({
    port: 0,
    dbFile: ':memory:',
    ritardoRtMs: 0,
    ritentativiMs: [20, 20],
    timeoutMs: 5_000,
    clock: { now: () => new Date(INIZIO.getTime() + Math.trunc(performance.now() - partenza)) },
    stazioni: [stazione(ente.url)],
    ...opzioni,
  });
  const { url } = await simulatore.listen();
  const nodo = nodoClient(url);
  let progressivo = 0n;
  return {
    simulatore,
    url,
    ente,
    nodo,
    async carrello(quante = 1, cambia = (rpt) => rpt, mittente = nodo) {
      const rpt = Array.from({ length: quante }, () => cambia(rptNuova((progressivo += 1n))));
      const idCarrello = buildIdCarrello({ anno: 2021, dominio: DOMINIO, codiceSorgente: '01', progressivo });
      const elementi = rpt.map((una) => ({ chiave: chiaveDi(una), xml: validato(buildRpt(una)) }));
      const esito = await mittente.inviaCarrelloRpt(idCarrello, elementi);
      if (esito.esito === 'KO') throw new Error(JSON.stringify(esito));
      const idSession = new URL(esito.url).searchParams.get('idSession') ?? '';
      return { idSession, chiavi: rpt.map(chiaveDi), url: esito.url };
    },
    async close() {
      await simulatore.close();
      await ente.close();
    },
  };
}

export function stazione(urlEnte: string): OpzioniSimulatore['stazioni'][number] {
  return {
    idDominio: DOMINIO,
    denominazione: 'INPS (simulato)',
    intermediario: DOMINIO,
    stazione: `${DOMINIO}_01`,
    password: 'simulazione',
    urlRt: `${urlEnte}/pagopa/rt`,
    urlRitorno: `${urlEnte}/pagopa/ritorno?da=nodo`,
    segreto: SEGRETO,
    ibanCensiti: ['IT60X0542811101000000123456'],
  };
}

export function nodoClient(
  url: string,
  cambia: { codiceFiscale?: string; password?: string; stazione?: string; intermediario?: string } = {},
  timeoutMs = 20_000,
): NodoClientSoap {
  return createNodoClient({
    url: url + PERCORSO_NODO,
    ente: {
      codiceFiscale: DOMINIO,
      intermediario: DOMINIO,
      stazione: `${DOMINIO}_01`,
      password: 'simulazione',
      ...cambia,
    },
    timeoutMs,
    invia: invioValidato,
  });
}

/** A new RPT of 338,00 euro; IUV and CCP follow from the number. */
export function rptNuova(numero: bigint): Rpt {
  const iuv = `03${String(numero).padStart(13, '0')}00`;
  const importo = centesimi(33800);
  return {
    ...modello,
    idMessaggio: `RPT${iuv}`,
    iuv,
    ccp: `CCP${String(numero).padStart(20, '0')}`,
    importoTotale: importo,
    versamenti: modello.versamenti.map((versamento) => ({ ...versamento, causale: `/RFB/${iuv}/338.00/TXT/prova` })),
  };
}

export function chiaveDi(rpt: Rpt): ChiaveTentativo {
  return { dominio: rpt.dominio, iuv: rpt.iuv as Iuv, ccp: rpt.ccp };
}

/** Every SOAP message both ways goes through the official schemas. */
const invioValidato: InviaHttp = async (url, richiesta) => {
  validato(richiesta.corpo);
  const risposta = await inviaHttp(url, richiesta);
  const testo = risposta.corpo.toString('utf8');
  if (risposta.stato === 200 && testo.endsWith('</soapenv:Envelope>')) validato(testo);
  return risposta;
};

function validato(xml: string): string {
  validaUfficiale(xml);
  return xml;
}

/** Waits for something to become true, giving way to the other side meanwhile. */
export async function finche(vero: () => boolean | Promise<boolean>, che: string, limiteMs = 60_000): Promise<void> {
  const fine = performance.now() + limiteMs;
  while (!(await vero())) {
    if (performance.now() > fine) throw new Error(`never happened: ${che}`);
    await new Promise((poi) => setTimeout(poi, 5));
  }
}
