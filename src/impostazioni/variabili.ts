import { DEFAULT_DATA_FOLDER } from '../valori/data-folder.ts';

/** One environment variable: its default (absent when there is none) and what it does, in English for the README. */
interface Variabile {
  readonly predefinito?: string;
  readonly description: string;
  /** What it holds is never repeated: not in an error, not in a log. */
  readonly segreta?: true;
}

/** Every setting, in the order of the README's table; test/impostazioni checks that the table says the same. */
const variabili = {
  TRIMESTRE_HOST: { predefinito: '127.0.0.1', description: 'address the servers listen on' },
  TRIMESTRE_PORTA: { predefinito: '3000', description: 'port of the portal' },
  TRIMESTRE_PORTA_SIMULATORE: { predefinito: '3001', description: 'port of the simulated pagoPA node' },
  TRIMESTRE_URL: { description: 'public base URL of the portal; by default http://localhost and its port' },
  TRIMESTRE_PORTA_IDENTITA: { predefinito: '3002', description: 'port of the simulated identity providers (SPID)' },
  TRIMESTRE_URL_IDENTITA: {
    description: 'base URL of the simulated identity providers; by default http://localhost and their port',
  },
  TRIMESTRE_URL_NODO: { description: 'base URL of the node; by default http://localhost and the simulator’s port' },
  TRIMESTRE_DATI: {
    predefinito: DEFAULT_DATA_FOLDER,
    description: 'folder of the databases, the secrets and the drafts of years not yet published',
  },
  DATABASE_URL: {
    description: 'postgres://… for PostgreSQL, or sqlite:file; by default trimestre.sqlite in the data folder',
    segreta: true,
  },
  TRIMESTRE_PG_SCHEMA: { description: 'schema of the tables on PostgreSQL; by default the one PostgreSQL chooses' },
  TRIMESTRE_PG_CONNESSIONI: {
    predefinito: '10',
    description: 'connections of each process to PostgreSQL, 2-100: all together below its max_connections',
  },
  TRIMESTRE_PG_ATTESA: {
    predefinito: '3',
    description: 'seconds that a request waits for a connection to PostgreSQL, also while it restarts, 1-999',
  },
  TRIMESTRE_PG_ISTRUZIONE: {
    predefinito: '20',
    description: 'seconds that a statement of a portal on PostgreSQL may last, 1-999; commands last as they have to',
  },
  TRIMESTRE_PG_BLOCCO: {
    predefinito: '5',
    description: 'seconds that a statement of a portal waits for what another transaction holds, 1-999',
  },
  TRIMESTRE_SEGRETO_NODO: {
    description: 'secret the node shows when it calls the portal; by default made at first start in the data folder',
    segreta: true,
  },
  TRIMESTRE_SEGRETO_SESSIONE: {
    description: 'key that signs session cookies; by default made at first start in the data folder',
    segreta: true,
  },
  TRIMESTRE_SEGRETO_REGISTRO: {
    description: 'secret that closes the register of logins; by default made at first start in the data folder',
    segreta: true,
  },
  TRIMESTRE_SPID_FORNITORI: {
    description: 'SPID: file, or folder of .xml files, with the metadata of the trusted providers; none: no SPID',
  },
  TRIMESTRE_SPID_LIVELLO: {
    predefinito: '2',
    description: 'SPID: level asked to come in, 1, 2 or 3; who pays needs 2',
  },
  TRIMESTRE_SPID_ENTITY_ID: { description: 'SPID: entity ID of this service; by default the portal’s base URL' },
  TRIMESTRE_SPID_CHIAVE: {
    description: 'SPID: PEM file of the private key; by default made at first use in the data folder',
  },
  TRIMESTRE_SPID_CERTIFICATO: { description: 'SPID: PEM file of the certificate of that key' },
  TRIMESTRE_SPID_IPA: {
    predefinito: 'simulato',
    description: 'SPID: the body’s code in the register of public bodies',
  },
  TRIMESTRE_SPID_EMAIL: { predefinito: 'spid@trimestre.example', description: 'SPID: e-mail address in the metadata' },
  TRIMESTRE_SPID_COMUNE: { predefinito: 'Roma', description: 'SPID: seat of the body, for the certificate made here' },
  TRIMESTRE_SMTP: {
    segreta: true,
    description:
      'mail server for reminders: smtp://user:password@host:587 or smtps://…; none: letters are files in the data folder',
  },
  TRIMESTRE_MITTENTE: {
    predefinito: 'Trimestre <promemoria@trimestre.example>',
    description: 'who the reminders are from: Name <address>',
  },
  TRIMESTRE_CONSEGNA: { predefinito: 'carrello-rpt', description: 'hand-off to pagoPA: carrello-rpt or checkout' },
  TRIMESTRE_DEMO: { predefinito: 'si', description: 'si or no: load the demo data into an empty database' },
  TRIMESTRE_PROXY: { predefinito: '0', description: 'how many trusted reverse proxies stand in front of the portal' },
  TRIMESTRE_AVVISO_EDIZIONE: {
    predefinito: 'in-vigore',
    description: 'edition of the printed notice: in-vigore (by the day of printing), 2018 or 3',
  },
  TRIMESTRE_AVVISO_LINGUA: {
    predefinito: 'it',
    description: 'language of the notice where nobody chose: it, it-de, it-en, it-fr, it-sl; it-de-perfetto…',
  },
  TRIMESTRE_AVVISO_LAVORATORE: {
    predefinito: 'intero',
    description: 'the worker’s name on notices, cover sheets and manifests: intero, iniziali or nascosto',
  },
  TRIMESTRE_LOTTI_GIORNI: {
    predefinito: '7',
    description: 'how many days a finished batch stays with its files, 1-9999',
  },
  TRIMESTRE_ENTE_LOGO: {
    description:
      'file of the creditor’s logo on the 3.x notice, SVG (shapes in plain colours) or PNG (300 dots an inch)',
  },
  TRIMESTRE_ENTE_MARCHIO_PAGOPA: {
    description: 'file of pagoPA’s mark, which only a real creditor with a logo of its own may print',
  },
  TRIMESTRE_ENTE_REALE: {
    predefinito: 'no',
    description:
      'si only with a real creditor’s data below, each simulated default replaced: notices then lose their FAC-SIMILE',
  },
  TRIMESTRE_ENTE_CONFERMA_INPS: {
    predefinito: 'no',
    description: 'si to confirm, with a real creditor, that it is INPS itself: its identifiers are the defaults',
  },
  TRIMESTRE_ENTE_CF: { predefinito: '80078750587', description: 'creditor’s codice fiscale (INPS)' },
  TRIMESTRE_ENTE_NOME: { predefinito: 'Istituto Nazionale Previdenza Sociale', description: 'creditor’s name' },
  TRIMESTRE_ENTE_SETTORE: { predefinito: 'Contributi Lavoratori Domestici', description: 'creditor’s office' },
  TRIMESTRE_ENTE_INFO: {
    predefinito: 'Ambiente simulato: questo documento non vale come avviso',
    description: 'creditor’s contact line on the notice',
  },
  TRIMESTRE_ENTE_CBILL: { predefinito: 'AAQV6', description: 'CBILL code (INPS)' },
  TRIMESTRE_ENTE_AUX: { predefinito: '3', description: 'aux digit of the codice avviso: 0, 1, 2 or 3' },
  TRIMESTRE_ENTE_SEGREGAZIONE: {
    predefinito: '01',
    description: 'segregation code (aux 3) or application code (aux 0)',
  },
  TRIMESTRE_ENTE_INTERMEDIARIO: { predefinito: '80078750587', description: 'broker of the creditor on the node' },
  TRIMESTRE_ENTE_STAZIONE: { predefinito: '80078750587_01', description: 'station of the creditor on the node' },
  TRIMESTRE_ENTE_PASSWORD: {
    predefinito: 'simulazione',
    description: 'station’s password on the node, 8-15 characters',
    segreta: true,
  },
  TRIMESTRE_ENTE_IBAN: { predefinito: 'IT60X0542811101000000123456', description: 'account to be credited' },
  TRIMESTRE_ENTE_TASSONOMIA: {
    predefinito: '9/0701101IP/',
    description: 'datiSpecificiRiscossione of every payment: INPS’s own code is not public, this one has its form',
  },
  TRIMESTRE_ENTE_DOPO_SCADENZA: {
    predefinito: 'pagabile',
    description: 'a notice past its due date: pagabile, or scaduto (refused with PAA_PAGAMENTO_SCADUTO)',
  },
  TRIMESTRE_ENTE_CCP: {
    predefinito: '000099999999',
    description: 'postal account of the Poste strip (fictional by default); empty draws none',
  },
  TRIMESTRE_ENTE_CCP_INTESTATO: { predefinito: 'CONTO FITTIZIO DI PROVA', description: 'holder of the postal account' },
  TRIMESTRE_ENTE_CCP_AUTORIZZAZIONE: {
    predefinito: 'AUT. DI PROVA - FAC-SIMILE',
    description: 'authorisation line of the Poste strip',
  },
} satisfies Record<string, Variabile>;

export type NomeVariabile = keyof typeof variabili;

export const VARIABILI: Readonly<Record<NomeVariabile, Variabile>> = variabili;
