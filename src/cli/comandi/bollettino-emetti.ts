import type { EsitoEmissione } from '../../bollettini/emetti-trimestre.ts';
import { frasiEsito } from '../../bollettini/frasi.ts';
import { bollettinoToJson } from '../../bollettini/json.ts';
import type { RigaCarrello } from '../../bollettini/servizio-bollettini.ts';
import { parseModifiche, type CampiCalcolo } from '../../contributi/parse-dati.ts';
import { conCambioScritto } from '../../portale/strumenti/cambiate-dal.ts';
import { parseTrimestre } from '../../scadenze/trimestre.ts';
import { formatEuro } from '../../valori/denaro.ts';
import { NonTrovato } from '../../valori/errore-dati.ts';
import { parseGiorno } from '../../valori/giorno.ts';
import type { Comando } from '../comando.ts';
import { withApplicazione } from '../con-applicazione.ts';
import { contestoOperatore } from '../operatore.ts';
import { createCommand, withJson, type Opzioni } from '../programma.ts';
import { printJson, printLines } from '../uscita.ts';
import { printRows, withCampi } from './bollettino-comune.ts';

interface OpzioniEmissione extends CampiCalcolo {
  readonly datore: string;
  readonly rapporto: string;
  readonly trimestre: string;
  readonly sostituisci?: boolean;
  readonly integra?: boolean;
  readonly attoInterruttivo?: string;
  readonly cambioDal?: string;
  readonly cambioOre?: string;
  readonly cambioPaga?: string;
  readonly json?: boolean;
}

/** `trimestre bollettino emetti`. */
export function emetti(): Comando {
  const command = createCommand('emetti', 'calcola un trimestre e mette il bollettino nel carrello')
    .esempio(
      '--datore BNCLCU58E52D620L --rapporto 99109784511 --trimestre 3/2026',
      '--datore BNCLCU58E52D620L --rapporto 99109784511 --trimestre 3/2026 --ore-settimanali 20 --sostituisci',
      '--datore BNCLCU58E52D620L --rapporto 99109784511 --trimestre 3/2020 --ore-settimanali 30 --integra',
    )
    .requiredOption('--datore <cf>', 'codice fiscale del datore di lavoro')
    .requiredOption('--rapporto <codice>', 'codice del rapporto di lavoro (10 o 11 cifre)')
    .requiredOption('--trimestre <n/aaaa>', 'il trimestre, per esempio 4/2020')
    .option('--sostituisci', 'annulla il bollettino non ancora pagato delle stesse settimane e ne emette un altro')
    .option(
      '--atto-interruttivo <data>',
      'di un trimestre altrimenti prescritto: quando è arrivato l’atto che ha interrotto il termine',
    )
    .option('--integra', 'dopo un pagamento: emette la differenza (i dati sono quelli di tutto il trimestre)')
    .option('--solo-assistenza', 'il solo contributo di assistenza (F2, E1): quelli dell’INPS restano a parte')
    .option('--cambio-dal <data>', 'ore o paga cambiate da un giorno: valgono anche per i trimestri che seguono')
    .option('--cambio-ore <ore>', 'le nuove ore a settimana, da quel giorno')
    .option('--cambio-paga <euro>', 'la nuova paga da quel giorno, oraria o mensile com’è quella del rapporto');
  return withJson(withCampi(command)).action(
    ({
      datore,
      rapporto,
      trimestre,
      sostituisci,
      integra,
      attoInterruttivo,
      cambioDal,
      cambioOre,
      cambioPaga,
      json,
      ...campi
    }: Opzioni<OpzioniEmissione>) =>
      withApplicazione(async (applicazione) => {
        const contesto = await contestoOperatore(applicazione, datore);
        const rapporti = await applicazione.bollettini.rapporti(contesto);
        const scelto = rapporti.find((r) => r.codice === rapporto.trim());
        if (scelto === undefined) throw new NonTrovato('Rapporto di lavoro');
        const esito = await applicazione.bollettini.emetti(
          contesto,
          scelto.id,
          parseTrimestre(trimestre),
          conCambioScritto(parseModifiche(campi), { cambioDal, cambioOre, cambioPaga }, scelto),
          {
            sostituisci: sostituisci ?? false,
            integra: integra ?? false,
            ...(attoInterruttivo !== undefined && {
              interrottaIl: parseGiorno(attoInterruttivo, 'attoInterruttivo'),
            }),
          },
        );
        const righe = [...esito.tenuti, ...esito.emessi].map((bollettino) => ({ bollettino, rapporto: scelto }));
        // Who corrects nothing gets the list alone, as before there was anything to correct.
        const corregge = sostituisci === true || integra === true;
        if (json) return printJson(corregge ? esitoToJson(esito, scelto) : righe.map((riga) => bollettinoToJson(riga)));
        if (righe.length > 0) printRows(righe);
        printLines(frasiEsito(esito));
      }),
  );
}

function esitoToJson(
  { emessi, sostituiti, tenuti, dovuto, eccedenza }: EsitoEmissione,
  rapporto: RigaCarrello['rapporto'],
) {
  return {
    bollettini: [...tenuti, ...emessi].map((bollettino) => bollettinoToJson({ bollettino, rapporto })),
    sostituiti: sostituiti.map((vecchio) =>
      bollettinoToJson({ bollettino: { ...vecchio, stato: 'eliminato' }, rapporto }, emessi),
    ),
    dovuto: formatEuro(dovuto),
    daRimborsare: eccedenza === 0 ? null : formatEuro(eccedenza),
  };
}
