import type { Datore } from '../anagrafe/rapporto-di-lavoro.ts';
import { calcoloEmesso } from '../bollettini/calcolo-emesso.ts';
import type { BollettinoPagato } from '../prospetti/attestazione/index.ts';
import type { Giorno } from '../valori/giorno.ts';
import type { RigaPagamento } from './servizio-pagamenti.ts';

/** What the statements need of the payments that a receipt proves; rows without a receipt are left out. */
export function bollettiniPagati(datore: Datore, effettuati: readonly RigaPagamento[]): readonly BollettinoPagato[] {
  return effettuati.flatMap(({ bollettino, rapporto, ricevuta }) => {
    if (ricevuta === undefined) return [];
    const emesso = calcoloEmesso(bollettino.calcolo);
    return [
      {
        codiceRapporto: rapporto.codice,
        datore,
        lavoratore: rapporto.lavoratore,
        trimestre: bollettino.trimestre,
        ore: emesso.ore,
        settimane: emesso.settimane,
        retribuzioneOrariaEffettiva: emesso.retribuzioneOrariaEffettiva,
        importo: bollettino.importo,
        quotaLavoratore: emesso.quotaLavoratore,
        quotaDatore: emesso.quotaDatore,
        associazione: emesso.associazione,
        pagatoIl: ricevuta.dataEsito.slice(0, 10) as Giorno,
        ricevuta: ricevuta.iur,
      },
    ];
  });
}
