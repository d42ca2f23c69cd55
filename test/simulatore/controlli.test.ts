import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildNodoInviaCarrelloRpt, CANALE_WISP } from '../../src/pagopa/operazioni/nodo-invia-carrello-rpt.ts';
import { parseNodoInviaCarrelloRptRisposta } from '../../src/pagopa/operazioni/nodo-invia-carrello-rpt.ts';
import { buildRpt } from '../../src/pagopa/rpt/build-rpt.ts';
import type { Rpt } from '../../src/pagopa/rpt/rpt.ts';
import { PERCORSO_NODO } from '../../src/simulatore/server.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { validaUfficiale } from '../pagopa/schemi-ufficiali.ts';
import { type Banco, avviaBanco, chiaveDi, DOMINIO, nodoClient, rptNuova, stazione } from './banco.ts';
import { cittadino } from './cittadino.ts';

let banco: Banco;
beforeAll(async () => {
  banco = await avviaBanco();
});
afterAll(() => banco.close());

let numero = 1_000n;
const nuova = (): Rpt => rptNuova((numero += 1n));
const idCarrello = (): string => `carrello-${String(numero)}`;

type Richiesta = Parameters<typeof buildNodoInviaCarrelloRpt>[0];

/** Sends a cart as it is, without the client's help, and gives back codes and descriptions of what the node objects to. */
async function manda(rpt: readonly Rpt[], cambia: (richiesta: Richiesta) => Richiesta = (r) => r, xml = buildRpt) {
  const soap = buildNodoInviaCarrelloRpt(
    cambia({
      ...CANALE_WISP,
      intestazione: { intermediario: DOMINIO, stazione: `${DOMINIO}_01`, idCarrello: idCarrello() },
      password: 'simulazione',
      elementi: rpt.map((una) => ({ chiave: chiaveDi(una), xml: xml(una) })),
    }),
  );
  const risposta = await fetch(banco.url + PERCORSO_NODO, { method: 'POST', body: soap });
  const testo = await risposta.text();
  validaUfficiale(testo);
  const esito = parseNodoInviaCarrelloRptRisposta(testo);
  if (esito.esito === 'OK') return { fault: 'OK', rpt: [] };
  return {
    fault: esito.fault && [esito.fault.faultCode, esito.fault.description],
    rpt: esito.erroriRpt.map((fault) => [fault.serial, fault.faultCode, fault.description]),
  };
}

const semantica = (che: string): unknown => [1, 'PPT_SEMANTICA', expect.stringContaining(che)];

describe('what the node refuses in a cart', () => {
  it('an RPT out of its schema or encoding, told in the list with its position', async () => {
    const guasta = (rpt: Rpt): string => buildRpt(rpt).replace('>338.00</importoT', '>338,00</importoT');
    const esito = await manda([nuova(), nuova()], undefined, guasta);
    expect(esito.fault).toBeUndefined();
    expect(esito.rpt.map(([serial, codice]) => [serial, codice])).toEqual([
      [1, 'PPT_SINTASSI_XSD'],
      [2, 'PPT_SINTASSI_XSD'],
    ]);
    const latina = await manda([nuova()], undefined, (rpt) => buildRpt(rpt).replace('UTF-8', 'ISO-8859-1'));
    expect(latina.rpt).toEqual([[1, 'PPT_SINTASSI_XSD', 'Data encoding is not UTF-8']]);
  });

  it('an unknown PSP, broker or channel, and ones that do not belong together', async () => {
    const con = (canale: Partial<typeof CANALE_WISP>) => manda([nuova()], (r) => ({ ...r, ...canale }));
    const luna = { psp: 'SIMLUN01', intermediarioPsp: '99999900011', canale: '99999900011_CARTE' };
    expect((await con({ ...luna, psp: 'NESSUNO' })).fault?.[0]).toBe('PPT_PSP_SCONOSCIUTO');
    expect((await con({ ...luna, intermediarioPsp: '1' })).fault?.[0]).toBe('PPT_INTERMEDIARIO_PSP_SCONOSCIUTO');
    expect((await con({ ...luna, canale: '1' })).fault?.[0]).toBe('PPT_CANALE_SCONOSCIUTO');
    const storta = ['PPT_AUTORIZZAZIONE', 'Configurazione intermediario-canale non corretta'];
    expect((await con({ ...luna, canale: '99999900029_CARTE' })).fault).toEqual(storta);
    expect((await con({ canale: 'altro' })).fault).toEqual(storta);
    expect((await con(luna)).fault).toBe('OK');
  });

  it('an unknown broker, station or password', async () => {
    const con = (chi: Partial<Richiesta['intestazione']>, password = 'simulazione') =>
      manda([nuova()], (r) => ({ ...r, password, intestazione: { ...r.intestazione, ...chi } }));
    expect((await con({ intermediario: '1' })).fault?.[0]).toBe('PPT_INTERMEDIARIO_PA_SCONOSCIUTO');
    expect((await con({ stazione: '1' })).fault?.[0]).toBe('PPT_STAZIONE_INT_PA_SCONOSCIUTA');
    expect((await con({}, 'password-falsa')).fault).toEqual(['PPT_AUTENTICAZIONE', 'Password sconosciuta o errata']);
  });

  it('the encoding before the password, the password before the composition (the node’s order)', async () => {
    const rpt = nuova();
    const sbagliata = (r: Richiesta): Richiesta => ({ ...r, password: 'password-falsa' });
    const guasta = await manda([rpt], sbagliata, (una) => buildRpt(una).replace('UTF-8', 'UTF-16'));
    expect(guasta.rpt[0]?.[1]).toBe('PPT_SINTASSI_XSD');
    expect((await manda([rpt, rpt], sbagliata)).fault?.[0]).toBe('PPT_AUTENTICAZIONE');
  });

  it('twins, and payers or versanti that differ', async () => {
    const rpt = nuova();
    expect((await manda([rpt, rpt])).fault).toEqual(['PPT_SEMANTICA', 'Rpt duplicata nello stesso carrello']);
    const altro = { ...nuova(), pagatore: { ...rpt.pagatore, codice: 'FRRGLI88M10D620U' } };
    expect((await manda([rpt, altro])).fault).toEqual(['PPT_SEMANTICA', 'codice pagatore non coerente']);
    const versato = { ...nuova(), versante: { ...rpt.pagatore, codice: 'FRRGLI88M10D620U' } };
    expect((await manda([rpt, versato])).fault).toEqual(['PPT_SEMANTICA', 'codice versante non coerente']);
  });

  it('an unknown creditor', async () => {
    const rpt = { ...nuova(), dominio: '12345678903' };
    const sconosciuto = [1, 'PPT_DOMINIO_SCONOSCIUTO', 'Identificativo Dominio sconosciuto.'];
    expect(await manda([rpt])).toEqual({ fault: undefined, rpt: [sconosciuto] });
  });

  it('a header that is not the RPT’s', async () => {
    const rpt = nuova();
    const altroCcp = (r: Richiesta): Richiesta => ({
      ...r,
      elementi: r.elementi.map((uno) => ({ ...uno, chiave: { ...uno.chiave, ccp: 'altro' } })),
    });
    expect((await manda([rpt], altroCcp)).rpt).toEqual([semantica('Dati di intestazione non coerenti con RPT')]);
  });

  it('amounts that do not add up, a missing or unregistered IBAN, a digital stamp', async () => {
    const rpt = nuova();
    const { versamenti } = rpt;
    expect((await manda([{ ...rpt, importoTotale: centesimi(33801) }])).rpt).toEqual([semantica('La somma degli')]);
    const senza = versamenti.map(({ ibanAccredito: _iban, ...resto }) => resto);
    expect((await manda([{ ...nuova(), versamenti: senza }])).rpt).toEqual([semantica('IBAN accredito')]);
    const ignoto = versamenti.map((uno) => ({ ...uno, ibanAccredito: 'IT99X0000000000000000000000' }));
    expect((await manda([{ ...nuova(), versamenti: ignoto }])).rpt[0]?.[1]).toBe('PPT_IBAN_NON_CENSITO');
    const bollo = { tipo: '01', hash: 'AAAA', provincia: 'BO' };
    const bollata = await manda([{ ...nuova(), versamenti: versamenti.map((uno) => ({ ...uno, bollo })) }]);
    expect(bollata.rpt[0]?.[1]).toBe('PPT_CANALE_SERVIZIO_NONATTIVO');
  });

  it('what tipoVersamento does not bear', async () => {
    const rpt = nuova();
    const [uno] = rpt.versamenti;
    if (uno === undefined) throw new Error('the example has one versamento');
    const due = { ...rpt, importoTotale: centesimi(67600), versamenti: [uno, uno] };
    expect((await manda([{ ...due, tipoVersamento: 'OBEP' }])).rpt).toEqual([semantica('un unico elemento')]);
    expect((await manda([{ ...nuova(), tipoVersamento: 'AD' }])).rpt).toEqual([semantica("l'iban di addebito")]);
    expect((await manda([{ ...nuova(), tipoVersamento: 'PO', ccp: 'n/a' }])).rpt).toEqual([
      semantica('con valore n/a'),
    ]);
  });

  it.each([
    ['2021-01-04', 'uguale o maggiore'],
    ['2021-02-05', 'non eccedente i 30 giorni'],
  ])('an execution on %s, out of the 30 days from the message', async (giorno, perche) => {
    const esito = await manda([{ ...nuova(), dataEsecuzione: giorno }]);
    expect(esito.rpt).toEqual([semantica(perche)]);
  });

  it.each(['2021-01-05', '2021-02-04'])('but not one on %s', async (giorno) => {
    expect((await manda([{ ...nuova(), dataEsecuzione: giorno }])).fault).toBe('OK');
  });

  it('all the bad RPTs at once, and none of the good ones beside them is kept', async () => {
    const [buona, storta] = [nuova(), { ...nuova(), importoTotale: centesimi(1) }];
    expect((await manda([buona, storta])).rpt).toHaveLength(1);
    const stato = await banco.nodo.chiediStatoRpt(chiaveDi(buona));
    expect('stato' in stato && stato.stato).toBe('RPT_RIFIUTATA_NODO');
  });

  it('a cart or an RPT it has already seen, refused ones included', async () => {
    const rpt = nuova();
    const stesso = idCarrello();
    const conId = (r: Richiesta): Richiesta => ({ ...r, intestazione: { ...r.intestazione, idCarrello: stesso } });
    expect((await manda([rpt], conId)).fault).toBe('OK');
    expect((await manda([nuova()], conId)).fault).toEqual([
      'PPT_ID_CARRELLO_DUPLICATO',
      'Identificativo Carrello RPT duplicato.',
    ]);
    expect((await manda([nuova(), rpt])).rpt.map(([serial, codice]) => [serial, codice])).toEqual([
      [2, 'PPT_RPT_DUPLICATA'],
    ]);
    const rifiutata = nuova();
    await manda([{ ...rifiutata, importoTotale: centesimi(1) }]);
    expect((await manda([rifiutata])).rpt[0]?.[1]).toBe('PPT_RPT_DUPLICATA');
  });
});

describe('one RPT alone', () => {
  it('is taken, refused twice, and paid like a cart', async () => {
    const rpt = nuova();
    const inviata = await banco.nodo.inviaRpt(chiaveDi(rpt), buildRpt(rpt));
    expect(inviata).toMatchObject({
      esito: 'OK',
      url: expect.stringContaining('/wallet/welcome?idSession=') as string,
    });
    expect(await banco.nodo.inviaRpt(chiaveDi(rpt), buildRpt(rpt))).toMatchObject({
      esito: 'KO',
      fault: { faultCode: 'PPT_RPT_DUPLICATA' },
    });
    const idSession = new URL((inviata.esito === 'OK' && inviata.url) || '').searchParams.get('idSession') ?? '';
    expect((await cittadino(banco.url, idSession).paga('carta')).percorso).toBe('/wallet/esito');
  });
});

describe('enquiries', () => {
  it('about what the node never saw', async () => {
    const chiave = chiaveDi(nuova());
    expect(await banco.nodo.chiediStatoRpt(chiave)).toMatchObject({ faultCode: 'PPT_RPT_SCONOSCIUTA' });
    expect(await banco.nodo.chiediCopiaRt(chiave)).toMatchObject({ faultCode: 'PPT_RT_SCONOSCIUTA' });
  });

  it('with a wrong password', async () => {
    const chiave = chiaveDi(nuova());
    const intruso = nodoClient(banco.url, { password: 'sbagliata' });
    expect(await intruso.chiediStatoRpt(chiave)).toMatchObject({ faultCode: 'PPT_AUTENTICAZIONE' });
    expect(await intruso.chiediListaPendenti({ dimensioneLista: 1 })).toMatchObject({
      fault: { faultCode: 'PPT_AUTENTICAZIONE' },
    });
  });

  it('by another broker about an RPT that is not its own', async () => {
    const altro = { ...stazione(banco.ente.url), intermediario: '99999999999', stazione: '99999999999_01' };
    const due = await avviaBanco({ stazioni: [stazione(banco.ente.url), altro] });
    const { chiavi } = await due.carrello();
    const curioso = nodoClient(due.url, { stazione: '99999999999_01', intermediario: '99999999999' });
    const [chiave] = chiavi;
    if (chiave === undefined) throw new Error('an empty cart');
    expect(await curioso.chiediStatoRpt(chiave)).toMatchObject({ faultCode: 'PPT_SEGREGAZIONE' });
    await due.close();
  });
});

describe('the endpoint', () => {
  const posta = (corpo: string, headers: Record<string, string> = {}) =>
    fetch(banco.url + PERCORSO_NODO, { method: 'POST', body: corpo, headers });

  it.each([
    ['nothing', ''],
    ['no XML', 'ciao'],
    ['an external entity', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'],
    ['another SOAP', '<a/>'],
  ])('answers %s with a SOAP Fault that repeats nothing of it', async (_che, corpo) => {
    const risposta = await posta(corpo);
    expect(risposta.status).toBe(500);
    const testo = await risposta.text();
    expect(testo).toContain('soapenv:Fault');
    expect(testo).not.toContain('root:');
  });

  it('answers a known operation out of its schema with PPT_SINTASSI_EXTRAXSD', async () => {
    const soap = buildNodoInviaCarrelloRpt({
      ...CANALE_WISP,
      intestazione: { intermediario: DOMINIO, stazione: `${DOMINIO}_01`, idCarrello: 'x' },
      password: 'corta',
      elementi: [],
    });
    const esito = parseNodoInviaCarrelloRptRisposta(await (await posta(soap)).text());
    expect(esito).toMatchObject({ fault: { faultCode: 'PPT_SINTASSI_EXTRAXSD' } });
  });

  it('wants the SOAPAction, when there is one, to be the operation', async () => {
    const rpt = nuova();
    const soap = buildNodoInviaCarrelloRpt({
      ...CANALE_WISP,
      intestazione: { intermediario: DOMINIO, stazione: `${DOMINIO}_01`, idCarrello: idCarrello() },
      password: 'simulazione',
      elementi: [{ chiave: chiaveDi(rpt), xml: buildRpt(rpt) }],
    });
    const storta = parseNodoInviaCarrelloRptRisposta(await (await posta(soap, { SOAPAction: '"altro"' })).text());
    expect(storta).toMatchObject({ fault: { faultCode: 'PPT_SOAPACTION_ERRATA' } });
  });

  it('stops reading at its byte limit', async () => {
    const risposta = await posta('x'.repeat(300_000));
    expect(await risposta.text()).toContain('troppo grande');
  });
});
