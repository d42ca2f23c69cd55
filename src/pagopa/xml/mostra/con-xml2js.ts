import { Parser } from 'xml2js';

/** An element as xml2js gives it when children keep their order: none of these names can be a message's own. */
export interface ElementoXml2js {
  readonly '#name': string;
  readonly $?: Readonly<Record<string, string>>;
  readonly _?: string;
  readonly $$?: readonly ElementoXml2js[];
}

const OPZIONI = { explicitRoot: false, explicitChildren: true, preserveChildrenOrder: true, async: false } as const;

/**
 * Reads with xml2js what the gate has already let through: for people to look at, never for a decision.
 * @throws Error where it cannot read it
 */
export function leggiConXml2js(xml: string): ElementoXml2js {
  let letto: ElementoXml2js | undefined;
  let sbaglio: Error | null = null;
  new Parser(OPZIONI).parseString(xml, (errore: Error | null, radice: ElementoXml2js) => {
    sbaglio = errore;
    letto = radice;
  });
  if (letto === undefined) throw sbaglio ?? new Error('xml2js read nothing');
  return letto;
}
