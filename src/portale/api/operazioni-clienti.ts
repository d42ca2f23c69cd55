import { createServizioClienti } from '../../clienti/servizio-clienti.ts';
import { statoToJson } from '../../clienti/stato-in-tabella.ts';
import { createServizioLotti } from '../../lotti/coda/servizio-lotti.ts';
import { parseTrimestre } from '../../scadenze/trimestre.ts';
import { richiedenteDi } from '../lotti.ts';
import { operazioneDelToken, type Operazione } from './operazione.ts';
import * as schemi from './schemi/clienti.ts';
import { parametro } from './schemi/comuni.ts';

const gruppo = 'Clienti';
const domanda = { trimestre: parametro.trimestre };

/** The rapporti that the token's office follows, and those of its batches. */
export const operazioniClienti: readonly Operazione[] = [
  operazioneDelToken({
    nome: 'leggiStatoClienti',
    metodo: 'get',
    percorso: '/clienti/stato',
    riassunto: 'Dei clienti del token, chi ha pagato un trimestre, chi no e a chi manca il bollettino',
    gruppo,
    domanda,
    risposta: schemi.statoClienti,
    stato: 200,
    esegui: async ({ dip, token, domanda: { trimestre } }) =>
      statoToJson(
        await createServizioClienti(dip.app).stato(richiedenteDi(token).proprietario, parseTrimestre(trimestre)),
      ),
  }),
  operazioneDelToken({
    nome: 'leggiStatoLotto',
    metodo: 'get',
    percorso: '/lotti/{id}/stato',
    riassunto: 'Dei rapporti di un lotto di avvisi, chi ha pagato un trimestre e chi no',
    gruppo,
    parametri: { id: parametro.id },
    domanda,
    risposta: schemi.statoClienti,
    stato: 200,
    esegui: async ({ dip, token, percorso, domanda: { trimestre } }) => {
      const { proprietario } = richiedenteDi(token);
      const { id } = await createServizioLotti(dip.app).mostra(proprietario, percorso.id);
      return statoToJson(await createServizioClienti(dip.app).stato(proprietario, parseTrimestre(trimestre), id));
    },
  }),
];
