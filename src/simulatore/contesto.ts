import type { Archivio } from './archivio/archivio.ts';
import type { ScriviInsieme } from './archivio/scrittura-di-gruppo.ts';
import type { CatalogoPsp } from './catalogo/psp.ts';
import type { Configurazione, StazioneSimulata } from './opzioni.ts';
import type { Orologio } from './orologio.ts';
import type { Registro } from './messaggi/registro.ts';
import type { Regole } from './scenari/regole.ts';
import type { ScenariNoti } from './scenari/scenari-noti.ts';
import type { Sorte } from './sorte.ts';
import type { OperazioniInCorso } from './sportello/operazioni-in-corso.ts';

/** What every part of the simulator works with. */
export interface Contesto {
  readonly configurazione: Configurazione;
  readonly archivio: Archivio;
  readonly orologio: Orologio;
  readonly sorte: Sorte;
  /** Payments at the counter under way. */
  readonly operazioni: OperazioniInCorso;
  readonly psp: CatalogoPsp;
  readonly scenari: ScenariNoti;
  readonly regole: Regole;
  /** Base URL of the pages, without a final slash; known once the server listens. */
  readonly baseUrl: () => string;
  /** Where this very process answers, for the PSPs it plays itself. */
  readonly urlLocale: () => string;
  readonly registro: Registro;
  readonly scrivi: ScriviInsieme;
  /** Tells the scheduler that something may be due. */
  readonly sveglia: () => void;
}

/**
 * The station that answers for a notice: of those of its creditor, the one that claims its segregation or application code, else
 * the first that claims none.
 */
export function stazionePerAvviso(contesto: Contesto, dominio: string, avviso: string): StazioneSimulata | undefined {
  const sue = contesto.configurazione.stazioni.filter((una) => una.idDominio === dominio);
  const codice = /^[03]/.test(avviso) ? avviso.slice(1, 3) : '';
  return (
    sue.find(({ segregazioni }) => segregazioni?.includes(codice)) ??
    sue.find(({ segregazioni }) => segregazioni === undefined)
  );
}

/** The station that answers for a creditor: the first configured. */
export function stazioneDelDominio(contesto: Contesto, dominio: string): StazioneSimulata | undefined {
  return contesto.configurazione.stazioni.find((una) => una.idDominio === dominio);
}

export function stazioneDi(contesto: Contesto, intermediario: string, stazione: string): StazioneSimulata | undefined {
  return contesto.configurazione.stazioni.find(
    (una) => una.intermediario === intermediario && una.stazione === stazione,
  );
}
