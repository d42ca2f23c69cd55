import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { makeFolder } from '../valori/make-folder.ts';

/** A letter to one person. */
export interface Lettera {
  readonly a: string;
  readonly oggetto: string;
  /** Plain text. */
  readonly testo: string;
  /** Where one click ends such letters (RFC 8058). */
  readonly disiscrizione?: string;
}

/** Who posts letters. */
export interface Posta {
  /** What becomes of a letter, for who runs the service: an Italian sentence. */
  readonly come: string;
  /** @throws the server's error when it does not take the letter */
  invia(lettera: Lettera): Promise<void>;
}

/** How letters leave. */
export interface ImpostazioniPosta {
  /** `smtp://…` or `smtps://…`, with user and password where the server asks; without it, letters are written to files. */
  readonly smtp: string | undefined;
  /** `Name <address>` */
  readonly mittente: string;
  /** Absolute path of the folder for letters that no server takes. */
  readonly cartella: string;
}

const ATTESA_MS = 20_000;

export function createPosta({ smtp, mittente, cartella }: ImpostazioniPosta): Posta {
  return smtp === undefined ? toFiles(mittente, cartella) : toServer(mittente, smtp);
}

function toServer(mittente: string, smtp: string): Posta {
  const trasporto = createTransport({
    url: smtp,
    connectionTimeout: ATTESA_MS,
    greetingTimeout: ATTESA_MS,
    socketTimeout: ATTESA_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    come: 'consegnati al server di posta',
    invia: async (lettera) => {
      await trasporto.sendMail(toMail(mittente, lettera));
    },
  };
}

/** A file a letter, as it would have left: its owner alone reads it. */
function toFiles(mittente: string, cartella: string): Posta {
  const trasporto = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    come: `scritti in ${cartella} (nessun server di posta: TRIMESTRE_SMTP)`,
    invia: async (lettera) => {
      const { message } = await trasporto.sendMail(toMail(mittente, lettera));
      makeFolder(cartella, 0o700);
      await writeFile(join(cartella, `${randomUUID()}.eml`), message as Buffer, { mode: 0o600, flag: 'wx' });
    },
  };
}

function toMail(mittente: string, { a, oggetto, testo, disiscrizione }: Lettera): SendMailOptions {
  return {
    from: mittente,
    to: { name: '', address: a },
    subject: oggetto,
    text: testo,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(disiscrizione === undefined
        ? {}
        : {
            'List-Unsubscribe': `<${disiscrizione}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
    },
  };
}
