import { formatCodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { formatEuro } from '../../valori/denaro.ts';
import type { CampiVerifica } from '../verifica/parse-verifica.ts';
import type { AvvisoLetto, LetturaAvvisi } from './avviso-letto.ts';

/** The form for CLI `--json` and the API. */
export function letturaToJson(lettura: LetturaAvvisi) {
  return {
    sintesi: lettura.sintesi,
    avvisi: lettura.avvisi.map((avviso) => ({
      codiceAvviso: avviso.codiceAvviso,
      codiceAvvisoStampato: formatCodiceAvviso(avviso.codiceAvviso),
      controlloValido: avviso.controlloValido,
      codiceFiscaleEnte: avviso.codiceFiscaleEnte,
      inps: avviso.inps,
      importo: formatEuro(avviso.importo),
      debitore: avviso.debitore,
      oggetto: avviso.oggetto,
      contoPostale: avviso.contoPostale,
      letti: avviso.letti,
      pagina: avviso.pagina,
      indizi: {
        trimestre: avviso.indizi.trimestre === null ? null : formatTrimestre(avviso.indizi.trimestre),
        codiceInps: avviso.indizi.codiceInps,
      },
      avvertenze: avviso.avvertenze,
    })),
    codiciEstranei: lettura.estranei.length,
  };
}

/** The fields with which the notice's amount can be checked; what the person knows (`noti`) wins over the guesses. */
export function campiVerificaDaAvviso(avviso: AvvisoLetto, noti: CampiVerifica = {}): CampiVerifica {
  const { trimestre, codiceInps } = avviso.indizi;
  const indovinati: CampiVerifica =
    noti.trimestre !== undefined || noti.codiceInps !== undefined
      ? {}
      : {
          ...(trimestre === null ? {} : { trimestre: formatTrimestre(trimestre) }),
          ...(codiceInps === null ? {} : { codiceInps }),
        };
  return { ...indovinati, ...noti, importo: formatEuro(avviso.importo) };
}
