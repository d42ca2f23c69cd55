/** Namespaces of the node's SOAP messages (NodoPerPa.wsdl, PaPerNodo.wsdl). */
export const SPAZIO_BUSTA = 'http://schemas.xmlsoap.org/soap/envelope/';
export const SPAZIO_CORPI = 'http://ws.pagamenti.telematici.gov/';
export const SPAZIO_INTESTAZIONI = 'http://ws.pagamenti.telematici.gov/ppthead';
/** Namespaces of the notice model: node to creditor, PSP to node. */
export const SPAZIO_AVVISI_ENTE = 'http://pagopa-api.pagopa.gov.it/pa/paForNode.xsd';
export const SPAZIO_AVVISI_PSP = 'http://pagopa-api.pagopa.gov.it/node/nodeForPsp.xsd';
/** Node to PSP: what a person paid on Checkout. */
export const SPAZIO_NOTIFICHE_PSP = 'http://pagopa-api.pagopa.gov.it/psp/pspForNode.xsd';
