import { parseCausale } from '../../../pagopa/identificativi/causale.ts';
import type { Sessione } from '../../archivio/sessioni.ts';
import { type Contesto, stazioneDi } from '../../contesto.ts';
import { circostanzaDi, concludi } from '../../pagamento/concludi.ts';
import { affidaAlPsp, ascoltoDellaSessione } from '../../psp-in-ascolto/invia-rpt-al-psp.ts';
import type { EsitoPagamento } from '../../scenari/scenario.ts';
import { fineUnica } from './fine-unica.ts';
import type { Fonte } from './fonte.ts';

/** Carts of RPTs: the outcome reaches the creditor with the RT, the browser goes back to the station's address. */
export function fonteRpt(contesto: Contesto): Fonte {
  return {
    riassunto(sessione) {
      const rpt = contesto.archivio.rpt.dellaSessione(sessione.id);
      const prima = rpt[0]?.rpt;
      return {
        ente: prima?.ente.denominazione ?? sessione.dominio,
        pagatore: prima?.pagatore.anagrafica,
        totale: sessione.totale,
        etichetta: 'riepilogo.iuv',
        voci: rpt.map(({ rpt: una }) => {
          const causale = una.versamenti[0]?.causale ?? '';
          return { testo: parseCausale(causale)?.testo ?? causale, codice: una.iuv, importo: una.importoTotale };
        }),
      };
    },
    circostanze: (sessione) =>
      contesto.archivio.rpt.dellaSessione(sessione.id).map((rpt) => circostanzaDi(contesto, sessione, rpt)),
    altrove(sessione) {
      const { rpt, pagina } = ascoltoDellaSessione(contesto, sessione);
      return rpt !== undefined && pagina !== undefined;
    },
    concludi: fineUnica((sessione, esito) => chiudi(contesto, sessione, esito)),
    esito(sessione) {
      const esito = sessione.esito ?? 'ERROR';
      const base = {
        titolo: `esito.${esito}.titolo`,
        testo: `esito.${esito}.testo`,
        ritorno: urlRitorno(contesto, sessione),
      };
      if (esito !== 'ERROR') return { ...base, tono: esito === 'OK' ? 'ok' : 'differito' };
      return { ...base, tono: 'error', motivo: `motivo.${sessione.motivo ?? ''}` };
    },
  };
}

/** What is paid through a PSP that listens is handed to it; anything else ends here. */
async function chiudi(contesto: Contesto, sessione: Sessione, esito: EsitoPagamento): Promise<string | undefined> {
  if (contesto.archivio.sessioni.trova(sessione.id)?.esito !== null) return undefined;
  const ascolto = esito === 'eseguito' ? ascoltoDellaSessione(contesto, sessione) : {};
  if (ascolto.rpt !== undefined) return (await affidaAlPsp(contesto, sessione, ascolto, false)).pagina;
  await contesto.scrivi(() => concludi(contesto, sessione, esito));
  return undefined;
}

/** The station's address with idDominio, idSession, esito (SANP 2.2.6 ch. 9). */
function urlRitorno(contesto: Contesto, sessione: Sessione): string {
  const stazione = stazioneDi(contesto, sessione.intermediario, sessione.stazione);
  if (stazione === undefined) return '/';
  const url = new URL(stazione.urlRitorno);
  url.searchParams.set('idDominio', sessione.dominio);
  url.searchParams.set('idSession', sessione.id);
  url.searchParams.set('esito', sessione.esito ?? 'ERROR');
  return url.href;
}
