import type { RegimeSanzioni, RegoleSanzioni } from '../../norme/sanzioni.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { type Giorno, formatGiornoItaliano, giorniTra } from '../../valori/giorno.ts';
import { addMonths } from '../mesi.ts';
import type { DatiSanzioni } from './dati-sanzioni.ts';
import { italiano } from '../../valori/italiano.ts';

/** How one case is sanctioned under one regime. Percentages a year, as exact text. */
export interface Misura {
  readonly regime: RegimeSanzioni;
  /** `bce`: the ECB rate plus `maggiorazione`; `fissa`: `percentuale`. */
  readonly base:
    { readonly tipo: 'bce'; readonly maggiorazione: string } | { readonly tipo: 'fissa'; readonly percentuale: string };
  /** Percent of the contributions beyond which the sanction does not grow. */
  readonly tetto: string;
  /** Percent taken off because it is paid soon after INPS's assessment; null when nothing is. */
  readonly riduzione: string | null;
  /** Why this measure, in Italian. */
  readonly motivo: string;
}

/**
 * The regime in force on a day.
 * @throws ErroreDati `periodo-non-coperto` before the first regime known (2001)
 */
export function regimeDel(giornoDato: Giorno, regole: RegoleSanzioni): RegimeSanzioni {
  const regime = regole.regimi.findLast(({ dal }) => dal <= giornoDato);
  if (regime !== undefined) return regime;
  throw new ErroreDati('periodo-non-coperto', {
    primo: formatGiornoItaliano(regole.regimi[0]?.dal ?? giornoDato),
    campo: 'scadenza',
  });
}

/** Which rate, cap and reduction the case gets under a regime (art. 116 c. 8 L. 388/2000). */
export function misuraDi(dati: DatiSanzioni, regime: RegimeSanzioni): Misura {
  return dati.tipo === 'omissione' ? omissione(dati, regime) : evasione(dati, regime);
}

function omissione(dati: DatiSanzioni, regime: RegimeSanzioni): Misura {
  const ritardo = giorniTra(dati.scadenza, dati.pagamento);
  const { pagamentoSpontaneo: premio } = regime;
  const { tetto } = regime.omissione;
  if (premio !== undefined && dati.spontaneo && ritardo <= premio.entroGiorni) {
    return {
      regime,
      base: { tipo: 'bce', maggiorazione: premio.maggiorazione },
      tetto,
      riduzione: null,
      motivo: `omissione pagata spontaneamente entro ${premio.entroGiorni} giorni: il solo tasso BCE`,
    };
  }
  const { maggiorazione } = regime.omissione;
  const tardi =
    premio === undefined ? '' : dati.spontaneo ? ` (oltre ${premio.entroGiorni} giorni)` : ' (dopo una richiesta)';
  return {
    regime,
    base: { tipo: 'bce', maggiorazione },
    tetto,
    ...reduction(dati, regime, `omissione${tardi}: tasso BCE + ${points(maggiorazione)} punti`),
  };
}

function evasione(dati: DatiSanzioni, regime: RegimeSanzioni): Misura {
  const gradino = gradinoDenuncia(dati, regime);
  if (gradino !== undefined) {
    return {
      regime,
      base: { tipo: 'bce', maggiorazione: gradino.maggiorazione },
      tetto: regime.denunciaSpontanea.tetto,
      riduzione: null,
      motivo:
        `evasione denunciata spontaneamente entro ${regime.denunciaSpontanea.entroMesi} mesi e pagata entro ` +
        `${gradino.entroGiorni} giorni dalla denuncia: tasso BCE + ${points(gradino.maggiorazione)} punti`,
    };
  }
  const { percentuale, tetto } = regime.evasione;
  return {
    regime,
    base: { tipo: 'fissa', percentuale },
    tetto,
    ...reduction(dati, regime, `evasione: ${points(percentuale)}% l’anno`),
  };
}

function gradinoDenuncia(dati: DatiSanzioni, regime: RegimeSanzioni) {
  const { denuncia } = dati;
  const { entroMesi, gradini } = regime.denunciaSpontanea;
  if (denuncia === undefined || !dati.spontaneo || denuncia > addMonths(dati.scadenza, entroMesi)) return undefined;
  const attesa = giorniTra(denuncia, dati.pagamento);
  return gradini.find(({ entroGiorni }) => attesa <= entroGiorni);
}

function reduction(dati: DatiSanzioni, regime: RegimeSanzioni, motivo: string): Pick<Misura, 'riduzione' | 'motivo'> {
  const { dopoAccertamento } = regime;
  const { accertamento } = dati;
  if (dopoAccertamento === undefined || accertamento === undefined) return { riduzione: null, motivo };
  const attesa = giorniTra(accertamento, dati.pagamento);
  if (attesa < 0 || attesa > dopoAccertamento.entroGiorni) return { riduzione: null, motivo };
  return {
    riduzione: dopoAccertamento.riduzione,
    motivo: italiano`${motivo}, ridotta del ${dopoAccertamento.riduzione}% perché pagata entro ${dopoAccertamento.entroGiorni} giorni dall’accertamento`,
  };
}

function points(percentuale: string): string {
  return percentuale.replace('.', ',');
}
