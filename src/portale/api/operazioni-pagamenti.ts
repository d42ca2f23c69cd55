import type { z } from 'zod';
import type { RigaPagamento } from '../../pagamenti/servizio-pagamenti.ts';
import type { Fetta } from '../../valori/fetta.ts';
import { consegnaToJson, pagamentoToJson } from './json.ts';
import { operazionePersonale, type Operazione } from './operazione.ts';
import { domandaPagina, paginaDi } from './paginazione.ts';
import * as schemiComuni from './schemi/comuni.ts';
import * as schemiPagamenti from './schemi/pagamenti.ts';
import * as schemiRichieste from './schemi/richieste.ts';

const unId = { id: schemiComuni.parametro.id };

/** Conferma e Paga and what follows. The payer's own browser must go to `url`: no program pays for a person. */
export const operazioniPagamenti: readonly Operazione[] = [
  operazionePersonale({
    nome: 'confermaCarrello',
    metodo: 'post',
    percorso: '/carrello/conferma',
    riassunto: 'Toglie i bollettini dal carrello e prepara i pagamenti, al più cinque bollettini ciascuno',
    gruppo: 'Pagamenti',
    atto: 'paga',
    corpo: schemiRichieste.richiestaConferma,
    risposta: schemiPagamenti.consegne,
    stato: 201,
    luogo: ({ consegne: [prima] }: z.output<typeof schemiPagamenti.consegne>) => prima && `/consegne/${prima.id}`,
    esegui: async ({ dip, contesto, corpo }) => ({
      consegne: (await dip.app.pagamenti.conferma(contesto, corpo.bollettini)).map(consegnaToJson),
    }),
  }),
  operazionePersonale({
    nome: 'leggiConsegna',
    metodo: 'get',
    percorso: '/consegne/{id}',
    riassunto: 'Un pagamento confermato e il suo stato',
    gruppo: 'Pagamenti',
    atto: 'consulta',
    parametri: unId,
    risposta: schemiPagamenti.consegna,
    stato: 200,
    esegui: async ({ dip, contesto, percorso }) =>
      consegnaToJson((await dip.app.pagamenti.consegna(contesto, percorso.id)).consegna),
  }),
  operazionePersonale({
    nome: 'inviaConsegna',
    metodo: 'post',
    percorso: '/consegne/{id}/invio',
    riassunto: 'Consegna il pagamento al nodo pagoPA; ripetibile senza pagare due volte',
    gruppo: 'Pagamenti',
    atto: 'paga',
    parametri: unId,
    risposta: schemiPagamenti.consegna,
    stato: 200,
    esegui: async ({ dip, contesto, percorso }) =>
      consegnaToJson(await dip.app.pagamenti.consegnaAlNodo(contesto, percorso.id)),
  }),
  operazionePersonale({
    nome: 'elencaPagamenti',
    metodo: 'get',
    percorso: '/pagamenti',
    riassunto: 'I pagamenti effettuati, con la ricevuta, dall’ultimo confermato',
    gruppo: 'Pagamenti',
    atto: 'consulta',
    domanda: domandaPagina,
    risposta: schemiPagamenti.pagamenti,
    stato: 200,
    esegui: ({ dip, contesto, domanda }) =>
      pageToJson(domanda, (fetta) => dip.app.pagamenti.effettuati(contesto, fetta)),
  }),
  operazionePersonale({
    nome: 'elencaPagamentiInAttesa',
    metodo: 'get',
    percorso: '/pagamenti/in-attesa',
    riassunto: 'I pagamenti confermati di cui manca la ricevuta, dall’ultimo confermato',
    gruppo: 'Pagamenti',
    atto: 'consulta',
    domanda: domandaPagina,
    risposta: schemiPagamenti.pagamenti,
    stato: 200,
    esegui: ({ dip, contesto, domanda }) => pageToJson(domanda, (fetta) => dip.app.pagamenti.inAttesa(contesto, fetta)),
  }),
  operazionePersonale({
    nome: 'leggiPagamento',
    metodo: 'get',
    percorso: '/pagamenti/{id}',
    riassunto: 'Un pagamento e la sua ricevuta, quando c’è',
    gruppo: 'Pagamenti',
    atto: 'consulta',
    parametri: unId,
    risposta: schemiPagamenti.pagamento,
    stato: 200,
    esegui: async ({ dip, contesto, percorso }) =>
      pagamentoToJson(await dip.app.pagamenti.pagamento(contesto, percorso.id)),
  }),
];

async function pageToJson(
  domanda: Parameters<typeof paginaDi>[0],
  leggi: (fetta: Fetta) => Promise<readonly RigaPagamento[]>,
) {
  const { pagina, successivo } = await paginaDi(domanda, leggi, ({ tentativo }) => tentativo.id);
  return { pagamenti: pagina.map(pagamentoToJson), successivo };
}
