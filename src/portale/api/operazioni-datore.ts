import { NESSUN_INDIRIZZO } from '../../anagrafe/indirizzo.ts';
import { datoreToJson } from './json.ts';
import { operazionePersonale, type Operazione } from './operazione.ts';
import * as schemi from './schemi/bollettini.ts';

const gruppo = 'Datore';

/** The employer's own data. Who came in with two codes that others may know has no part in them. */
export const operazioniDatore: readonly Operazione[] = [
  operazionePersonale({
    nome: 'leggiDatore',
    metodo: 'get',
    percorso: '/datore',
    riassunto: 'Il datore di lavoro, il suo indirizzo e la lingua dei suoi avvisi',
    gruppo,
    atto: 'anagrafe',
    risposta: schemi.datore,
    stato: 200,
    esegui: async ({ dip, contesto }) => datoreToJson(await dip.app.bollettini.datore(contesto)),
  }),
  operazionePersonale({
    nome: 'modificaDatore',
    metodo: 'patch',
    percorso: '/datore',
    riassunto:
      'Cambia l’indirizzo del datore, che va sugli avvisi e nei messaggi del pagamento, o la lingua degli avvisi',
    gruppo,
    atto: 'anagrafe',
    corpo: schemi.cambioDatore,
    risposta: schemi.datore,
    stato: 200,
    esegui: async ({ dip, contesto, corpo }) => {
      const { indirizzo, linguaAvviso } = corpo;
      if (indirizzo !== undefined) await dip.app.bollettini.cambiaIndirizzo(contesto, indirizzo ?? NESSUN_INDIRIZZO);
      if (linguaAvviso !== undefined) await dip.app.registro.scegliLingua(contesto.subject.datoreId, linguaAvviso);
      return datoreToJson(await dip.app.bollettini.datore(contesto));
    },
  }),
];
