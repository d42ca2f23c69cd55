import { readNodoAttivaRpt, readNodoVerificaRpt } from '../../pagopa/operazioni/nodo-attivazione.ts';
import { buildNodoInviaRtRisposta, readNodoInviaRt } from '../../pagopa/operazioni/nodo-invia-rt.ts';
import {
  buildPaaAttivazioneRisposta,
  type DatiPagamentoPa,
  type OperazioneAttivazione,
} from '../../pagopa/operazioni/paa-attivazione.ts';
import type { Busta } from '../../pagopa/soap/busta.ts';
import type { Contesto } from '../contesto.ts';
import { FaultNodo } from '../fault-nodo.ts';
import type { Operazione } from '../nodo/operazioni.ts';
import { attivaRpt, verificaRpt } from './attivazione.ts';
import { inviaRt } from './invia-rt.ts';

/** What PSPs of the first model may ask of the node. */
export const OPERAZIONI_PSP_PRIMO_MODELLO: Readonly<Record<string, Operazione>> = {
  nodoVerificaRPT: attivazione('nodoVerificaRPT', (contesto, busta) =>
    verificaRpt(contesto, readNodoVerificaRpt(busta)),
  ),
  nodoAttivaRPT: attivazione('nodoAttivaRPT', (contesto, busta) => attivaRpt(contesto, readNodoAttivaRpt(busta))),
  nodoInviaRT: {
    async rispondi(contesto, busta) {
      try {
        await inviaRt(contesto, readNodoInviaRt(busta));
        return buildNodoInviaRtRisposta({ esito: 'OK' });
      } catch (errore) {
        if (errore instanceof FaultNodo) return buildNodoInviaRtRisposta({ esito: 'KO', fault: errore.fault });
        throw errore;
      }
    },
    ko: (fault) => buildNodoInviaRtRisposta({ esito: 'KO', fault }),
    circostanze: (busta) => {
      const { chiave, psp } = readNodoInviaRt(busta);
      return [{ ...chiave, psp: psp.idPsp }];
    },
  },
};

function attivazione(
  nome: OperazioneAttivazione,
  esegui: (contesto: Contesto, busta: Busta) => Promise<DatiPagamentoPa>,
): Operazione {
  const ko: Operazione['ko'] = (fault) => buildPaaAttivazioneRisposta(nome, { esito: 'KO', fault });
  return {
    ko,
    async rispondi(contesto, busta) {
      try {
        return buildPaaAttivazioneRisposta(nome, { esito: 'OK', dati: await esegui(contesto, busta) });
      } catch (errore) {
        if (errore instanceof FaultNodo) return ko(errore.fault);
        throw errore;
      }
    },
    circostanze: (busta) => {
      const { codice, ccp, psp } = readNodoVerificaRpt(busta);
      return [{ dominio: codice.ente, iuv: codice.iuv, ccp, psp: psp.idPsp }];
    },
  };
}
