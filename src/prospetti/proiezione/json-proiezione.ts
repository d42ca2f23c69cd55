import { tabellaToJson } from '../../contributi/json.ts';
import { formatEuro } from '../../valori/denaro.ts';
import type { TabellaProiettata } from './proietta-tabella.ts';

/** A projected table as CLI `--json` and the API give it: the form of a published one, marked, with its steps. */
export function proiezioneToJson({ tabella, minimi, passi, avvertenze }: TabellaProiettata) {
  return { proiezione: true, ...tabellaToJson(tabella), minimi: minimiToJson(minimi), passi, avvertenze };
}

/** Euro by form and level, `{ oraria: { BS: "7.74" } }`. */
function minimiToJson(minimi: TabellaProiettata['minimi']): Record<string, Record<string, string>> {
  return Object.fromEntries(
    Object.entries(minimi?.importi ?? {}).map(([forma, livelli]) => [
      forma,
      Object.fromEntries(Object.entries(livelli).map(([livello, importo]) => [livello, formatEuro(importo)])),
    ]),
  );
}
