import type { Soggetto } from '../../pagopa/rpt/soggetto.ts';
import type { Centesimi } from '../../valori/denaro.ts';
import type { Db } from './schema.ts';

/** What a creditor told the Archivio Centralizzato Avvisi of a notice. */
export interface PosizioneAca {
  readonly importo: Centesimi;
  readonly descrizione: string;
  /** `2021-01-11` */
  readonly scadenza: string;
  /** The first of the creditor's accounts when absent. */
  readonly iban?: string | undefined;
  readonly debitore: Pick<Soggetto, 'tipo' | 'codice' | 'anagrafica'>;
  /** payStandIn: whether it may be paid while the creditor does not answer. */
  readonly standIn: boolean;
}

export interface AcaRepository {
  metti(dominio: string, avviso: string, posizione: PosizioneAca): void;
  trova(dominio: string, avviso: string): PosizioneAca | undefined;
  togli(dominio: string, avviso: string): boolean;
}

export function acaRepository(db: Db): AcaRepository {
  const metti = db.prepare('INSERT OR REPLACE INTO aca (dominio, avviso, dati) VALUES (?, ?, ?)');
  const trova = db.prepare<[string, string], string>('SELECT dati FROM aca WHERE dominio = ? AND avviso = ?').pluck();
  const togli = db.prepare('DELETE FROM aca WHERE dominio = ? AND avviso = ?');
  return {
    metti: (dominio, avviso, posizione) => void metti.run(dominio, avviso, JSON.stringify(posizione)),
    trova(dominio, avviso) {
      const dati = trova.get(dominio, avviso);
      return dati === undefined ? undefined : (JSON.parse(dati) as PosizioneAca);
    },
    togli: (dominio, avviso) => togli.run(dominio, avviso).changes === 1,
  };
}
