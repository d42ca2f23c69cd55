import { MOTIVI } from '../../prospetti/cessazione/index.ts';
import { italiano } from '../../valori/italiano.ts';
import * as campi from './campi-comuni.ts';
import { type CampoModulo, comeCampi, type GruppoCampi, type Scritto } from './strumento.ts';

/** How a rapporto ends, asked alike of one that is told and of one of the register. */

/** @param conAssunzione whether the hiring is asked too */
export function laFine(conAssunzione: boolean): GruppoCampi {
  const assunzione = { ...campi.giorno('assunzione', 'Assunzione'), obbligatorio: true, esempio: '01/01/2020' };
  return {
    legenda: 'La fine',
    campi: [
      ...(conAssunzione ? [assunzione as CampoModulo] : []),
      {
        ...campi.giorno('cessazione', 'Ultimo giorno del rapporto'),
        obbligatorio: true,
        esempio: '31/12/2025',
      } as CampoModulo,
      {
        tipo: 'scelta',
        nome: 'motivo',
        etichetta: 'Come finisce',
        scelte: Object.entries(MOTIVI).map(([valore, { nome }]) => ({ valore, testo: nome })),
      },
      {
        tipo: 'testo',
        nome: 'preavvisoLavorato',
        etichetta: 'Giorni di preavviso lavorati',
        aiuto: 'Di calendario; se manca: tutti. 0 se è pagato e non lavorato',
        modo: 'numeric',
      },
      {
        tipo: 'testo',
        nome: 'ferieNonGodute',
        etichetta: 'Giorni di ferie non godute',
        aiuto: 'Lavorativi, da lunedì a sabato',
        modo: 'decimal',
      },
      {
        tipo: 'spunta',
        nome: 'alloggioIndipendente',
        etichetta: 'Ha con la famiglia un alloggio indipendente del datore',
      },
      { tipo: 'spunta', nome: 'dopoMaternita', etichetta: 'Licenziamento entro 31 giorni dal congedo di maternità' },
    ],
  };
}

/** @param come by which terms the years are reckoned whose TFR nobody tells */
export function ilTfr(come: string): GruppoCampi {
  return {
    legenda: 'Il TFR',
    campi: [
      {
        tipo: 'testo',
        nome: 'tfrMaturato',
        etichetta: 'TFR al 31/12 dell’anno prima, in euro',
        aiuto: `Se manca, gli anni sono contati dall’assunzione ${come}`,
        modo: 'decimal',
      },
      {
        tipo: 'testo',
        nome: 'rivalutazione',
        etichetta: 'Coefficiente ISTAT del mese, in %',
        aiuto: 'Per esempio 1,998336; se manca, la sola parte fissa',
        modo: 'decimal',
      },
      { tipo: 'testo', nome: 'anticipo', etichetta: 'Anticipo di TFR già pagato, in euro', modo: 'decimal' },
      campi.giorno('anticipoIl', 'Anticipo pagato il'),
    ],
  };
}

const RETRIBUZIONE = 'retribuzione';

/** The gross pay of years in which it was not that of the terms. */
export function retribuzioni(anni: readonly number[]): GruppoCampi {
  return {
    legenda: 'Anni con un’altra paga',
    aiuto: 'Lorda, di tutto l’anno, con tredicesima, vitto e alloggio: solo dove non è stata quella delle condizioni.',
    richiusa: true,
    fitta: true,
    campi: anni.map((anno) => ({
      tipo: 'testo',
      nome: `${RETRIBUZIONE}${anno}`,
      etichetta: italiano`Paga del ${anno}`,
      modo: 'decimal',
    })),
  };
}

/** What was written, in the form that `parseDatiCessazione` reads. */
export function campiScritti(scritto: Scritto) {
  const { anticipo, anticipoIl, ...altri } = comeCampi(scritto);
  const diAnno = (nome: string) => /^retribuzione(\d{4})$/.exec(nome)?.[1];
  return {
    ...Object.fromEntries(Object.entries(altri).filter(([nome]) => diAnno(nome) === undefined)),
    retribuzioni: Object.entries(altri).flatMap(([nome, importo]) => {
      const anno = diAnno(nome);
      return anno === undefined ? [] : [{ anno, importo: String(importo) }];
    }),
    anticipi:
      anticipo === undefined && anticipoIl === undefined
        ? []
        : [{ giorno: String(anticipoIl ?? ''), importo: String(anticipo ?? '') }],
  };
}
