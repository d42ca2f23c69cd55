import type { Norme } from '../../norme/norme.ts';
import { centesimi, type Centesimi } from '../../valori/denaro.ts';
import { perOra } from '../../valori/ore.ts';
import type { Fonte, Passo } from '../../valori/spiegazione.ts';
import type { Gruppo, OreDelFondo } from '../conto/gruppo.ts';
import type { Tariffa } from '../contesto-trimestre.ts';
import { esoneroOrario, type ImportiGruppo, quotaDelDatore, tettoOver80 } from '../conto/importi.ts';
import type { Riga } from '../conto/riga.ts';
import { testoOre } from '../ore.ts';
import { euro } from '../testo.ts';
import { fonteUnica } from '../../valori/fonte-unica.ts';

const FONTE_DIFFERENZA: Fonte = { titolo: 'differenza fra il totale e la quota del lavoratore', certezza: 'calcolata' };
const FRASE_TOTALE = 'Totale da versare';

/** Amounts: each row's hours × its tariff and their sum, reliefs, contractual assistance, the two shares. */
export function passiImporti(
  passi: Passo[],
  gruppo: Gruppo,
  tutti: readonly ImportiGruppo[],
  indice: number,
  norme: Norme,
): void {
  const { righe, fondo } = gruppo;
  const importi = tutti[indice] as ImportiGruppo;
  const { contributi, associazione, sgravi, totale } = importi;
  const solo = contributi === 0;
  if (!solo) moltiplica(passi, righe, 'Contributi del trimestre', 'contributo');
  if (sgravi.length > 0) passi.push(...passiSgravi(gruppo, tutti.slice(0, indice), norme));
  if (fondo !== null && associazione !== null) passiFondo(passi, gruppo, associazione, contributi);
  const primo = sgravi[0];
  if (primo !== undefined) {
    const meno = sgravi.map(({ importo }) => ` − ${euro(importo)}`).join('');
    passi.push({
      etichetta: FRASE_TOTALE,
      formula: `${euro(centesimi(contributi + (associazione?.totale ?? 0)))}${meno}`,
      risultato: euro(totale),
      fonte: fonteSgravio(primo.codice, norme),
    });
  }
  if (!solo) moltiplica(passi, righe, 'Quota del lavoratore, compresa nel totale', 'quota');
  passoLavoratore(passi, gruppo, importi);
  passi.push({
    etichetta: 'Quota del datore di lavoro',
    formula: `${euro(totale)} − ${euro(importi.quotaLavoratore)}`,
    risultato: euro(importi.quotaDatore),
    fonte: FONTE_DIFFERENZA,
  });
}

/** The worker's share with the fund's part, less the reliefs that are theirs. */
function passoLavoratore(passi: Passo[], { fondo, righe }: Gruppo, importi: ImportiGruppo): void {
  const { associazione, quotaContributi, quotaLavoratore, sgravi } = importi;
  let tolto = '';
  for (const { aCarico, importo } of sgravi) if (aCarico === 'lavoratore') tolto += ` − ${euro(importo)}`;
  if (associazione === null && tolto === '') return;
  const piu = associazione === null ? '' : ` + ${euro(associazione.quotaLavoratore)}`;
  passi.push({
    etichetta:
      tolto === '' ? 'Quota del lavoratore con l’assistenza contrattuale' : 'Quota del lavoratore, tolto lo sgravio',
    formula: `${euro(quotaContributi)}${piu}${tolto}`,
    risultato: euro(quotaLavoratore),
    fonte: fondo?.[fondo.length - 1]?.tariffa.fonte ?? (righe[0] as Riga).tariffa.passo.fonte,
  });
}

type Voce = keyof Tariffa['voci'];

function moltiplica(passi: Passo[], righe: readonly Riga[], etichetta: string, voce: Voce): void {
  const prima = righe[0] as Riga;
  if (righe.length === 1) {
    passi.push(passoRiga(prima, etichetta, voce));
    return;
  }
  for (const [n, riga] of righe.entries()) {
    passi.push(passoRiga(riga, `${etichetta}: parte ${n + 1} di ${righe.length}`, voce));
  }
  const importi = righe.map(({ centesimiDiOra, tariffa }) => perOra(centesimiDiOra, tariffa.voci[voce].oraria));
  passi.push({
    etichetta,
    formula: importi.map((importo) => euro(importo)).join(' + '),
    risultato: euro(centesimi(importi.reduce((somma: number, importo) => somma + importo, 0))),
    fonte: prima.tariffa.voci[voce].fonte,
  });
}

function passoRiga({ centesimiDiOra, tariffa }: Riga, etichetta: string, voce: Voce): Passo {
  // Named, not looked up by its key: here two keys that take turns cost more than the multiplication.
  const { oraria, testo, fonte } = voce === 'contributo' ? tariffa.voci.contributo : tariffa.voci.quota;
  return {
    etichetta,
    formula: `${testoOre(centesimiDiOra)} × ${testo}`,
    risultato: euro(perOra(centesimiDiOra, oraria)),
    fonte,
  };
}

/** The contractual assistance, its worker's part, and the total with it. */
function passiFondo(
  passi: Passo[],
  { fondo, inPiu }: Gruppo,
  { totale, quotaLavoratore }: NonNullable<ImportiGruppo['associazione']>,
  contributi: Centesimi,
): void {
  if (fondo === null) return;
  const { etichetta, etichettaQuota, fonte } = (fondo[fondo.length - 1] as OreDelFondo).tariffa;
  const diPiu = inPiu === 0 ? '' : ` + ${euro(centesimi(inPiu))} in più`;
  passi.push(
    { etichetta, formula: `${formulaFondo(fondo, 'testo')}${diPiu}`, risultato: euro(totale), fonte },
    { etichetta: etichettaQuota, formula: formulaFondo(fondo, 'testoQuota'), risultato: euro(quotaLavoratore), fonte },
    {
      etichetta: FRASE_TOTALE,
      formula: `${euro(contributi)} + ${euro(totale)}`,
      risultato: euro(centesimi(contributi + totale)),
      fonte,
    },
  );
}

function formulaFondo(fondo: readonly OreDelFondo[], voce: 'testo' | 'testoQuota'): string {
  let formula = '';
  for (const { centesimiDiOra, tariffa } of fondo) {
    const testo = voce === 'testo' ? tariffa.testo : tariffa.testoQuota;
    formula += `${formula === '' ? '' : ' + '}${testoOre(centesimiDiOra)} × ${testo}`;
  }
  return formula;
}

/** @param prima the quarter's bollettini before this one, which may have used a ceiling */
function passiSgravi({ sgravi, righe }: Gruppo, prima: readonly ImportiGruppo[], norme: Norme): Passo[] {
  const { madri, over80 } = norme.sgravi;
  const gia = prima
    .flatMap((importi) => importi.sgravi)
    .reduce((somma, { aCarico, importo }) => somma + (aCarico === 'datore' ? importo : 0), 0);
  return sgravi.flatMap(({ codice, perRiga }) => {
    const fonte = fonteSgravio(codice, norme);
    if (codice === 'madri-2022') {
      return righe.flatMap(({ tariffa }, n): Passo[] => {
        const ore = perRiga[n] ?? 0;
        const oraria = esoneroOrario(tariffa.quotaLavoratore, madri.percentuale);
        if (ore === 0) return [];
        const formula = `${testoOre(ore)} × ${euro(oraria)}`;
        return [{ etichetta: madri.nome, formula, risultato: euro(perOra(ore, oraria)), fonte }];
      });
    }
    const quota = quotaDelDatore(perRiga, righe);
    const tetto = tettoOver80(gia, norme);
    if (Math.min(quota, tetto) === 0) return [];
    const formula = `il minore fra ${euro(quota)} (quota del datore) e ${euro(tetto)} (tetto del trimestre)`;
    return [
      { etichetta: over80.nome, formula, risultato: euro(centesimi(Math.min(quota, tetto))), fonte } satisfies Passo,
    ];
  });
}

function fonteSgravio(codice: 'madri-2022' | 'over-80', { sgravi }: Norme): Fonte {
  return fonteUnica((codice === 'madri-2022' ? sgravi.madri : sgravi.over80).fonti);
}
