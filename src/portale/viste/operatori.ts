import type { AnomaliaElencata } from '../../pagamenti/anomalia.ts';
import type { RapportoRendicontazione, RigaRendicontata } from '../../pagamenti/rendicontazione.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import type { Blocco } from '../strumenti/blocchi.ts';
import { fattiAnomalia } from './fatti-anomalia.ts';

/** An anomaly with nothing undefined, and its facts in order. */
export function toVistaAnomalia(anomalia: AnomaliaElencata) {
  return {
    id: anomalia.id,
    descrizione: anomalia.descrizione,
    aperta: anomalia.stato === 'aperta',
    inVerifica: anomalia.inVerifica,
    apertaIl: anomalia.apertaIl,
    tentativoId: anomalia.tentativoId ?? null,
    iuv: anomalia.iuv ?? '',
    fatti: fattiAnomalia(anomalia),
    chiusura: anomalia.chiusura ?? null,
  };
}

/** What flows and receipts say of each other, as blocks of a page: first what asks for somebody's attention. */
export function toVistaRendicontazione(rapporto: RapportoRendicontazione): readonly Blocco[] {
  const { riconciliati, inArrivo, mancanti, flussi } = rapporto;
  return [
    {
      tipo: 'dati',
      titolo: 'In breve',
      voci: [
        ['Riconciliati', `${riconciliati.quanti}, ${formatEuroItaliano(riconciliati.importo)} €`],
        ['Fra questi, in assenza di RPT (codici 8 e 9)', String(rapporto.senzaRpt.length)],
        ['In arrivo', `${inArrivo.quanti}, ${formatEuroItaliano(inArrivo.importo)} €`],
        ['Ricevute senza flusso', String(mancanti.length)],
        ['Righe senza ricevuta', String(rapporto.senzaRicevuta.length)],
        ['Importi diversi', String(rapporto.importoDiverso.length)],
        ['Revocati', String(rapporto.revocati.length)],
        ['Ripetuti', String(rapporto.ripetuti.length)],
      ],
    },
    ...rows('Importo diverso dalla ricevuta', rapporto.importoDiverso),
    ...rows('In un flusso, senza ricevuta', rapporto.senzaRicevuta),
    ...rows('Riconciliati in assenza di RPT: la ricevuta è da chiedere al prestatore', rapporto.senzaRpt),
    ...rows('Revocati dal prestatore', rapporto.revocati),
    ...rows('In più di un flusso', rapporto.ripetuti),
    ...(mancanti.length === 0
      ? []
      : [
          {
            tipo: 'tabella' as const,
            titolo: 'Ricevute che nessun flusso riporta',
            colonne: [{ testo: 'IUV' }, { testo: 'IUR' }, { testo: 'Data' }, { testo: 'Importo €', numero: true }],
            righe: mancanti.map(({ iuv, iur, dataEsito, importo }) => [
              iuv,
              iur,
              formatGiornoItaliano(dataEsito),
              formatEuroItaliano(importo),
            ]),
            totale: null,
          },
        ]),
    ...(flussi.length === 0
      ? []
      : [
          {
            tipo: 'tabella' as const,
            titolo: 'Flussi ricevuti',
            colonne: [
              { testo: 'Flusso' },
              { testo: 'Prestatore' },
              { testo: 'Regolamento' },
              { testo: 'Righe', numero: true },
              { testo: 'Totale €', numero: true },
            ],
            righe: flussi.map((flusso) => [
              flusso.id,
              flusso.psp,
              `${flusso.regolamento}, ${flusso.dataRegolamento}`,
              String(flusso.righe),
              formatEuroItaliano(flusso.totale),
            ]),
            totale: null,
          },
        ]),
  ];
}

function rows(titolo: string, righe: readonly RigaRendicontata[]): Blocco[] {
  if (righe.length === 0) return [];
  return [
    {
      tipo: 'tabella',
      titolo,
      colonne: [
        { testo: 'IUV' },
        { testo: 'IUR' },
        { testo: 'Flusso' },
        { testo: 'Codice' },
        { testo: 'Importo €', numero: true },
      ],
      righe: righe.map(({ iuv, iur, flusso, codice, importo }) => [
        iuv,
        iur,
        flusso,
        codice,
        formatEuroItaliano(importo),
      ]),
      totale: null,
    },
  ];
}
