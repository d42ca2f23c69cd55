import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseRt } from '../../src/pagopa/rpt/parse-rt.ts';
import { type Banco, avviaBanco, finche, type Inviato, SEGRETO } from './banco.ts';
import { cittadino, ritornoDi } from './cittadino.ts';
import { rispostaKo } from './ente-finto.ts';

let banco: Banco;
beforeEach(async () => {
  banco = await avviaBanco();
});
afterEach(() => banco.close());

async function stati({ chiavi }: Inviato): Promise<readonly string[]> {
  const [chiave] = chiavi;
  if (chiave === undefined) throw new Error('an empty cart');
  const stato = await banco.nodo.chiediStatoRpt(chiave);
  return 'storico' in stato ? stato.storico.map((passo) => passo.stato) : [stato.faultCode];
}
const ricevute = (quante: number) =>
  finche(() => banco.ente.ricevute.length >= quante, `${quante} receipts at the creditor`);
const PARCHEGGIATA = ['RPT_RICEVUTA_NODO', 'RPT_ACCETTATA_NODO', 'RPT_PARCHEGGIATA_NODO'];
const CHIUSA = ['RT_INVIATA_PA', 'RT_ACCETTATA_PA'];

describe('paying a cart on the node', () => {
  it('by card: esito DIFFERITO, then one RT 0 an RPT, with the node’s own history', async () => {
    const inviato = await banco.carrello(2);
    expect(await stati(inviato)).toEqual(PARCHEGGIATA);
    const fine = await cittadino(banco.url, inviato.idSession).paga('carta');
    expect(fine.html).toContain('Pagamento preso in carico');
    const ritorno = ritornoDi(fine);
    expect(Object.fromEntries(ritorno.searchParams)).toEqual({
      da: 'nodo',
      idDominio: '80078750587',
      idSession: inviato.idSession,
      esito: 'DIFFERITO',
    });
    await ricevute(2);
    expect(banco.ente.ricevute.map((rt) => [rt.esito, rt.importoTotale])).toEqual([
      ['0', 33800],
      ['0', 33800],
    ]);
    expect(new Set(banco.ente.segreti)).toEqual(new Set([SEGRETO]));
    await finche(async () => (await stati(inviato)).at(-1) === 'RT_ACCETTATA_PA', 'the node hears OK');
    expect(await stati(inviato)).toEqual([
      ...PARCHEGGIATA,
      'RPT_INVIATA_A_PSP',
      'RPT_ACCETTATA_PSP',
      'RT_RICEVUTA_NODO',
      'RT_ACCETTATA_NODO',
      ...CHIUSA,
    ]);
  });

  it('puts the commission of the chosen PSP on the first receipt alone', async () => {
    const inviato = await banco.carrello(2);
    await cittadino(banco.url, inviato.idSession).paga('carta');
    await ricevute(2);
    const commissioni = banco.ente.ricevute.map((rt) => rt.pagamenti[0]?.commissioniPsp ?? 0);
    expect(commissioni.sort((a, b) => a - b)).toEqual([0, 130]);
  });

  it('by account: esito OK, and the RT all the same', async () => {
    const inviato = await banco.carrello();
    const fine = await cittadino(banco.url, inviato.idSession).paga('conto');
    expect(fine.html).toContain('Pagamento autorizzato');
    expect(ritornoDi(fine).searchParams.get('esito')).toBe('OK');
    await ricevute(1);
    expect(banco.ente.ricevute[0]).toMatchObject({ esito: '0', attestante: { tipo: 'B' } });
  });

  it('with an app of the PSP: DIFFERITO', async () => {
    const inviato = await banco.carrello();
    const fine = await cittadino(banco.url, inviato.idSession).paga('altro');
    expect(ritornoDi(fine).searchParams.get('esito')).toBe('DIFFERITO');
  });

  it.each([
    ['negata', 'ERROR', 'Autorizzazione negata', [...PARCHEGGIATA, 'RT_GENERATA_NODO', ...CHIUSA]],
    [
      'rifiutata-dopo',
      'DIFFERITO',
      'Annullato per RPT rifiutata',
      [...PARCHEGGIATA, 'RPT_INVIATA_A_PSP', 'RPT_RIFIUTATA_PSP', 'RT_GENERATA_NODO', ...CHIUSA],
    ],
    [
      'senza-risposta',
      'DIFFERITO',
      'Annullato per esito sconosciuto PSP',
      [...PARCHEGGIATA, 'RPT_INVIATA_A_PSP', 'RPT_ESITO_SCONOSCIUTO_PSP', 'RT_GENERATA_NODO', ...CHIUSA],
    ],
  ])('with the card «%s»: %s and an RT 1', async (carta, esito, motivo, attesi) => {
    const inviato = await banco.carrello();
    const fine = await cittadino(banco.url, inviato.idSession).paga('carta', carta);
    expect(ritornoDi(fine).searchParams.get('esito')).toBe(esito);
    await ricevute(1);
    const [rt] = banco.ente.ricevute;
    expect(rt).toMatchObject({ esito: '1', importoTotale: 0 });
    expect(rt?.pagamenti[0]?.esito).toBe(motivo);
    await finche(async () => (await stati(inviato)).at(-1) === 'RT_ACCETTATA_PA', 'the node hears OK');
    expect(await stati(inviato)).toEqual(attesi);
  });

  it('refused on the bank’s page: ERROR and «Autorizzazione negata»', async () => {
    const inviato = await banco.carrello();
    const persona = cittadino(banco.url, inviato.idSession);
    await persona.finoAlRiepilogo('conto');
    const fine = await persona.invia('banca', { scelta: 'nega' });
    expect(ritornoDi(fine).searchParams.get('esito')).toBe('ERROR');
    await ricevute(1);
    expect(banco.ente.ricevute[0]?.pagamenti[0]?.esito).toBe('Autorizzazione negata');
  });

  it('left with the X: asks first, then ERROR and «Annullato da utente»', async () => {
    const inviato = await banco.carrello();
    const persona = cittadino(banco.url, inviato.idSession);
    expect((await persona.pagina('uscita')).html).toContain('Vuoi davvero uscire');
    expect(banco.ente.ricevute).toHaveLength(0);
    const fine = await persona.invia('annulla');
    expect(ritornoDi(fine).searchParams.get('esito')).toBe('ERROR');
    await ricevute(1);
    expect(banco.ente.ricevute[0]?.pagamenti[0]?.esito).toBe('Annullato da utente');
  });

  it('never paid: the session expires and the creditor learns it, browser or not', async () => {
    const inviato = await banco.carrello();
    banco.simulatore.orologio.sposta(20 * 60_000 + 1);
    await ricevute(1);
    expect(banco.ente.ricevute[0]?.pagamenti[0]?.esito).toBe('Annullato per sessione scaduta');
    const fine = await cittadino(banco.url, inviato.idSession).pagina('welcome');
    expect(fine.html).toContain('La sessione è scaduta');
  });

  it('paid twice by an impatient press, a reload or the back button: one payment, one RT', async () => {
    const inviato = await banco.carrello();
    const persona = cittadino(banco.url, inviato.idSession);
    await persona.paga('carta');
    const canale = '99999900011_CARTE';
    const ancora = await Promise.all([persona.invia('paga', { canale }), persona.invia('paga', { canale })]);
    await persona.invia('annulla');
    expect(ancora.map((pagina) => pagina.percorso)).toEqual(['/wallet/esito', '/wallet/esito']);
    await ricevute(1);
    await new Promise((poi) => setTimeout(poi, 100));
    expect(banco.ente.ricevute.map((rt) => rt.esito)).toEqual(['0']);
  });

  it('paid and left at the same moment: whoever comes first, and nothing else', async () => {
    const inviato = await banco.carrello();
    const persona = cittadino(banco.url, inviato.idSession);
    const riepilogo = await persona.finoAlRiepilogo('carta');
    const canale = /name="canale" value="([^"]*)"/.exec(riepilogo.html)?.[1] ?? '';
    const paga = () => persona.invia('paga', { canale });
    const fini = await Promise.all([paga(), paga(), persona.invia('annulla'), paga()]);
    await ricevute(1);
    await new Promise((poi) => setTimeout(poi, 100));
    expect(banco.ente.ricevute).toHaveLength(1);
    const esiti = new Set(fini.map((pagina) => ritornoDi(pagina).searchParams.get('esito')));
    expect(esiti).toEqual(new Set([banco.ente.ricevute[0]?.esito === '0' ? 'DIFFERITO' : 'ERROR']));
  });

  it('pays only what the summary showed: a choice changed in another tab shows the summary again', async () => {
    const inviato = await banco.carrello();
    const persona = cittadino(banco.url, inviato.idSession);
    await persona.finoAlRiepilogo('carta');
    const qui = await persona.invia('paga', { canale: '99999900029_CARTE-altro' });
    expect(qui.percorso).toBe('/wallet/riepilogo');
    expect(banco.ente.ricevute).toHaveLength(0);
  });
});

describe('delivering the RT', () => {
  it('tries again after a dropped line and after an error of the creditor’s system, then gets through', async () => {
    banco.ente.prossime.push('cade', rispostaKo('PAA_SYSTEM_ERROR'));
    const inviato = await banco.carrello();
    await cittadino(banco.url, inviato.idSession).paga('carta');
    await ricevute(1);
    await finche(async () => (await stati(inviato)).at(-1) === 'RT_ACCETTATA_PA', 'the node hears OK');
    expect((await stati(inviato)).filter((stato) => stato === 'RT_INVIATA_PA')).toHaveLength(3);
  });

  it('gives up after its last pause; the RT can then be asked for', async () => {
    banco.ente.prossime.push('cade', 'cade', 'cade');
    const inviato = await banco.carrello();
    const [chiave] = inviato.chiavi;
    if (chiave === undefined) throw new Error('an empty cart');
    expect(await banco.nodo.chiediCopiaRt(chiave)).toMatchObject({ faultCode: 'PPT_RT_NONDISPONIBILE' });
    await cittadino(banco.url, inviato.idSession).paga('carta');
    await finche(() => banco.ente.prossime.length === 0, 'three attempts');
    await new Promise((poi) => setTimeout(poi, 150));
    expect(banco.ente.ricevute).toHaveLength(0);
    const copia = await banco.nodo.chiediCopiaRt(chiave);
    expect('rt' in copia && parseRt(copia.rt)).toMatchObject({ esito: '0', iuv: chiave.iuv });
  });

  it('does not insist with a creditor that refuses', async () => {
    banco.ente.prossime.push(rispostaKo('PAA_SEMANTICA'));
    const inviato = await banco.carrello();
    await cittadino(banco.url, inviato.idSession).paga('carta');
    await finche(async () => (await stati(inviato)).at(-1) === 'RT_RIFIUTATA_PA', 'the refusal is written down');
    await new Promise((poi) => setTimeout(poi, 100));
    expect(banco.ente.ricevute).toHaveLength(0);
  });

  it('lists what is open, and no longer once the creditor has accepted', async () => {
    const inviato = await banco.carrello();
    const domanda = { dimensioneLista: 10 };
    const pendenti = await banco.nodo.chiediListaPendenti(domanda);
    expect(pendenti).toMatchObject({ totale: 1, pendenti: [{ stato: 'RPT_PARCHEGGIATA_NODO' }] });
    await cittadino(banco.url, inviato.idSession).paga('carta');
    await finche(async () => (await stati(inviato)).at(-1) === 'RT_ACCETTATA_PA', 'the node hears OK');
    expect(await banco.nodo.chiediListaPendenti(domanda)).toMatchObject({ totale: 0 });
  });
});
