import { ErroreDati } from '../valori/errore-dati.ts';
import { VARIABILI, type NomeVariabile } from './variabili.ts';

/** What the simulation invents. With any of it a payable notice would send money nowhere, or to the wrong place. */
const SIMULATE: readonly NomeVariabile[] = [
  'TRIMESTRE_ENTE_INFO',
  'TRIMESTRE_ENTE_STAZIONE',
  'TRIMESTRE_ENTE_PASSWORD',
  'TRIMESTRE_ENTE_IBAN',
  'TRIMESTRE_ENTE_TASSONOMIA',
];
/** The same of the Poste strip, when it is drawn. */
const SIMULATE_POSTE: readonly NomeVariabile[] = [
  'TRIMESTRE_ENTE_CCP',
  'TRIMESTRE_ENTE_CCP_INTESTATO',
  'TRIMESTRE_ENTE_CCP_AUTORIZZAZIONE',
];
/** True of one creditor alone. */
const DELL_INPS: readonly NomeVariabile[] = [
  'TRIMESTRE_ENTE_CF',
  'TRIMESTRE_ENTE_NOME',
  'TRIMESTRE_ENTE_CBILL',
  'TRIMESTRE_ENTE_INTERMEDIARIO',
];

/**
 * A real creditor is a whole set: nothing that the simulation invents may stand beside it, however it came there; and who
 * bears INPS's identifiers confirms to be INPS, since nobody else may print a payable notice for it.
 * @param valori every setting as text, defaults included
 * @throws ErroreDati `ente-reale-incompleto` naming each variable to be set; `ente-reale-non-confermato`
 */
export function requireEnteReale(valori: Readonly<Partial<Record<NomeVariabile, string>>>): void {
  const poste = valori.TRIMESTRE_ENTE_CCP === '' ? [] : SIMULATE_POSTE;
  const simulate = [...SIMULATE, ...poste].filter((nome) => isDefault(nome, valori[nome]));
  if (simulate.length > 0) {
    throw new ErroreDati('ente-reale-incompleto', {
      simulate: simulate.join(', '),
      hanno: simulate.length === 1 ? 'ha ancora il valore' : 'hanno ancora i valori',
      campo: 'TRIMESTRE_ENTE_REALE',
    });
  }
  const inps = DELL_INPS.filter((nome) => isDefault(nome, valori[nome]));
  if (inps.length > 0 && valori.TRIMESTRE_ENTE_CONFERMA_INPS !== 'si') {
    throw new ErroreDati('ente-reale-non-confermato', {
      inps: inps.join(', '),
      sono: inps.length === 1 ? 'è' : 'sono',
      campo: 'TRIMESTRE_ENTE_CONFERMA_INPS',
    });
  }
}

/** However it is written: spaces, capitals and zeros in front make no other account. */
function isDefault(nome: NomeVariabile, valore: string | undefined): boolean {
  const bare = (testo: string) =>
    testo
      .replace(/\s/g, '')
      .replace(/^0+(?=\d)/, '')
      .toUpperCase();
  return valore === undefined || bare(valore) === bare(VARIABILI[nome].predefinito ?? '');
}
