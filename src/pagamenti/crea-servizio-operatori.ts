import { parseCodiceFiscale } from '../anagrafe/codice-fiscale.ts';
import type { RegistroRapporti } from '../anagrafe/registro-rapporti.ts';
import { NonTrovato } from '../valori/errore-dati.ts';
import { chiudiAnomalia, elencoAnomalie } from './anomalie-operatori.ts';
import type { DipendenzePagamenti } from './dipendenze.ts';
import { elencoPagamenti, trovaPagamento } from './elenchi.ts';
import { type NodoFlussi, registraFlusso, riconcilia, scaricaFlussi } from './flussi.ts';
import { STATI_TENTATIVO } from './pagamento.ts';
import { cercaRicevute } from './senza-ricevuta.ts';
import type { ServizioOperatori } from './servizio-operatori.ts';
import { sorveglia } from './sorveglianza.ts';
import { createVie } from './vie/vie.ts';

/** What whoever runs the program sees and does, over the same archive and node as the payments. */
export function createServizioOperatori(
  dip: DipendenzePagamenti & {
    readonly flussi: NodoFlussi;
    readonly registro: Pick<RegistroRapporti, 'datoreConCodiceFiscale'>;
  },
): ServizioOperatori {
  const { letture } = dip.archivio;
  const vie = createVie({ ...dip, letture });
  return {
    anomalie: (stato) => elencoAnomalie(letture, stato),
    chiudiAnomalia: (id, operatore, nota, scelte) => chiudiAnomalia(dip, { id, operatore, nota, ...scelte }),
    giornale: (filtro) => letture.giornale.elenco(filtro),
    async pagamento(quale) {
      const tentativo = /^\d{17}$/.test(quale)
        ? (await letture.tentativi.conIuv(dip.ente.codiceFiscale, quale)).at(-1)
        : (await letture.tentativi.perId([quale]))[0];
      const [bollettino] = tentativo === undefined ? [] : await letture.bollettini.perId([tentativo.bollettinoId]);
      if (tentativo === undefined || bollettino === undefined) throw new NonTrovato('Pagamento');
      const riga = await trovaPagamento(letture, { datoreId: bollettino.datoreId }, tentativo.id);
      const { iuv, ccp } = tentativo;
      const { modo, idCarrello } = riga.consegna;
      // A notice's verify and get payment come before there is a receipt, so they bear no CCP.
      const filtro = modo === 'carrello-rpt' ? { iuv, ccp, idCarrello } : { iuv, idCarrello };
      return {
        riga,
        rpt: await letture.tentativi.rpt(tentativo.id),
        ricevute: await letture.ricevute.delTentativo(tentativo.id),
        eventi: await letture.giornale.elenco(filtro),
      };
    },
    async pagamentiDi(codiceFiscale) {
      const datore = await dip.registro.datoreConCodiceFiscale(parseCodiceFiscale(codiceFiscale, 'datore'));
      if (datore === undefined) throw new NonTrovato('Datore di lavoro');
      return elencoPagamenti(letture, { datoreId: datore.id }, STATI_TENTATIVO);
    },
    sorveglia: () => sorveglia(dip, vie),
    async scaricaFlussi() {
      const esito = await scaricaFlussi(dip, dip.flussi);
      await cercaRicevute(dip);
      return esito;
    },
    registraFlusso: (xml) => registraFlusso(dip, xml),
    rendicontazione: () => riconcilia(dip),
  };
}
