import type { PspConPassword } from '../../src/pagopa/avvisi/psp.ts';
import { createPspClient, type PspClient } from '../../src/simulatore/sportello/psp-client.ts';
import { PERCORSO_NODO } from '../../src/simulatore/server.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { DOMINIO } from './banco.ts';

/** Two counters of the catalogue. */
export const molo: PspConPassword = {
  idPsp: 'SIMTAB06',
  intermediario: '99999900060',
  canale: '99999900060_SPORTELLO',
  password: 'simulazione',
};
export const cometa: PspConPassword = {
  idPsp: 'SIMCOM05',
  intermediario: '99999900052',
  canale: '99999900052_SPORTELLO',
  password: 'simulazione',
};

export const importo = centesimi(33800);
export const dettagli = {
  metodo: 'cash',
  commissione: centesimi(200),
  dataApplicazione: '2021-01-05',
  dataTrasferimento: '2021-01-06',
} as const;

export function pspDi(url: string, chi: PspConPassword = molo, versione: 1 | 2 = 1): PspClient {
  return createPspClient({ url: url + PERCORSO_NODO, psp: chi, versione, timeoutMs: 20_000 });
}

export const qrDi = (avviso: string) => ({ dominio: DOMINIO, avviso });

/** Activates a notice and gives back its token. */
export async function attiva(avviso: string, client: PspClient, altro = {}): Promise<string> {
  const attivato = await client.attiva({ qr: qrDi(avviso), importo, ...altro });
  if (attivato.esito === 'KO') throw new Error(attivato.fault.faultCode);
  return attivato.token;
}
