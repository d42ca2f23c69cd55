import { stampaDi } from '../../portale/documenti.ts';
import { ricevutaDi } from '../../portale/prospetti.ts';
import { ricevutaInCsv } from '../../portale/viste/ricevuta-csv.ts';
import { ricevutaInProspetto } from '../../portale/viste/ricevuta.ts';
import { ricevutaToJson } from '../../prospetti/ricevuta/index.ts';
import { NonTrovato } from '../../valori/errore-dati.ts';
import type { Comando } from '../comando.ts';
import { withApplicazione } from '../con-applicazione.ts';
import { contestoOperatore } from '../operatore.ts';
import { OUT_PROSPETTO, presentaProspetto, type OpzioniProspetto } from '../presenta-prospetto.ts';
import { createCommand, withJson } from '../programma.ts';

/** `trimestre pagamento ricevuta`: the receipt as page and paper show it. */
export function ricevuta(): Comando {
  const command = createCommand('ricevuta', 'la ricevuta di un pagamento, con che cosa è stato pagato')
    .esempio('01000000001234519', '01000000001234519 --out ricevuta.pdf')
    .argument('<pagamento>', 'il suo id, o lo IUV di 17 cifre (allora l’ultimo tentativo)')
    .scrive('--out <file>', OUT_PROSPETTO);
  return withJson(command).action((quale: string, opzioni: OpzioniProspetto) =>
    withApplicazione(async (app) => {
      const { tentativo, bollettino } = (await app.operatori.pagamento(quale)).riga;
      const datore = await app.registro.datore(bollettino.datoreId);
      if (datore === undefined) throw new NonTrovato('Datore di lavoro');
      const contesto = await contestoOperatore(app, datore.codiceFiscale);
      const dati = await ricevutaDi(app, contesto, tentativo.id);
      await presentaProspetto(opzioni, {
        carta: ricevutaInProspetto(dati, stampaDi(app).oggi),
        tabella: () => ricevutaInCsv(dati),
        json: () => ricevutaToJson(dati),
      });
    }),
  );
}
