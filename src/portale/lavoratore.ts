import type { Contesto } from '../accesso/contesto.ts';
import { RIDOTTA } from '../accesso/visibilita.ts';
import type { RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import type { Applicazione } from '../applicazione/applicazione.ts';
import { type Estratto, estratto, type Persona } from '../prospetti/attestazione/index.ts';
import type { RigaScoperti, StatoTrimestre } from '../prospetti/scoperti/index.ts';
import { confrontaTrimestri, type Trimestre } from '../scadenze/trimestre.ts';
import { Decimale } from '../valori/decimale.ts';
import { type Centesimi, somma } from '../valori/denaro.ts';
import { NonTrovato } from '../valori/errore-dati.ts';
import type { Giorno } from '../valori/giorno.ts';
import { lettoIl, pagatiDi, situazioniDi } from './prospetti.ts';

/** The worker's side: what was paid for them, by whatever employer. Pages, paper and table all pass here. */

/** A quarter as the worker may see it: its state, and what was declared and paid; nothing of what an employer still prepares. */
export interface TrimestreDelLavoratore {
  readonly trimestre: Trimestre;
  readonly stato: StatoTrimestre;
  readonly scadenza: Giorno;
  /** Null where nothing was paid. */
  readonly pagato: {
    readonly ore: Decimale;
    /** Of an hour, as the latest payment declares it; null where its band does not ask for it. */
    readonly paga: Centesimi | null;
    readonly settimaneAccreditate: number;
    readonly importo: Centesimi;
    readonly il: Giorno;
  } | null;
}

/** A rapporto in which the worker works or worked, its quarters the latest first. */
export interface RapportoDelLavoratore {
  readonly rapporto: RapportoDiLavoro;
  readonly datore: Persona;
  readonly trimestri: readonly TrimestreDelLavoratore[];
}

/** What there is of a worker. */
export interface SituazioneDelLavoratore {
  readonly rapporti: readonly RapportoDelLavoratore[];
  readonly estratto: Estratto;
}

/**
 * @param contesti of the worker, one for each rapporto, as `contestiDelLavoratore` gives them
 * @throws NonTrovato when there is none (any more)
 */
export async function situazioneDelLavoratore(
  app: Applicazione,
  contesti: readonly Contesto[],
): Promise<SituazioneDelLavoratore> {
  const visti = await Promise.all(
    contesti.map(async (contesto) => {
      const [{ datore, pagati }, [situazione]] = await Promise.all([
        pagatiDi(app, contesto),
        situazioniDi(app, contesto),
      ]);
      if (situazione === undefined) throw new NonTrovato('Rapporto di lavoro');
      const ridotto = comeLoVede(datore);
      return {
        ...situazione,
        datore: ridotto,
        pagati: pagati.map((uno) => ({ ...uno, ...SENZA_CODICI, datore: ridotto })),
      };
    }),
  );
  const [primo] = visti;
  if (primo === undefined) throw new NonTrovato('Rapporto di lavoro');
  const pagati = visti.flatMap((uno) => uno.pagati);
  const suo = estratto(primo.rapporto.lavoratore, pagati, lettoIl(app));
  return {
    estratto: suo,
    rapporti: visti.map(({ rapporto, datore, prospetto }) => ({
      rapporto,
      datore,
      trimestri: prospetto.righe
        .map((riga) =>
          toTrimestre(
            riga,
            suo.righe.filter((pagata) => pagata.codiceRapporto === rapporto.codice),
          ),
        )
        .reverse(),
    })),
  };
}

/** By what the employer paid is the employer's. */
const SENZA_CODICI = { iuv: null, codiceAvviso: null, ricevuta: null } as const;

/** The name that stands on INPS's extract; of the codice fiscale the ends alone. */
function comeLoVede({ cognome, nome, codiceFiscale }: Persona): Persona {
  return { cognome, nome, codiceFiscale: RIDOTTA.codiceFiscale(codiceFiscale) };
}

function toTrimestre(riga: RigaScoperti, pagate: Estratto['righe']): TrimestreDelLavoratore {
  const { trimestre, stato, scadenza } = riga;
  const sue = pagate.filter((pagata) => confrontaTrimestri(pagata.trimestre, trimestre) === 0);
  const ultima = sue.at(-1);
  return {
    trimestre,
    stato,
    scadenza,
    pagato:
      ultima === undefined
        ? null
        : {
            ore: sue.reduce((totale, { ore, doppio }) => (doppio ? totale : totale.plus(ore)), new Decimale(0)),
            paga: ultima.retribuzioneOrariaEffettiva,
            settimaneAccreditate: sue.reduce((totale, una) => totale + (una.settimaneAccreditate ?? 0), 0),
            importo: somma(sue.map(({ importo }) => importo)),
            il: ultima.pagatoIl,
          },
  };
}
