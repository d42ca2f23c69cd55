import { z } from 'zod';
import type { RapportoDiLavoro } from '../../anagrafe/rapporto-di-lavoro.ts';
import { datiDelRapporto } from '../../bollettini/dati-del-rapporto.ts';
import type { Modifiche } from '../../bollettini/servizio-bollettini.ts';
import { parseModifiche } from '../../contributi/parse-dati.ts';
import type { Trimestre } from '../../scadenze/trimestre.ts';
import { cambioScritto, gruppoCambio } from '../strumenti/cambiate-dal.ts';
import { gruppiCalcolo } from '../strumenti/gruppi-calcolo.ts';
import type { GruppoCampi } from '../strumenti/strumento.ts';
import { campiModulo, soloCambiati, toCampi } from './modulo-calcolo.ts';

const parola = z
  .string()
  .max(40)
  .transform((valore) => valore.trim())
  .default('');

/** A quarter of a rapporto that is known: what may be changed of it, and terms that changed on a day. */
export const campiDelRapporto = {
  ...campiModulo,
  soloAssistenza: z
    .literal('si')
    .optional()
    .transform((valore) => valore === 'si'),
  cambioDal: parola,
  cambioOre: parola,
  cambioPaga: parola,
};

/** The form where no terms changed, and the whole contribution is asked. */
export const NESSUN_CAMBIO = { soloAssistenza: false, cambioDal: '', cambioOre: '', cambioPaga: '' };

export type CampiDelRapporto = z.output<z.ZodObject<typeof campiDelRapporto>>;

export function gruppiDelRapporto(trimestre: Trimestre): readonly GruppoCampi[] {
  const [ore, paga, ...altri] = gruppiCalcolo({ assunzione: false, soloAssistenza: true });
  return [ore, paga, gruppoCambio(trimestre), ...altri].filter((gruppo) => gruppo !== undefined);
}

/** As the rapporto fills it. @throws ErroreDati `rapporto-non-attivo` */
export function campiProposti(rapporto: RapportoDiLavoro, trimestre: Trimestre): CampiDelRapporto {
  return { ...toCampi(datiDelRapporto(rapporto, trimestre, {})), ...NESSUN_CAMBIO };
}

/** Only what was changed of what the rapporto says. @throws ErroreDati naming the field */
export function modificheScritte(
  scritti: CampiDelRapporto,
  rapporto: RapportoDiLavoro,
  trimestre: Trimestre,
): Modifiche {
  const { cambioDal: _dal, cambioOre: _ore, cambioPaga: _paga, soloAssistenza, ...campi } = scritti;
  const cambio = cambioScritto(scritti, rapporto);
  const dette = parseModifiche(soloCambiati(campi, toCampi(datiDelRapporto(rapporto, trimestre, {}))));
  return { ...dette, ...(soloAssistenza && { soloAssistenza }), ...(cambio !== undefined && { cambio }) };
}
