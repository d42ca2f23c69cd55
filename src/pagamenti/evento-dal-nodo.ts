import type { EnteCreditore } from '../pagopa/ente-creditore.ts';
import type { Evento } from './giornale-eventi.ts';

/** A message of the node to us, or our answer to it, as the journal keeps it. */
export function eventoDalNodo(
  ente: EnteCreditore,
  dati: Pick<Evento, 'tipo' | 'sottotipo' | 'messaggio'> & {
    readonly esito?: string;
    readonly chiave?: { readonly dominio: string; readonly iuv: string; readonly ccp?: string } | undefined;
  },
): Evento {
  const { chiave, ...resto } = dati;
  return {
    categoria: 'INTERFACCIA',
    componente: 'FESP',
    fruitore: 'NodoDeiPagamentiSPC',
    erogatore: ente.codiceFiscale,
    stazione: ente.stazione,
    ...resto,
    ...(chiave !== undefined && {
      dominio: chiave.dominio,
      iuv: chiave.iuv,
      ...(chiave.ccp !== undefined && { ccp: chiave.ccp }),
    }),
  };
}
