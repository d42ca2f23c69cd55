import type { Datore, RapportoDiLavoro } from '../../anagrafe/rapporto-di-lavoro.ts';
import { oggettoDelPagamento } from '../../bollettini/avviso.ts';
import type { Bollettino } from '../../bollettini/bollettino.ts';
import type { DatiPagamentoAvviso } from '../../pagopa/avvisi/pa-get-payment.ts';
import type { EsitoVerifica } from '../../pagopa/avvisi/pa-verify-payment-notice.ts';
import { type EnteCreditore, TASSONOMIA_PREDEFINITA } from '../../pagopa/ente-creditore.ts';
import { buildCausale } from '../../pagopa/identificativi/causale.ts';
import type { DatiPagamentoPa } from '../../pagopa/operazioni/paa-attivazione.ts';
import { pagatoreDi } from '../richiesta.ts';

/** Bank code of Poste Italiane inside an IBAN. */
const ABI_POSTE = '07601';

interface DiUnAvviso {
  readonly bollettino: Bollettino;
  readonly rapporto: RapportoDiLavoro;
  readonly datore: Datore;
}

/** What a PSP shows to who is about to pay: amount, due date, what for. */
export function esitoVerifica({ bollettino, rapporto }: DiUnAvviso, ente: EnteCreditore): EsitoVerifica {
  return {
    importo: bollettino.importo,
    opzione: 'EQ',
    scadenza: bollettino.scadenza,
    soloPostale: isPostale(ente.iban),
    descrizione: oggettoDelPagamento(bollettino, rapporto),
    dominio: ente.codiceFiscale,
    ente: ente.denominazione,
  };
}

/** What the node needs to take the money: debtor, account, causale. */
export function datiPagamento(di: DiUnAvviso, ente: EnteCreditore): DatiPagamentoAvviso {
  const { iuv, importo, scadenza } = di.bollettino;
  const descrizione = oggettoDelPagamento(di.bollettino, di.rapporto);
  return {
    iuv,
    importo,
    scadenza,
    descrizione,
    ente: ente.denominazione,
    debitore: pagatoreDi(di.datore),
    trasferimenti: [
      {
        id: 1,
        importo,
        dominio: ente.codiceFiscale,
        ente: ente.denominazione,
        iban: ente.iban,
        causale: buildCausale({ iuv, importo, testo: descrizione }),
        categoria: ente.tassonomia ?? TASSONOMIA_PREDEFINITA,
      },
    ],
  };
}

/** What a PSP of the first model needs before it takes the money. */
export function datiPagamentoPa({ bollettino, rapporto }: DiUnAvviso, ente: EnteCreditore): DatiPagamentoPa {
  const { iuv, importo } = bollettino;
  return {
    importo,
    iban: ente.iban,
    ente: { codice: ente.codiceFiscale, denominazione: ente.denominazione },
    causale: buildCausale({ iuv, importo, testo: oggettoDelPagamento(bollettino, rapporto) }),
  };
}

function isPostale(iban: string): boolean {
  return iban.slice(5, 10) === ABI_POSTE;
}
