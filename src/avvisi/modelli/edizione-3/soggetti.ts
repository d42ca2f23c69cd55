import { type DatiAvviso, righeIndirizzo } from '../../dati-avviso.ts';
import type { Compositore } from '../../stampa/compositore.ts';
import type { TestoPronto } from '../../stampa/testo-pronto.ts';
import { testoPronto } from '../../stampa/testo-pronto.ts';
import { BASE_FASCIA, DESTRA, FINE_SINISTRA, META, SINISTRA, type Modulo } from './misure.ts';
import type { Parole } from './parole.ts';

/**
 * Baselines below the top of the band: the name, how far below it what follows stands, and what is left under the last line.
 * A second language takes its room further down: there the module is as tight as the guide allows (6 mm between modules).
 */
const MISURE = {
  largo: { nome: 18.15, sotto: 11.64, info: 10.32, infoDaSola: 17.2, fineSinistra: 5.61, fineDestra: 5.95 },
  stretto: { nome: 14.2, sotto: 6.8, info: 5, infoDaSola: 6.8, fineSinistra: 5.2, fineDestra: 5.4 },
} as const;

const LARGHEZZA = { sinistra: FINE_SINISTRA - SINISTRA, destra: DESTRA - META } as const;

/** Module 2: who is paid and who pays. */
export function soggetti3(c: Compositore, parole: Parole, dati: DatiAvviso): Modulo {
  const m = parole.seconda === undefined ? MISURE.largo : MISURE.stretto;
  const { nomeEnte, settore, info } = preparaEnte(c, dati);
  const { nome, indirizzo } = preparaDestinatario(dati);
  const ySettore = m.nome + nomeEnte.altezza + m.sotto;
  const yInfo = settore === undefined ? m.nome + nomeEnte.altezza + m.infoDaSola : ySettore + settore.altezza + m.info;
  const yIndirizzo = m.nome + nome.altezza + m.sotto;
  const finisceEnte = info === undefined ? ySettore + (settore?.altezza ?? 0) : yInfo + info.altezza;
  const altezza = Math.max(finisceEnte + m.fineSinistra, yIndirizzo + (indirizzo?.altezza ?? 0) + m.fineDestra);
  const { page } = c;
  return {
    altezza,
    disegna: (y) => {
      const base = y + BASE_FASCIA;
      parole.titolo('H2', { x: SINISTRA, y: base, larghezza: LARGHEZZA.sinistra - 21 }, (t) => t.ente);
      page.tag('P', () => c.valoreADestra('codice', 8, FINE_SINISTRA, base, dati.ente.codiceFiscale));
      page.tag('P', () => c.prontoFisso(nomeEnte, SINISTRA, y + m.nome));
      if (settore !== undefined) page.tag('P', () => c.prontoFisso(settore, SINISTRA, y + ySettore));
      if (info !== undefined) page.tag('P', () => c.prontoFisso(info, SINISTRA, y + yInfo));
      parole.titolo('H2', { x: META, y: base, larghezza: LARGHEZZA.destra - 29 }, (t) => t.destinatario);
      page.tag('P', () => c.valoreADestra('codice', 8, DESTRA, base, dati.destinatario.codiceFiscale));
      page.tag('P', () => c.pronto(nome, META, y + m.nome));
      if (indirizzo !== undefined) page.tag('P', () => c.pronto(indirizzo, META, y + yIndirizzo));
    },
  };
}

function preparaEnte(c: Compositore, { ente }: DatiAvviso) {
  const area = { larghezza: LARGHEZZA.sinistra, corpoMinimo: 7 };
  const forse = (stile: 'normale', testo: string, altezza: number, corpo: number): TestoPronto | undefined =>
    testo === '' ? undefined : c.preparaFisso(stile, testo, { ...area, altezza, corpo }, 'ente creditore');
  return {
    nomeEnte: c.preparaFisso('grassetto', ente.denominazione, { ...area, altezza: 12, corpo: 14 }, 'ente creditore'),
    settore: forse('normale', ente.settore, 5.2, 12),
    info: forse('normale', ente.info, 3.4, 8),
  };
}

function preparaDestinatario({ destinatario }: DatiAvviso) {
  const area = { larghezza: LARGHEZZA.destra, corpoMinimo: 7 };
  return {
    nome: testoPronto('grassetto', destinatario.nome, { ...area, altezza: 12, corpo: 14 }, 'nome del destinatario'),
    indirizzo:
      destinatario.indirizzo === ''
        ? undefined
        : testoPronto(
            'normale',
            righeIndirizzo(destinatario.indirizzo),
            { ...area, altezza: 12.2, corpo: 12, interlinea: 1.44 },
            'indirizzo del destinatario',
          ),
  };
}
