import type { StatoTrimestre } from '../../prospetti/scoperti/index.ts';
import { estremi, formatTrimestre } from '../../scadenze/trimestre.ts';
import { loadCatalogo, type Testi } from '../../testi/catalogo.ts';
import type { RapportoDelLavoratore, SituazioneDelLavoratore, TrimestreDelLavoratore } from '../lavoratore.ts';
import { ICONE_DI_STATO } from './da-fare/righe.ts';
import { FormatiDiLingua } from './formati-di-lingua.ts';

/** The languages of most domestic workers in Italy, beside Italian. */
export const LINGUE_DEL_LAVORATORE = ['it', 'ro', 'uk', 'es', 'en', 'fil'] as const;
export type LinguaDelLavoratore = (typeof LINGUE_DEL_LAVORATORE)[number];

/** Its day has passed and nothing pays it. */
const SCADUTI: ReadonlySet<StatoTrimestre> = new Set(['scaduto', 'mancante', 'prescritto']);
const NON_ANCORA: ReadonlySet<StatoTrimestre> = new Set(['da-pagare', 'in-pagamento', 'non-aperto', 'sospeso']);
/** Where nothing is known. */
const NIENTE = '–';

type Lettura = ReturnType<typeof createViste>[LinguaDelLavoratore];

/** The worker's page in each of its languages. */
export function createVisteDelLavoratore() {
  const letture = createViste();
  return {
    /** @returns what the template prints, all of it in that language */
    pagina(lingua: LinguaDelLavoratore, { rapporti, estratto }: SituazioneDelLavoratore) {
      const lettura = letture[lingua];
      const { testi, formati } = lettura;
      return {
        lingua,
        t: (chiave: string, valori?: Readonly<Record<string, string | number>>) => testi.testo(chiave, valori),
        lingue: LINGUE_DEL_LAVORATORE.map((una) => ({ codice: una, nome: letture[una].testi.testo('lingua.nome') })),
        rapporti: rapporti.map((uno) => toVistaRapporto(uno, lettura)),
        anni: estratto.anni.map(({ anno, settimaneAccreditate }) => ({
          anno: String(anno),
          settimane: formati.numero(settimaneAccreditate),
        })),
      };
    },
  };
}

function createViste() {
  const catalogo = loadCatalogo('lavoratore', LINGUE_DEL_LAVORATORE);
  const coppie = LINGUE_DEL_LAVORATORE.map(
    (lingua) => [lingua, { testi: catalogo[lingua], formati: new FormatiDiLingua(lingua) }] as const,
  );
  return Object.fromEntries(coppie) as Record<
    LinguaDelLavoratore,
    { readonly testi: Testi; readonly formati: FormatiDiLingua }
  >;
}

function toVistaRapporto({ rapporto, datore, trimestri }: RapportoDelLavoratore, lettura: Lettura) {
  const { testi, formati } = lettura;
  const mancano = trimestri.filter(({ stato }) => SCADUTI.has(stato)).length;
  const nessuno = trimestri.every(({ stato }) => NON_ANCORA.has(stato));
  return {
    codice: rapporto.codice,
    datore: `${datore.nome} ${datore.cognome}`,
    assunzione: formati.giorno(rapporto.assunzione),
    fine: rapporto.cessazione === undefined ? testi.testo('rapporto.dura') : formati.giorno(rapporto.cessazione),
    tono: mancano > 0 ? 'attenzione' : nessuno ? 'info' : 'successo',
    esito:
      mancano > 0
        ? testi.testo('esito.mancano', { n: mancano })
        : testi.testo(nessuno ? 'esito.nessuno' : 'esito.tutti'),
    trimestri: trimestri.map((uno) => toVistaTrimestre(uno, lettura)),
  };
}

function toVistaTrimestre({ trimestre, stato, scadenza, pagato }: TrimestreDelLavoratore, { testi, formati }: Lettura) {
  const { primo, ultimo } = estremi(trimestre);
  return {
    trimestre: formatTrimestre(trimestre),
    mesi: formati.mesi(primo, ultimo),
    stato,
    icona: ICONE_DI_STATO[stato],
    parole: testi.testo(`stato.${stato}`, { giorno: formati.giorno(scadenza) }),
    ore: pagato === null ? NIENTE : formati.numero(pagato.ore),
    paga: pagato?.paga == null ? NIENTE : formati.euro(pagato.paga),
    settimane: pagato === null ? NIENTE : formati.numero(pagato.settimaneAccreditate),
    pagatoIl: pagato === null ? NIENTE : formati.giorno(pagato.il),
    importo: pagato === null ? NIENTE : formati.euro(pagato.importo),
  };
}
