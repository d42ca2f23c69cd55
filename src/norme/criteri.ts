import { z } from 'zod';
import { fonte, giornoIso, intero, testo } from './campi.ts';

const criterio = z.strictObject({ nome: testo, regola: testo, fonte, note: z.array(testo) });
const ORE_DI_UNA_SETTIMANA = 168;

/** `rules/criteri.yaml`: how one goes from the rapporto to its contributions, beside the table of the year. */
export const schemaCriteri = z.strictObject({
  criteri: z.strictObject({
    settimane: criterio,
    oreRetribuite: criterio,
    oltre24: criterio.extend({
      /** Weekly hours up to which the pay decides the band. */
      limiteOre: intero(1, ORE_DI_UNA_SETTIMANA),
      /** Weekly hours from which the fourth band holds by every source; between the two the sources differ. */
      dalleOre: intero(1, ORE_DI_UNA_SETTIMANA),
    }),
    oreInParti: criterio,
    oreEsatte: criterio,
    dalle25: criterio,
    settimaneIncomplete: criterio,
    settimaneAccreditate: criterio.extend({
      /** Weekly hours, on the average, from which every week paid is credited; below, the hours are divided by them. */
      ore: intero(1, ORE_DI_UNA_SETTIMANA),
      /** What the weeks are good for: a sentence. */
      significato: testo,
    }),
    retribuzioneEffettiva: criterio,
    tredicesimaSuPagaEVitto: criterio,
    tredicesimaSullaPaga: criterio,
  }),
  verificatoIl: giornoIso,
});

export type RegoleCriteri = z.output<typeof schemaCriteri>;
export type Criteri = RegoleCriteri['criteri'];
