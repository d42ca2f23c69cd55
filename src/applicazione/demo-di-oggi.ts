import type { RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import type { NuovoRapporto } from '../anagrafe/registro-rapporti.ts';
import { norme } from '../norme/norme.ts';
import { scadenzaDelRapporto } from '../scadenze/scadenza-del-rapporto.ts';
import { estremi, formatTrimestre, type Trimestre, trimestrePrecedente } from '../scadenze/trimestre.ts';
import { aggiungiGiorni, type Giorno, giornoInItalia, partiDelGiorno } from '../valori/giorno.ts';
import { type ArchivioDemo, contestoDemo, DEMO_CARICATA, demo, ignoreIfThere, issue, NOME_STATO } from './demo.ts';
import { confermaPerProva } from './demo-pagamenti.ts';
import type { Clock } from '../valori/clock.ts';
import type { DatoreDiOggi, RapportoDiOggi } from './schema-demo.ts';

const NOME_STATO_OGGI = 'demo-di-oggi';
/** Days after its issue on which a bollettino of the past was paid. */
const GIORNI_PER_PAGARE = 4;

/**
 * Keeps the demo alive: employers whose quarters are told backwards from today, one to pay now, one late, one paid, one left on
 * pagoPA. The first time their whole past is made; in a new quarter only its own bollettini. Nothing where the archive holds
 * other people's data.
 * @returns whether those employers are there
 */
export async function preparaDemoDiOggi(dip: ArchivioDemo & { readonly clock: Clock }): Promise<boolean> {
  if ((await dip.stato.leggi(NOME_STATO)) !== DEMO_CARICATA) return false;
  const oggi = giornoInItalia(dip.clock.now());
  const adesso = quarterToPay(oggi);
  const fatto = await dip.stato.leggi(NOME_STATO_OGGI);
  if (fatto === formatTrimestre(adesso)) return true;
  for (const datore of demo().diOggi) {
    for (const dati of datore.rapporti) {
      const rapporto = await dip.archivio.registro.registra(toNuovo(datore, dati, adesso));
      await live(dip, rapporto, { dati, adesso, oggi, soloNuovo: fatto !== undefined });
    }
  }
  await dip.stato.scrivi(NOME_STATO_OGGI, formatTrimestre(adesso));
  return true;
}

interface Vita {
  readonly dati: RapportoDiOggi;
  readonly adesso: Trimestre;
  readonly oggi: Giorno;
  readonly soloNuovo: boolean;
}

async function live(
  dip: ArchivioDemo & { readonly clock: Clock },
  rapporto: RapportoDiLavoro,
  { dati, adesso, oggi, soloNuovo }: Vita,
): Promise<void> {
  for (const { indietro, cosa } of dati.trimestri) {
    if (cosa === 'scoperto' || (soloNuovo && indietro > 0)) continue;
    const trimestre = back(adesso, indietro);
    const dopo = aggiungiGiorni(estremi(trimestre).ultimo, 1);
    const emesso = dopo < oggi ? dopo : oggi;
    const pagato = {
      il: aggiungiGiorni(emesso, GIORNI_PER_PAGARE),
      psp: 'Banca di Prova',
      commissione: dati.commissione,
    };
    await ignoreIfThere(issue(dip, rapporto, { trimestre, emesso, ...(cosa === 'pagato' && { pagato }) }));
    if (cosa === 'confermato') {
      await ignoreIfThere(confermaPerProva(dip, contestoDemo(rapporto), { rapporto, trimestre }));
    }
  }
}

/** The quarter whose due date has not passed, among those of years with a table: the last that is over, or the one under way. */
function quarterToPay(oggi: Giorno): Trimestre {
  const { anno, mese } = partiDelGiorno(oggi);
  const corrente: Trimestre = { anno, numero: Math.ceil(mese / 3) as Trimestre['numero'] };
  const prima = trimestrePrecedente(corrente);
  const inTempo = oggi <= scadenzaDelRapporto(prima, undefined, norme()).scadenza;
  const ultimo = norme().anni.at(-1) ?? anno;
  if (inTempo || anno > ultimo) return prima.anno > ultimo ? { anno: ultimo, numero: 4 } : prima;
  return corrente;
}

function back(trimestre: Trimestre, quanti: number): Trimestre {
  return quanti === 0 ? trimestre : back(trimestrePrecedente(trimestre), quanti - 1);
}

function toNuovo(datore: DatoreDiOggi, dati: RapportoDiOggi, adesso: Trimestre): NuovoRapporto {
  const { codiceFiscale, cognome, nome, indirizzo } = datore;
  const primo = back(adesso, Math.max(...dati.trimestri.map(({ indietro }) => indietro)));
  const assunzione = estremi(primo).primo;
  const { codice, lavoratore, oreSettimanali, pagaOraria } = dati;
  return {
    codice,
    datore: { codiceFiscale, cognome, nome, indirizzo },
    lavoratore,
    assunzione,
    condizioni: [
      {
        dal: assunzione,
        oreSettimanali,
        paga: { tipo: 'oraria', importo: pagaOraria },
        vittoAlloggioGiorni: 0,
        senzaCuaf: false,
        tempoDeterminato: false,
      },
    ],
  };
}
