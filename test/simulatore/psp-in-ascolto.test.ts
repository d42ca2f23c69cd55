import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildNodoInviaRpt, parseNodoInviaRptRisposta } from '../../src/pagopa/operazioni/nodo-invia-rpt.ts';
import { buildNodoInviaRt, parseNodoInviaRtRisposta } from '../../src/pagopa/operazioni/nodo-invia-rt.ts';
import { buildRpt } from '../../src/pagopa/rpt/build-rpt.ts';
import { buildRt } from '../../src/pagopa/rpt/build-rt.ts';
import { parseRpt } from '../../src/pagopa/rpt/parse-rpt.ts';
import type { Rpt } from '../../src/pagopa/rpt/rpt.ts';
import { type Banco, avviaBanco, chiaveDi, DOMINIO, finche, rptNuova } from './banco.ts';
import { cittadino } from './cittadino.ts';
import { posta, rtDi } from './primitive-primo-modello.ts';
import {
  avviaPsp,
  type Chiamata,
  contraddetta,
  presa,
  type PspCheAscolta,
  type Replica,
  rifiutata,
} from './psp-che-ascolta.ts';

const CARTE = '99999900037_CARTE';
const CONTO = '99999900037_CONTO';
const GIORNO = 24 * 3_600_000;
/** The PSP of those two channels. */
const tre = { idPsp: 'SIMPON03', intermediario: '99999900037', password: 'simulazione' };

let banco: Banco;
let psp: PspCheAscolta;
beforeEach(async () => {
  psp = await avviaPsp();
  banco = await avviaBanco({ timeoutMs: 3_000 });
});
afterEach(async () => {
  await banco.close();
  await psp.close();
});

const ascolta = (altro: object = {}): void => {
  banco.simulatore.regole.aggiungi({ quando: { psp: tre.idPsp }, psp: { rpt: psp.url, ...altro } });
};

/** Ends a session without the pages. */
async function paga(idSession: string, canale: string): Promise<Record<string, string | null>> {
  const risposta = await fetch(`${banco.url}/api/pagamenti/${idSession}/paga`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ canale }),
  });
  return (await risposta.json()) as Record<string, string | null>;
}

async function stati(chiave: ReturnType<typeof chiaveDi>): Promise<readonly string[]> {
  const stato = await banco.nodo.chiediStatoRpt(chiave);
  return 'storico' in stato ? stato.storico.map((passo) => passo.stato) : [stato.faultCode];
}

/** The RPTs that a call bears, as the PSP reads them. */
const rptDi = ({ xml }: Chiamata): readonly Rpt[] =>
  [...xml.matchAll(/<rpt>([^<]+)<\/rpt>/g)].map(([, testo]) => parseRpt(Buffer.from(testo ?? '', 'base64')));

/** The PSP answers an RPT with its RT. */
async function mandaRt(rpt: Rpt, canale: string): Promise<string> {
  const rt = rtDi(rpt);
  const { dominio, iuv, ccp } = rt;
  const soap = buildNodoInviaRt({ psp: { ...tre, canale }, chiave: { dominio, iuv, ccp }, xml: buildRt(rt) });
  const risposta = parseNodoInviaRtRisposta(await posta(banco.url, soap));
  return risposta.esito === 'OK' ? 'OK' : risposta.fault.faultCode;
}

describe('a cart of WISP paid through a PSP that listens', () => {
  it('by card reaches it with the authorisation; its RTs are the receipts, and stand in its flow', async () => {
    ascolta();
    const { idSession, chiavi } = await banco.carrello(2);
    expect(await paga(idSession, CARTE)).toMatchObject({ esito: 'DIFFERITO', motivo: null });
    expect(psp.chiamate.map(({ operazione }) => operazione)).toEqual(['pspInviaCarrelloRPTCarte']);
    const [chiamata] = psp.chiamate as [Chiamata];
    expect(chiamata.xml).toContain('<identificativoCanale>99999900037_CARTE</identificativoCanale>');
    expect(chiamata.xml).toContain('<importoTotalePagato>677.30</importoTotalePagato>');
    expect(chiamata.xml).toMatch(/<rrn>\d{12}<\/rrn><esitoTransazioneCarta>00</);
    const rpt = rptDi(chiamata);
    expect(rpt.map(chiaveDi)).toEqual(chiavi);
    for (const una of rpt) expect(await mandaRt(una, CARTE)).toBe('OK');
    await finche(() => banco.ente.ricevute.length === 2, 'the RTs');
    expect(banco.ente.ricevute).toEqual(rpt.map((una) => rtDi(una)));
    const [prima] = chiavi;
    if (prima === undefined) throw new Error('no RPT');
    await finche(async () => (await stati(prima)).includes('RT_ACCETTATA_PA'), 'the RT taken');
    expect(await stati(prima)).toEqual([
      'RPT_RICEVUTA_NODO',
      'RPT_ACCETTATA_NODO',
      'RPT_PARCHEGGIATA_NODO',
      'RPT_INVIATA_A_PSP',
      'RPT_ACCETTATA_PSP',
      'RT_RICEVUTA_NODO',
      'RT_ACCETTATA_NODO',
      'RT_INVIATA_PA',
      'RT_ACCETTATA_PA',
    ]);
    expect(await mandaRt(rpt[0] as Rpt, CARTE)).toBe('PPT_RT_DUPLICATA');
    const flussi = await fetch(`${banco.url}/api/flussi`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"finoAl":"2021-02-01"}',
    });
    const { flussi: fatti } = (await flussi.json()) as { flussi: readonly string[] };
    expect(fatti).toHaveLength(1);
  });

  it('online goes on at the PSP’s page, which sends the browser back to the outcome', async () => {
    ascolta({ pagina: 'http://psp.example/paga?da=nodo' });
    psp.replica = ({ operazione }) => presa(operazione, 'idBruciatura=B-1');
    const { idSession } = await banco.carrello();
    const persona = cittadino(banco.url, idSession);
    await persona.finoAlRiepilogo('conto');
    await persona.invia('psp', { canale: CONTO });
    const via = await fetch(`${banco.url}/wallet/paga`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ idSession, canale: CONTO }),
    });
    const dove = new URL(via.headers.get('Location') ?? '');
    expect([dove.origin, dove.pathname]).toEqual(['http://psp.example', '/paga']);
    expect([...dove.searchParams.keys()]).toEqual(['da', 'idBruciatura', 'ritorno']);
    expect(psp.chiamate[0]?.xml).toContain('<modelloPagamento>1</modelloPagamento>');
    const ritorno = await fetch(dove.searchParams.get('ritorno') ?? '');
    expect(await ritorno.text()).toContain('esito=OK');
    expect((await persona.pagina('riepilogo')).percorso).toBe('/wallet/esito');
    expect(psp.chiamate).toHaveLength(1);
  });

  it('two presses at once call the PSP once', async () => {
    ascolta({ attesa: '50ms' });
    const { idSession } = await banco.carrello();
    const esiti = await Promise.all([paga(idSession, CARTE), paga(idSession, CARTE)]);
    expect(esiti.map(({ esito }) => esito)).toEqual(['DIFFERITO', 'DIFFERITO']);
    expect(psp.chiamate).toHaveLength(1);
  });

  it.each<[string, string, () => unknown, string, string, string | null]>([
    ['refuses', CARTE, () => rispondi(rifiutata), 'DIFFERITO', 'RPT_RIFIUTATA_PSP', 'Annullato per RPT rifiutata'],
    ['refuses', CONTO, () => rispondi(rifiutata), 'DIFFERITO', 'RPT_RIFIUTATA_PSP', 'Annullato per RPT rifiutata'],
    ['is down', CARTE, spegni, 'ERROR', 'RPT_ERRORE_INVIO_A_PSP', 'Annullato per errore in connessione'],
    ['is silent', CARTE, tace, 'DIFFERITO', 'RPT_ESITO_SCONOSCIUTO_PSP', 'Annullato per esito sconosciuto PSP'],
    ['is silent', CONTO, tace, 'DIFFERITO', 'RPT_ESITO_SCONOSCIUTO_PSP', null],
    ['says yes and no', CONTO, () => rispondi(contraddetta), 'DIFFERITO', 'RPT_ESITO_SCONOSCIUTO_PSP', null],
    ['answers no XML', CONTO, () => rispondi(() => ({ testo: 'no' })), 'DIFFERITO', 'RPT_ESITO_SCONOSCIUTO_PSP', null],
    ['answers nothing', CONTO, () => rispondi(() => ({ testo: '' })), 'DIFFERITO', 'RPT_ESITO_SCONOSCIUTO_PSP', null],
    ['drops the line', CONTO, () => rispondi(() => 'cade'), 'DIFFERITO', 'RPT_ESITO_SCONOSCIUTO_PSP', null],
  ])('whose PSP %s (%s) ends as the node ends it', async (_che, canale, prepara, esito, stato, motivo) => {
    await prepara();
    ascolta();
    const { idSession, chiavi } = await banco.carrello();
    expect(await paga(idSession, canale)).toMatchObject({ esito, motivo });
    const [chiave] = chiavi;
    if (chiave === undefined) throw new Error('no RPT');
    expect(await stati(chiave)).toContain(stato);
    if (motivo === null) {
      expect(await mandaRt(rptDi(psp.chiamate[0] as Chiamata)[0] as Rpt, canale)).toBe('OK');
      await finche(() => banco.ente.ricevute.length === 1, 'the RT of the PSP');
      expect(banco.ente.ricevute[0]?.esito).toBe('0');
      return;
    }
    await finche(() => banco.ente.ricevute.length === 1, 'the RT of the node');
    expect(banco.ente.ricevute[0]).toMatchObject({ esito: '1', pagamenti: [{ esito: motivo }] });
  });

  it('that the PSP never answers is closed after ninety days, once', async () => {
    ascolta();
    const { idSession, chiavi } = await banco.carrello();
    await paga(idSession, CONTO);
    const rpt = rptDi(psp.chiamate[0] as Chiamata)[0] as Rpt;
    banco.simulatore.orologio.sposta(91 * GIORNO);
    await finche(() => banco.ente.ricevute.length === 1, 'the RT of the node');
    expect(banco.ente.ricevute[0]).toMatchObject({ esito: '3', ccp: chiavi[0]?.ccp });
    expect(await mandaRt(rpt, CONTO)).toBe('PPT_RT_DUPLICATA');
  });

  it('that the PSP answered needs no RT of the node after ninety days', async () => {
    ascolta();
    const { idSession } = await banco.carrello();
    await paga(idSession, CONTO);
    expect(await mandaRt(rptDi(psp.chiamate[0] as Chiamata)[0] as Rpt, CONTO)).toBe('OK');
    await finche(() => banco.ente.ricevute.length === 1, 'the RT of the PSP');
    banco.simulatore.orologio.sposta(91 * GIORNO);
    await finche(async () => (await attivita()).length === 0, 'nothing left to do');
    expect(banco.ente.ricevute).toHaveLength(1);
  });

  it('is not handed to a PSP whom the person did not choose, nor when the person gives up', async () => {
    ascolta();
    const altro = await banco.carrello();
    await paga(altro.idSession, '99999900011_CARTE');
    const lasciato = await banco.carrello();
    await cittadino(banco.url, lasciato.idSession).invia('annulla');
    expect(psp.chiamate).toEqual([]);
    await finche(() => banco.ente.ricevute.length === 2, 'the node’s own RTs');
  });

  it.each<[string, number]>([
    ['due-volte', 2],
    ['malformato', 1],
    ['mai', 0],
  ])('can be sent «%s» by a scenario, and the journal has every message both ways', async (invio, quante) => {
    ascolta({ invio });
    const { idSession } = await banco.carrello();
    await paga(idSession, CONTO);
    expect(psp.chiamate).toHaveLength(quante);
    await finche(async () => (await giornale()).length === quante, 'the journal');
    expect(psp.chiamate.every(({ xml }) => xml.endsWith('Envelope>'))).toBe(invio !== 'malformato');
  });
});

describe('a PSP that listens and that the creditor itself chose', () => {
  const diretta = async (rpt: Rpt, canale = CONTO) => {
    const soap = buildNodoInviaRpt({
      psp: tre.idPsp,
      intermediarioPsp: tre.intermediario,
      canale,
      intestazione: { intermediario: DOMINIO, stazione: `${DOMINIO}_01`, ...chiaveDi(rpt) },
      password: 'simulazione',
      xml: buildRpt(rpt),
    });
    return parseNodoInviaRptRisposta(await posta(banco.url, soap));
  };

  it('is called with pspInviaRPT before the creditor is answered, and pays with its RT', async () => {
    ascolta({ pagina: 'http://psp.example/paga' });
    psp.replica = ({ operazione }) => presa(operazione, 'idBruciatura=B-2');
    const rpt = rptNuova(900n);
    const risposta = await diretta(rpt);
    expect(risposta.esito === 'OK' && risposta.url).toMatch(/^http:\/\/psp\.example\/paga\?idBruciatura=B-2&ritorno=/);
    expect(psp.chiamate.map(({ operazione }) => operazione)).toEqual(['pspInviaRPT']);
    expect(psp.chiamate[0]?.xml).toContain('<modelloPagamento>0</modelloPagamento>');
    expect(await stati(chiaveDi(rpt))).toEqual([
      'RPT_RICEVUTA_NODO',
      'RPT_ACCETTATA_NODO',
      'RPT_INVIATA_A_PSP',
      'RPT_ACCETTATA_PSP',
    ]);
    expect(await mandaRt(rpt, CONTO)).toBe('OK');
    await finche(() => banco.ente.ricevute.length === 1, 'the RT');
  });

  it.each<[string, () => unknown, string, string]>([
    ['refuses', () => rispondi(rifiutata), 'PPT_CANALE_ERRORE', 'RPT_RIFIUTATA_PSP'],
    ['is down', spegni, 'PPT_CANALE_IRRAGGIUNGIBILE', 'RPT_ERRORE_INVIO_A_PSP'],
    ['drops the line', () => rispondi(() => 'cade'), 'PPT_CANALE_IRRAGGIUNGIBILE', 'RPT_ESITO_SCONOSCIUTO_PSP'],
    ['is silent', tace, 'PPT_CANALE_TIMEOUT', 'RPT_ESITO_SCONOSCIUTO_PSP'],
    ['says yes and no', () => rispondi(contraddetta), 'PPT_CANALE_ERRORE_RESPONSE', 'RPT_ESITO_SCONOSCIUTO_PSP'],
    [
      'answers nothing',
      () => rispondi(() => ({ testo: '' })),
      'PPT_CANALE_ERRORE_RESPONSE',
      'RPT_ESITO_SCONOSCIUTO_PSP',
    ],
    ['gives no parameters', () => undefined, 'PPT_CANALE_ERR_PARAM_PAG_IMM', 'RPT_ESITO_SCONOSCIUTO_PSP'],
  ])('and that %s: the creditor is told, no RT is made', async (_che, prepara, fault, stato) => {
    await prepara();
    ascolta({ pagina: 'http://psp.example/paga' });
    const rpt = rptNuova(901n);
    const risposta = await diretta(rpt);
    if (risposta.esito === 'OK') throw new Error('not refused');
    expect(risposta.fault.faultCode).toBe(fault);
    if (fault === 'PPT_CANALE_ERRORE') {
      expect(risposta.fault).toMatchObject({
        originalFaultCode: 'CANALE_RPT_RIFIUTATA',
        originalFaultString: 'RPT rifiutata',
      });
    }
    expect((await stati(chiaveDi(rpt))).at(-1)).toBe(stato);
    expect(banco.ente.ricevute).toEqual([]);
  });

  it('is shut out of RPTs that were not handed to it', async () => {
    const rpt = rptNuova(902n);
    const risposta = await diretta(rpt);
    expect(risposta.esito === 'OK' && risposta.url).toContain('/wallet/welcome?idSession=');
    expect(await mandaRt(rpt, CONTO)).toBe('PPT_RPT_SCONOSCIUTA');
  });
});

function rispondi(come: (operazione: string) => Replica): void {
  psp.replica = ({ operazione }) => come(operazione);
}
function tace(): void {
  psp.replica = () => 'tace';
}
function spegni(): Promise<void> {
  return psp.close();
}

async function giornale(): Promise<readonly unknown[]> {
  const righe = (await (await fetch(`${banco.url}/api/messaggi?verso=uscita`)).json()) as { operazione: string }[];
  return righe.filter(({ operazione }) => operazione.startsWith('psp'));
}

async function attivita(): Promise<readonly unknown[]> {
  return (await (await fetch(`${banco.url}/api/attivita`)).json()) as unknown[];
}
