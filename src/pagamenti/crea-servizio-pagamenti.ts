import { ambitoDi } from '../accesso/ambito.ts';
import { conferma } from './conferma.ts';
import type { DipendenzePagamenti } from './dipendenze.ts';
import { elencoPagamenti, trovaConsegna, trovaPagamento } from './elenchi.ts';
import { createInvio } from './invio.ts';
import type { Consegna } from './pagamento.ts';
import { riceviRt } from './ricevi-rt.ts';
import { rispondiAlNodo } from './rispondi-al-nodo.ts';
import type { ServizioPagamenti } from './servizio-pagamenti.ts';
import { STATI_VIVI } from './transizioni.ts';
import { createVie } from './vie/vie.ts';

/** Payments over an archive and a node. */
export function createServizioPagamenti(dipendenze: DipendenzePagamenti): ServizioPagamenti {
  const { letture } = dipendenze.archivio;
  return {
    conferma: (contesto, versioni) => conferma(dipendenze, contesto, versioni),
    consegna: (contesto, id) => trovaConsegna(letture, ambitoDi(contesto), id),
    consegneDellaConferma: (contesto, confermaId) => letture.consegne.dellaConferma(ambitoDi(contesto), confermaId),
    consegnaAlNodo: createInvio(dipendenze, createVie({ ...dipendenze, letture })),
    registraRitorno: (idSession, idDominio, esito) => rememberReturn(dipendenze, idSession, idDominio, esito),
    inAttesa: (contesto) => elencoPagamenti(letture, ambitoDi(contesto), STATI_VIVI),
    effettuati: (contesto) => elencoPagamenti(letture, ambitoDi(contesto), ['eseguito']),
    pagamento: (contesto, tentativoId) => trovaPagamento(letture, ambitoDi(contesto), tentativoId),
    riceviRt: (soap) => riceviRt(dipendenze, soap),
    rispondiAlNodo: (soap) => rispondiAlNodo(dipendenze, soap),
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
