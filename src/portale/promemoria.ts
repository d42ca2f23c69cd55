import { randomBytes } from 'node:crypto';
import type { Contesto } from '../accesso/contesto.ts';
import type { Applicazione } from '../applicazione/applicazione.ts';
import type { Contatto } from '../messaggi/porte.ts';
import type { Posta } from '../posta/posta.ts';
import { loadCatalogo } from '../testi/catalogo.ts';
import { ErroreDati, NonTrovato } from '../valori/errore-dati.ts';
import { aggiungiGiorni, giornoInItalia } from '../valori/giorno.ts';
import { messaggiDelDatore } from './messaggi.ts';
import { percorsi } from './percorsi.ts';
import { createVisteMessaggi, TUTTI } from './viste/messaggi.ts';

/** What is older was told before, or is told on the page alone: who asks for reminders is not flooded with the past. */
const GIORNI_INDIETRO = 7;
/** Between one letter of confirmation and the next to be asked for. */
const FRA_UNA_E_L_ALTRA_MS = 60_000;

/** What was sent in a round. */
export interface EsitoPromemoria {
  /** Letters that left. */
  readonly inviati: number;
  /** Letters that the server did not take: tried again at the next round. */
  readonly falliti: number;
}

/** Reminders by e-mail of what stands in *I tuoi messaggi*, for who asked for them. */
export interface ServizioPromemoria {
  di(contesto: Contesto): Promise<Contatto | undefined>;
  /**
   * Writes down an address, and sends it a letter whose link says yes; until then nothing else goes there.
   * @throws ErroreDati `promemoria-appena-chiesto` (429), or the mail server's error
   */
  chiedi(contesto: Contesto, email: string): Promise<void>;
  togli(contesto: Contesto): Promise<void>;
  /** @throws NonTrovato when the link is of an address that was changed or taken away */
  conferma(chiave: string): Promise<void>;
  /** @throws NonTrovato */
  conChiave(chiave: string): Promise<Contatto>;
  /** Takes away the address of a letter's link; safe to repeat. */
  disiscrivi(chiave: string): Promise<void>;
  /**
   * Sends each employer what was not sent yet, in one letter; a message goes once, however many processes do this.
   * @param onError told of a letter that the server did not take
   */
  invia(onError: (errore: unknown) => void): Promise<EsitoPromemoria>;
}

export function createServizioPromemoria(app: Applicazione, posta: Posta): ServizioPromemoria {
  const { contatti } = app.archivio.letture;
  const { it: testi } = loadCatalogo('messaggi', ['it']);
  const viste = createVisteMessaggi();
  const indirizzo = (percorso: string): string => app.impostazioni.urlPortale + percorso;
  const adesso = (): string => app.clock.now().toISOString();

  const remind = async ({ datoreId, email, chiave }: Contatto): Promise<boolean> => {
    const dal = aggiungiGiorni(giornoInItalia(app.clock.now()), -GIORNI_INDIETRO);
    const nuovi = viste.elenco(await messaggiDelDatore(app, delPromemoria(datoreId)), { ...TUTTI, dal });
    const presi = new Set(
      await contatti.prendiDaInviare(
        datoreId,
        nuovi.map((uno) => uno.chiave),
        adesso(),
      ),
    );
    const daInviare = nuovi.filter((uno) => presi.has(uno.chiave));
    if (daInviare.length === 0) return false;
    const disiscrizione = indirizzo(percorsi.disiscrivi(chiave));
    try {
      await posta.invia({
        a: email,
        oggetto: testi.testo('promemoria.oggetto', { n: daInviare.length }),
        testo: [
          testi.testo('promemoria.inizio'),
          ...daInviare.map(({ titolo, testo }) => `${titolo}\n${testo}`),
          testi.testo('promemoria.fine', { portale: indirizzo(percorsi.messaggi), disiscrizione }),
        ].join('\n\n'),
        disiscrizione,
      });
      return true;
    } catch (errore) {
      await contatti.lascia(datoreId, [...presi]);
      throw errore;
    }
  };

  return {
    di: ({ subject }) => contatti.di(subject.datoreId),
    async chiedi({ subject: { datoreId } }, email) {
      const prima = await contatti.di(datoreId);
      const passati = prima && app.clock.now().getTime() - Date.parse(prima.scrittoIl);
      if (passati !== undefined && passati < FRA_UNA_E_L_ALTRA_MS) {
        throw new ErroreDati('promemoria-appena-chiesto', { riprovaFra: FRA_UNA_E_L_ALTRA_MS / 1_000 });
      }
      const chiave = randomBytes(24).toString('base64url');
      await contatti.scrivi({ datoreId, email, chiave, scrittoIl: adesso() });
      const conferma = indirizzo(percorsi.confermaPromemoria(chiave));
      await posta.invia({
        a: email,
        oggetto: testi.testo('conferma.oggetto'),
        testo: testi.testo('conferma.testo', { conferma }),
      });
    },
    togli: ({ subject }) => contatti.togli(subject.datoreId),
    async conferma(chiave) {
      if (!(await contatti.conferma(chiave, adesso()))) throw new NonTrovato('Indirizzo dei promemoria');
    },
    async conChiave(chiave) {
      const contatto = await contatti.conChiave(chiave);
      if (contatto === undefined) throw new NonTrovato('Indirizzo dei promemoria');
      return contatto;
    },
    async disiscrivi(chiave) {
      const contatto = await contatti.conChiave(chiave);
      if (contatto !== undefined) await contatti.togli(contatto.datoreId);
    },
    async invia(onError) {
      let [inviati, falliti] = [0, 0];
      for (const contatto of await contatti.confermati()) {
        try {
          if (await remind(contatto)) inviati += 1;
        } catch (errore) {
          falliti += 1;
          onError(errore);
        }
      }
      return { inviati, falliti };
    },
  };
}

/** The service itself, which tells an employer of the employer's own. */
function delPromemoria(datoreId: string): Contesto {
  return { actor: { tipo: 'sistema', nome: 'promemoria' }, subject: { datoreId }, authority: { tipo: 'operatore' } };
}
