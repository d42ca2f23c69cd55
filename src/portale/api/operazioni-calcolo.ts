import { calcolaDati } from '../../contributi/calcola.ts';
import { scadenzaToJson, tabellaToJson } from '../../contributi/json.ts';
import { parseDatiCalcolo } from '../../contributi/parse-dati.ts';
import { norme } from '../../norme/norme.ts';
import { conPremesse } from '../../norme/premesse.ts';
import { parseCodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import { scadenza } from '../../scadenze/scadenza.ts';
import { parseTerritorio, territoriDi } from '../../scadenze/territori.ts';
import { parseTrimestre } from '../../scadenze/trimestre.ts';
import { calcoliToJson } from './calcoli.ts';
import { operazione, type Operazione } from './operazione.ts';
import * as schemiCalcolo from './schemi/calcolo.ts';
import * as schemiComuni from './schemi/comuni.ts';
import * as schemiRichieste from './schemi/richieste.ts';

/** What anybody may compute: no session, no token, nothing kept. */
export const operazioniCalcolo: readonly Operazione[] = [
  operazione({
    nome: 'calcolaContributi',
    metodo: 'post',
    percorso: '/calcoli',
    riassunto: 'Calcola i contributi di un trimestre, con ogni passaggio e la sua fonte',
    gruppo: 'Calcolo',
    corpo: schemiRichieste.richiestaCalcolo,
    risposta: schemiCalcolo.calcoli,
    stato: 200,
    esegui: ({ corpo }) => calcoliToJson(calcolaDati(parseDatiCalcolo(corpo), norme())),
  }),
  operazione({
    nome: 'leggiScadenza',
    metodo: 'get',
    percorso: '/scadenze/{trimestre}',
    riassunto: 'Quando si paga un trimestre (4-2020 oppure 4%2F2020)',
    gruppo: 'Calcolo',
    parametri: { trimestre: schemiComuni.parametro.trimestre },
    domanda: { territorio: schemiComuni.territorio.optional() },
    risposta: schemiCalcolo.scadenza,
    stato: 200,
    esegui: ({ percorso, domanda: { territorio } }) => {
      const territori = territoriDi(territorio === undefined ? undefined : parseTerritorio(territorio));
      return scadenzaToJson(scadenza(parseTrimestre(percorso.trimestre), norme(), territori));
    },
  }),
  operazione({
    nome: 'leggiTabella',
    metodo: 'get',
    percorso: '/tabelle/{anno}',
    riassunto: 'La tabella dei contributi orari di un anno, con le sue fonti',
    gruppo: 'Calcolo',
    parametri: { anno: schemiComuni.parametro.anno },
    risposta: schemiCalcolo.tabella,
    stato: 200,
    esegui: ({ percorso }) => {
      const anno = Number(percorso.anno);
      return conPremesse(norme(), [anno], tabellaToJson(norme().tabella(anno)));
    },
  }),
  operazione({
    nome: 'decodificaCodiceAvviso',
    metodo: 'post',
    percorso: '/avvisi/decodifica',
    riassunto: 'Legge le 18 cifre di un codice avviso pagoPA',
    gruppo: 'Avvisi',
    corpo: schemiRichieste.richiestaDecodifica,
    risposta: schemiCalcolo.decodifica,
    stato: 200,
    esegui: ({ corpo }) => parseCodiceAvviso(corpo.codiceAvviso, 'codiceAvviso'),
  }),
];
