import { chiediCopia } from './copia-rt.ts';
import type { DipendenzePagamenti } from './dipendenze.ts';
import { riconcilia } from './flussi.ts';
import { pagaSuFlusso } from './paga-su-flusso.ts';
import type { RigaRendicontata } from './rendicontazione.ts';

/** Payments looked into at once: a flow of a bad day must not keep the node busy for an hour. */
const MASSIMO = 500;

/**
 * Money that stands in a flow while we have no receipt of it: the receipt was lost (the node gave up while we were down, and
 * an earlier negative one had closed the attempt), so the node is asked for a copy. What has none closes its bollettino when the
 * flow says that there was no RPT to answer (codes 8 and 9); any other is told to operators.
 */
export async function cercaRicevute(dip: DipendenzePagamenti): Promise<void> {
  const { senzaRicevuta } = await riconcilia(dip);
  for (const riga of senzaRicevuta.slice(0, MASSIMO)) {
    const esito = await askCopies(dip, riga);
    if (esito === 'silenzio') return;
    await pagaSuFlusso(dip, riga);
  }
  const ancora = await riconcilia(dip);
  for (const riga of ancora.senzaRicevuta.slice(0, MASSIMO)) await tellOperators(dip, riga);
}

/** The row names the IUV and not the attempt: all those sent with it are asked for. */
async function askCopies(dip: DipendenzePagamenti, { iuv }: RigaRendicontata): Promise<'chiesto' | 'silenzio'> {
  const { tentativi } = dip.archivio.letture;
  for (const tentativo of await tentativi.conIuv(dip.ente.codiceFiscale, iuv)) {
    if ((await tentativi.rpt(tentativo.id)) === undefined) continue;
    if ((await chiediCopia(dip, tentativo)) === 'silenzio') return 'silenzio';
  }
  return 'chiesto';
}

async function tellOperators(dip: DipendenzePagamenti, riga: RigaRendicontata): Promise<void> {
  const { flusso, iuv, iur, indice, importo, codice, dataEsito } = riga;
  const [tentativo] = await dip.archivio.letture.tentativi.conIuv(dip.ente.codiceFiscale, iuv);
  await dip.archivio.letture.anomalie.apri(
    {
      tipo: 'rendicontato-senza-ricevuta',
      chiave: `rendicontato-senza-ricevuta:${iuv}:${iur}:${indice}`,
      ...(tentativo !== undefined && { tentativoId: tentativo.id, bollettinoId: tentativo.bollettinoId }),
      dominio: dip.ente.codiceFiscale,
      iuv,
      dettaglio: { flusso, iur, importo, codice, dataEsito },
    },
    dip.clock.now().toISOString(),
  );
}
