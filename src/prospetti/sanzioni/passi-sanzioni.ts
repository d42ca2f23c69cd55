import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { italiano, quanti } from '../../valori/italiano.ts';
import type { Fonte, Passo } from '../../valori/spiegazione.ts';
import { decimaleIt, esattoIt, euroIt } from '../formati.ts';
import type { DatiSanzioni } from './dati-sanzioni.ts';
import type { LetturaSanzioni, Mora } from './lettura-sanzioni.ts';
import type { Tratto } from './tratti.ts';
import { fonteUnica } from '../../valori/fonte-unica.ts';

/** One reading as the steps that a page, a PDF or the API shows. */
export function passiSanzioni(dati: DatiSanzioni, lettura: LetturaSanzioni, baseGiorni: number): Passo[] {
  const legge = fonteUnica(lettura.misura.regime.fonti);
  const sanzionePiena = lettura.misura.riduzione === null;
  return [
    {
      etichetta: 'Misura della sanzione',
      formula: lettura.misura.motivo,
      risultato: italiano`al massimo il ${decimaleIt(lettura.misura.tetto)}% dei contributi, ${euroIt(lettura.tetto)}`,
      fonte: legge,
    },
    ...lettura.tratti.map((tratto) => passoTratto('Giorni di ritardo', dati, tratto, baseGiorni)),
    ...(lettura.tettoRaggiuntoIl === null
      ? []
      : [
          {
            etichetta: 'Tetto raggiunto',
            formula: italiano`il ${formatGiornoItaliano(lettura.tettoRaggiuntoIl)} la somma arriva al tetto`,
            risultato: euroIt(lettura.tetto),
            fonte: legge,
          },
        ]),
    {
      etichetta: 'Sanzione civile',
      formula: sanzionePiena
        ? 'somma dei giorni di ritardo, arrotondata al centesimo'
        : italiano`somma dei giorni di ritardo, meno il ${decimaleIt(lettura.misura.riduzione ?? '0')}%, arrotondata al centesimo`,
      risultato: euroIt(lettura.sanzione),
      fonte: legge,
    },
    ...(lettura.mora === null ? [] : passiMora(dati, lettura, lettura.mora, baseGiorni, legge)),
  ];
}

function passiMora(
  dati: DatiSanzioni,
  lettura: LetturaSanzioni,
  mora: Mora,
  baseGiorni: number,
  fonte: Fonte,
): Passo[] {
  return [
    ...mora.tratti.map((tratto) => passoTratto('Interessi di mora dopo il tetto', dati, tratto, baseGiorni)),
    {
      etichetta: 'Totale oltre ai contributi',
      formula: `${euroIt(lettura.sanzione)} + ${euroIt(mora.importo)}`,
      risultato: euroIt(lettura.totale),
      fonte,
    },
  ];
}

function passoTratto(etichetta: string, dati: DatiSanzioni, tratto: Tratto, baseGiorni: number): Passo {
  const periodo = italiano`dal ${formatGiornoItaliano(tratto.dal)} al ${formatGiornoItaliano(tratto.al)}`;
  const bce = tratto.tassoBce === null ? '' : ` (BCE ${decimaleIt(tratto.tassoBce)}%)`;
  return {
    etichetta: `${etichetta}, ${periodo}`,
    formula: `${euroIt(dati.contributi)} × ${decimaleIt(tratto.percentuale)}%${bce} × ${quanti(tratto.giorni, 'giorno', 'giorni')} / ${baseGiorni}`,
    risultato: `${esattoIt(tratto.importo)} €`,
    fonte: tratto.fonte,
  };
}
