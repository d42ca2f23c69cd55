import { z } from 'zod';
import { durata } from '../scenari/durata.ts';

const url = z.url({ protocol: /^https?$/, error: 'un indirizzo come http://localhost:9090/psp' }).max(300);

/** A PSP's own server, as its catalogue says: the node calls it when a person pays through one of its channels. */
export const ascolto = z.strictObject({
  /** Where it answers pspInviaRPT, pspInviaCarrelloRPT and pspInviaCarrelloRPTCarte. */
  rpt: url.optional(),
  /** Its page for who pays online: the browser goes there with the parameters that the PSP answered. */
  pagina: url.optional(),
  /** Where it answers pspNotifyPayment. */
  notifiche: url.optional(),
  /** Which pspNotifyPayment it speaks; the first by default. A cart of several notices is V2's alone. */
  versione: z.enum(['1', '2']).optional(),
});

/** What a scenario may change of it, and of how the node calls. */
export const facciaPsp = ascolto.extend({
  invio: z.enum(['due-volte', 'malformato', 'mai']).optional(),
  /** Before the call. */
  attesa: durata.optional(),
});

export type FacciaPsp = Readonly<z.output<typeof facciaPsp>>;
