import { z } from 'zod';
import { clienteToJson } from '../../clienti/cliente-to-json.ts';
import { fileDelTrimestre } from '../../clienti/file-del-trimestre.ts';
import { parseCambio } from '../../clienti/parse-cambio.ts';
import { createServizioClienti } from '../../clienti/servizio-clienti.ts';
import { leggiGiorno } from '../../lotti/celle/giorni.ts';
import { parseTrimestre } from '../../scadenze/trimestre.ts';
import { richiedenteDi, tipoDelFile } from '../lotti.ts';
import { creaLotto, luogoDelLotto } from './crea-lotto.ts';
import { operazioneDelToken, type Operazione } from './operazione.ts';
import { domandaPagina, paginaDi } from './paginazione.ts';
import * as schemi from './schemi/clienti.ts';
import { parametro } from './schemi/comuni.ts';
import * as schemiLotti from './schemi/lotti.ts';
import { requireOgniDatore } from './token.ts';

const gruppo = 'Clienti';
const unCliente = { id: parametro.id };
const comeTesto = (spunta: boolean | undefined) => (spunta === undefined ? undefined : spunta ? 'si' : 'no');

/** The list of rapporti that the token's office follows: read, filled from a file, changed. */
export const operazioniElencoClienti: readonly Operazione[] = [
  operazioneDelToken({
    nome: 'elencaClienti',
    metodo: 'get',
    percorso: '/clienti',
    riassunto: 'I rapporti che l’ufficio del token segue, in ordine di codice',
    gruppo,
    domanda: domandaPagina,
    risposta: schemi.clienti,
    stato: 200,
    esegui: async ({ dip, token, domanda }) => {
      const { proprietario } = richiedenteDi(token);
      const { pagina, successivo } = await paginaDi(
        domanda,
        (fetta) => createServizioClienti(dip.app).fetta(proprietario, fetta),
        ({ rapporto }) => rapporto.codice,
      );
      return { clienti: pagina.map(clienteToJson), successivo };
    },
  }),
  operazioneDelToken({
    nome: 'importaClienti',
    metodo: 'post',
    percorso: '/clienti/importa',
    riassunto:
      'Manda un lotto che aggiunge ai clienti i rapporti di un file (corpo della richiesta: il file); rimandarlo non ripete niente',
    gruppo,
    corpo: 'flusso',
    domanda: schemi.opzioniElenco,
    risposta: schemiLotti.lotto,
    stato: 201,
    luogo: luogoDelLotto,
    esegui: (chiamata) => {
      requireOgniDatore(chiamata.token);
      return creaLotto(chiamata, 'clienti');
    },
  }),
  operazioneDelToken({
    nome: 'scaricaFileDeiClienti',
    metodo: 'get',
    percorso: '/clienti/clienti.csv',
    riassunto: 'Il file dei clienti per un trimestre, da correggere e rimandare come lotto',
    gruppo,
    domanda: { trimestre: parametro.trimestre },
    risposta: 'documento',
    stato: 200,
    esegui: async ({ dip, token, domanda }) => {
      const tutti = await createServizioClienti(dip.app).elenco(richiedenteDi(token).proprietario);
      const contenuto = Buffer.from(fileDelTrimestre(tutti, parseTrimestre(domanda.trimestre)));
      return { tipo: tipoDelFile('.csv'), nomeFile: 'clienti.csv', contenuto };
    },
  }),
  operazioneDelToken({
    nome: 'scaricaScadenzeDeiClienti',
    metodo: 'get',
    percorso: '/clienti/scadenze.ics',
    riassunto: 'Le scadenze di tutti i clienti, per un calendario',
    gruppo,
    domanda: { dal: parametro.trimestre, al: parametro.trimestre },
    risposta: 'documento',
    stato: 200,
    esegui: async ({ dip, token, domanda: { dal, al } }) => {
      const [da, a] = [parseTrimestre(dal, 'dal'), parseTrimestre(al, 'al')];
      const ics = await createServizioClienti(dip.app).scadenze(richiedenteDi(token).proprietario, da, a);
      return { tipo: 'text/calendar; charset=utf-8', nomeFile: 'scadenze-clienti.ics', contenuto: Buffer.from(ics) };
    },
  }),
  operazioneDelToken({
    nome: 'leggiCliente',
    metodo: 'get',
    percorso: '/clienti/{id}',
    riassunto: 'Un rapporto dei clienti con le sue condizioni',
    gruppo,
    parametri: unCliente,
    risposta: schemi.cliente,
    stato: 200,
    esegui: async ({ dip, token, percorso }) =>
      clienteToJson(await createServizioClienti(dip.app).trova(richiedenteDi(token).proprietario, percorso.id)),
  }),
  operazioneDelToken({
    nome: 'cambiaCliente',
    metodo: 'patch',
    percorso: '/clienti/{id}',
    riassunto: 'Ore, paga e altre condizioni di un rapporto da un giorno in poi',
    gruppo,
    parametri: unCliente,
    corpo: schemi.richiestaCambio,
    risposta: schemi.cliente,
    stato: 200,
    esegui: async ({ dip, token, percorso, corpo: { senzaCuaf, tempoDeterminato, ...testi } }) => {
      const clienti = createServizioClienti(dip.app);
      const chi = richiedenteDi(token);
      const { rapporto } = await clienti.trova(chi.proprietario, percorso.id);
      const spunte = { senzaCuaf: comeTesto(senzaCuaf), tempoDeterminato: comeTesto(tempoDeterminato) };
      return clienteToJson(await clienti.cambia(chi, rapporto.codice, parseCambio({ ...testi, ...spunte })));
    },
  }),
  operazioneDelToken({
    nome: 'terminaCliente',
    metodo: 'post',
    percorso: '/clienti/{id}/termina',
    riassunto: 'Scrive nel registro la fine di un rapporto',
    gruppo,
    parametri: unCliente,
    corpo: schemi.richiestaTermine,
    risposta: schemi.cliente,
    stato: 200,
    esegui: async ({ dip, token, percorso, corpo }) => {
      const clienti = createServizioClienti(dip.app);
      const chi = richiedenteDi(token);
      const { rapporto } = await clienti.trova(chi.proprietario, percorso.id);
      return clienteToJson(await clienti.termina(chi, rapporto.codice, leggiGiorno(corpo.il, 'il')));
    },
  }),
  operazioneDelToken({
    nome: 'togliCliente',
    metodo: 'delete',
    percorso: '/clienti/{id}',
    riassunto: 'Non segue più un rapporto, che resta nel registro',
    gruppo,
    parametri: unCliente,
    risposta: z.undefined(),
    stato: 204,
    esegui: async ({ dip, token, percorso }) => {
      const clienti = createServizioClienti(dip.app);
      const { proprietario } = richiedenteDi(token);
      const { rapporto } = await clienti.trova(proprietario, percorso.id);
      await clienti.togli(proprietario, rapporto.codice);
    },
  }),
];
