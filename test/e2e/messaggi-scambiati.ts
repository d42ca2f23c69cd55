import type { Applicazione } from '../../src/applicazione/applicazione.ts';
import { validaUfficiale } from '../pagopa/schemi-ufficiali.ts';

/**
 * Holds every message that portal and node exchanged against the official schemas, where they are there: the envelopes of the
 * journal, and the RPTs and RTs inside them. Resolves to how many envelopes there were.
 */
export async function validateExchanged(app: Applicazione): Promise<number> {
  const righe = await app.knex('giornale_eventi').select<{ messaggio: string }[]>('messaggio');
  const buste = righe.map(({ messaggio }) => messaggio).filter((testo) => testo.trimStart().startsWith('<'));
  for (const busta of buste) {
    validaUfficiale(busta);
    for (const [, dentro = ''] of busta.matchAll(/<(?:\w+:)?(?:rpt|rt)>([A-Za-z0-9+/=\s]+)</g)) {
      validaUfficiale(Buffer.from(dentro, 'base64').toString('utf8'));
    }
  }
  return buste.length;
}
