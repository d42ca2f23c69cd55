import { consegnaToJson, pagamentoToJson } from './json.ts';
import { operazionePersonale, type Operazione } from './operazione.ts';
import * as schemi from './schemi.ts';

const unId = { id: schemi.parametro.id };

/** Conferma e Paga and what follows. The payer's own browser must go to `url`: no program pays for a person. */
export const operazioniPagamenti: readonly Operazione[] = [
  operazionePersonale({
    metodo: 'post',
    percorso: '/carrello/conferma',
    riassunto: 'Toglie i bollettini dal carrello e prepara i pagamenti, al più cinque bollettini ciascuno',
    gruppo: 'Pagamenti',
    atto: 'paga',
    corpo: schemi.richiestaConferma,
    risposta: schemi.consegne,
    stato: 201,
    esegui: async ({ dip, contesto, corpo }) => ({
      consegne: (await dip.app.pagamenti.conferma(contesto, corpo.bollettini)).map(consegnaToJson),
    }),
  }),
  operazionePersonale({
    metodo: 'get',
    percorso: '/consegne/{id}',
    riassunto: 'Un pagamento confermato e il suo stato',
    gruppo: 'Pagamenti',
    atto: 'consulta',
    parametri: unId,
    risposta: schemi.consegna,
    stato: 200,
    esegui: async ({ dip, contesto, percorso }) =>
      consegnaToJson((await dip.app.pagamenti.consegna(contesto, percorso.id)).consegna),
  }),
  operazionePersonale({
    metodo: 'post',
    percorso: '/consegne/{id}/invio',
    riassunto: 'Consegna il pagamento al nodo pagoPA; ripetibile senza pagare due volte',
    gruppo: 'Pagamenti',
    atto: 'paga',
    parametri: unId,
    risposta: schemi.consegna,
    stato: 200,
    esegui: async ({ dip, contesto, percorso }) =>
      consegnaToJson(await dip.app.pagamenti.consegnaAlNodo(contesto, percorso.id)),
  }),
  operazionePersonale({
    metodo: 'get',
    percorso: '/pagamenti',
    riassunto: 'I pagamenti effettuati, con la ricevuta',
    gruppo: 'Pagamenti',
    atto: 'consulta',
    risposta: schemi.pagamenti,
    stato: 200,
    esegui: async ({ dip, contesto }) => ({
      pagamenti: (await dip.app.pagamenti.effettuati(contesto)).map(pagamentoToJson),
    }),
  }),
  operazionePersonale({
    metodo: 'get',
    percorso: '/pagamenti/in-attesa',
    riassunto: 'I pagamenti confermati di cui manca la ricevuta',
    gruppo: 'Pagamenti',
    atto: 'consulta',
    risposta: schemi.pagamenti,
    stato: 200,
    esegui: async ({ dip, contesto }) => ({
      pagamenti: (await dip.app.pagamenti.inAttesa(contesto)).map(pagamentoToJson),
    }),
  }),
  operazionePersonale({
    metodo: 'get',
    percorso: '/pagamenti/{id}',
    riassunto: 'Un pagamento e la sua ricevuta, quando c’è',
    gruppo: 'Pagamenti',
    atto: 'consulta',
    parametri: unId,
    risposta: schemi.pagamento,
    stato: 200,
    esegui: async ({ dip, contesto, percorso }) =>
      pagamentoToJson(await dip.app.pagamenti.pagamento(contesto, percorso.id)),
  }),
];
