import type { Norme } from '../../norme/norme.ts';
import type { RegoleProiezione } from '../../norme/proiezione.ts';
import type { Fascia, TabellaAnno } from '../../norme/tabella-anno.ts';
import { formatEuro } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Giorno } from '../../valori/giorno.ts';
import { proiettaTabella, type TabellaProiettata } from './proietta-tabella.ts';
import { italiano } from '../../valori/italiano.ts';

/** Beyond these the percentage is a slip of the pen. */
const ISTAT_MINIMO = -5;
const ISTAT_MASSIMO = 20;

/**
 * Reads an assumed ISTAT variation: `1,2`, `1.2`, `-0,3`, percent.
 * @throws ErroreDati `istat-non-valido`
 */
export function parseIstat(testo: string): string {
  const pulito = testo.trim().replace(',', '.').replace(/%$/, '');
  if (/^-?\d{1,2}(?:\.\d{1,2})?$/.test(pulito) && Number(pulito) >= ISTAT_MINIMO && Number(pulito) <= ISTAT_MASSIMO) {
    return pulito;
  }
  throw new ErroreDati('istat-non-valido', { testo: testo.slice(0, 20), campo: 'istat' });
}

/**
 * The table of the first year that is not known, projected.
 * @throws ErroreDati `anno-gia-noto`, `anno-non-consecutivo`
 */
export function proiettaAnno(
  anno: number,
  istat: string,
  norme: Norme,
  regole: RegoleProiezione,
  oggi: Giorno,
): TabellaProiettata {
  const ultimo = norme.anni.at(-1) ?? anno;
  if (norme.anni.includes(anno)) {
    throw new ErroreDati('anno-gia-noto', { anno, campo: 'anno' });
  }
  if (anno !== ultimo + 1) {
    throw new ErroreDati('anno-non-consecutivo', { ultimo: ultimo + 1, campo: 'anno' });
  }
  return proiettaTabella(norme.tabella(ultimo), istat, { proiezione: regole, minimi: norme.minimi }, oggi);
}

/** The draft file in one step: `annoNuovo(2027, '1,2', …)`. Errors as `parseIstat` and `proiettaAnno`. */
export function annoNuovo(anno: number, istat: string, norme: Norme, regole: RegoleProiezione, oggi: Giorno): string {
  return testoAnnoNuovo(proiettaAnno(anno, parseIstat(istat), norme, regole, oggi));
}

/** The draft of `rules/anni/AAAA.yaml`, in the form of the other files, for whoever will check it against the circular. */
export function testoAnnoNuovo({ tabella }: TabellaProiettata): string {
  const { anno, aliquote } = tabella;
  return [
    italiano`# BOZZA, da controllare cella per cella con la circolare INPS del ${anno} prima di usarla.`,
    `# Contributi orari del lavoro domestico, ${anno}: proiezione. Importi in euro per ora retribuita; limiti di fascia inclusivi.`,
    '# Alla pubblicazione: aggiungere circolare e vittoAlloggio, correggere le celle, togliere da celleCalcolate quelle viste,',
    '# cambiare istat.certezza e fonti, aggiornare verificatoIl, aggiungere due esempi.',
    `anno: ${anno}`,
    `istat: { percentuale: '${tabella.istat.percentuale}', certezza: ${tabella.istat.certezza} }`,
    ...(aliquote === undefined ? [] : ratesLines(aliquote)),
    'fasce:',
    ...tabella.fasce.flatMap(bandLines),
    'celleCalcolate:',
    ...tabella.celleCalcolate.map((cella) => `  - ${cella}`),
    'note:',
    ...tabella.note.map((nota) => `  - ${quoted(nota)}`),
    'fonti:',
    ...tabella.fonti.map(
      ({ titolo, certezza }) => `  - { titolo: ${quoted(titolo)}, certezza: ${certezza ?? 'calcolata'} }`,
    ),
    `verificatoIl: ${tabella.verificatoIl}`,
    '',
  ].join('\n');
}

function ratesLines(aliquote: NonNullable<TabellaAnno['aliquote']>): string[] {
  const { conCuaf, senzaCuaf, addizionaleTempoDeterminato, certezza, componenti } = aliquote;
  const parts = (voci: Readonly<Record<string, string>>) =>
    Object.entries(voci)
      .map(([nome, valore]) => `${nome}: '${valore}'`)
      .join(', ');
  return [
    'aliquote:',
    `  conCuaf: '${conCuaf}'`,
    `  senzaCuaf: '${senzaCuaf}'`,
    ...(addizionaleTempoDeterminato === undefined
      ? []
      : [`  addizionaleTempoDeterminato: '${addizionaleTempoDeterminato}'`]),
    `  certezza: { conCuaf: ${certezza.conCuaf}, senzaCuaf: ${certezza.senzaCuaf} }`,
    ...(componenti === undefined
      ? []
      : [
          '  componenti:',
          `    conCuaf: { ${parts(componenti.conCuaf)} }`,
          `    senzaCuaf: { ${parts(componenti.senzaCuaf)} }`,
        ]),
  ];
}

function bandLines({
  numero,
  oltre,
  finoA,
  convenzionale,
  contributo,
  tempoDeterminato,
  quotaLavoratore,
}: Fascia): string[] {
  const columns = ({ conCuaf, senzaCuaf }: Fascia['contributo']) =>
    `{ conCuaf: '${formatEuro(conCuaf)}', senzaCuaf: '${formatEuro(senzaCuaf)}' }`;
  return [
    `  - numero: ${numero}`,
    ...(oltre === undefined ? [] : [`    oltre: '${formatEuro(oltre)}'`]),
    ...(finoA === undefined ? [] : [`    finoA: '${formatEuro(finoA)}'`]),
    `    convenzionale: '${formatEuro(convenzionale)}'`,
    `    contributo: ${columns(contributo)}`,
    ...(tempoDeterminato === undefined ? [] : [`    tempoDeterminato: ${columns(tempoDeterminato)}`]),
    `    quotaLavoratore: '${formatEuro(quotaLavoratore)}'`,
  ];
}

/** YAML single quotes: the quote itself is doubled. */
function quoted(testo: string): string {
  return `'${testo.replaceAll("'", "''")}'`;
}
