import { z } from 'zod';
import { calcolaTrimestre } from '../../contributi/calcola.ts';
import { parseSituazione } from '../../contributi/situazione/schema.ts';
import { norme } from '../../norme/norme.ts';
import { conPremesse } from '../../norme/premesse.ts';
import { regoleProspetti } from '../../norme/regole-prospetti.ts';
import { cessazione, cessazioneToJson, parseDatiCessazione } from '../../prospetti/cessazione/index.ts';
import { costoAnnuo, costoAnnuoToJson, parseDatiCosto } from '../../prospetti/costo-annuo/index.ts';
import { letturaToJson } from '../../prospetti/lettura/index.ts';
import { parseIstat, proiettaAnno, proiezioneToJson } from '../../prospetti/proiezione/index.ts';
import { parseDatiSanzioni, sanzioni, sanzioniToJson } from '../../prospetti/sanzioni/index.ts';
import { parseDatiVerifica, verifica, verificaToJson } from '../../prospetti/verifica/index.ts';
import { giornoInItalia } from '../../valori/giorno.ts';
import { calcoliToJson } from './calcoli.ts';
import { operazione, type Operazione } from './operazione.ts';
import * as schemiCessazione from './schemi/cessazione.ts';
import * as schemiCalcolo from './schemi/calcolo.ts';
import { parametro } from './schemi/comuni.ts';
import * as schemi from './schemi/strumenti.ts';

/** The tools of the pages, for programs: nothing kept, nobody asked who they are. */
export const operazioniStrumenti: readonly Operazione[] = [
  operazione({
    nome: 'calcolaTrimestre',
    metodo: 'post',
    percorso: '/calcoli/trimestre',
    riassunto: 'Un trimestre com’è andato: ore per settimana o mese, assenze, inizio e fine, condizioni che cambiano',
    gruppo: 'Calcolo',
    corpo: schemi.richiestaTrimestre,
    risposta: schemiCalcolo.calcoli,
    stato: 200,
    esegui: ({ corpo }) => calcoliToJson(calcolaTrimestre(parseSituazione(corpo), norme())),
  }),
  operazione({
    nome: 'verificaImporto',
    metodo: 'post',
    percorso: '/verifiche',
    riassunto: 'Di quali ore può essere l’importo di un avviso, e di quanto sbaglia',
    gruppo: 'Strumenti',
    corpo: schemi.richiestaVerifica,
    risposta: schemi.verifica,
    stato: 200,
    esegui: ({ corpo }) => {
      const esito = verifica(parseDatiVerifica(corpo), norme());
      return conPremesse(norme(), [esito.dati.trimestre.anno], verificaToJson(esito));
    },
  }),
  operazione({
    nome: 'calcolaSanzioni',
    metodo: 'post',
    percorso: '/sanzioni',
    riassunto: 'Le sanzioni civili di un pagamento in ritardo, in ogni lettura delle norme',
    gruppo: 'Strumenti',
    corpo: schemi.richiestaSanzioni,
    risposta: schemi.sanzioni,
    stato: 200,
    esegui: ({ dip, corpo }) => {
      const regole = regoleProspetti();
      const oggi = giornoInItalia(dip.app.clock.now());
      return sanzioniToJson(sanzioni(parseDatiSanzioni(corpo, oggi, norme()), regole), regole.sanzioni.baseGiorni);
    },
  }),
  operazione({
    nome: 'calcolaCostoAnnuo',
    metodo: 'post',
    percorso: '/costi-annui',
    riassunto: 'Quanto costa un rapporto di lavoro in un anno',
    gruppo: 'Strumenti',
    corpo: schemi.richiestaCosto,
    risposta: schemi.costo,
    stato: 200,
    esegui: ({ corpo }) => {
      const costo = costoAnnuo(parseDatiCosto(corpo), norme(), regoleProspetti());
      return conPremesse(norme(), [costo.dati.anno], costoAnnuoToJson(costo));
    },
  }),
  operazione({
    nome: 'calcolaCessazione',
    metodo: 'post',
    percorso: '/cessazioni',
    riassunto: 'La fine di un rapporto: preavviso, ferie, tredicesima, TFR, ultimi contributi, che cosa fare e quando',
    gruppo: 'Strumenti',
    corpo: schemiCessazione.richiestaCessazione,
    risposta: schemiCessazione.cessazione,
    stato: 200,
    esegui: ({ corpo }) => cessazioneToJson(cessazione(parseDatiCessazione(corpo), norme(), regoleProspetti())),
  }),
  operazione({
    nome: 'proiettaAnno',
    metodo: 'get',
    percorso: '/proiezioni/{anno}',
    riassunto: 'La tabella dell’anno che viene, supponendo una variazione ISTAT',
    gruppo: 'Strumenti',
    parametri: { anno: parametro.anno },
    domanda: { istat: z.string().max(10) },
    risposta: schemi.proiezione,
    stato: 200,
    esegui: ({ dip, percorso, domanda }) => {
      const oggi = giornoInItalia(dip.app.clock.now());
      const { proiezione } = regoleProspetti();
      return proiezioneToJson(
        proiettaAnno(Number(percorso.anno), parseIstat(domanda.istat), norme(), proiezione, oggi),
      );
    },
  }),
  operazione({
    nome: 'leggiAvviso',
    metodo: 'post',
    percorso: '/avvisi/lettura',
    riassunto: 'Legge i codici di un avviso pagoPA da un PDF o da una foto (corpo della richiesta: il file)',
    gruppo: 'Avvisi',
    corpo: 'file',
    risposta: schemi.lettura,
    stato: 200,
    esegui: async ({ dip, cliente, corpo }) => letturaToJson(await dip.leggiAvvisi(cliente, corpo)),
  }),
];
