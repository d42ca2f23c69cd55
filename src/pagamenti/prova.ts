import { giornoXsd } from '../pagopa/data-ora.ts';
import type { RicevutaAvviso } from '../pagopa/avvisi/pa-send-rt.ts';
import type { Rt } from '../pagopa/rpt/rt.ts';
import type { Centesimi } from '../valori/denaro.ts';
import type { Giorno } from '../valori/giorno.ts';
import type { NuovaAnomalia, TipoAnomalia } from './anomalia.ts';
import type { Tentativo } from './pagamento.ts';
import { giornoPagatoRt, quandoPagatoAvviso } from './quando-pagato.ts';

/** What any message says of money, whichever model it comes by: an RT or the receipt of a notice. */
export interface Prova {
  readonly dominio: string;
  readonly iuv: string;
  readonly ccp: string;
  readonly idMessaggio: string;
  readonly esito: string;
  readonly importo: Centesimi;
  /** Pieces of money, each with the identifier that flows will bear and the day from which one is due. */
  readonly movimenti: readonly { readonly iur: string; readonly importo: Centesimi; readonly dataEsito: Giorno }[];
  /** Same text, same fingerprint. */
  readonly impronta: string;
}

/** @param il when it arrived */
export function provaDaRt(rt: Rt, impronta: string, il: string): Prova {
  const { dominio, iuv, ccp, idMessaggio, esito } = rt;
  const movimenti = rt.pagamenti.map(({ iur, importo, dataEsito }) => ({
    iur,
    importo,
    dataEsito: giornoPagatoRt(dataEsito, rt, il),
  }));
  return { dominio, iuv, ccp, idMessaggio, esito, importo: rt.importoTotale, movimenti, impronta };
}

/**
 * The receipt's id is the attempt's CCP, the message's number and, in the flows, the IUR (SANP 3.0). Flows follow the day on
 * which the PSP books the money (applicationDate), which may come after the day of the payment.
 * @param il when it arrived
 */
export function provaDaAvviso(ricevuta: RicevutaAvviso, impronta: string, il: string): Prova {
  const { dominio, iuv, idRicevuta, importo } = ricevuta;
  const dataEsito = giornoXsd(ricevuta.dataApplicazione ?? '') ?? quandoPagatoAvviso(ricevuta, il).dataEsito;
  return {
    dominio,
    iuv,
    ccp: idRicevuta,
    idMessaggio: idRicevuta,
    esito: ricevuta.esito === 'OK' ? '0' : '1',
    importo,
    movimenti: [{ iur: idRicevuta, importo, dataEsito }],
    impronta,
  };
}

/** An anomaly about a message; the same message again opens the same one. */
export function anomaliaDi(
  tipo: TipoAnomalia,
  prova: Prova,
  tentativo?: Pick<Tentativo, 'id' | 'bollettinoId' | 'importo'>,
  difetti: readonly string[] = [],
): NuovaAnomalia {
  return {
    tipo,
    chiave: `${tipo}:${prova.impronta}`,
    dominio: prova.dominio,
    iuv: prova.iuv,
    ccp: prova.ccp,
    ...(tentativo !== undefined && { tentativoId: tentativo.id, bollettinoId: tentativo.bollettinoId }),
    dettaglio: {
      idMessaggio: prova.idMessaggio,
      esito: prova.esito,
      importoRicevuto: prova.importo,
      importoAtteso: tentativo?.importo ?? null,
      difetti: difetti.join('; ') || null,
    },
  };
}
