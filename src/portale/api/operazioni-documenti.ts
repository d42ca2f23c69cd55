import { ricevutaToJson } from '../../prospetti/ricevuta/index.ts';
import { avvisoHtml, avvisoPdf, dataMatrixPng, qrSvg, ricevutaCsv, ricevutaPdf } from '../documenti.ts';
import { ricevutaDi } from '../prospetti.ts';
import { operazionePersonale, type Operazione } from './operazione.ts';
import * as schemiComuni from './schemi/comuni.ts';
import * as schemiPagamenti from './schemi/pagamenti.ts';
import { sceltaAvviso } from './schemi/scelta-avviso.ts';

const unId = { id: schemiComuni.parametro.id };

/** Documents of an employer. */
export const operazioniDocumenti: readonly Operazione[] = [
  operazionePersonale({
    nome: 'scaricaAvvisoPdf',
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
    nome: 'scaricaAvvisoHtml',
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
    nome: 'scaricaQrSvg',
    metodo: 'get',
    percorso: '/bollettini/{id}/qr.svg',
    riassunto: 'Il codice QR dell’avviso, da mostrare a schermo',
    gruppo: 'Documenti',
    atto: 'stampa',
    parametri: unId,
    risposta: 'documento',
    stato: 200,
    esegui: ({ dip, contesto, percorso }) => qrSvg(dip.app, contesto, percorso.id),
  }),
  operazionePersonale({
    nome: 'scaricaDataMatrixPng',
    metodo: 'get',
    percorso: '/bollettini/{id}/datamatrix.png',
    riassunto: 'Il Data Matrix del bollettino postale dell’avviso; non c’è se l’ente non ha un conto postale',
    gruppo: 'Documenti',
    atto: 'stampa',
    parametri: unId,
    risposta: 'documento',
    stato: 200,
    esegui: ({ dip, contesto, percorso }) => dataMatrixPng(dip.app, contesto, percorso.id),
  }),
  operazionePersonale({
    nome: 'scaricaRicevutaPdf',
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
  operazionePersonale({
    nome: 'leggiRicevuta',
    metodo: 'get',
    percorso: '/pagamenti/{id}/ricevuta',
    riassunto: 'La stessa ricevuta, con che cosa è stato pagato',
    gruppo: 'Documenti',
    atto: 'consulta',
    parametri: unId,
    risposta: schemiPagamenti.ricevuta,
    stato: 200,
    esegui: async ({ dip, contesto, percorso }) => ricevutaToJson(await ricevutaDi(dip.app, contesto, percorso.id)),
  }),
  operazionePersonale({
    nome: 'scaricaRicevutaCsv',
    metodo: 'get',
    percorso: '/pagamenti/{id}/ricevuta.csv',
    riassunto: 'La stessa ricevuta, come tabella di una riga',
    gruppo: 'Documenti',
    atto: 'consulta',
    parametri: unId,
    risposta: 'documento',
    stato: 200,
    esegui: ({ dip, contesto, percorso }) => ricevutaCsv(dip.app, contesto, percorso.id),
  }),
];
