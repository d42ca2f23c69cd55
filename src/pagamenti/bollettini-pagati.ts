import type { Datore } from '../anagrafe/rapporto-di-lavoro.ts';
import type { Bollettino } from '../bollettini/bollettino.ts';
import { type CalcoloEmesso, calcoloEmesso } from '../bollettini/calcolo-emesso.ts';
import { quante } from '../bollettini/settimane-coperte.ts';
import type { BollettinoPagato } from '../prospetti/attestazione/index.ts';
import { dividiMezzoInSu } from '../valori/arrotondamento.ts';
import { centesimi } from '../valori/denaro.ts';
import type { RigaPagamento } from './servizio-pagamenti.ts';

/** What the statements need of the payments that a receipt proves, or a flow; any other row is left out. */
export function bollettiniPagati(datore: Datore, effettuati: readonly RigaPagamento[]): readonly BollettinoPagato[] {
  const gia = new Set<string>();
  return effettuati.flatMap(({ bollettino, rapporto, ricevuta, rendicontato }) => {
    const prova = ricevuta ?? rendicontato;
    if (prova === undefined) return [];
    const emesso = calcoloEmesso(bollettino.calcolo);
    // What covers no week is an integration, or hours that another bollettino had paid.
    const ripetuto = gia.has(bollettino.id);
    const doppio = ripetuto || (quante(bollettino.settimane) === 0 && bollettino.integrazione === undefined);
    gia.add(bollettino.id);
    const resta = netOf(bollettino, emesso, ripetuto);
    if (resta === undefined) return [];
    return [
      {
        codiceRapporto: rapporto.codice,
        datore,
        lavoratore: rapporto.lavoratore,
        trimestre: bollettino.trimestre,
        ore: emesso.ore,
        // What it covers, and not what its calculation told: a week is counted once, whatever was integrated or paid twice.
        settimane: ripetuto ? 0 : quante(bollettino.settimane),
        doppio,
        retribuzioneOrariaEffettiva: emesso.retribuzioneOrariaEffettiva,
        ...resta,
        associazione: emesso.associazione,
        pagatoIl: prova.dataEsito,
        iuv: bollettino.iuv,
        codiceAvviso: bollettino.codiceAvviso,
        ricevuta: prova.iur,
      },
    ];
  });
}

/** What INPS gave back no longer counts as paid: of the shares, each its part. Undefined when nothing is left of the payment. */
function netOf(
  { importo, restituito, doppioRestituito }: Bollettino,
  { quotaLavoratore, quotaDatore }: CalcoloEmesso,
  ripetuto: boolean,
): Pick<BollettinoPagato, 'importo' | 'quotaLavoratore' | 'quotaDatore'> | undefined {
  const reso = ripetuto ? doppioRestituito : restituito;
  if (reso === undefined) return { importo, quotaLavoratore, quotaDatore };
  if (reso >= importo) return undefined;
  const netto = centesimi(importo - reso);
  const delLavoratore = centesimi(dividiMezzoInSu(quotaLavoratore * netto, importo));
  return { importo: netto, quotaLavoratore: delLavoratore, quotaDatore: centesimi(netto - delLavoratore) };
}
