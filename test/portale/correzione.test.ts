import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { percorsi } from '../../src/portale/percorsi.ts';
import { startPortaleDiProva, type Agente, type PortaleDiProva } from './portale-di-prova.ts';

let prova: PortaleDiProva;
beforeAll(async () => {
  prova = await startPortaleDiProva();
});
afterAll(() => prova.close());

/** What `calcolo` sends: the rapporto, the quarter, and the fields as the page filled them. */
function campiDi(pagina: string): Record<string, string> {
  const nascosti = [...pagina.matchAll(/<input type="hidden" name="(rapporto|numero|anno|consenso)" value="([^"]*)"/g)];
  const scritti = [
    ...pagina.matchAll(/<input[^>]*name="(oreSettimanali|pagaOraria|vittoAlloggioGiorni)"[^>]*value="([^"]*)"/g),
  ];
  return Object.fromEntries([...nascosti, ...scritti].map(([, nome = '', valore = '']) => [nome, valore]));
}

const senzaTag = (pagina: string) => pagina.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('a quarter corrected by its employer', () => {
  let io: Agente;
  let campi: Record<string, string>;
  beforeAll(async () => {
    io = await prova.browser().enter(prova.app, 'Bianchi');
    const { id } = (await prova.app.knex('rapporti').where({ codice: '99109784511' }).first()) as { id: string };
    campi = campiDi((await io.get(`${percorsi.calcolo}?rapporto=${id}&numero=2&anno=2026`)).text);
  });
  const manda = (altri: Record<string, string>) => io.post(percorsi.calcolo, { ...campi, ...altri }, percorsi.calcolo);

  it('sees what is in the way, replaces it, and is told of the new and the dead', async () => {
    expect((await manda({ azione: 'emetti' })).status).toBe(303);
    const uguale = senzaTag((await manda({ azione: 'calcola' })).text);
    expect(uguale).toMatch(/C’è già un bollettino che chiede questo importo: 403,00 €, codice avviso 3010/);
    expect(uguale).not.toContain('Aggiungi ai bollettini');
    // Whoever sends the form without having agreed is refused by name.
    const rifiuto = await manda({ oreSettimanali: '20', azione: 'emetti' });
    expect([rifiuto.status, /sostituirlo/.test(rifiuto.text)]).toEqual([409, true]);
    const vista = (await manda({ oreSettimanali: '20', azione: 'calcola' })).text;
    expect(senzaTag(vista)).toMatch(
      /Non è ancora pagato: 403,00 €.*Il nuovo ne prende il posto.*Sostituisci il bollettino/,
    );
    const { consenso = '' } = campiDi(vista);
    expect(consenso).toBe('sostituisci');
    expect((await manda({ oreSettimanali: '20', consenso, azione: 'emetti' })).status).toBe(303);
    expect(senzaTag((await io.get(percorsi.bollettini)).text)).toMatch(
      /Emesso: 2\/2026, [\d,.]+ €.*Annullato: 2\/2026, 403,00 €.*non si può più pagare/,
    );
    const [vecchio] = await prova.app.knex('sostituzioni').pluck<string[]>('vecchio_id');
    const morto = senzaTag((await io.get(`${percorsi.bollettini}/${vecchio ?? ''}`)).text);
    expect(morto).toMatch(/è stato sostituito Pagare invece quello con codice avviso 3010/);
  });

  it('pays the difference of a paid quarter, or learns what to ask back', async () => {
    const io = await prova.browser().enter(prova.app, 'Ferrari');
    const { id } = (await prova.app.knex('rapporti').where({ codice: '2100005123' }).first()) as { id: string };
    const campi = campiDi((await io.get(`${percorsi.calcolo}?rapporto=${id}&numero=2&anno=2026`)).text);
    campi['associazione'] = 'F2';
    const manda = (altri: Record<string, string>) =>
      io.post(percorsi.calcolo, { ...campi, ...altri }, percorsi.calcolo);
    const vista = (await manda({ oreSettimanali: '24', azione: 'calcola' })).text;
    expect(senzaTag(vista)).toMatch(/già stati versati [\d,]+ €.*Mancano ([\d,]+) €.*Prepara l’integrazione di \1 €/);
    const { consenso = '' } = campiDi(vista);
    expect((await manda({ oreSettimanali: '24', consenso, azione: 'emetti' })).status).toBe(303);
    for (const pagina of [percorsi.bollettini, percorsi.riepilogo])
      expect(senzaTag((await io.get(pagina)).text)).toMatch(/2\/2026 integrazione/);
    const meno = senzaTag((await manda({ settimane: '10', azione: 'calcola' })).text);
    expect(meno).toMatch(/[\d,]+ € più del dovuto.*Annulla il bollettino che non serve più/);
  });
});

describe('operators', () => {
  it('find a bollettino by whatever they know, tell its quarter anew and remove it', async () => {
    const { segreto } = await prova.app.accesso.creaToken('ufficio');
    const io = prova.browser();
    await io.post(percorsi.operatoriAccesso, { token: segreto }, percorsi.operatoriAccesso);
    const cerca = (testo: string) =>
      io.post(percorsi.bollettiniOperatori, { cerca: testo }, percorsi.bollettiniOperatori);
    expect((await cerca('')).status).toBe(422);
    expect((await cerca('nessuno')).text).toContain('Nessun bollettino');
    const vivo = (await prova.app
      .knex('bollettini')
      .where({ stato: 'nel-carrello', trimestre_anno: 2026 })
      .orderBy('codice_inps', 'desc')
      .first()) as {
      id: string;
      iuv: string;
      codice_avviso: string;
    };
    const scritto = vivo.codice_avviso.replaceAll(/(\d{4})/g, '$1 ');
    expect((await cerca(scritto)).text).toContain(percorsi.bollettinoOperatori(vivo.id));
    const pagina = percorsi.bollettinoOperatori(vivo.id);
    const campi = campiDi((await io.get(pagina)).text);
    const dati = { ...campi, oreSettimanali: '31' };
    const vista = await io.post(percorsi.correggiOperatori(vivo.id), { ...dati, azione: 'calcola' }, pagina);
    const { consenso = '' } = campiDi(vista.text);
    const fatto = await io.post(percorsi.correggiOperatori(vivo.id), { ...dati, consenso, azione: 'emetti' }, pagina);
    expect(fatto.status).toBe(303);
    const nuovo = String(fatto.headers['location']);
    expect(senzaTag((await io.get(nuovo)).text)).toMatch(new RegExp(`Annullato: .*IUV ${vivo.iuv}`));
    const id = nuovo.split('/').at(-1) ?? '';
    expect((await io.post(percorsi.eliminaOperatori(id), { versione: '1' }, nuovo)).status).toBe(303);
    // As the employer's page and the command line say it.
    expect(senzaTag((await io.get(nuovo)).text)).toMatch(
      /Eliminato: \d\/\d{4}, [\d,]+ €, codice avviso [\d ]+, IUV \d{17},.* Allo sportello non si può più pagare\./,
    );
    const atti = await prova.app.knex('atti').where({ oggetto_id: id, azione: 'bollettino-eliminato' });
    expect(JSON.stringify(atti)).toContain('portale:ufficio');
    expect((await prova.browser().get(percorsi.bollettiniOperatori)).headers['location']).toBe(
      percorsi.operatoriAccesso,
    );
  });
});
