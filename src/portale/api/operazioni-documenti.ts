import { avvisoHtml, avvisoPdf, ricevutaPdf } from '../documenti.ts';
import { operazionePersonale, type Operazione } from './operazione.ts';
import * as schemiComuni from './schemi/comuni.ts';
import { sceltaAvviso } from './schemi/scelta-avviso.ts';

const unId = { id: schemiComuni.parametro.id };

/** Documents of an employer, as PDF. */
export const operazioniDocumenti: readonly Operazione[] = [
  operazionePersonale({
    metodo: 'get',
    percorso: '/bollettini/{id}/avviso.pdf',
    riassunto: 'L’avviso di pagamento da stampare',
    gruppo: 'Documenti',
    atto: 'stampa',
    parametri: unId,
    domanda: sceltaAvviso,
    risposta: 'documento',
    stato: 200,
    esegui: ({ dip, contesto, percorso, domanda }) => avvisoPdf(dip.app, contesto, percorso.id, domanda),
  }),
  operazionePersonale({
    metodo: 'get',
    percorso: '/bollettini/{id}/avviso.html',
    riassunto: 'Lo stesso avviso come pagina web accessibile',
    gruppo: 'Documenti',
    atto: 'stampa',
    parametri: unId,
    domanda: { lingua: sceltaAvviso.lingua, lavoratore: sceltaAvviso.lavoratore },
    risposta: 'documento',
    stato: 200,
    esegui: ({ dip, contesto, percorso, domanda }) => avvisoHtml(dip.app, contesto, percorso.id, domanda),
  }),
  operazionePersonale({
    metodo: 'get',
    percorso: '/pagamenti/{id}/ricevuta.pdf',
    riassunto: 'La ricevuta di un pagamento, da stampare',
    gruppo: 'Documenti',
    atto: 'consulta',
    parametri: unId,
    risposta: 'documento',
    stato: 200,
    esegui: ({ dip, contesto, percorso }) => ricevutaPdf(dip.app, contesto, percorso.id),
  }),
];
