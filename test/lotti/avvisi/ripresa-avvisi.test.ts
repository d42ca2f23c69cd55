import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApplicazione } from '../../../src/applicazione/crea-applicazione.ts';
import { lottoAvvisi } from '../../../src/lotti/avvisi/lotto-avvisi.ts';
import type { RichiestaAvvisi } from '../../../src/lotti/avvisi/richiesta.ts';
import { INTESTAZIONE_AVVISI, righeAvvisi } from '../avvisi-generati.ts';
import { type Corsa, runAndKill } from '../uccidi-e-riprendi.ts';
import { type AmbienteLotti, ambienteLotti } from './ambiente.ts';

const RIGHE = 250;
const UCCISIONI = 3;
const MODULO = './avvisi/processo-avvisi.ts';

let ambiente: AmbienteLotti;
let richiesta: RichiestaAvvisi;
beforeEach(async () => {
  ambiente = await ambienteLotti();
  const { app, cartella } = ambiente;
  const input = cartella.write('datori.csv', [INTESTAZIONE_AVVISI, ...righeAvvisi(RIGHE), 'guasta', ''].join('\n'));
  richiesta = {
    app,
    attore: { tipo: 'sistema', nome: 'prova' },
    input,
    out: cartella.file('avvisi.pdf'),
    copertina: true,
    riprendi: true,
  };
});
afterEach(() => ambiente.close());

/** Stops the batch the first time it says that it is in this phase. */
async function interrupt(fase: string): Promise<void> {
  const stop = new AbortController();
  const esito = await lottoAvvisi({
    ...richiesta,
    signal: stop.signal,
    onProgress: (a) => {
      if (a.fase === fase) stop.abort();
    },
  });
  expect(esito).toMatchObject({ interrotto: true, codice: 2 });
  expect(ambiente.cartella.has('avvisi.pdf')).toBe(false);
}

/** The bytes that an uninterrupted run gives in a database of its own. */
async function whole(): Promise<Record<string, string>> {
  const { cartella, clock, app } = ambiente;
  mkdirSync(cartella.file('intero'));
  copyFileSync(richiesta.input, cartella.file('intero/datori.csv'));
  const impostazioni = { ...app.impostazioni, cartellaDati: cartella.file('intero/dati') };
  const altra = await createApplicazione(
    { ...impostazioni, database: { tipo: 'sqlite', file: cartella.file('intero/dati/x.sqlite') } },
    { clock },
  );
  await altra.migrate();
  await lottoAvvisi({
    ...richiesta,
    app: altra,
    input: cartella.file('intero/datori.csv'),
    out: cartella.file('intero/avvisi.pdf'),
  });
  await altra.close();
  return files('intero/');
}

/** Digests of what a batch wrote. */
function files(prefisso = ''): Record<string, string> {
  const nomi = ['avvisi.pdf', 'avvisi.manifesto.csv', 'avvisi.errori.csv'];
  const digest = (nome: string) =>
    createHash('sha256')
      .update(readFileSync(ambiente.cartella.file(nome)))
      .digest('hex');
  return Object.fromEntries(nomi.map((nome) => [nome, digest(prefisso + nome)]));
}

describe('a batch of notices that was interrupted', () => {
  it.each(['emissione', 'stampa'])('during %s goes on with riprendi and ends with the same bytes', async (fase) => {
    await interrupt(fase);
    ambiente.clock.set('2026-04-05T08:00:00Z');
    const esito = await lottoAvvisi(richiesta);
    expect(esito).toMatchObject({ ripreso: true, codice: 1, riepilogo: { righe: RIGHE + 1, avvisi: RIGHE } });
    ambiente.clock.set('2026-04-03T08:00:00Z');
    expect(files()).toEqual(await whole());
    expect(ambiente.cartella.list().filter((nome) => /parziale|ingresso/.test(nome))).toEqual([]);
  });

  it('starts another batch without riprendi, and issues nothing twice', async () => {
    await interrupt('emissione');
    const esito = await lottoAvvisi({ ...richiesta, riprendi: false });
    expect(esito).toMatchObject({ ripreso: false, riepilogo: { avvisi: RIGHE } });
    expect(await ambiente.app.knex('bollettini')).toHaveLength(RIGHE);
  });

  it('starts another batch when the input has changed', async () => {
    await interrupt('emissione');
    ambiente.cartella.write('datori.csv', [INTESTAZIONE_AVVISI, ...righeAvvisi(10), ''].join('\n'));
    expect(await lottoAvvisi(richiesta)).toMatchObject({ ripreso: false, riepilogo: { avvisi: 10 } });
  });

  it('killed at any moment, again and again, it ends with the bytes of an uninterrupted run', async () => {
    const atteso = await whole();
    await ambiente.app.close();
    const args = [ambiente.cartella.file('dati'), richiesta.input, ambiente.cartella.file('avvisi.pdf')];
    const corse: Corsa[] = [];
    for (let i = 0; i < UCCISIONI; i++) corse.push(await runAndKill(MODULO, args, 150 + i * 250));
    corse.push(await runAndKill(MODULO, args, undefined));
    expect(files()).toEqual(atteso);
    expect(corse).toContain('killed');
  }, 180_000);
});
