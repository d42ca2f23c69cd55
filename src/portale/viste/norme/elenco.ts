import { norme } from '../../../norme/norme.ts';
import { regoleProspetti } from '../../../norme/regole-prospetti.ts';
import { normaAssociazioni, normaRetribuzione, normaTassi, normaTributi } from './altre.ts';
import { normaAssenze } from './assenze.ts';
import { normaCessazione } from './cessazione.ts';
import { normaChiPaga, normaSgravi } from './chi-paga.ts';
import { normaCriteri } from './criteri.ts';
import { normaMinimi, normaProiezione } from './minimi.ts';
import type { VistaNorma } from './regola.ts';
import { normaSanzioni } from './sanzioni.ts';
import { normaScadenze } from './scadenze.ts';

/** Every page of *Norme* besides the tables of the years: one a rule file, in the order in which the index lists them. */
export function elencoNorme(): readonly VistaNorma[] {
  const { criteri, scadenze, associazioni, chiPaga, assenze, sgravi, minimi } = norme();
  const { sanzioni, tassi, tributi, retribuzioneAnnua, cessazione, proiezione } = regoleProspetti();
  return [
    normaCriteri(criteri),
    normaScadenze(scadenze),
    normaChiPaga(chiPaga),
    normaAssenze(assenze),
    normaAssociazioni(associazioni),
    normaSgravi(sgravi),
    normaMinimi(minimi),
    normaSanzioni(sanzioni),
    normaTassi(tassi),
    normaTributi(tributi),
    normaRetribuzione(retribuzioneAnnua),
    normaCessazione(cessazione),
    normaProiezione(proiezione),
  ];
}
