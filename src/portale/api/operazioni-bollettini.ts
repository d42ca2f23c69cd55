import { z } from 'zod';
import { parseModifiche } from '../../contributi/parse-dati.ts';
import { parseTrimestre } from '../../scadenze/trimestre.ts';
import { parseGiorno } from '../../valori/giorno.ts';
import { formatEuro } from '../../valori/denaro.ts';
import { NonTrovato } from '../../valori/errore-dati.ts';
import { conCambioScritto } from '../strumenti/cambiate-dal.ts';
import { modificaRapporto, toConsenso } from './modifica-rapporto.ts';
import { esigi } from '../permessi.ts';
import { emissioneToJson, rapportoToJson, rigaToJson } from './json.ts';
import { calcoliToJson } from './calcoli.ts';
import { operazionePersonale, type Operazione } from './operazione.ts';
import { domandaPagina, paginaDi } from './paginazione.ts';
import * as schemiBollettini from './schemi/bollettini.ts';
import * as schemiCalcolo from './schemi/calcolo.ts';
import * as schemiComuni from './schemi/comuni.ts';
import * as schemiRichieste from './schemi/richieste.ts';

const unId = { id: schemiComuni.parametro.id };

/** An employer's rapporti and bollettini. */
export const operazioniBollettini: readonly Operazione[] = [
  operazionePersonale({
    nome: 'elencaRapporti',
    metodo: 'get',
    percorso: '/rapporti',
    riassunto: 'I rapporti di lavoro del datore, in ordine di codice',
    gruppo: 'Rapporti',
    atto: 'consulta',
    domanda: domandaPagina,
    risposta: schemiBollettini.rapporti,
    stato: 200,
    esegui: async ({ dip, contesto, domanda }) => {
      const { pagina, successivo } = await paginaDi(
        domanda,
        (fetta) => dip.app.bollettini.rapporti(contesto, fetta),
        ({ codice }) => codice,
      );
      return { rapporti: pagina.map(rapportoToJson), successivo };
    },
  }),
  operazionePersonale({
    nome: 'modificaRapporto',
    metodo: 'patch',
    percorso: '/rapporti/{id}',
    riassunto:
      'Scrive nel rapporto la sua fine, la sospensione dei termini che vale dove sta il datore, o i trimestri per cui l’obbligo è sospeso; null le toglie',
    gruppo: 'Rapporti',
    atto: 'anagrafe',
    parametri: unId,
    corpo: schemiRichieste.cambioRapporto,
    risposta: schemiBollettini.rapporto,
    stato: 200,
    esegui: async ({ dip, contesto, percorso, corpo }) =>
      rapportoToJson(await modificaRapporto(dip.app, contesto, percorso.id, corpo)),
  }),
  operazionePersonale({
    nome: 'proponiImporto',
    metodo: 'get',
    percorso: '/rapporti/{id}/proposta',
    riassunto: 'L’importo proposto per un trimestre dalle condizioni del rapporto',
    gruppo: 'Rapporti',
    atto: 'consulta',
    parametri: unId,
    domanda: { trimestre: schemiComuni.parametro.trimestre },
    risposta: schemiCalcolo.calcoli,
    stato: 200,
    esegui: async ({ dip, contesto, percorso, domanda }) => {
      const trimestre = parseTrimestre(domanda.trimestre);
      return calcoliToJson(await dip.app.bollettini.proponi(contesto, percorso.id, trimestre));
    },
  }),
  operazionePersonale({
    nome: 'leggiCarrello',
    metodo: 'get',
    percorso: '/carrello',
    riassunto: 'I bollettini da pagare e la loro somma',
    gruppo: 'Bollettini',
    atto: 'consulta',
    risposta: schemiBollettini.carrello,
    stato: 200,
    esegui: async ({ dip, contesto }) => {
      const { righe, totale } = await dip.app.bollettini.carrello(contesto);
      return { bollettini: righe.map((riga) => rigaToJson(riga)), totale: formatEuro(totale) };
    },
  }),
  operazionePersonale({
    nome: 'emettiBollettini',
    metodo: 'post',
    percorso: '/bollettini',
    riassunto:
      'Calcola ed emette il bollettino di un trimestre (due, se ci sono settimane fino a 24 ore e oltre); con sostituisci e integrazione corregge quelli che ci sono',
    gruppo: 'Bollettini',
    atto: 'carrello',
    corpo: schemiRichieste.richiestaEmissione,
    risposta: schemiBollettini.emissione,
    stato: 201,
    luogo: ({ bollettini: [primo] }: z.output<typeof schemiBollettini.emissione>) => primo && `/bollettini/${primo.id}`,
    esegui: async ({ dip, contesto, corpo }) => {
      const {
        rapporto,
        trimestre,
        integrazione,
        sostituisci,
        attoInterruttivo,
        situazione,
        cambioDal,
        cambioOre,
        cambioPaga,
        ...altri
      } = corpo;
      const suo = (await dip.app.bollettini.rapporti(contesto)).find(({ id }) => id === rapporto);
      if (suo === undefined) throw new NonTrovato('Rapporto di lavoro');
      const modifiche = {
        ...conCambioScritto(parseModifiche(altri), { cambioDal, cambioOre, cambioPaga }, suo),
        ...(situazione === undefined ? {} : { situazione }),
      };
      if (Object.keys(modifiche).length > 0) esigi(contesto, 'modifica');
      const quando = parseTrimestre(trimestre);
      const consenso = toConsenso({ integrazione, sostituisci, attoInterruttivo });
      const esito = await dip.app.bollettini.emetti(contesto, rapporto, quando, modifiche, consenso);
      return emissioneToJson(esito, suo.codice);
    },
  }),
  operazionePersonale({
    nome: 'leggiBollettino',
    metodo: 'get',
    percorso: '/bollettini/{id}',
    riassunto: 'Un bollettino con la spiegazione del suo importo',
    gruppo: 'Bollettini',
    atto: 'consulta',
    parametri: unId,
    risposta: schemiBollettini.bollettino,
    stato: 200,
    esegui: async ({ dip, contesto, percorso }) => {
      const successori = await dip.app.bollettini.successori(contesto, percorso.id);
      return rigaToJson(await dip.app.bollettini.mostra(contesto, percorso.id), successori);
    },
  }),
  operazionePersonale({
    nome: 'modificaBollettino',
    metodo: 'patch',
    percorso: '/bollettini/{id}',
    riassunto: 'Cambia ore, settimane o paga di un bollettino nel carrello e ne ricalcola l’importo',
    gruppo: 'Bollettini',
    atto: 'modifica',
    parametri: unId,
    corpo: schemiRichieste.richiestaModifica,
    risposta: schemiBollettini.bollettino,
    stato: 200,
    esegui: async ({ dip, contesto, percorso, corpo }) => {
      const { versione, ...campi } = corpo;
      await dip.app.bollettini.modifica(contesto, percorso.id, versione, parseModifiche(campi));
      return rigaToJson(await dip.app.bollettini.mostra(contesto, percorso.id));
    },
  }),
  operazionePersonale({
    nome: 'dichiaraAtto',
    metodo: 'post',
    percorso: '/bollettini/{id}/atto-interruttivo',
    riassunto:
      'Scrive con un bollettino da pagare il giorno dell’atto che ne ha interrotto la prescrizione: senza, un trimestre prescritto non si paga',
    gruppo: 'Bollettini',
    atto: 'paga',
    parametri: unId,
    corpo: schemiRichieste.richiestaAtto,
    risposta: schemiBollettini.bollettino,
    stato: 200,
    esegui: async ({ dip, contesto, percorso, corpo }) => {
      await dip.app.bollettini.dichiaraAtto(contesto, percorso.id, parseGiorno(corpo.giorno, 'attoInterruttivo'));
      return rigaToJson(await dip.app.bollettini.mostra(contesto, percorso.id));
    },
  }),
  operazionePersonale({
    nome: 'eliminaBollettino',
    metodo: 'delete',
    percorso: '/bollettini/{id}',
    riassunto: 'Elimina un bollettino dal carrello',
    gruppo: 'Bollettini',
    atto: 'carrello',
    parametri: unId,
    domanda: {
      versione: z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number),
    },
    risposta: z.undefined(),
    stato: 204,
    esegui: ({ dip, contesto, percorso, domanda }) =>
      dip.app.bollettini.elimina(contesto, percorso.id, domanda.versione),
  }),
];
