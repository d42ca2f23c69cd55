import type { Letto } from './ente-indipendente.ts';
import type { FonteWsdl } from './fonti-wsdl.ts';
import { avviaServerSoap } from './server-soap.ts';

/** A PSP that listens and shares no code with ours: servers made by a library from WSDLs. It takes all it is told. */
export interface PspIndipendente {
  readonly urlRpt: string;
  readonly urlNotifiche: string;
  readonly chiamate: { readonly operazione: string; readonly letto: Letto }[];
  close(): Promise<void>;
}

export async function avviaPspIndipendente(wsdl: FonteWsdl): Promise<PspIndipendente> {
  const chiamate: PspIndipendente['chiamate'] = [];
  const annota = (operazione: string, risposta: object) =>
    ((letto: Letto) => {
      chiamate.push({ operazione, letto });
      return risposta;
    }) as never;
  const { url, servi, close } = await avviaServerSoap(wsdl);
  const nomi = ['pspInviaRPT', 'pspInviaCarrelloRPT', 'pspInviaCarrelloRPTCarte'];
  const rpt = Object.fromEntries(nomi.map((nome) => [nome, annota(nome, presa(nome))]));
  await servi('/rpt', 'PspPerNodo', { FespPspService: { PSPPort: rpt } });
  const notifiche = Object.fromEntries(
    ['pspNotifyPayment', 'pspNotifyPaymentV2'].map((nome) => [nome, annota(nome, { outcome: 'OK' })]),
  );
  await servi('/notifiche', 'pspForNode', { pspForNodeService: { pspForNodePort: notifiche } });
  return {
    urlRpt: `${url}/rpt`,
    urlNotifiche: `${url}/notifiche`,
    chiamate,
    close,
  };
}

/** The inner element has the name of the outer one, unqualified, which the library cannot write: the body goes out as text. */
function presa(nome: string) {
  const dentro = nome === 'pspInviaRPT' ? 'pspInviaRPTResponse' : 'pspInviaCarrelloRPTResponse';
  const esito = '<esitoComplessivoOperazione>OK</esitoComplessivoOperazione>';
  const spazio = 'xmlns:ppt="http://ws.pagamenti.telematici.gov/"';
  return { _xml: `<ppt:${nome}Response ${spazio}><${dentro}>${esito}</${dentro}></ppt:${nome}Response>` };
}
