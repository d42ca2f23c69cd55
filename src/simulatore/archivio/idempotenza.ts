import type { Db } from './schema.ts';

/** What a PSP asks with an idempotency key. Keys are of a PSP and of an operation. */
export interface RichiestaRipetibile {
  readonly psp: string;
  readonly operazione: string;
  readonly chiave: string;
  /** Digest of everything else the message says. */
  readonly impronta: string;
}

export interface RispostaData {
  readonly impronta: string;
  readonly risposta: string;
}

export interface IdempotenzaRepository {
  /** The answer given, while it is good. */
  trova(richiesta: Omit<RichiestaRipetibile, 'impronta'>, ora: number): RispostaData | undefined;
  /** @param token whose end makes the answer void; null when there is none */
  ricorda(richiesta: RichiestaRipetibile, data: { risposta: string; scade: number; token: string | null }): void;
  /** The payment of this token is over: who asked for it again would not get it. */
  dimentica(token: string): void;
  /** Whether this PSP used the key, for whatever operation. */
  usata(psp: string, chiave: string): boolean;
  pulisci(ora: number): void;
}

export function idempotenzaRepository(db: Db): IdempotenzaRepository {
  const trova = db.prepare<unknown[], RispostaData>(
    'SELECT impronta, risposta FROM idempotenza WHERE psp = ? AND operazione = ? AND chiave = ? AND scade > ?',
  );
  const ricorda = db.prepare(
    `INSERT INTO idempotenza (psp, operazione, chiave, impronta, risposta, token, scade)
     VALUES (@psp, @operazione, @chiave, @impronta, @risposta, @token, @scade)
     ON CONFLICT (psp, operazione, chiave) DO UPDATE SET impronta = excluded.impronta, risposta = excluded.risposta,
       token = excluded.token, scade = excluded.scade`,
  );
  const dimentica = db.prepare('DELETE FROM idempotenza WHERE token = ?');
  const usata = db.prepare('SELECT 1 FROM idempotenza WHERE psp = ? AND chiave = ? LIMIT 1').pluck();
  const pulisci = db.prepare('DELETE FROM idempotenza WHERE scade <= ?');
  return {
    trova: ({ psp, operazione, chiave }, ora) => trova.get(psp, operazione, chiave, ora),
    ricorda: (richiesta, data) => void ricorda.run({ ...richiesta, ...data }),
    dimentica: (token) => void dimentica.run(token),
    usata: (psp, chiave) => usata.get(psp, chiave) !== undefined,
    pulisci: (ora) => void pulisci.run(ora),
  };
}
