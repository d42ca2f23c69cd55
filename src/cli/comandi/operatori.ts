import { userInfo } from 'node:os';
import type { Command } from 'commander';
import type { AnomaliaElencata } from '../../pagamenti/anomalia.ts';
import type { RapportoRendicontazione, RigaRendicontata } from '../../pagamenti/rendicontazione.ts';
import type { ServizioOperatori } from '../../pagamenti/servizio-operatori.ts';
import { formatIstante } from '../../portale/viste/istante.ts';
import { centesimi, formatEuro, formatEuroItaliano } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { withApplicazione } from '../con-applicazione.ts';
import { createCommand, withJson } from '../programma.ts';
import { printJson, printLines } from '../uscita.ts';
import { quanti } from '../../valori/italiano.ts';

interface OpzioniAnomalie {
  readonly tutte?: boolean;
  readonly chiudi?: string;
  readonly nota?: string;
  readonly restituito?: boolean;
  readonly json?: boolean;
}

/**
 * `trimestre anomalie`: what fits no payment and waits for an operator; `--chiudi` says how it was settled, `--restituito` gives
 * its bollettino back.
 */
export function comandoAnomalie(): Command {
  const command = createCommand('anomalie')
    .esempio('', '--tutte')
    .option('--tutte', 'anche quelle chiuse')
    .option('--chiudi <id>', 'chiude un’anomalia risolta')
    .option('--nota <testo>', 'con --chiudi: come è stata risolta')
    .option(
      '--restituito',
      'con --chiudi, se il pagamento è in verifica: il denaro è stato restituito, o non è mai stato preso; il bollettino torna nel carrello',
    );
  return withJson(command).action((opzioni: OpzioniAnomalie) =>
    withApplicazione(async ({ operatori }) => {
      await close(operatori, opzioni);
      const anomalie = await operatori.anomalie(opzioni.tutte === true ? undefined : 'aperta');
      if (opzioni.json) return printJson(anomalie.map(anomaliaToJson));
      if (anomalie.length === 0) return printLines(['Nessuna anomalia.']);
      printLines(anomalie.map(line));
    }),
  );
}

async function close(
  operatori: ServizioOperatori,
  { chiudi, nota = '', restituito = false }: OpzioniAnomalie,
): Promise<void> {
  if (chiudi !== undefined) {
    await operatori.chiudiAnomalia(chiudi, `cli:${userInfo().username}`, nota, { restituito });
  } else if (restituito) {
    throw new ErroreDati('anomalia-mancante', { campo: 'restituito' });
  }
}

function line({ id, apertaIl, stato, descrizione, iuv, inVerifica }: AnomaliaElencata): string {
  return `${id}  ${formatIstante(apertaIl)}  ${stato}  ${descrizione} IUV ${iuv ?? 'ignoto'}${inVerifica ? ', pagamento in verifica' : ''}`;
}

/** Its amounts in euro, as in every JSON. */
function anomaliaToJson(anomalia: AnomaliaElencata) {
  const dettaglio = Object.entries(anomalia.dettaglio).map(([chiave, valore]) => [
    chiave,
    chiave.startsWith('importo') && typeof valore === 'number' ? formatEuro(centesimi(valore)) : valore,
  ]);
  return { ...anomalia, dettaglio: Object.fromEntries(dettaglio) as Record<string, string | number | null> };
}

/** `trimestre sorveglia`: asks the node once for what hangs. */
export function comandoSorveglia(): Command {
  return withJson(createCommand('sorveglia').esempio('')).action((opzioni: { json?: boolean }) =>
    withApplicazione(async ({ operatori }) => {
      const esito = await operatori.sorveglia();
      if (opzioni.json) return printJson(esito);
      printLines([
        [
          quanti(esito.controllati, 'controllato', 'controllati'),
          quanti(esito.ricevuteRecuperate, 'ricevuta recuperata', 'ricevute recuperate'),
          quanti(esito.inviChiariti, 'invio chiarito', 'invii chiariti'),
          quanti(esito.liberati, 'liberato', 'liberati'),
          `${esito.nonRisposti} senza risposta.`,
        ].join(', '),
      ]);
    }),
  );
}

/** `trimestre rendicontazione`: downloads the new flows and matches them with the receipts; running it again changes nothing. */
export function comandoRendicontazione(): Command {
  const command = createCommand('rendicontazione')
    .esempio('')
    .option('--senza-scaricare', 'usa i flussi già scaricati');
  return withJson(command).action((opzioni: { senzaScaricare?: boolean; json?: boolean }) =>
    withApplicazione(async ({ operatori }) => {
      const scaricati = opzioni.senzaScaricare === true ? undefined : await operatori.scaricaFlussi();
      const rapporto = await operatori.rendicontazione();
      if (opzioni.json) return printJson({ scaricati: scaricati ?? null, ...toJson(rapporto) });
      printLines([
        ...(scaricati === undefined
          ? []
          : [
              `${quanti(scaricati.nuovi, 'flusso nuovo', 'flussi nuovi')}, ${quanti(scaricati.rifiutati.length, 'rifiutato', 'rifiutati')}`,
            ]),
        `${quanti(rapporto.flussi.length, 'flusso', 'flussi')}; riconciliati ${rapporto.riconciliati.quanti} per ${formatEuroItaliano(rapporto.riconciliati.importo)} euro, di cui ${rapporto.senzaRpt.length} in assenza di RPT`,
        `senza ricevuta ${rapporto.senzaRicevuta.length}, importo diverso ${rapporto.importoDiverso.length}, revocati ${rapporto.revocati.length}, ripetuti ${rapporto.ripetuti.length}`,
        `ricevute senza flusso: ${rapporto.mancanti.length} mancanti, ${rapporto.inArrivo.quanti} in arrivo`,
      ]);
    }),
  );
}

function toJson(rapporto: RapportoRendicontazione) {
  const riga = (una: RigaRendicontata) => ({ ...una, importo: formatEuro(una.importo) });
  const conto = ({ quanti: numero, importo }: RapportoRendicontazione['riconciliati']) => ({
    quanti: numero,
    importo: formatEuro(importo),
  });
  return {
    flussi: rapporto.flussi.map((flusso) => ({ ...flusso, totale: formatEuro(flusso.totale) })),
    riconciliati: conto(rapporto.riconciliati),
    senzaRpt: rapporto.senzaRpt.map(riga),
    importoDiverso: rapporto.importoDiverso.map((una) => ({
      ...riga(una),
      importoRicevuta: formatEuro(una.importoRicevuta),
    })),
    senzaRicevuta: rapporto.senzaRicevuta.map(riga),
    revocati: rapporto.revocati.map(riga),
    mancanti: rapporto.mancanti.map((uno) => ({ ...uno, importo: formatEuro(uno.importo) })),
    inArrivo: conto(rapporto.inArrivo),
    ripetuti: rapporto.ripetuti.map(riga),
  };
}
