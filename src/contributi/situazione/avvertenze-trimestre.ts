import type { Norme } from '../../norme/norme.ts';
import { estremiDelleSettimane } from '../../scadenze/settimane.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { oreConFrazione } from '../avvertenze.ts';
import { minimoContrattuale } from '../minimo-contrattuale.ts';
import type { GruppoSettimane } from '../calcolo.ts';
import { euro, settimane as testoSettimane } from '../testo.ts';
import { inOre, ORA, testoOre } from './centesimi-di-ora.ts';
import type { Riga } from './righe.ts';
import type { SettimanaContata } from './settimane-pagate.ts';
import type { Situazione } from './situazione.ts';
import { italiano } from '../../valori/italiano.ts';

/** Weekly hours above which DPR 1403/1971 art. 10 still wants contributions. */
const ORE_SETTIMANALI_MOLTE = 60;

/** What holds for the whole quarter, whatever the bollettino. */
export function avvertenzeTrimestre(
  situazione: Situazione,
  settimane: readonly SettimanaContata[],
  norme: Norme,
): string[] {
  return [
    ...suDueGruppi(situazione, settimane),
    ...suiGiorni(situazione),
    ...suInizioEFine(situazione, settimane),
    ...settimane
      .filter(({ centesimiDiOra }) => centesimiDiOra > ORE_SETTIMANALI_MOLTE * ORA)
      .map(
        ({ sabato, centesimiDiOra }) =>
          italiano`Nella settimana del ${formatGiornoItaliano(sabato)} le ore sono ${testoOre(centesimiDiOra)}: i contributi sono dovuti ` +
          italiano`anche oltre la ${ORE_SETTIMANALI_MOLTE}ª (DPR 1403/1971, art. 10).`,
      ),
    ...settimane
      .filter(({ centesimiDiOra }) => centesimiDiOra > 24 * ORA && centesimiDiOra < 25 * ORA)
      .map(
        ({ sabato, centesimiDiOra }) =>
          italiano`Nella settimana del ${formatGiornoItaliano(sabato)} le ore sono ${testoOre(centesimiDiOra)}: fra 24 e 25 le fonti non ` +
          'dicono se valga la 4ª fascia; qui vale, perché 24 ore sono superate.',
      ),
    ...suSospensione(situazione, settimane),
    ...suTrasformazione(situazione, norme),
    ...sulMinimo(situazione, norme),
  ];
}

function suDueGruppi({ lettura }: Situazione, settimane: readonly SettimanaContata[]): string[] {
  const gruppi = new Set(settimane.flatMap(({ gruppo }) => (gruppo === null ? [] : [gruppo])));
  if (lettura === 'orario-unico' || gruppi.size < 2) return [];
  const quante = (quale: GruppoSettimane) => settimane.filter(({ gruppo }) => gruppo === quale).length;
  const corte = quante('fino-24');
  return [
    `Nel trimestre ${corte === 1 ? 'c’è' : 'ci sono'} ${testoSettimane(corte)} fino a 24 ore e ${testoSettimane(quante('oltre-24'))} oltre: ` +
      'servono due pagamenti, ciascuno con le sue settimane e le sue ore. Nessun testo dell’INPS lo spiega: lo indicano la legge ' +
      '(ore di ciascuna settimana) e i programmi in commercio; il simulatore dell’INPS chiede invece un solo orario settimanale.',
  ];
}

function suiGiorni({ condizioni, ore, assenze, assunzione, cessazione, festivita }: Situazione): string[] {
  const ignoti = condizioni.some(({ orario }) => orario === undefined);
  const contano =
    assenze.length > 0 || assunzione !== undefined || cessazione !== undefined || festivita === 'un-sesto';
  if (!ignoti || !(contano || ore.tipo === 'mesi' || condizioni.length > 1)) return [];
  return [
    'Non è indicato in quali giorni si lavora: le ore settimanali sono ripartite da lunedì a sabato. Indicare l’orario di ciascun ' +
      'giorno per contare bene le settimane incomplete.',
  ];
}

function suInizioEFine(situazione: Situazione, settimane: readonly SettimanaContata[]): string[] {
  const { assunzione, cessazione = '', preavvisoFinoAl = '', trimestre } = situazione;
  const frasi: string[] = [];
  if (assunzione !== undefined) {
    const prima = settimane.find(({ domenica, sabato }) => domenica < assunzione && assunzione <= sabato);
    if (prima !== undefined) {
      frasi.push(
        `Nella settimana di assunzione (${formatGiornoItaliano(assunzione)}) sono contate ${testoOre(prima.centesimiDiOra)}: l’avviso ` +
          'proposto dall’INPS mette le ore intere del contratto, anche per chi è assunto di sabato.',
      );
    }
  }
  const { sabato: ultima } = estremiDelleSettimane(trimestre);
  if (cessazione > ultima) {
    frasi.push(
      italiano`I giorni dopo il ${formatGiornoItaliano(ultima)} sono di una settimana del trimestre seguente: anche per ` +
        'quello servirà un pagamento.',
    );
  }
  if (preavvisoFinoAl > ultima) {
    frasi.push(
      `Il preavviso non lavorato prosegue oltre il trimestre ${formatTrimestre(trimestre)}: le settimane seguenti vanno pagate con un ` +
        'altro bollettino, entro gli stessi dieci giorni dalla cessazione.',
    );
  }
  return frasi;
}

function suSospensione(situazione: Situazione, settimane: readonly SettimanaContata[]): string[] {
  const { assunzione = '', cessazione = '9999' } = situazione;
  const vuote = settimane.filter(
    ({ segno, domenica, sabato }) => segno === '0' && sabato >= assunzione && domenica <= cessazione,
  ).length;
  if (vuote === 0) return [];
  return [
    `${vuote === 1 ? 'Una settimana non è retribuita e risulta' : `${vuote} settimane non sono retribuite e risultano`} con 0: per un ` +
      'trimestre pagato in parte non serve altra comunicazione all’INPS.',
  ];
}

function suTrasformazione({ condizioni, trimestre }: Situazione, norme: Norme): string[] {
  const trasformato = condizioni.some(
    ({ tempoDeterminato }, indice) => !tempoDeterminato && condizioni[indice - 1]?.tempoDeterminato === true,
  );
  const regola = norme.chiPaga.addizionale.findLast(({ dal }) => Number(dal.slice(0, 4)) <= trimestre.anno);
  return trasformato && regola !== undefined ? [regola.trasformazione] : [];
}

function sulMinimo({ minimo, condizioni, trimestre }: Situazione, norme: Norme): string[] {
  if (minimo === undefined) return [];
  const mensile = minimo.forma !== 'oraria' && minimo.forma !== 'sostituzione';
  return condizioni.flatMap(({ paga }) => {
    if (paga === undefined || paga.tipo !== (mensile ? 'mensile' : 'oraria')) {
      return [`La paga non è ${mensile ? 'mensile' : 'oraria'}: il minimo contrattuale non è stato controllato.`];
    }
    const esito = minimoContrattuale(trimestre.anno, minimo.forma, minimo.livello, paga.importo, norme);
    return esito.noto && esito.mancano === 0 ? [] : [esito.frase];
  });
}

/** What holds for one bollettino: its rows, its part hours. */
export function avvertenzeGruppo(righe: readonly Riga[], condizioniSostituzione: string | undefined): string[] {
  const frasi = righe.flatMap(({ avvertenze }) => avvertenze);
  if (condizioniSostituzione !== undefined) frasi.push(condizioniSostituzione);
  if (righe.length > 1) {
    const parti = righe.map(
      ({ centesimiDiOra, tariffa }) => `${testoOre(centesimiDiOra)} a ${euro(tariffa.contributoOrario)}`,
    );
    frasi.push(
      `Le condizioni cambiano nel trimestre: ${parti.join(' e ')}. L’INPS chiede una sola paga per pagamento: se la sua pagina non ` +
        'accetta importi diversi, fare un pagamento per ciascuna parte (un programma in commercio suggerisce la paga più alta per tutte le ore).',
    );
  }
  const somma = righe.reduce((ore, riga) => ore + riga.centesimiDiOra, 0);
  if (somma % ORA !== 0) {
    const ore = inOre(somma);
    const [unica, altra] = righe as readonly [Riga, Riga?];
    frasi.push(
      altra === undefined
        ? oreConFrazione(ore, unica.tariffa.contributoOrario)
        : `Le ore hanno una frazione (${testoOre(somma)}): i moduli dell’INPS chiedono ore intere (${ore.esatte.ceil().toFixed()}).`,
    );
  }
  return frasi;
}
