import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Express } from 'express';
import type { Applicazione } from '../../src/applicazione/applicazione.ts';
import { createApplicazione } from '../../src/applicazione/crea-applicazione.ts';
import { loadImpostazioniReali } from '../../src/impostazioni/uso-reale.ts';
import { loadSegreti } from '../../src/impostazioni/segreti.ts';
import { percorsiReali } from '../../src/portale/percorsi-reali.ts';
import { type Agente, openPortale } from './portale-di-prova.ts';

export const CODICE_INIZIO = 'codice-di-avvio-di-prova';
export const FRASE = 'tre gatti sul tetto';
export const ADESSO = '2026-11-30T18:00:00Z';

/** A family's own portal over an empty folder. */
export interface FamigliaDiProva {
  readonly app: Applicazione;
  readonly portale: Express;
  readonly righe: string[];
  browser(): Agente;
  close(): Promise<void>;
}

export async function startFamigliaDiProva(
  dati = mkdtempSync(join(tmpdir(), 'trimestre-famiglia-')),
): Promise<FamigliaDiProva> {
  const lette = loadImpostazioniReali({ TRIMESTRE_DATI: dati });
  const segreti = loadSegreti(lette);
  const app = await createApplicazione(
    { ...lette, segretoNodo: segreti.nodo },
    { clock: { now: () => new Date(ADESSO) }, attesaBloccoMs: 1_000 },
  );
  await app.migrate();
  return { ...openPortale(app, segreti, dati, { codiceInizio: CODICE_INIZIO }), app };
}

export const DATORE = { cognome: 'Bianchi', nome: 'Lucia', codiceFiscale: 'BNCLCU58E52D620L' };

/** The family begins: its employer, its passphrase. */
export async function begin(io: Agente): Promise<Agente> {
  const campi = { ...DATORE, frase: FRASE, ripetuta: FRASE, codice: CODICE_INIZIO };
  const risposta = await io.post(percorsiReali.inizio, campi, percorsiReali.inizio);
  if (risposta.status !== 303) throw new Error(`not begun: ${risposta.status} ${risposta.text}`);
  return io;
}

/** A valid codice fiscale of nobody. */
export const RAPPORTO = {
  cognome: 'Popescu',
  nome: 'Elena',
  codiceFiscale: 'PPSLNE79P43M149M',
  codice: '99109784511',
  assunzione: '02/03/2026',
  oreSettimanali: '25',
  pagaOraria: '8,00',
};

export async function addRapporto(io: Agente, campi: Record<string, string> = RAPPORTO): Promise<void> {
  const risposta = await io.post(percorsiReali.nuovoRapporto, campi, percorsiReali.nuovoRapporto);
  if (risposta.status !== 303) throw new Error(`no rapporto: ${risposta.status} ${risposta.text}`);
}
