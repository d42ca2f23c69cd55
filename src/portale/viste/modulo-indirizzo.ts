import { z } from 'zod';

const testo = z.string().trim().max(200).default('');

/** The fields of an address as forms send them. */
export const moduloIndirizzo = z.strictObject({
  via: testo,
  civico: testo,
  cap: testo,
  comune: testo,
  provincia: testo,
  nazione: testo,
});
