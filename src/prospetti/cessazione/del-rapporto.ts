import { condizioniAl } from '../../anagrafe/condizioni-nel-tempo.ts';
import type { RapportoDiLavoro } from '../../anagrafe/rapporto-di-lavoro.ts';
import { formatEuro } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { parseGiorno } from '../../valori/giorno.ts';
import type { CampiCessazione } from './dati-cessazione.ts';

/** What the register says of a rapporto: nobody tells it again. */
const NOTI = [
  'assunzione',
  'oreSettimanali',
  'vittoAlloggioGiorni',
  'condizioni',
  'senzaCuaf',
  'tempoDeterminato',
  'associazione',
  'territorio',
] as const;

/** What a person adds to a rapporto of the register to reckon its end. */
export type CampiDellaFine = Omit<CampiCessazione, (typeof NOTI)[number]>;

/** Whether the register knows no pay for some of the terms: a person then tells it. */
export function pagaDaDire({ condizioni }: RapportoDiLavoro): boolean {
  return condizioni.some(({ paga }) => paga === undefined);
}

/**
 * The end of a rapporto of the register, in the form that `parseDatiCessazione` reads: hire, terms, fund and place are its own,
 * and so is the day of an end that was written there, where no other is told.
 * @throws ErroreDati `modifiche-incompatibili` for what the register says already
 */
export function campiDelRapporto(rapporto: RapportoDiLavoro, detti: CampiDellaFine): CampiCessazione {
  const { pagaOraria, pagaMensile, ...altri } = detti;
  const doppio = [...NOTI, ...(pagaDaDire(rapporto) ? [] : (['pagaOraria', 'pagaMensile'] as const))].find(
    (nome) => (detti as CampiCessazione)[nome] !== undefined,
  );
  if (doppio !== undefined) throw known(doppio);
  const cessazione = altri.cessazione ?? rapporto.cessazione;
  const ultimo = cessazione === undefined ? undefined : parseGiorno(String(cessazione), 'cessazione');
  const { associazione } = ultimo === undefined ? rapporto.condizioni[0] : condizioniAl(rapporto, ultimo);
  const { territorio } = rapporto;
  return {
    ...altri,
    ...(cessazione !== undefined && { cessazione }),
    assunzione: rapporto.assunzione,
    condizioni: rapporto.condizioni
      .filter(({ dal }, n) => n === 0 || ultimo === undefined || dal <= ultimo)
      .map(({ dal, oreSettimanali, paga, vittoAlloggioGiorni, senzaCuaf, tempoDeterminato }) => ({
        dal,
        oreSettimanali,
        ...(paga === undefined
          ? { pagaOraria, pagaMensile }
          : { [paga.tipo === 'oraria' ? 'pagaOraria' : 'pagaMensile']: formatEuro(paga.importo) }),
        vittoAlloggioGiorni,
        senzaCuaf,
        tempoDeterminato,
      })),
    ...(associazione !== undefined && { associazione }),
    ...(territorio !== undefined && { territorio }),
  };
}

function known(campo: string): ErroreDati {
  return new ErroreDati('modifiche-incompatibili/registro', { campo });
}
