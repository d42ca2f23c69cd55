import type { Criteri } from '../../norme/criteri.ts';
import { centesimi } from '../../valori/denaro.ts';
import type { Passo } from '../../valori/spiegazione.ts';
import type { Assistenza } from '../assistenza.ts';
import type { GruppoSettimane } from '../calcolo.ts';
import { type Importi, passiAssistenza, passoDatore } from '../passi.ts';
import { euro, settimane as testoSettimane } from '../testo.ts';
import { numeroOre, testoOre } from './centesimi-di-ora.ts';
import { perOra, type Riga } from './righe.ts';
import type { SettimanaContata } from './settimane-pagate.ts';
import type { Sgravio } from './sgravi.ts';

const NOMI: Record<GruppoSettimane, string> = {
  'fino-24': 'Settimane fino a 24 ore',
  'oltre-24': 'Settimane oltre 24 ore',
};

/** The weeks of a bollettino and their hours, one by one. @param aggiunte hours that belong to no week's work */
export function passiSettimaneGruppo(
  gruppo: GruppoSettimane,
  tutte: readonly SettimanaContata[],
  aggiunte: readonly number[],
  criteri: Criteri,
): Passo[] {
  const sue = tutte.filter((settimana) => settimana.gruppo === gruppo);
  const addendi = [...sue.map(({ centesimiDiOra }) => centesimiDiOra), ...aggiunte];
  const totale = addendi.reduce((somma, ore) => somma + ore, 0);
  const uguali = aggiunte.length === 0 && addendi.every((ore) => ore === addendi[0]);
  const scelte: Passo = {
    etichetta: NOMI[gruppo],
    formula: `segnate ${tutte.map(({ segno, gruppo: suo }) => (suo === gruppo ? segno : '0')).join(' ')}`,
    risultato: testoSettimane(sue.length),
    fonte: criteri.settimane.fonte,
  };
  const ore: Passo = {
    etichetta: 'Ore retribuite nel trimestre',
    formula: uguali
      ? `${testoOre(addendi[0] ?? 0)} × ${testoSettimane(sue.length)}`
      : `${addendi.map(numeroOre).join(' + ')} ore`,
    risultato: testoOre(totale),
    fonte: criteri.oreRetribuite.fonte,
  };
  return sue.length === tutte.length ? [ore] : [scelte, ore];
}

/** Amounts: each row's hours × its tariff, their sum, reliefs, contractual assistance, shares. */
export function passiImportiGruppo(
  righe: readonly Riga[],
  assistenza: Assistenza | null,
  sgravi: readonly Sgravio[],
  importi: Importi,
): Passo[] {
  const { contributi, quotaContributi, totale, quotaLavoratore, quotaDatore } = importi;
  const passi = moltiplica(righe, 'Contributi del trimestre', 'contributoOrario');
  const { fonte } = (righe[0] as Riga).tariffa.passo;
  const tolti = sgravi.flatMap((sgravio) => sgravio.passi);
  passi.push(...tolti);
  const meno = sgravi.map(({ applicato }) => ` − ${euro(applicato.importo)}`).join('');
  if (assistenza !== null) passiAssistenza(passi, assistenza, contributi, centesimi(contributi + assistenza.totale));
  const [primo] = tolti;
  if (primo !== undefined) {
    passi.push({
      etichetta: 'Totale da versare',
      formula: `${euro(centesimi(contributi + (assistenza?.totale ?? 0)))}${meno}`,
      risultato: euro(totale),
      fonte: primo.fonte,
    });
  }
  passi.push(...moltiplica(righe, 'Quota del lavoratore, compresa nel totale', 'quotaLavoratore'));
  const delLavoratore = sgravi.filter(({ applicato }) => applicato.aCarico === 'lavoratore');
  if (assistenza !== null || delLavoratore.length > 0) {
    const piu = assistenza === null ? '' : ` + ${euro(assistenza.quota)}`;
    const tolto = delLavoratore.map(({ applicato }) => ` − ${euro(applicato.importo)}`).join('');
    passi.push({
      etichetta:
        tolto === '' ? 'Quota del lavoratore con l’assistenza contrattuale' : 'Quota del lavoratore, tolto lo sgravio',
      formula: `${euro(quotaContributi)}${piu}${tolto}`,
      risultato: euro(quotaLavoratore),
      fonte: assistenza?.fonte ?? fonte,
    });
  }
  passi.push(passoDatore(totale, quotaLavoratore, quotaDatore));
  return passi;
}

function moltiplica(righe: readonly Riga[], etichetta: string, voce: 'contributoOrario' | 'quotaLavoratore'): Passo[] {
  const passi = righe.map(({ centesimiDiOra, tariffa }, indice): Passo => ({
    etichetta: righe.length === 1 ? etichetta : `${etichetta}: parte ${indice + 1} di ${righe.length}`,
    formula: `${testoOre(centesimiDiOra)} × ${voce === 'contributoOrario' ? tariffa.testo : tariffa.testoQuota}`,
    risultato: euro(perOra(centesimiDiOra, tariffa[voce])),
    fonte: voce === 'contributoOrario' ? tariffa.passo.fonte : tariffa.fonteQuota,
  }));
  if (righe.length === 1) return passi;
  const importi = righe.map(({ centesimiDiOra, tariffa }) => perOra(centesimiDiOra, tariffa[voce]));
  passi.push({
    etichetta,
    formula: importi.map((importo) => euro(importo)).join(' + '),
    risultato: euro(centesimi(importi.reduce((somma, importo) => somma + importo, 0))),
    fonte: (passi[0] as Passo).fonte,
  });
  return passi;
}
