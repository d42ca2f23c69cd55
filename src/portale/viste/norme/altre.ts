import type { RegoleAssociazioni } from '../../../norme/associazioni.ts';
import type { RegoleRetribuzioneAnnua } from '../../../norme/retribuzione-annua.ts';
import type { RegoleTassi } from '../../../norme/tassi.ts';
import type { RegoleTributi } from '../../../norme/tributi.ts';
import { formatEuroItaliano } from '../../../valori/denaro.ts';
import { formatGiornoItaliano } from '../../../valori/giorno.ts';
import { percento, validita, type VistaNorma } from './regola.ts';
import { italiano } from '../../../valori/italiano.ts';

/** `rules/associazioni.yaml`. */
export function normaAssociazioni(regole: RegoleAssociazioni): VistaNorma {
  return {
    nome: 'associazioni',
    titolo: 'Contributi di assistenza contrattuale',
    file: 'rules/associazioni.yaml',
    verificatoIl: regole.verificatoIl,
    gruppi: regole.associazioni.map(({ codice, nome, contratto, tariffe, lettura, altre, note }) => ({
      titolo: `${codice} – ${nome}`,
      regole: tariffe.map((tariffa, i) => ({
        nome: 'Euro per ora retribuita',
        validita: validita(tariffa),
        valore: `${formatEuroItaliano(tariffa.totale)} €, di cui ${formatEuroItaliano(tariffa.quotaLavoratore)} € del lavoratore`,
        fonti: tariffa.fonti,
        note:
          i === tariffe.length - 1
            ? [contratto, ...note, ...[lettura, ...altre].map(({ valore, testo }) => `Lettura «${valore}»: ${testo}.`)]
            : [],
      })),
    })),
  };
}

/** `rules/tassi.yaml`: the latest value first. */
export function normaTassi(regole: RegoleTassi): VistaNorma {
  return {
    nome: 'tassi',
    titolo: 'Tassi di interesse',
    file: 'rules/tassi.yaml',
    verificatoIl: regole.verificatoIl,
    gruppi: regole.tassi.map(({ nome, notoFinoAl, nota, valori }) => ({
      titolo: `${nome.charAt(0).toUpperCase()}${nome.slice(1)}`,
      regole: valori.toReversed().map((valore, i) => ({
        nome: percento(valore.percentuale),
        validita: validita(valore),
        valore: '',
        fonti: [valore.fonte],
        note:
          i > 0
            ? []
            : [
                italiano`Controllato fino al ${formatGiornoItaliano(notoFinoAl)}.`,
                ...(nota === undefined ? [] : [nota]),
              ],
      })),
    })),
  };
}

/** `rules/tributi.yaml`. */
export function normaTributi(regole: RegoleTributi): VistaNorma {
  const { massimo, dal, fonti, note } = regole.deduzioneContributi;
  return {
    nome: 'tributi',
    titolo: 'Dichiarazione dei redditi',
    file: 'rules/tributi.yaml',
    verificatoIl: regole.verificatoIl,
    gruppi: [
      {
        titolo: 'Contributi deducibili',
        regole: [
          {
            nome: 'Massimo di un anno',
            validita: validita({ dal }),
            valore: `${formatEuroItaliano(massimo)} €`,
            fonti,
            note,
          },
        ],
      },
    ],
  };
}

/** `rules/tfr.yaml`. */
export function normaRetribuzione(regole: RegoleRetribuzioneAnnua): VistaNorma {
  const { tfr, tredicesima, ferie, anno } = regole;
  const regola = (nome: string, valore: string, di: { fonti: typeof tfr.fonti; note?: readonly string[] }) => ({
    nome,
    validita: '',
    valore,
    fonti: di.fonti,
    note: di.note ?? [],
  });
  return {
    nome: 'retribuzione',
    titolo: 'Tredicesima, ferie, TFR',
    file: 'rules/tfr.yaml',
    verificatoIl: regole.verificatoIl,
    gruppi: [
      {
        titolo: 'Retribuzione di un anno',
        regole: [
          regola('TFR', `retribuzioni dell’anno diviso ${tfr.divisore.replace('.', ',')}`, tfr),
          regola(
            'Rivalutazione del TFR',
            italiano`${percento(tfr.rivalutazioneFissa)} più il ${tfr.rivalutazioneIstat}% dell’aumento ISTAT`,
            { fonti: tfr.fonti },
          ),
          regola('Tredicesima', `retribuzione dell’anno diviso ${tredicesima.divisore}`, tredicesima),
          regola('Ferie', `${ferie.giorniLavorativi} giorni lavorativi l’anno`, ferie),
          regola('Anno convenzionale', `${anno.settimane} settimane, ${anno.mesi} mesi`, anno),
        ],
      },
    ],
  };
}
