import type { RigaCarrello } from '../../bollettini/servizio-bollettini.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import type { Comando } from '../comando.ts';
import { withLetture } from '../letture.ts';
import { withMinimo } from '../minimo.ts';
import { withOltreLOrario } from '../oltre-l-orario.ts';
import { withTerritorio } from '../territorio.ts';
import { formatTable, printLines } from '../uscita.ts';

/** What may be said otherwise than the contract does. */
export function withCampi(command: Comando): Comando {
  const conOre = command
    .option('--ore-settimanali <ore>', 'ore pagate in una settimana, se diverse dal contratto')
    .option('--ore <ore>', 'ore pagate nel trimestre')
    .option('--settimane <n>', 'settimane pagate')
    .option('--paga-oraria <euro>', 'paga oraria, se diversa dal contratto')
    .option('--paga-mensile <euro>', 'paga mensile, se diversa dal contratto')
    .option('--vitto-alloggio-giorni <n>', 'giorni di vitto e alloggio alla settimana')
    .option('--associazione <codice>', 'F2 oppure E1')
    .option('--cessazione <data>', 'fine del rapporto nel trimestre, gg/mm/aaaa');
  return withLetture(withTerritorio(withMinimo(withOltreLOrario(conOre))));
}

/** One line a bollettino. */
export function printRows(righe: readonly RigaCarrello[]): void {
  const celle = righe.map(({ bollettino, rapporto }) => [
    bollettino.id,
    rapporto.codice,
    rapporto.lavoratore.codiceFiscale,
    bollettino.codiceInps,
    bollettino.iuv,
    formatTrimestre(bollettino.trimestre),
    formatGiornoItaliano(bollettino.scadenza),
    formatEuroItaliano(bollettino.importo),
    bollettino.integrazione === undefined ? bollettino.stato : `${bollettino.stato}, integrazione`,
  ]);
  const intestazioni = [
    'id',
    'rapporto',
    'lavoratore',
    'codice Inps',
    'IUV',
    'trimestre',
    'scadenza',
    'importo',
    'stato',
  ];
  printLines(formatTable(intestazioni, celle));
}
