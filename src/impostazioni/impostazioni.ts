import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { LINGUE_AVVISO } from '../anagrafe/lingua-avviso.ts';
import { EDIZIONI_AVVISO } from '../avvisi/edizione.ts';
import { NOMI_LAVORATORE } from '../avvisi/nome-lavoratore.ts';
import type { AvvisoPredefinito } from '../avvisi/scelta-avviso.ts';
import type { EnteCreditore } from '../pagopa/ente-creditore.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { databaseUrl } from './indirizzo-database.ts';
import { requireEnteReale } from './ente-reale.ts';
import { type ImpostazioniSpid, SCHEMA_SPID, toSpid } from './spid.ts';
import { VARIABILI, type NomeVariabile } from './variabili.ts';

/** Everything the program can be told from outside, checked once at the start. */
export interface Impostazioni {
  /** Address the servers listen on. */
  readonly host: string;
  readonly portaPortale: number;
  readonly portaSimulatore: number;
  readonly portaIdentita: number;
  /** Public base URL of the portal and of the node's pages, without a final slash. */
  readonly urlPortale: string;
  readonly urlNodo: string;
  /** Of the simulated identity providers. */
  readonly urlIdentita: string;
  /** Absolute path of the folder that holds databases and secrets. */
  readonly cartellaDati: string;
  readonly database:
    | { readonly tipo: 'sqlite'; readonly file: string }
    | {
        readonly tipo: 'postgres';
        readonly url: string;
        readonly schema: string | undefined;
        /** Times in milliseconds. */
        readonly limiti: {
          readonly connessioni: number;
          readonly attesaMs: number;
          readonly istruzioneMs?: number | undefined;
          readonly bloccoMs?: number | undefined;
        };
      };
  /** Shared with the node, which sends it with every call to us; from the environment or the data folder. */
  readonly segretoNodo: string | undefined;
  readonly segretoSessione: string | undefined;
  readonly segretoRegistro: string | undefined;
  readonly spid: ImpostazioniSpid;
  /** How letters leave; see `createPosta`. */
  readonly posta: { readonly smtp: string | undefined; readonly mittente: string; readonly cartella: string };
  /** How a confirmed cart reaches pagoPA. */
  readonly consegna: 'carrello-rpt' | 'checkout';
  /** Load the demo data into an empty database. */
  readonly demo: boolean;
  /** Number of reverse proxies in front of the portal whose X-Forwarded-* headers are true. */
  readonly proxy: number;
  readonly ente: EnteCreditore;
  /** A family's own archive: INPS's notices are paid, nothing is simulated, nothing of ours is payable. */
  readonly usoReale: boolean;
  /** How many days a batch that is over stays, with its files: people's data are kept as long as the office says. */
  readonly lottiGiorni: number;
  /** Edition and language of the notices where nobody chose; no edition: the one in force. */
  readonly avviso: AvvisoPredefinito;
  /** Absolute paths of the creditor's own marks, to be read at the start. */
  readonly fileMarchi: { readonly ente?: string; readonly pagopa?: string };
}

const porta = z
  .string()
  .regex(/^\d{1,5}$/, 'un numero di porta da 0 a 65535')
  .transform(Number)
  .refine((n) => n <= 65_535, 'un numero di porta da 0 a 65535');
const url = z
  .url({ protocol: /^https?$/, error: 'un indirizzo http o https, per esempio http://localhost:3000' })
  .transform((testo) => testo.replace(/\/+$/, ''));
const siNo = z.enum(['si', 'no'], 'si oppure no').transform((v) => v === 'si');
const cifre = (n: number) => z.string().regex(new RegExp(`^\\d{${n}}$`), `${n} cifre`);
const testo = (max: number) => z.string().min(1, 'un testo non vuoto').max(max, `al più ${max} caratteri`);
const secondi = z
  .string()
  .regex(/^[1-9]\d{0,2}$/, 'un numero di secondi da 1 a 999')
  .transform((scritti) => Number(scritti) * 1_000);
const segreto = z.string().min(16, 'almeno 16 caratteri').optional();

const schema = z.strictObject({
  TRIMESTRE_HOST: testo(255),
  TRIMESTRE_PORTA: porta,
  TRIMESTRE_PORTA_SIMULATORE: porta,
  TRIMESTRE_PORTA_IDENTITA: porta,
  TRIMESTRE_URL: url.optional(),
  TRIMESTRE_URL_IDENTITA: url.optional(),
  TRIMESTRE_URL_NODO: url.optional(),
  TRIMESTRE_DATI: testo(4096),
  DATABASE_URL: databaseUrl.optional(),
  TRIMESTRE_PG_SCHEMA: z
    .string()
    .regex(/^[a-z_][a-z0-9_]{0,62}$/, 'lettere minuscole, cifre e _, al più 63')
    .optional(),
  TRIMESTRE_PG_CONNESSIONI: z
    .string()
    .regex(/^([2-9]|[1-9]\d|100)$/, 'un numero di connessioni da 2 a 100')
    .transform(Number),
  TRIMESTRE_PG_ATTESA: secondi,
  TRIMESTRE_PG_ISTRUZIONE: secondi,
  TRIMESTRE_PG_BLOCCO: secondi,
  TRIMESTRE_SEGRETO_NODO: segreto,
  TRIMESTRE_SEGRETO_SESSIONE: segreto,
  TRIMESTRE_SEGRETO_REGISTRO: segreto,
  ...SCHEMA_SPID,
  TRIMESTRE_SMTP: z
    .url({ protocol: /^smtps?$/, error: 'smtp://utente:password@server:porta oppure smtps://…' })
    .optional(),
  TRIMESTRE_MITTENTE: z.string().regex(/^[^<>\r\n]{0,100}<[^<>@\s]+@[^<>@\s]+>$/, 'Nome <indirizzo>'),
  TRIMESTRE_CONSEGNA: z.enum(['carrello-rpt', 'checkout'], 'carrello-rpt oppure checkout'),
  TRIMESTRE_DEMO: siNo,
  TRIMESTRE_PROXY: z.string().regex(/^\d$/, 'un numero da 0 a 9').transform(Number),
  TRIMESTRE_AVVISO_EDIZIONE: z.enum(['in-vigore', ...EDIZIONI_AVVISO], 'in-vigore, 2018 oppure 3'),
  TRIMESTRE_AVVISO_LINGUA: z.enum(LINGUE_AVVISO, `una di ${LINGUE_AVVISO.join(', ')}`),
  TRIMESTRE_AVVISO_LAVORATORE: z.enum(NOMI_LAVORATORE, `uno di ${NOMI_LAVORATORE.join(', ')}`),
  TRIMESTRE_LOTTI_GIORNI: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'un numero di giorni da 1 a 9999')
    .transform(Number),
  TRIMESTRE_ENTE_LOGO: testo(4096).optional(),
  TRIMESTRE_ENTE_MARCHIO_PAGOPA: testo(4096).optional(),
  TRIMESTRE_ENTE_REALE: siNo,
  TRIMESTRE_ENTE_CONFERMA_INPS: siNo,
  TRIMESTRE_ENTE_CF: cifre(11),
  TRIMESTRE_ENTE_NOME: testo(100),
  TRIMESTRE_ENTE_SETTORE: testo(50),
  TRIMESTRE_ENTE_INFO: testo(100),
  TRIMESTRE_ENTE_CBILL: z.string().regex(/^[A-Z0-9]{5,7}$/, 'da 5 a 7 lettere maiuscole o cifre'),
  TRIMESTRE_ENTE_AUX: z.enum(['0', '1', '2', '3'], '0, 1, 2 oppure 3'),
  TRIMESTRE_ENTE_SEGREGAZIONE: cifre(2),
  TRIMESTRE_ENTE_INTERMEDIARIO: cifre(11),
  TRIMESTRE_ENTE_STAZIONE: testo(35),
  TRIMESTRE_ENTE_PASSWORD: z.string().min(8, 'da 8 a 15 caratteri').max(15, 'da 8 a 15 caratteri'),
  TRIMESTRE_ENTE_IBAN: z.string().regex(/^IT\d{2}[A-Z]\d{10}[A-Z0-9]{12}$/, 'un IBAN italiano senza spazi'),
  TRIMESTRE_ENTE_TASSONOMIA: z
    .string()
    .regex(/^[0129]\/\S{3,138}$/, '0, 1, 2 o 9, una barra e il codice, come 9/0701101IP/'),
  TRIMESTRE_ENTE_DOPO_SCADENZA: z.enum(['pagabile', 'scaduto'], 'pagabile oppure scaduto'),
  TRIMESTRE_ENTE_CCP: z.string().regex(/^(\d{1,12})?$/, 'fino a 12 cifre, oppure vuoto'),
  TRIMESTRE_ENTE_CCP_INTESTATO: testo(50),
  TRIMESTRE_ENTE_CCP_AUTORIZZAZIONE: testo(60),
});

type Valori = z.output<typeof schema>;

/**
 * Reads and checks the settings; a variable that is not set takes its default from `VARIABILI`.
 * @param env the process environment; an empty text counts as not set, save for TRIMESTRE_ENTE_CCP
 * @throws ErroreDati `impostazione-non-valida`: names the variable, what it held (unless it is a secret) and what it should be
 */
export function loadImpostazioni(env: Readonly<Record<string, string | undefined>>): Impostazioni {
  const nomi = Object.keys(VARIABILI) as NomeVariabile[];
  const sconosciuta = Object.keys(env).find((nome) => nome.startsWith('TRIMESTRE_') && !(nome in VARIABILI));
  if (sconosciuta !== undefined) {
    throw new ErroreDati('impostazione-sconosciuta', { campo: sconosciuta });
  }
  const dati = Object.fromEntries(
    nomi
      .map((nome) => [nome, isSet(nome, env[nome]) ? env[nome] : VARIABILI[nome].predefinito] as const)
      .filter(([, valore]) => valore !== undefined),
  );
  const esito = schema.safeParse(dati);
  if (!esito.success) {
    const primo = esito.error.issues[0];
    const nome = String(primo?.path[0]) as NomeVariabile;
    const scritta = VARIABILI[nome].segreta === true ? nome : `${nome}=«${String(dati[nome])}»`;
    throw new ErroreDati('impostazione-non-valida', {
      scritta,
      comeDovrebbe: primo?.message ?? 'un valore valido',
      campo: nome,
    });
  }
  if (esito.data.TRIMESTRE_ENTE_REALE) requireEnteReale(dati);
  requireMarchi(esito.data);
  requireMittente(esito.data);
  return toImpostazioni(esito.data);
}

function isSet(nome: NomeVariabile, valore: string | undefined): boolean {
  return valore !== undefined && (valore !== '' || nome === 'TRIMESTRE_ENTE_CCP');
}

function toImpostazioni(v: Valori): Impostazioni {
  const cartellaDati = resolve(v.TRIMESTRE_DATI);
  return {
    host: v.TRIMESTRE_HOST,
    portaPortale: v.TRIMESTRE_PORTA,
    portaSimulatore: v.TRIMESTRE_PORTA_SIMULATORE,
    urlPortale: v.TRIMESTRE_URL ?? `http://localhost:${v.TRIMESTRE_PORTA}`,
    portaIdentita: v.TRIMESTRE_PORTA_IDENTITA,
    urlIdentita: v.TRIMESTRE_URL_IDENTITA ?? `http://localhost:${v.TRIMESTRE_PORTA_IDENTITA}`,
    urlNodo: v.TRIMESTRE_URL_NODO ?? `http://localhost:${v.TRIMESTRE_PORTA_SIMULATORE}`,
    cartellaDati,
    database: toDatabase(v, cartellaDati),
    segretoNodo: v.TRIMESTRE_SEGRETO_NODO,
    segretoSessione: v.TRIMESTRE_SEGRETO_SESSIONE,
    segretoRegistro: v.TRIMESTRE_SEGRETO_REGISTRO,
    spid: toSpid(v),
    posta: { smtp: v.TRIMESTRE_SMTP, mittente: v.TRIMESTRE_MITTENTE, cartella: resolve(cartellaDati, 'posta') },
    consegna: v.TRIMESTRE_CONSEGNA,
    demo: v.TRIMESTRE_DEMO,
    proxy: v.TRIMESTRE_PROXY,
    ente: toEnte(v),
    usoReale: false,
    fileMarchi: {
      ...(v.TRIMESTRE_ENTE_LOGO !== undefined && { ente: resolve(v.TRIMESTRE_ENTE_LOGO) }),
      ...(v.TRIMESTRE_ENTE_MARCHIO_PAGOPA !== undefined && { pagopa: resolve(v.TRIMESTRE_ENTE_MARCHIO_PAGOPA) }),
    },
    lottiGiorni: v.TRIMESTRE_LOTTI_GIORNI,
    avviso: {
      lingua: v.TRIMESTRE_AVVISO_LINGUA,
      lavoratore: v.TRIMESTRE_AVVISO_LAVORATORE,
      ...(v.TRIMESTRE_AVVISO_EDIZIONE !== 'in-vigore' && { edizione: v.TRIMESTRE_AVVISO_EDIZIONE }),
    },
  };
}

/** Letters that leave in the name of an invented address come back to nobody. */
function requireMittente({ TRIMESTRE_SMTP, TRIMESTRE_MITTENTE }: Valori): void {
  if (TRIMESTRE_SMTP === undefined || !TRIMESTRE_MITTENTE.endsWith('.example>')) return;
  throw new ErroreDati('mittente-simulato', { campo: 'TRIMESTRE_MITTENTE' });
}

/** pagoPA's mark says that a notice can be paid: only a real creditor that shows its own logo may print it. */
function requireMarchi(v: Valori): void {
  if (v.TRIMESTRE_ENTE_MARCHIO_PAGOPA === undefined) return;
  if (v.TRIMESTRE_ENTE_REALE && v.TRIMESTRE_ENTE_LOGO !== undefined) return;
  throw new ErroreDati('marchio-non-permesso', { campo: 'TRIMESTRE_ENTE_MARCHIO_PAGOPA' });
}

function toDatabase(v: Valori, cartellaDati: string): Impostazioni['database'] {
  const { DATABASE_URL: scritto } = v;
  if (scritto === undefined) return { tipo: 'sqlite', file: resolve(cartellaDati, 'trimestre.sqlite') };
  if (!scritto.startsWith('sqlite:')) {
    const limiti = {
      connessioni: v.TRIMESTRE_PG_CONNESSIONI,
      attesaMs: v.TRIMESTRE_PG_ATTESA,
      istruzioneMs: v.TRIMESTRE_PG_ISTRUZIONE,
      bloccoMs: v.TRIMESTRE_PG_BLOCCO,
    };
    return { tipo: 'postgres', url: scritto, schema: v.TRIMESTRE_PG_SCHEMA, limiti };
  }
  const file = scritto.slice('sqlite:'.length);
  return { tipo: 'sqlite', file: isAbsolute(file) ? file : resolve(cartellaDati, file) };
}

function toEnte(v: Valori): EnteCreditore {
  return {
    reale: v.TRIMESTRE_ENTE_REALE,
    codiceFiscale: v.TRIMESTRE_ENTE_CF,
    denominazione: v.TRIMESTRE_ENTE_NOME,
    settore: v.TRIMESTRE_ENTE_SETTORE,
    info: v.TRIMESTRE_ENTE_INFO,
    cbill: v.TRIMESTRE_ENTE_CBILL,
    auxDigit: v.TRIMESTRE_ENTE_AUX,
    codiceSegregazione: v.TRIMESTRE_ENTE_SEGREGAZIONE,
    intermediario: v.TRIMESTRE_ENTE_INTERMEDIARIO,
    stazione: v.TRIMESTRE_ENTE_STAZIONE,
    password: v.TRIMESTRE_ENTE_PASSWORD,
    iban: v.TRIMESTRE_ENTE_IBAN,
    tassonomia: v.TRIMESTRE_ENTE_TASSONOMIA,
    dopoScadenza: v.TRIMESTRE_ENTE_DOPO_SCADENZA,
    ...(v.TRIMESTRE_ENTE_CCP === ''
      ? {}
      : {
          contoPostale: {
            numero: v.TRIMESTRE_ENTE_CCP,
            intestatario: v.TRIMESTRE_ENTE_CCP_INTESTATO,
            autorizzazione: v.TRIMESTRE_ENTE_CCP_AUTORIZZAZIONE,
          },
        }),
  };
}
