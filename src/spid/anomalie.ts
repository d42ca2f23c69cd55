/** What a provider's error code means for the person: the official table of messages (spid-regole-tecniche, messaggi di errore). */
export interface Anomalia {
  readonly titolo: string;
  readonly spiegazione: string;
  /** Whether trying again may help; otherwise the person has to do something first, or we have. */
  readonly riprovare: boolean;
}

const NOSTRA: Anomalia = {
  titolo: 'La richiesta di accesso non è stata accettata',
  spiegazione:
    'Il gestore dell’identità non ha accettato la richiesta di questo servizio. Non dipende da chi accede: riprovare più tardi, oppure entrare in un altro modo.',
  riprovare: true,
};

const ANOMALIE: ReadonlyMap<number, Anomalia> = new Map([
  ...Array.from({ length: 11 }, (_, i) => [i + 8, NOSTRA] as const),
  [
    19,
    {
      titolo: 'Credenziali errate più volte',
      spiegazione:
        'L’accesso è fallito perché le credenziali sono state scritte male troppe volte. Controllarle sul sito del proprio gestore e riprovare.',
      riprovare: true,
    },
  ],
  [
    20,
    {
      titolo: 'Serve un’identità di livello più alto',
      spiegazione:
        'L’identità digitale usata non ha credenziali del livello chiesto da questo servizio. Il gestore spiega come ottenerle; poi si può riprovare.',
      riprovare: true,
    },
  ],
  [
    21,
    {
      titolo: 'Tempo scaduto',
      spiegazione: 'È passato troppo tempo durante l’accesso presso il gestore dell’identità. Riprovare.',
      riprovare: true,
    },
  ],
  [
    22,
    {
      titolo: 'Consenso non dato',
      spiegazione:
        'Non è stato dato il consenso a inviare i propri dati a questo servizio: senza codice fiscale, nome e data di nascita non si può sapere quali rapporti di lavoro mostrare.',
      riprovare: true,
    },
  ],
  [
    23,
    {
      titolo: 'Identità sospesa, revocata o bloccata',
      spiegazione:
        'L’identità digitale usata è sospesa o revocata, oppure le sue credenziali sono bloccate. Rivolgersi al proprio gestore dell’identità.',
      riprovare: false,
    },
  ],
  [
    25,
    {
      titolo: 'Accesso annullato',
      spiegazione: 'L’accesso è stato annullato presso il gestore dell’identità. Si può riprovare quando si vuole.',
      riprovare: true,
    },
  ],
  [
    30,
    {
      titolo: 'Questo tipo di identità non è adatto',
      spiegazione:
        'È stata usata un’identità digitale di un tipo che questo servizio non accetta: serve quella di una persona fisica.',
      riprovare: true,
    },
  ],
]);

/** The number in a `StatusMessage` such as «ErrorCode nr19»; undefined for any other text. */
export function codiceAnomalia(messaggio: string): number | undefined {
  const numero = /^\s*ErrorCode nr\s?(\d{1,2})\s*$/.exec(messaggio)?.[1];
  return numero === undefined ? undefined : Number(numero);
}

/** What to tell the person; a code outside the table, or none, is told as a refusal of our request. */
export function anomaliaDi(codice: number | undefined): Anomalia {
  return ANOMALIE.get(codice ?? 0) ?? NOSTRA;
}

export const CODICI_ANOMALIA: readonly number[] = [...ANOMALIE.keys()];
