import type { Request, Response } from 'express';
import { BYTE_MASSIMI } from '../../avvisi/lettura/codice-letto.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import type { ErroreDati } from '../../valori/errore-dati.ts';
import { formatGiornoItaliano, giornoInItalia } from '../../valori/giorno.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { contestoDi } from '../http/access.ts';
import type { GruppoCampi } from '../strumenti/strumento.ts';
import { formatIstante } from '../viste/istante.ts';
import { toVistaAvvisoInps, toVisteAllegati, toVistaPratica } from '../viste/pratica.ts';
import { comeErrori } from '../strumenti/come-errori.ts';
import { renderScheda, takeMessaggio } from './pagina.ts';

/** The labels of the payment's form, by which what is wrong with it is said. */
const CAMPI_PAGATO: readonly GruppoCampi[] = [
  {
    legenda: '',
    campi: [
      { tipo: 'testo', nome: 'pagatoIl', etichetta: 'Giorno del pagamento' },
      { tipo: 'testo', nome: 'importo', etichetta: 'Importo pagato, in euro' },
      { tipo: 'testo', nome: 'file', etichetta: 'File' },
      { tipo: 'testo', nome: 'ricevuta', etichetta: 'Ricevuta' },
    ],
  },
];

/** The page of one bollettino: what to write in INPS's form, the notice it gives, whether it was paid. */
export async function showPratica(
  dip: Dipendenze,
  { req, res }: { readonly req: Request; readonly res: Response },
  stato: { readonly scritto?: Readonly<Record<string, string>>; readonly errore?: ErroreDati } = {},
): Promise<void> {
  const pratica = await dip.app.famiglia.pratica(contestoDi(req), String(req.params['id']));
  const oggi = giornoInItalia(dip.app.clock.now());
  const p = toVistaPratica(pratica, oggi);
  const avviso = toVistaAvvisoInps(pratica.avviso);
  if (stato.errore !== undefined) res.status(stato.errore.statoHttp);
  const proposti = {
    pagatoIl: formatGiornoItaliano(oggi),
    importo: formatEuroItaliano(pratica.avviso?.importo ?? pratica.bollettino.importo),
  };
  const scheda = { nome: 'bollettini', modello: 'reale-pratica', titolo: `Bollettino ${p.trimestre}` } as const;
  await renderScheda(dip, { req, res }, scheda, {
    ...comeErrori(stato.errore, CAMPI_PAGATO),
    messaggio: takeMessaggio(req),
    p,
    modulo: pratica.modulo,
    avviso,
    verifica: verificaOf(pratica),
    allegati: toVisteAllegati(pratica, formatIstante),
    campi: { ...proposti, ...stato.scritto },
    massimo: Math.floor(BYTE_MASSIMI / 1024 / 1024),
  });
}

/** What the check of the amount begins with, where INPS asks another one. */
function verificaOf({ avviso, bollettino }: Awaited<ReturnType<Dipendenze['app']['famiglia']['pratica']>>) {
  if (avviso === undefined || avviso.confronto.uguale) return null;
  const { numero, anno } = bollettino.trimestre;
  return { importo: formatEuroItaliano(avviso.importo), trimestre: `${numero}/${anno}` };
}
