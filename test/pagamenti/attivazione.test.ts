import { afterEach, describe, expect, it } from 'vitest';
import { daNodo } from './da-nodo.ts';
import type { Bollettino } from '../../src/bollettini/bollettino.ts';
import {
  buildPaaAttivaRpt,
  buildPaaVerificaRpt,
  type PaaAttivazioneRisposta,
  parsePaaAttivazioneRisposta,
} from '../../src/pagopa/operazioni/paa-attivazione.ts';
import { parseRpt } from '../../src/pagopa/rpt/parse-rpt.ts';
import type { IntestazioneRpt } from '../../src/pagopa/soap/intestazione.ts';
import { parseGiorno } from '../../src/valori/giorno.ts';
import { parseTrimestre } from '../../src/scadenze/trimestre.ts';
import { validaUfficiale } from '../pagopa/schemi-ufficiali.ts';
import { finche } from '../simulatore/banco.ts';
import { isDel2020, nelSuoGiorno } from '../archivio/archivio-di-prova.ts';
import { creaMondo, type Mondo } from './mondo.ts';

let mondo: Mondo;
afterEach(() => mondo.close());

const CCP = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';

async function emetti(trimestre = '4/2020'): Promise<Bollettino> {
  const {
    emessi: [bollettino],
  } = await nelSuoGiorno(mondo.clock, trimestre, () =>
    mondo.app.bollettini.emetti(mondo.datore, mondo.rapporto.id, parseTrimestre(trimestre)),
  );
  if (bollettino === undefined) throw new Error('nothing was issued');
  // Else nobody could pay it today: it would be prescribed.
  if (isDel2020(trimestre))
    await mondo.app.bollettini.dichiaraAtto(mondo.datore, bollettino.id, parseGiorno('2024-03-01'));
  return bollettino;
}

function intestazione(iuv: string, modifiche: Partial<IntestazioneRpt> = {}): IntestazioneRpt {
  const { codiceFiscale, intermediario, stazione } = mondo.app.impostazioni.ente;
  return { intermediario, stazione, dominio: codiceFiscale, iuv, ccp: CCP, ...modifiche };
}

async function chiedi(
  operazione: 'paaVerificaRPT' | 'paaAttivaRPT',
  testa: IntestazioneRpt,
  bollettino: Bollettino,
): Promise<PaaAttivazioneRisposta> {
  const psp = 'SIMTAB06';
  const soap =
    operazione === 'paaVerificaRPT'
      ? buildPaaVerificaRpt({ intestazione: testa, psp })
      : buildPaaAttivaRpt({
          intestazione: testa,
          psp,
          intermediarioPsp: '99999900060',
          canale: '99999900060_SPORTELLO',
          importo: bollettino.importo,
        });
  const risposta = await daNodo(mondo.app.pagamenti, soap);
  validaUfficiale(risposta);
  return parsePaaAttivazioneRisposta(risposta, operazione);
}

const codice = (risposta: PaaAttivazioneRisposta) => (risposta.esito === 'OK' ? 'OK' : risposta.fault.faultCode);
const stato = async ({ id }: Bollettino) => (await mondo.app.bollettini.mostra(mondo.datore, id)).bollettino.stato;
const sportello = (bollettino: Bollettino, decisione: string) =>
  mondo.api('POST', 'sportello/paga', { codice: bollettino.codiceAvviso, decisione });
/** The RPT has left; a refusal at the counter may have come back already. */
const inviata = () =>
  finche(async () => (await mondo.app.knex('consegne').whereIn('stato', ['inviata', 'conclusa'])).length > 0, 'RPT');

describe('a notice in the first model', () => {
  it('is paid at a counter: verify, activation, RPT to the same PSP, RT, flow', async () => {
    mondo = await creaMondo('carrello-rpt', 'rpt');
    const bollettino = await emetti();
    expect(await sportello(bollettino, 'incassa')).toMatchObject({ esito: 'pagato' });
    await finche(async () => (await stato(bollettino)) === 'pagato', 'the RT');
    const eventi = await mondo.app.operatori.giornale({ iuv: bollettino.iuv });
    expect(eventi.filter(({ sottotipo }) => sottotipo === 'REQ').map(({ tipo }) => tipo)).toEqual([
      'paaVerificaRPT',
      'paaAttivaRPT',
      'nodoInviaRPT',
      'paaInviaRT',
    ]);
    for (const { messaggio } of eventi) validaUfficiale(messaggio);
    const [riga] = await mondo.app.pagamenti.effettuati(mondo.datore);
    const { rpt } = await mondo.app.operatori.pagamento(riga?.tentativo.id ?? '');
    expect(parseRpt(rpt ?? '')).toMatchObject({ tipoVersamento: 'PO', ccp: riga?.tentativo.ccp });
    await mondo.passano(4 * 24 * 60);
    await mondo.app.operatori.scaricaFlussi();
    expect(await mondo.app.operatori.rendicontazione()).toMatchObject({
      riconciliati: { quanti: 1, importo: bollettino.importo },
      senzaRicevuta: [],
    });
  });

  it.each([
    ['rifiuta', 0],
    ['trattieni', 35],
  ])('goes back to the cart when the counter says %s, and may be paid again', async (decisione, minuti) => {
    mondo = await creaMondo('carrello-rpt', 'rpt');
    const bollettino = await emetti();
    await sportello(bollettino, decisione);
    await inviata();
    await mondo.passano(minuti);
    await finche(async () => (await stato(bollettino)) === 'nel-carrello', 'the negative RT');
    expect(await sportello(bollettino, 'incassa')).toMatchObject({ esito: 'pagato' });
    await finche(async () => (await stato(bollettino)) === 'pagato', 'the RT');
  });

  it('repeated by the node is one activation; another PSP meanwhile is told that it is in payment (AB-23)', async () => {
    mondo = await creaMondo('carrello-rpt', 'rpt');
    const bollettino = await emetti();
    const testa = intestazione(bollettino.iuv);
    expect(await chiedi('paaVerificaRPT', { ...testa, ccp: 'n/a' }, bollettino)).toMatchObject({
      esito: 'OK',
      dati: { importo: bollettino.importo, iban: mondo.app.impostazioni.ente.iban },
    });
    const prima = await chiedi('paaAttivaRPT', testa, bollettino);
    expect(await chiedi('paaAttivaRPT', testa, bollettino)).toEqual(prima);
    expect(await mondo.app.knex('tentativi')).toHaveLength(1);
    const altra = intestazione(bollettino.iuv, { ccp: CCP.replace('a', 'b') });
    expect(codice(await chiedi('paaAttivaRPT', altra, bollettino))).toBe('PAA_PAGAMENTO_IN_CORSO');
  });

  it('whose RPT could not leave is sent by whoever watches, until the node has it', async () => {
    mondo = await creaMondo('carrello-rpt', 'rpt');
    await mondo.api('POST', 'regole', {
      nodo: { comportamento: 'irraggiungibile', operazioni: ['nodoInviaRPT', 'nodoChiediStatoRPT'] },
    });
    const bollettino = await emetti();
    await sportello(bollettino, 'incassa');
    const incerte = () => mondo.app.knex('consegne').where({ stato: 'invio-incerto' });
    await finche(async () => (await incerte()).length === 1, 'the lost sending');
    await mondo.api('DELETE', 'regole');
    await mondo.passano(5);
    await mondo.app.operatori.sorveglia();
    await finche(async () => (await stato(bollettino)) === 'pagato', 'the RT');
  });
});

describe('faults of paaVerificaRPT and paaAttivaRPT', () => {
  const operazioni = ['paaVerificaRPT', 'paaAttivaRPT'] as const;

  it.each(operazioni)('%s: another creditor, broker or station; an unknown notice', async (operazione) => {
    mondo = await creaMondo('carrello-rpt', 'rpt');
    const bollettino = await emetti();
    const con = async (modifiche: Partial<IntestazioneRpt>) =>
      codice(await chiedi(operazione, intestazione(bollettino.iuv, modifiche), bollettino));
    expect(await con({ dominio: '00000000000' })).toBe('PAA_ID_DOMINIO_ERRATO');
    expect(await con({ intermediario: '00000000000' })).toBe('PAA_ID_INTERMEDIARIO_ERRATO');
    expect(await con({ stazione: 'altra' })).toBe('PAA_STAZIONE_INT_ERRATA');
    expect(await con({ iuv: '01999999999999999' })).toBe('PAA_PAGAMENTO_SCONOSCIUTO');
    expect(await stato(bollettino)).toBe('nel-carrello');
  });

  it.each(operazioni)('%s: in a cart’s payment, paid, deleted', async (operazione) => {
    mondo = await creaMondo('carrello-rpt', 'rpt');
    const [primo, secondo, terzo] = [await emetti('2/2020'), await emetti('3/2020'), await emetti('4/2020')];
    const esito = async (bollettino: Bollettino) =>
      codice(await chiedi(operazione, intestazione(bollettino.iuv, { ccp: bollettino.iuv }), bollettino));
    await mondo.app.pagamenti.conferma(mondo.datore, [primo]);
    expect(await esito(primo)).toBe('PAA_PAGAMENTO_IN_CORSO');
    await sportello(secondo, 'incassa');
    await finche(async () => (await stato(secondo)) === 'pagato', 'the RT');
    expect(await esito(secondo)).toBe('PAA_PAGAMENTO_DUPLICATO');
    await mondo.app.bollettini.elimina(mondo.datore, terzo.id, terzo.versione);
    expect(await esito(terzo)).toBe('PAA_PAGAMENTO_ANNULLATO');
  });

  it.each(operazioni)(
    '%s: past its due date a notice is payable, or not if the creditor says so',
    async (operazione) => {
      mondo = await creaMondo('carrello-rpt', 'rpt');
      const pagabile = await emetti();
      expect(codice(await chiedi(operazione, intestazione(pagabile.iuv), pagabile))).toBe('OK');
      await mondo.close();
      mondo = await creaMondo('carrello-rpt', 'rpt', { TRIMESTRE_ENTE_DOPO_SCADENZA: 'scaduto' });
      const scaduto = await emetti();
      expect(codice(await chiedi(operazione, intestazione(scaduto.iuv), scaduto))).toBe('PAA_PAGAMENTO_SCADUTO');
      const corrente = await emetti('3/2026');
      expect(corrente.scadenza >= '2026-10-05').toBe(true);
      expect(codice(await chiedi(operazione, intestazione(corrente.iuv), corrente))).toBe('OK');
    },
  );

  it('a message out of the schema is answered in the operation’s own element', async () => {
    mondo = await creaMondo('carrello-rpt', 'rpt');
    const bollettino = await emetti();
    const soap = buildPaaVerificaRpt({ intestazione: intestazione(bollettino.iuv), psp: 'SIMTAB06' });
    const rotto = soap
      .replace('identificativoPSP>', 'identificativoPXP>')
      .replace('/identificativoPSP', '/identificativoPXP');
    const risposta = await daNodo(mondo.app.pagamenti, rotto);
    expect(codice(parsePaaAttivazioneRisposta(risposta, 'paaVerificaRPT'))).toBe('PAA_SINTASSI_XSD');
  });
});
