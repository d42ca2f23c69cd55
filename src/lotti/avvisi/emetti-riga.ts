import type { Actor } from '../../accesso/contesto.ts';
import type { Datore, Lavoratore, RapportoDiLavoro } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { NomeLavoratore } from '../../avvisi/nome-lavoratore.ts';
import type { NuovoDatore } from '../../anagrafe/registro-rapporti.ts';
import { controllaAvviso } from '../../avvisi/controlla-avviso.ts';
import { calcolaBase, type Calcolatore } from '../../bollettini/base-di-calcolo.ts';
import type { Bollettino } from '../../bollettini/bollettino.ts';
import { alreadyPaid, type Consenso, esigiConsenso } from '../../bollettini/consenso.ts';
import { PAROLE_AVVISI } from '../../bollettini/parole.ts';
import { type Chiesto, decidi, dovutoDi } from '../../bollettini/decisione.ts';
import { byQuarter, contenuti } from '../../bollettini/emetti-trimestre.ts';
import { type PersoneSullAvviso, personeSullAvviso } from '../../bollettini/persone-sull-avviso.ts';
import { type Raccontato, restoDelTrimestre } from '../../bollettini/resto-del-trimestre.ts';
import { settimaneChieste } from '../../bollettini/settimane-coperte.ts';
import { fraseAccanto } from '../../bollettini/settimane-contate.ts';
import { rifiutaSospeso } from '../../bollettini/sospensione-del-trimestre.ts';
import type { Calcolo } from '../../contributi/calcolo.ts';
import { norme } from '../../norme/norme.ts';
import type { EnteCreditore } from '../../pagopa/ente-creditore.ts';
import type { CodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import { estremi, formatTrimestre, type Trimestre } from '../../scadenze/trimestre.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Giorno } from '../../valori/giorno.ts';
import type { AvvertenzeRiga } from '../calcola/avvertenze-riga.ts';
import { confrontaRegistro } from './confronta-registro.ts';
import type { Emesso, Quaderno } from './quaderno.ts';
import type { ErroreRiga } from '../righe/errore-riga.ts';
import { completaDalRegistro } from './dal-registro.ts';
import { dateDi, type RigaAvviso, toNuovoRapporto, withDates } from './riga-avviso.ts';

/** What all the rows of a batch share. */
export interface Emittente {
  readonly calcolatore: Calcolatore;
  readonly ente: EnteCreditore;
  readonly attore: Actor;
  /** How notices name workers. */
  readonly lavoratore?: NomeLavoratore | undefined;
  /** What may be done where a quarter has bollettini already. */
  readonly consenso: Consenso;
  /** The batch's day and instant: they do not change when it is resumed. */
  readonly oggi: Giorno;
  readonly il: string;
  /** Tells what is implausible about a row. */
  readonly avvertenze: AvvertenzeRiga;
}

/** What a row gave, and what is implausible about it, in one text. */
export interface RigaEmessa {
  readonly emessi: readonly Emesso[];
  readonly avvertenze: string;
}

/** Stands for the code that a notice will have, where only its other texts are checked. */
const CODICE_DI_PROVA = '0'.repeat(18) as CodiceAvviso;

const ORE_DEL_REGISTRO = 'ore e condizioni sono quelle del registro';

/** A row that leaves to the register what the register does not know: its lines among the errors. */
export class RigaIncompleta extends Error {
  override readonly name = 'RigaIncompleta';
  readonly errori: readonly ErroreRiga[];

  constructor(errori: readonly ErroreRiga[]) {
    super('the register does not know the rapporto of the row');
    this.errori = errori;
  }
}

/**
 * The bollettini of a row, one a group of weeks: those that ask the same already, or new ones. So a row met twice, in one file
 * or in two, gives the same IUV.
 * @throws ErroreDati, RigaIncompleta: they refuse the row and leave the page as it was
 */
export function emettiRiga(quaderno: Quaderno, riga: RigaAvviso, emittente: Emittente): RigaEmessa {
  const noto = quaderno.rapporto(riga.rapporto);
  if (noto === undefined && riga.mancano.length > 0) throw new RigaIncompleta(riga.mancano);
  const datore = noto === undefined ? quaderno.datore(riga.datore.codiceFiscale) : quaderno.datoreDi(noto);
  if (noto !== undefined && !isSame(noto, datore, riga)) throw notTheirs();
  const confronto = noto === undefined || datore === undefined ? { frasi: [] } : confrontaRegistro(noto, datore, riga);
  const base =
    noto === undefined
      ? riga.base
      : withDates(completaDalRegistro(riga.base, noto, riga.lasciato), { ...noto, ...dateDi(riga.base) });
  const calcoli = calcolaBase(base, emittente.calcolatore);
  const persone = personeSullAvviso(
    {
      datore: { ...(datore ?? (riga.datore as Datore)), ...indirizzoDi(riga) },
      lavoratore: noto?.lavoratore ?? (riga.lavoratore as Lavoratore),
    },
    emittente.lavoratore,
  );
  const resto = restoDelTrimestre(base, emittente.calcolatore, norme());
  if (noto !== undefined) {
    const trimestri = [...calcoli, ...(resto?.calcoli ?? [])].map(({ trimestre }) => trimestre);
    rifiutaSospeso(noto, trimestri);
  }
  for (const calcolo of [...calcoli, ...(resto?.calcoli ?? [])]) checkIssuable(calcolo, persone, emittente);
  const trimestri = [
    ...byQuarter(calcoli).map((suoi) => decideQuarter(quaderno, noto, { base, calcoli: suoi }, emittente)),
    ...(resto === undefined || isTold(quaderno, noto, resto) ? [] : [decideQuarter(quaderno, noto, resto, emittente)]),
  ];
  const rapporto = noto ?? quaderno.registra(toNuovoRapporto(riga, calcoli));
  if (riga.datore.indirizzo !== undefined) quaderno.scegliIndirizzo(rapporto.datoreId, riga.datore.indirizzo);
  if (riga.lingua !== undefined) quaderno.scegliLingua(rapporto.datoreId, riga.lingua);
  for (const { sostituiti, spostati } of trimestri) {
    quaderno.togli(sostituiti);
    quaderno.sposta(spostati);
  }
  const emessi = trimestri.flatMap(({ trimestre, tenuti, contenuti, sostituiti }) => [
    ...tenuti,
    ...contenuti.map((contenuto) => quaderno.decidi({ rapporto, trimestre, ...contenuto }, sostituiti)),
  ]);
  if (confronto.cessazione !== undefined) quaderno.cessa(rapporto, confronto.cessazione);
  const frasi = [...riga.avvertenze, ...confronto.frasi, ...(riga.lasciato.ore ? [ORE_DEL_REGISTRO] : [])];
  frasi.push(...trimestri.flatMap(({ accanto }) => accanto));
  for (const [primo] of byQuarter(calcoli)) {
    if (primo === undefined) continue;
    frasi.push(...primo.daDire);
    emittente.avvertenze.di(frasi, primo);
  }
  return { emessi, avvertenze: [...new Set(frasi)].join(' | ') };
}

/** Whether the quarter that gets the rest of an end has been told by itself, otherwise: then that telling stands. */
function isTold(quaderno: Quaderno, noto: RapportoDiLavoro | undefined, { base, calcoli }: Raccontato): boolean {
  if (noto === undefined) return false;
  const chiesti = calcoli.map((calcolo): Chiesto => ({ calcolo, settimane: settimaneChieste(base, calcolo) }));
  const { sostituiti, versati } = decidi(quaderno.conto(noto, (calcoli[0] as Calcolo).trimestre), chiesti);
  return sostituiti.length + versati.length > 0;
}

/** What a quarter of the row comes to, as the one decision for all roads says; nothing is put on the page yet. */
function decideQuarter(
  quaderno: Quaderno,
  noto: RapportoDiLavoro | undefined,
  { base, calcoli }: Raccontato,
  { consenso, oggi }: Emittente,
) {
  const trimestre = (calcoli[0] as Calcolo).trimestre;
  const conto = noto === undefined ? [] : quaderno.conto(noto, trimestre);
  const chiesti = calcoli.map((calcolo): Chiesto => ({ calcolo, settimane: settimaneChieste(base, calcolo) }));
  const decisione = decidi(conto, chiesti);
  const di = { trimestre, dovuto: dovutoDi(chiesti), nomina };
  esigiConsenso(decisione, { ...consenso, ripeti: true }, di);
  const { tenuti, versati } = decisione;
  const sostituiti = decisione.sostituiti.map((emesso) => notOfThisBatch(quaderno, emesso, trimestre));
  const progressivo = noto === undefined ? 1 : quaderno.prossimaIntegrazione(noto, trimestre);
  const pagati = versati.flatMap((emesso) => ('gia' in emesso ? [emesso.gia] : []));
  const atto = noto === undefined ? {} : quaderno.ultimoAtto(noto, trimestre);
  const daEmettere = contenuti({ base, calcoli, oggi, ...atto }, { ...decisione, versati: pagati }, progressivo);
  if (tenuti.length + daEmettere.length === 0) throw alreadyPaid(versati, di);
  const accanto = fraseAccanto(conto, chiesti, decisione);
  return { trimestre, tenuti, contenuti: daEmettere, sostituiti, spostati: decisione.spostati, accanto };
}

/** Two rows of one file that tell the same weeks otherwise: neither may take the other's place. */
function notOfThisBatch(quaderno: Quaderno, emesso: Emesso, trimestre: Trimestre): Bollettino {
  if ('gia' in emesso && !quaderno.isDelLotto(emesso)) return emesso.gia;
  throw new ErroreDati('riga-ripetuta', {
    trimestre: formatTrimestre(trimestre),
    emesso: nomina(emesso),
    campo: 'trimestre',
  });
}

function nomina(emesso: Emesso): string {
  return 'gia' in emesso
    ? PAROLE_AVVISI.nomina(emesso.gia)
    : `${formatEuroItaliano(emesso.importo)} €, in una riga precedente`;
}

/** What the row tells of the address stands over what the register knows. */
function indirizzoDi({ datore: { indirizzo } }: RigaAvviso): Pick<NuovoDatore, 'indirizzo'> {
  return indirizzo === undefined ? {} : { indirizzo };
}

function isSame(rapporto: RapportoDiLavoro, datore: Datore | undefined, riga: RigaAvviso): boolean {
  const same = (noto: string | undefined, scritto: string | undefined) => scritto === undefined || scritto === noto;
  return (
    rapporto.datoreId === datore?.id &&
    same(datore.codiceFiscale, riga.datore.codiceFiscale) &&
    same(rapporto.lavoratore.codiceFiscale, riga.lavoratore.codiceFiscale)
  );
}

function checkIssuable(
  { trimestre, totale, scadenza }: Calcolo,
  persone: PersoneSullAvviso,
  emittente: Emittente,
): void {
  const { ente, oggi } = emittente;
  if (estremi(trimestre).primo > oggi) {
    throw new ErroreDati('trimestre-futuro/riga', { trimestre: formatTrimestre(trimestre), campo: 'trimestre' });
  }
  controllaAvviso({
    ente,
    codiceAvviso: CODICE_DI_PROVA,
    oggetto: 'Contributi lavoro domestico',
    importo: totale,
    scadenza: scadenza.scadenza,
    ...persone,
    emessoIl: oggi,
  });
}

function notTheirs(): ErroreDati {
  return new ErroreDati('rapporto-di-altri/riga', { campo: 'rapporto' });
}
