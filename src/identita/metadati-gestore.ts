import type { Credenziali } from '../spid/certificato.ts';
import { firmaXml } from '../spid/firma-xml.ts';
import { chiave, organizzazione } from '../spid/metadati.ts';
import { BINDING, FORMATO_TRANSITORIO, SPAZI } from '../spid/nomi-saml.ts';
import { testo } from '../spid/richiesta.ts';
import { documento, elemento } from '../pagopa/xml/scrittura.ts';
import { type Gestore, indirizziDi } from './gestori.ts';

/** The signed metadata of a simulated provider, which say that it is one. */
export function metadatiDelGestore(baseUrl: string, gestore: Gestore, credenziali: Credenziali): string {
  const { entityId, accesso, uscita } = indirizziDi(baseUrl, gestore);
  const redirect = (nome: string, Location: string) => elemento(nome, [], { Binding: BINDING.redirect, Location });
  const ruolo = elemento(
    'md:IDPSSODescriptor',
    [
      chiave(credenziali.certificato),
      redirect('md:SingleLogoutService', uscita),
      testo('md:NameIDFormat', FORMATO_TRANSITORIO),
      redirect('md:SingleSignOnService', accesso),
    ],
    { protocolSupportEnumeration: SPAZI.protocollo, WantAuthnRequestsSigned: 'true' },
  );
  const simulato = elemento('md:Extensions', [elemento('t:Simulato', [], { 'xmlns:t': SPAZI.simulazione })]);
  const xml = documento(
    elemento('md:EntityDescriptor', [simulato, ruolo, organizzazione(gestore.nome, entityId)], {
      'xmlns:md': SPAZI.metadata,
      'xmlns:ds': SPAZI.firma,
      entityID: entityId,
      ID: `_${gestore.sigla}`,
    }),
  );
  return firmaXml(xml, { elemento: '/*', accanto: "/*/*[local-name(.)='Extensions']", come: 'before' }, credenziali);
}
