import { X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { XmlRifiutato } from '../pagopa/xml/xml-rifiutato.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { BINDING, SPAZI } from './nomi-saml.ts';
import { discendenti, figliDi, leggiSaml, type Nodo } from './nodo.ts';

/** An identity provider we trust, as its metadata say. */
export interface Fornitore {
  readonly entityId: string;
  /** What people call it. */
  readonly nome: string;
  /** Addresses of the HTTP-Redirect binding. */
  readonly accesso: string;
  readonly uscita?: string;
  /** PEM, every one that it may sign with. */
  readonly certificati: readonly string[];
  /** One of ours, for the simulation. */
  readonly simulato: boolean;
}

/**
 * The providers of a metadata file, or of every `.xml` of a folder; a file may hold one EntityDescriptor or the register's many.
 * @throws ErroreDati `spid-metadati` naming the file and what is missing
 */
export function leggiFornitori(percorso: string): readonly Fornitore[] {
  const fornitori = fileDi(percorso).flatMap((file) => leggiFile(file));
  const doppio = fornitori.find(({ entityId }, i) => fornitori.findIndex((f) => f.entityId === entityId) !== i);
  if (doppio !== undefined) throw sbagliato(percorso, `«${doppio.entityId}» vi sta due volte`);
  if (fornitori.length === 0) throw sbagliato(percorso, 'non vi sono metadati di fornitori (file .xml)');
  return fornitori;
}

function fileDi(percorso: string): readonly string[] {
  try {
    if (!statSync(percorso).isDirectory()) return [percorso];
    return readdirSync(percorso)
      .filter((nome) => nome.endsWith('.xml'))
      .sort()
      .map((nome) => join(percorso, nome));
  } catch (errore) {
    throw sbagliato(percorso, `non si può leggere (${(errore as NodeJS.ErrnoException).code ?? 'errore'})`);
  }
}

function leggiFile(file: string): readonly Fornitore[] {
  let radice: Nodo;
  try {
    radice = leggiSaml(readFileSync(file));
  } catch (errore) {
    if (!(errore instanceof XmlRifiutato)) throw errore;
    throw sbagliato(file, `non sono metadati SAML (${errore.message})`);
  }
  const entita =
    radice.nome === 'EntityDescriptor' ? [radice] : discendenti(radice, SPAZI.metadata, 'EntityDescriptor');
  return entita.map((una) => toFornitore(file, una));
}

function toFornitore(file: string, entita: Nodo): Fornitore {
  const entityId = entita.attributi.get('entityID') ?? '';
  const [ruolo] = figliDi(entita, SPAZI.metadata, 'IDPSSODescriptor');
  const accesso = indirizzo(ruolo, 'SingleSignOnService');
  const uscita = indirizzo(ruolo, 'SingleLogoutService');
  const certificati = certificatiDi(ruolo);
  if (entityId === '') throw sbagliato(file, 'manca entityID');
  if (accesso === undefined) throw sbagliato(file, `«${entityId}» non ha un SingleSignOnService HTTP-Redirect`);
  if (certificati.length === 0) throw sbagliato(file, `«${entityId}» non ha un certificato di firma leggibile`);
  return {
    entityId,
    nome: nomeDi(entita) ?? new URL(accesso).hostname,
    accesso,
    ...(uscita !== undefined && { uscita }),
    certificati,
    simulato: discendenti(entita, SPAZI.simulazione, 'Simulato').length > 0,
  };
}

function indirizzo(ruolo: Nodo | undefined, nome: string): string | undefined {
  const scritto = figliDi(ruolo, SPAZI.metadata, nome)
    .find(({ attributi }) => attributi.get('Binding') === BINDING.redirect)
    ?.attributi.get('Location');
  return scritto !== undefined && URL.canParse(scritto) ? scritto : undefined;
}

/** The certificates that a role signs with, PEM; what is no certificate is passed over. */
export function certificatiDi(ruolo: Nodo | undefined): readonly string[] {
  return figliDi(ruolo, SPAZI.metadata, 'KeyDescriptor')
    .filter(({ attributi }) => attributi.get('use') !== 'encryption')
    .flatMap((chiave) => discendenti(chiave, SPAZI.firma, 'X509Certificate'))
    .flatMap(({ testo }) => {
      try {
        return [new X509Certificate(Buffer.from(testo.replace(/\s/g, ''), 'base64')).toString()];
      } catch {
        return [];
      }
    });
}

function nomeDi(entita: Nodo): string | undefined {
  const nomi = discendenti(entita, SPAZI.metadata, 'OrganizationDisplayName');
  const inItaliano = nomi.find(({ attributi }) => attributi.get('lang') === 'it');
  const scritto = (inItaliano ?? nomi[0])?.testo.trim();
  return scritto === '' ? undefined : scritto;
}

function sbagliato(file: string, che: string): ErroreDati {
  return new ErroreDati('spid-metadati', { file, che, campo: 'TRIMESTRE_SPID_FORNITORI' });
}
