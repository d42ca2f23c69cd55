import type { Norme } from '../../norme/norme.ts';
import { scadenzaDelRapporto } from '../../scadenze/scadenza-del-rapporto.ts';
import { contestoTrimestre } from '../contesto-trimestre.ts';
import type { Situazione } from '../situazione/situazione.ts';
import { contoGiornaliero } from './conto-giornaliero.ts';
import { contoPiano } from './conto-piano.ts';
import { controlla } from './controlla.ts';
import type { Conto } from './gruppo.ts';
import { orePiane } from './ore-piane.ts';

/**
 * The one place where the law decides, whatever road the quarter came by. Where every week is like the others there is no
 * need to tell the days apart; the two ways give the same cents.
 * @throws ErroreDati naming the field and what to do; `nulla-da-versare` when no hour is paid
 */
export function conto(situazione: Situazione, norme: Norme): Conto {
  const contesto = contestoTrimestre(situazione.trimestre, norme);
  controlla(situazione, contesto);
  const { trimestre, cessazione, territori } = situazione;
  const inTempo = territori.length === 0 && (cessazione === undefined || cessazione > contesto.ultimo);
  const termine = inTempo ? contesto.scadenza : scadenzaDelRapporto(trimestre, cessazione, norme, territori);
  const piane = orePiane(situazione, contesto);
  return piane === undefined
    ? contoGiornaliero(situazione, contesto, termine, norme)
    : contoPiano(situazione, piane, contesto, termine, norme);
}
