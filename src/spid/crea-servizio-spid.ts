import { randomBytes } from 'node:crypto';
import { ErroreDati, NonTrovato } from '../valori/errore-dati.ts';
import type { DipendenzeSpid } from './dipendenze.ts';
import { impronta } from './impronta.ts';
import { metadatiDelServizio } from './metadati.ts';
import { indirizzoConMessaggio } from './redirect.ts';
import { authnRequest } from './richiesta.ts';
import { riceviRisposta } from './ricevi-risposta.ts';
import { RispostaRifiutata } from './rifiuto.ts';
import type { Arrivo, Inizio, Partenza, ServizioSpid } from './servizio-spid.ts';
import { indirizzoDiUscita, riceviUscita } from './uscita.ts';

/** How long a person may stay at the provider. */
const ATTESA_MS = 10 * 60_000;
const UN_GIORNO_MS = 24 * 60 * 60_000;
/** Months that request and answer are kept (DPCM 24/10/2014, art. 13 c. 2). */
const MESI_DI_REGISTRO = 24;

export function createServizioSpid(dip: DipendenzeSpid): ServizioSpid {
  const { repository, clock, sigillo } = dip;
  // The same keys give the same bytes: signed once.
  let metadati: string | undefined;
  return {
    fornitori: dip.fornitori,
    metadati: async () => (metadati ??= metadatiDelServizio(dip.servizio, await dip.credenziali())),
    inizia: (inizio) => inizia(dip, inizio),
    ricevi: (risposta) => riceviRisposta(dip, risposta),
    async arrivo(codice, legame) {
      const adesso = clock.now().toISOString();
      const consegnata = await repository.consegna(impronta(codice), impronta(legame), adesso);
      if (consegnata === undefined) throw new RispostaRifiutata('legame', 'not the browser that began, or too late');
      const { id, identita, torna } = consegnata;
      return { ...(JSON.parse(sigillo.apri(identita, id)) as Arrivo), ...(torna !== undefined && { torna }) };
    },
    lega: (sid, { identita, uscita }) =>
      repository.lega({
        sid,
        fornitore: identita.idpEntityId,
        nome: impronta(uscita.nomeId),
        chiuso: sigillo.chiudi(JSON.stringify(uscita), sid),
        creataIl: clock.now().toISOString(),
      }),
    uscita: (sid) => indirizzoDiUscita(dip, sid),
    riceviUscita: (query) => riceviUscita(dip, query),
    registro: (dal, massimo) => repository.registro(dal, massimo),
    async messaggi(richiestaId) {
      const voci = await repository.vociDi(richiestaId);
      if (voci.length === 0) throw new NonTrovato('Accesso');
      return voci.map(({ tipo, chiuso }) => ({ tipo, xml: sigillo.apri(chiuso, richiestaId) }));
    },
    async pulisci() {
      const adesso = clock.now();
      const mesi = new Date(adesso);
      mesi.setUTCMonth(mesi.getUTCMonth() - MESI_DI_REGISTRO);
      const giorno = new Date(adesso.getTime() - UN_GIORNO_MS);
      await repository.pulisci({ giorno: giorno.toISOString(), mesi: mesi.toISOString() });
    },
  };
}

async function inizia(dip: DipendenzeSpid, { fornitore: entityId, livello, conferma }: Inizio): Promise<Partenza> {
  const { repository, clock, sigillo, servizio, pseudonimo } = dip;
  const fornitore = dip.fornitori.find((uno) => uno.entityId === entityId);
  if (fornitore === undefined) throw new ErroreDati('spid-fornitore');
  const adesso = clock.now();
  const [id, relayState, legame] = [`_${randomBytes(20).toString('hex')}`, segreto(), segreto()];
  const chiesto = livello ?? dip.livello;
  const xml = authnRequest({
    id,
    quando: adesso,
    destinazione: fornitore.accesso,
    entityId: servizio.entityId,
    livello: chiesto,
  });
  const { chiave } = await dip.credenziali();
  const quando = adesso.toISOString();
  await repository.inserisci({
    id,
    fornitore: entityId,
    livello: chiesto,
    legame: impronta(legame),
    relay: relayState,
    creataIl: quando,
    scadeIl: new Date(adesso.getTime() + ATTESA_MS).toISOString(),
    ...(conferma !== undefined && { torna: conferma.torna, persona: pseudonimo(conferma.cf) }),
  });
  const chiuso = sigillo.chiudi(xml, id);
  await repository.annota({
    richiestaId: id,
    tipo: 'richiesta',
    quando,
    fornitore: entityId,
    esito: 'inviata',
    chiuso,
  });
  return {
    indirizzo: indirizzoConMessaggio(fornitore.accesso, { tipo: 'SAMLRequest', xml, relayState }, chiave),
    legame,
  };
}

function segreto(): string {
  return randomBytes(24).toString('base64url');
}
