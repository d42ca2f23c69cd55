import { randomBytes } from 'node:crypto';
import type { AccessoInCorso } from './accessi-in-corso.ts';
import type { Contesto } from './contesto.ts';
import { indirizziDi } from './gestori.ts';
import { GUASTI } from './guasti.ts';
import { attributoDi, type Persona } from './persona.ts';
import { firmata, rispostaNegativa, rispostaRiuscita } from './risposta.ts';

/** How a login ends: with a code of the official table, or with a person, in an answer that may be spoiled. */
export type Fine = { readonly anomalia: number } | { readonly persona: Persona; readonly guasto: string };

/** Ends a login: the page that carries the answer to the service. */
export function rispondi(contesto: Contesto, accesso: AccessoInCorso, fine: Fine): string {
  contesto.accessi.chiudi(accesso);
  const { gestore, richiesta, relayState } = accesso;
  return contesto.vista('ritorno', {
    titolo: 'Ritorno al servizio',
    gestore,
    acs: richiesta.acs,
    risposta: Buffer.from(xmlDi(contesto, accesso, fine)).toString('base64'),
    relayState,
  });
}

function xmlDi(contesto: Contesto, { gestore, richiesta, entityId }: AccessoInCorso, fine: Fine): string {
  const { entityId: suo } = indirizziDi(contesto.baseUrl(), gestore);
  const adesso = contesto.clock.now();
  const destinatario = { richiestaId: richiesta.id, acs: richiesta.acs, entityId };
  const credenziali = contesto.credenziali(gestore);
  if ('anomalia' in fine) {
    return firmata(rispostaNegativa(suo, destinatario, fine.anomalia, adesso), credenziali, contesto.estranee);
  }
  const { persona } = fine;
  const risposta = rispostaRiuscita(
    suo,
    destinatario,
    {
      livello: richiesta.livello,
      nomeId: `_${randomBytes(20).toString('hex')}`,
      indice: `_${randomBytes(20).toString('hex')}`,
      attributi: richiesta.attributi.flatMap((nome) => {
        const valore = attributoDi(persona, nome);
        return valore === undefined ? [] : [[nome, valore] as const];
      }),
    },
    adesso,
  );
  const guasto = GUASTI.find(({ caso }) => caso === fine.guasto);
  return firmata(risposta, credenziali, contesto.estranee, guasto);
}
