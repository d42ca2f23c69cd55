import type { Sessione } from '../../archivio/sessioni.ts';
import type { EsitoPagamento } from '../../scenari/scenario.ts';
import type { Fonte } from './fonte.ts';

/** Ends each session once at a time: whoever comes second waits for what the first began. */
export function fineUnica(
  chiudi: (sessione: Sessione, esito: EsitoPagamento) => ReturnType<Fonte['concludi']>,
): Fonte['concludi'] {
  const inCorso = new Map<string, ReturnType<Fonte['concludi']>>();
  return (sessione, esito) => {
    const gia = inCorso.get(sessione.id);
    if (gia !== undefined) return gia;
    const lavoro = chiudi(sessione, esito).finally(() => inCorso.delete(sessione.id));
    inCorso.set(sessione.id, lavoro);
    return lavoro;
  };
}
