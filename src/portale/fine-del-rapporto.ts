import type { Contesto } from '../accesso/contesto.ts';
import type { Id, RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import type { Applicazione } from '../applicazione/applicazione.ts';
import type { Consenso } from '../bollettini/consenso.ts';
import type { EsitoEmissione, Previsione } from '../bollettini/emetti-trimestre.ts';
import { type OreDellAnno, oreDegliAnni } from '../bollettini/ore-degli-anni.ts';
import type { TrimestreConBollettini } from '../bollettini/trimestre-con-bollettini.ts';
import { norme } from '../norme/norme.ts';
import { regoleProspetti } from '../norme/regole-prospetti.ts';
import {
  campiDelRapporto,
  type CampiDellaFine,
  cessazione,
  type Cessazione,
  parseDatiCessazione,
} from '../prospetti/cessazione/index.ts';
import { decimaleIt, euroIt } from '../prospetti/formati.ts';
import type { Scoperti } from '../prospetti/scoperti/index.ts';
import { confrontaTrimestri, formatTrimestre } from '../scadenze/trimestre.ts';
import { somma } from '../valori/denaro.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { formatGiornoItaliano } from '../valori/giorno.ts';
import { italiano } from '../valori/italiano.ts';
import { scopertiDi } from './prospetti.ts';

/** What the register knows of a rapporto before anybody tells how it ends. */
export interface RapportoNoto {
  readonly rapporto: RapportoDiLavoro;
  readonly anni: readonly OreDellAnno[];
  /** Its quarters that are over, by what was paid for them. */
  readonly prospetto: Scoperti<TrimestreConBollettini>;
}

/** The end of a rapporto of the register: the reckoning, and what of it can be issued now. */
export interface FineDelRapporto extends RapportoNoto {
  readonly fine: Cessazione;
  /** What issuing the last bollettini would come to; empty where nothing can be issued now. */
  readonly previsioni: readonly Previsione[];
  /** What is left to do besides. Italian sentences. */
  readonly restano: readonly string[];
}

/** Paid hours are rounded up by quarter: less than this says nothing of a year. */
const ORE_DI_SCARTO = 5;

/** @throws NonTrovato */
export async function rapportoNoto(app: Applicazione, contesto: Contesto, rapportoId: Id): Promise<RapportoNoto> {
  const { rapporto, prospetto } = await scopertiDi(app, contesto, rapportoId);
  return { rapporto, prospetto, anni: oreDegliAnni(rapporto, prospetto.righe) };
}

/**
 * The end of a rapporto from what the register says and what a person adds.
 * @throws ErroreDati naming the field; NonTrovato
 */
export async function fineDelRapporto(
  app: Applicazione,
  contesto: Contesto,
  rapportoId: Id,
  detti: CampiDellaFine,
): Promise<FineDelRapporto> {
  const noto = await rapportoNoto(app, contesto, rapportoId);
  const dati = parseDatiCessazione(campiDelRapporto(noto.rapporto, detti));
  const fine = cessazione(dati, norme(), regoleProspetti());
  const { previsioni, perche } = await foreseen(app, contesto, rapportoId, fine);
  const restano = [
    ...perche,
    ...notIssued(fine, previsioni.length > 0),
    ...(await beyondTheEnd(app, contesto, rapportoId, fine)),
    ...otherHours(noto.anni, fine),
  ];
  return { ...noto, fine, previsioni, restano };
}

/**
 * Writes the end in the rapporto and issues its last bollettini, all or nothing.
 * @throws ErroreDati as issuing does, `nulla-da-versare` where there is nothing to issue; NonTrovato
 */
export async function emettiFine(
  app: Applicazione,
  contesto: Contesto,
  rapportoId: Id,
  { fine, consenso }: { readonly fine: Cessazione; readonly consenso: Consenso },
): Promise<EsitoEmissione> {
  const [primo] = fine.contributi;
  if (primo === undefined) throw nothingToIssue();
  const modifiche = { situazione: primo.situazione, fine: fine.dati.cessazione };
  return app.bollettini.emetti(contesto, rapportoId, primo.trimestre, modifiche, consenso);
}

async function foreseen(
  app: Applicazione,
  contesto: Contesto,
  rapportoId: Id,
  { contributi: [primo] }: Cessazione,
): Promise<{ readonly previsioni: readonly Previsione[]; readonly perche: readonly string[] }> {
  if (primo === undefined) return { previsioni: [], perche: [] };
  try {
    const { trimestre, situazione } = primo;
    return { previsioni: await app.bollettini.prevedi(contesto, rapportoId, trimestre, { situazione }), perche: [] };
  } catch (errore) {
    if (!(errore instanceof ErroreDati) || errore.statoHttp >= 500) throw errore;
    return { previsioni: [], perche: [`Gli ultimi bollettini non si possono ancora emettere: ${errore.senzaCampo}`] };
  }
}

/** The first quarter brings the next one with it, once its table is out; anything further is told. */
function notIssued({ contributi }: Cessazione, emettibile: boolean): string[] {
  return contributi
    .filter(({ proiettato }, indice) => emettibile && (indice > 1 || proiettato))
    .map(({ trimestre, calcoli, proiettato }) => {
      const scadenza = calcoli[0]?.scadenza;
      const entro = scadenza === undefined ? '' : formatGiornoItaliano(scadenza.giornoSicuro ?? scadenza.scadenza);
      const quanto = euroIt(somma(calcoli.map(({ totale }) => totale)));
      const quando = proiettato ? 'appena l’INPS pubblica la sua tabella' : 'dopo gli altri, a parte';
      return italiano`Il bollettino del ${formatTrimestre(trimestre)} si emette ${quando}: ${proiettato ? 'circa ' : ''}${quanto}, entro il ${entro}.`;
    });
}

/** A bollettino of a quarter after the last one asks for work that there will not be. */
async function beyondTheEnd(
  app: Applicazione,
  contesto: Contesto,
  rapportoId: Id,
  { contributi }: Cessazione,
): Promise<string[]> {
  const ultimo = contributi.at(-1)?.trimestre;
  if (ultimo === undefined) return [];
  const { righe } = await app.bollettini.carrello(contesto);
  return righe
    .filter(
      ({ rapporto, bollettino }) => rapporto.id === rapportoId && confrontaTrimestri(bollettino.trimestre, ultimo) > 0,
    )
    .map(
      ({ bollettino }) =>
        italiano`Nel carrello c’è un bollettino del ${formatTrimestre(bollettino.trimestre)}, dopo la fine: eliminarlo.`,
    );
}

/** A year of which other hours were paid than the terms come to was perhaps another pay: the TFR is reckoned by the terms. */
function otherHours(anni: readonly OreDellAnno[], { tfr, dati }: Cessazione): string[] {
  const contati = new Set(tfr.anni.map(({ anno }) => anno));
  for (const { anno } of dati.retribuzioni) contati.delete(anno);
  return anni
    .filter(({ anno, versate, pattuite, daVersare }) => {
      return contati.has(anno) && daVersare === 0 && versate.minus(pattuite).abs().gt(ORE_DI_SCARTO);
    })
    .map(
      ({ anno, versate, pattuite }) =>
        italiano`Nel ${anno} sono state versate ${decimaleIt(versate)} ore, e le condizioni ne danno ${decimaleIt(pattuite)}: il TFR è contato su queste. ` +
        'Se la paga di quell’anno è stata un’altra, scriverla (malattia, infortunio e maternità contano come lavorate: art. 2120 c.c.).',
    );
}

function nothingToIssue(): ErroreDati {
  return new ErroreDati('nulla-da-versare/fine', { campo: 'cessazione' });
}
