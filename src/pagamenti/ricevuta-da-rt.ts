import { inOraItaliana } from '../pagopa/data-ora.ts';
import type { Rt } from '../pagopa/rpt/rt.ts';
import type { Soggetto } from '../pagopa/rpt/soggetto.ts';
import { formatEuro } from '../valori/denaro.ts';
import { giornoPagatoRt } from './quando-pagato.ts';
import type { Ricevuta } from './servizio-pagamenti.ts';

/** Who paid, as a message names them. */
export function personaDi({ codice, anagrafica }: Soggetto): NonNullable<Ricevuta['versante']> {
  return { codiceFiscale: codice, nome: anagrafica };
}

/** What the paper copy of an RT shows (SANP 3.0 §2.01). Ours have one versamento, so the first payment is the payment. `il`: when it arrived. */
export function ricevutaDaRt(rt: Rt, il: string): Ricevuta {
  const [pagamento] = rt.pagamenti;
  const commissione = pagamento?.commissioniPsp;
  return {
    dataOraMessaggio: inOraItaliana(rt.dataOraMessaggio) ?? rt.dataOraMessaggio,
    dataEsito: giornoPagatoRt(pagamento?.dataEsito, rt, il),
    istitutoAttestante: rt.attestante.denominazione,
    enteBeneficiario: { denominazione: rt.ente.denominazione, codiceFiscale: rt.ente.codice },
    ...(rt.versante !== undefined && { versante: personaDi(rt.versante) }),
    iuv: rt.iuv,
    ccp: rt.ccp,
    iur: pagamento?.iur ?? '',
    importoPagato: formatEuro(rt.importoTotale),
    ...(commissione !== undefined && { commissione: formatEuro(commissione) }),
    causale: pagamento?.causale ?? '',
  };
}
