import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Request } from 'express';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { clienteDi } from './cliente.ts';

/** What may be arriving at a time: files on their way to the disk, each for as long as its line takes. */
export interface LimitiArrivi {
  readonly inTutto: number;
  readonly perCliente: number;
  /** Bytes of all of them: what they say they will send, or the most that they may. */
  readonly byteInTutto: number;
}

const MEGA = 1024 * 1024;
const LIMITI_ARRIVI: LimitiArrivi = { inTutto: 24, perCliente: 6, byteInTutto: 512 * MEGA };

/** A file that is still there after so long was left by a process that died. */
const AVANZO_MS = 60 * 60 * 1000;

/**
 * The files that are arriving, counted, in a folder of their own that only we read; many that are begun and never ended must
 * not fill the disk (abuse case AB-48).
 */
export class Arrivi {
  readonly cartella: string;
  readonly #limiti: LimitiArrivi;
  readonly #clienti = new Map<string, number>();
  #quanti = 0;
  #byte = 0;

  constructor(cartella: string, limiti: LimitiArrivi = LIMITI_ARRIVI) {
    this.cartella = cartella;
    this.#limiti = limiti;
    mkdirSync(cartella, { recursive: true, mode: 0o700 });
    removeLeftovers(cartella);
  }

  /**
   * Runs the work that takes a file in, if there is room for one more.
   * @param massimoByte the most that the file may be
   * @throws ErroreDati `servizio-occupato` (503), `troppi-invii` (429)
   */
  async during<T>(req: Request, massimoByte: number, lavoro: () => Promise<T>): Promise<T> {
    const cliente = clienteDi(req);
    const dichiarati = Number(req.get('Content-Length') ?? massimoByte);
    const byte = Math.min(Number.isFinite(dichiarati) ? dichiarati : massimoByte, massimoByte);
    try {
      this.#enter(cliente, byte);
    } catch (errore) {
      leaveUnread(req);
      throw errore;
    }
    try {
      return await lavoro();
    } finally {
      this.#leave(cliente, byte);
    }
  }

  #enter(cliente: string, byte: number): void {
    const { inTutto, perCliente, byteInTutto } = this.#limiti;
    const suoi = this.#clienti.get(cliente) ?? 0;
    if (suoi >= perCliente) {
      throw new ErroreDati('troppi-invii');
    }
    if (this.#quanti >= inTutto || this.#byte + byte > byteInTutto) {
      throw new ErroreDati('servizio-occupato/file', { riprovaFra: 15 });
    }
    this.#clienti.set(cliente, suoi + 1);
    this.#quanti += 1;
    this.#byte += byte;
  }

  #leave(cliente: string, byte: number): void {
    const suoi = (this.#clienti.get(cliente) ?? 1) - 1;
    if (suoi === 0) this.#clienti.delete(cliente);
    else this.#clienti.set(cliente, suoi);
    this.#quanti -= 1;
    this.#byte -= byte;
  }
}

/** How long the line of who was sent away stays open, so that the answer is read. */
const CONGEDO_MS = 1_000;

/** Of a file for which there is no room no more is read, not even to throw it away: that would cost what was to be spared. */
function leaveUnread(req: Request): void {
  const { socket } = req;
  req.res?.once('finish', () => {
    if (req.complete) return;
    socket.pause();
    setTimeout(() => socket.destroy(), CONGEDO_MS).unref();
  });
}

function removeLeftovers(cartella: string): void {
  for (const nome of readdirSync(cartella)) {
    const file = join(cartella, nome);
    const { mtimeMs } = statSync(file, { throwIfNoEntry: false }) ?? { mtimeMs: Infinity };
    if (Date.now() - mtimeMs > AVANZO_MS) rmSync(file, { force: true });
  }
}
