import { dataItaliana, dataOraItaliana } from '../../pagopa/data-ora.ts';
import { buildFlussoRiversamento, causaleAccredito, type RigaFlusso } from '../../pagopa/flussi/flusso-riversamento.ts';
import { somma } from '../../valori/denaro.ts';
import { aggiungiGiorni, type Giorno, giornoDellaSettimana } from '../../valori/giorno.ts';
import type { Incasso } from '../archivio/incassi.ts';
import type { Contesto } from '../contesto.ts';

/** Payments in one flow; a day with more has several. */
const PAGAMENTI_PER_FLUSSO = 10_000;

/**
 * Makes the flows of the payments up to a day: one a PSP, creditor and day, with the credit transfer that goes with it. What is
 * in a flow already stays there. To be called in a write.
 * @returns the ids of the new flows
 */
export function generaFlussi(contesto: Contesto, finoAl: string): readonly string[] {
  const gruppi = new Map<string, Incasso[]>();
  for (const incasso of contesto.archivio.incassi.daRiversare(finoAl)) {
    const chiave = JSON.stringify([incasso.psp, incasso.dominio, incasso.giorno]);
    gruppi.set(chiave, [...(gruppi.get(chiave) ?? []), incasso]);
  }
  return [...gruppi.values()].flatMap(pezzi).map((gruppo) => creaFlusso(contesto, gruppo));
}

/** The flows that are due by themselves: those of two days ago and before (credit the day after, flow the next: SACI ch. 4). To be called in a write. */
export function generaFlussiMaturi(contesto: Contesto): readonly string[] {
  return generaFlussi(contesto, aggiungiGiorni(dataItaliana(contesto.orologio.now()), -2));
}

function pezzi(gruppo: Incasso[]): Incasso[][] {
  const quanti = Math.ceil(gruppo.length / PAGAMENTI_PER_FLUSSO);
  return Array.from({ length: quanti }, (_, i) =>
    gruppo.slice(i * PAGAMENTI_PER_FLUSSO, (i + 1) * PAGAMENTI_PER_FLUSSO),
  );
}

function creaFlusso(contesto: Contesto, gruppo: readonly Incasso[]): string {
  const [primo] = gruppo;
  if (primo === undefined) throw new Error('a flow of nothing');
  const { psp: idPsp, dominio, giorno } = primo;
  const { archivio, orologio, sorte, psp, configurazione } = contesto;
  const dataRegolamento = giornoDopo(giorno as Giorno);
  const numero = String(archivio.incassi.contaFlussi(idPsp) + 1).padStart(10, '0');
  const id = `${dataRegolamento}${idPsp}-${numero}`;
  const chi = psp.psp.find((uno) => uno.id === idPsp);
  const totale = somma(gruppo.map(({ importo }) => importo));
  const regolamento = `TRN${sorte.codice('trn', id)}`;
  const dataOra = dataOraItaliana(orologio.now());
  const xml = buildFlussoRiversamento({
    id,
    dataOra,
    regolamento,
    dataRegolamento,
    mittente: { tipo: 'B', codice: chi?.bic ?? idPsp, denominazione: chi?.ragioneSociale ?? idPsp },
    ...(chi !== undefined && { bicBanca: chi.bic }),
    ricevente: {
      tipo: 'G',
      codice: dominio,
      denominazione: configurazione.stazioni.find((una) => una.idDominio === dominio)?.denominazione ?? dominio,
    },
    totale,
    righe: gruppo.map(rigaDi),
  });
  const causale = causaleAccredito(giorno, id);
  const flusso = {
    id,
    psp: idPsp,
    dominio,
    giorno,
    dataOra,
    regolamento,
    dataRegolamento,
    importo: totale,
    causale,
    xml,
  };
  archivio.incassi.inserisciFlusso(
    { ...flusso, pagamenti: gruppo.length },
    gruppo.map((incasso) => incasso.id),
  );
  return id;
}

function rigaDi({ iuv, iur, indice, importo, codice, giorno }: Incasso): RigaFlusso {
  return { iuv, iur, indice, importo, codice, dataEsito: giorno };
}

/** The next day that is neither Saturday nor Sunday: the simulator's banks know no other holidays. */
function giornoDopo(giorno: Giorno): Giorno {
  const dopo = aggiungiGiorni(giorno, 1);
  const nellaSettimana = giornoDellaSettimana(dopo);
  return nellaSettimana === 6 ? aggiungiGiorni(dopo, 2) : nellaSettimana === 0 ? aggiungiGiorni(dopo, 1) : dopo;
}
