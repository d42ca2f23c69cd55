/** Namespaces of the node's SOAP messages (NodoPerPa.wsdl, PaPerNodo.wsdl). */
export const SPAZIO_BUSTA = 'http://schemas.xmlsoap.org/soap/envelope/';
export const SPAZIO_CORPI = 'http://ws.pagamenti.telematici.gov/';
export const SPAZIO_INTESTAZIONI = 'http://ws.pagamenti.telematici.gov/ppthead';
