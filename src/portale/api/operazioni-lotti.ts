import { createServizioLotti } from '../../lotti/coda/servizio-lotti.ts';
import { modello, richiedenteDi, tipoDelFile } from '../lotti.ts';
import { creaLotto, luogoDelLotto } from './crea-lotto.ts';
import { lottoToJson } from './lotto-to-json.ts';
import { operazione, operazioneDelToken, type Operazione } from './operazione.ts';
import { domandaPagina, paginaDi } from './paginazione.ts';
import { parametro } from './schemi/comuni.ts';
import * as schemi from './schemi/lotti.ts';
import { requireOgniDatore } from './token.ts';

const gruppo = 'Lotti';
const unLotto = { id: parametro.id };

/** Files of many rapporti: sent, followed, taken back. What a token sent only that token sees, here and on the pages. */
export const operazioniLotti: readonly Operazione[] = [
  ...(['csv', 'xlsx'] as const).map((forma) =>
    operazione({
      nome: forma === 'csv' ? 'scaricaModelloCsv' : 'scaricaModelloXlsx',
      metodo: 'get',
      percorso: `/lotti/modello.${forma}`,
      riassunto: `Il file da riempire, ${forma.toUpperCase()}, con esempi`,
      gruppo,
      risposta: 'documento',
      stato: 200,
      esegui: () => modello(forma),
    }),
  ),
  operazioneDelToken({
    nome: 'creaLottoImporti',
    metodo: 'post',
    percorso: '/lotti/importi',
    riassunto: 'Gli importi di tutte le righe di un file (corpo della richiesta: il file)',
    gruppo,
    corpo: 'flusso',
    domanda: schemi.opzioniImporti,
    risposta: schemi.lotto,
    stato: 201,
    luogo: luogoDelLotto,
    esegui: (chiamata) => creaLotto(chiamata, 'calcola'),
  }),
  operazioneDelToken({
    nome: 'creaLottoAvvisi',
    metodo: 'post',
    percorso: '/lotti/avvisi',
    riassunto: 'Emette i bollettini delle righe di un file e ne stampa gli avvisi (corpo della richiesta: il file)',
    gruppo,
    corpo: 'flusso',
    domanda: schemi.opzioniAvvisi,
    risposta: schemi.lotto,
    stato: 201,
    luogo: luogoDelLotto,
    esegui: (chiamata) => {
      requireOgniDatore(chiamata.token);
      return creaLotto(chiamata, 'avvisi');
    },
  }),
  operazioneDelToken({
    nome: 'elencaLotti',
    metodo: 'get',
    percorso: '/lotti',
    riassunto: 'I lotti del token, dal più recente',
    gruppo,
    domanda: domandaPagina,
    risposta: schemi.lotti,
    stato: 200,
    esegui: async ({ dip, token, domanda }) => {
      const { proprietario } = richiedenteDi(token);
      const { pagina, successivo } = await paginaDi(
        domanda,
        (fetta) => createServizioLotti(dip.app).elenco(proprietario, fetta),
        ({ id }) => id,
      );
      return { lotti: pagina.map(lottoToJson), successivo };
    },
  }),
  operazioneDelToken({
    nome: 'leggiLotto',
    metodo: 'get',
    percorso: '/lotti/{id}',
    riassunto: 'Un lotto: a che punto è, e com’è finito',
    gruppo,
    parametri: unLotto,
    risposta: schemi.lotto,
    stato: 200,
    esegui: async ({ dip, token, percorso }) =>
      lottoToJson(await createServizioLotti(dip.app).mostra(richiedenteDi(token).proprietario, percorso.id)),
  }),
  operazioneDelToken({
    nome: 'annullaLotto',
    metodo: 'post',
    percorso: '/lotti/{id}/annulla',
    riassunto: 'Ferma un lotto; i bollettini già emessi restano, con il loro elenco',
    gruppo,
    parametri: unLotto,
    risposta: schemi.lotto,
    stato: 200,
    esegui: async ({ dip, token, percorso }) =>
      lottoToJson(await createServizioLotti(dip.app).annulla(richiedenteDi(token).proprietario, percorso.id)),
  }),
  operazioneDelToken({
    nome: 'ritiraLotto',
    metodo: 'post',
    percorso: '/lotti/{id}/ritira',
    riassunto: 'Elimina i bollettini non pagati che un lotto annullato o non riuscito aveva emesso',
    gruppo,
    parametri: unLotto,
    risposta: schemi.lotto,
    stato: 200,
    esegui: async ({ dip, token, percorso }) => {
      const { lotto } = await createServizioLotti(dip.app).ritira(richiedenteDi(token).proprietario, percorso.id);
      return lottoToJson(lotto);
    },
  }),
  operazioneDelToken({
    nome: 'scaricaFileDelLotto',
    metodo: 'get',
    percorso: '/lotti/{id}/file/{nome}',
    riassunto: 'Un file di un lotto finito',
    gruppo,
    parametri: { ...unLotto, nome: schemi.nomeFile },
    risposta: 'flusso',
    stato: 200,
    esegui: async ({ dip, token, percorso: { id, nome } }) => {
      const file = await createServizioLotti(dip.app).file(richiedenteDi(token).proprietario, id, nome);
      return { tipo: tipoDelFile(nome), nomeFile: nome, ...file };
    },
  }),
];
