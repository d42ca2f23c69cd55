import type { IServicePort } from 'soap';
import type { FonteWsdl } from './fonti-wsdl.ts';
import { avviaServerSoap } from './server-soap.ts';

export const DOMINIO = '80078750587';
const IBAN = 'IT60X0542811101000000123456';

/** What a message said, as the library read it. */
export type Letto = Readonly<Record<string, unknown>>;

/** A creditor that shares no code with ours: servers made by a library from WSDLs. */
export interface EnteIndipendente {
  readonly urlAvvisi: string;
  readonly urlAttivazione: string;
  readonly urlRt: string;
  /** Every call, with the operation's name. */
  readonly chiamate: { readonly operazione: string; readonly letto: Letto }[];
  /** Called after answering paaAttivaRPT, with the header that the RPT must bear. */
  dopoAttivazione: (intestazione: Letto) => void;
  close(): Promise<void>;
}

export async function avviaEnteIndipendente(wsdl: FonteWsdl): Promise<EnteIndipendente> {
  const chiamate: EnteIndipendente['chiamate'] = [];
  const ente: { dopoAttivazione: EnteIndipendente['dopoAttivazione'] } = { dopoAttivazione: () => undefined };
  const annota = <T>(operazione: string, risposta: (letto: Letto, testa: Letto) => T) =>
    ((letto: Letto, _fatto: unknown, testa: Letto) => {
      chiamate.push({ operazione, letto });
      return risposta(letto, testa);
    }) as never;
  const avvisi: IServicePort = {
    paVerifyPaymentNotice: annota('paVerifyPaymentNotice', verifica),
    paGetPayment: annota('paGetPayment', daPagare),
    paGetPaymentV2: annota('paGetPaymentV2', daPagare),
    paSendRT: annota('paSendRT', () => ({ outcome: 'OK' })),
    paSendRTV2: annota('paSendRTV2', () => ({ outcome: 'OK' })),
  };
  const attivazione: IServicePort = {
    paaVerificaRPT: annota('paaVerificaRPT', () => annidata('paaVerificaRPTRisposta', DA_PAGARE)),
    paaAttivaRPT: annota('paaAttivaRPT', (_letto, testa) => {
      setTimeout(() => ente.dopoAttivazione(testa['intestazionePPT'] as Letto), 10);
      return annidata('paaAttivaRPTRisposta', DA_PAGARE);
    }),
  };
  const rt: IServicePort = { paaInviaRT: annota('paaInviaRT', () => annidata('paaInviaRTRisposta', '')) };
  const { url, servi, close } = await avviaServerSoap(wsdl);
  await servi('/avvisi', 'paForNode', { paForNodeService: { paForNodePort: avvisi } });
  await servi('/ccp', 'PaPerNodoPagamentoPsp', { PagamentiTelematiciCCPservice: { PPTPort: attivazione } });
  await servi('/rt', 'PaPerNodo', { PagamentiTelematiciRTservice: { PPTPort: rt } });
  return Object.assign(ente, {
    urlAvvisi: `${url}/avvisi`,
    urlAttivazione: `${url}/ccp`,
    urlRt: `${url}/rt`,
    chiamate,
    close,
  });
}

function verifica() {
  return {
    outcome: 'OK',
    paymentList: {
      paymentOptionDescription: { amount: '338.00', options: 'EQ', dueDate: '2021-01-11', allCCP: false },
    },
    paymentDescription: 'Contributi 4/2020 – à è ì €',
    fiscalCodePA: DOMINIO,
    companyName: 'Ente indipendente',
  };
}

function daPagare(letto: Letto) {
  const { noticeNumber } = letto['qrCode'] as { readonly noticeNumber: string };
  return {
    outcome: 'OK',
    data: {
      creditorReferenceId: noticeNumber.slice(1),
      paymentAmount: '338.00',
      dueDate: '2021-01-11',
      description: 'Contributi 4/2020',
      companyName: 'Ente indipendente',
      debtor: {
        uniqueIdentifier: { entityUniqueIdentifierType: 'F', entityUniqueIdentifierValue: 'RSSMRA80A01H501U' },
        fullName: 'Persona di Prova',
      },
      transferList: {
        transfer: [
          {
            idTransfer: 1,
            transferAmount: '338.00',
            fiscalCodePA: DOMINIO,
            IBAN,
            remittanceInformation: 'contributi',
            transferCategory: '9/0301109AP/',
          },
        ],
      },
    },
  };
}

const DA_PAGARE = `<datiPagamentoPA><importoSingoloVersamento>338.00</importoSingoloVersamento><ibanAccredito>${IBAN}</ibanAccredito><causaleVersamento>contributi</causaleVersamento></datiPagamentoPA>`;

/**
 * The WSDLs of the first model nest an answer in an unqualified element of the same name, which the library cannot write: it
 * takes it for the one outside. The body goes out as text.
 */
function annidata(nome: string, dati: string) {
  return { _xml: `<ppt:${nome}><${nome}><esito>OK</esito>${dati}</${nome}></ppt:${nome}>` };
}
