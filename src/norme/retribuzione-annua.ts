import { z } from 'zod';
import { euro, fonti, giornoIso, intero, numeroEsatto, testo } from './campi.ts';

const esempio = z.discriminatedUnion('calcolo', [
  z.strictObject({
    caso: testo,
    calcolo: z.literal('ferie-mensile'),
    dati: z.strictObject({ mensile: euro, vittoAlloggio: euro }),
    atteso: euro,
  }),
  z.strictObject({ caso: testo, calcolo: z.literal('tfr'), dati: z.strictObject({ annua: euro }), atteso: euro }),
]);

/** `rules/tfr.yaml`: severance accrual, thirteenth month, holidays and the conventional year of the collective contract. */
export const schemaRetribuzioneAnnua = z.strictObject({
  tfr: z.strictObject({
    divisore: numeroEsatto,
    rivalutazioneFissa: numeroEsatto,
    rivalutazioneIstat: numeroEsatto,
    fonti,
    note: z.array(testo).default([]),
  }),
  tredicesima: z.strictObject({ divisore: numeroEsatto, fonti }),
  ferie: z.strictObject({ giorniLavorativi: intero(1, 60), fonti }),
  anno: z.strictObject({ settimane: intero(52, 53), mesi: intero(12, 12), fonti }),
  verificatoIl: giornoIso,
  esempi: z.array(esempio).default([]),
});

export type RegoleRetribuzioneAnnua = z.output<typeof schemaRetribuzioneAnnua>;
