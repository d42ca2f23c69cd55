import type { Norme } from '../../norme/norme.ts';
import type { Conto } from '../conto/gruppo.ts';
import type { ImportiGruppo } from '../conto/importi.ts';
import { LETTURA_DEL_FONDO, letturaDelFondo } from '../lettura-del-fondo.ts';
import { confronta, differenza } from './confronto.ts';

/** What the sources leave open about a contractual fund. */
export function sulFondo(frasi: string[], conto: Conto, importi: readonly ImportiGruppo[], norme: Norme): void {
  sulCambio(frasi, conto, importi, norme);
  sulleLetture(frasi, conto, importi, norme);
}

/** The fund's amount, where it changes inside the weeks. */
function sulCambio(frasi: string[], conto: Conto, importi: readonly ImportiGruppo[], norme: Norme): void {
  const { associazione, contoAssistenza } = conto.situazione;
  if (
    associazione === undefined ||
    !conto.contesto.assistenzaCambia(associazione, letturaDelFondo(associazione, conto.situazione))
  )
    return;
  const perGiorno = contoAssistenza === 'a-giorni';
  const confronto = confronta(conto, importi, { contoAssistenza: perGiorno ? 'del-trimestre' : 'a-giorni' }, norme);
  const qui = perGiorno ? 'qui ogni ora ha quello del suo giorno' : 'qui tutte le ore hanno quello di fine trimestre';
  const inizio = perGiorno
    ? 'con quello di fine trimestre per tutte sarebbero'
    : 'contando ogni giorno col suo sarebbero';
  frasi.push(
    `L’importo orario dell’assistenza contrattuale ${associazione} cambia dentro le settimane del trimestre: ${qui}; ${differenza(inizio, confronto)}.`,
  );
}

/** When the fund began, or what it takes, where its sources disagree about this quarter. */
function sulleLetture(frasi: string[], conto: Conto, importi: readonly ImportiGruppo[], norme: Norme): void {
  const { associazione } = conto.situazione;
  if (associazione === undefined) return;
  const [prima, ...altre] = conto.contesto.lettureDelFondo(associazione);
  if (prima === undefined) return;
  const scelta = letturaDelFondo(associazione, conto.situazione);
  const usata = altre.find(({ valore }) => valore === scelta) ?? prima;
  const diverse = [prima, ...altre].filter(({ valore }) => valore !== usata.valore);
  const conLaltra = diverse.map(({ valore, testo }) => {
    const confronto = confronta(conto, importi, { [LETTURA_DEL_FONDO[associazione]]: valore }, norme);
    const quanto =
      'manca' in confronto
        ? 'il contributo non sarebbe dovuto'
        : `i contributi del trimestre sarebbero ${confronto.altrove} invece di ${confronto.qui}`;
    return `${testo}: ${quanto}`;
  });
  frasi.push(
    `Contributo ${associazione}: le fonti non concordano. Qui è ${usata.testo}. Con un’altra lettura, ${conLaltra.join('; ')}.`,
  );
}
