import type { TokenApi } from '../../accesso/servizio-accesso.ts';
import type { QualiClienti } from '../../archivio/repository-clienti.ts';
import { createServizioClienti } from '../../clienti/servizio-clienti.ts';
import { statoToJson, totaleToJson } from '../../clienti/stato-in-tabella.ts';
import { createServizioLotti } from '../../lotti/coda/servizio-lotti.ts';
import { parseTrimestre } from '../../scadenze/trimestre.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { richiedenteDi } from '../lotti.ts';
import { operazioneDelToken, type Operazione } from './operazione.ts';
import { domandaPagina, paginaDi } from './paginazione.ts';
import * as schemi from './schemi/clienti.ts';
import { parametro } from './schemi/comuni.ts';

const gruppo = 'Clienti';
const domanda = { trimestre: parametro.trimestre };
const parametri = { id: parametro.id };

/** How a quarter stands for the rapporti that the token's office follows, and for those of its batches. */
export const operazioniClienti: readonly Operazione[] = [
  operazioneDelToken({
    nome: 'leggiStatoClienti',
    metodo: 'get',
    percorso: '/clienti/stato',
    riassunto: 'Dei clienti del token, chi ha pagato un trimestre, chi no e a chi manca il bollettino',
    gruppo,
    domanda: { ...domanda, ...domandaPagina },
    risposta: schemi.statoClienti,
    stato: 200,
    esegui: ({ dip, token, domanda }) => statoDi(dip, suoi(token), domanda),
  }),
  operazioneDelToken({
    nome: 'leggiTotaleClienti',
    metodo: 'get',
    percorso: '/clienti/stato/totale',
    riassunto: 'Di tutti i clienti del token, i totali di un trimestre',
    gruppo,
    domanda,
    risposta: schemi.totaleClienti,
    stato: 200,
    esegui: ({ dip, token, domanda: { trimestre } }) => totaleDi(dip, suoi(token), trimestre),
  }),
  operazioneDelToken({
    nome: 'leggiStatoLotto',
    metodo: 'get',
    percorso: '/lotti/{id}/stato',
    riassunto: 'Dei rapporti di un lotto di avvisi, chi ha pagato un trimestre e chi no',
    gruppo,
    parametri,
    domanda: { ...domanda, ...domandaPagina },
    risposta: schemi.statoClienti,
    stato: 200,
    esegui: async ({ dip, token, percorso, domanda }) => statoDi(dip, await delLotto(dip, token, percorso.id), domanda),
  }),
  operazioneDelToken({
    nome: 'leggiTotaleLotto',
    metodo: 'get',
    percorso: '/lotti/{id}/stato/totale',
    riassunto: 'Di tutti i rapporti di un lotto di avvisi, i totali di un trimestre',
    gruppo,
    parametri,
    domanda,
    risposta: schemi.totaleClienti,
    stato: 200,
    esegui: async ({ dip, token, percorso, domanda: { trimestre } }) =>
      totaleDi(dip, await delLotto(dip, token, percorso.id), trimestre),
  }),
];

function suoi(token: TokenApi): QualiClienti {
  return { proprietario: richiedenteDi(token).proprietario };
}

/** @throws NonTrovato when the batch is not the token's */
async function delLotto(dip: Dipendenze, token: TokenApi, id: string): Promise<QualiClienti> {
  return { lottoId: (await createServizioLotti(dip.app).mostra(richiedenteDi(token).proprietario, id)).id };
}

/** A page holds employers whole: all their rapporti, and their totals. */
async function statoDi(
  { app }: Dipendenze,
  quali: QualiClienti,
  { trimestre, ...domanda }: { readonly trimestre: string } & Parameters<typeof paginaDi>[0],
) {
  const quando = parseTrimestre(trimestre);
  const clienti = createServizioClienti(app);
  const { pagina, successivo } = await paginaDi(
    domanda,
    (fetta) => clienti.datori(quali, fetta),
    ({ codiceFiscale }) => codiceFiscale,
  );
  const { totale: _, ...stato } = statoToJson(await clienti.stato(quali, quando, pagina));
  return { ...stato, successivo };
}

async function totaleDi({ app }: Dipendenze, quali: QualiClienti, trimestre: string) {
  return totaleToJson(await createServizioClienti(app).stato(quali, parseTrimestre(trimestre)));
}
