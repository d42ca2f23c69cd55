import { readFileSync } from 'node:fs';
import { type Request, type Response, Router } from 'express';
import { packagePath } from '../../valori/package-root.ts';
import type { Contesto } from '../contesto.ts';
import { componiWsdl } from './componi-wsdl.ts';
import { SERVIZI, type ServizioWsdl } from './servizi.ts';

/** Namespace of the WSDL that holds every service of the node together. */
const SPAZIO_INSIEME = 'urn:trimestre:simulatore:nodo';
/** The schemas that WSDLs refer to, and those that they import. */
const SCHEMI = new Set([
  ...SERVIZI.map(({ schema }) => `${schema}.xsd`),
  ...['nodo-intestazioni', 'rpt-rt', 'id-rpt-qr', 'id-rpt-aim', 'id-rpt-gs1'].map((nome) => `${nome}.xsd`),
]);

/**
 * The descriptions of the node's services, under the path where they answer: `?wsdl` at that path for all of them together, at
 * `/NAME` for one (or for what a creditor or a PSP must answer to), and `/xsd/NAME.xsd` for the schemas of our own writing.
 * @param percorso path of the endpoint under the base URL
 */
export function rotteWsdl({ baseUrl, configurazione, psp }: Contesto, percorso: string): Router {
  const router = Router();
  const [stazione] = configurazione.stazioni;
  const diChi = ({ nome, chi }: ServizioWsdl): string => {
    if (chi === 'nodo') return `${baseUrl()}${percorso}`;
    if (chi === 'psp') {
      const primo = psp.psp.flatMap(({ servizi }) => servizi).find(({ ascolto }) => ascolto !== undefined)?.ascolto;
      return (nome === 'PspPerNodo' ? primo?.rpt : primo?.notifiche) ?? baseUrl();
    }
    if (nome === 'PaPerNodo') return stazione?.urlRt ?? baseUrl();
    return (nome === 'paForNode' ? stazione?.urlAvvisi : stazione?.urlAttivazione) ?? stazione?.urlRt ?? baseUrl();
  };
  const manda = (res: Response, servizi: readonly ServizioWsdl[], spazio: string): void => {
    const schema = (nome: string): string => `${baseUrl()}${percorso}/xsd/${nome}.xsd`;
    res.type('text/xml; charset=utf-8').send(componiWsdl(servizi, { spazio, indirizzo: diChi, schema }));
  };
  router.get('/xsd/:file', (req, res, next) => {
    if (!SCHEMI.has(req.params.file)) return next();
    res.type('text/xml; charset=utf-8').send(readFileSync(packagePath('rules', 'pagopa', req.params.file)));
  });
  router.get(['/', '/:nome'], (req, res, next) => {
    if (!chiedeWsdl(req)) return next();
    const { nome } = req.params;
    const uno = SERVIZI.find((servizio) => servizio.nome === nome);
    if (uno !== undefined) return manda(res, [uno], uno.spazio);
    manda(
      res,
      SERVIZI.filter(({ chi }) => chi === 'nodo'),
      SPAZIO_INSIEME,
    );
  });
  return router;
}

/** `?wsdl`, in whatever case tools write it. */
function chiedeWsdl(req: Request): boolean {
  return Object.keys(req.query).some((nome) => nome.toLowerCase() === 'wsdl');
}
