import { dataItaliana } from '../../pagopa/data-ora.ts';
import type { ClientSoap } from '../../pagopa/soap/client-soap.ts';
import { createClientSoap } from '../../pagopa/soap/client-soap.ts';
import { descriviErrore, testoErrore } from '../../valori/descrivi-errore.ts';
import { createGuastoCheDura } from '../../valori/guasto-che-dura.ts';
import { consegnaRicevuta } from '../avvisi/consegna-ricevuta.ts';
import { riattivaAvviso } from '../avvisi/esito-tardivo.ts';
import { liberaScaduti } from '../avvisi/libera-scaduti.ts';
import { ArchivioFermo } from '../archivio/archivio-fermo.ts';
import type { Attivita } from '../archivio/attivita.ts';
import type { Contesto } from '../contesto.ts';
import { CODICE_DI } from '../checkout/codici-esito.ts';
import { generaFlussiMaturi } from '../flussi/genera-flussi.ts';
import type { StazioneSimulata } from '../opzioni.ts';
import { concludi } from '../pagamento/concludi.ts';
import { consegnaRt, generaRt, spedisciRt } from './consegna-rt.ts';

/** Deliveries under way at once; the rest waits its turn in the database. */
const IN_VOLO_MASSIMI = 32;
/** The clock may be moved by others: nothing sleeps longer than this. */
const PAUSA_MASSIMA_MS = 1_000;
const SESSIONI_PER_GIRO = 100;
/** While the node cannot write down what it does, it delivers nothing: it would deliver the same again. */
const PAUSA_DOPO_GUASTO_MS = 5_000;

/** Does what the node has to do by itself when its time comes. */
export interface Pianificatore {
  sveglia(): void;
  /** Takes up no new work and waits for what is under way. */
  ferma(): Promise<void>;
}

export function createPianificatore(contesto: Contesto): Pianificatore {
  const inVolo = new Map<number, Promise<void>>();
  const soap = clientPerStazione(contesto);
  let fermo = false;
  let timer: NodeJS.Timeout | undefined;
  let giroChiesto = false;
  let inGiro: Promise<void> = Promise.resolve();
  let giornoDeiFlussi = '';
  let riprendeAlle = 0;

  /** Once an Italian day; a clock that jumps makes the flows of all the days it passed. */
  const flussiDelGiorno = (): void => {
    const oggi = dataItaliana(contesto.orologio.now());
    if (oggi === giornoDeiFlussi) return;
    generaFlussiMaturi(contesto);
    giornoDeiFlussi = oggi;
  };

  const annulla = ogni(contesto, contesto.configurazione.annulliOgniMs, () => liberaScaduti(contesto));

  const voce = createGuastoCheDura((errore) =>
    contesto.configurazione.log(
      `lavori del nodo: ${errore instanceof ArchivioFermo ? errore.message : testoErrore(errore)}`,
    ),
  );
  const guasto = (errore: unknown): void => {
    voce.male(errore);
    if (!(errore instanceof ArchivioFermo)) return;
    riprendeAlle = performance.now() + PAUSA_DOPO_GUASTO_MS;
    giornoDeiFlussi = '';
  };

  const consegna = (): void => {
    const liberi = IN_VOLO_MASSIMI - inVolo.size;
    const daFare = contesto.archivio.attivita.daFare(contesto.orologio.ora(), IN_VOLO_MASSIMI + inVolo.size);
    if (daFare.length === 0) voce.bene();
    for (const attivita of daFare.filter(({ id }) => !inVolo.has(id)).slice(0, liberi)) {
      const lavoro = esegui(contesto, soap, attivita)
        .then(voce.bene, guasto)
        .finally(() => {
          inVolo.delete(attivita.id);
          sveglia();
        });
      inVolo.set(attivita.id, lavoro);
    }
  };

  const aTempo = (): void => {
    chiudiScadute(contesto);
    annulla();
    flussiDelGiorno();
  };

  const fraQuanto = (): number => {
    const ora = contesto.orologio.ora();
    return (contesto.archivio.attivita.prossima(ora) ?? Infinity) - ora;
  };

  const giro = async (): Promise<void> => {
    giroChiesto = false;
    let pausa = PAUSA_MASSIMA_MS;
    try {
      if (performance.now() >= riprendeAlle) {
        await contesto.scrivi(aTempo);
        if (!fermo) consegna();
        pausa = Math.min(pausa, fraQuanto());
      }
    } catch (errore) {
      guasto(errore);
    }
    clearTimeout(timer);
    if (!fermo) timer = setTimeout(sveglia, pausa);
  };

  const sveglia = (): void => {
    if (giroChiesto || fermo) return;
    giroChiesto = true;
    inGiro = inGiro.then(giro);
  };

  return {
    sveglia,
    async ferma() {
      fermo = true;
      await inGiro;
      clearTimeout(timer);
      await Promise.all(inVolo.values());
    },
  };
}

/** Once in so many milliseconds of the node's clock, and at once when it was put back. */
function ogni({ orologio }: Contesto, ms: number, fai: () => void): () => void {
  let ultima = -Infinity;
  return () => {
    const ora = orologio.ora();
    if (ora >= ultima && ora - ultima < ms) return;
    ultima = ora;
    fai();
  };
}

/**
 * Does one piece of work. What fails for a reason nobody foresaw is written down and given up, never tried for ever.
 * @throws ArchivioFermo when that cannot be written down: the work waits as it was
 */
async function esegui(
  contesto: Contesto,
  soap: (stazione: StazioneSimulata) => ClientSoap,
  attivita: Attivita,
): Promise<void> {
  try {
    if (attivita.tipo === 'genera-rt') {
      const pronta = await contesto.scrivi(() => generaRt(contesto, attivita));
      if (pronta !== undefined) await spedisciRt(contesto, soap, pronta);
    } else if (attivita.tipo === 'riattiva-avviso') await riattivaAvviso(contesto, attivita);
    else if (attivita.tipo === 'consegna-ricevuta') await consegnaRicevuta(contesto, soap, attivita);
    else await consegnaRt(contesto, soap, attivita);
  } catch (errore) {
    if (errore instanceof ArchivioFermo) throw errore;
    contesto.configurazione.log(`attività ${attivita.id} (${attivita.tipo}): ${testoErrore(errore)}`);
    const testo = descriviErrore(errore).messaggio;
    await contesto.scrivi(() => contesto.archivio.attivita.concludi(attivita.id, 'rinunciata', testo));
  }
}

/** A session nobody concluded in time ends by itself: a cart of RPTs with a negative receipt, opened or not. */
function chiudiScadute(contesto: Contesto): void {
  const scadute = contesto.archivio.sessioni.scadute(contesto.orologio.ora(), SESSIONI_PER_GIRO);
  for (const sessione of scadute) {
    if (sessione.tipo === 'rpt') concludi(contesto, sessione, 'sessione-scaduta');
    else {
      const { stato } = sessione;
      contesto.archivio.sessioni.chiudi(sessione, { stato, esito: 'ERROR', motivo: CODICE_DI['sessione-scaduta'] });
    }
  }
}

function clientPerStazione(contesto: Contesto): (stazione: StazioneSimulata) => ClientSoap {
  const pronti = new Map<StazioneSimulata, ClientSoap>();
  return (stazione) => {
    const pronto = pronti.get(stazione);
    if (pronto !== undefined) return pronto;
    const nuovo = createClientSoap({
      timeoutMs: contesto.configurazione.timeoutMs,
      invia: contesto.registro.invia,
      ...(stazione.segreto !== undefined && { segreto: stazione.segreto }),
    });
    pronti.set(stazione, nuovo);
    return nuovo;
  };
}
