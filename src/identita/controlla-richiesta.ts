import { BINDING, FORMATO_ENTITA, FORMATO_TRANSITORIO, type Livello, livelloDi, SPAZI } from '../spid/nomi-saml.ts';
import { figliDi, type Nodo } from '../spid/nodo.ts';

/** A service that may ask, as its metadata say. */
export interface ServizioNoto {
  readonly entityId: string;
  readonly certificati: readonly string[];
  readonly acs: ReadonlyMap<string, string>;
  readonly uscita?: string;
  /** Attributes it asks for, by the index of the set. */
  readonly attributi: ReadonlyMap<string, readonly string[]>;
}

/** What a good request asks. */
export interface RichiestaAccolta {
  readonly id: string;
  readonly acs: string;
  readonly livello: Livello;
  readonly attributi: readonly string[];
}

const ISTANTE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
const FINESTRA_MS = 5 * 60_000;
const { protocollo: P, asserzione: A } = SPAZI;

/**
 * The official checks on an AuthnRequest.
 * @returns what it asks, or the code of the official table (8-18) of what is wrong with it
 */
export function controllaRichiesta(
  richiesta: Nodo,
  servizio: ServizioNoto,
  { accesso, adesso }: { readonly accesso: string; readonly adesso: Date },
): RichiestaAccolta | number {
  const attributo = (nome: string): string => richiesta.attributi.get(nome) ?? '';
  if (richiesta.nome !== 'AuthnRequest' || richiesta.spazio !== P) return 8;
  if (attributo('Version') !== '2.0') return 9;
  const [emittente] = figliDi(richiesta, A, 'Issuer');
  if (emittente?.testo !== servizio.entityId || emittente.attributi.get('Format') !== FORMATO_ENTITA) return 10;
  if (emittente.attributi.get('NameQualifier') !== servizio.entityId) return 10;
  if (attributo('ID') === '') return 11;
  const livello = livelloChiesto(richiesta);
  if (livello === undefined) return 12;
  if (livello > 1 && attributo('ForceAuthn') !== 'true') return 12;
  const quando = ISTANTE.test(attributo('IssueInstant')) ? Date.parse(attributo('IssueInstant')) : Number.NaN;
  if (!(Math.abs(adesso.getTime() - quando) <= FINESTRA_MS)) return 13;
  if (attributo('Destination') !== accesso) return 14;
  if (attributo('IsPassive') === 'true') return 15;
  const acs = servizio.acs.get(attributo('AssertionConsumerServiceIndex'));
  if (acs === undefined) return 16;
  const [politica] = figliDi(richiesta, P, 'NameIDPolicy');
  if (politica?.attributi.get('Format') !== FORMATO_TRANSITORIO || politica.attributi.has('AllowCreate')) return 17;
  const attributi = servizio.attributi.get(attributo('AttributeConsumingServiceIndex'));
  if (attributi === undefined) return 18;
  return { id: attributo('ID'), acs, livello, attributi };
}

function livelloChiesto(richiesta: Nodo): Livello | undefined {
  const [contesto] = figliDi(richiesta, P, 'RequestedAuthnContext');
  const confronto = contesto?.attributi.get('Comparison') ?? '';
  if (!['exact', 'minimum', 'better', 'maximum'].includes(confronto)) return undefined;
  return livelloDi(figliDi(contesto, A, 'AuthnContextClassRef')[0]?.testo ?? '');
}

/** Reads a service's metadata. @returns undefined when they lack what is needed */
export function servizioNoto(metadati: Nodo, certificati: readonly string[]): ServizioNoto | undefined {
  const entityId = metadati.attributi.get('entityID');
  const [ruolo] = figliDi(metadati, SPAZI.metadata, 'SPSSODescriptor');
  if (entityId === undefined || ruolo === undefined || certificati.length === 0) return undefined;
  const conIndice = (nome: string): readonly Nodo[] => figliDi(ruolo, SPAZI.metadata, nome);
  const uscita = conIndice('SingleLogoutService')
    .find(({ attributi }) => attributi.get('Binding') === BINDING.redirect)
    ?.attributi.get('Location');
  return {
    entityId,
    certificati,
    acs: new Map(
      conIndice('AssertionConsumerService').map(({ attributi }) => [
        attributi.get('index') ?? '',
        attributi.get('Location') ?? '',
      ]),
    ),
    ...(uscita !== undefined && { uscita }),
    attributi: new Map(
      conIndice('AttributeConsumingService').map((serie) => [
        serie.attributi.get('index') ?? '',
        figliDi(serie, SPAZI.metadata, 'RequestedAttribute').map(({ attributi }) => attributi.get('Name') ?? ''),
      ]),
    ),
  };
}
