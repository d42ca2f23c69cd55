import { dataItaliana, dataOraItaliana } from '../../pagopa/data-ora.ts';
import { buildCausale } from '../../pagopa/identificativi/causale.ts';
import type { Rpt } from '../../pagopa/rpt/rpt.ts';
import type { Rt } from '../../pagopa/rpt/rt.ts';
import type { Soggetto } from '../../pagopa/rpt/soggetto.ts';
import { type EnteDiProva, IBAN, IMPORTO } from './enti-di-prova.ts';

/** Who pays: nobody. */
export const PAGATORE: Soggetto = { tipo: 'F', codice: 'ANONIMO', anagrafica: 'Persona di Prova' };
const TASSONOMIA = '9/0101100IM/';

export function causaleDiProva(iuv: string): string {
  return buildCausale({ iuv, importo: IMPORTO, testo: 'avviso di prova' });
}

/** The RPT of a creditor of the simulator. */
export function rptDiProva(ente: EnteDiProva, chiave: { readonly iuv: string; readonly ccp: string }, ora: Date): Rpt {
  return {
    dominio: ente.codice,
    stazione: `${ente.codice}_01`,
    idMessaggio: `RPT${chiave.iuv}`,
    dataOraMessaggio: dataOraItaliana(ora),
    autenticazione: 'N/A',
    pagatore: PAGATORE,
    ente: { codice: ente.codice, denominazione: ente.denominazione },
    dataEsecuzione: dataItaliana(ora),
    importoTotale: IMPORTO,
    tipoVersamento: ente.modello === 'rpt' ? 'PO' : 'BBT',
    ...chiave,
    versamenti: [
      {
        importo: IMPORTO,
        ibanAccredito: IBAN,
        causale: causaleDiProva(chiave.iuv),
        datiSpecificiRiscossione: TASSONOMIA,
      },
    ],
  };
}

/** The RT with which a PSP says that an RPT was paid. */
export function rtDiProva(rpt: Rpt, attestante: Rt['attestante'], ora: Date): Rt {
  return {
    dominio: rpt.dominio,
    ...(rpt.stazione !== undefined && { stazione: rpt.stazione }),
    idMessaggio: `RT${rpt.ccp}`.slice(0, 35),
    dataOraMessaggio: dataOraItaliana(ora),
    riferimentoMessaggio: rpt.idMessaggio,
    riferimentoData: rpt.dataOraMessaggio.slice(0, 10),
    attestante,
    ente: rpt.ente,
    pagatore: rpt.pagatore,
    esito: '0',
    importoTotale: rpt.importoTotale,
    iuv: rpt.iuv,
    ccp: rpt.ccp,
    pagamenti: rpt.versamenti.map(({ importo, causale, datiSpecificiRiscossione }, i) => ({
      importo,
      esito: 'ESEGUITO',
      dataEsito: dataItaliana(ora),
      iur: `IUR${i + 1}${rpt.ccp}`.slice(0, 35),
      causale,
      datiSpecificiRiscossione,
    })),
  };
}
