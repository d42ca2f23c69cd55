import { expect } from 'vitest';
import { OPERAZIONI } from '../../src/portale/api/api.router.ts';
import { createOpenApi } from '../../src/portale/api/openapi.ts';

export type Metodo = 'get' | 'post' | 'patch' | 'delete';

const documento = createOpenApi(OPERAZIONI, '/api/v1') as unknown as Documento;

/** Fails when the document does not speak of such an answer to such a call. */
export function requireDescribed(metodo: Metodo, indirizzo: string, risposta: Risposta): void {
  const percorso = indirizzo.split('?')[0] ?? '';
  const operazione = OPERAZIONI.find(
    (una) => una.metodo === metodo && new RegExp(`^${una.percorso.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(percorso),
  );
  if (operazione === undefined) return;
  const descritta = documento.paths[operazione.percorso]?.[metodo]?.responses[risposta.status];
  expect(descritta, `${metodo} ${percorso}: ${risposta.status}`).toBeDefined();
  const nome = descritta?.$ref?.split('/').at(-1);
  const { content } = (nome === undefined ? descritta : documento.components.responses[nome]) ?? {};
  const tipo = String(risposta.headers['content-type'] ?? '').split(';')[0];
  if (content === undefined) expect(tipo, `${metodo} ${percorso}`).toBe('');
  else expect(Object.keys(content), `${metodo} ${percorso}: ${risposta.status}`).toContain(tipo);
}

interface Risposta {
  readonly status: number;
  readonly headers: Record<string, string>;
}
interface Documento {
  readonly paths: Record<string, Partial<Record<Metodo, { readonly responses: Record<number, Descritta> }>>>;
  readonly components: { readonly responses: Record<string, Descritta> };
}
interface Descritta {
  readonly $ref?: string;
  readonly content?: object;
}
