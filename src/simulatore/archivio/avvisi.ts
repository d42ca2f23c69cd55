import type { DatiPagamentoAvviso } from '../../pagopa/avvisi/pa-get-payment.ts';
import type { DettagliEsito } from '../../pagopa/avvisi/send-payment-outcome.ts';
import { type Centesimi, centesimi } from '../../valori/denaro.ts';
import type { Db } from './schema.ts';

/**
 * PAYING holds the notice until the node gives it back; PAID and CANCELLED are the end of it. PAID_TOKEN_SCADUTO: the money came
 * too late, and the node is asking the creditor whether it still wants it.
 */
export type StatoAvviso = 'PAYING' | 'PAID' | 'CANCELLED' | 'PAID_TOKEN_SCADUTO';

/** What a notice is paid with, whether it was the archive of notices that said it, in the creditor's stead, and how it was taken. */
export interface DatiAvviso extends DatiPagamentoAvviso {
  readonly standIn?: true;
  /** Taken with nodoAttivaRPT: its PSP is owed the creditor's RPT. */
  readonly attivatoConRpt?: true;
}

/** One attempt of a PSP to pay a notice. */
export interface AvvisoInPagamento {
  readonly token: string;
  /** `avvisi`: the creditor speaks the notice model; `rpt`: it will send an RPT with the token as its CCP. */
  readonly modello: 'avvisi' | 'rpt';
  readonly dominio: string;
  readonly numero: string;
  readonly iuv: string;
  readonly intermediario: string;
  readonly stazione: string;
  readonly psp: string;
  readonly canale: string;
  readonly importo: Centesimi;
  readonly nota: string | null;
  /** The due date that the PSP asked with. */
  readonly scadenza: string | null;
  readonly dati: DatiAvviso;
  readonly stato: StatoAvviso;
  readonly creato: number;
  readonly scade: number;
  readonly dettagli: DettagliEsito | null;
  readonly pagato: number | null;
  /** What the PSP said; null when it has not spoken. */
  readonly esito: EsitoDetto | null;
  /** The cart of Checkout that it is paid in. */
  readonly sessione: string | null;
}

/** What a PSP says of a payment. */
export type EsitoDetto = 'OK' | 'KO';
/** An attempt nobody has spoken of yet. */
export type NuovoAvviso = Omit<AvvisoInPagamento, 'stato' | 'dettagli' | 'pagato' | 'esito' | 'sessione'>;

export interface AvvisiRepository {
  /** Throws on a notice that another PSP holds (unique index). */
  inserisci(avviso: NuovoAvviso): void;
  trova(token: string): AvvisoInPagamento | undefined;
  /** It is paid in this cart of Checkout. */
  nelCarrello(token: string, sessione: string): void;
  delNumero(dominio: string, numero: string): readonly AvvisoInPagamento[];
  /** The PSP's word in time: from PAYING to PAID or CANCELLED. */
  chiudi(token: string, esito: EsitoDetto, dettagli: DettagliEsito | null, ora: number): boolean;
  /** Nobody spoke in time: from PAYING to CANCELLED. */
  annulla(token: string): boolean;
  /** The PSP's word on a token that was over: OK leads to PAID_TOKEN_SCADUTO, KO changes nothing else. */
  chiudiTardi(token: string, esito: EsitoDetto, dettagli: DettagliEsito | null, ora: number): boolean;
  /** The creditor's word on money that came late. */
  risolviTardi(token: string, stato: 'PAID' | 'CANCELLED'): boolean;
  scaduti(ora: number, limite: number): readonly AvvisoInPagamento[];
  ultimi(limite: number): readonly AvvisoInPagamento[];
}

interface Riga extends Omit<AvvisoInPagamento, 'importo' | 'dati' | 'dettagli'> {
  readonly importo: number;
  readonly dati: string;
  readonly dettagli: string | null;
}

export function avvisiRepository(db: Db): AvvisiRepository {
  const inserisci = db.prepare(
    `INSERT INTO avviso (token, modello, dominio, numero, iuv, intermediario, stazione, psp, canale, importo, nota, scadenza, dati, stato, creato, scade)
     VALUES (@token, @modello, @dominio, @numero, @iuv, @intermediario, @stazione, @psp, @canale, @importo, @nota, @scadenza, @dati, 'PAYING', @creato, @scade)`,
  );
  const trova = db.prepare<[string], Riga>('SELECT * FROM avviso WHERE token = ?');
  const nelCarrello = db.prepare('UPDATE avviso SET sessione = ? WHERE token = ?');
  const delNumero = db.prepare<[string, string], Riga>('SELECT * FROM avviso WHERE dominio = ? AND numero = ?');
  const passa = (da: StatoAvviso, a: StatoAvviso, token: string): boolean =>
    db.prepare('UPDATE avviso SET stato = ? WHERE token = ? AND stato = ?').run(a, token, da).changes === 1;
  const detto = db.prepare(
    'UPDATE avviso SET stato = ?, esito = ?, dettagli = ?, pagato = ? WHERE token = ? AND stato = ? AND esito IS NULL',
  );
  const scaduti = db.prepare<[number, number], Riga>(
    "SELECT * FROM avviso WHERE stato = 'PAYING' AND scade <= ? ORDER BY scade LIMIT ?",
  );
  const ultimi = db.prepare<[number], Riga>('SELECT * FROM avviso ORDER BY creato DESC LIMIT ?');
  return {
    inserisci: (avviso) => void inserisci.run({ ...avviso, dati: JSON.stringify(avviso.dati) }),
    trova: (token) => {
      const riga = trova.get(token);
      return riga && mappa(riga);
    },
    nelCarrello: (token, sessione) => void nelCarrello.run(sessione, token),
    delNumero: (dominio, numero) => delNumero.all(dominio, numero).map(mappa),
    chiudi(token, esito, dettagli, ora) {
      const [stato, pagato] = esito === 'OK' ? ['PAID', ora] : ['CANCELLED', null];
      return detto.run(stato, esito, dettagli && JSON.stringify(dettagli), pagato, token, 'PAYING').changes === 1;
    },
    annulla: (token) => passa('PAYING', 'CANCELLED', token),
    chiudiTardi(token, esito, dettagli, ora) {
      const [stato, pagato] = esito === 'OK' ? ['PAID_TOKEN_SCADUTO', ora] : ['CANCELLED', null];
      return detto.run(stato, esito, dettagli && JSON.stringify(dettagli), pagato, token, 'CANCELLED').changes === 1;
    },
    risolviTardi: (token, stato) => passa('PAID_TOKEN_SCADUTO', stato, token),
    scaduti: (ora, limite) => scaduti.all(ora, limite).map(mappa),
    ultimi: (limite) => ultimi.all(limite).map(mappa),
  };
}

function mappa({ importo, dati, dettagli, ...resto }: Riga): AvvisoInPagamento {
  return {
    ...resto,
    importo: centesimi(importo),
    dati: JSON.parse(dati) as DatiAvviso,
    dettagli: dettagli === null ? null : (JSON.parse(dettagli) as DettagliEsito),
  };
}
