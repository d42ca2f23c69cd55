/** What befalls a work that is done again and again. */
export interface GuastoCheDura {
  /** It failed: told when it fails otherwise than the last time, or had gone well since. */
  readonly male: (errore: unknown) => void;
  /** It went well. */
  readonly bene: () => void;
}

/**
 * A fault that lasts is told once: a round that fails every second would write the same line every second.
 * @param di tells of it
 */
export function createGuastoCheDura(di: (errore: unknown) => void): GuastoCheDura {
  let detto: string | undefined;
  return {
    male(errore) {
      const questo = firma(errore);
      if (questo === detto) return;
      detto = questo;
      di(errore);
    },
    bene() {
      detto = undefined;
    },
  };
}

/** Two faults with the same code are one, whatever was asked. */
function firma(errore: unknown): string {
  if (!(errore instanceof Error)) return String(errore);
  const { code } = errore as { readonly code?: unknown };
  return typeof code === 'string' ? code : `${errore.name} ${errore.message}`;
}
