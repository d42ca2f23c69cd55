import { dataOraItaliana, inOraItaliana } from '../../pagopa/data-ora.ts';
import type { Rpt } from '../../pagopa/rpt/rpt.ts';
import type { Rt, SingoloPagamento } from '../../pagopa/rpt/rt.ts';
import type { IstitutoAttestante } from '../../pagopa/rpt/soggetto.ts';
import { type Centesimi, centesimi, somma } from '../../valori/denaro.ts';
import type { Contesto } from '../contesto.ts';
import type { RicettaRt } from './ricetta-rt.ts';

/** The attestant of the receipts that the node makes by itself. */
const NODO: IstitutoAttestante = {
  tipo: 'G',
  codice: '97735020584',
  denominazione: 'Nodo dei Pagamenti simulato',
};

/** Makes the RT of an RPT as its recipe says. All its codes follow from the seed, the key and the number of the receipt. */
export function componiRt(contesto: Contesto, rpt: Rpt, ricetta: RicettaRt): Rt {
  const { chiave, numero } = ricetta;
  const codice = (che: string): string =>
    contesto.sorte.codice(che, chiave.dominio, chiave.iuv, chiave.ccp, String(numero));
  const importi = importiPagati(rpt, ricetta);
  const pagamenti = rpt.versamenti.map((versamento, i): SingoloPagamento => {
    const vero = importi[i] ?? centesimi(0);
    const importo = i === 0 && vero > 0 ? centesimi(Math.max(1, vero + ricetta.variazione)) : vero;
    return {
      importo,
      esito: importo > 0 ? 'ESEGUITO' : ricetta.motivo === 'ESEGUITO' ? 'NON ESEGUITO' : ricetta.motivo,
      dataEsito: ricetta.giorno,
      iur: importo > 0 ? iurDi(contesto, ricetta, i) : '0',
      causale: versamento.causale,
      datiSpecificiRiscossione: versamento.datiSpecificiRiscossione,
      ...(importo > 0 && i === 0 && { commissioniPsp: centesimi(ricetta.commissione) }),
    };
  });
  return {
    dominio: rpt.dominio,
    ...(rpt.stazione !== undefined && { stazione: rpt.stazione }),
    idMessaggio: `RT${codice('messaggio')}`,
    dataOraMessaggio: dataOraItaliana(contesto.orologio.now()),
    riferimentoMessaggio: rpt.idMessaggio,
    riferimentoData: (inOraItaliana(rpt.dataOraMessaggio) ?? rpt.dataOraMessaggio).slice(0, 10),
    attestante: attestanteDi(contesto, ricetta),
    ente: rpt.ente,
    ...(rpt.versante !== undefined && { versante: rpt.versante }),
    pagatore: rpt.pagatore,
    esito: ricetta.codice,
    importoTotale: somma(pagamenti.map((singolo) => singolo.importo)),
    iuv: ricetta.iuvSconosciuto ? iuvInventato(codice('iuv'), rpt.iuv.length) : rpt.iuv,
    ccp: rpt.ccp,
    pagamenti,
  };
}

/** What was truly paid of each versamento. Partial outcomes pay the first alone, or half of it when it is the only one. */
export function importiPagati(rpt: Rpt, { codice }: RicettaRt): readonly Centesimi[] {
  return rpt.versamenti.map(({ importo }, i) => {
    if (codice === '0') return importo;
    if (codice === '1' || codice === '3' || i > 0) return centesimi(0);
    return rpt.versamenti.length > 1 ? importo : centesimi(Math.floor(importo / 2));
  });
}

/** identificativoUnivocoRiscossione of one part of a receipt: the same in the receipt and in the flow. */
export function iurDi({ sorte }: Contesto, { chiave, numero, iur }: RicettaRt, i: number): string {
  return iur ?? sorte.codice(`iur-${i}`, chiave.dominio, chiave.iuv, chiave.ccp, String(numero));
}

function attestanteDi(contesto: Contesto, ricetta: RicettaRt): IstitutoAttestante {
  const psp = ricetta.canale === null ? undefined : contesto.psp.perCanale(ricetta.canale)?.psp;
  if (ricetta.origine === 'nodo' || psp === undefined) return NODO;
  return { tipo: 'B', codice: psp.bic, denominazione: psp.ragioneSociale };
}

/** Digits that no creditor issued, as many as the true IUV had. */
function iuvInventato(codice: string, lunghezza: number): string {
  return [...codice]
    .map((cifra) => Number.parseInt(cifra, 16) % 10)
    .join('')
    .padEnd(lunghezza, '9')
    .slice(0, lunghezza);
}
