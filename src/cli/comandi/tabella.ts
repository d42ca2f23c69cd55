import type { Command } from 'commander';
import { tabellaToJson } from '../../contributi/json.ts';
import { norme } from '../../norme/norme.ts';
import type { Fascia, TabellaAnno } from '../../norme/tabella-anno.ts';
import { type Centesimi, formatEuroItaliano } from '../../valori/denaro.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { parseAnno } from '../argomenti.ts';
import { conPremesse, premesse } from '../../norme/premesse.ts';
import { createCommand, withJson } from '../programma.ts';
import { formatTable, printJson, printLines } from '../uscita.ts';
import { italiano } from '../../valori/italiano.ts';

/** `trimestre tabella 2024`: the hourly contributions of a year with their sources. */
export function comandoTabella(): Command {
  const command = createCommand('tabella').argument('<anno>', 'per esempio 2024').esempio('2024');
  return withJson(command).action((testo: string, opzioni: { json?: boolean }) => {
    const tabella = norme().tabella(parseAnno(testo));
    if (opzioni.json) printJson(conPremesse(norme(), [tabella.anno], tabellaToJson(tabella)));
    else printLines([...premesse(norme(), [tabella.anno]), ...describe(tabella)]);
  });
}

function describe(tabella: TabellaAnno): string[] {
  const circolare =
    tabella.circolare === undefined
      ? 'circolare non nota'
      : italiano`circolare INPS n. ${tabella.circolare.numero} del ${formatGiornoItaliano(tabella.circolare.data)}`;
  const intestazioni = [
    'fascia',
    'retribuzione oraria effettiva',
    'con CUAF',
    'senza CUAF',
    'TD con',
    'TD senza',
    'lavoratore',
  ];
  return [
    `Contributi orari ${tabella.anno} in euro (${circolare})`,
    ...formatTable(intestazioni, tabella.fasce.map(row)),
    '',
    ...tabella.note.map((nota) => `nota: ${nota}`),
    ...tabella.fonti.map((fonte) => `fonte: ${fonte.titolo}`),
    italiano`verificato il ${formatGiornoItaliano(tabella.verificatoIl)}`,
  ];
}

function row(fascia: Fascia): string[] {
  const euro = (importo: Centesimi | undefined): string => (importo === undefined ? '-' : formatEuroItaliano(importo));
  return [
    String(fascia.numero),
    describeBand(fascia),
    euro(fascia.contributo.conCuaf),
    euro(fascia.contributo.senzaCuaf),
    euro(fascia.tempoDeterminato?.conCuaf),
    euro(fascia.tempoDeterminato?.senzaCuaf),
    euro(fascia.quotaLavoratore),
  ];
}

function describeBand(fascia: Fascia): string {
  if (fascia.numero === 4) return 'più di 24 ore settimanali';
  const oltre = fascia.oltre === undefined ? '' : `oltre ${formatEuroItaliano(fascia.oltre)} `;
  return `${oltre}${fascia.finoA === undefined ? '' : `fino a ${formatEuroItaliano(fascia.finoA)}`}`.trim();
}
