import { deepStrictEqual } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { cpuUsage } from 'node:process';
import type * as moduloCalcola from '../../src/contributi/calcola.ts';
import type * as moduloNorme from '../../src/norme/norme.ts';
import { A_FASCIA, type Caso, comeDati, type Esito, misti, OLTRE_24 } from './calcolo/casi.ts';
import { inDecimali } from './calcolo/in-decimali.ts';
import { inInteri } from './calcolo/in-interi.ts';
import { prepareInPublicodes } from './calcolo/in-publicodes.ts';

/**
 * One explained calculation (all steps, sources and warnings composed) beside the same case without explanation in
 * integers and in decimal.js, and beside the same rules in publicodes. All ways give the same cents before any is timed.
 * A figure is the best of five rounds, in calculations a second of CPU: ratios within one run are what counts.
 */
const GIRI = 5;
const SECONDI_DI_UN_GIRO = 0.6;

function alSecondo(uno: (indice: number) => number): number {
  let migliore = 0;
  let quanti = 1000;
  for (let giro = 0; giro <= GIRI; giro++) {
    const inizio = cpuUsage();
    let controllo = 0;
    for (let indice = 0; indice < quanti; indice++) controllo += uno(indice);
    if (controllo === 0) throw new RangeError('nothing was computed');
    const secondi = Math.max(cpuUsage(inizio).user, 1) / 1e6;
    // The first round warms up and tells how many make a round long enough to be read.
    if (giro > 0) migliore = Math.max(migliore, quanti / secondi);
    quanti = Math.max(1000, Math.round((quanti / secondi) * SECONDI_DI_UN_GIRO));
  }
  return migliore;
}

/** What ships is compiled code: it is measured when it is there (`npm run build`), else the source as the loader gives it. */
const COMPILATO = new URL('../../dist/src/', import.meta.url);
const compilato = existsSync(COMPILATO);
const prendi = (modulo: string): Promise<unknown> =>
  import(compilato ? new URL(`${modulo}.js`, COMPILATO).href : `../../src/${modulo}.ts`);
const { calcola } = (await prendi('contributi/calcola')) as typeof moduloCalcola;
const { norme } = (await prendi('norme/norme')) as typeof moduloNorme;
console.log(compilato ? 'codice compilato (dist)' : 'codice sorgente: con npm run build si misura quello compilato');

const regole = norme();
const inPublicodes = prepareInPublicodes();

function esitoDi({ contributoOrario, totale, quotaLavoratore, quotaDatore }: Esito): Esito {
  return { contributoOrario, totale, quotaLavoratore, quotaDatore };
}

function confronta(caso: Caso): void {
  const dati = comeDati(caso);
  const tabella = regole.tabella(dati.trimestre.anno);
  const atteso = esitoDi(calcola(dati, regole));
  deepStrictEqual(inInteri(caso, tabella), atteso);
  deepStrictEqual(inDecimali(caso), atteso);
  deepStrictEqual(inPublicodes(caso), atteso);

  console.log(`${caso.nome}: ${(atteso.totale / 100).toFixed(2)} euro in tutti i modi`);
  const somma = ({ totale, quotaLavoratore }: Esito): number => totale + quotaLavoratore;
  const spiegato = alSecondo(() => {
    const calcolo = calcola(dati, regole);
    return somma(calcolo) + calcolo.passi.length;
  });
  stampa('calcola, con tutti i passi', spiegato, spiegato);
  stampa(
    'interi, senza spiegazione',
    alSecondo(() => somma(inInteri(caso, tabella))),
    spiegato,
  );
  stampa(
    'decimal.js, senza spiegazione',
    alSecondo(() => somma(inDecimali(caso))),
    spiegato,
  );
  stampa(
    'publicodes',
    alSecondo(() => somma(inPublicodes(caso))),
    spiegato,
  );
}

function stampa(modo: string, quanti: number, spiegato: number): void {
  const volte = (spiegato / quanti).toLocaleString('it-IT', { maximumSignificantDigits: 3 });
  console.log(
    `${Math.round(quanti).toLocaleString('it-IT').padStart(14)}/s  ${modo.padEnd(32)} calcola va ${volte} volte`,
  );
}

confronta(OLTRE_24);
confronta(A_FASCIA);
const casi = misti(4620);
console.log('4.620 casi diversi, metà con la paga e metà oltre 24 ore, anni dal 2013 al 2026');
const mescolati = alSecondo((indice) => {
  const calcolo = calcola(casi[indice % casi.length] ?? comeDati(OLTRE_24), regole);
  return calcolo.totale + calcolo.passi.length;
});
stampa('calcola, con tutti i passi', mescolati, mescolati);
