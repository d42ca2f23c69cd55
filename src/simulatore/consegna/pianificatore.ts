import type { ClientSoap } from '../../pagopa/soap/client-soap.ts';
import { createClientSoap } from '../../pagopa/soap/client-soap.ts';
import type { Attivita } from '../archivio/attivita.ts';
import { createScritturaDiGruppo } from '../archivio/scrittura-di-gruppo.ts';
import type { Contesto } from '../contesto.ts';
import type { StazioneSimulata } from '../opzioni.ts';
import { concludi } from '../pagamento/concludi.ts';
import { consegnaRt, generaRt } from './consegna-rt.ts';

/** Deliveries under way at once; the rest waits its turn in the database. */
const IN_VOLO_MASSIMI = 32;
/** The clock may be moved by others: nothing sleeps longer than this. */
const PAUSA_MASSIMA_MS = 1_000;
const SESSIONI_PER_GIRO = 100;

/** Does what the node has to do by itself when its time comes. */
export interface Pianificatore {
  sveglia(): void;
  /** Takes up no new work and waits for what is under way. */
  ferma(): Promise<void>;
}

export function createPianificatore(contesto: Contesto): Pianificatore {
  const inVolo = new Map<number, Promise<void>>();
  const scrivi = createScritturaDiGruppo(contesto.archivio);
  const soap = clientPerStazione(contesto);
  let fermo = false;
  let timer: NodeJS.Timeout | undefined;
  let giroChiesto = false;

  const esegui = async (attivita: Attivita): Promise<void> => {
    try {
      if (attivita.tipo === 'genera-rt') await scrivi(() => generaRt(contesto, attivita));
      else await consegnaRt(contesto, soap, attivita, scrivi);
    } catch (errore) {
      const testo = errore instanceof Error ? errore.message : String(errore);
      contesto.configurazione.log(`attività ${attivita.id} (${attivita.tipo}): ${testo}`);
      await scrivi(() => contesto.archivio.attivita.concludi(attivita.id, 'rinunciata', testo));
    }
  };

  const giro = (): void => {
    giroChiesto = false;
    if (fermo) return;
    chiudiScadute(contesto);
    const liberi = IN_VOLO_MASSIMI - inVolo.size;
    const daFare = contesto.archivio.attivita.daFare(contesto.orologio.ora(), IN_VOLO_MASSIMI + inVolo.size);
    for (const attivita of daFare.filter(({ id }) => !inVolo.has(id)).slice(0, liberi)) {
      const lavoro = esegui(attivita).finally(() => {
        inVolo.delete(attivita.id);
        sveglia();
      });
      inVolo.set(attivita.id, lavoro);
    }
    riposa();
  };

  const riposa = (): void => {
    clearTimeout(timer);
    const ora = contesto.orologio.ora();
    const fra = (contesto.archivio.attivita.prossima(ora) ?? Infinity) - ora;
    timer = setTimeout(giro, Math.min(fra, PAUSA_MASSIMA_MS));
  };

  const sveglia = (): void => {
    if (giroChiesto || fermo) return;
    giroChiesto = true;
    setImmediate(giro);
  };

  return {
    sveglia,
    async ferma() {
      fermo = true;
      clearTimeout(timer);
      await Promise.all(inVolo.values());
    },
  };
}

/** A session nobody concluded in time ends with a negative receipt, whether or not anybody ever opened it. */
function chiudiScadute(contesto: Contesto): void {
  const scadute = contesto.archivio.sessioni.scadute(contesto.orologio.ora(), SESSIONI_PER_GIRO);
  if (scadute.length === 0) return;
  contesto.archivio.inTransazione(() => {
    for (const sessione of scadute) concludi(contesto, sessione, 'sessione-scaduta');
  });
}

function clientPerStazione(contesto: Contesto): (stazione: StazioneSimulata) => ClientSoap {
  const pronti = new Map<StazioneSimulata, ClientSoap>();
  return (stazione) => {
    const pronto = pronti.get(stazione);
    if (pronto !== undefined) return pronto;
    const nuovo = createClientSoap({
      timeoutMs: contesto.configurazione.timeoutMs,
      ...(stazione.segreto !== undefined && { segreto: stazione.segreto }),
    });
    pronti.set(stazione, nuovo);
    return nuovo;
  };
}
