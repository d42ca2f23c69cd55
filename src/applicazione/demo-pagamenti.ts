import { randomUUID } from 'node:crypto';
import type { Contesto } from '../accesso/contesto.ts';
import type { Bollettino } from '../bollettini/bollettino.ts';
import { createServizioPagamenti } from '../pagamenti/crea-servizio-pagamenti.ts';
import type { DipendenzePagamenti } from '../pagamenti/dipendenze.ts';
import { dataOraItaliana } from '../pagopa/data-ora.ts';
import type { NodoClient } from '../pagopa/nodo-client.ts';
import { buildPaaInviaRt, parsePaaInviaRtRisposta } from '../pagopa/operazioni/paa-invia-rt.ts';
import { buildRt } from '../pagopa/rpt/build-rt.ts';
import { parseRpt } from '../pagopa/rpt/parse-rpt.ts';
import type { Centesimi } from '../valori/denaro.ts';
import type { BollettinoDemo } from './schema-demo.ts';

/** The node of the demo data's past: it took what it was given. */
const nodoDelPassato: NodoClient = {
  inviaCarrelloRpt: () =>
    Promise.resolve({ esito: 'OK', url: `https://pagopa.example/wallet/welcome?idSession=${randomUUID()}` }),
  inviaRpt: () => Promise.reject(new Error('the demo pays no notice at a counter')),
  chiediStatoRpt: () => Promise.reject(new Error('the demo asks nothing of its node')),
  chiediCopiaRt: () => Promise.reject(new Error('the demo asks nothing of its node')),
};

/** Pays a bollettino of the demo data as it was paid in its time: confirmed, handed over, its receipt heard. */
export async function pagaPerProva(
  dip: Omit<DipendenzePagamenti, 'nodo' | 'modo'>,
  contesto: Contesto,
  { id, versione }: Bollettino,
  pagato: NonNullable<BollettinoDemo['pagato']>,
): Promise<void> {
  const pagamenti = createServizioPagamenti({ ...dip, nodo: nodoDelPassato, modo: 'carrello-rpt' });
  for (const consegna of await pagamenti.conferma(contesto, [{ id, versione }])) {
    await pagamenti.consegnaAlNodo(contesto, consegna.id);
    for (const tentativo of await dip.archivio.letture.tentativi.dellaConsegna(consegna.id)) {
      const rpt = (await dip.archivio.letture.tentativi.rpt(tentativo.id)) ?? '';
      const { intermediario, stazione } = dip.ente;
      const { dominio, iuv, ccp } = tentativo;
      const xml = receiptOf(rpt, dip.clock.now(), pagato);
      const busta = buildPaaInviaRt({ intestazione: { intermediario, stazione, dominio, iuv, ccp }, xml });
      const risposta = parsePaaInviaRtRisposta(await pagamenti.riceviRt(busta));
      if (risposta.esito !== 'OK') throw new Error(`demo receipt refused: ${risposta.fault.faultCode}`);
    }
  }
}

function receiptOf(xmlRpt: string, ora: Date, pagato: { psp: string; commissione: Centesimi }): string {
  const rpt = parseRpt(xmlRpt);
  return buildRt({
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
  });
}
