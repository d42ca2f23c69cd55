import { z } from 'zod';
import type { Db } from '../archivio/schema.ts';
import type { Messaggio } from './messaggio.ts';

/** What to look for among the messages; every condition given must hold. */
export const filtroMessaggi = z.strictObject({
  /** Anywhere in request, answer or address. */
  testo: z.string().trim().max(200).optional(),
  verso: z.enum(['entrata', 'uscita']).optional(),
  operazione: z.string().max(60).optional(),
  /** `ko`: a fault in the answer, an HTTP error, a line that fell. */
  esito: z.enum(['ok', 'ko']).optional(),
  /** Only messages before that one. */
  prima: z.coerce.number().int().positive().optional(),
});

export type FiltroMessaggi = z.output<typeof filtroMessaggi>;

export interface CercaMessaggi {
  /** Latest first. */
  cerca(filtro: FiltroMessaggi, limite: number): readonly Messaggio[];
  trova(id: number): Messaggio | undefined;
  /** The primitives that messages speak of, in order of name. */
  operazioni(): readonly string[];
}

const ESITO_KO = `(stato != 'HTTP 200' AND stato NOT LIKE 'HTTP 3%'
  OR risposta LIKE '%<faultCode>%' OR risposta LIKE '%<faultcode>%')`;

export function createCercaMessaggi(db: Db): CercaMessaggi {
  const cerca = db.prepare<[Record<string, string | number | null>], Messaggio>(
    `SELECT * FROM messaggio
      WHERE (@prima IS NULL OR id < @prima) AND (@verso IS NULL OR verso = @verso)
        AND (@operazione IS NULL OR operazione = @operazione)
        AND (@testo IS NULL OR instr(richiesta, @testo) OR instr(risposta, @testo) OR instr(indirizzo, @testo))
        AND (@esito IS NULL OR ${ESITO_KO} = (@esito = 'ko'))
      ORDER BY id DESC LIMIT @limite`,
  );
  const trova = db.prepare<[number], Messaggio>('SELECT * FROM messaggio WHERE id = ?');
  const operazioni = db
    .prepare<[], string>("SELECT DISTINCT operazione FROM messaggio WHERE operazione != '' ORDER BY operazione")
    .pluck();
  const oNiente = <T>(valore: T | '' | undefined): T | null => (valore === undefined || valore === '' ? null : valore);
  return {
    cerca: ({ testo, verso, operazione, esito, prima }, limite) =>
      cerca.all({
        testo: oNiente(testo),
        verso: oNiente(verso),
        operazione: oNiente(operazione),
        esito: oNiente(esito),
        prima: oNiente(prima),
        limite,
      }),
    trova: (id) => trova.get(id),
    operazioni: () => operazioni.all(),
  };
}
