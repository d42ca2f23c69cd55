import type { Rpt } from '../../pagopa/rpt/rpt.ts';
import type { Stazione } from '../../pagopa/soap/intestazione.ts';
import { somma } from '../../valori/denaro.ts';
import type { Contesto } from '../contesto.ts';
import type { StatoRptNodo } from '../stati-rpt.ts';
import type { RptLetta } from './leggi-rpt.ts';

const ACCETTATE: readonly StatoRptNodo[] = ['RPT_RICEVUTA_NODO', 'RPT_ACCETTATA_NODO', 'RPT_PARCHEGGIATA_NODO'];
/** Of a channel that the creditor chose and whose PSP listens: it goes there at once. */
const DIRETTE = ACCETTATE.slice(0, 2);
const RIFIUTATE: readonly StatoRptNodo[] = ['RPT_RICEVUTA_NODO', 'RPT_RIFIUTATA_NODO'];

export interface DaParcheggiare {
  readonly stazione: Stazione;
  readonly idCarrello: string | null;
  readonly rpt: readonly RptLetta[];
  /** The canale the creditor chose; undefined leaves it to the citizen. */
  readonly canale: string | undefined;
  /** Its PSP listens. */
  readonly diretto: boolean;
}

/**
 * Keeps a good cart until the citizen comes, or its PSP is called. To be called in a transaction.
 * @returns the session
 */
export function parcheggia(contesto: Contesto, cosa: DaParcheggiare): string {
  const { archivio, orologio, sorte, configurazione, psp } = contesto;
  const ora = orologio.ora();
  const prima = cosa.rpt[0]?.rpt as Rpt;
  const id = sorte.uuid(
    'sessione',
    cosa.stazione.intermediario,
    cosa.idCarrello ?? '',
    prima.dominio,
    prima.iuv,
    prima.ccp,
  );
  const totale = somma(cosa.rpt.map(({ rpt }) => rpt.importoTotale));
  const offerta = cosa.canale === undefined ? undefined : psp.offerta(cosa.canale, totale);
  archivio.sessioni.inserisci({
    id,
    tipo: 'rpt',
    ...stazioneSola(cosa.stazione),
    dominio: prima.dominio,
    idCarrello: cosa.idCarrello,
    stato: 'CART_PARCHEGGIATO_NODO',
    totale,
    creata: ora,
    scade: ora + configurazione.durataSessioneMs,
    canaleEc: cosa.canale ?? null,
    ...(offerta && {
      metodo: offerta.servizio.metodo,
      canale: offerta.servizio.canale,
      commissione: offerta.commissione,
    }),
  });
  conserva(contesto, cosa, id, cosa.diretto ? DIRETTE : ACCETTATE);
  return id;
}

/** Keeps the RPT of a notice that a PSP is paying: no citizen will come to the node's pages. An
 * RT that was waiting for it goes at once. To be called in a transaction. */
export function parcheggiaAvviso(contesto: Contesto, stazione: Stazione, rpt: RptLetta): void {
  const stati: readonly StatoRptNodo[] = ['RPT_RICEVUTA_NODO', 'RPT_ACCETTATA_NODO', 'RPT_PARCHEGGIATA_NODO_MOD3'];
  conserva(contesto, { stazione, idCarrello: null, rpt: [rpt] }, null, stati);
  contesto.archivio.attivita.sveglia(rpt.rpt.ccp, contesto.orologio.ora());
}

/** Remembers refused RPTs: their keys cannot be used again (PPT_RPT_DUPLICATA). To be called in a transaction. */
export function rifiuta(contesto: Contesto, cosa: Omit<DaParcheggiare, 'canale' | 'diretto'>): void {
  const nuove = cosa.rpt.filter(({ rpt }) => !contesto.archivio.rpt.nota(rpt));
  conserva(contesto, { ...cosa, rpt: nuove }, null, RIFIUTATE);
}

export function urlSessione(contesto: Contesto, idSessione: string): string {
  return `${contesto.baseUrl()}/wallet/welcome?idSession=${idSessione}`;
}

function conserva(
  contesto: Contesto,
  cosa: Omit<DaParcheggiare, 'canale' | 'diretto'>,
  sessione: string | null,
  stati: readonly StatoRptNodo[],
): void {
  const creata = contesto.orologio.ora();
  cosa.rpt.forEach(({ rpt, xml }, posizione) => {
    const { dominio, iuv, ccp } = rpt;
    const riga = { dominio, iuv, ccp, sessione, posizione, ...stazioneSola(cosa.stazione), rpt, xml, creata };
    contesto.archivio.rpt.inserisci(riga, stati);
  });
}

function stazioneSola({ intermediario, stazione }: Stazione): Stazione {
  return { intermediario, stazione };
}
