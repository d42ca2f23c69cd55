import { italiano } from '../../valori/italiano.ts';
import type { Norme } from '../../norme/norme.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import type { Conto } from '../conto/gruppo.ts';
import type { ImportiGruppo } from '../conto/importi.ts';
import { orarioEsatto, testoOre } from '../ore.ts';
import { fraLeDueSoglie } from '../quarta-fascia.ts';
import { contaSettimanaIntera } from '../situazione/calendario.ts';
import { contaSettimane, orarioOrdinario } from '../situazione/settimane-pagate.ts';
import { decimale } from '../testo.ts';
import { confronta, type Confronto, differenza } from './confronto.ts';
import { sulFondo } from './letture-del-fondo.ts';

/**
 * For each reading that the sources leave open and that changes something in this quarter: which one was used, and what the
 * other would give. Most quarters have none, and it costs them nothing.
 */
export function altreLetture(frasi: string[], conto: Conto, importi: readonly ImportiGruppo[], norme: Norme): void {
  sulleSettimaneIncomplete(frasi, conto, importi, norme);
  sullaSoglia(frasi, conto, importi, norme);
  sullaLettura(frasi, conto, importi, norme);
  sulFondo(frasi, conto, importi, norme);
}

/** The band by each week's hours, or by one weekly figure. */
function sullaLettura(frasi: string[], conto: Conto, importi: readonly ImportiGruppo[], norme: Norme): void {
  const { situazione, contesto, ore } = conto;
  if (ore.modo === 'piane') return;
  const lettura = situazione.lettura === 'orario-unico' ? 'settimana-per-settimana' : 'orario-unico';
  const { criteri, tabella } = contesto;
  const sue = contaSettimane(ore.calendario, ore.ore, situazione, { lettura, criteri, tabella });
  if (sue.every(({ gruppo }, indice) => gruppo === ore.settimane[indice]?.gruppo)) return;
  const nome =
    lettura === 'orario-unico'
      ? 'Con un solo orario settimanale, come nel simulatore dell’INPS'
      : 'Contando settimana per settimana';
  const confronto = confronta(conto, importi, { lettura }, norme);
  frasi.push(
    `${differenza(`${nome}, i contributi del trimestre sarebbero`, confronto)}${'manca' in confronto ? '' : ': le fonti non dicono quale lettura l’INPS applichi.'}`,
  );
}

/** Between 24 and 25 hours: the pay's band is dearer and safe, so it is told first. */
function sullaSoglia(frasi: string[], conto: Conto, importi: readonly ImportiGruppo[], norme: Norme): void {
  const { situazione, contesto, ore, gruppi } = conto;
  const quali = fraLeSoglie(conto);
  if (quali === undefined) return;
  const usata = ore.modo === 'piane' && gruppi[0]?.gruppo === 'oltre-24' ? 'oltre-24' : situazione.quartaFascia;
  const oltre = (usata ?? 'dalle-25') === 'oltre-24';
  const confronto = confronta(conto, importi, { quartaFascia: oltre ? 'dalle-25' : 'oltre-24' }, norme);
  const inizio = `${quali}, fra 24 e 25, le fonti non concordano.`;
  const { limiteOre, dalleOre } = contesto.criteri.oltre24;
  if ('manca' in confronto) {
    frasi.push(
      `${inizio} Con la lettura prudente, 4ª fascia dalle ${dalleOre} ore (circolare INPS 19/2006), conta la paga: indicarla per sapere ` +
        `l’importo. Oltre ${limiteOre} ore (pagina dell’INPS) è 4ª fascia: ${confronto.qui} nel trimestre, come qui.`,
    );
    return;
  }
  const [prudente, altra] = oltre ? [confronto.altrove, confronto.qui] : [confronto.qui, confronto.altrove];
  frasi.push(
    `${inizio} Lettura prudente, 4ª fascia dalle ${dalleOre} ore (circolare INPS 19/2006): conta la paga, ${prudente} nel trimestre` +
      `${oltre ? '' : ', come qui'}. Oltre ${limiteOre} ore (pagina dell’INPS): 4ª fascia, ${altra}${oltre ? ', come qui' : ''}.`,
  );
}

/** How many weekly hours stand between the two thresholds, for a sentence; undefined when none do. */
function fraLeSoglie({ situazione, contesto, ore }: Conto): string | undefined {
  const { criteri } = contesto;
  if (ore.modo === 'piane') {
    if (!fraLeDueSoglie(ore, criteri)) return undefined;
    return `Con un orario di ${decimale(orarioEsatto(ore), 2)} ore a settimana`;
  }
  const unico = situazione.lettura === 'orario-unico' || situazione.ore.tipo === 'totale';
  if (unico) {
    const pagate = ore.settimane.filter(({ gruppo }) => gruppo !== null).length;
    const orari = situazione.condizioni.map((condizioni) => orarioOrdinario(condizioni, situazione.ore, pagate));
    return orari.some((orario) => orario !== undefined && fraLeDueSoglie(orario, criteri))
      ? 'Con questo orario settimanale'
      : undefined;
  }
  const settimane = ore.settimane.filter(({ centesimiDiOra }) =>
    fraLeDueSoglie({ settimanali: centesimiDiOra, divisore: 1 }, criteri),
  );
  if (settimane.length === 0) return undefined;
  const quali = settimane.map(
    ({ sabato, centesimiDiOra }) => `${formatGiornoItaliano(sabato)} (${testoOre(centesimiDiOra)})`,
  );
  return settimane.length === 1
    ? italiano`Nella settimana del ${quali.join('')}`
    : italiano`Nelle settimane del ${quali.slice(0, 3).join(', del ')}${settimane.length > 3 ? ' e altre' : ''}`;
}

/** The week in which the rapporto begins or ends: whole, or by its days. */
function sulleSettimaneIncomplete(
  frasi: string[],
  conto: Conto,
  importi: readonly ImportiGruppo[],
  norme: Norme,
): void {
  const { situazione, contesto } = conto;
  const { assunzione, cessazione, preavvisoFinoAl, ore, condizioni } = situazione;
  if ((assunzione === undefined && cessazione === undefined) || ore.tipo !== 'contratto') return;
  const { domenica, sabato } = contesto.estremi;
  const inizia = assunzione !== undefined && assunzione > domenica && tagliata(assunzione, contesto, 'domenica');
  const fine = preavvisoFinoAl ?? cessazione;
  const finisce = fine !== undefined && fine < sabato && tagliata(fine, contesto, 'sabato');
  if (!inizia && !finisce) return;
  const intere = contaSettimanaIntera(situazione, condizioni[0]);
  const confronto = confronta(conto, importi, { settimaneIncomplete: intere ? 'a-giorni' : 'intere' }, norme);
  const altrimenti = importo(intere, confronto);
  const quando = inizia
    ? italiano`Il rapporto comincia il ${formatGiornoItaliano(assunzione)}${finisce ? italiano` e finisce il ${formatGiornoItaliano(fine)}` : ''}`
    : italiano`${preavvisoFinoAl === undefined ? 'Il rapporto' : 'Il preavviso'} finisce il ${formatGiornoItaliano(fine as NonNullable<typeof fine>)}`;
  const quale =
    inizia && finisce
      ? 'la prima e l’ultima settimana sono contate'
      : inizia
        ? 'la prima settimana è contata'
        : 'l’ultima settimana è contata';
  frasi.push(
    intere
      ? `${quando}: ${quale} per intero, come nell’avviso proposto dall’INPS. Se le ore sono state meno${finisce ? ', o restano ferie da pagare' : ''}, ` +
          `indicare le ore di tutto il trimestre.${altrimenti}`
      : `${quando}: ${quale} coi soli giorni del rapporto; l’avviso proposto dall’INPS mette le ore intere del contratto, anche per chi è ` +
          `assunto di sabato.${altrimenti}`,
  );
}

function importo(intere: boolean, confronto: Confronto): string {
  const come = intere ? 'Contando solo i giorni del rapporto, da lunedì a sabato,' : 'A settimane intere';
  if ('altrove' in confronto) {
    const { qui, altrove } = confronto;
    return qui === altrove ? '' : ` ${come} sarebbero ${altrove} invece di ${qui}.`;
  }
  if (confronto.manca.codice === 'nulla-da-versare') return ` ${come} non ci sarebbe nulla da pagare.`;
  return confronto.manca.codice === 'paga-mancante' ? ` ${come} l’importo dipende dalla paga: indicarla.` : '';
}

/** True when a day of the quarter's weeks is not the one on which its week begins (or ends). */
function tagliata(giorno: string, { settimane }: Conto['contesto'], estremo: 'domenica' | 'sabato'): boolean {
  return settimane.every((settimana) => settimana[estremo] !== giorno);
}
