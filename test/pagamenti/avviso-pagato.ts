import type { Bollettino } from '../../src/bollettini/bollettino.ts';
import { buildPaSendRt, parsePaSendRtRes, type RicevutaAvviso } from '../../src/pagopa/avvisi/pa-send-rt.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { ente } from '../bollettini/ambiente.ts';
import type { AmbientePagamenti } from './ambiente.ts';
import { daNodo } from './da-nodo.ts';

/** The station as the node names it. */
export const stazione = {
  idPa: ente.codiceFiscale,
  intermediario: ente.intermediario,
  stazione: ente.stazione,
};

/** The receipt of a notice that was paid at a counter. */
export function ricevutaDi(bollettino: Bollettino, modifiche: Partial<RicevutaAvviso> = {}): RicevutaAvviso {
  const debitore = { tipo: 'F', codice: 'RSSMRA80A01D620V', anagrafica: 'Mario Rossi' } as const;
  return {
    idRicevuta: 'c110729d258c4ab1b765fe902aae41d6',
    avviso: bollettino.codiceAvviso,
    dominio: ente.codiceFiscale,
    esito: 'OK',
    iuv: bollettino.iuv,
    importo: bollettino.importo,
    descrizione: 'Contributi lavoro domestico',
    ente: ente.denominazione,
    debitore,
    trasferimenti: [
      {
        id: 1,
        importo: bollettino.importo,
        dominio: ente.codiceFiscale,
        ente: ente.denominazione,
        iban: ente.iban,
        causale: `/RFB/${bollettino.iuv}/338.00`,
        categoria: '9/0701101IP/',
      },
    ],
    idPsp: '88888888888',
    psp: 'Sportello di Prova',
    canale: '88888888888_01',
    descrizioneCanale: 'sportello',
    metodo: 'cash',
    commissione: centesimi(150),
    dataOra: '2026-10-05T10:20:00',
    dataApplicazione: '2026-10-05',
    dataTrasferimento: '2026-10-06',
    ...modifiche,
  };
}

/** Hands over a receipt and tells the answer: `OK` or the fault code. */
export async function mandaRicevuta(
  a: AmbientePagamenti,
  ricevuta: RicevutaAvviso,
  versione: 1 | 2 = 2,
): Promise<string> {
  const risposta = parsePaSendRtRes(
    await daNodo(a.pagamenti, buildPaSendRt({ versione, stazione, ricevuta })),
    versione,
  );
  return risposta.esito === 'OK' ? 'OK' : risposta.fault.faultCode;
}
