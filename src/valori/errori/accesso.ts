/** Who comes in, and what they may do. */
export const ACCESSO = {
  'accesso-non-riconosciuto':
    'Codice fiscale e codice rapporto non corrispondono a un rapporto di lavoro: ricontrollare entrambi.',
  'nessun-rapporto':
    'A questo codice fiscale non risultano rapporti di lavoro domestico, né come datore di lavoro né come lavoratore.',
  'solo-consultazione':
    'Con queste credenziali si può solo consultare: per modificare e pagare serve un’identità di livello 2 o un PIN dispositivo.',
  'solo-consultazione/lavoratore':
    'Chi lavora vede quello che è stato pagato per lui: cambiare e pagare spetta al datore di lavoro.',
  'troppi-tentativi': 'Troppi tentativi. Riprovare fra {quanto}, oppure entrare con un’identità digitale.',
  'troppi-tentativi/richieste': 'Troppe richieste in poco tempo. Riprovare fra un minuto.',
} as const;
