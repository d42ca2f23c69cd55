import type { DestinationStream } from 'pino';
import { z } from 'zod';

/** From this level of pino on, something went wrong. */
const GUASTO = 40;

const evento = z.object({
  level: z.number(),
  time: z.number(),
  msg: z.string().optional(),
  richiesta: z.string().optional(),
  errore: z
    .union([z.string(), z.object({ tipo: z.string(), messaggio: z.string(), codice: z.string().optional() })])
    .optional(),
});

/** Says in Italian, and what to do, what an error of the machine or of the database means; undefined for any other. */
export type Spiega = (errore: Error) => string | undefined;

interface ErroreScritto {
  readonly tipo: string;
  readonly messaggio: string;
  readonly codice?: string | undefined;
}

/**
 * The log where a person looks: nothing while all goes well, so that the address stays in sight; one short line for what goes
 * wrong. Programs, files and collectors get the whole of it, in JSON.
 * @param scrivi the terminal
 */
export function logPerTerminale(scrivi: (riga: string) => void, spiega: Spiega): DestinationStream {
  return {
    write(riga) {
      const letto = evento.safeParse(JSON.parse(riga));
      if (!letto.success || letto.data.level < GUASTO) return;
      const { time, msg = 'errore', richiesta, errore } = letto.data;
      const ora = new Date(time).toLocaleTimeString('it-IT', { timeZone: 'Europe/Rome' });
      const perche = typeof errore === 'object' ? whyOf(errore, spiega) : [errore];
      const quale = richiesta === undefined ? undefined : `richiesta ${richiesta}`;
      scrivi(`${ora}  ${[msg, ...perche, quale].filter(Boolean).join(': ')}\n`);
    },
  };
}

function whyOf({ tipo, messaggio, codice }: ErroreScritto, spiega: Spiega): readonly (string | undefined)[] {
  const errore = Object.assign(new Error(messaggio), { name: tipo, code: codice });
  const spiegato = spiega(errore);
  return spiegato === undefined ? [messaggio, codice] : [spiegato.replace(/\.$/, '')];
}
