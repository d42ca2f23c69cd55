import { ambitoDi } from '../accesso/ambito.ts';
import type { Atto } from '../accesso/atti.ts';
import { countAttempt } from '../accesso/conta-tentativo.ts';
import type { Contesto } from '../accesso/contesto.ts';
import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import { withRapporti } from '../bollettini/righe-carrello.ts';
import { ErroreDati, NonTrovato } from '../valori/errore-dati.ts';
import type { DipendenzeFamiglia } from './dipendenze.ts';
import { improntaDi, isFrase } from './frase.ts';
import { moduloInps } from './modulo-inps.ts';
import { prendiAvviso, ritiraPagamento, segnaPagato, tieni } from './passi.ts';
import { toPratiche } from './pratiche.ts';
import type { ServizioFamiglia } from './servizio-famiglia.ts';

/** In the place of a codice fiscale, for the counters of attempts: there is one family. */
const LA_FAMIGLIA = 'famiglia';

export function createServizioFamiglia(dip: DipendenzeFamiglia): ServizioFamiglia {
  const { archivio, registro, clock } = dip;
  const { letture } = archivio;
  const adesso = () => clock.now().toISOString();

  async function righe(contesto: Contesto, ids?: readonly Id[]) {
    const ambito = ambitoDi(contesto);
    const [vivi, pagati] = await Promise.all([
      letture.bollettini.inStato(ambito, 'nel-carrello'),
      letture.bollettini.inStato(ambito, 'pagato'),
    ]);
    const tutti = [...vivi, ...pagati].filter(({ id }) => ids === undefined || ids.includes(id));
    return withRapporti(letture, ambito, tutti);
  }

  async function pratica(contesto: Contesto, id: Id) {
    const [trovata] = await toPratiche(letture.famiglia, await righe(contesto, [id]));
    if (trovata === undefined) throw new NonTrovato('Bollettino');
    return trovata;
  }

  return {
    iniziata: async () => (await letture.famiglia.chiave()) !== undefined,
    async inizia(datore, frase) {
      if ((await letture.famiglia.chiave()) !== undefined) throw new ErroreDati('famiglia-iniziata');
      const { id } = await registro.scriviDatore(datore);
      const impronta = await improntaDi(frase);
      return archivio.transazione(async (tx) => {
        if ((await tx.famiglia.chiave()) !== undefined) throw new ErroreDati('famiglia-iniziata');
        await tx.famiglia.scriviChiave({ datoreId: id, ...impronta }, adesso());
        await tx.atti.registra(act('famiglia-iniziata', id));
        await tx.atti.registra(act('accesso', id));
        return contestoDi(id);
      });
    },
    async entra(frase, ip) {
      const tentativo = await attempt(dip, ip);
      const chiave = await letture.famiglia.chiave();
      if (chiave === undefined || !(await isFrase(frase, chiave)))
        throw new ErroreDati('frase-sbagliata', { campo: 'frase' });
      await tentativo.riuscito();
      await letture.atti.registra(act('accesso', chiave.datoreId));
      return contestoDi(chiave.datoreId);
    },
    async cambiaFrase(frase) {
      const impronta = await improntaDi(frase);
      await archivio.transazione(async (tx) => {
        const chiave = await tx.famiglia.chiave();
        if (chiave === undefined) throw new ErroreDati('famiglia-non-iniziata');
        await tx.famiglia.scriviChiave({ ...chiave, ...impronta }, adesso());
        await tx.atti.registra(act('frase-cambiata', chiave.datoreId));
      });
    },
    async scriviRapporto(contesto, nuovo) {
      const datore = await letture.rapporti.datore(ambitoDi(contesto));
      if (datore === undefined) throw new NonTrovato('Datore di lavoro');
      const scritto = await registro.registra({ ...nuovo, datore });
      const oggetto = { tipo: 'rapporto', id: scritto.id } as const;
      await letture.atti.registra({ azione: 'rapporto-scritto', contesto, oggetto });
      return scritto;
    },
    pratiche: async (contesto) => toPratiche(letture.famiglia, await righe(contesto)),
    async pratica(contesto, id) {
      const trovata = await pratica(contesto, id);
      const datore = await letture.rapporti.datore(ambitoDi(contesto));
      const modulo = moduloInps(trovata.bollettino, trovata.rapporto, datore?.codiceFiscale ?? '');
      return { ...trovata, modulo };
    },
    async prendiAvviso(contesto, id, letto, file) {
      await prendiAvviso(dip, contesto, { ...letto, bollettinoId: id }, file);
      return pratica(contesto, id);
    },
    segnaPagato: (contesto, id, detto) => segnaPagato(dip, contesto, { ...detto, bollettinoId: id }),
    ritiraPagamento: (contesto, id) => ritiraPagamento(dip, contesto, id),
    async tieniRicevuta(contesto, id, file) {
      await pratica(contesto, id);
      await archivio.transazione((tx) => tieni(tx, { bollettinoId: id, cosa: 'ricevuta', il: adesso() }, file));
    },
    async allegato(contesto, id, allegatoId) {
      await pratica(contesto, id);
      const trovato = await letture.famiglia.contenuto(id, allegatoId);
      if (trovato === undefined) throw new NonTrovato('File');
      return trovato;
    },
    async pagati(contesto) {
      return (await toPratiche(letture.famiglia, await righe(contesto))).flatMap(
        ({ bollettino, rapporto, pagamento, avviso }) =>
          pagamento === undefined
            ? []
            : [
                {
                  bollettino,
                  rapporto,
                  dichiarato: { ...pagamento, ...(avviso && { codiceAvviso: avviso.codiceAvviso }) },
                },
              ],
      );
    },
  };
}

function contestoDi(datoreId: Id): Contesto {
  return { actor: { tipo: 'famiglia' }, subject: { datoreId }, authority: { tipo: 'in-proprio' } };
}

function act(azione: Atto['azione'], datoreId: Id): Atto {
  return { azione, contesto: contestoDi(datoreId), oggetto: { tipo: 'datore', id: datoreId } };
}

/** The limits of every way in, without the way that a family does not have. */
async function attempt({ archivio, pseudonimo, clock }: DipendenzeFamiglia, ip: string) {
  try {
    return await countAttempt({ limiti: archivio.letture.limiti, pseudonimo, clock }, LA_FAMIGLIA, ip);
  } catch (errore) {
    if (!(errore instanceof ErroreDati) || errore.riprovaFra === undefined) throw errore;
    throw new ErroreDati('troppi-tentativi/famiglia', { secondi: errore.riprovaFra, riprovaFra: errore.riprovaFra });
  }
}
