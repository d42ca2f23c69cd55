import { italiano } from '../../valori/italiano.ts';
import type { Norme } from '../../norme/norme.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { ORA, superano } from '../../valori/ore.ts';
import type { Conto } from '../conto/gruppo.ts';
import type { ImportiGruppo } from '../conto/importi.ts';
import type { OrePiane } from '../conto/ore-piane.ts';
import type { GruppoSettimane } from '../calcolo.ts';
import { comeDecimale, testoOre } from '../ore.ts';
import type { OreGiornaliere } from '../situazione/ore-del-trimestre.ts';
import { ostacoliOver80 } from '../situazione/requisiti-over80.ts';
import type { Situazione } from '../situazione/situazione.ts';
import { decimale, settimane as testoSettimane } from '../testo.ts';
import { avvertenzeFondo } from './avvertenze-fondo.ts';
import { altreLetture } from './altre-letture.ts';
import { minimoNonControllato } from './sotto-il-minimo.ts';

/** Weekly hours above which DPR 1403/1971 art. 10 still wants contributions. */
const ORE_SETTIMANALI_MOLTE = 60;

/** What holds for the whole quarter, whatever the bollettino. */
export function avvertenzeTrimestre(conto: Conto, importi: readonly ImportiGruppo[], norme: Norme): string[] {
  const { situazione, contesto, ore } = conto;
  const frasi: string[] = contesto.proiezione === undefined ? [] : [contesto.proiezione];
  if (ore.modo === 'piane') sulleOrePiane(frasi, conto, ore);
  else sulleOreGiornaliere(frasi, situazione, ore);
  suTrasformazione(frasi, situazione, norme);
  suSgraviNonTolti(frasi, situazione, norme);
  frasi.push(...minimoNonControllato(conto, norme));
  avvertenzeFondo(frasi, conto, importi);
  altreLetture(frasi, conto, importi, norme);
  return frasi;
}

function sulleOrePiane(frasi: string[], { situazione, contesto }: Conto, ore: OrePiane): void {
  const { settimanali, divisore } = ore;
  if (ore.media) {
    frasi.push(
      `Le ore settimanali non sono indicate: la media (${decimale(comeDecimale(settimanali).dividedBy(divisore), 2)}) decide se si ` +
        'superano le 24 ore. Se le settimane sono diverse fra loro, indicarle una per una.',
    );
  }
  if (superano(settimanali, ORE_SETTIMANALI_MOLTE * ORA * divisore)) {
    frasi.push(
      `Più di ${ORE_SETTIMANALI_MOLTE} ore a settimana: i contributi sono dovuti anche per le ore oltre la ` +
        `${ORE_SETTIMANALI_MOLTE}ª (DPR 1403/1971, art. 10). Controllare che le ore siano giuste.`,
    );
  }
  if (situazione.straordinari.length > 0 && situazione.straordinari.some(({ ore: quante }) => !quante.isZero())) {
    frasi.push(
      'Gli straordinari sono contati nel totale del trimestre: se con quelli una settimana supera le 24 ore, indicarne il giorno.',
    );
  }
  const { ore: dichiarate } = situazione;
  const contate = (dichiarate.tipo === 'contratto' || dichiarate.tipo === 'totale') && dichiarate.settimane;
  if (contate !== undefined && ore.settimane < contesto.settimane.length) {
    frasi.push(
      `Si ${ore.settimane === 1 ? 'paga' : 'pagano'} ${testoSettimane(ore.settimane)} su ${contesto.settimane.length}: le altre risultano non retribuite e non contano ` +
        'per la pensione del lavoratore.',
    );
  }
}

function sulleOreGiornaliere(frasi: string[], situazione: Situazione, { settimane }: OreGiornaliere): void {
  suDueGruppi(frasi, situazione, settimane);
  suiGiorni(frasi, situazione);
  for (const { sabato, centesimiDiOra } of settimane) {
    if (centesimiDiOra <= ORE_SETTIMANALI_MOLTE * ORA) continue;
    frasi.push(
      italiano`Nella settimana del ${formatGiornoItaliano(sabato)} le ore sono ${testoOre(centesimiDiOra)}: i contributi sono dovuti ` +
        italiano`anche oltre la ${ORE_SETTIMANALI_MOLTE}ª (DPR 1403/1971, art. 10).`,
    );
  }
  suSospensione(frasi, situazione, settimane);
}

function suDueGruppi(frasi: string[], { lettura }: Situazione, settimane: OreGiornaliere['settimane']): void {
  const quante = (quale: GruppoSettimane): number => settimane.filter(({ gruppo }) => gruppo === quale).length;
  const [corte, lunghe] = [quante('fino-24'), quante('oltre-24')];
  if (lettura === 'orario-unico' || corte === 0 || lunghe === 0) return;
  frasi.push(
    `Nel trimestre ${corte === 1 ? 'c’è' : 'ci sono'} ${testoSettimane(corte)} fino a 24 ore e ${testoSettimane(lunghe)} oltre: ` +
      'servono due pagamenti, ciascuno con le sue settimane e le sue ore. Nessun testo dell’INPS lo spiega: lo indicano la legge ' +
      '(ore di ciascuna settimana) e i programmi in commercio; il simulatore dell’INPS chiede invece un solo orario settimanale.',
  );
}

/** Days matter to absences, months, changes of terms, sixths, and to weeks cut by their days. */
function suiGiorni(frasi: string[], situazione: Situazione): void {
  const { condizioni, ore, assenze, festivita, settimaneIncomplete, assunzione, cessazione } = situazione;
  if (!condizioni.some(({ orario }) => orario === undefined)) return;
  const tagliate = settimaneIncomplete === 'a-giorni' && (assunzione !== undefined || cessazione !== undefined);
  const contano = assenze.length > 0 || festivita === 'un-sesto' || ore.tipo === 'mesi' || condizioni.length > 1;
  if (!contano && !tagliate) return;
  frasi.push(
    'Non è indicato in quali giorni si lavora: le ore settimanali sono ripartite da lunedì a sabato. Indicare l’orario di ciascun ' +
      'giorno per contare bene le settimane incomplete.',
  );
}

function suSospensione(frasi: string[], situazione: Situazione, settimane: OreGiornaliere['settimane']): void {
  const { assunzione = '', cessazione = '9999' } = situazione;
  const vuote = settimane.filter(
    ({ segno, domenica, sabato }) => segno === '0' && sabato >= assunzione && domenica <= cessazione,
  ).length;
  if (vuote === 0) return;
  frasi.push(
    `${vuote === 1 ? 'Una settimana non è retribuita e risulta' : `${vuote} settimane non sono retribuite e risultano`} con 0: per un ` +
      'trimestre pagato in parte non serve altra comunicazione all’INPS.',
  );
}

function suTrasformazione(frasi: string[], { condizioni, trimestre }: Situazione, norme: Norme): void {
  if (condizioni.length === 1) return;
  const trasformato = condizioni.some(
    ({ tempoDeterminato }, indice) => !tempoDeterminato && condizioni[indice - 1]?.tempoDeterminato === true,
  );
  const regola = norme.chiPaga.addizionale.findLast(({ dal }) => Number(dal.slice(0, 4)) <= trimestre.anno);
  if (trasformato && regola !== undefined) frasi.push(regola.trasformazione);
}

/** A relief that was asked for and is not taken off: why, and what to answer. */
function suSgraviNonTolti(frasi: string[], situazione: Situazione, norme: Norme): void {
  const { over80, nonCalcolati } = norme.sgravi;
  for (const richiesta of situazione.sgravi) {
    if (richiesta.codice === 'posticipo-pensione') {
      frasi.push(...nonCalcolati.filter(({ codice }) => codice === richiesta.codice).map((voce) => voce.avvertenza));
    }
    if (richiesta.codice !== 'over-80') continue;
    const ostacoli = ostacoliOver80(richiesta, situazione, norme);
    if (ostacoli.length > 0) frasi.push(`${over80.nome}: non è tolto, perché ${ostacoli.join('; ')}.`);
  }
}
