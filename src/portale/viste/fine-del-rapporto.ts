import type { Condizioni } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { DatiProspetto } from '../../avvisi/prospetto-pdf.ts';
import { euroIt, decimaleIt } from '../../prospetti/formati.ts';
import { cellsOf, COLONNE_SCOPERTI, type RigaScoperti, sintesiScoperti } from '../../prospetti/scoperti/index.ts';
import { formatGiornoItaliano, type Giorno } from '../../valori/giorno.ts';
import type { FineDelRapporto, RapportoNoto } from '../fine-del-rapporto.ts';
import type { Blocco } from '../strumenti/blocchi.ts';
import { cessazioneInBlocchi, cessazionePerStampa } from './cessazione.ts';

export const COLONNE_CONDIZIONI = ['Dal', 'Ore a settimana', 'Paga', 'Vitto e alloggio'] as const;
export const COLONNE_ANNI = ['Anno', 'Ore versate', 'Ore delle condizioni', 'Trimestri da versare'] as const;

/** The terms of the rapporto as they changed, one row each. */
export function righeCondizioni({ rapporto }: Pick<RapportoNoto, 'rapporto'>): string[][] {
  return rapporto.condizioni.map((una) => [
    formatGiornoItaliano(una.dal < rapporto.assunzione ? rapporto.assunzione : una.dal),
    una.oreSettimanali.replace('.', ','),
    payOf(una),
    una.vittoAlloggioGiorni === 0 ? 'no' : `${una.vittoAlloggioGiorni} giorni a settimana`,
  ]);
}

function payOf({ paga }: Condizioni): string {
  if (paga === undefined) return 'non nota';
  return `${euroIt(paga.importo)} ${paga.tipo === 'oraria' ? 'l’ora' : 'al mese'}`;
}

export function righeAnni({ anni }: Pick<RapportoNoto, 'anni'>): string[][] {
  return anni.map(({ anno, versate, pattuite, daVersare }) => [
    String(anno),
    decimaleIt(versate),
    decimaleIt(pattuite),
    daVersare === 0 ? 'nessuno' : String(daVersare),
  ]);
}

/** The quarters that are over and still want something. */
export function righeDaVersare({ prospetto }: Pick<RapportoNoto, 'prospetto'>): string[][] {
  return prospetto.righe.filter(isOpen).map((riga) => [...cellsOf(riga)]);
}

function isOpen({ stato }: RigaScoperti): boolean {
  return stato !== 'pagato' && stato !== 'non-aperto';
}

const NUMERI: ReadonlySet<string> = new Set([
  'Ore a settimana',
  'Ore versate',
  'Ore delle condizioni',
  'Versato',
  'Manca',
  'Sanzioni a oggi',
]);

function table(titolo: string, colonne: readonly string[], righe: readonly (readonly string[])[]): Blocco[] {
  if (righe.length === 0) return [];
  const disegnate = colonne.map((testo) => ({ testo, ...(NUMERI.has(testo) && { numero: true }) }));
  return [{ tipo: 'tabella', titolo, colonne: disegnate, righe, totale: null }];
}

/** What the register knows, before anything is told. */
export function notoInBlocchi(noto: RapportoNoto): Blocco[] {
  const { rapporto } = noto;
  return [
    {
      tipo: 'dati',
      titolo: '',
      voci: [
        ['Assunzione', formatGiornoItaliano(rapporto.assunzione)],
        ['Fine', rapporto.cessazione === undefined ? 'non scritta' : formatGiornoItaliano(rapporto.cessazione)],
      ],
    },
    ...table('Le condizioni', COLONNE_CONDIZIONI, righeCondizioni(noto)),
    ...table('Le ore, anno per anno', COLONNE_ANNI, righeAnni(noto)),
    ...table('Trimestri già finiti da versare', COLONNE_SCOPERTI, righeDaVersare(noto)),
    { tipo: 'esito', tono: noto.prospetto.manca === 0 ? 'info' : 'attenzione', testo: sintesiScoperti(noto.prospetto) },
  ];
}

/** The reckoning on a page. */
export function fineInBlocchi({ fine, restano }: FineDelRapporto): Blocco[] {
  return [
    ...cessazioneInBlocchi(fine),
    ...(restano.length === 0 ? [] : [{ tipo: 'avvertenze', frasi: restano } as const]),
  ];
}

/** The same on paper, with what the register said. */
export function finePerStampa(tutto: FineDelRapporto, oggi: Giorno): DatiProspetto {
  const { rapporto, fine, restano } = tutto;
  const { sezioni, ...carta } = cessazionePerStampa(fine, oggi);
  const { codice, lavoratore } = rapporto;
  const persona = `${lavoratore.nome} ${lavoratore.cognome} (${lavoratore.codiceFiscale})`;
  const daVersare = righeDaVersare(tutto);
  return {
    ...carta,
    sottotitolo: `Rapporto ${codice}, ${persona}. ${carta.sottotitolo}`,
    sezioni: [
      ...sezioni,
      ...inPaper('Le condizioni del rapporto', COLONNE_CONDIZIONI, righeCondizioni(tutto)),
      ...inPaper('Le ore, anno per anno', COLONNE_ANNI, righeAnni(tutto)),
      ...inPaper('Trimestri già finiti da versare', COLONNE_SCOPERTI, daVersare),
      ...restano.map((testo) => ({ testo })),
    ],
  };
}

function inPaper(titolo: string, colonne: readonly string[], righe: readonly (readonly string[])[]) {
  if (righe.length === 0) return [];
  return [
    {
      titolo,
      tabella: {
        colonne: colonne.map((nome) => ({
          titolo: nome,
          parte: nome === 'Note' ? 4 : nome === 'Sanzioni a oggi' ? 3 : 2,
          ...(NUMERI.has(nome) && { aDestra: true }),
        })),
        righe,
      },
    },
  ];
}
