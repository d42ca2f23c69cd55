import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EDIZIONI_AVVISO } from '../../src/avvisi/edizione.ts';
import { NOMI_RIDOTTI } from '../../src/accesso/visibilita.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { apri, codici, testi } from '../avvisi/leggi-pdf.ts';
import {
  codiceFiscaleDi,
  lavoratoreDi,
  startPortaleDiProva,
  type Agente,
  type PortaleDiProva,
} from './portale-di-prova.ts';

const RAPPORTO = '2100005123';
const VIA = 'Via del Melograno 12';

let prova: PortaleDiProva;
let identificato: Agente;
let conDueCodici: Agente;
let lavoratore: string;
beforeAll(async () => {
  prova = await startPortaleDiProva();
  const codiceFiscale = codiceFiscaleDi(prova.app, 'Ferrari');
  const operatore = await prova.app.accesso.accessoOperatore('prova', codiceFiscale);
  const indirizzo = {
    via: 'Via del Melograno',
    civico: '12',
    cap: '40136',
    comune: 'Bologna',
    provincia: 'BO',
    nazione: 'IT',
  };
  await prova.app.bollettini.cambiaIndirizzo(operatore, indirizzo);
  lavoratore = await lavoratoreDi(prova.app, RAPPORTO);
  identificato = await prova.browser().enter(prova.app, 'Ferrari');
  conDueCodici = prova.browser();
  await conDueCodici.post(percorsi.accessoCodiceRapporto, { codiceFiscale, codiceRapporto: RAPPORTO });
});
afterAll(() => prova.close());

interface Letto {
  readonly documento: string;
  readonly testo: string;
}

/** A PDF as who opens it has it: its words, its codes and what it says of itself. */
async function pdf(chi: Agente, percorso: string): Promise<Letto> {
  const contenuto = (await chi.agent.get(percorso).responseType('blob')).body as Buffer;
  const { info } = await (await apri(contenuto)).getMetadata();
  const parole = (await testi(contenuto)).map(({ testo }) => testo).join(' ');
  const simboli = (await codici(contenuto)).map(({ testo }) => testo).join(' ');
  return { documento: percorso, testo: [parole, simboli, JSON.stringify(info)].join('\n') };
}

async function testo(chi: Agente, percorso: string): Promise<Letto> {
  return { documento: percorso, testo: (await chi.agent.get(percorso).buffer(true)).text };
}

/** Every document of the rapporto that both can have. */
async function documenti(chi: Agente, bollettino: string, pagamento: string): Promise<readonly Letto[]> {
  return [
    ...(await Promise.all(
      EDIZIONI_AVVISO.map((edizione) =>
        pdf(chi, `${percorsi.avvisoPdf(bollettino)}?edizione=${edizione}&lavoratore=intero`),
      ),
    )),
    await testo(chi, percorsi.avvisoHtml(bollettino)),
    await testo(chi, percorsi.avviso(bollettino)),
    await pdf(chi, percorsi.ricevutaPdf(pagamento)),
    await testo(chi, percorsi.ricevutaCsv(pagamento)),
    await testo(chi, percorsi.ricevuta(pagamento)),
  ];
}

async function suoi(): Promise<readonly [string, string]> {
  const [bollettino = ''] = await conDueCodici.bollettini();
  const elenco = (await conDueCodici.get(percorsi.pagamenti)).text;
  return [bollettino, /href="\/pagamenti\/([\w-]{36})\/ricevuta"/.exec(elenco)?.[1] ?? ''];
}

describe('who came in with two codes', () => {
  it('gets documents that name nobody whole, and say so', async () => {
    const mai = [/Giovanni/i, /Ferrari/i, /Oksana/i, /Shevchenko/i, new RegExp(lavoratore), /Melograno/i, /40136/];
    for (const { documento, testo: letto } of await documenti(conDueCodici, ...(await suoi()))) {
      for (const nome of mai) expect(nome.test(letto), `${documento}: ${nome.source}`).toBe(false);
      const detto =
        letto.replaceAll(/\s+/g, ' ').includes(NOMI_RIDOTTI) || /nomi_ridotti;[^]*;si;(?:si|no)\r\n$/.test(letto);
      expect(detto, `${documento}: says so`).toBe(true);
    }
  });

  it('is refused what goes beyond the rapporto', async () => {
    expect((await conDueCodici.get(percorsi.attestazioneCsv(2026))).status).toBe(403);
    const [, estratto = ''] =
      /href="\/pagamenti\/estratto\/([\w-]+)"/.exec((await identificato.get(percorsi.pagamenti)).text) ?? [];
    expect((await conDueCodici.get(percorsi.estrattoCsv(estratto))).status).toBe(403);
    const lingua = percorsi.linguaAvviso((await suoi())[0]);
    expect((await conDueCodici.post(lingua, { linguaAbituale: 'it-sl' })).status).toBe(403);
    expect((await conDueCodici.get(percorsi.avviso((await suoi())[0]))).text).not.toContain('Ricorda questa lingua');
  });
});

it('who proved who they are gets the same documents whole', async () => {
  const [bollettino, pagamento] = await suoi();
  for (const { documento, testo: letto } of await documenti(identificato, bollettino, pagamento)) {
    expect(letto, documento).toMatch(/Ferrari/i);
    expect(letto, documento).toMatch(/Shevchenko|2018/);
    expect(letto.includes(NOMI_RIDOTTI), documento).toBe(false);
    if (documento.includes('avviso')) expect(letto, documento).toContain(VIA);
    else expect(letto, documento).toContain(lavoratore);
  }
});
