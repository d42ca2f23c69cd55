import { z } from 'zod';
import { parseCodiceRapporto } from '../../anagrafe/codice-rapporto.ts';
import { parseGiorno } from '../../valori/giorno.ts';
import { attestazioneToJson, estrattoToJson } from '../../prospetti/attestazione/index.ts';
import { calendarioToJson } from '../../prospetti/calendario/index.ts';
import { rimborsoToJson } from '../../prospetti/rimborso/rimborso.ts';
import { scopertiToJson } from '../../prospetti/scoperti/index.ts';
import {
  attestazioneCsv,
  attestazionePdf,
  calendarioIcs,
  estrattoCsv,
  estrattoPdf,
  rimborsoPdf,
  scopertiPdf,
  stampaDi,
} from '../documenti.ts';
import { registraRimborso, rigaDi, rimborsoDi } from '../rimborso.ts';
import { attestazioneDi, estrattoDi, scadenzeDi, scopertiDi } from '../prospetti.ts';
import { operazionePersonale, type Operazione } from './operazione.ts';
import { parametro } from './schemi/comuni.ts';
import * as schemi from './schemi/prospetti.ts';
import * as schemiRimborso from './schemi/rimborso.ts';

const parseAltro = (scritto: string | undefined) =>
  scritto === undefined ? undefined : parseCodiceRapporto(scritto, 'altroRapporto');

const unId = { id: parametro.id };
const unAnno = { anno: parametro.anno };
const conCriterio = { criterio: schemi.criterio };

/** Statements over the years of one employer. */
export const operazioniProspetti: readonly Operazione[] = [
  operazionePersonale({
    nome: 'leggiAttestazione',
    metodo: 'get',
    percorso: '/attestazioni/{anno}',
    riassunto: 'I contributi pagati in un anno, per la dichiarazione dei redditi',
    gruppo: 'Prospetti',
    atto: 'prospetti',
    parametri: unAnno,
    domanda: conCriterio,
    risposta: schemi.attestazione,
    stato: 200,
    esegui: async ({ dip, contesto, percorso, domanda }) =>
      attestazioneToJson(
        await attestazioneDi(dip.app, contesto, Number(percorso.anno), domanda.criterio),
        stampaDi(dip.app).reale,
      ),
  }),
  operazionePersonale({
    nome: 'scaricaAttestazionePdf',
    metodo: 'get',
    percorso: '/attestazioni/{anno}/attestazione.pdf',
    riassunto: 'La stessa, da stampare',
    gruppo: 'Prospetti',
    atto: 'prospetti',
    parametri: unAnno,
    domanda: conCriterio,
    risposta: 'documento',
    stato: 200,
    esegui: ({ dip, contesto, percorso, domanda }) =>
      attestazionePdf(dip.app, contesto, { anno: Number(percorso.anno), ...domanda }),
  }),
  operazionePersonale({
    nome: 'scaricaAttestazioneCsv',
    metodo: 'get',
    percorso: '/attestazioni/{anno}/attestazione.csv',
    riassunto: 'La stessa come tabella',
    gruppo: 'Prospetti',
    atto: 'prospetti',
    parametri: unAnno,
    domanda: conCriterio,
    risposta: 'documento',
    stato: 200,
    esegui: ({ dip, contesto, percorso, domanda }) =>
      attestazioneCsv(dip.app, contesto, { anno: Number(percorso.anno), ...domanda }),
  }),
  operazionePersonale({
    nome: 'leggiEstratto',
    metodo: 'get',
    percorso: '/rapporti/{id}/estratto',
    riassunto: 'I contributi pagati per il lavoratore di un rapporto',
    gruppo: 'Prospetti',
    atto: 'prospetti',
    parametri: unId,
    risposta: schemi.estratto,
    stato: 200,
    esegui: async ({ dip, contesto, percorso }) =>
      estrattoToJson(await estrattoDi(dip.app, contesto, percorso.id), stampaDi(dip.app).reale),
  }),
  operazionePersonale({
    nome: 'scaricaEstrattoPdf',
    metodo: 'get',
    percorso: '/rapporti/{id}/estratto.pdf',
    riassunto: 'Lo stesso, da stampare',
    gruppo: 'Prospetti',
    atto: 'prospetti',
    parametri: unId,
    risposta: 'documento',
    stato: 200,
    esegui: ({ dip, contesto, percorso }) => estrattoPdf(dip.app, contesto, percorso.id),
  }),
  operazionePersonale({
    nome: 'scaricaEstrattoCsv',
    metodo: 'get',
    percorso: '/rapporti/{id}/estratto.csv',
    riassunto: 'Lo stesso come tabella',
    gruppo: 'Prospetti',
    atto: 'prospetti',
    parametri: unId,
    risposta: 'documento',
    stato: 200,
    esegui: ({ dip, contesto, percorso }) => estrattoCsv(dip.app, contesto, percorso.id),
  }),
  operazionePersonale({
    nome: 'leggiScoperti',
    metodo: 'get',
    percorso: '/rapporti/{id}/scoperti',
    riassunto: 'I trimestri di un rapporto: pagati, da pagare, mancanti e prescritti, e quanto costerebbero oggi',
    gruppo: 'Prospetti',
    atto: 'prospetti',
    parametri: unId,
    risposta: schemi.scoperti,
    stato: 200,
    esegui: async ({ dip, contesto, percorso }) =>
      scopertiToJson((await scopertiDi(dip.app, contesto, percorso.id)).prospetto),
  }),
  operazionePersonale({
    nome: 'scaricaScopertiPdf',
    metodo: 'get',
    percorso: '/rapporti/{id}/scoperti.pdf',
    riassunto: 'Gli stessi, da stampare',
    gruppo: 'Prospetti',
    atto: 'prospetti',
    parametri: unId,
    risposta: 'documento',
    stato: 200,
    esegui: ({ dip, contesto, percorso }) => scopertiPdf(dip.app, contesto, percorso.id),
  }),
  operazionePersonale({
    nome: 'leggiRimborso',
    metodo: 'get',
    percorso: '/bollettini/{id}/rimborso',
    riassunto: 'I dati da portare all’INPS per quanto si è versato in più, due volte, o per il rapporto sbagliato',
    gruppo: 'Prospetti',
    atto: 'prospetti',
    parametri: unId,
    domanda: { altroRapporto: schemiRimborso.altroRapporto },
    risposta: schemiRimborso.rimborso,
    stato: 200,
    esegui: async ({ dip, contesto, percorso, domanda }) => {
      const riga = await rigaDi(dip.app, contesto, percorso.id);
      return rimborsoToJson(await rimborsoDi(dip.app, contesto, riga, parseAltro(domanda.altroRapporto)));
    },
  }),
  operazionePersonale({
    nome: 'scaricaRimborsoPdf',
    metodo: 'get',
    percorso: '/bollettini/{id}/rimborso.pdf',
    riassunto: 'Gli stessi, da stampare',
    gruppo: 'Prospetti',
    atto: 'prospetti',
    parametri: unId,
    domanda: { altroRapporto: schemiRimborso.altroRapporto },
    risposta: 'documento',
    stato: 200,
    esegui: ({ dip, contesto, percorso, domanda }) =>
      rimborsoPdf(dip.app, contesto, percorso.id, parseAltro(domanda.altroRapporto)),
  }),
  operazionePersonale({
    nome: 'registraRimborso',
    metodo: 'post',
    percorso: '/bollettini/{id}/rimborso',
    riassunto: 'Scrive che l’INPS ha rimborsato: la somma non conta più fra quelle versate, e l’anomalia si chiude',
    gruppo: 'Prospetti',
    atto: 'anagrafe',
    parametri: unId,
    corpo: schemiRimborso.rimborsoOttenuto,
    risposta: schemiRimborso.rimborso,
    stato: 200,
    esegui: async ({ dip, contesto, percorso, corpo }) => {
      const altroRapporto = parseAltro(corpo.altroRapporto);
      const il = parseGiorno(corpo.ottenutoIl, 'ottenutoIl');
      const ottenuto = { il, ...(altroRapporto !== undefined && { altroRapporto }) };
      const riga = await rigaDi(dip.app, contesto, percorso.id);
      return rimborsoToJson(await registraRimborso(dip.app, contesto, riga, ottenuto));
    },
  }),
  operazionePersonale({
    nome: 'leggiCalendario',
    metodo: 'get',
    percorso: '/calendario',
    riassunto: 'Le prossime scadenze, di un rapporto o di tutti',
    gruppo: 'Prospetti',
    atto: 'prospetti',
    domanda: { rapporto: schemi.unRapporto },
    risposta: schemi.eventi,
    stato: 200,
    esegui: async ({ dip, contesto, domanda }) =>
      calendarioToJson(await scadenzeDi(dip.app, contesto, domanda.rapporto)),
  }),
  operazionePersonale({
    nome: 'scaricaCalendarioIcs',
    metodo: 'get',
    percorso: '/calendario.ics',
    riassunto: 'Le stesse come file di calendario, con i promemoria',
    gruppo: 'Prospetti',
    atto: 'prospetti',
    domanda: { rapporto: z.string().min(8).max(64).optional() },
    risposta: 'documento',
    stato: 200,
    esegui: ({ dip, contesto, domanda }) => calendarioIcs(dip.app, contesto, domanda.rapporto),
  }),
];
