import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request, { type Response } from 'supertest';
import { GUASTI } from '../../src/identita/guasti.ts';
import { firmata, rispostaRiuscita } from '../../src/identita/risposta.ts';
import type { Credenziali } from '../../src/spid/certificato.ts';
import { credenzialiDellaCartella } from '../../src/spid/chiavi.ts';
import { leggiMessaggio } from '../../src/spid/redirect.ts';
import { cartellaMetadati } from '../../src/identita/cartella-metadati.ts';
import { PASSWORD_DI_PROVA } from '../../src/identita/persone-di-prova.ts';
import type { Persona } from '../../src/identita/persona.ts';
import { startIdentita } from '../../src/identita/server.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { freePort } from '../impianto/free-port.ts';
import { Agente, type PortaleDiProva, startPortaleDiProva } from '../portale/portale-di-prova.ts';

/** The portal's fixed instant is the providers' too. */
const clock = { now: () => new Date('2026-11-22T10:00:00Z') };

/** An employer of the demo data, somebody without rapporti, and one who has a password alone. */
export const BIANCHI = {
  utente: 'lucia.bianchi',
  nome: 'Lucia',
  cognome: 'Bianchi',
  nascita: '1958-05-12',
  codiceFiscale: 'BNCLCU58E52D620L',
  livello: 2,
} as const;
export const KOWALSKA = {
  utente: 'anna.kowalska',
  nome: 'Anna',
  cognome: 'Kowalska',
  nascita: '1985-12-21',
  codiceFiscale: 'KWLNNA85T61Z127T',
  livello: 2,
} as const;
export const GRECO = {
  utente: 'paolo.greco',
  nome: 'Paolo',
  cognome: 'Greco',
  nascita: '1990-06-15',
  codiceFiscale: 'GRCPLA90H15F839A',
  livello: 1,
} as const;

/** What a provider says of the first. */
const ATTRIBUTI = [
  ['name', 'Lucia'],
  ['familyName', 'Bianchi'],
  ['fiscalNumber', 'TINIT-BNCLCU58E52D620L'],
  ['dateOfBirth', '1958-05-12'],
] as const;

/** What a provider gives the browser to post. */
export interface Posta {
  readonly SAMLResponse: string;
  readonly RelayState: string;
}

/** A portal that listens, and three providers it trusts. */
export interface BancoSpid {
  readonly portale: PortaleDiProva;
  readonly url: string;
  readonly urlIdentita: string;
  browser(): Agente;
  /** From the button to the provider: where the browser is sent. */
  parti(agente: Agente, gestore?: string): Promise<string>;
  /** At the provider, to its answer. */
  autentica(indirizzo: string, utente: string, guasto?: string): Promise<Posta>;
  /** The answer of `faro` to a request that is begun here, without going through pages, and who must bring it. */
  risposta(guasto: string): Promise<{ readonly posta: Posta; readonly agente: Agente }>;
  /** Brings the answer to the portal. */
  porta(agente: Agente, posta: Posta): Promise<Response>;
  /** What the database holds of people who came in. */
  stato(): Promise<{ readonly sessioni: number; readonly atti: number; readonly verificate: number }>;
  /** Keys of a provider. */
  chiavi(sigla: string): Promise<Credenziali>;
  close(): Promise<void>;
}

/** @param ambiente settings of the portal */
export async function startBancoSpid(
  persone: readonly Pick<Persona, 'utente' | 'nome' | 'cognome' | 'nascita' | 'codiceFiscale' | 'livello'>[],
  ambiente: Readonly<Record<string, string>> = {},
): Promise<BancoSpid> {
  const cartella = mkdtempSync(join(tmpdir(), 'trimestre-identita-'));
  const [portaPortale, portaIdentita] = [await freePort(), await freePort()];
  const [url, urlIdentita] = [`http://localhost:${portaPortale}`, `http://localhost:${portaIdentita}`];
  const identita = await startIdentita({
    host: 'localhost',
    port: portaIdentita,
    baseUrl: urlIdentita,
    servizio: url,
    cartella,
    persone: persone.map((una) => ({ ...una, password: PASSWORD_DI_PROVA, descrizione: '' })),
    clock,
  });
  const portale = await startPortaleDiProva({
    ambiente: {
      TRIMESTRE_PORTA: String(portaPortale),
      TRIMESTRE_SPID_FORNITORI: cartellaMetadati(cartella),
      ...ambiente,
    },
  });
  const chi = { entityId: '', nome: '', comune: '', organizzazione: '' };
  const chiavi = (sigla: string) => credenzialiDellaCartella(join(cartella, sigla), chi, clock.now());
  const server: Server = portale.portale.listen(portaPortale, 'localhost');
  await once(server, 'listening');
  return {
    portale,
    url,
    urlIdentita,
    chiavi,
    browser: () => new Agente(request.agent(url)),
    async parti(agente, gestore = 'faro') {
      const risposta = await agente.post(percorsi.spidAccedi, { fornitore: `${urlIdentita}/${gestore}` });
      if (risposta.status !== 303) throw new Error(`no way to the provider: ${risposta.status} ${risposta.text}`);
      return String(risposta.headers['location']);
    },
    autentica: (indirizzo, utente, guasto) => autentica(urlIdentita, indirizzo, utente, guasto),
    async risposta(guasto) {
      const entityId = `${urlIdentita}/faro`;
      const { indirizzo, legame } = await portale.app.spid.inizia({ fornitore: entityId });
      const messaggio = leggiMessaggio(new URL(indirizzo).search.slice(1));
      const agente = new Agente(request.agent(url).set('Cookie', `trimestre-spid=${legame}`));
      const xml = firmata(
        rispostaRiuscita(
          entityId,
          {
            richiestaId: / ID="([^"]+)"/.exec(messaggio?.xml ?? '')?.[1] ?? '',
            acs: url + percorsi.spidAcs,
            entityId: url,
          },
          { livello: 2, nomeId: '_nome', indice: '_indice', attributi: ATTRIBUTI },
          clock.now(),
        ),
        await chiavi('faro'),
        await chiavi('estranea'),
        GUASTI.find(({ caso }) => caso === guasto),
      );
      const RelayState = messaggio?.relayState ?? '';
      return { agente, posta: { SAMLResponse: Buffer.from(xml).toString('base64'), RelayState } };
    },
    porta: async (agente, posta) => {
      // As a browser does from another site: no cookie, no token.
      const risposta = await request(url).post(percorsi.spidAcs).type('form').send(posta);
      return risposta.status === 303 ? agente.get(String(risposta.headers['location'])) : risposta;
    },
    async stato() {
      const { knex } = portale.app;
      const conta = async (tabella: string, dove = {}): Promise<number> => {
        const [riga] = await knex(tabella).where(dove).count<{ quante: number }[]>({ quante: '*' });
        return Number(riga?.quante);
      };
      return {
        sessioni: await conta('sessioni'),
        atti: await conta('atti'),
        verificate: await conta('richieste_spid', { stato: 'verificata' }),
      };
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await identita.close();
      await portale.close();
      rmSync(cartella, { recursive: true });
    },
  };
}

async function autentica(base: string, indirizzo: string, utente: string, guasto = '1'): Promise<Posta> {
  let pagina = await (await fetch(indirizzo)).text();
  const invia = async (campi: Record<string, string>): Promise<void> => {
    const dove = /<form method="post" action="(\/[^"]+)"/.exec(pagina)?.[1];
    const accesso = /name="accesso" value="([^"]+)"/.exec(pagina)?.[1];
    if (dove === undefined || accesso === undefined) throw new Error(`no form: ${pagina}`);
    const risposta = await fetch(base + dove, { method: 'POST', body: new URLSearchParams({ accesso, ...campi }) });
    pagina = await risposta.text();
  };
  await invia({ utente, password: PASSWORD_DI_PROVA });
  const codice = /<strong>(\d{6})<\/strong>/.exec(pagina)?.[1];
  if (codice !== undefined) await invia({ codice });
  if (!pagina.includes('name="SAMLResponse"')) await invia({ decisione: 'acconsento', guasto });
  return postaDi(pagina);
}

function postaDi(pagina: string): Posta {
  const campo = (nome: string): string => new RegExp(`name="${nome}" value="([^"]*)"`).exec(pagina)?.[1] ?? '';
  return { SAMLResponse: campo('SAMLResponse'), RelayState: campo('RelayState') };
}
