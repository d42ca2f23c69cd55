import { randomUUID } from 'node:crypto';
import type { Contesto } from '../accesso/contesto.ts';
import type { RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import type { Bollettino } from '../bollettini/bollettino.ts';
import { createServizioPagamenti } from '../pagamenti/crea-servizio-pagamenti.ts';
import type { DipendenzePagamenti } from '../pagamenti/dipendenze.ts';
import { registraFlusso } from '../pagamenti/flussi.ts';
import { dataOraItaliana } from '../pagopa/data-ora.ts';
import { buildFlussoRiversamento, type FlussoRiversamento } from '../pagopa/flussi/flusso-riversamento.ts';
import type { NodoClient } from '../pagopa/nodo-client.ts';
import { buildPaaInviaRt, parsePaaInviaRtRisposta } from '../pagopa/operazioni/paa-invia-rt.ts';
import { buildRt } from '../pagopa/rpt/build-rt.ts';
import { parseRpt } from '../pagopa/rpt/parse-rpt.ts';
import type { Rt } from '../pagopa/rpt/rt.ts';
import type { Centesimi } from '../valori/denaro.ts';
import type { Trimestre } from '../scadenze/trimestre.ts';
import { aggiungiGiorni, parseGiorno } from '../valori/giorno.ts';
import type { BollettinoDemo } from './schema-demo.ts';

const ORIGINE = 'https://pagopa.example';

/** The node of the demo data's past: it took what it was given. */
const nodoDelPassato: NodoClient = {
  inviaCarrelloRpt: () => Promise.resolve({ esito: 'OK', url: `${ORIGINE}/wallet/welcome?idSession=${randomUUID()}` }),
  inviaRpt: () => Promise.reject(new Error('the demo pays no notice at a counter')),
  chiediStatoRpt: () => Promise.reject(new Error('the demo asks nothing of its node')),
  chiediCopiaRt: () => Promise.reject(new Error('the demo asks nothing of its node')),
};

const PASSATO = { nodo: nodoDelPassato, modo: 'carrello-rpt', originePagamento: ORIGINE } as const;

/** Pays a bollettino of the demo data as it was paid in its time: confirmed, handed over, its receipt heard, its money in a flow. */
export async function pagaPerProva(
  comuni: Omit<DipendenzePagamenti, keyof typeof PASSATO>,
  contesto: Contesto,
  { id, versione }: Bollettino,
  pagato: NonNullable<BollettinoDemo['pagato']>,
): Promise<void> {
  const dip = { ...comuni, ...PASSATO };
  const pagamenti = createServizioPagamenti(dip);
  for (const consegna of await pagamenti.conferma(contesto, [{ id, versione }])) {
    await pagamenti.consegnaAlNodo(contesto, consegna.id);
    for (const tentativo of await dip.archivio.letture.tentativi.dellaConsegna(consegna.id)) {
      const rpt = (await dip.archivio.letture.tentativi.rpt(tentativo.id)) ?? '';
      const { intermediario, stazione } = dip.ente;
      const { dominio, iuv, ccp } = tentativo;
      const rt = receiptOf(rpt, dip.clock.now(), pagato);
      const xml = buildRt(rt);
      const busta = buildPaaInviaRt({ intestazione: { intermediario, stazione, dominio, iuv, ccp }, xml });
      const { soap } = await pagamenti.rispondiAlNodo({ corpo: busta, azione: 'paaInviaRT' });
      const risposta = parsePaaInviaRtRisposta(soap);
      if (risposta.esito !== 'OK') throw new Error(`demo receipt refused: ${risposta.fault.faultCode}`);
      await registraFlusso(dip, buildFlussoRiversamento(flowOf(rt)));
    }
  }
}

/** Confirms a quarter's bollettini and leaves them there, as who is called away before pagoPA's page opens. */
export async function confermaPerProva(
  comuni: Omit<DipendenzePagamenti, keyof typeof PASSATO>,
  contesto: Contesto,
  { rapporto, trimestre }: { readonly rapporto: RapportoDiLavoro; readonly trimestre: Trimestre },
): Promise<void> {
  const { archivio } = comuni;
  const tutti = await archivio.letture.bollettini.delTrimestre(rapporto.id, trimestre);
  const voci = tutti.filter(({ stato }) => stato === 'nel-carrello').map(({ id, versione }) => ({ id, versione }));
  if (voci.length > 0) await createServizioPagamenti({ ...comuni, ...PASSATO }).conferma(contesto, voci);
}

function receiptOf(xmlRpt: string, ora: Date, pagato: { psp: string; commissione: Centesimi }): Rt {
  const rpt = parseRpt(xmlRpt);
  return {
    dominio: rpt.dominio,
    ...(rpt.stazione !== undefined && { stazione: rpt.stazione }),
    idMessaggio: randomUUID().replaceAll('-', ''),
    dataOraMessaggio: dataOraItaliana(ora),
    riferimentoMessaggio: rpt.idMessaggio,
    riferimentoData: rpt.dataOraMessaggio.slice(0, 10),
    attestante: { tipo: 'B', codice: 'PROVITXX', denominazione: pagato.psp },
    ente: rpt.ente,
    pagatore: rpt.pagatore,
    esito: '0',
    importoTotale: rpt.importoTotale,
    iuv: rpt.iuv,
    ccp: rpt.ccp,
    pagamenti: rpt.versamenti.map((versamento) => ({
      importo: versamento.importo,
      esito: 'ESEGUITO',
      dataEsito: dataOraItaliana(ora).slice(0, 10),
      iur: randomUUID().replaceAll('-', ''),
      causale: versamento.causale,
      datiSpecificiRiscossione: versamento.datiSpecificiRiscossione,
      commissioniPsp: pagato.commissione,
    })),
  };
}

/** The PSP's credit transfer of the next day, with this payment alone. */
function flowOf({ iuv, importoTotale, attestante, ente, pagamenti, dataOraMessaggio }: Rt): FlussoRiversamento {
  const giorno = aggiungiGiorni(parseGiorno(dataOraMessaggio.slice(0, 10)), 1);
  return {
    id: `${giorno}${attestante.codice}-${iuv.slice(-12)}`,
    dataOra: `${aggiungiGiorni(giorno, 1)}T08:00:00`,
    regolamento: `TRN${iuv}`,
    dataRegolamento: giorno,
    mittente: { tipo: 'B', codice: attestante.codice, denominazione: attestante.denominazione },
    ricevente: { tipo: 'G', codice: ente.codice, denominazione: ente.denominazione },
    totale: importoTotale,
    righe: pagamenti.map(({ iur, importo, dataEsito }) => ({ iuv, iur, importo, codice: '0', dataEsito })),
  };
}
