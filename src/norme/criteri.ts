import { z } from 'zod';
import { fonte, giornoIso, testo } from './campi.ts';

const criterio = z.strictObject({ nome: testo, regola: testo, fonte, note: z.array(testo) });

/** `rules/criteri.yaml`: how one goes from the rapporto to its contributions, beside the table of the year. */
export const schemaCriteri = z.strictObject({
  criteri: z.strictObject({
    settimane: criterio,
    oreRetribuite: criterio,
    oltre24: criterio,
    retribuzioneEffettiva: criterio,
    tredicesimaSuPagaEVitto: criterio,
    tredicesimaSullaPaga: criterio,
  }),
  verificatoIl: giornoIso,
});

export type RegoleCriteri = z.output<typeof schemaCriteri>;
export type Criteri = RegoleCriteri['criteri'];
