import type { Contesto } from '../accesso/contesto.ts';
import type { RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import type { Calcolo } from '../contributi/calcolo.ts';
import type { EnteCreditore } from '../pagopa/ente-creditore.ts';
import { diceCheResta } from '../contributi/spiega/resta-da-pagare.ts';
import { norme } from '../norme/norme.ts';
import { regoleProspetti } from '../norme/regole-prospetti.ts';
import { fraseRitardo } from '../prospetti/sanzioni/ritardo.ts';
import { formatTrimestre } from '../scadenze/trimestre.ts';
import { centesimi, type Centesimi, somma } from '../valori/denaro.ts';
import { type Giorno, giornoInItalia } from '../valori/giorno.ts';
import type { BaseDiCalcolo } from './base-di-calcolo.ts';
import type { Bollettino } from './bollettino.ts';
import { type Consenso, esigiConsenso } from './consenso.ts';
import { type Chiesto, decidi, type Decisione, dovutoDi } from './decisione.ts';
import { type DaNumerare, emettiBollettino, rifiutaProiezione, toCambio } from './emissione.ts';
import { contenutoIntegrazione, versatoDi } from './integrazione.ts';
import { PAROLE_AVVISI, type ParoleBollettino } from './parole.ts';
import type { ArchivioBollettini } from './porte.ts';
import { controllaAtto, type Debito, perchePrescritto, rifiutaPrescritto, ultimoAtto } from './prescritto.ts';
import type { Raccontato } from './resto-del-trimestre.ts';
import { NESSUNA_SETTIMANA, settimaneChieste } from './settimane-coperte.ts';
import { conPosto, type ConPosto, fraseAccanto } from './settimane-contate.ts';
import { ConflittoTransazione } from './transazioni.ts';

/** What issuing a quarter came to. */
export interface EsitoEmissione {
  readonly emessi: readonly Bollettino[];
  /** Cancelled: at a counter they are refused from now on. */
  readonly sostituiti: readonly Bollettino[];
  /** They asked the same already, and stay with their IUV. */
  readonly tenuti: readonly Bollettino[];
  /** Paid before for the weeks told anew. */
  readonly versati: readonly Bollettino[];
  /** What the quarter comes to as it is told now. */
  readonly dovuto: Centesimi;
  /** Paid beyond that: to be asked back from INPS. */
  readonly eccedenza: Centesimi;
  /** What being late costs, one a quarter issued after its due date. Italian sentences. */
  readonly ritardi: readonly string[];
  /** What no road may leave unsaid of what was issued: a pay below the minimum, what an end leaves to the next quarter. */
  readonly daDire: readonly string[];
  /** Present when a change of terms was written in the rapporto: the day from which it holds. */
  readonly condizioniDal?: Giorno;
  /** Present when the end of the rapporto was written there: its last day. */
  readonly finitoIl?: Giorno;
}

/** What issuing a quarter would come to, and what the quarter comes to as it is told. */
export type Previsione = Decisione<ConPosto> & {
  readonly dovuto: Centesimi;
  /** Why nothing new can be issued any more. An Italian sentence. */
  readonly prescritto?: string;
  /** What being late costs. An Italian sentence. */
  readonly ritardo?: string;
};

/** A quarter told by somebody. */
export interface Richiesta {
  readonly contesto: Contesto;
  readonly rapporto: RapportoDiLavoro;
  readonly base: BaseDiCalcolo;
  /** One a group of weeks. */
  readonly calcoli: readonly Calcolo[];
  /** What an end in its last days leaves to the next quarter. */
  readonly resto?: Raccontato;
  readonly consenso: Consenso;
  /** How a refusal names the bollettini in the way. */
  readonly parole?: ParoleBollettino;
  readonly il: string;
}

/**
 * Issues a quarter within the caller's transaction, as {@link decidi} says and as far as the person agreed.
 * @throws ErroreDati as {@link esigiConsenso}, and `importo-nullo`
 */
export async function emettiTrimestre(
  tx: ArchivioBollettini,
  ente: EnteCreditore,
  richiesta: Richiesta,
): Promise<EsitoEmissione> {
  const esiti: EsitoEmissione[] = [];
  for (const calcoli of byQuarter(richiesta.calcoli))
    esiti.push(await issueQuarter(tx, ente, { ...richiesta, calcoli }));
  const resto = await issueRest(tx, ente, richiesta);
  if (resto !== undefined) esiti.push(resto);
  const daDire = [...new Set(esiti.flatMap((esito) => esito.daDire))];
  return {
    emessi: esiti.flatMap(({ emessi }) => emessi),
    sostituiti: esiti.flatMap(({ sostituiti }) => sostituiti),
    tenuti: esiti.flatMap(({ tenuti }) => tenuti),
    versati: esiti.flatMap(({ versati }) => versati),
    dovuto: somma(esiti.map(({ dovuto }) => dovuto)),
    eccedenza: somma(esiti.map(({ eccedenza }) => eccedenza)),
    ritardi: esiti.flatMap(({ ritardi }) => ritardi),
    daDire: resto === undefined ? daDire : daDire.filter((frase) => !diceCheResta(frase)),
  };
}

/** The next quarter's part of an end: one that asks the same already stays, and what was paid there is told of its own quarter. */
async function issueRest(
  tx: ArchivioBollettini,
  ente: EnteCreditore,
  { resto, ...richiesta }: Richiesta,
): Promise<EsitoEmissione | undefined> {
  if (resto === undefined) return undefined;
  const sua = { ...richiesta, ...resto, consenso: { ...richiesta.consenso, ripeti: true } };
  const { decisione } = await decide(tx, sua);
  return decisione.versati.length > 0 && richiesta.consenso.integra !== true ? undefined : issueQuarter(tx, ente, sua);
}

/** What the request would come to, for who is asked to agree; nothing is written. */
export async function prevediTrimestre(
  letture: ArchivioBollettini,
  {
    rapporto,
    base,
    calcoli,
    resto,
    oggi,
  }: Pick<Richiesta, 'rapporto' | 'base' | 'calcoli' | 'resto'> & { readonly oggi: Giorno },
): Promise<readonly Previsione[]> {
  const previsioni: Previsione[] = [];
  const parti = [
    ...byQuarter(calcoli).map((suoi) => ({ base, calcoli: suoi })),
    ...(resto === undefined ? [] : [resto]),
  ];
  for (const { base: sua, calcoli: suoi } of parti) {
    const { tutti, decisione, dovuto } = await decide(letture, { rapporto, base: sua, calcoli: suoi });
    previsioni.push({ ...decisione, dovuto, ...delTempo(debitoDi(suoi, tutti), decisione, oggi) });
  }
  return previsioni;
}

/** A telling may reach into the next quarter: each is decided by itself. */
export function byQuarter(calcoli: readonly Calcolo[]): readonly (readonly Calcolo[])[] {
  const trimestri = new Map<string, Calcolo[]>();
  for (const calcolo of calcoli) {
    const chiave = formatTrimestre(calcolo.trimestre);
    trimestri.set(chiave, [...(trimestri.get(chiave) ?? []), calcolo]);
  }
  return [...trimestri.values()];
}

async function decide(
  archivio: ArchivioBollettini,
  { rapporto, base, calcoli }: Pick<Richiesta, 'rapporto' | 'base' | 'calcoli'>,
) {
  const trimestre = (calcoli[0] as Calcolo).trimestre;
  const tutti = await archivio.bollettini.delTrimestre(rapporto.id, trimestre);
  const chiesti = calcoli.map((calcolo): Chiesto => ({ calcolo, settimane: settimaneChieste(base, calcolo) }));
  const conto = tutti.filter(({ stato }) => stato !== 'eliminato').map(conPosto);
  const decisione = decidi(conto, chiesti);
  return { trimestre, tutti, conto, chiesti, decisione, dovuto: dovutoDi(chiesti) };
}

async function issueQuarter(
  tx: ArchivioBollettini,
  ente: EnteCreditore,
  richiesta: Richiesta,
): Promise<EsitoEmissione> {
  const { trimestre, tutti, conto, chiesti, decisione, dovuto } = await decide(tx, richiesta);
  const { nomina } = richiesta.parole ?? PAROLE_AVVISI;
  esigiConsenso(decisione, richiesta.consenso, { trimestre, dovuto, nomina });
  const oggi = giornoInItalia(new Date(richiesta.il));
  const debito = debitoDi(richiesta.calcoli, tutti, richiesta.consenso.interrottaIl, oggi);
  const daEmettere = contenuti({ ...richiesta, ...debito, oggi }, decisione, prossimaIntegrazione(tutti));
  for (const vecchio of decisione.sostituiti) await cancel(tx, vecchio, richiesta);
  await move(tx, decisione, richiesta.il);
  const emessi: Bollettino[] = [];
  for (const daNumerare of daEmettere) {
    const bollettino = await emettiBollettino(
      tx,
      ente,
      { rapporto: richiesta.rapporto, trimestre, ...daNumerare },
      richiesta.il,
    );
    await tx.atti.registra({
      azione: 'bollettino-emesso',
      contesto: richiesta.contesto,
      oggetto: { tipo: 'bollettino', id: bollettino.id },
      dettaglio: {
        importo: bollettino.importo,
        trimestre: formatTrimestre(trimestre),
        integrazione: bollettino.integrazione !== undefined,
      },
    });
    emessi.push(bollettino);
  }
  for (const vecchio of decisione.sostituiti) {
    await tx.bollettini.registraSostituzioni(
      vecchio.id,
      emessi.map(({ id }) => id),
    );
  }
  const { sostituiti, tenuti, versati, eccedenza } = decisione;
  await followUp(tx, richiesta, { versati, eccedenza, dovuto });
  const { ritardo } = delTempo(debito, decisione, oggi);
  const ritardi = ritardo === undefined ? [] : [ritardo];
  const accanto = fraseAccanto(conto, chiesti, decisione);
  const daDire = emessi.length === 0 ? [] : [...richiesta.calcoli.flatMap((calcolo) => calcolo.daDire), ...accanto];
  return { emessi, sostituiti, tenuti, versati, dovuto, eccedenza, ritardi, daDire };
}

/** What was paid beyond the quarter is for operators; a new telling takes the place of what an earlier one said. */
async function followUp(
  tx: ArchivioBollettini,
  { rapporto, il }: Richiesta,
  { versati, eccedenza, dovuto }: Pick<EsitoEmissione, 'versati' | 'eccedenza' | 'dovuto'>,
): Promise<void> {
  const [primo] = versati;
  if (primo === undefined) return;
  const chiusura = { il, da: 'programma', nota: 'Il trimestre è stato raccontato di nuovo: il conto è un altro.' };
  await tx.anomalie.chiudiAperte('versato-in-eccesso', primo.id, chiusura);
  if (eccedenza === 0) return;
  const dettaglio = {
    rapporto: rapporto.codice,
    trimestre: formatTrimestre(primo.trimestre),
    importoVersato: dovuto + eccedenza,
    importoDovuto: dovuto,
    importoInEccesso: eccedenza,
    versamenti: versati.map(({ iuv }) => iuv).join(', '),
  };
  const chiave = `versato-in-eccesso:${primo.id}:${il}`;
  await tx.anomalie.apri({ tipo: 'versato-in-eccesso', chiave, bollettinoId: primo.id, iuv: primo.iuv, dettaglio }, il);
}

/**
 * What the decision issues, as it is kept. Also for a batch, which numbers many at a time.
 * @throws ErroreDati `importo-nullo`, `tabella-proiettata` (409), `trimestre-prescritto` (409)
 */
export function contenuti(
  {
    base,
    calcoli,
    oggi,
    interrottaIl,
  }: Pick<Richiesta, 'base' | 'calcoli'> & Pick<Debito, 'interrottaIl'> & { readonly oggi: Giorno },
  decisione: Pick<Decisione<Bollettino>, 'nuovi' | 'integrazione' | 'versati'>,
  progressivo: number,
): readonly Pick<DaNumerare, 'cambio' | 'integrazione' | 'interrottaIl'>[] {
  const nuovi = decisione.nuovi.map(({ calcolo, settimane }) => ({ cambio: toCambio(base, calcolo, settimane) }));
  const tutti = [...nuovi, ...differenza({ base, calcoli }, decisione, progressivo)];
  const { trimestre } = calcoli[0] as Calcolo;
  const atto = interrottaIl === undefined ? {} : { interrottaIl };
  for (const { cambio } of tutti) {
    rifiutaProiezione(norme().tabella(trimestre.anno));
    rifiutaPrescritto({ trimestre, scadenza: cambio.scadenza, ...atto }, oggi);
  }
  return tutti.map((uno) => ({ ...uno, ...atto }));
}

/** Numbers are never given again: one of a removed integration too is somebody's. */
export function prossimaIntegrazione(tutti: readonly Pick<Bollettino, 'integrazione'>[]): number {
  return 1 + Math.max(0, ...tutti.map(({ integrazione }) => integrazione ?? 0));
}

async function cancel(tx: ArchivioBollettini, { id, versione, datoreId }: Bollettino, di: Richiesta): Promise<void> {
  if (!(await tx.bollettini.sposta({ datoreId }, id, versione, 'nel-carrello', 'eliminato', di.il))) {
    throw new ConflittoTransazione(`bollettino ${id} changed while its place was taken`);
  }
  await tx.atti.registra({
    azione: 'bollettino-sostituito',
    contesto: di.contesto,
    oggetto: { tipo: 'bollettino', id },
  });
}

/** Whose number of weeks alone was told makes room for those that are named. */
async function move(tx: ArchivioBollettini, { spostati }: Decisione<Bollettino>, il: string): Promise<void> {
  const nuove = spostati.map(({ voce: { id, versione }, settimane }) => ({ id, versione, settimane }));
  if (await tx.bollettini.ricolloca(nuove, il)) return;
  throw new ConflittoTransazione('a bollettino changed while its weeks were moved');
}

function differenza(
  { base, calcoli }: Pick<Richiesta, 'base' | 'calcoli'>,
  { integrazione, versati }: Pick<Decisione<Bollettino>, 'integrazione' | 'versati'>,
  progressivo: number,
): readonly Pick<DaNumerare, 'cambio' | 'integrazione'>[] {
  if (integrazione === undefined) return [];
  const cambio = contenutoIntegrazione(base, calcoli, versatoDi(versati), integrazione.settimane);
  return [{ cambio, integrazione: progressivo }];
}

/**
 * The quarter as far as its term goes, with the acts declared before for its bollettini and the one declared now.
 * @throws ErroreDati `atto-non-interruttivo`
 */
function debitoDi(
  calcoli: readonly Calcolo[],
  tutti: readonly Pick<Bollettino, 'interrottaIl'>[],
  dichiarato?: Giorno,
  oggi?: Giorno,
): Debito {
  const { trimestre, scadenza } = calcoli[0] as Calcolo;
  const noto = { trimestre, scadenza: scadenza.scadenza, ...ultimoAtto(tutti.map(({ interrottaIl }) => interrottaIl)) };
  if (dichiarato === undefined || oggi === undefined) return noto;
  controllaAtto(noto, dichiarato, oggi);
  return { ...noto, ...ultimoAtto([noto.interrottaIl, dichiarato]) };
}

/** What the day on which a quarter is issued says of it; nothing where nothing new is issued. */
function delTempo(
  debito: Debito,
  { nuovi, integrazione }: Pick<Decisione<Bollettino>, 'nuovi' | 'integrazione'>,
  oggi: Giorno,
): Pick<Previsione, 'prescritto' | 'ritardo'> {
  const importo = somma([...nuovi.map(({ calcolo }) => calcolo.totale), integrazione?.importo ?? centesimi(0)]);
  if (importo <= 0) return {};
  const prescritto = perchePrescritto(debito, oggi);
  if (prescritto !== undefined) return { prescritto };
  // INPS's sanctions are of its own contributions: the fund's alone bears none.
  if (integrazione === undefined && nuovi.every(({ settimane }) => settimane === NESSUNA_SETTIMANA)) return {};
  const ritardo = fraseRitardo(importo, debito.scadenza, oggi, regoleProspetti());
  return ritardo === undefined ? {} : { ritardo };
}
