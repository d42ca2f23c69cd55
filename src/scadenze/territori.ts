import type { Norme } from '../norme/norme.ts';
import type { Sospensione } from '../norme/regole-scadenze.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { formatGiornoItaliano, type Giorno } from '../valori/giorno.ts';
import { italiano } from '../valori/italiano.ts';

/** How a place without a suspension is written, where what was said before must be taken back. */
export const NESSUN_TERRITORIO = 'nessuno';

/** The id as people write it: capitals and spaces around do not matter. Whether it is known, the due date will say. */
export function parseTerritorio(testo: string): string {
  return testo.trim().toLowerCase();
}

/** One id, or none, as the list that due dates take. */
export function territoriDi(territorio: string | undefined): readonly string[] {
  return territorio === undefined || territorio === NESSUN_TERRITORIO ? NESSUNO : [territorio];
}

const NESSUNO: readonly never[] = [];

/**
 * The id of a place to keep; undefined for none.
 * @throws ErroreDati `territorio-sconosciuto` listing the ids that are known
 */
export function territorioDaTenere(testo: string, norme: Norme): string | undefined {
  const [id] = territoriDi(parseTerritorio(testo));
  if (id === undefined || id === '') return undefined;
  return trova(id, norme).id;
}

/** The suspensions that hold only in some places, and only for who says to be there. */
export function sospensioniPerTerritorio({ scadenze }: Norme): readonly Sospensione[] {
  return scadenze.sospensioni.filter(({ territoriale }) => territoriale);
}

/**
 * The suspension that moves a legal last day: the one with the furthest term, where more than one covers it.
 * @param territori ids of the territorial ones that apply to this employer
 * @throws ErroreDati `territorio-sconosciuto` listing the ids that are known
 */
export function sospensioneDi(legale: Giorno, norme: Norme, territori: readonly string[]): Sospensione | undefined {
  for (const id of territori) trova(id, norme);
  let ultima: Sospensione | undefined;
  for (const sospensione of norme.scadenze.sospensioni) {
    if (!copre(sospensione, legale) || (sospensione.territoriale && !territori.includes(sospensione.id))) continue;
    if (ultima === undefined || sospensione.nuovaScadenza > ultima.nuovaScadenza) ultima = sospensione;
  }
  return ultima;
}

/** What to know before counting on the suspensions that were asked for: whom they are for, and which due dates they leave alone. */
export function avvertenzeSuiTerritori(legale: Giorno, norme: Norme, territori: readonly string[]): string[] {
  return territori.flatMap((id) => {
    const sospensione = trova(id, norme);
    const { nome, zona, nota, scadenzeDal, scadenzeAl } = sospensione;
    if (copre(sospensione, legale)) {
      return [
        `La sospensione «${nome}» vale solo per ${zona ?? 'le zone indicate'}.`,
        ...(nota === undefined ? [] : [nota]),
      ];
    }
    const quali = italiano`dal ${formatGiornoItaliano(scadenzeDal)} al ${formatGiornoItaliano(scadenzeAl)}`;
    return [
      italiano`La sospensione «${nome}» riguarda le scadenze ${quali}: questa, del ${formatGiornoItaliano(legale)}, non è fra quelle e resta dov’è.`,
    ];
  });
}

function copre({ scadenzeDal, scadenzeAl }: Sospensione, legale: Giorno): boolean {
  return scadenzeDal <= legale && legale <= scadenzeAl;
}

function trova(id: string, norme: Norme): Sospensione {
  const note = sospensioniPerTerritorio(norme);
  const sospensione = note.find((una) => una.id === id);
  if (sospensione !== undefined) return sospensione;
  throw new ErroreDati('territorio-sconosciuto', {
    id: id.slice(0, 40),
    note: note.map((una) => `${una.id} (${una.nome})`).join(', '),
    campo: 'territorio',
  });
}
