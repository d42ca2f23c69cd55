import { CODICI_ANOMALIA, anomaliaDi } from '../spid/anomalie.ts';
import type { AccessoInCorso } from './accessi-in-corso.ts';
import type { Contesto } from './contesto.ts';
import { GUASTI } from './guasti.ts';
import { attributoDi, ETICHETTE } from './persona.ts';

/** User and password; the invented people and their passwords stand on the page. */
export function scegliUtente(contesto: Contesto, accesso: AccessoInCorso, utente: string, errore?: string): string {
  return pagina(contesto, accesso, 'credenziali', 'Accedi con le tue credenziali', {
    utente,
    errore: errore ?? null,
    persone: contesto.persone,
  });
}

/** The code of the SMS; at level 3 the key on the person's own device. */
export function secondoFattore(contesto: Contesto, accesso: AccessoInCorso, errore?: string): string {
  const titolo =
    accesso.richiesta.livello === 3 ? 'Conferma con il tuo dispositivo' : 'Inserisci il codice ricevuto per SMS';
  return pagina(contesto, accesso, 'conferma', titolo, { codice: accesso.codice, errore: errore ?? null });
}

/** What goes to the service, with the two answers; and, apart, how to spoil the answer. */
export function consenso(contesto: Contesto, accesso: AccessoInCorso): string {
  const { persona } = accesso;
  const dati = accesso.richiesta.attributi.flatMap((nome) => {
    const valore = persona && attributoDi(persona, nome);
    return valore === undefined ? [] : [{ etichetta: ETICHETTE[nome] ?? nome, valore: valore.replace('TINIT-', '') }];
  });
  return pagina(contesto, accesso, 'consenso', 'Dati che saranno inviati', {
    dati,
    guasti: GUASTI.map(({ caso, titolo, buono }) => ({ caso, titolo, buono: buono ?? false })),
    anomalie: CODICI_ANOMALIA.map((codice) => ({ codice, titolo: anomaliaDi(codice).titolo })),
  });
}

function pagina(
  contesto: Contesto,
  { id, gestore, richiesta, entityId }: AccessoInCorso,
  vista: string,
  titolo: string,
  dati: Readonly<Record<string, unknown>>,
): string {
  return contesto.vista(vista, {
    titolo,
    gestore,
    accesso: id,
    livello: richiesta.livello,
    servizio: entityId,
    ...dati,
  });
}
