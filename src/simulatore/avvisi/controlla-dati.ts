import type { DatiPagamentoAvviso } from '../../pagopa/avvisi/pa-get-payment.ts';
import type { Trasferimento } from '../../pagopa/avvisi/trasferimento.ts';
import { somma } from '../../valori/denaro.ts';
import { type Contesto, stazioneDelDominio } from '../contesto.ts';
import { FaultNodo } from '../fault-nodo.ts';
import type { StazioneSimulata } from '../opzioni.ts';

/**
 * What the node checks of a creditor's answer beyond its schema: parts numbered from 1 that add up, each for a creditor and
 * on an account that it knows.
 * @throws FaultNodo PPT_STAZIONE_INT_PA_ERRORE_RESPONSE
 */
export function controllaDati(contesto: Contesto, { importo, trasferimenti }: DatiPagamentoAvviso): void {
  const regola = (vale: boolean, perche: string): void => {
    if (!vale) throw new FaultNodo('PPT_STAZIONE_INT_PA_ERRORE_RESPONSE', perche);
  };
  const numeri = new Set(trasferimenti.map(({ id }) => id));
  const inFila = numeri.size === trasferimenti.length && Math.max(...numeri) === trasferimenti.length;
  regola(inFila, 'idTransfer non progressivi da 1');
  regola(somma(trasferimenti.map((uno) => uno.importo)) === importo, 'La somma dei transfer non è il paymentAmount');
  for (const uno of trasferimenti) controllaAccredito(contesto, uno, regola);
}

function controllaAccredito(
  contesto: Contesto,
  { id, dominio, iban }: Trasferimento,
  regola: (vale: boolean, perche: string) => void,
): void {
  const stazione = stazioneDelDominio(contesto, dominio);
  regola(stazione !== undefined, `transfer ${id}: fiscalCodePA ${dominio} sconosciuto`);
  const censito = iban === undefined || stazione?.ibanCensiti?.includes(iban) !== false;
  regola(censito, `transfer ${id}: IBAN ${iban} non censito per ${dominio}`);
}

/**
 * A creditor of the first model names one account, its own.
 * @throws FaultNodo PPT_IBAN_NON_CENSITO
 */
export function controllaIbanPrimoModello({ ibanCensiti }: StazioneSimulata, iban: string): void {
  if (ibanCensiti?.includes(iban) === false) throw new FaultNodo('PPT_IBAN_NON_CENSITO');
}
