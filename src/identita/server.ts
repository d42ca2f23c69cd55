import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import nunjucks from 'nunjucks';
import { guardLines } from '../ascolto/linee.ts';
import type { Credenziali } from '../spid/certificato.ts';
import { credenzialiDellaCartella } from '../spid/chiavi.ts';
import type { Clock } from '../valori/clock.ts';
import { packagePath } from '../valori/package-root.ts';
import { AccessiInCorso } from './accessi-in-corso.ts';
import { cartellaMetadati } from './cartella-metadati.ts';
import { createApp } from './app.ts';
import type { Contesto } from './contesto.ts';
import { type Gestore, GESTORI, indirizziDi } from './gestori.ts';
import { metadatiDelGestore } from './metadati-gestore.ts';
import type { Persona } from './persona.ts';
import { servizioServito } from './servizio-servito.ts';

export interface OpzioniIdentita {
  readonly host: string;
  readonly port: number;
  /** Public base URL of these pages. */
  readonly baseUrl: string;
  /** Base URL of the one service that is served. */
  readonly servizio: string;
  /** Where the keys are made at first start, and the metadata written. */
  readonly cartella: string;
  readonly persone: readonly Persona[];
  readonly clock: Clock;
}

/** The simulated identity providers, listening. */
export interface Identita {
  close(): Promise<void>;
}

/**
 * Makes the keys of the providers at first start, writes their metadata and listens.
 * @throws ErroreDati `spid-chiavi`; the listening error (`EADDRINUSE`…) when the port cannot be had
 */
export async function startIdentita(opzioni: OpzioniIdentita): Promise<Identita> {
  const { cartella, baseUrl, clock } = opzioni;
  const chiavi = new Map<string, Credenziali>();
  for (const sigla of [...GESTORI.map((gestore) => gestore.sigla), 'estranea']) {
    chiavi.set(sigla, await chiaviDi(opzioni, sigla));
  }
  const credenziali = ({ sigla }: Pick<Gestore, 'sigla'>): Credenziali => {
    const sue = chiavi.get(sigla);
    if (sue === undefined) throw new Error(`no keys of ${sigla}`);
    return sue;
  };
  scriviMetadati(cartella, baseUrl, credenziali);
  const contesto: Contesto = {
    baseUrl: () => baseUrl,
    clock,
    credenziali,
    estranee: credenziali({ sigla: 'estranea' }),
    persone: opzioni.persone,
    accessi: new AccessiInCorso(),
    servizio: () => servizioServito(opzioni.servizio),
    vista: createViste(),
  };
  const server = createServer(createApp(contesto, opzioni.servizio));
  guardLines(server, { dietroProxy: false });
  server.listen(opzioni.port, opzioni.host);
  await once(server, 'listening');
  return {
    async close() {
      const chiuso = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await chiuso;
    },
  };
}

function chiaviDi({ cartella, baseUrl, clock }: OpzioniIdentita, sigla: string): Promise<Credenziali> {
  const gestore = GESTORI.find((uno) => uno.sigla === sigla);
  const chi = {
    entityId: indirizziDi(baseUrl, { sigla, nome: '' }).entityId,
    nome: gestore?.nome ?? 'Nessuno',
    comune: 'Roma',
    organizzazione: 'PA:IT-simulato',
  };
  return credenzialiDellaCartella(join(cartella, sigla), chi, clock.now());
}

function scriviMetadati(cartella: string, baseUrl: string, credenziali: Contesto['credenziali']): void {
  const dove = cartellaMetadati(cartella);
  mkdirSync(dove, { recursive: true, mode: 0o700 });
  for (const gestore of GESTORI) {
    const xml = metadatiDelGestore(baseUrl, gestore, credenziali(gestore));
    writeFileSync(join(dove, `${gestore.sigla}.xml`), xml, { mode: 0o600 });
  }
}

/** Everything is escaped, and a name the page forgot to pass is an error. */
function createViste(): Contesto['vista'] {
  const motore = new nunjucks.Environment(new nunjucks.FileSystemLoader(packagePath('templates', 'identita')), {
    autoescape: true,
    throwOnUndefined: true,
  });
  return (nome, dati) => motore.render(`${nome}.njk`, dati);
}
