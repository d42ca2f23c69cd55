import request from 'supertest';
import { expect, it } from 'vitest';
import { percorsi } from '../../src/portale/percorsi.ts';
import { apriBanco, testoDi } from '../procedure/banco.ts';
import { finche } from '../simulatore/banco.ts';
import { Agente } from './portale-di-prova.ts';

const SCELTA = 'Il denaro è stato restituito, o non è mai stato preso: il bollettino torna nel carrello';

it('who paid another amount is asked again only after an operator has said that the money was given back', async () => {
  const banco = await apriBanco();
  const { app, io } = banco;
  try {
    await banco.api('regole', { scenario: 'importo-errato', volte: 1 });
    const { alNodo } = await banco.vaiAPagare(1);
    await banco.torna(await alNodo.paga('carta'));
    await finche(async () => (await app.operatori.anomalie('aperta')).length === 1, 'an anomaly');
    expect(await io.bollettini()).toHaveLength(2);
    const online = await io.get(percorsi.pagamentoOnline);
    const [esito = ''] = /\/pagamento-online\/[\w-]+\/esito/.exec(online.text) ?? [];
    expect(testoDi((await io.get(esito)).text)).toContain('Non serve pagare di nuovo');

    const ufficio = new Agente(request.agent(app.impostazioni.urlPortale));
    const { segreto } = await app.accesso.creaToken('ufficio');
    await ufficio.post(percorsi.operatoriAccesso, { token: segreto }, percorsi.operatoriAccesso);
    const { text } = await ufficio.get(percorsi.operatori);
    const [, id] =
      /type="checkbox" id="([\w-]+)" name="restituito" value="si" aria-describedby="\1-aiuto">/.exec(text) ?? [];
    expect(text).toContain(`<label for="${id ?? '?'}">${SCELTA}</label>`);
    const [, chiudi = ''] = /action="(\/operatori\/anomalie\/[\w-]+\/chiudi)"/.exec(text) ?? [];
    await ufficio.post(chiudi, { nota: 'Restituito dal PSP', restituito: 'si' }, percorsi.operatori);
    expect((await ufficio.get(percorsi.operatori)).text).toContain('Il pagamento risulta non eseguito');
    const ripetuta = await ufficio.post(chiudi, { nota: 'Di nuovo', restituito: 'si' }, percorsi.operatoriAccesso);
    expect(ripetuta.status).toBe(409);

    expect(await io.bollettini()).toHaveLength(3);
    const dopo = testoDi((await io.get(esito)).text);
    expect(dopo).toContain('Pagamento non eseguito');
    expect(dopo).toContain('nessun importo risulta versato');
    await (await banco.vaiAPagare(1)).alNodo.paga('carta');
    await banco.attendi('pagato', 1);
  } finally {
    await banco.close();
  }
});
