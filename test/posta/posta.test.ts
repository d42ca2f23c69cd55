import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadImpostazioni } from '../../src/impostazioni/impostazioni.ts';
import { createPosta, type Lettera } from '../../src/posta/posta.ts';

const LETTERA: Lettera = {
  a: 'giulia@prova.example',
  oggetto: 'Scadenza è vicina',
  testo: 'Contributi: 403,00 €, scadenza 12/10/2026.',
  disiscrizione: 'https://portale.prova.example/promemoria/disiscrivi/abc',
};

/** A mail server that knows one user, and keeps what it takes. */
const prese: { readonly da: string; readonly a: string[]; readonly testo: string }[] = [];
const server = new SMTPServer({
  authOptional: false,
  allowInsecureAuth: true,
  disabledCommands: ['STARTTLS'],
  onAuth: ({ username, password }, _sessione, fatto) => {
    if (username === 'utente' && password === 'frase segreta') fatto(null, { user: 'utente' });
    else fatto(new Error('no'));
  },
  onData: (flusso, { envelope }, fatto) => {
    void text(flusso).then((testo) => {
      const { mailFrom, rcptTo } = envelope;
      prese.push({ da: mailFrom === false ? '' : mailFrom.address, a: rcptTo.map(({ address }) => address), testo });
      fatto();
    });
  },
});
let porta: number;
let cartella: string;
beforeAll(async () => {
  cartella = mkdtempSync(join(tmpdir(), 'posta-'));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  porta = (server.server.address() as AddressInfo).port;
});
afterAll(async () => {
  rmSync(cartella, { recursive: true });
  await new Promise<void>((resolve) => {
    server.close(resolve);
  });
});

const conServer = (password: string, host = `127.0.0.1:${porta}`) =>
  createPosta({
    smtp: `smtp://utente:${encodeURIComponent(password)}@${host}`,
    mittente: 'Ufficio paghe <paghe@prova.example>',
    cartella: join(cartella, 'mai'),
  });

describe('a letter', () => {
  it('is taken by a real mail server, with who it is from and how to end such letters', async () => {
    await conServer('frase segreta').invia(LETTERA);
    const [presa] = prese;
    expect([presa?.da, presa?.a]).toEqual(['paghe@prova.example', ['giulia@prova.example']]);
    expect(presa?.testo).toContain('From: Ufficio paghe <paghe@prova.example>');
    expect(presa?.testo).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(presa?.testo).toContain('Auto-Submitted: auto-generated');
    expect(presa?.testo).toMatch(/403,00 =E2=82=AC|403,00 €/);
    expect(readdirSync(cartella)).toEqual([]);
  });

  it('that no server takes is an error that says nothing of the password', async () => {
    const rifiuto = async (posta: ReturnType<typeof conServer>): Promise<string> =>
      posta.invia(LETTERA).then(
        () => 'taken',
        (errore: unknown) => String(errore),
      );
    expect(await rifiuto(conServer('parola sbagliata'))).toMatch(/^(?!.*parola).*Invalid login/);
    expect(await rifiuto(conServer('frase segreta', '127.0.0.1:1'))).toMatch(/^(?!.*frase).*ECONNREFUSED/);
  });

  it('stays one line an address and one a subject, whatever is written in it', async () => {
    const posta = createPosta({
      smtp: undefined,
      mittente: 'Prova <p@prova.example>',
      cartella: join(cartella, 'file'),
    });
    await posta.invia({ ...LETTERA, oggetto: 'uno\r\nBcc: altri@prova.example' });
    const [nome = ''] = readdirSync(join(cartella, 'file'));
    const [intestazioni = ''] = readFileSync(join(cartella, 'file', nome), 'utf8').split('\n\n');
    expect(intestazioni).not.toMatch(/^Bcc:/m);
    expect(intestazioni).toMatch(/^To: giulia@prova\.example$/m);
  });
});

describe('the settings', () => {
  it('refuse to send in the name of an invented address, and never show the password', () => {
    const con = (ambiente: Record<string, string>) => () => loadImpostazioni(ambiente);
    expect(con({ TRIMESTRE_SMTP: 'smtp://u:segretissima@posta.prova.example' })).toThrow('TRIMESTRE_MITTENTE');
    expect(con({ TRIMESTRE_SMTP: 'posta:segretissima' })).toThrow(
      /^(?!.*segretissima)TRIMESTRE_SMTP: deve essere smtp:/,
    );
    expect(con({ TRIMESTRE_MITTENTE: 'nessuno' })).toThrow('Nome <indirizzo>');
    const { posta } = loadImpostazioni({
      TRIMESTRE_SMTP: 'smtps://u:p@posta.prova.example:465',
      TRIMESTRE_MITTENTE: 'Paghe <paghe@ufficio.it>',
    });
    expect(posta).toMatchObject({ smtp: 'smtps://u:p@posta.prova.example:465', mittente: 'Paghe <paghe@ufficio.it>' });
  });
});
