import type { StatoConsegna, StatoTentativo } from '../../pagamenti/pagamento.ts';
import type { RigaPagamento } from '../../pagamenti/servizio-pagamenti.ts';
import type { Giorno } from '../../valori/giorno.ts';
import type { Visibilita } from '../../accesso/visibilita.ts';
import { toVistaRiga, type VistaRiga } from './riga.ts';

const TENTATIVO_IN_PAROLE: Readonly<Record<StatoTentativo, string>> = {
  'da-inviare': 'Non ancora consegnato a pagoPA',
  'in-attesa': 'In attesa di conferma',
  eseguito: 'Pagato',
  'non-eseguito': 'Non eseguito',
  'decorsi-termini': 'Non eseguito: sono scaduti i termini per pagare',
  rifiutato: 'Rifiutato da pagoPA',
  anomalo: 'In verifica: la ricevuta non corrisponde al bollettino',
};

export const CONSEGNA_IN_PAROLE: Readonly<Record<StatoConsegna, string>> = {
  'da-inviare': 'Confermato, ma non ancora passato a pagoPA.',
  'invio-incerto': 'pagoPA non ha risposto: proseguire riprova la stessa richiesta, senza pagare due volte.',
  inviata: 'Passato a pagoPA, in attesa di conferma.',
  rifiutata: 'pagoPA non ha accettato la richiesta.',
  conclusa: 'Concluso.',
};

/** A payment as the tables show it. */
export interface VistaPagamento extends VistaRiga {
  readonly tentativoId: string;
  readonly statoInParole: string;
  readonly ricevuta: boolean;
}

export function toVistaPagamento(riga: RigaPagamento, oggi: Giorno, visibile: Visibilita): VistaPagamento {
  return {
    ...toVistaRiga(riga, oggi, visibile),
    importo: riga.tentativo.importo,
    tentativoId: riga.tentativo.id,
    statoInParole: TENTATIVO_IN_PAROLE[riga.tentativo.stato],
    ricevuta: riga.ricevuta !== undefined && riga.tentativo.stato === 'eseguito',
  };
}

/** A row of *Pagamenti effettuati*. */
export interface VistaEffettuato extends VistaPagamento {
  readonly dataPagamento: Giorno;
  /** Null when a flow alone says that it was paid: its receipt has not come. */
  readonly istituto: string | null;
}

/** @returns undefined when nothing says that it was paid */
export function toVistaEffettuato(
  riga: RigaPagamento,
  oggi: Giorno,
  visibile: Visibilita,
): VistaEffettuato | undefined {
  const pagato = riga.ricevuta ?? riga.rendicontato;
  if (pagato === undefined) return undefined;
  return {
    ...toVistaPagamento(riga, oggi, visibile),
    dataPagamento: pagato.dataEsito,
    istituto: riga.ricevuta?.istitutoAttestante ?? null,
  };
}
