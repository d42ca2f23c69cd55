import { italiano } from '../../valori/italiano.ts';
import type { Norme } from '../../norme/norme.ts';
import type { NumeroFascia } from '../../norme/tabella-anno.ts';
import { perEccesso, perOra } from '../../valori/ore.ts';
import { vittoIgnoto } from '../accordo-paga.ts';
import type { Conto, Gruppo } from '../conto/gruppo.ts';
import type { ImportiGruppo } from '../conto/importi.ts';
import type { Riga } from '../conto/riga.ts';
import { testoOre } from '../ore.ts';
import { euro } from '../testo.ts';
import { avvertenzeLimite } from '../vicino-al-limite.ts';

/** What holds for one bollettino: its pay, its rows, its part hours, its reliefs. */
export function avvertenzeGruppo(
  frasi: string[],
  conto: Conto,
  gruppo: Gruppo,
  importi: ImportiGruppo,
  norme: Norme,
): void {
  const { righe } = gruppo;
  sulleFrazioni(frasi, conto, gruppo, importi);
  for (const [n, riga] of righe.entries()) {
    sullaRiga(frasi, conto, riga);
    // What the last terms have in common with those before is said once.
    if (n > 0) togliDoppie(frasi);
  }
  if (righe.some(({ sostituzioneDal }) => sostituzioneDal !== null)) {
    const frase = norme.chiPaga.addizionale.at(-1)?.sostituzione.avvertenza;
    if (frase !== undefined) frasi.push(frase);
  }
  if (righe.length > 1) frasi.push(condizioniCambiate(righe));
  for (const { codice } of importi.sgravi) {
    const { madri, over80 } = norme.sgravi;
    if (codice === 'madri-2022') frasi.push(madri.avvertenza);
    else frasi.push(over80.avvertenza, `Requisiti: ${over80.requisiti}`);
  }
}

/** With the exact reading: what the whole hours that INPS's forms take would cost, beside what the exact ones do. */
function sulleFrazioni(
  frasi: string[],
  { situazione }: Conto,
  { esatte, righe }: Gruppo,
  { contributi, associazione }: ImportiGruppo,
): void {
  if (situazione.oreInParti !== 'esatte' || perEccesso(esatte) === esatte) return;
  const [unica, altra] = righe as readonly [Riga, Riga?];
  const intere = perEccesso(esatte);
  const senza = associazione === null ? '' : `, senza il contributo ${associazione.codice}`;
  const importo =
    altra === undefined
      ? `Con ${testoOre(intere)} i contributi sarebbero ${euro(perOra(intere, unica.tariffa.contributoOrario))} ` +
        `invece di ${euro(contributi)}${senza}.`
      : `Sarebbero ${testoOre(intere)}.`;
  frasi.push(
    `Le ore del trimestre hanno una frazione (${testoOre(esatte)}): la circolare INPS 19/2006 e i moduli dell’INPS vogliono ore intere, ` +
      `arrotondate per eccesso. ${importo}`,
  );
}

function sullaRiga(frasi: string[], { contesto }: Conto, riga: Riga): void {
  const { condizioni, retribuzione, fascia } = riga;
  const { anno, fasce } = contesto.tabella;
  if (riga.tempoDeterminato && fasce[0].tempoDeterminato === undefined) {
    frasi.push(
      italiano`Nel ${anno} l’addizionale per i rapporti a termine non c’era ancora (esiste dal 2013): non è calcolata.`,
    );
  }
  if (riga.cuaf !== null) frasi.push(...riga.cuaf.avvertenze);
  if (retribuzione === null) {
    frasi.push(
      vittoIgnoto(condizioni, contesto.tabella)
        ? italiano`Il valore convenzionale di vitto e alloggio del ${anno} non è noto: oltre 24 ore non cambia l’importo, ma la retribuzione ` +
            'oraria effettiva va comunque comunicata, con il vitto e l’alloggio concordati.'
        : 'La paga non è indicata: oltre 24 ore non cambia l’importo, ma la retribuzione oraria effettiva va comunque comunicata.',
    );
    return;
  }
  if (fascia === 4) return;
  const oraria = (numero: NumeroFascia) =>
    contesto.tariffa(numero, riga.senzaCuaf, riga.tempoDeterminato).contributoOrario;
  avvertenzeLimite(frasi, contesto.tabella, retribuzione, oraria);
}

function togliDoppie(frasi: string[]): void {
  frasi.splice(0, frasi.length, ...new Set(frasi));
}

function condizioniCambiate(righe: readonly Riga[]): string {
  const parti = righe.map(
    ({ centesimiDiOra, tariffa }) => `${testoOre(centesimiDiOra)} a ${euro(tariffa.contributoOrario)}`,
  );
  return (
    `Le condizioni cambiano nel trimestre: ${parti.join(' e ')}. L’INPS chiede una sola paga per pagamento: se la sua pagina non ` +
    'accetta importi diversi, fare un pagamento per ciascuna parte (un programma in commercio suggerisce la paga più alta per tutte le ore).'
  );
}
