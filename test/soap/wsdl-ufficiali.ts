import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packagePath } from '../../src/valori/package-root.ts';

const CARTELLA = packagePath('..', 'shared', 'pagopa', 'schemas');

/** The official WSDLs laid out as they refer to one another, in a folder to be thrown away. */
export interface WsdlUfficiali {
  /** First model: `NodoPerPa`, `PaPerNodo`, `PaPerNodoPagamentoPsp`, `NodoPerPsp`. */
  primoModello(nome: string): string;
  /** Notice model: `nodeForPsp`, `paForNode`. */
  avvisi(nome: string): string;
  togli(): void;
}

export function wsdlUfficiali(): WsdlUfficiali {
  const radice = mkdtempSync(join(tmpdir(), 'trimestre-wsdl-'));
  const copia = (da: string, a: string): void => cpSync(join(CARTELLA, da), join(radice, a), { recursive: true });
  copia('nodo-wsdl', 'gad/wsdl');
  copia('nodo-6.2-xsd', 'gad/xsd');
  copia('notice-wsdl', 'wsdl');
  for (const comuni of ['xsd-common', 'gad/xsd-common']) copia('common', comuni);
  return {
    primoModello: (nome) => join(radice, 'gad', 'wsdl', `${nome}.wsdl`),
    avvisi: (nome) => join(radice, 'wsdl', `${nome}.wsdl`),
    togli: () => rmSync(radice, { recursive: true }),
  };
}
