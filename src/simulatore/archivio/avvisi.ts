import type { DatiPagamentoAvviso } from '../../pagopa/avvisi/pa-get-payment.ts';
import type { DettagliEsito } from '../../pagopa/avvisi/send-payment-outcome.ts';
import { type Centesimi, centesimi } from '../../valori/denaro.ts';
import type { Db } from './schema.ts';

/** PAYING holds the notice until it expires; the others are the end of it. PAID_TOKEN_SCADUTO: the money came too late. */
export type StatoAvviso = 'PAYING' | 'PAID' | 'CANCELLED' | 'PAID_TOKEN_SCADUTO';

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
  readonly dati: DatiPagamentoAvviso;
  readonly stato: StatoAvviso;
  readonly creato: number;
  readonly scade: number;
  readonly dettagli: DettagliEsito | null;
  readonly pagato: number | null;
}

export interface AvvisiRepository {
  /** Throws on a notice that another PSP holds (unique index). */
  inserisci(avviso: Omit<AvvisoInPagamento, 'stato' | 'dettagli' | 'pagato'>): void;
  trova(token: string): AvvisoInPagamento | undefined;
  delNumero(dominio: string, numero: string): readonly AvvisoInPagamento[];
  /** Compare-and-set from PAYING. */
  chiudi(token: string, stato: StatoAvviso, dettagli: DettagliEsito | null, ora: number): boolean;
  /** Money that came after the token's end; from CANCELLED or PAYING. */
  pagatoTardi(token: string, dettagli: DettagliEsito | null, ora: number): boolean;
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
    `INSERT INTO avviso (token, modello, dominio, numero, iuv, intermediario, stazione, psp, canale, importo, nota, dati, stato, creato, scade)
     VALUES (@token, @modello, @dominio, @numero, @iuv, @intermediario, @stazione, @psp, @canale, @importo, @nota, @dati, 'PAYING', @creato, @scade)`,
  );
  const trova = db.prepare<[string], Riga>('SELECT * FROM avviso WHERE token = ?');
  const delNumero = db.prepare<[string, string], Riga>('SELECT * FROM avviso WHERE dominio = ? AND numero = ?');
  const chiudi = db.prepare(
    "UPDATE avviso SET stato = ?, dettagli = ?, pagato = ? WHERE token = ? AND stato = 'PAYING'",
  );
  const tardi = db.prepare(
    "UPDATE avviso SET stato = 'PAID_TOKEN_SCADUTO', dettagli = ?, pagato = ? WHERE token = ? AND stato IN ('PAYING', 'CANCELLED')",
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
    delNumero: (dominio, numero) => delNumero.all(dominio, numero).map(mappa),
    chiudi: (token, stato, dettagli, ora) =>
      chiudi.run(stato, dettagli && JSON.stringify(dettagli), stato === 'PAID' ? ora : null, token).changes === 1,
    pagatoTardi: (token, dettagli, ora) => tardi.run(dettagli && JSON.stringify(dettagli), ora, token).changes === 1,
    scaduti: (ora, limite) => scaduti.all(ora, limite).map(mappa),
    ultimi: (limite) => ultimi.all(limite).map(mappa),
  };
}

function mappa({ importo, dati, dettagli, ...resto }: Riga): AvvisoInPagamento {
  return {
    ...resto,
    importo: centesimi(importo),
    dati: JSON.parse(dati) as DatiPagamentoAvviso,
    dettagli: dettagli === null ? null : (JSON.parse(dettagli) as DettagliEsito),
  };
}
