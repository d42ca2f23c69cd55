import type { Azione } from '../accesso/atti.ts';
import type { Actor } from '../accesso/contesto.ts';
import type { CodiceRapporto } from '../anagrafe/codice-rapporto.ts';
import { beforeHiring, type CambioCondizioni, nuoveCondizioni } from '../anagrafe/cambio-condizioni.ts';
import type { Datore, Id } from '../anagrafe/rapporto-di-lavoro.ts';
import { ricordaFine } from '../bollettini/fine-nel-registro.ts';
import type { Applicazione } from '../applicazione/applicazione.ts';
import type { Cliente, QualiClienti } from '../archivio/repository-clienti.ts';
import type { Richiedente } from '../lotti/coda/servizio-lotti.ts';
import { norme } from '../norme/norme.ts';
import { calendarioIcs } from '../prospetti/calendario/index.ts';
import type { Trimestre } from '../scadenze/trimestre.ts';
import { trimestrePrecedente } from '../scadenze/trimestre.ts';
import { NonTrovato } from '../valori/errore-dati.ts';
import { type Giorno, giornoInItalia } from '../valori/giorno.ts';
import { statoTrimestre, type StatoDeiClienti } from './stato-trimestre.ts';
import type { Fetta } from '../valori/fetta.ts';

/** The list of clients of an office: the rapporti that it follows from quarter to quarter. Each owner sees their own. */
export interface ServizioClienti {
  elenco(proprietario: string): Promise<readonly Cliente[]>;
  /** By codice rapporto, the key of the piece. */
  fetta(proprietario: string, fetta: Fetta): Promise<readonly Cliente[]>;
  /** @throws NonTrovato when the list does not have it */
  trova(proprietario: string, rapporto: Id | CodiceRapporto): Promise<Cliente>;
  /** Adds the rapporti of a batch of notices; how many were not in the list. */
  aggiungiLotto(proprietario: string, lottoId: Id): Promise<number>;
  /** @throws NonTrovato when the list does not have it */
  togli(proprietario: string, codice: CodiceRapporto): Promise<Cliente>;
  /** @throws NonTrovato; ErroreDati `data-prima-assunzione`, `data-dopo-cessazione` */
  cambia(richiedente: Richiedente, codice: CodiceRapporto, cambio: CambioCondizioni): Promise<Cliente>;
  /** Ends the rapporto in the register; it stays in the list, where its last quarter is. @throws NonTrovato; ErroreDati */
  termina(richiedente: Richiedente, codice: CodiceRapporto, il: Giorno): Promise<Cliente>;
  /** The quarter of most of a batch's notices; undefined when it has none. */
  trimestreDelLotto(lottoId: Id): Promise<Trimestre | undefined>;
  /** @param datori these employers alone */
  stato(quali: QualiClienti, trimestre: Trimestre, datori?: readonly Datore[]): Promise<StatoDeiClienti>;
  /** Whose employers, by codice fiscale, the key of the piece. */
  datori(quali: QualiClienti, fetta: Fetta): Promise<readonly Datore[]>;
  /** The due dates of all as a calendar file. */
  scadenze(proprietario: string, dal: Trimestre, al: Trimestre): Promise<string>;
}

/** Reminder so many days before a due date, besides the day itself. */
const GIORNI_PRIMA = 3;

export function createServizioClienti({ archivio, registro, clock }: Applicazione): ServizioClienti {
  const { clienti } = archivio.letture;

  async function require(proprietario: string, quale: Id | CodiceRapporto): Promise<Cliente> {
    const trovato = await clienti.trova(proprietario, quale);
    if (trovato === undefined) throw new NonTrovato('Rapporto fra i clienti');
    return trovato;
  }

  /** Writes the rapporto anew, and in the register of acts who did it. */
  async function rewrite(
    { rapporto, datore }: Cliente,
    nuovo: Partial<Cliente['rapporto']>,
    { azione, attore }: { readonly azione: Azione; readonly attore: Actor },
  ): Promise<Cliente> {
    const scritto = await registro.registra({ ...rapporto, ...nuovo, datore });
    const contesto = { actor: attore, subject: { datoreId: datore.id }, authority: { tipo: 'operatore' } } as const;
    const oggetto = { tipo: 'rapporto', id: rapporto.id } as const;
    await archivio.transazione((tx) => tx.atti.registra({ azione, contesto, oggetto }));
    return { datore, rapporto: scritto };
  }

  return {
    elenco: (proprietario) => clienti.elenco({ proprietario }),
    fetta: (proprietario, fetta) => clienti.fetta(proprietario, fetta),
    trova: require,
    async aggiungiLotto(proprietario, lottoId) {
      const rapporti = (await clienti.elenco({ lottoId })).map(({ rapporto }) => rapporto.id);
      return archivio.transazione((tx) => tx.clienti.aggiungi(proprietario, rapporti, clock.now().toISOString()));
    },
    trimestreDelLotto: (lottoId) => clienti.trimestreDelLotto(lottoId),
    async togli(proprietario, codice) {
      const cliente = await require(proprietario, codice);
      await archivio.transazione((tx) => tx.clienti.togli(proprietario, cliente.rapporto.id));
      return cliente;
    },
    async cambia({ proprietario, attore }, codice, cambio) {
      const cliente = await require(proprietario, codice);
      const condizioni = [nuoveCondizioni(cliente.rapporto, cambio, 'dal')] as const;
      return rewrite(cliente, { condizioni }, { azione: 'condizioni-cambiate', attore });
    },
    async termina({ proprietario, attore }, codice, il) {
      const cliente = await require(proprietario, codice);
      if (il < cliente.rapporto.assunzione) throw beforeHiring('il');
      const subject = { datoreId: cliente.datore.id };
      const contesto = { actor: attore, subject, authority: { tipo: 'operatore' } } as const;
      await archivio.transazione((tx) => ricordaFine(tx, contesto, cliente.rapporto, il));
      return { ...cliente, rapporto: { ...cliente.rapporto, cessazione: il } };
    },
    async stato(quali, trimestre, datori) {
      const suoi = await clienti.elenco(
        quali,
        datori?.map(({ id }) => id),
      );
      const ids = suoi.map(({ rapporto }) => rapporto.id);
      const bollettini = await clienti.bollettini(ids, [trimestrePrecedente(trimestre), trimestre]);
      return statoTrimestre(suoi, bollettini, { trimestre, oggi: giornoInItalia(clock.now()), norme: norme() });
    },
    datori: (quali, fetta) => clienti.datori(quali, fetta),
    async scadenze(proprietario, dal, al) {
      const tutti = await clienti.elenco({ proprietario });
      const nomi = new Map(tutti.map(({ rapporto, datore }) => [rapporto.id, `${datore.cognome} ${datore.nome}`]));
      const nomina = ({ id, codice }: Cliente['rapporto']) => `${nomi.get(id) ?? ''}, rapporto ${codice}`;
      const rapporti = tutti.map(({ rapporto }) => rapporto);
      return calendarioIcs({ rapporti, dal, al, giorniPrima: GIORNI_PRIMA, nomina }, norme(), clock.now());
    },
  };
}
