import { type Ambito, ambitoDi, requireDispositivo } from '../accesso/ambito.ts';
import { visibilitaDi } from '../accesso/visibilita.ts';
import type { Contesto } from '../accesso/contesto.ts';
import type { Id, RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import { norme } from '../norme/norme.ts';
import { estremi, formatTrimestre, type Trimestre } from '../scadenze/trimestre.ts';
import type { Clock } from '../valori/clock.ts';
import { somma } from '../valori/denaro.ts';
import { ErroreDati, NonTrovato } from '../valori/errore-dati.ts';
import { giornoInItalia } from '../valori/giorno.ts';
import { dichiaraAtto } from './atto-interruttivo.ts';
import { datiAvviso } from './avviso.ts';
import { calcolaBase } from './base-di-calcolo.ts';
import { avvertenzaCambio, baseDelRapporto } from './dati-del-rapporto.ts';
import { whyNot } from './conflitto.ts';
import type { DipendenzeBollettini } from './dipendenze.ts';
import type { Consenso } from './consenso.ts';
import { type EsitoEmissione, emettiTrimestre, prevediTrimestre, type Richiesta } from './emetti-trimestre.ts';
import { ricordaFine, scriviFine } from './fine-nel-registro.ts';
import { ripristina } from './ripristina.ts';
import { ricordaCambio } from './ricorda-cambio.ts';
import { conCambio } from './cambio-del-trimestre.ts';
import { cambiaIndirizzo } from './indirizzo-del-datore.ts';
import { cercaBollettini, unBollettino } from './ricerca.ts';
import { modificaBollettino } from './modifica.ts';
import { PAROLE_AVVISI } from './parole.ts';
import { restoDelTrimestre } from './resto-del-trimestre.ts';
import { trimestriDelRapporto } from './trimestri-del-rapporto.ts';
import { cambiaSospensioni, rifiutaSospeso } from './sospensione-del-trimestre.ts';
import { cambiaTerritorio } from './territorio-del-rapporto.ts';
import { withRapporti } from './righe-carrello.ts';
import type { Modifiche, RigaCarrello, ServizioBollettini } from './servizio-bollettini.ts';

/** Bollettini and cart over an archive. Ownership, state and version of every write are conditions of the write itself. */
export function createServizioBollettini(dipendenze: DipendenzeBollettini): ServizioBollettini {
  const { archivio, calcolatore, ente, clock, parole = PAROLE_AVVISI } = dipendenze;
  const { letture } = archivio;

  async function requireRapporto(ambito: Ambito, id: Id): Promise<RapportoDiLavoro> {
    const rapporto = await letture.rapporti.trova(ambito, id);
    if (rapporto === undefined) throw new NonTrovato('Rapporto di lavoro');
    return rapporto;
  }

  async function requireRiga(ambito: Ambito, id: Id): Promise<RigaCarrello> {
    const bollettino = await letture.bollettini.trova(ambito, id);
    if (bollettino === undefined) throw new NonTrovato('Bollettino');
    return { bollettino, rapporto: await requireRapporto(ambito, bollettino.rapportoId) };
  }

  async function requireDatore(ambito: Ambito) {
    const datore = await letture.rapporti.datore(ambito);
    if (datore === undefined) throw new NonTrovato('Datore di lavoro');
    return datore;
  }

  function propose(registrato: RapportoDiLavoro, trimestre: Trimestre, dette: Modifiche) {
    requireBegun(trimestre, clock);
    const { rapporto, modifiche } = conCambio(registrato, trimestre, dette);
    const base = baseDelRapporto(rapporto, trimestre, modifiche);
    const frase =
      base.forma === 'semplice' && modifiche.ore === undefined ? avvertenzaCambio(rapporto, trimestre) : undefined;
    const calcoli = calcolaBase(base, calcolatore).map((calcolo) =>
      frase === undefined ? calcolo : { ...calcolo, avvertenze: [frase, ...calcolo.avvertenze] },
    );
    const resto = restoDelTrimestre(base, calcolatore, norme());
    return { base, calcoli, ...(resto !== undefined && { resto }) };
  }

  async function emetti(
    contesto: Contesto,
    rapportoId: Id,
    trimestre: Trimestre,
    modifiche: Modifiche = {},
    consenso: Consenso = {},
  ): Promise<EsitoEmissione> {
    requireDispositivo(contesto);
    const rapporto = await requireRapporto(ambitoDi(contesto), rapportoId);
    const richiesta = { contesto, rapporto, ...propose(rapporto, trimestre, modifiche), consenso, parole };
    const il = clock.now().toISOString();
    return archivio.transazione(async (tx) => {
      rifiutaSospeso((await tx.rapporti.trova(ambitoDi(contesto), rapportoId)) ?? rapporto, toldQuarters(richiesta));
      const esito = await emettiTrimestre(tx, ente, { ...richiesta, il });
      const condizioniDal = await ricordaCambio(tx, contesto, rapporto, modifiche.cambio);
      const { fine } = modifiche;
      const finito = fine !== undefined && (await ricordaFine(tx, contesto, rapporto, fine));
      return {
        ...esito,
        ...(condizioniDal !== undefined && { condizioniDal }),
        ...(finito && { finitoIl: fine }),
      };
    });
  }

  async function elimina(contesto: Contesto, id: Id, versione: number): Promise<void> {
    requireDispositivo(contesto);
    const ambito = ambitoDi(contesto);
    const il = clock.now().toISOString();
    const fatto = await archivio.transazione(async (tx) => {
      if (!(await tx.bollettini.sposta(ambito, id, versione, 'nel-carrello', 'eliminato', il))) return false;
      await tx.atti.registra({ azione: 'bollettino-eliminato', contesto, oggetto: { tipo: 'bollettino', id } });
      return true;
    });
    if (!fatto) throw await whyNot(() => letture.bollettini.trova(ambito, id));
  }

  return {
    datore: (contesto) => requireDatore(ambitoDi(contesto)),
    rapporti: (contesto, fetta) => letture.rapporti.elenco(ambitoDi(contesto), fetta),
    async proponi(contesto, rapportoId, trimestre, modifiche = {}) {
      return propose(await requireRapporto(ambitoDi(contesto), rapportoId), trimestre, modifiche).calcoli;
    },
    async trimestri(contesto, rapportoId, termineDi, fino) {
      const rapporto = await requireRapporto(ambitoDi(contesto), rapportoId);
      const oggi = giornoInItalia(clock.now());
      return trimestriDelRapporto(letture, calcolatore, rapporto, { oggi, termineDi, ...(fino && { fino }) });
    },
    async prevedi(contesto, rapportoId, trimestre, modifiche = {}) {
      const rapporto = await requireRapporto(ambitoDi(contesto), rapportoId);
      const oggi = giornoInItalia(clock.now());
      const detto = propose(rapporto, trimestre, modifiche);
      rifiutaSospeso(rapporto, toldQuarters(detto));
      return prevediTrimestre(letture, { rapporto, ...detto, oggi });
    },
    emetti,
    scriviFine: (contesto, rapportoId, fine) => scriviFine(dipendenze, contesto, { rapportoId, fine }),
    async carrello(contesto) {
      const ambito = ambitoDi(contesto);
      const bollettini = await letture.bollettini.inStato(ambito, 'nel-carrello');
      const righe = await withRapporti(letture, ambito, bollettini);
      return { righe, totale: somma(bollettini.map((b) => b.importo)) };
    },
    mostra: (contesto, id) => requireRiga(ambitoDi(contesto), id),
    async successori(contesto, id) {
      const { bollettino } = await requireRiga(ambitoDi(contesto), id);
      return letture.bollettini.successori(bollettino.id);
    },
    cercaPerOperatore: (testo) => cercaBollettini(letture, testo),
    mostraPerOperatore: (riferimento) => unBollettino(letture, riferimento),
    modifica: (contesto, id, versione, modifiche) =>
      modificaBollettino(dipendenze, contesto, { id, versione, modifiche }),
    dichiaraAtto: (contesto, id, giorno) => dichiaraAtto(dipendenze, contesto, { id, giorno }),
    elimina,
    async ripristina(contesto, id, versione) {
      requireDispositivo(contesto);
      await ripristina(archivio, contesto, { id, versione, il: clock.now().toISOString() });
    },
    cambiaIndirizzo(contesto, indirizzo) {
      requireDispositivo(contesto);
      return cambiaIndirizzo(archivio, contesto, indirizzo);
    },
    cambiaTerritorio: (contesto, rapportoId, scritto) =>
      cambiaTerritorio(dipendenze, contesto, { rapportoId, scritto }),
    cambiaSospensioni: (contesto, rapportoId, dette) => cambiaSospensioni(dipendenze, contesto, { rapportoId, dette }),
    async avviso(contesto, id, chiesta = {}) {
      const ambito = ambitoDi(contesto);
      const riga = await requireRiga(ambito, id);
      const stampa = { ente, oggi: giornoInItalia(clock.now()), predefinita: dipendenze.avviso ?? {}, chiesta };
      const visibile = visibilitaDi(contesto);
      return datiAvviso({ ...riga, datore: await requireDatore(ambito) }, { ...stampa, visibile });
    },
  };
}

/** The quarters that a telling asks for, that of the rest of an end too. */
function toldQuarters({ calcoli, resto }: Pick<Richiesta, 'calcoli' | 'resto'>): Trimestre[] {
  return [...calcoli, ...(resto?.calcoli ?? [])].map(({ trimestre }) => trimestre);
}

/** A quarter that has not begun has no hours yet. */
function requireBegun(trimestre: Trimestre, clock: Clock): void {
  if (estremi(trimestre).primo <= giornoInItalia(clock.now())) return;
  throw new ErroreDati('trimestre-futuro', { trimestre: formatTrimestre(trimestre), campo: 'trimestre' });
}
