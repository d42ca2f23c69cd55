import type { Applicazione } from '../../src/applicazione/applicazione.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { type DaPagare, scriviBollettini } from '../bench/pagamenti-dati.ts';
import { startAmbiente } from '../e2e/ambiente.ts';
import { type Conto, contaIstruzioni } from '../impianto/conta-istruzioni.ts';

const PAGAMENTI = 10;

/** What one complete payment asks of the two databases, and the archive after several. */
export interface Pagati {
  readonly app: Applicazione;
  readonly portale: Conto;
  readonly nodo: Conto;
}

/**
 * Complete payments by the API, one after the other, from the cart to the receipt that closes them, with portal and node in this
 * process; then `guarda`.
 * @param database `DATABASE_URL` of the portal, when it is not a file of its own
 */
export async function pagando<T>(guarda: (pagati: Pagati) => T | Promise<T>, database?: string): Promise<T> {
  const contatore = contaIstruzioni();
  const ambiente = await startAmbiente(
    { now: () => new Date() },
    database === undefined ? {} : { DATABASE_URL: database },
  );
  try {
    const { app } = ambiente;
    const inAttesa = await inAttesaOra(app);
    const [primo, ...altri] = await scriviBollettini(app, PAGAMENTI + 1);
    const { segreto } = await app.accesso.creaToken('conteggio');
    await paga(app, segreto, primo);
    await ambiente.lasciaArrivareLeRicevute(inAttesa);
    contatore.azzera();
    for (const uno of altri) await paga(app, segreto, uno);
    await ambiente.lasciaArrivareLeRicevute(inAttesa);
    const nome = database === undefined ? 'trimestre.sqlite' : (database.split('/').at(-1) ?? '');
    const [portale, nodo] = [nome, 'simulatore.sqlite'].map((uno) => perUno(contatore.conto(uno))) as [Conto, Conto];
    return await guarda({ app, portale, nodo });
  } finally {
    await ambiente.close();
    contatore.ferma();
  }
}

/** What each payment asks for: what comes round by itself comes less often, and no payment counts, which this test does to wait. */
function perUno(conto: Conto): Conto {
  const suoi = [...conto].filter(([sql]) => !/^select count\(/i.test(sql));
  const volteAPagamento = suoi.map(([sql, volte]) => [sql, Math.floor(volte / PAGAMENTI)] as const);
  return new Map(volteAPagamento.filter(([, volte]) => volte > 0));
}

async function inAttesaOra({ knex }: Applicazione): Promise<number> {
  const [riga] = await knex('tentativi').where({ stato: 'in-attesa' }).count<{ n: number }[]>({ n: '*' });
  return Number(riga?.n);
}

/** Confirms a cart, sends it and pays it at the node. */
async function paga({ impostazioni }: Applicazione, segreto: string, uno: DaPagare | undefined): Promise<void> {
  if (uno === undefined) throw new Error('nothing to pay');
  const portale = impostazioni.urlPortale + percorsi.api;
  const intestazioni = { Authorization: `Bearer ${segreto}`, 'Trimestre-Datore': uno.codiceFiscale };
  const { consegne } = (await manda(
    `${portale}/carrello/conferma`,
    { bollettini: [{ id: uno.id, versione: 1 }] },
    intestazioni,
  )) as { readonly consegne: readonly { readonly id: string }[] };
  const inviata = (await manda(`${portale}/consegne/${consegne[0]?.id}/invio`, {}, intestazioni)) as { url: string };
  const sessione = new URL(inviata.url).searchParams.get('idSession') ?? '';
  await manda(`${impostazioni.urlNodo}/api/pagamenti/${sessione}/paga`, {}, {});
}

async function manda(url: string, corpo: unknown, intestazioni: Readonly<Record<string, string>>): Promise<unknown> {
  const risposta = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...intestazioni },
    body: JSON.stringify(corpo),
  });
  if (!risposta.ok) throw new Error(`${url}: ${risposta.status} ${await risposta.text()}`);
  return risposta.json();
}
