import { renderProspettoPdf } from '../../avvisi/prospetto-pdf.ts';
import type { z } from 'zod';
import { cessazioneToJson } from '../../prospetti/cessazione/index.ts';
import { formatEuro } from '../../valori/denaro.ts';
import { giornoInItalia } from '../../valori/giorno.ts';
import { emettiFine, fineDelRapporto, type FineDelRapporto } from '../fine-del-rapporto.ts';
import { esigi } from '../permessi.ts';
import { finePerStampa } from '../viste/fine-del-rapporto.ts';
import { emissioneToJson } from './json.ts';
import { toConsenso } from './modifica-rapporto.ts';
import { operazionePersonale, type Operazione } from './operazione.ts';
import type { emissione } from './schemi/bollettini.ts';
import * as schemiBollettini from './schemi/bollettini.ts';
import * as schemi from './schemi/cessazione.ts';
import { parametro } from './schemi/comuni.ts';

const unId = { id: parametro.id };

/** The end of a rapporto of the register: reckoned, printed, written with its last bollettini. */
export const operazioniFine: readonly Operazione[] = [
  operazionePersonale({
    nome: 'calcolaFine',
    metodo: 'post',
    percorso: '/rapporti/{id}/fine',
    riassunto:
      'La fine di un rapporto del registro: il conto, le ore versate, che cosa resta da fare. Non scrive niente',
    gruppo: 'Rapporti',
    atto: 'prospetti',
    parametri: unId,
    corpo: schemi.richiestaFine,
    risposta: schemi.fine,
    stato: 200,
    esegui: async ({ dip, contesto, percorso, corpo }) =>
      toJson(await fineDelRapporto(dip.app, contesto, percorso.id, corpo)),
  }),
  operazionePersonale({
    nome: 'scaricaFinePdf',
    metodo: 'post',
    percorso: '/rapporti/{id}/fine.pdf',
    riassunto: 'La stessa, da stampare',
    gruppo: 'Rapporti',
    atto: 'prospetti',
    parametri: unId,
    corpo: schemi.richiestaFine,
    risposta: 'documento',
    stato: 200,
    esegui: async ({ dip, contesto, percorso, corpo }) => {
      const oggi = giornoInItalia(dip.app.clock.now());
      const tutto = await fineDelRapporto(dip.app, contesto, percorso.id, corpo);
      const contenuto = renderProspettoPdf(finePerStampa(tutto, oggi));
      return { tipo: 'application/pdf', nomeFile: 'fine-rapporto.pdf', contenuto };
    },
  }),
  operazionePersonale({
    nome: 'emettiUltimiBollettini',
    metodo: 'post',
    percorso: '/rapporti/{id}/ultimi-bollettini',
    riassunto: 'Scrive la fine nel registro ed emette gli ultimi bollettini, anche quello del trimestre dopo',
    gruppo: 'Bollettini',
    atto: 'anagrafe',
    parametri: unId,
    corpo: schemi.richiestaUltimiBollettini,
    risposta: schemiBollettini.emissione,
    stato: 201,
    luogo: ({ bollettini: [primo] }: z.output<typeof emissione>) => primo && `/bollettini/${primo.id}`,
    esegui: async ({ dip, contesto, percorso, corpo }) => {
      esigi(contesto, 'carrello');
      const { integrazione, sostituisci, attoInterruttivo, ...detti } = corpo;
      const consenso = toConsenso({ integrazione, sostituisci, attoInterruttivo });
      const { fine, rapporto } = await fineDelRapporto(dip.app, contesto, percorso.id, detti);
      const esito = await emettiFine(dip.app, contesto, percorso.id, { fine, consenso });
      return emissioneToJson(esito, rapporto.codice);
    },
  }),
];

function toJson({ fine, anni, prospetto, previsioni, restano }: FineDelRapporto) {
  return {
    fine: cessazioneToJson(fine),
    anni: anni.map(({ anno, versate, pattuite, daVersare }) => ({
      anno,
      oreVersate: versate.toFixed(),
      oreDelleCondizioni: pattuite.toFixed(),
      trimestriDaVersare: daVersare,
    })),
    daVersare: formatEuro(prospetto.manca),
    emettibile: previsioni.length > 0,
    restano,
  };
}
