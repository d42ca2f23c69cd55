import { type AcaRepository, acaRepository } from './aca.ts';
import { type AttivitaRepository, attivitaRepository } from './attivita.ts';
import { type AvvisiRepository, avvisiRepository } from './avvisi.ts';
import { type CarrelliCheckoutRepository, carrelliCheckoutRepository } from './carrelli-checkout.ts';
import { type IdempotenzaRepository, idempotenzaRepository } from './idempotenza.ts';
import { type IncassiRepository, incassiRepository } from './incassi.ts';
import { type RptRepository, rptRepository } from './rpt.ts';
import { type RtRepository, rtRepository } from './rt.ts';
import { type Db, openDb } from './schema.ts';
import { type SessioniRepository, sessioniRepository } from './sessioni.ts';

/** The node's memory: one repository a kind of thing, one connection. */
export interface Archivio {
  readonly db: Db;
  readonly sessioni: SessioniRepository;
  readonly rpt: RptRepository;
  readonly rt: RtRepository;
  readonly attivita: AttivitaRepository;
  readonly avvisi: AvvisiRepository;
  readonly aca: AcaRepository;
  readonly idempotenza: IdempotenzaRepository;
  readonly incassi: IncassiRepository;
  readonly carrelliCheckout: CarrelliCheckoutRepository;
  close(): void;
}

export function openArchivio(file: string): Archivio {
  const db = openDb(file);
  return {
    db,
    sessioni: sessioniRepository(db),
    rpt: rptRepository(db),
    rt: rtRepository(db),
    attivita: attivitaRepository(db),
    avvisi: avvisiRepository(db),
    aca: acaRepository(db),
    idempotenza: idempotenzaRepository(db),
    incassi: incassiRepository(db),
    carrelliCheckout: carrelliCheckoutRepository(db),
    close: () => void db.close(),
  };
}
