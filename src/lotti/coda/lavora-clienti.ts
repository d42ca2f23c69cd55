import { join } from 'node:path';
import type { Archivio } from '../../archivio/archivio.ts';
import type { Id } from '../../anagrafe/rapporto-di-lavoro.ts';
import { importaClienti, type Passo } from '../clienti/importa-clienti.ts';
import { parsePuntoClienti } from '../clienti/punto-clienti.ts';
import { codiceEsitoClienti } from '../clienti/riepilogo-clienti.ts';
import { scriviErrori } from '../clienti/scrivi-errori.ts';
import { preparaIngresso } from '../ingresso/prepara-ingresso.ts';
import type { ErroreRiga } from '../righe/errore-riga.ts';
import { scriviDaCorreggere } from '../uscita/righe-da-correggere.ts';
import type { Guardia } from './guardia.ts';
import { DA_CORREGGERE, ERRORI, type Fatto, type Lavoro } from './lavoro.ts';
import type { OpzioniClientiLotto } from './servizio-lotti.ts';

/** Takes a list of clients that was sent; taken up again it goes on from the last step that was written. */
export async function lavoraClienti(
  { app, lotto, presa, cartella, ingresso }: Lavoro,
  { signal }: Guardia,
): Promise<Fatto | undefined> {
  const { righeNascoste } = lotto.opzioni as OpzioniClientiLotto;
  const { csv, note } = await preparaIngresso(ingresso, ingresso, { riprendi: true, righeNascoste });
  const { archivio } = app;
  const ripresa = { punto: parsePuntoClienti(lotto.punto), errori: await refusedBefore(archivio, lotto.id) };
  const esito = await importaClienti({
    archivio,
    proprietario: lotto.proprietario,
    csv,
    il: lotto.creatoIl,
    ripresa,
    segna: async (tx, { punto, errori, avanzamento }: Passo) => {
      const gia = punto.errori - errori.length;
      const numerati = errori.map(({ id, ...errore }, i) => ({ numero: gia + i + 1, idRiga: id, ...errore }));
      await tx.lottiAvvisi.aggiungi(lotto.id, [], numerati);
      await presa.segna(tx.lotti, punto, avanzamento);
    },
    signal,
  });
  if (esito.interrotto) return undefined;
  const { riepilogo, errori, avvertenze } = esito;
  const [elenco, out] = [join(cartella, ERRORI), join(cartella, DA_CORREGGERE)];
  await scriviErrori(elenco, errori);
  const daCorreggere = await scriviDaCorreggere({ csv, errori: elenco, out });
  return {
    prodotti: [ERRORI, ...(daCorreggere ? [DA_CORREGGERE] : [])],
    fine: { codice: codiceEsitoClienti(riepilogo), avvertenze: [...note, ...avvertenze], riepilogo },
  };
}

/** What the register had refused when the work was left. */
async function refusedBefore({ letture }: Archivio, lottoId: Id): Promise<ErroreRiga[]> {
  const errori = await letture.lottiAvvisi.errori(lottoId, 0, Number.MAX_SAFE_INTEGER);
  return errori.map(({ riga, idRiga, colonna, valore, errore }) => ({ riga, id: idRiga, colonna, valore, errore }));
}
