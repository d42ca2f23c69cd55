/** A person at the node's pages, without a browser: follows forms and redirects and keeps no cookie, since there is none. */
export interface Cittadino {
  /** The page a step ends on, after redirects. */
  readonly pagina: (passo: string) => Promise<Pagina>;
  readonly invia: (passo: string, campi?: Readonly<Record<string, string>>) => Promise<Pagina>;
  /** The shortest way to the summary: e-mail, method, card, first PSP. */
  readonly finoAlRiepilogo: (metodo: 'carta' | 'conto' | 'altro', carta?: string) => Promise<Pagina>;
  /** All the way: pays, and for an account authorises on the bank's page. */
  readonly paga: (metodo: 'carta' | 'conto' | 'altro', carta?: string) => Promise<Pagina>;
}

export interface Pagina {
  readonly stato: number;
  readonly percorso: string;
  readonly html: string;
}

export function cittadino(urlNodo: string, idSession: string): Cittadino {
  const pagina = (passo: string): Promise<Pagina> =>
    leggi(fetch(`${urlNodo}/wallet/${passo}${passo.includes('?') ? '&' : '?'}idSession=${idSession}`));
  const invia = (passo: string, campi: Readonly<Record<string, string>> = {}): Promise<Pagina> =>
    leggi(fetch(`${urlNodo}/wallet/${passo}`, { method: 'POST', body: new URLSearchParams({ idSession, ...campi }) }));
  const finoAlRiepilogo = async (metodo: 'carta' | 'conto' | 'altro', carta = 'buona'): Promise<Pagina> => {
    await invia('accesso', { modo: 'email', email: 'alessandra@example.org' });
    let qui = await invia('metodo', { metodo });
    if (metodo === 'carta') qui = await invia('carta', { carta });
    return invia('psp', { canale: primoValore(qui.html, 'canale') });
  };
  return {
    pagina,
    invia,
    finoAlRiepilogo,
    async paga(metodo, carta) {
      const riepilogo = await finoAlRiepilogo(metodo, carta);
      const qui = await invia('paga', { canale: primoValore(riepilogo.html, 'canale') });
      return qui.percorso === '/wallet/banca' ? invia('banca', { scelta: 'autorizza' }) : qui;
    },
  };
}

/** The `esito` of the link back to the creditor. */
export function ritornoDi(pagina: Pagina): URL {
  const href = /<a class="pulsante" href="([^"]+)"/.exec(pagina.html)?.[1] ?? '';
  return new URL(href.replaceAll('&amp;', '&'));
}

function primoValore(html: string, nome: string): string {
  return new RegExp(`name="${nome}" value="([^"]*)"`).exec(html)?.[1] ?? '';
}

async function leggi(risposta: Promise<Response>): Promise<Pagina> {
  const ricevuta = await risposta;
  return { stato: ricevuta.status, percorso: new URL(ricevuta.url).pathname, html: await ricevuta.text() };
}
