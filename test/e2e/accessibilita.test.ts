import { AxeBuilder } from '@axe-core/playwright';
import { MemoryStore } from 'express-session';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { modelloCsv } from '../../src/lotti/modello/lotto-modello.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { LINGUE_DEL_LAVORATORE } from '../../src/portale/viste/lavoratore.ts';
import { STRUMENTI } from '../../src/portale/strumenti/elenco.ts';
import { createLog } from '../../src/portale/http/log.ts';
import { LIMITI } from '../../src/portale/http/rate-limits.ts';
import { createPortale } from '../../src/portale/portale.ts';
import { rotteDi } from '../ostili/rotte.ts';
import { newContext } from '../impianto/browser.ts';
import { chooseCard, comeBack, confirmAndLeave, enterAs, pay } from './passi.ts';
import { scena } from './scena.ts';

const REGOLE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const LARGO = { width: 1280, height: 800 };
/** A phone, or a desktop enlarged four times (WCAG 1.4.10). */
const STRETTO = { width: 320, height: 800 };

const inScena = scena('2026-11-22T10:00:00Z');

/** The paths that {@link check} was at. */
const guardate = new Set<string>();

/**
 * No violation, one main heading, and nothing to scroll sideways: at 320 pixels, and on a desktop with text twice as large
 * (WCAG 1.4.4 and 1.4.10, which do not ask for both at once).
 */
async function check(page: Page, dove: string): Promise<void> {
  guardate.add(new URL(page.url()).pathname);
  const { violations } = await new AxeBuilder({ page }).withTags(REGOLE).setLegacyMode(true).analyze();
  const colpe = violations.map(({ id, nodes }) => `${dove}: ${id} ${nodes.map((n) => n.target.join(' ')).join(', ')}`);
  expect(colpe).toEqual([]);
  expect(await page.locator('h1').count(), `${dove}: one h1`).toBe(1);
  const prima = page.viewportSize() ?? LARGO;
  await page.setViewportSize(STRETTO);
  const troppo = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  expect(troppo, `${dove}: wider than the screen`).toBe(0);
  await page.setViewportSize(prima);
  if (prima.width < LARGO.width) return;
  const largo = await page.evaluate(
    `document.documentElement.style.fontSize = '200%';
     document.documentElement.scrollWidth - document.documentElement.clientWidth`,
  );
  expect(largo, `${dove}: wider than the screen with text at 200%`).toBe(0);
  await page.evaluate(`document.documentElement.style.fontSize = ''`);
}

async function open(viewport = LARGO): Promise<Page> {
  const contesto = await newContext(inScena.browser, { viewport });
  return contesto.newPage();
}

describe('no page open to everybody breaks WCAG 2.2 A and AA', () => {
  it('as it comes', async () => {
    const page = await open();
    const titoli = new Set<string>();
    const pagine = [
      percorsi.home,
      percorsi.accesso,
      percorsi.calcolo,
      percorsi.strumenti,
      ...STRUMENTI.map(({ nome }) => percorsi.strumento(nome)),
      percorsi.leggiAvviso,
      percorsi.operatoriAccesso,
      percorsi.norme,
      percorsi.tabella(2022),
      percorsi.norma('scadenze'),
      percorsi.norma('tassi'),
      percorsi.manuale,
      `${percorsi.manuale}/calcolo`,
      percorsi.accessibilita,
      percorsi.privacy,
      percorsi.uscita,
      percorsi.ritorno,
      '/non-esiste',
    ];
    for (const pagina of pagine) {
      await page.goto(inScena.ambiente.url + pagina);
      await check(page, pagina);
      titoli.add(await page.title());
    }
    expect(titoli.size, 'every page has its own title').toBe(pagine.length);
  });

  it('after a calculation, refused and then done', async () => {
    const page = await open();
    await page.goto(inScena.ambiente.url + percorsi.calcolo);
    await page.getByLabel('Ore retribuite a settimana').fill('20');
    await page.getByRole('button', { name: 'Calcola' }).click();
    await page.getByRole('alert').waitFor();
    await check(page, 'calcolo con errore');
    await page.getByLabel('Paga oraria in euro').fill('8,00');
    await page.getByRole('button', { name: 'Calcola' }).click();
    await page.getByRole('heading', { name: 'Come ci si arriva' }).waitFor();
    await check(page, 'calcolo riuscito');
    expect(await page.evaluate('document.activeElement?.id'), 'the focus is on the answer').toBe('esito');
    // A page that came by a post would ask to send again.
    const risposta = await page.reload();
    expect(risposta?.request().method()).toBe('GET');
    await page.getByRole('heading', { name: 'Come ci si arriva' }).waitFor();
  });

  it('after the answers of the tools', async () => {
    const page = await open();
    await page.goto(inScena.ambiente.url + percorsi.strumento('verifica'));
    await page.getByLabel('Trimestre', { exact: true }).fill('4/2020');
    await page.getByLabel('Importo in euro').fill('338,00');
    await page.getByRole('button', { name: 'Verifica' }).click();
    await page.getByRole('table').first().waitFor();
    await check(page, 'verifica');
    await page.goto(inScena.ambiente.url + percorsi.strumento('sanzioni'));
    await page.getByLabel('Contributi non pagati, in euro').fill('338,00');
    await page.getByLabel('Trimestre', { exact: true }).fill('1/2023');
    await page.getByRole('button', { name: 'Calcola le sanzioni' }).click();
    await page.getByText('Il prospetto da portare all’INPS').waitFor();
    await check(page, 'sanzioni');
  });

  it('after a way in that was refused', async () => {
    const page = await open();
    await page.goto(inScena.ambiente.url + percorsi.accesso);
    await page.getByLabel('Codice fiscale del datore di lavoro').fill('ABCDEF80A01D620A');
    await page.getByLabel('Codice del rapporto di lavoro').fill('99109784511');
    await page.getByRole('button', { name: 'Accedi' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.title()).toMatch(/^Errore: /);
    await check(page, 'accesso rifiutato');
  });
});

/** Bollettini that the two walks below leave on the node's pages: three of the first person, five of the second. */
const LASCIATI_A_META = 3 + 5;

describe('no page of the service breaks WCAG 2.2 A and AA', () => {
  it.each([
    ['a desktop', 'Giovanni Ferrari', LARGO],
    ['a phone', 'Maria Rossi', STRETTO],
  ] as const)('on %s, from the tabs to the payment', async (_dove, nome, viewport) => {
    const page = await open(viewport);
    await enterAs(page, inScena.ambiente.url, nome);
    await check(page, 'bollettini');
    const bollettino = (await page.locator('table tbody a').first().getAttribute('href')) ?? '';
    await page.goto(inScena.ambiente.url + percorsi.calcolo);
    const rapporto = await page.locator('select[name=rapporto]').inputValue();
    for (const pagina of [
      bollettino,
      `${bollettino}/elimina`,
      `${bollettino}/modifica`,
      `${bollettino}/avviso`,
      `${bollettino}/avviso/indirizzo`,
      `${percorsi.dettaglio}?rapporto=${rapporto}&numero=3&anno=2026`,
      percorsi.estratto(rapporto),
      percorsi.scoperti(rapporto),
      percorsi.daFare,
      percorsi.messaggi,
      `${percorsi.messaggi}?dal=31/02/2026&vista=griglia`,
      `${percorsi.messaggi}?vista=griglia`,
      percorsi.promemoria,
      percorsi.disiscrivi('di-prova'),
      percorsi.calcolo,
      percorsi.riepilogo,
      percorsi.pagamentoOnline,
      percorsi.pagamenti,
      percorsi.attestazione(2026),
      percorsi.calendario,
      percorsi.manuale,
    ]) {
      await page.goto(inScena.ambiente.url + pagina);
      await check(page, pagina);
    }
    await page.goto(inScena.ambiente.url + percorsi.pagamenti);
    const trimestri = page.getByRole('link', { name: /^trimestri pagati e scoperti/ }).first();
    const scoperti = (await trimestri.getAttribute('href')) ?? '';
    for (const pagina of [scoperti, `${scoperti}/fine`]) {
      await page.goto(inScena.ambiente.url + pagina);
      await check(page, pagina);
    }
    await page.getByLabel('Ultimo giorno del rapporto').fill('15/11/2026');
    await page.getByRole('button', { name: 'Calcola', exact: true }).click();
    await page.getByRole('heading', { name: /^Passo 4/ }).waitFor();
    await check(page, 'la fine di un rapporto');
    await page.goto(inScena.ambiente.url + percorsi.promemoria);
    await page.getByLabel('Indirizzo di posta elettronica').fill('nome');
    await page.getByRole('button', { name: 'Voglio i promemoria' }).click();
    await check(page, 'promemoria con un indirizzo che non lo è');
    await page.getByLabel('Indirizzo di posta elettronica').fill('nome@prova.example');
    await page.getByRole('button', { name: 'Voglio i promemoria' }).click();
    await page.getByText('L’indirizzo è da confermare').waitFor();
    await check(page, 'promemoria da confermare');
    const [chiave = ''] = (await inScena.ambiente.app
      .knex('contatti')
      .orderBy('scritto_il', 'desc')
      .pluck('chiave')) as string[];
    await page.goto(inScena.ambiente.url + percorsi.confermaPromemoria(chiave));
    await check(page, 'conferma dei promemoria');
    await page.getByRole('button', { name: 'Conferma l’indirizzo' }).click();
    await page.getByText('L’indirizzo è confermato').waitFor();
    await check(page, 'promemoria confermati');
    await page.goto(inScena.ambiente.url + percorsi.bollettini);
    await confirmAndLeave(page);
    await page.goto(inScena.ambiente.url + percorsi.pagamentoOnline);
    await check(page, 'pagamento online con un pagamento in corso');
    await page
      .getByRole('link', { name: /^Segui il pagamento/ })
      .first()
      .click();
    await check(page, 'in attesa di conferma');
    await page.goto(inScena.ambiente.url + percorsi.bollettini);
    await check(page, 'bollettini, vuoto');
  });

  it('of a worker in each of their languages', async () => {
    const page = await open();
    await page.goto(inScena.ambiente.url + percorsi.accesso);
    await page.getByRole('button', { name: 'Elena Popescu' }).click();
    await page.getByRole('heading', { name: 'I rapporti in cui lavori' }).waitFor();
    for (const lingua of LINGUE_DEL_LAVORATORE) {
      await page.locator(`.lingue a[lang=${lingua}]`).click();
      await page.waitForURL(`**${percorsi.lavoratore}?lingua=${lingua}`);
      await check(page, `lavoratore in ${lingua}`);
    }
  });

  it('on the notice that one is about to leave, the refusal, the receipt', async () => {
    const page = await open();
    await enterAs(page, inScena.ambiente.url, 'Lucia Bianchi');
    await page.getByRole('button', { name: 'Conferma e Paga Online' }).click();
    await page.getByRole('button', { name: /^Conferma e paga/ }).click();
    await page.getByRole('heading', { name: /^Stai per passare a pagoPA/ }).waitFor();
    await check(page, 'stai per passare a pagoPA');
    await page.getByRole('button', { name: 'Prosegui su pagoPA' }).click();
    await chooseCard(page, 'negata');
    await pay(page);
    await comeBack(page);
    await inScena.ambiente.lasciaArrivareLeRicevute(LASCIATI_A_META);
    await page.reload();
    await check(page, 'pagamento non eseguito');
    await page.getByRole('link', { name: 'Pagamenti effettuati' }).click();
    await page
      .getByRole('link', { name: /^Ricevuta/ })
      .first()
      .click();
    await check(page, 'ricevuta');
    // Of all that was paid, what is this person's own opens.
    const pagati = (await inScena.ambiente.app.knex('bollettini').where({ stato: 'pagato' }).pluck('id')) as string[];
    for (const id of pagati) {
      if ((await page.goto(inScena.ambiente.url + percorsi.rimborso(id)))?.ok()) break;
    }
    await check(page, 'richiesta di rimborso');
  });
});

describe('operators’ pages break nothing of WCAG 2.2 A and AA', () => {
  it('with an anomaly, with the journal, with the flows', async () => {
    const { segreto } = await inScena.ambiente.app.accesso.creaToken('ufficio');
    const dettaglio = { atteso: '338.00', arrivato: '300.00' };
    const anomalia = { tipo: 'rt-incoerente', chiave: 'prova', iuv: '01234567890123456', dettaglio } as const;
    const { anomalie, tentativi } = inScena.ambiente.app.archivio.letture;
    const il = '2026-11-20T10:00:00.000Z';
    await anomalie.apri(anomalia, il);
    // Two payments in verifica: their forms offer to give the bollettino back, each under ids of its own.
    const pagati = (await inScena.ambiente.app
      .knex('tentativi')
      .where({ stato: 'eseguito' })
      .limit(2)
      .pluck('id')) as string[];
    for (const tentativoId of pagati) {
      await tentativi.cambiaStato(tentativoId, 'eseguito', 'anomalo', il);
      await anomalie.apri({ ...anomalia, chiave: tentativoId, iuv: '01234567890123457', tentativoId }, il);
    }
    const page = await open();
    await page.goto(inScena.ambiente.url + percorsi.operatoriAccesso);
    await page.getByLabel('Token').fill(segreto);
    await page.getByRole('button', { name: 'Accedi' }).click();
    await page.getByText('01234567890123456').waitFor();
    expect(await page.getByLabel('Il denaro è stato restituito').count()).toBe(2);
    const [uno] = (await inScena.ambiente.app
      .knex('bollettini')
      .where({ stato: 'pagato' })
      .limit(1)
      .pluck('id')) as string[];
    for (const pagina of [
      percorsi.operatori,
      percorsi.pagamentoOperatori(pagati[0] ?? ''),
      percorsi.bollettiniOperatori,
      percorsi.bollettinoOperatori(uno ?? ''),
      percorsi.giornale,
      percorsi.messaggio(1),
      `${percorsi.confrontoMessaggi}?primo=1&secondo=2`,
      `${percorsi.confrontoMessaggi}?primo=1&secondo=0`,
      percorsi.rendicontazione,
    ]) {
      await page.goto(inScena.ambiente.url + pagina);
      await check(page, pagina);
    }
  });

  it('with a file sent, watched while it is worked at, and given back', async () => {
    const { segreto } = await inScena.ambiente.app.accesso.creaToken('studio');
    const page = await open();
    await page.goto(inScena.ambiente.url + percorsi.lotti);
    await page.getByLabel('Token').fill(segreto);
    await page.getByRole('button', { name: 'Accedi' }).click();
    await page.getByRole('link', { name: 'Calcola gli importi di un file' }).click();
    await check(page, 'lotto di importi, da inviare');
    await page.goto(inScena.ambiente.url + percorsi.nuovoLotto('avvisi'));
    await check(page, 'lotto di avvisi, da inviare');
    const [intestazione = '', riga = ''] = modelloCsv().split('\r\n');
    const testo = [intestazione, riga, riga.replace('2025-T4', '2025-T9')].join('\r\n');
    await page
      .getByLabel('Il file dei rapporti')
      .setInputFiles({ name: 'rapporti.csv', mimeType: 'text/csv', buffer: Buffer.from(testo) });
    await page.getByRole('button', { name: 'Emetti e stampa' }).click();
    await page.getByRole('heading', { name: 'Lotto rapporti.csv' }).waitFor();
    await check(page, 'lotto in corso');
    await page.getByText('Finito, con righe rifiutate').last().waitFor();
    await check(page, 'lotto finito');
    const arrivo = page.waitForEvent('download');
    await page.getByRole('link', { name: 'avvisi.pdf' }).click();
    expect((await arrivo).suggestedFilename()).toBe('avvisi.pdf');
    const lotto = page.url();
    await page.getByRole('link', { name: 'Chi ha pagato e chi no' }).click();
    await check(page, 'stato di un lotto');
    await page.goto(lotto);
    await page.getByRole('button', { name: 'Tieni questi rapporti fra i clienti' }).click();
    await check(page, 'clienti');
    await page.getByRole('link', { name: riga.split(';')[3] ?? '' }).click();
    await check(page, 'cliente');
    await page.goto(inScena.ambiente.url + percorsi.importaClienti);
    await check(page, 'importa clienti');
    await page
      .getByLabel('L’elenco dei clienti')
      .setInputFiles({ name: 'clienti.csv', mimeType: 'text/csv', buffer: Buffer.from('rapporto\n12\n') });
    await page.getByRole('button', { name: 'Importa' }).click();
    await page.getByRole('heading', { name: 'Lotto clienti.csv' }).waitFor();
    await page.getByText('nessuna riga è andata a buon fine').last().waitFor();
    await check(page, 'clienti importati');
    await page.goto(inScena.ambiente.url + percorsi.lotti);
    await check(page, 'lotti');
  });
});

/** What the router answers that is no page of a person's: programs, files, and what only leads elsewhere. */
const NON_PAGINE =
  /^\/(api|statici|salute|sessione|pagopa|spid)\b|\.(pdf|csv|ics|xml|xlsx|html)$|\/(prosegui|stato|file\/[^/]+)$/;

describe('every page that the router has', () => {
  it('was looked at above', () => {
    const { app } = inScena.ambiente;
    const base = { app, log: createLog('silent'), limiti: LIMITI };
    const portale = createPortale(base, { store: new MemoryStore(), segreto: 'x'.repeat(32) });
    const modelli = rotteDi(portale)
      .filter(({ metodo, percorso }) => metodo === 'GET' && !NON_PAGINE.test(percorso))
      .map(({ percorso }) => percorso);
    const come = (modello: string) =>
      new RegExp(`^${modello.replaceAll('01890c5e-0000-7000-8000-000000000000', '[^/]+').replaceAll('2026', '\\d+')}$`);
    const mancano = modelli.filter((modello) => ![...guardate].some((vista) => come(modello).test(vista)));
    expect(mancano).toEqual([]);
  });
});
