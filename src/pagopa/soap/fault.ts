import type { FaultBean } from '../nodo-client.ts';
import { type Elemento, opzionale, testoDi, testoSe, trova } from '../xml/albero.ts';
import { campo, elemento, type Xml } from '../xml/scrittura.ts';

/** `id` of the faults the node itself emits. */
export const ID_NODO = 'NodoDeiPagamentiSPC';

export function scriviFault(fault: FaultBean): Xml {
  return elemento('fault', [
    campo('faultCode', fault.faultCode),
    campo('faultString', fault.faultString),
    campo('id', fault.id),
    campo('description', fault.description),
    campo('serial', fault.serial),
    campo('originalFaultCode', fault.originalFaultCode),
    campo('originalFaultString', fault.originalFaultString),
    campo('originalDescription', fault.originalDescription),
  ]);
}

/** The `fault` child of an answer, when there is one. */
export function leggiFaultDi(padre: Elemento): FaultBean | undefined {
  const fault = trova(padre, 'fault');
  return fault === undefined ? undefined : leggiFault(fault);
}

export function leggiFault(fault: Elemento): FaultBean {
  const serial = testoSe(fault, 'serial');
  return {
    faultCode: testoDi(fault, 'faultCode'),
    faultString: testoDi(fault, 'faultString'),
    id: testoDi(fault, 'id'),
    ...opzionale(fault, 'description', 'description'),
    ...(serial !== undefined && { serial: Number(serial) }),
    ...opzionale(fault, 'originalFaultCode', 'originalFaultCode'),
    ...opzionale(fault, 'originalFaultString', 'originalFaultString'),
    ...opzionale(fault, 'originalDescription', 'originalDescription'),
  };
}
