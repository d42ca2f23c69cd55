import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import type { Operazione } from './operazione.ts';
import { problema } from './schemi/comuni.ts';
import { INTESTAZIONE_DATORE } from './token.ts';

/** What a body that is a file may be. */
export const TIPI_DI_FILE = ['application/pdf', 'image/png', 'image/jpeg', 'application/octet-stream'];
/** What a file of rapporti may be; its content tells which. */
export const TIPI_DI_TABELLA = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/octet-stream',
];

const PROBLEMI: Readonly<Record<string, string>> = {
  401: 'Token mancante o non valido',
  403: 'Non permesso a questo token',
  404: 'Non c’è, o è di altri',
  409: 'Lo stato è cambiato nel frattempo',
  422: 'Un dato non va bene: `campo` dice quale',
  429: 'Troppe richieste',
};

/** The OpenAPI 3.1 document of the operations, made from the same schemas that check every call. */
export function createOpenApi(operazioni: readonly Operazione[], url: string) {
  const registro = new OpenAPIRegistry();
  const sicurezza = registro.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: `Token API; «${INTESTAZIONE_DATORE}» porta il codice fiscale del datore quando il token ne serve più d’uno.`,
  });
  for (const operazione of operazioni) register(registro, operazione, sicurezza.name);
  return new OpenApiGeneratorV31(registro.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Trimestre',
      version: '1',
      description: 'Contributi INPS del lavoro domestico: calcolo, bollettini, avvisi e pagamenti.',
    },
    servers: [{ url }],
  });
}

function register(registro: OpenAPIRegistry, operazione: Operazione, sicurezza: string): void {
  const personale = operazione.chi !== 'tutti';
  const { parametri, domanda, corpo } = operazione;
  const headers = z.object({ [INTESTAZIONE_DATORE]: z.string().optional() });
  registro.registerPath({
    method: operazione.metodo,
    path: operazione.percorso,
    summary: operazione.riassunto,
    tags: [operazione.gruppo],
    ...(personale ? { security: [{ [sicurezza]: [] }] } : {}),
    request: {
      ...(parametri === undefined ? {} : { params: z.object(parametri) }),
      ...(domanda === undefined ? {} : { query: z.object(domanda) }),
      ...(operazione.chi === 'datore' ? { headers } : {}),
      ...(corpo === undefined ? {} : { body: bodyOf(corpo) }),
    },
    responses: { [operazione.stato]: success(operazione), ...problems(personale) },
  });
}

function bodyOf(corpo: NonNullable<Operazione['corpo']>) {
  const tipi = corpo === 'flusso' ? TIPI_DI_TABELLA : TIPI_DI_FILE;
  if (corpo !== 'file' && corpo !== 'flusso')
    return { required: true, content: { 'application/json': { schema: corpo } } };
  const schema = { type: 'string', format: 'binary' } as const;
  return { required: true, content: Object.fromEntries(tipi.map((tipo) => [tipo, { schema }])) };
}

const DOCUMENTI: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  ics: 'text/calendar',
  html: 'text/html',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

function success({ risposta, stato, percorso }: Operazione) {
  if (stato === 204) return { description: 'Fatto' };
  if (risposta === 'documento' || risposta === 'flusso') {
    const schema = { type: 'string', format: 'binary' } as const;
    const tipo = DOCUMENTI[/\.(\w+)$/.exec(percorso)?.[1] ?? ''] ?? 'application/octet-stream';
    return { description: 'Documento', content: { [tipo]: { schema } } };
  }
  return { description: 'Fatto', content: { 'application/json': { schema: risposta } } };
}

function problems(personale: boolean) {
  const stati = personale ? ['401', '403', '404', '409', '422'] : ['422', '429'];
  const content = { 'application/problem+json': { schema: problema } };
  return Object.fromEntries(stati.map((stato) => [stato, { description: PROBLEMI[stato] ?? '', content }]));
}
