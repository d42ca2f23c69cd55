import type { Datore } from '../anagrafe/rapporto-di-lavoro.ts';
import type { Bollettino } from '../bollettini/bollettino.ts';
import { type CalcoloEmesso, calcoloEmesso } from '../bollettini/calcolo-emesso.ts';
import { quante } from '../bollettini/settimane-coperte.ts';
import type { BollettinoPagato } from '../prospetti/attestazione/index.ts';
import { dividiMezzoInSu } from '../valori/arrotondamento.ts';
import { Decimale } from '../valori/decimale.ts';
import { centesimi } from '../valori/denaro.ts';
import { type CodiceAvviso, iuvDaCodiceAvviso } from '../pagopa/identificativi/codice-avviso.ts';
import type { Giorno } from '../valori/giorno.ts';
import type { RigaPagamento } from './servizio-pagamenti.ts';

const NESSUNA_ORA = new Decimale(0);

/** What an employer says to have paid with a notice of somebody else's, whose code they may not have kept. */
interface Dichiarato {
  readonly pagatoIl: Giorno;
  readonly codiceAvviso?: CodiceAvviso;
}

/** A payment with what proves it: a receipt, a flow, or the word of who paid. */
export type RigaPagata = Pick<RigaPagamento, 'bollettino' | 'rapporto' | 'ricevuta' | 'rendicontato'> & {
  readonly dichiarato?: Dichiarato;
};

/** What the statements need of the payments; a row that nothing proves is left out. */
export function bollettiniPagati(datore: Datore, effettuati: readonly RigaPagata[]): readonly BollettinoPagato[] {
  const gia = new Set<string>();
  return effettuati.flatMap((riga) => {
    const { bollettino, rapporto } = riga;
    const prova = provaDi(riga);
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
        ore: bollettino.fondo === 'solo' ? NESSUNA_ORA : emesso.ore,
        // What it covers, and not what its calculation told: a week is counted once, whatever was integrated or paid twice.
        settimane: ripetuto ? 0 : quante(bollettino.settimane),
        doppio,
        retribuzioneOrariaEffettiva: emesso.retribuzioneOrariaEffettiva,
        ...resta,
        associazione: emesso.associazione,
        ...prova,
      },
    ];
  });
}

function provaDi({
  bollettino,
  ricevuta,
  rendicontato,
  dichiarato,
}: RigaPagata): Pick<BollettinoPagato, 'pagatoIl' | 'iuv' | 'codiceAvviso' | 'ricevuta'> | undefined {
  if (dichiarato !== undefined) {
    const { pagatoIl, codiceAvviso = null } = dichiarato;
    return { pagatoIl, codiceAvviso, iuv: codiceAvviso && iuvDaCodiceAvviso(codiceAvviso), ricevuta: null };
  }
  const prova = ricevuta ?? rendicontato;
  if (prova === undefined) return undefined;
  const { iuv, codiceAvviso } = bollettino;
  return { pagatoIl: prova.dataEsito, iuv, codiceAvviso, ricevuta: prova.iur };
}

/**
 * What INPS gave back no longer counts as paid, and where its notice asked another amount that one was paid: of the shares, each its part. Undefined when nothing is left of the payment.
 */
function netOf(
  { importo, versato = importo, restituito, doppioRestituito }: Bollettino,
  { quotaLavoratore, quotaDatore }: CalcoloEmesso,
  ripetuto: boolean,
): Pick<BollettinoPagato, 'importo' | 'quotaLavoratore' | 'quotaDatore'> | undefined {
  const reso = (ripetuto ? doppioRestituito : restituito) ?? centesimi(0);
  if (reso === 0 && versato === importo) return { importo, quotaLavoratore, quotaDatore };
  if (reso >= versato) return undefined;
  const netto = centesimi(versato - reso);
  const delLavoratore = centesimi(dividiMezzoInSu(quotaLavoratore * netto, importo));
  return { importo: netto, quotaLavoratore: delLavoratore, quotaDatore: centesimi(netto - delLavoratore) };
}
