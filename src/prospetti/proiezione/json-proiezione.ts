import { tabellaToJson } from '../../contributi/json.ts';
import type { TabellaProiettata } from './proietta-tabella.ts';

/** A projected table as CLI `--json` and the API give it: the form of a published one, marked, with its steps. */
export function proiezioneToJson({ tabella, passi, avvertenze }: TabellaProiettata) {
  return { proiezione: true, ...tabellaToJson(tabella), passi, avvertenze };
}
