import { randomUUID } from 'node:crypto';
import type { Contesto } from '../accesso/contesto.ts';
import type { IdentitaSimulata } from '../accesso/servizio-accesso.ts';
import type { RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import type { NuovoRapporto } from '../anagrafe/registro-rapporti.ts';
import type { Archivio } from '../archivio/archivio.ts';
import type { StatoArchivio } from '../archivio/stato-archivio.ts';
import type { Bollettino } from '../bollettini/bollettino.ts';
import { prefissoCodiceInps } from '../bollettini/codice-inps.ts';
import { createServizioBollettini } from '../bollettini/crea-servizio-bollettini.ts';
import type { DipendenzeBollettini } from '../bollettini/dipendenze.ts';
import { progressivoCodiceInps } from '../bollettini/emissione.ts';
import { leggiNorma } from '../norme/lettura.ts';
import { confrontaTrimestri } from '../scadenze/trimestre.ts';
import { centesimi } from '../valori/denaro.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import type { Giorno } from '../valori/giorno.ts';
import { packagePath } from '../valori/package-root.ts';
import { pagaPerProva } from './demo-pagamenti.ts';
import { type BollettinoDemo, type DatoreDemo, type Demo, type RapportoDemo, schemaDemo } from './schema-demo.ts';

let letta: Demo | undefined;

/** The demo data shipped with the package, read once. */
export function demo(): Demo {
  return (letta ??= leggiNorma(packagePath('rules'), 'demo.yaml', schemaDemo));
}

/** Where the archive says how far the demo data are. */
export const NOME_STATO = 'demo';
export const DEMO_CARICATA = 'caricata';

/** What demo data are written with, each on its own day. */
export type ArchivioDemo = Omit<DipendenzeBollettini, 'archivio' | 'clock'> & {
  readonly archivio: Archivio;
  readonly stato: StatoArchivio;
};

/**
 * Loads the demo data into an empty archive, each bollettino issued and paid on its own day by the very services that people
 * use. An archive with other people's data stays as it is; a loading that was interrupted is completed.
 */
export async function loadDemo(
  dip: ArchivioDemo,
): Promise<{ readonly datori: number; readonly rapporti: number; readonly bollettini: number }> {
  const { datori } = demo();
  const rapporti = datori.flatMap((datore) => datore.rapporti.map((rapporto) => ({ datore, rapporto })));
  const conti = {
    datori: datori.length,
    rapporti: rapporti.length,
    bollettini: rapporti.reduce((quanti, { rapporto }) => quanti + rapporto.bollettini.length, 0),
  };
  const gia = await dip.stato.leggi(NOME_STATO);
  if (gia === DEMO_CARICATA) return conti;
  if (gia === undefined && !(await dip.stato.vuoto())) return { datori: 0, rapporti: 0, bollettini: 0 };
  await dip.stato.scrivi(NOME_STATO, 'in-corso');
  for (const { datore, rapporto } of rapporti) {
    const registrato = await dip.archivio.registro.registra(toNuovo(datore, rapporto));
    for (const bollettino of rapporto.bollettini) await issue(dip, registrato, bollettino);
  }
  await dip.stato.scrivi(NOME_STATO, DEMO_CARICATA);
  return conti;
}

/** Issues a bollettino on its day, and pays it on its own. What is there already stays as it is. */
export async function issue(
  dip: Omit<ArchivioDemo, 'stato'>,
  rapporto: RapportoDiLavoro,
  dati: BollettinoDemo,
): Promise<void> {
  const { trimestre, codiceInps, emesso, attoInterruttivo, pagato } = dati;
  if (codiceInps !== undefined) {
    const nome = progressivoCodiceInps(prefissoCodiceInps(rapporto.codice, trimestre));
    await dip.archivio.letture.progressivi.almeno(nome, Number(codiceInps.slice(12)) - 1);
  }
  const contesto = contestoDemo(rapporto);
  const bollettini = createServizioBollettini({ ...dip, clock: clockOf(emesso) });
  await ignoreIfThere(bollettini.emetti(contesto, rapporto.id, trimestre));
  const { righe } = await bollettini.carrello(contesto);
  const suoi: Bollettino[] = righe
    .map((riga) => riga.bollettino)
    .filter((b) => b.rapportoId === rapporto.id && confrontaTrimestri(b.trimestre, trimestre) === 0);
  if (attoInterruttivo !== undefined) {
    const quelGiorno = createServizioBollettini({ ...dip, clock: clockOf(attoInterruttivo) });
    for (const { id } of suoi) await quelGiorno.dichiaraAtto(contesto, id, attoInterruttivo);
  }
  if (pagato === undefined) return;
  for (const bollettino of suoi)
    await pagaPerProva({ ...dip, clock: clockOf(pagato.il) }, contesto, bollettino, pagato);
}

const GIA_FATTO = new Set(['bollettino-gia-emesso', 'trimestre-gia-pagato', 'carrello-cambiato']);

/** What an interrupted loading had done already. */
export async function ignoreIfThere(emissione: Promise<unknown>): Promise<void> {
  try {
    await emissione;
  } catch (errore) {
    const gia = errore instanceof ErroreDati && GIA_FATTO.has(errore.codice);
    if (!gia) throw errore;
  }
}

/** Who does it. */
export function contestoDemo({ datoreId }: RapportoDiLavoro): Contesto {
  return { actor: { tipo: 'sistema', nome: 'demo' }, subject: { datoreId }, authority: { tipo: 'operatore' } };
}

/** Late morning of that day in Italy. */
function clockOf(giorno: Giorno) {
  return { now: () => new Date(`${giorno}T09:30:00Z`) };
}

function toNuovo(datore: DatoreDemo, rapporto: RapportoDemo): NuovoRapporto {
  const [prima, ...altre] = rapporto.condizioni.map((c) => ({
    dal: c.dal,
    oreSettimanali: c.oreSettimanali,
    paga:
      c.pagaMensile === undefined
        ? ({ tipo: 'oraria', importo: c.pagaOraria ?? centesimi(0) } as const)
        : ({ tipo: 'mensile', importo: c.pagaMensile } as const),
    vittoAlloggioGiorni: c.vittoAlloggioGiorni ?? 0,
    senzaCuaf: c.senzaCuaf ?? false,
    tempoDeterminato: c.tempoDeterminato ?? false,
    ...(c.associazione !== undefined && { associazione: c.associazione }),
  }));
  if (prima === undefined) throw new Error('a demo rapporto without terms');
  const { codiceFiscale, cognome, nome, indirizzo } = datore;
  return {
    codice: rapporto.codice,
    datore: { codiceFiscale, cognome, nome, ...(indirizzo !== undefined && { indirizzo }) },
    lavoratore: rapporto.lavoratore,
    assunzione: rapporto.assunzione,
    ...(rapporto.cessazione !== undefined && { cessazione: rapporto.cessazione }),
    condizioni: [prima, ...altre],
  };
}

/**
 * The invented people who can be chosen where a real login would stand.
 * @param conOggi those of `preparaDemoDiOggi` too, first
 */
export function identitaDemo(adesso: Date, conOggi: boolean): readonly IdentitaSimulata[] {
  const { datori: diSempre, altreIdentita, diOggi } = demo();
  const datori = [...(conOggi ? diOggi : []), ...diSempre];
  const codici = new Map(datori.map(({ codiceFiscale, rapporti }) => [codiceFiscale, rapporti[0]?.codice]));
  const lavoratori = datori.flatMap(({ rapporti }) => rapporti.map(({ lavoratore }) => lavoratore));
  return [...datori, ...lavoratori, ...altreIdentita].flatMap(({ codiceFiscale, cognome, nome, identita }) =>
    identita === undefined
      ? []
      : [
          {
            descrizione: identita.descrizione,
            codiceRapporto: codici.get(codiceFiscale),
            identita: {
              cf: codiceFiscale,
              name: nome,
              familyName: cognome,
              birthDate: identita.nascita,
              scheme: identita.schema,
              loa: identita.livello,
              dispositive: identita.dispositiva,
              idpEntityId: `simulato:${identita.schema.toLowerCase()}`,
              subjectId: `simulato:${codiceFiscale}`,
              authnInstant: adesso.toISOString(),
              messageId: randomUUID(),
              evidenceRef: 'simulato',
            },
          },
        ],
  );
}
