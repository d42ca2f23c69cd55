import { senzaRisposta } from '../archivio/guasto-archivio.ts';

/** PostgreSQL's own codes, and those of the network on the way to it. */
const CODICI: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'PostgreSQL non risponde a quell’indirizzo; avviarlo, o correggere host e porta',
  ECONNRESET: 'PostgreSQL ha chiuso la connessione; controllare che sia avviato e che accetti questo programma',
  EPIPE: 'PostgreSQL ha chiuso la connessione; controllare che sia avviato e che accetti questo programma',
  ENOTFOUND: 'l’host di PostgreSQL non esiste; correggerne il nome',
  EAI_AGAIN: 'il nome dell’host di PostgreSQL non si può risolvere ora; controllare la rete',
  ETIMEDOUT: 'PostgreSQL non risponde a quell’indirizzo; controllare la rete, o correggere host e porta',
  EHOSTUNREACH: 'l’host di PostgreSQL non si raggiunge; controllare la rete',
  ENETUNREACH: 'l’host di PostgreSQL non si raggiunge; controllare la rete',
  '22P05':
    'la codifica del database PostgreSQL non tiene tutte le lettere; crearne uno in UTF8 (createdb -E UTF8 -T template0)',
  '25006':
    'il database PostgreSQL è di sola lettura; usare il server principale, o togliere default_transaction_read_only',
  '28P01': 'PostgreSQL rifiuta utente o password; correggerli',
  '28000': 'PostgreSQL non ammette questo utente da questa macchina; correggere l’utente, o pg_hba.conf',
  '3D000': 'il database non esiste in PostgreSQL; crearlo (createdb), o correggerne il nome',
  '3F000': 'lo schema delle tabelle non c’è in PostgreSQL; crearlo, o indicarlo con TRIMESTRE_PG_SCHEMA',
  '42501': 'l’utente di PostgreSQL non ha i permessi che servono; dargli quelli di creare e scrivere tabelle',
  '53100': 'il disco di PostgreSQL è pieno; liberare spazio',
  '53300': 'PostgreSQL ha troppe connessioni aperte; chiuderne, o alzare max_connections',
  '57P01': 'PostgreSQL si sta fermando; riavviarlo e riprovare',
  '57P03': 'PostgreSQL si sta avviando; riprovare fra poco',
};

/** What OpenSSL and Node say of a certificate, the server's or one of the address. */
const CERTIFICATO = /^(DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|CERT_|CA_|INVALID_CA|ERR_TLS_|ERR_OSSL_|ERR_SSL_|EPROTO$)/;
/** The driver's own sentence, which bears no code. */
const SENZA_TLS = 'The server does not support SSL connections';

/**
 * What PostgreSQL, or the way to it, refuses, and what to do.
 * @returns undefined for an error that is not of the ground
 */
export function explainPostgres(guasto: Error & { readonly code?: string }): string | undefined {
  const { code = '', message } = guasto;
  if (code in CODICI) return CODICI[code];
  if (CERTIFICATO.test(code))
    return 'il certificato di PostgreSQL non è riconosciuto; indicare chi l’ha firmato con sslrootcert=file, e l’host col nome che il certificato porta';
  if (message.includes(SENZA_TLS))
    return 'PostgreSQL non accetta connessioni cifrate; attivarle nel server (ssl = on), o togliere sslmode dall’indirizzo';
  return senzaRisposta(guasto) ? CODICI['ETIMEDOUT'] : undefined;
}
