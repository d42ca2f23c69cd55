import { ambitoDi } from '../accesso/ambito.ts';
import { annulla } from './annulla.ts';
import { conferma } from './conferma.ts';
import type { DipendenzePagamenti } from './dipendenze.ts';
import { elencoPagamenti, trovaConsegna, trovaPagamento } from './elenchi.ts';
import { createInvio, send } from './invio.ts';
import type { Consegna } from './pagamento.ts';
import { rispondiAlNodo } from './rispondi-al-nodo.ts';
import type { ServizioPagamenti } from './servizio-pagamenti.ts';
import { watcher } from './sorveglianza.ts';
import { STATI_VIVI } from './transizioni.ts';
import { createVie } from './vie/vie.ts';

/** Payments over an archive and a node. */
export function createServizioPagamenti(dipendenze: DipendenzePagamenti): ServizioPagamenti {
  const { letture } = dipendenze.archivio;
  const vie = createVie({ ...dipendenze, letture });
  /** The RPT of a notice just activated leaves after our answer; if it cannot, whoever watches sends it. */
  const sendLater = (consegna: Consegna): void => {
    setImmediate(() => void send(dipendenze, vie, watcher(consegna), consegna).catch(() => undefined));
  };
  return {
    conferma: (contesto, versioni) => conferma(dipendenze, contesto, versioni),
    consegna: (contesto, id) => trovaConsegna(letture, ambitoDi(contesto), id),
    consegneDellaConferma: (contesto, confermaId) => letture.consegne.dellaConferma(ambitoDi(contesto), confermaId),
    consegnaAlNodo: createInvio(dipendenze, vie),
    annulla: (contesto, id) => annulla(dipendenze, contesto, id),
    registraRitorno: (idSession, idDominio, esito) => rememberReturn(dipendenze, idSession, idDominio, esito),
    inAttesa: (contesto, fetta) => elencoPagamenti(letture, ambitoDi(contesto), STATI_VIVI, fetta),
    effettuati: (contesto, fetta) => elencoPagamenti(letture, ambitoDi(contesto), ['eseguito'], fetta),
    pagamento: (contesto, tentativoId) => trovaPagamento(letture, ambitoDi(contesto), tentativoId),
    rispondiAlNodo: (messaggio) => rispondiAlNodo(dipendenze, messaggio, sendLater),
  };
}

const ESITI: readonly (string | undefined)[] = ['OK', 'ERROR', 'DIFFERITO'] satisfies Consegna['esitoRitorno'][];

/** Anybody can type the return's address: it is remembered to be shown, and no payment listens to it. */
async function rememberReturn(
  { archivio, ente, clock }: DipendenzePagamenti,
  idSession: string,
  idDominio: string,
  esito: string,
): Promise<Consegna | undefined> {
  if (idDominio !== ente.codiceFiscale || !ESITI.includes(esito)) return undefined;
  const consegna = await archivio.letture.consegne.conSessione(idSession);
  if (consegna === undefined) return undefined;
  const esitoRitorno = esito as NonNullable<Consegna['esitoRitorno']>;
  await archivio.letture.consegne.segnaRitorno(consegna.id, esitoRitorno, clock.now().toISOString());
  return { ...consegna, esitoRitorno };
}
