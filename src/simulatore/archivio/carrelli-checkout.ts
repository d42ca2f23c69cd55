import type { CarrelloCheckoutV1, CarrelloCheckoutV2 } from '../../pagopa/checkout/carrello-checkout.ts';
import type { Db } from './schema.ts';

export type RichiestaCheckout = CarrelloCheckoutV1 | CarrelloCheckoutV2;

export interface CarrelliCheckoutRepository {
  inserisci(sessione: string, richiesta: RichiestaCheckout): void;
  trova(sessione: string): RichiestaCheckout | undefined;
  conta(): number;
}

export function carrelliCheckoutRepository(db: Db): CarrelliCheckoutRepository {
  const inserisci = db.prepare('INSERT INTO carrello_checkout (sessione, richiesta) VALUES (?, ?)');
  const trova = db.prepare('SELECT richiesta FROM carrello_checkout WHERE sessione = ?').pluck();
  const conta = db.prepare('SELECT count(*) FROM carrello_checkout').pluck();
  return {
    conta: () => conta.get() as number,
    inserisci: (sessione, richiesta) => void inserisci.run(sessione, JSON.stringify(richiesta)),
    trova: (sessione) => {
      const testo = trova.get(sessione) as string | undefined;
      return testo === undefined ? undefined : (JSON.parse(testo) as RichiestaCheckout);
    },
  };
}
