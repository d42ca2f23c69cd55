import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PERCORSO_NODO } from '../../src/simulatore/server.ts';
import { packagePath } from '../../src/valori/package-root.ts';
import { avviaBanco } from '../simulatore/banco.ts';

const CARTELLA = packagePath('..', 'shared', 'pagopa', 'schemas');

export type NomeWsdl =
  | 'NodoPerPa'
  | 'NodoPerPsp'
  | 'PaPerNodo'
  | 'PaPerNodoPagamentoPsp'
  | 'PspPerNodo'
  | 'nodeForPsp'
  | 'paForNode'
  | 'pspForNode';

/** Where a library takes the WSDLs from. */
export interface FonteWsdl {
  /** File or address of one. */
  di(nome: NomeWsdl): string;
  testo(nome: NomeWsdl): Promise<string>;
  chiudi(): Promise<void>;
}

/** The official WSDLs laid out as they refer to one another, in a folder to be thrown away. */
export function wsdlUfficiali(): FonteWsdl {
  const radice = mkdtempSync(join(tmpdir(), 'trimestre-wsdl-'));
  const copia = (da: string, a: string): void => cpSync(join(CARTELLA, da), join(radice, a), { recursive: true });
  copia('nodo-wsdl', 'gad/wsdl');
  copia('nodo-6.2-xsd', 'gad/xsd');
  copia('notice-wsdl', 'wsdl');
  for (const comuni of ['xsd-common', 'gad/xsd-common']) copia('common', comuni);
  const di = (nome: NomeWsdl): string => {
    const cartella = /^[a-z]/.test(nome) ? ['wsdl'] : ['gad', 'wsdl'];
    return join(radice, ...cartella, `${nome}.wsdl`);
  };
  return {
    di,
    testo: (nome) => Promise.resolve(readFileSync(di(nome), 'utf8').replace(/^\uFEFF/, '')),
    chiudi: () => Promise.resolve(rmSync(radice, { recursive: true })),
  };
}

/** Those that a node of ours serves at `?wsdl`. */
export async function wsdlServiti(): Promise<FonteWsdl> {
  const banco = await avviaBanco();
  const di = (nome: NomeWsdl): string => `${banco.url}${PERCORSO_NODO}/${nome}?wsdl`;
  return { di, testo: async (nome) => (await fetch(di(nome))).text(), chiudi: () => banco.close() };
}
