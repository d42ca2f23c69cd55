import type { Livello, MinimiAnno } from '../../norme/minimi.ts';
import { norme } from '../../norme/norme.ts';
import { regoleProspetti } from '../../norme/regole-prospetti.ts';
import { parseIstat, proiettaAnno } from '../../prospetti/proiezione/index.ts';
import { righeTabella } from '../viste/norme/tabella.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import type { Blocco } from './blocchi.ts';
import { testo, type Strumento } from './strumento.ts';
import { italiano } from '../../valori/italiano.ts';

/** Next year's table, supposing an ISTAT variation. */
export const strumentoProiezione: Strumento = {
  nome: 'proiezione',
  titolo: 'La tabella dell’anno che viene',
  descrizione:
    'I contributi orari dell’anno prossimo, supponendo una variazione ISTAT: una previsione, non una tabella.',
  icona: 'chart-line',
  trimestrePrima: false,
  invia: 'Proietta',
  campi: () => [
    {
      legenda: italiano`Dal ${norme().anni.at(-1) ?? ''} al ${(norme().anni.at(-1) ?? 0) + 1}`,
      campi: [
        {
          tipo: 'testo',
          nome: 'istat',
          etichetta: 'Variazione ISTAT supposta, in %',
          aiuto: 'Per esempio 1,2',
          modo: 'decimal',
          obbligatorio: true,
        },
      ],
    },
  ],
  esegui: (scritto, { oggi }) => {
    const anno = (norme().anni.at(-1) ?? 0) + 1;
    const istat = parseIstat(testo(scritto, 'istat'));
    const { tabella, minimi, passi, avvertenze } = proiettaAnno(
      anno,
      istat,
      norme(),
      regoleProspetti().proiezione,
      oggi,
    );
    return [
      { tipo: 'avvertenze', frasi: avvertenze },
      {
        tipo: 'tabella',
        titolo: `Contributi orari ${anno}, PROIEZIONE, in euro per ora`,
        colonne: [
          { testo: 'Retribuzione oraria effettiva' },
          { testo: 'Convenzionale', numero: true },
          { testo: 'Con CUAF', numero: true },
          { testo: 'Senza CUAF', numero: true },
          { testo: 'Di cui del lavoratore', numero: true },
        ],
        righe: righeTabella(tabella).map((riga) => [
          riga.nome,
          riga.convenzionale.testo,
          riga.conCuaf.testo,
          riga.senzaCuaf.testo,
          riga.quotaLavoratore.testo,
        ]),
        totale: null,
      },
      ...(minimi === undefined ? [] : [tabellaMinimi(minimi)]),
      { tipo: 'passi', titolo: 'Come ci si arriva', passi },
    ];
  },
};

const FORME = ['convivente', 'convivente-30-ore', 'oraria'] as const;

/** The contract's minimums, level by level: a dash where a level has no such form. */
function tabellaMinimi({ anno, importi }: MinimiAnno): Blocco {
  const livelli = Object.keys(importi.oraria ?? {}) as Livello[];
  return {
    tipo: 'tabella',
    titolo: italiano`Minimi del contratto ${anno}, PROIEZIONE, in euro`,
    colonne: [
      { testo: 'Livello' },
      { testo: 'Convivente, al mese', numero: true },
      { testo: 'Fino a 30 ore, al mese', numero: true },
      { testo: 'Non convivente, all’ora', numero: true },
    ],
    righe: livelli.map((livello) => [
      livello,
      ...FORME.map((forma) => {
        const importo = importi[forma]?.[livello];
        return importo === undefined ? '–' : formatEuroItaliano(importo);
      }),
    ]),
    totale: null,
  };
}
