import { NESSUN_INDIRIZZO } from '../../anagrafe/indirizzo.ts';
import { datoreToJson } from './json.ts';
import { operazionePersonale, type Operazione } from './operazione.ts';
import * as schemi from './schemi/bollettini.ts';

const gruppo = 'Datore';

/** The employer's own data. Who came in with two codes that others may know has no part in them. */
export const operazioniDatore: readonly Operazione[] = [
  operazionePersonale({
    metodo: 'get',
    percorso: '/datore',
    riassunto: 'Il datore di lavoro e il suo indirizzo',
    gruppo,
    atto: 'modifica',
    risposta: schemi.datore,
    stato: 200,
    esegui: async ({ dip, contesto }) => datoreToJson(await dip.app.bollettini.datore(contesto)),
  }),
  operazionePersonale({
    metodo: 'patch',
    percorso: '/datore',
    riassunto: 'Cambia l’indirizzo del datore, che va sugli avvisi e nei messaggi del pagamento',
    gruppo,
    atto: 'modifica',
    corpo: schemi.cambioDatore,
    risposta: schemi.datore,
    stato: 200,
    esegui: async ({ dip, contesto, corpo }) => {
      await dip.app.bollettini.cambiaIndirizzo(contesto, corpo.indirizzo ?? NESSUN_INDIRIZZO);
      return datoreToJson(await dip.app.bollettini.datore(contesto));
    },
  }),
];
