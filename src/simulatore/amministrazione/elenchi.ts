import { dataOraItaliana } from '../../pagopa/data-ora.ts';
import { formatEuro } from '../../valori/denaro.ts';
import type { Contesto } from '../contesto.ts';
import type { FiltroMessaggi } from '../messaggi/cerca-messaggi.ts';
import { faultDi } from '../messaggi/mostra-messaggio.ts';

/** Rows on one page or in one answer. */
export const RIGHE = 200;

/** Plain data for the operator's pages and API: amounts as `"338.00"`, instants in Italian time. */
export function orologio({ orologio: suo }: Contesto) {
  return { ora: suo.now().toISOString(), italiana: dataOraItaliana(suo.now()), scartoMs: suo.scarto };
}

export function scenari({ scenari: tutti }: Contesto) {
  return [...tutti.tutti.values()];
}

export function regole({ regole: tutte }: Contesto) {
  return tutte.elenco();
}

export function pagamenti({ archivio }: Contesto) {
  return archivio.sessioni.ultime(RIGHE).map((sessione) => ({
    idSession: sessione.id,
    tipo: sessione.tipo,
    dominio: sessione.dominio,
    idCarrello: sessione.idCarrello,
    stato: sessione.stato,
    totale: formatEuro(sessione.totale),
    creata: quando(sessione.creata),
    canale: sessione.canale,
    esito: sessione.esito,
    motivo: sessione.motivo,
    rpt: archivio.rpt.dellaSessione(sessione.id).map(({ iuv, ccp, stato, rpt }) => ({
      iuv,
      ccp,
      stato,
      importo: formatEuro(rpt.importoTotale),
    })),
  }));
}

export function avvisi({ archivio }: Contesto) {
  return archivio.avvisi.ultimi(RIGHE).map((avviso) => ({
    token: avviso.token,
    dominio: avviso.dominio,
    avviso: avviso.numero,
    iuv: avviso.iuv,
    psp: avviso.psp,
    importo: formatEuro(avviso.importo),
    stato: avviso.stato,
    esito: avviso.esito,
    creato: quando(avviso.creato),
    scade: quando(avviso.scade),
  }));
}

export function attivita({ archivio }: Contesto) {
  return archivio.attivita.inAttesa(RIGHE).map((una) => ({
    id: una.id,
    tipo: una.tipo,
    stato: una.stato,
    quando: quando(una.quando),
    tentativi: una.tentativi,
    ultimoEsito: una.ultimo_esito,
    dati: JSON.parse(una.dati) as unknown,
  }));
}

export function flussi({ archivio }: Contesto) {
  return archivio.incassi.flussi({ limite: RIGHE }).map(({ xml: _xml, importo, ...flusso }) => ({
    ...flusso,
    importo: formatEuro(importo),
  }));
}

/** The credit transfers as the creditor's treasurer sees them. */
export function accrediti({ archivio, psp }: Contesto) {
  return archivio.incassi.flussi({ limite: RIGHE }).map((flusso) => {
    const chi = psp.psp.find(({ id }) => id === flusso.psp);
    return {
      data: flusso.dataRegolamento,
      importo: formatEuro(flusso.importo),
      ordinante: `${chi?.ragioneSociale ?? flusso.psp} Servizio pagoPA`,
      causale: flusso.causale,
      trn: flusso.regolamento,
      beneficiario: flusso.dominio,
    };
  });
}

export function messaggi({ registro }: Contesto, filtro: FiltroMessaggi) {
  return registro.cerca(filtro, RIGHE).map((uno) => {
    const { richiesta: _richiesta, risposta: _risposta, quando: istante, ...resto } = uno;
    return { ...resto, quando: quando(istante), fault: faultDi(uno) };
  });
}

function quando(istante: number): string {
  return dataOraItaliana(new Date(istante));
}
