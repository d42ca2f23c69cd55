import { type Request, type Response, Router } from 'express';
import { formatEuro } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Contesto } from '../contesto.ts';
import { linguaChiesta } from '../pagine/lingua-chiesta.ts';
import type { Viste } from '../pagine/viste.ts';
import { canaliSportello, type Decisione, pagaAlloSportello, verificaAlloSportello } from './sportello.ts';

/** What the form holds, kept from page to page. */
interface Modulo {
  readonly codice: string;
  readonly dominio: string;
  readonly canale: string;
}

const DECISIONI: readonly Decisione[] = ['incassa', 'rifiuta', 'trattieni'];

/** The simulated PSP counter: type or scan a notice's code, see what it is worth, pay it. */
export function rotteSportello(contesto: Contesto, viste: Viste): Router {
  const router = Router();
  const mostra = (res: Response, vista: string, req: Request, dati: Readonly<Record<string, unknown>>): void => {
    const comuni = { modulo: moduloDi(req), canali: canaliSportello(contesto), errore: '' };
    res.type('html').send(viste(vista, linguaChiesta(req), { ...comuni, ...dati }));
  };
  router.get('/', (req, res) => mostra(res, 'sportello', req, {}));
  router.post('/verifica', async (req, res) => {
    await conErrori(res, req, mostra, async () => {
      const lettura = await verificaAlloSportello(contesto, datiDi(moduloDi(req)));
      mostra(res, 'sportello-verifica', req, { lettura });
    });
  });
  router.post('/paga', async (req, res) => {
    await conErrori(res, req, mostra, async () => {
      const decisione = DECISIONI.find((una) => una === testo(req, 'decisione')) ?? 'trattieni';
      const esito = await pagaAlloSportello(contesto, { ...datiDi(moduloDi(req)), decisione });
      const { verifica, commissione } = esito.lettura;
      const importo = verifica.esito === 'OK' ? formatEuro(verifica.importo) : '';
      mostra(res, 'sportello-esito', req, { ...esito, importo, commissione: commissione ?? null });
    });
  });
  return router;
}

/** A code that cannot be read shows the form again with the reason. */
async function conErrori(
  res: Response,
  req: Request,
  mostra: (res: Response, vista: string, req: Request, dati: Readonly<Record<string, unknown>>) => void,
  fai: () => Promise<void>,
): Promise<void> {
  try {
    await fai();
  } catch (errore) {
    if (!(errore instanceof ErroreDati)) throw errore;
    res.status(errore.statoHttp);
    mostra(res, 'sportello', req, { errore: errore.campo === 'canale' ? 'canale' : 'codice' });
  }
}

function moduloDi(req: Request): Modulo {
  return { codice: testo(req, 'codice'), dominio: testo(req, 'dominio'), canale: testo(req, 'canale') };
}

function datiDi({ codice, dominio, canale }: Modulo) {
  return { codice, ...(dominio !== '' && { dominio }), ...(canale !== '' && { canale }) };
}

function testo(req: Request, nome: string): string {
  const corpo = req.body as Readonly<Record<string, unknown>> | undefined;
  const valore: unknown = corpo?.[nome] ?? req.query[nome];
  return typeof valore === 'string' ? valore.slice(0, 300) : '';
}
