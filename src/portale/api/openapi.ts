import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { INTESTAZIONE_CHIAVE, INTESTAZIONE_RIPETUTA } from './idempotenza.ts';
import type { Operazione } from './operazione.ts';
import { errorsOf, registerErrors } from './risposte-di-errore.ts';
import { INTESTAZIONE_DATORE } from './token.ts';

/** What a body that is a file may be. */
export const TIPI_DI_FILE = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/heic',
  'image/tiff',
  'application/octet-stream',
];
/** What a file of rapporti may be; its content tells which. */
export const TIPI_DI_TABELLA = [
  'text/csv',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/octet-stream',
];

/** The groups of operations, in the order in which they are shown. */
const GRUPPI: Readonly<Record<string, string>> = {
  Calcolo: 'Contributi, scadenze e tabelle: aperti a tutti, non tengono niente.',
  Strumenti: 'Verifica di un importo, sanzioni, costo di un anno, tabella dell’anno che viene: aperti a tutti.',
  Avvisi: 'Lettura dei codici di un avviso: aperta a tutti.',
  Clienti: 'I rapporti che l’ufficio di un token segue di trimestre in trimestre.',
  Datore: 'I dati di un datore.',
  Rapporti: 'I rapporti di lavoro di un datore.',
  Bollettini: 'Emissione e correzione dei bollettini, e il carrello.',
  Pagamenti: 'Conferma del carrello e ciò che segue. A pagare è sempre una persona, nel suo browser.',
  Documenti: 'Avvisi e ricevute da stampare.',
  Prospetti: 'Attestazioni, estratti e scadenze di un datore.',
  Lotti: 'File di molti rapporti: importi o avvisi.',
};

/** The OpenAPI 3.1 document of the operations, made from the same schemas that check every call. */
export function createOpenApi(operazioni: readonly Operazione[], url: string) {
  const registro = new OpenAPIRegistry();
  const sicurezza = registro.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: `Token API; «${INTESTAZIONE_DATORE}» porta il codice fiscale del datore quando il token ne serve più d’uno.`,
  });
  registerErrors(registro);
  for (const operazione of operazioni) register(registro, operazione, sicurezza.name);
  return new OpenApiGeneratorV31(registro.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Trimestre',
      version: '1',
      description: 'Contributi INPS del lavoro domestico: calcolo, bollettini, avvisi e pagamenti.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url }],
    tags: Object.entries(GRUPPI).map(([name, description]) => ({ name, description })),
  });
}

function register(registro: OpenAPIRegistry, operazione: Operazione, sicurezza: string): void {
  const { parametri, domanda, corpo, chi, luogo } = operazione;
  const headers = {
    ...(chi === 'datore' ? { [INTESTAZIONE_DATORE]: datore } : {}),
    ...(luogo === undefined ? {} : { [INTESTAZIONE_CHIAVE]: chiave }),
  };
  registro.registerPath({
    operationId: operazione.nome,
    method: operazione.metodo,
    path: operazione.percorso,
    summary: operazione.riassunto,
    tags: [operazione.gruppo],
    security: chi === 'tutti' ? [] : [{ [sicurezza]: [] }],
    request: {
      ...(parametri === undefined ? {} : { params: z.object(parametri) }),
      ...(domanda === undefined ? {} : { query: z.object(domanda) }),
      ...(Object.keys(headers).length === 0 ? {} : { headers: z.object(headers) }),
      ...(corpo === undefined ? {} : { body: bodyOf(corpo) }),
    },
    responses: { [operazione.stato]: success(operazione), ...errorsOf(operazione) },
  });
}

const datore = z
  .string()
  .optional()
  .meta({ description: 'Codice fiscale del datore; non serve se il token vale per lui solo.' });
const chiave = z.string().min(8).max(200).optional().meta({
  description:
    'Una chiave nuova per ogni operazione (per esempio un UUID). La stessa richiesta con la stessa chiave, entro 24 ore, riceve la stessa risposta e non crea altro; una richiesta diversa è rifiutata.',
});

function bodyOf(corpo: NonNullable<Operazione['corpo']>) {
  if (corpo !== 'file' && corpo !== 'flusso')
    return { required: true, content: { 'application/json': { schema: corpo } } };
  return { required: true, content: binary(corpo === 'file' ? TIPI_DI_FILE : TIPI_DI_TABELLA) };
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DOCUMENTI: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  ics: 'text/calendar',
  html: 'text/html',
  svg: 'image/svg+xml',
  png: 'image/png',
  csv: 'text/csv',
  xlsx: XLSX,
};
/** What comes of a batch. */
const FILE_DI_LOTTO = ['text/csv', XLSX, 'application/pdf', 'application/zip'];

function success({ risposta, stato, percorso, luogo }: Operazione) {
  if (stato === 204) return { description: 'Fatto' };
  if (risposta === 'documento' || risposta === 'flusso') {
    const tipo = DOCUMENTI[/\.(\w+)$/.exec(percorso)?.[1] ?? ''];
    return { description: 'Il documento', content: binary(tipo === undefined ? FILE_DI_LOTTO : [tipo]) };
  }
  const content = { 'application/json': { schema: risposta } };
  return luogo === undefined ? { description: 'Fatto', content } : { description: 'Fatto', content, headers: CREATO };
}

const CREATO = {
  Location: {
    description: 'Dove si trova ciò che è stato creato; se è più d’uno, il primo.',
    schema: { type: 'string', format: 'uri-reference' },
  },
  [INTESTAZIONE_RIPETUTA]: {
    description: '`true` se la risposta è quella già data alla stessa richiesta con la stessa chiave.',
    schema: { type: 'string', enum: ['true'] },
  },
} as const;

function binary(tipi: readonly string[]) {
  return Object.fromEntries(tipi.map((tipo) => [tipo, { schema: { type: 'string', format: 'binary' } as const }]));
}
