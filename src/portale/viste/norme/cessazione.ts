import type { RegoleCessazione } from '../../../norme/cessazione.ts';
import { percento, type VistaNorma } from './regola.ts';

type Scaglioni = RegoleCessazione['preavviso']['lungo'];

/** `rules/cessazione.yaml`. */
export function normaCessazione(regole: RegoleCessazione): VistaNorma {
  const { preavviso, comunicazione, naspi, rivalutazioni } = regole;
  const voce = (nome: string, valore: string, { fonti }: Pick<typeof comunicazione, 'fonti'>) => ({
    nome,
    validita: '',
    valore,
    fonti,
    note: [],
  });
  return {
    nome: 'cessazione',
    titolo: 'Fine del rapporto',
    file: 'rules/cessazione.yaml',
    verificatoIl: regole.verificatoIl,
    gruppi: [
      {
        titolo: 'Preavviso e termini',
        regole: [
          voce(`Almeno ${preavviso.dalleOre} ore a settimana`, inParole(preavviso.lungo), preavviso),
          voce(`Meno di ${preavviso.dalleOre} ore a settimana`, inParole(preavviso.breve), preavviso),
          voce('Con alloggio indipendente', inParole(preavviso.alloggio), preavviso),
          voce('Dimissioni', `metà dei giorni, da ${preavviso.dalleOre} ore a settimana`, preavviso),
          voce('Dopo il congedo di maternità', `× ${preavviso.moltiplicatoreMaternita}`, preavviso),
          voce('Comunicazione all’INPS', `entro ${comunicazione.giorni} giorni dalla fine`, comunicazione),
          voce('Domanda di NASpI', `entro ${naspi.giorni} giorni dalla fine`, naspi),
        ],
      },
      {
        titolo: 'Rivalutazione del TFR al 31 dicembre',
        regole: rivalutazioni.map(({ anno, percentuale, titolo, certezza }) => ({
          nome: String(anno),
          validita: '',
          valore: percento(percentuale),
          fonti: [{ titolo, certezza }],
          note: [],
        })),
      },
    ],
  };
}

function inParole(scaglioni: Scaglioni): string {
  const [primo, altro] = scaglioni;
  const oltre = altro === undefined ? '' : `, ${altro.giorni} oltre`;
  return `${primo?.giorni ?? 0} giorni fino a ${primo?.finoAnni ?? 0} anni di servizio${oltre}`;
}
