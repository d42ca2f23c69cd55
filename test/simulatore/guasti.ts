/** One thing wrong in a message that was right. */
export interface Guasto {
  /** `senza amount`, `amount vuoto`, `due amount` */
  readonly nome: string;
  readonly xml: string;
}

/**
 * Every element inside another, as written by our builders, once missing, once empty and once twice.
 * @param dentroA local name of the element whose descendants are meant; the root by default
 */
export function guastiDi(xml: string, dentroA?: string): readonly Guasto[] {
  const inizio = dentroA === undefined ? fineRadice(xml) : xml.indexOf(`:${dentroA}>`) + dentroA.length + 2;
  const dentro = xml.slice(inizio);
  const nomi = new Set([...dentro.matchAll(/<([A-Za-z0-9_:-]+)>/g)].map(([, nome = '']) => nome));
  return [...nomi].flatMap((nome) => {
    const intero = new RegExp(`<${nome}>[\\s\\S]*?</${nome}>`);
    const con = (testo: string): string => xml.slice(0, inizio) + dentro.replace(intero, testo);
    return [
      { nome: `senza ${nome}`, xml: con('') },
      { nome: `${nome} vuoto`, xml: con(`<${nome}></${nome}>`) },
      { nome: `due ${nome}`, xml: con('$&$&') },
    ];
  });
}

function fineRadice(xml: string): number {
  return xml.indexOf('>', xml.indexOf('<', xml.indexOf('?>') + 2)) + 1;
}

/** The message with another text in the first element of that name. */
export function conTesto(xml: string, nome: string, testo: string): string {
  const intero = new RegExp(`<${nome}>[^<]*</${nome}>`);
  if (!intero.test(xml)) throw new Error(`no <${nome}> in the message`);
  return xml.replace(intero, `<${nome}>${testo}</${nome}>`);
}
