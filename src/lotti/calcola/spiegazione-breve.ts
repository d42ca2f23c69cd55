import type { Calcolo } from '../../contributi/calcolo.ts';
import type { ImportiCalcolo } from '../../contributi/importi.ts';
import { centesimi } from '../../valori/denaro.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { type ByteWriter, utf8 } from '../csv/byte-writer.ts';
import { writeImporto, writeOre } from './formato.ts';
import { italiano } from '../../valori/italiano.ts';

const FASCE = ['', '1ª fascia', '2ª fascia', '3ª fascia', '4ª fascia: più di 24 ore a settimana'] as const;
/** ` € (4ª fascia: …, con CUAF, tempo indeterminato)`, by band × 4 + without CUAF × 2 + fixed term. */
const TARIFFE = FASCE.flatMap((fascia) =>
  ['con', 'senza'].flatMap((cuaf) =>
    ['indeterminato', 'determinato'].map((tempo) => utf8(` € (${fascia}, ${cuaf} CUAF, tempo ${tempo})`)),
  ),
);
const ORA = utf8(' ora × ');
const ORE = utf8(' ore × ');
const UGUALE = utf8(' € = ');
const PIU = utf8(', più ');
const ASSISTENZA = { F2: utf8(' € di assistenza contrattuale F2'), E1: utf8(' € di assistenza contrattuale E1') };

/**
 * Writes how an amount comes about in one sentence, without `;` or quotes:
 * `325 ore × 1,04 € = 338,00 € (4ª fascia: …, con CUAF, tempo indeterminato)`.
 */
export function writeSpiegazione(a: ByteWriter, calcolo: ImportiCalcolo | Calcolo): void {
  const { associazione, fascia, ore, scadenza, senzaCuaf, tempoDeterminato } = calcolo;
  writeOre(a, ore, 'italiano');
  a.piece(isOne(ore) ? ORA : ORE);
  writeImporto(a, calcolo.contributoOrario, 'italiano');
  a.piece(UGUALE);
  writeImporto(a, associazione === null ? calcolo.totale : centesimi(calcolo.totale - associazione.totale), 'italiano');
  a.piece(TARIFFE[fascia * 4 + (senzaCuaf ? 2 : 0) + (tempoDeterminato ? 1 : 0)] as Uint8Array);
  if (associazione !== null) {
    a.piece(PIU);
    writeImporto(a, associazione.totale, 'italiano');
    a.piece(ASSISTENZA[associazione.codice]);
  }
  if (scadenza.giornoSicuro !== undefined) {
    const sicuro = formatGiornoItaliano(scadenza.giornoSicuro);
    a.text(italiano`, le fonti discordano sul termine: per prudenza pagare entro il ${sicuro}`);
  }
}

/** One hour, in hundredths or exact. */
function isOne(ore: ImportiCalcolo['ore']): boolean {
  return typeof ore === 'number' ? ore === 100 : ore.eq(1);
}
