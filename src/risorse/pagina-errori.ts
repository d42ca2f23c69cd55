import { codiceDi, STANZE, statoDi, type ChiaveErrore } from '../valori/errori/catalogo.ts';

/** The headings of the page, by the list of the catalogue. */
const TITOLI: Readonly<Record<keyof typeof STANZE, string>> = {
  VALORI: 'Numeri, importi, date',
  SCADENZE: 'Trimestri e scadenze',
  NORME: 'Norme',
  ANAGRAFE: 'Persone e rapporti',
  CONTRIBUTI: 'Calcolo dei contributi',
  PROSPETTI: 'Prospetti',
  PAGOPA: 'Codici di pagoPA',
  AVVISI: 'Avvisi, stampati e letti',
  BOLLETTINI: 'Bollettini',
  PAGAMENTI: 'Pagamenti',
  CLIENTI: 'Elenchi di clienti',
  LOTTI: 'Lotti di file',
  ACCESSO: 'Accesso',
  SPID: 'SPID',
  FAMIGLIA: 'Uso reale di una famiglia',
  IMPOSTAZIONI: 'Impostazioni e archivio',
  PORTALE: 'Richieste alle pagine e all’API',
  CLI: 'Riga di comando',
  SIMULATORE: 'Nodo simulato',
};

const CIMA = `# Errori

I codici con cui Trimestre rifiuta qualcosa: nell’API il \`codice\` di \`application/problem+json\`, con il suo stato HTTP. Il codice è stabile; la frase è per le persone e può cambiare. Fra graffe ciò che cambia di volta in volta: \`{campo}\` è il nome del campo, che ogni strada dice a modo suo (l’opzione nel comando, la colonna nel file, accanto al campo nella pagina).

Questa pagina è scritta da \`npm run errori\`.
`;

/** `docs/errori.md`: every code with its status and sentences, by room. */
export function paginaErrori(): string {
  const sezioni = Object.entries(STANZE).map(([stanza, frasi]) => {
    const righe = Object.entries(frasi).map(
      ([chiave, frase]) =>
        `| \`${chiave}\` | ${statoDi(codiceDi(chiave as ChiaveErrore))} | ${frase.replaceAll('|', '\\|')} |`,
    );
    return `\n## ${TITOLI[stanza as keyof typeof STANZE]}\n\n| codice | stato | frase |\n|---|---|---|\n${righe.join('\n')}\n`;
  });
  return `${CIMA}${sezioni.join('')}`;
}
