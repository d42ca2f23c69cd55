import fc from 'fast-check';

/** Ways in which every payment gets its receipt, sooner or later, if one knows how to wait and ask. */
const FEDELI = [
  'eseguito',
  'non-eseguito',
  'non-autorizzato',
  'annullato',
  'scaduto',
  'esito-sconosciuto',
  'errore-invio',
  'rt-in-ritardo',
  'duplicato',
  'negativa-poi-positiva',
  'positiva-poi-negativa',
  'sconosciuto',
] as const;
/** A cart's receipt that is not sent, or cannot be read, is there to be asked for; a notice's is not. */
const FEDELI_DEL_CARRELLO = [...FEDELI, 'rt-mai', 'rt-malformata'] as const;
/** Ways in which money comes without a receipt, or with one that is wrong. */
const INFEDELI = [
  'rt-persa',
  'importo-errato',
  'parziale',
  'decorrenza-parziale',
  'data-validita-decorsa',
  'rt-mai',
  'rt-malformata',
  'senza-rpt',
] as const;
/** Receipts that put a payment in verifica. */
const DA_VERIFICARE = ['importo-errato', 'parziale', 'decorrenza-parziale'] as const;
const DEL_NODO = ['risposta-malformata', 'nodo-irraggiungibile', 'fault-errato'] as const;

const GIORNO = 24 * 60;
const quale = fc.nat({ max: 7 });
/** On both sides of the 24 hours that part the groups of weeks. */
export const ORE_SETTIMANALI = [20, 24, 25, 30] as const;
const oreSettimanali = fc.constantFrom(...ORE_SETTIMANALI);

/** One thing that happens. `quale` picks among what is there; `scenario` is how pagoPA behaves from this payment on. */
export type Passo =
  | { readonly che: 'emetti'; readonly trimestre: number }
  | {
      readonly che: 'racconta';
      readonly trimestre: number;
      readonly oreSettimanali: number;
      readonly settimane?: number | undefined;
      readonly sostituisci: boolean;
      readonly integra: boolean;
    }
  | { readonly che: 'modifica'; readonly quale: number; readonly oreSettimanali: number }
  | { readonly che: 'elimina' | 'conferma' | 'conferma-due-volte' | 'invia' | 'esci'; readonly quale: number }
  | {
      readonly che: 'paga' | 'compra' | 'restituisci';
      readonly quale: number;
      readonly scenario: string;
      readonly volte: number;
    }
  | {
      readonly che: 'sportello';
      readonly quale: number;
      readonly decisione: 'incassa' | 'rifiuta' | 'trattieni';
      readonly scenario: string;
    }
  | { readonly che: 'torna'; readonly quale: number; readonly esito: 'OK' | 'ERROR' | 'DIFFERITO' }
  | { readonly che: 'nodo-male'; readonly scenario: string; readonly volte: number }
  | { readonly che: 'passano' | 'ente-fermo'; readonly minuti: number }
  | { readonly che: 'ripeti-messaggio'; readonly quale: number }
  | { readonly che: 'risposte-perse'; readonly quante: number }
  | { readonly che: 'sorveglia' | 'riavvia-ente' | 'riavvia-nodo' | 'flussi' };

/** A story: how carts reach pagoPA and notices are paid, whether every payment will have its receipt, and what happens. */
export interface Storia {
  readonly consegna: 'carrello-rpt' | 'checkout';
  /** How PSPs pay notices. */
  readonly modello: 'avvisi' | 'rpt';
  readonly fedele: boolean;
  readonly passi: readonly Passo[];
}

function passo(consegna: Storia['consegna'], fedele: boolean): fc.Arbitrary<Passo> {
  const avviso: readonly string[] = fedele ? FEDELI : [...FEDELI, ...INFEDELI];
  const carrello = consegna === 'checkout' ? avviso : fedele ? FEDELI_DEL_CARRELLO : [...FEDELI, ...INFEDELI];
  const delCarrello = { quale, scenario: fc.constantFrom(...carrello), volte: fc.constantFrom(1, 2, 1_000) };
  const daVerificare = { quale, scenario: fc.constantFrom(...DA_VERIFICARE), volte: fc.constant(1) };
  const solo = <T extends Passo['che']>(...che: T[]) => fc.constantFrom(...che);
  return fc.oneof(
    { weight: 3, arbitrary: fc.record({ che: solo('emetti'), trimestre: quale }) },
    {
      weight: 6,
      arbitrary: fc.record({
        che: solo('racconta'),
        // Mostly quarters of the first ones, which have something already.
        trimestre: fc.nat({ max: 4 }),
        oreSettimanali,
        settimane: fc.constantFrom(undefined, undefined, undefined, 6, 7),
        sostituisci: fc.constantFrom(true, true, false),
        integra: fc.constantFrom(true, true, false),
      }),
    },
    { weight: 2, arbitrary: fc.record({ che: solo('modifica'), quale, oreSettimanali }) },
    { weight: 8, arbitrary: fc.record({ che: solo('compra'), ...delCarrello }) },
    { weight: 3, arbitrary: fc.record({ che: solo('paga'), ...delCarrello }) },
    { weight: fedele ? 0 : 4, arbitrary: fc.record({ che: solo('restituisci'), ...daVerificare }) },
    { weight: 8, arbitrary: fc.record({ che: solo('conferma', 'conferma-due-volte', 'invia', 'esci'), quale }) },
    { weight: 2, arbitrary: fc.record({ che: solo('elimina'), quale }) },
    {
      weight: 4,
      arbitrary: fc.record({
        che: solo('sportello'),
        quale,
        decisione: fc.constantFrom('incassa' as const, 'incassa' as const, 'rifiuta' as const, 'trattieni' as const),
        scenario: fc.constantFrom(...avviso),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ che: solo('torna'), quale, esito: fc.constantFrom('OK', 'ERROR', 'DIFFERITO') }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        che: solo('nodo-male'),
        scenario: fc.constantFrom(...DEL_NODO),
        volte: fc.constantFrom(1, 3),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ che: solo('passano'), minuti: fc.constantFrom(2, 10, 35, 70, GIORNO, 3 * GIORNO) }),
    },
    { weight: 1, arbitrary: fc.record({ che: solo('ente-fermo'), minuti: fc.constantFrom(1, 70) }) },
    { weight: 4, arbitrary: fc.record({ che: solo('ripeti-messaggio'), quale }) },
    { weight: 2, arbitrary: fc.record({ che: solo('risposte-perse'), quante: fc.constantFrom(1, 2) }) },
    { weight: 3, arbitrary: fc.record({ che: solo('sorveglia', 'riavvia-ente', 'riavvia-nodo', 'flussi') }) },
  );
}

/** Random stories of both ways of paying; shrinking drops steps one by one. */
export const storia: fc.Arbitrary<Storia> = fc
  .record({
    // Checkout pays through notices, and only in their model.
    vie: fc.constantFrom(
      { consegna: 'carrello-rpt', modello: 'avvisi' } as const,
      { consegna: 'carrello-rpt', modello: 'rpt' } as const,
      { consegna: 'checkout', modello: 'avvisi' } as const,
    ),
    fedele: fc.boolean(),
  })
  .chain(({ vie, fedele }) =>
    fc.record({
      consegna: fc.constant(vie.consegna),
      modello: fc.constant(vie.modello),
      fedele: fc.constant(fedele),
      passi: fc.array(passo(vie.consegna, fedele), { minLength: 5, maxLength: 40, size: 'max' }),
    }),
  );
