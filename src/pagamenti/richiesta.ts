import { randomUUID } from 'node:crypto';
import type { Contesto } from '../accesso/contesto.ts';
import type { Datore } from '../anagrafe/rapporto-di-lavoro.ts';
import { oggettoDelPagamento } from '../bollettini/avviso.ts';
import { dataItaliana, dataOraItaliana } from '../pagopa/data-ora.ts';
import { type EnteCreditore, TASSONOMIA_PREDEFINITA } from '../pagopa/ente-creditore.ts';
import { buildCausale } from '../pagopa/identificativi/causale.ts';
import { buildRpt } from '../pagopa/rpt/build-rpt.ts';
import type { AutenticazioneSoggetto } from '../pagopa/rpt/rpt.ts';
import type { Soggetto } from '../pagopa/rpt/soggetto.ts';
import type { DaChiedere } from './porte.ts';

/** The RPT of an attempt, dated now: written once, before it is sent, and sent again unchanged if need be. */
export function richiestaDi(
  { tentativo, trimestre, codiceRapporto, datore }: DaChiedere,
  /** PO when a PSP activated the notice; otherwise the payer chooses, and BBT says so. */
  tipoVersamento: 'BBT' | 'PO',
  { ente, contesto, ora }: { readonly ente: EnteCreditore; readonly contesto: Contesto; readonly ora: Date },
): string {
  const { dominio, iuv, ccp, importo } = tentativo;
  const testo = oggettoDelPagamento({ trimestre }, { codice: codiceRapporto });
  return buildRpt({
    dominio,
    stazione: ente.stazione,
    idMessaggio: randomUUID().replaceAll('-', ''),
    dataOraMessaggio: dataOraItaliana(ora),
    autenticazione: autenticazioneDi(contesto),
    pagatore: pagatoreDi(datore),
    ente: { codice: ente.codiceFiscale, denominazione: ente.denominazione },
    dataEsecuzione: dataItaliana(ora),
    importoTotale: importo,
    tipoVersamento,
    iuv,
    ccp,
    versamenti: [
      {
        importo,
        ibanAccredito: ente.iban,
        causale: buildCausale({ iuv, importo, testo }),
        datiSpecificiRiscossione: ente.tassonomia ?? TASSONOMIA_PREDEFINITA,
      },
    ],
  });
}

/** The employer as the payer of a message. */
export function pagatoreDi({ codiceFiscale, nome, cognome, indirizzo }: Datore): Soggetto {
  return {
    tipo: 'F',
    codice: codiceFiscale,
    anagrafica: `${nome} ${cognome}`,
    ...(indirizzo !== undefined && {
      indirizzo: indirizzo.via,
      civico: indirizzo.civico,
      cap: indirizzo.cap,
      localita: indirizzo.comune,
      provincia: indirizzo.provincia,
      nazione: indirizzo.nazione,
    }),
  };
}

/** CNS: card with a certificate (CIE, CNS); USR: credentials (SPID, PIN); N/A: nobody was recognised. */
function autenticazioneDi({ actor }: Contesto): AutenticazioneSoggetto {
  if (actor.tipo === 'identita')
    return actor.identita.scheme === 'CIE' || actor.identita.scheme === 'CNS' ? 'CNS' : 'USR';
  return actor.tipo === 'sistema' ? 'OTH' : 'N/A';
}
